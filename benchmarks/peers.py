"""Other libraries' work on an article, to be timed beside ours."""

import re
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import islice

import hazm

from extractor import Extractor
from extractor.text.dates import find_dates
from extractor.text.normalization import normalize
from schemas.article import Article

BATCH = 250
Tool = Callable[[list[Article]], object]

_SENTENCE = re.compile(r"[^.!؟?\n]+")


def hazm_normalizer() -> Tool:
    """``hazm.Normalizer().normalize``, which all else is measured against."""
    normalizer = hazm.Normalizer()
    return lambda batch: [normalizer.normalize(article.composed) for article in batch]


def whole_pipeline() -> Tool:
    """Text to record."""
    extractor = Extractor()

    def extract(batch: list[Article]) -> None:
        for article in batch:
            extractor.extract(article)

    return extract


def our_dates() -> Tool:
    """Normalization and the finding of dates alone."""
    find_dates("")  # the vocabulary is read once
    return lambda batch: [find_dates(normalize(article.composed).text) for article in batch]


def search_dates() -> Tool:
    """``dateparser.search.search_dates`` for Persian."""
    from dateparser.search import search_dates as search

    def run(batch: list[Article]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for article in batch:
                search(article.composed, languages=["fa"])

    return run


def parstdex() -> Tool | None:
    """``Parstdex().extract_span``, sentence by sentence; None where it is not installed."""
    if find_spec("parstdex") is None:
        return None
    from parstdex import Parstdex

    model = Parstdex()

    def run(batch: list[Article]) -> None:
        for article in batch:
            for sentence in _SENTENCE.findall(article.composed):
                try:
                    model.extract_span(sentence)
                except (ValueError, IndexError, KeyError, TypeError, AttributeError):
                    continue  # it fails on some sentences; they take their time

    return run


def by_turns(tools: dict[str, Tool], articles: Iterable[Article]) -> dict[str, float]:
    """Seconds of the processor that each took; a machine whose speed drifts slows all alike."""
    spent = dict.fromkeys(tools, 0.0)
    for batch in _batches(articles):
        for name, tool in tools.items():
            start = time.process_time()
            tool(batch)
            spent[name] += time.process_time() - start
    return spent


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    pending = iter(articles)
    while batch := list(islice(pending, BATCH)):
        yield batch
