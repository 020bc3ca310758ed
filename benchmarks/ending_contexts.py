"""Weigh what stands beside «…ه‌ای» and «…‌های»: makes extractor/lexicon/data/ending_contexts.txt.

    python -m benchmarks.ending_contexts ARCHIVE.jsonl.gz OUT.txt [--parts 0,1,2,3,4]

Without half-spaces «حرفه‌ای» (professional) and «حرف‌های» (words of) look the same. After the plural
comes what it belongs to, so a verb or a full stop speaks for the other. Counted over all words with
these endings and a half-space; a line holds the side, the log of the ratio, rounded, and the words.
«۰» is any number, «.» any sign, «*» any word that is too rare to have its own weight.
"""

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.word_forms import clean_texts, read_arguments
from extractor.text.characters import ZWNJ
from extractor.text.ending_contexts import OTHER, after, before

LEAST = 20
_ENDINGS = {True: f"ه{ZWNJ}ای", False: f"{ZWNJ}های"}


def weigh(texts: Iterable[str]) -> dict[tuple[str, str], float]:
    counts: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for text in texts:
        for singular, ending in _ENDINGS.items():
            at = text.find(ending)
            while at >= 0:
                start, end = text.rfind(" ", 0, at) + 1, at + len(ending)
                if end == len(text) or not text[end].isalpha():
                    counts[singular]["before", before(text, start)] += 1
                    counts[singular]["after", after(text, end)] += 1
                at = text.find(ending, end)
    totals = {singular: count.total() / 2 for singular, count in counts.items()}
    for key in counts[True] | counts[False]:
        if counts[True][key] + counts[False][key] < LEAST:
            for count in counts.values():
                count[key[0], OTHER] += count.pop(key, 0)
    return {
        key: math.log((counts[True][key] + 1) / totals[True])
        - math.log((counts[False][key] + 1) / totals[False])
        for key in counts[True] | counts[False]
    }


def write(weights: dict[tuple[str, str], float], out: Path) -> None:
    lines: dict[tuple[str, float], list[str]] = {}
    for (side, word), weight in weights.items():
        rounded = round(weight * 2) / 2
        lines.setdefault((side, rounded), []).append(word)
    rows = (
        f"{side} {weight} {' '.join(sorted(words))}\n"
        for (side, weight), words in sorted(lines.items())
    )
    out.write_text("".join(rows), encoding="utf-8")


def main() -> None:
    archive, out, parts = read_arguments(__doc__)
    write(weigh(clean_texts(archive, parts)), out)


if __name__ == "__main__":
    main()
