"""Count the words of a news archive: makes extractor/lexicon/data/word_forms.txt.

    python benchmarks/word_forms.py ARCHIVE.jsonl.gz OUT.txt [--parts 0,1,2,3]

A line holds a count and all words seen that often, so that the file stays small. Only counts of
single words are kept, nothing of the texts. Many texts have lost their half-spaces: how often a
word that is also written with one stands without it is counted in intact texts alone, and scaled
up. The archive is cut in five parts by checksums of the texts, so that what was counted on some
can be tried on the others.
"""

import argparse
import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from extractor.text.affixes import affixes, joint_after
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.normalization import clean
from extractor.text.word_forms import APART, DURATIVE_PREFIXES

PARTS = 5
# A form with a half-space seen once is enough if intact texts never have it without; a word without
# needs more to be worth its bytes.
LEAST_WITH, LEAST_WITHOUT = 1, 4
_DURATIVE = tuple(prefix + ZWNJ for prefix in DURATIVE_PREFIXES)
_MARKED = ZWNJ + "را"
_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")
_PAIR = re.compile(f"(?<![{LETTERS}{ZWNJ}])([{LETTERS}{ZWNJ}]+)(?= ([{LETTERS}{ZWNJ}]+))")
_LOST_APART = re.compile(r"(?<!\S)(?:های|می)(?!\S)")


def read_texts(archive: Path, parts: Collection[int]) -> Iterator[str]:
    """Titles and texts of the articles that fall in these parts, each text once."""
    seen: set[str] = set()
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            part = zlib.crc32(article["text"].encode()) % PARTS
            if part in parts and article["text"] not in seen:
                seen.add(article["text"])
                yield f"{article['title'] or ''}\n{article['text']}"


def is_intact(text: str) -> bool:
    """Whether a text has its half-spaces: some, and no «های» or «می» that stands alone."""
    return ZWNJ in text and not _LOST_APART.search(text)


def count_words(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    intact: Counter[str] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for text in texts:
        words = _WORD.findall(text)
        counts.update(words)
        if is_intact(text):
            intact.update(words)
            apart.update(pair for pair in _PAIR.findall(text) if affixes().may_join(pair[1]))
    share = intact.total() / counts.total()
    for (first, second), count in apart.items():
        if counts[first + joint_after(first) + second] >= LEAST_WITH:
            counts[first + APART + second] = round(count / share)
    for word in [word for word in counts if ZWNJ in word and counts[word] >= LEAST_WITH]:
        joined = word.replace(ZWNJ, "")
        if joined in counts:
            counts[joined] = round(intact[joined] / share)
        # One against one tells nothing; verbs are known, so a new one is two words glued.
        glued = word.startswith(_DURATIVE) or word.endswith(_MARKED)
        if counts[word] == 1 and (intact[joined] or glued):
            del counts[word]
    return counts


def clean_texts(archive: Path, parts: Collection[int]) -> Iterator[str]:
    return (clean(text).text for text in read_texts(archive, parts))


def write_counts(counts: Counter[str], out: Path) -> None:
    by_count: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count >= (LEAST_WITH if ZWNJ in word else LEAST_WITHOUT):
            by_count.setdefault(count, []).append(word)
    lines = (f"{n} {' '.join(sorted(by_count[n]))}\n" for n in sorted(by_count, reverse=True))
    out.write_text("".join(lines), encoding="utf-8")


def read_arguments(description: str | None) -> tuple[Path, Path, set[int]]:
    """The archive, the file to write, and the parts of the archive to count."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parts", default="0,1,2,3,4")
    options = parser.parse_args()
    return options.archive, options.out, {int(part) for part in options.parts.split(",")}


def main() -> None:
    archive, out, parts = read_arguments(__doc__)
    write_counts(count_words(clean_texts(archive, parts)), out)


if __name__ == "__main__":
    main()
