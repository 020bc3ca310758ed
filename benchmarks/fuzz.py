"""Put random strings through the whole pipeline: no exception, no span that is not exact.

    python -m benchmarks.fuzz [--count 1000000] [--seed 1]

The strings are made of the lexicon's own words, of sentences of the sample articles with letters
lost, doubled and moved, of numbers, signs, invisible and rare characters. Every dictionary of a
record that has a start, an end and a text must quote the article; this is looked up in the plain
dump of the record, not by the code that validates it.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from extractor import Extractor
from extractor.lexicon.loader import data_files
from schemas.article import Article
from schemas.base import SURROGATE
from schemas.errors import ArticleError

_PERSIAN = re.compile(r"[\u0600-\u06ff\u200c]+(?: [\u0600-\u06ff\u200c]+)*")
_SIGNS = [
    *" \n\n،؛:.؟!«»()[]/\\-–—ـ٪%٬٫,…•▪*#@_'\"",
    "\u200c",
    "\u200c",
    "\u200f",
    "\u202b",
    "\xa0",
]
_RARE = [*"يكۀةؤإأآىﻻﷲ\u064b\u0651\u0654\u0640\ufeff\u00ad\u2028\x00\x1b\x85🙂👨‍👩‍👧é漢", "\ud83d"]
_LONGEST = 40  # pieces, in one of twenty strings; the others have up to SHORT
_SHORT = 8


def surfaces() -> list[str]:
    """Everything Persian in the data of the lexicon."""
    found: set[str] = set()
    for file in data_files():
        if file.name.endswith((".toml", ".csv")):
            found.update(_PERSIAN.findall(file.read_text(encoding="utf-8")))
    return sorted(word for word in found if len(word) < _LONGEST)


def sentences() -> list[str]:
    """The sentences of the sample articles."""
    lines = (files("corpus") / "sample" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (json.loads(line)["text"] for line in lines)
    return [part for text in texts for part in re.split(r"(?<=[.؟\n])", text) if part.strip()]


class Strings:
    """An endless row of random strings, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._surfaces, self._sentences = surfaces(), sentences()

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self._thrown_together() if self._random.random() < 0.5 else self._spoilt()

    def _thrown_together(self) -> str:
        pick = self._random
        blank = pick.choice((" ", " ", "", "\u200c"))
        most = _LONGEST if pick.random() < 0.05 else _SHORT
        return blank.join(self._piece() for _ in range(pick.randint(1, most)))

    def _piece(self) -> str:
        pick, kind = self._random, self._random.random()
        if kind < 0.6:
            return pick.choice(self._surfaces)
        if kind < 0.8:
            number = str(pick.randint(0, 10 ** pick.randint(0, 12)))
            return number.translate(pick.choice(_DIGITS))
        if kind < 0.95:
            return pick.choice(_SIGNS)
        return pick.choice(_RARE) if pick.random() < 0.9 else chr(pick.randint(1, 0x10FFFF))

    def _spoilt(self) -> str:
        pick = self._random
        chars = list(pick.choice(self._sentences))
        for _ in range(pick.randint(0, 12)):
            at = pick.randrange(len(chars))
            chars[at : at + pick.randint(0, 3)] = pick.choice(
                ("", "", chars[at] * 2, self._piece())
            )
            if not chars:
                return self._piece()
        return "".join(chars)


_DIGITS = [
    str.maketrans("0123456789", digits) for digits in ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
]


def inexact(text: str, value: object) -> Iterator[str]:
    """The spans somewhere in a dumped record that do not quote the text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and text[
            value["start"] : value["end"]
        ] != value["text"]:
            yield json.dumps(value)
        for inner in value.values():
            yield from inexact(text, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from inexact(text, inner)


def fuzz(count: int, seed: int, extractor: Extractor) -> tuple[Counter[str], list[str]]:
    """How the strings ended, and what went wrong with which, each as a line of text."""
    ended: Counter[str] = Counter()
    wrong: list[str] = []
    for _, text in zip(range(count), Strings(seed), strict=False):
        try:
            article = Article.from_source({"id": "fuzz", "text": text})
        except ArticleError as error:
            ended["rejected"] += 1
            if text.strip() and not SURROGATE.search(text) and "empty" not in str(error):
                wrong.append(f"rejected: {error} in {text!r}")
            continue
        ended["read"] += 1
        try:
            record = extractor.extract(article).model_dump(mode="json")
        except Exception as error:  # any at all is what is looked for
            wrong.append(f"{type(error).__name__}: {error} in {text!r}")
            continue
        wrong += [f"{span} in {text!r}" for span in inexact(article.composed, record)]
        ended["spans"] += len(record["places"]) + len(record["dates"]) + len(record["figures"])
    return ended, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.perf_counter()
    ended, wrong = fuzz(options.count, options.seed, Extractor())
    for line in wrong[:20]:
        print(line)
    seconds = time.perf_counter() - start
    print(f"{options.count:,} strings in {seconds:,.0f} s: {dict(ended)}; {len(wrong)} went wrong")


if __name__ == "__main__":
    main()
