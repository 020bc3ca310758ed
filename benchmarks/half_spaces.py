"""How many lost half-spaces come back, and what is harmed.

    python -m benchmarks.half_spaces ARCHIVE.jsonl.gz [--part 4] [--forms TRAINED.txt] [--show 60]

Texts of one part of the archive lose every half-space, get them restored, and are compared place
by place with what they were; then the same texts, intact, show what is changed needlessly. Much of
what is "added" was lacking in the archive itself: read the words before believing the figure.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from benchmarks.word_forms import read_texts
from extractor.text import word_forms as word_forms_module
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.halfspaces import find_half_spaces
from extractor.text.normalization import clean

_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")


def compare(texts: list[str], show: int) -> None:
    lost = restored = inserted = 0
    missed: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for text in texts:
        stripped = text.replace(ZWNJ, "")
        had = half_spaces(text)
        has = {start for start, end, _ in find_half_spaces(stripped) if start == end}
        lost, inserted, restored = lost + len(had), inserted + len(has), restored + len(had & has)
        for word in _WORD.finditer(stripped):
            inside = set(range(word.start() + 1, word.end()))
            if had & inside - has:
                missed[with_cuts(word, had)] += 1
            if has & inside - had:
                added[with_cuts(word, has)] += 1
    print(f"half-spaces lost {lost}")
    print(f"restored {restored / lost:.4f}, precision {restored / inserted:.4f}")
    print("missed", len(missed), listed(missed, show))
    print("added", len(added), listed(added, show))


def half_spaces(text: str) -> set[int]:
    """Where they stood, in offsets of the text without them."""
    pieces = text.split(ZWNJ)[:-1]
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return set(ends[1:])


def with_cuts(word: re.Match[str], cuts: set[int]) -> str:
    letters = enumerate(word.group(), word.start())
    return "".join("|" * (at in cuts and at > word.start()) + letter for at, letter in letters)


def harm(texts: list[str], show: int) -> None:
    words = 0
    changed: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for text in texts:
        words += len(_WORD.findall(text))
        for start, end, _ in find_half_spaces(text):
            if start < end:
                joined[text[:start].rsplit(None, 1)[-1] + "_" + text[end:].split(None, 1)[0]] += 1
            else:
                before, after = (
                    _WORD.findall(text[max(start - 30, 0) : start]),
                    _WORD.match(text, end),
                )
                changed[f"{before[-1]}|{after.group() if after else ''}"] += 1
    print(f"intact: {changed.total()} half-spaces added, one in {words // changed.total()} words")
    print(len(changed), listed(changed, show))
    print("spaces joined", joined.total(), listed(joined, show))


def listed(found: Counter[str], show: int) -> str:
    return "; ".join(f"{word} {count}" for word, count in found.most_common(show))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--part", type=int, default=4)
    parser.add_argument("--forms", type=Path, help="counts made without that part")
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    if options.forms:
        word_forms_module.FORMS = options.forms
    texts = [clean(text).text for text in read_texts(options.archive, {options.part})]
    compare(texts, options.show)
    harm(texts, options.show)


if __name__ == "__main__":
    main()
