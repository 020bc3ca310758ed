"""How many lost half-spaces come back, and what is harmed.

    python benchmarks/half_spaces.py ARCHIVE.jsonl.gz [--part 4] [--forms TRAINED.txt] [--show 60]

Texts of one part of the archive lose every half-space, get them restored, and are compared place
by place with what they were; then the same texts, intact, show what is changed needlessly.
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
from extractor.text.word_parts import part_word

_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")


def compare(texts: list[str], show: int) -> None:
    lost = restored = inserted = words = changed = 0
    missed: Counter[str] = Counter()
    added: Counter[str] = Counter()
    harm: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            words += 1
            parted = part_word(word.replace(ZWNJ, ""))
            had, has = cuts(word), cuts(parted)
            lost += len(had)
            inserted += len(has)
            restored += len(had & has)
            if had - has:
                missed[f"{word} {parted}"] += 1
            if has - had:
                added[f"{word} {parted}"] += 1
            if (kept := part_word(word, True)) != word:
                changed += 1
                harm[f"{word} {kept}"] += 1
    print(f"words {words}, half-spaces {lost}")
    print(f"restored {restored / lost:.4f}, precision {restored / inserted:.4f}")
    print(f"intact words changed {changed} (one in {words // max(changed, 1)})")
    for name, found in (("missed", missed), ("added", added), ("changed", harm)):
        print(name, len(found), visible(found, show))


def cuts(word: str) -> set[int]:
    found, at = set(), 0
    for piece in word.split(ZWNJ)[:-1]:
        at += len(piece)
        found.add(at)
    return found


def visible(found: Counter[str], show: int) -> str:
    return "; ".join(f"{w.replace(ZWNJ, '|')} {n}" for w, n in found.most_common(show))


def joined_by_spaces(texts: list[str], show: int) -> None:
    found: Counter[str] = Counter()
    for text in texts:
        for start, end, _ in find_half_spaces(text):
            if end > start:
                found[text[:start].rsplit(None, 1)[-1] + "_" + text[end:].split(None, 1)[0]] += 1
    print("spaces joined", found.total(), visible(found, show))


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
    joined_by_spaces(texts, options.show)


if __name__ == "__main__":
    main()
