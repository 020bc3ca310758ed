"""Weigh what stands beside «…ه‌ای» and «…‌های»: makes extractor/lexicon/data/ending_contexts.txt.

    python -m benchmarks.ending_contexts ARCHIVE.jsonl.gz OUT.txt [--parts 0,1,2,3,4]

Without half-spaces «حرفه‌ای» (professional) and «حرف‌های» (words of) look the same. After the plural
comes what it belongs to, so a verb or a full stop speaks for the other. Counted over all words with
these endings and a half-space; a line holds the side, the log of the ratio, rounded, and the words.
«۰» is any number, «.» any sign, «*» any word that is too rare to have its own weight, «*N» such a
noun; a side with a word behind it («after:حرف») has the weights of that word, met in both readings.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.word_forms import clean_texts, read_arguments
from extractor.text.characters import ZWNJ
from extractor.text.ending_contexts import OTHER, UNSEEN, after, before, kind

LEAST = 8
# A word met so often in both readings has weights of its own, drawn to those of all words as if
# these had been met with it so many times.
LEAST_OF_BOTH, PRIOR = 4, 20.0
_ENDINGS = {True: f"ه{ZWNJ}ای", False: f"{ZWNJ}های"}


Contexts = dict[bool, Counter[tuple[str, str]]]


def weigh(texts: Iterable[str]) -> dict[tuple[str, str], float]:
    counts: Contexts = {True: Counter(), False: Counter()}
    stems: defaultdict[str, Contexts] = defaultdict(lambda: {True: Counter(), False: Counter()})
    for singular, stem, context in _find_contexts(texts):
        counts[singular][context] += 1
        stems[stem][singular][context] += 1
    names = _merge_rare(counts)
    totals = {singular: count.total() / 2 for singular, count in counts.items()}
    shares = {
        singular: {key: (count[key] + 1) / totals[singular] for key in counts[True] | counts[False]}
        for singular, count in counts.items()
    }
    weights = {key: math.log(shares[True][key] / shares[False][key]) for key in shares[True]}
    for stem, own in stems.items():
        times = {singular: count.total() / 2 for singular, count in own.items()}
        if min(times.values()) >= LEAST_OF_BOTH:
            weights.update(_own_weights(stem, own, times, names, shares))
    return weights


def _find_contexts(texts: Iterable[str]) -> Iterator[tuple[bool, str, tuple[str, str]]]:
    for text in texts:
        for singular, ending in _ENDINGS.items():
            at = text.find(ending)
            while at >= 0:
                start, end = text.rfind(" ", 0, at) + 1, at + len(ending)
                if end == len(text) or not text[end].isalpha():
                    yield singular, text[start:at], ("before", before(text, start))
                    yield singular, text[start:at], ("after", after(text, end))
                at = text.find(ending, end)


def _merge_rare(counts: Contexts) -> dict[tuple[str, str], tuple[str, str]]:
    """Count the rare words by their kind, the rare kinds together; under which name each was."""
    names = {}
    for name in (kind, lambda _: OTHER):
        for key in counts[True] | counts[False]:
            if counts[True][key] + counts[False][key] < LEAST:
                names[key] = (key[0], name(key[1]))
                for count in counts.values():
                    count[names[key]] += count.pop(key, 0)
    return names


def _own_weights(
    stem: str,
    own: Contexts,
    times: dict[bool, float],
    names: dict[tuple[str, str], tuple[str, str]],
    shares: dict[bool, dict[tuple[str, str], float]],
) -> Iterator[tuple[tuple[str, str], float]]:
    merged: Contexts = {True: Counter(), False: Counter()}
    for singular, count in own.items():
        for key, times_met in count.items():
            once = names.get(key, key)
            merged[singular][names.get(once, once)] += times_met
    fewer = math.log((times[False] + PRIOR) / (times[True] + PRIOR))
    for side, name in merged[True] | merged[False]:
        expected = {s: merged[s][side, name] + PRIOR * shares[s][side, name] for s in merged}
        yield (f"{side}:{stem}", name), math.log(expected[True] / expected[False]) + fewer
    for side in ("before", "after"):
        yield (f"{side}:{stem}", UNSEEN), fewer


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
