"""The made-up records the desk is timed on are records: their spans lie where they say."""

import random
from pathlib import Path

import pytest

from benchmarks.desk_variation import vary
from benchmarks.desk_world import World
from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
from schemas.article import Article
from schemas.record import ArticleRecord

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    articles = [a for a in read_sources(find_sources([SAMPLE])) if isinstance(a, Article)]
    return list(extractor.pipe(articles[:8]))


def test_varied_records_hold_together(records: list[ArticleRecord]) -> None:
    world, draw = World(3), random.Random(3)
    for number, record in enumerate(records):
        varied = vary(record, number, world, draw)
        ArticleRecord.model_validate_json(varied.model_dump_json())
        assert varied.article.text != record.article.text
        assert [f.id for f in varied.figures] == [f.id for f in record.figures]
        told = varied.article.text
        assert all(f.unit_text in told[f.span.start : f.span.end] for f in varied.figures)


def test_varied_figure_has_its_value_in_its_words(records: list[ArticleRecord]) -> None:
    varied = vary(records[0], 1, World(3), random.Random(5))
    first = varied.figures[0]
    latin = first.span.text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    assert latin.startswith(str(first.value)[:2].rstrip("0"))
