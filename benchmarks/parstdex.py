"""Compare the reading of dates with parstdex 1.3 on the same sentences, in speed and in spans.

    python -m benchmarks.parstdex ARTICLES.jsonl[.gz] [--every 100] [--show 10]

Needs parstdex, which is no dependency of the project: install it (``parstdex==1.3.1``) beside the
project in an environment of its own. Without spaCy and hazm the dates are still found.
Of parstdex only the marks of dates are compared, since clock times are no dates here.
"""

import argparse
import gzip
import importlib
import json
import re
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from extractor.text.dates import find_dates

Spans = list[tuple[int, int]]
_SENTENCE = re.compile(r"[^.!؟?\n]+")
_SHORTEST = 10


def load_parstdex() -> Callable[[str], Spans]:
    """Its reader of dates; exits with what to do where it isn't installed."""
    try:
        library = importlib.import_module("parstdex")
    except ModuleNotFoundError as missing:
        raise SystemExit(
            f"{missing.name} is not installed: put parstdex==1.3.1 into an environment "
            "of its own, beside pydantic, jdatetime and hijridate, and run this there"
        ) from missing
    model = library.Parstdex()

    def spans(sentence: str) -> Spans:
        return [(start, end) for start, end in model.extract_span(sentence).get("date", [])]

    return spans


def our_spans(sentence: str) -> Spans:
    return [(found.start, found.end) for found in find_dates(sentence)]


def read_articles(path: Path, every: int) -> Iterator[list[str]]:
    """The sentences of every n-th article."""
    unpack = gzip.open if path.suffix == ".gz" else open
    with unpack(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            text = str(json.loads(line)["text"])
            yield [s for s in _SENTENCE.findall(text) if len(s) >= _SHORTEST]


def timed(read: Callable[[str], Spans], articles: list[list[str]]) -> tuple[float, list[Spans]]:
    """Seconds of CPU, and what was read in each sentence; its failures count as nothing."""
    found: list[Spans] = []
    start = time.process_time()
    for sentence in (sentence for article in articles for sentence in article):
        try:
            found.append(read(sentence))
        except (ValueError, IndexError, KeyError, TypeError, AttributeError):
            found.append([])
    return time.process_time() - start, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--every", type=int, default=100)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    theirs = load_parstdex()
    articles = list(read_articles(options.articles, options.every))
    sentences = [sentence for article in articles for sentence in article]
    our_spans("")  # the vocabulary is read once
    theirs(sentences[0])
    results = {
        name: timed(read, articles) for name, read in (("ours", our_spans), ("parstdex", theirs))
    }
    print(f"{len(articles)} articles, {len(sentences)} sentences")
    for name, (seconds, found) in results.items():
        count = sum(map(len, found))
        print(f"{name:9} {seconds / len(articles) * 1000:8.2f} ms an article, {count} spans")
    ours, others = results["ours"][1], results["parstdex"][1]
    ratio = results["parstdex"][0] / results["ours"][0]
    same = sum(len(set(a) & set(b)) for a, b in zip(ours, others, strict=True))
    print(f"{same} spans are the same; {ratio:.0f} times as fast")
    for name, mine, other in (("ours alone", ours, others), ("parstdex alone", others, ours)):
        alone = [
            sentence[start:end]
            for sentence, a, b in zip(sentences, mine, other, strict=True)
            for start, end in a
            if not any(start < last and first < end for first, last in b)
        ]
        print(f"{name}: {len(alone)}, as in {'، '.join(alone[: options.show])}")


if __name__ == "__main__":
    main()
