"""The accuracy on the sample articles does not fall."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.readers.archive import find_sources, read_sources
from corpus.scoring.report import format_report, score
from extractor import Extractor
from schemas.article import Article

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report(extractor: Extractor) -> dict[str, Any]:
    items = list(read_sources(find_sources([SAMPLE / "articles.jsonl"])))
    articles = [item for item in items if isinstance(item, Article)]
    assert len(articles) == len(items)
    records = [record.model_dump(mode="json") for record in extractor.pipe(articles)]
    return score(SAMPLE, records)[0]


@pytest.mark.parametrize("key", FLOORS)
def test_score_does_not_fall(key: str, report: dict[str, Any]) -> None:
    assert report[key]["f1"] >= FLOORS[key], f"{key} fell\n{format_report(report)}"


def test_every_span_quotes_the_text(report: dict[str, Any]) -> None:
    assert report["spans_not_quoting_the_text"] == 0


@pytest.mark.parametrize("name", ["README.md", "README.fa.md"])
def test_the_readme_tells_the_scores_as_they_are(name: str, report: dict[str, Any]) -> None:
    text = (SAMPLE.parents[1] / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z.]+) \| ([0-9.]+) \| ([0-9.]+) \| ([0-9.]+) \|$", text, re.M)
    assert len(rows) == 9
    for key, *told in rows:
        measured = [report[key][score] for score in ("p", "r", "f1")]
        assert told == [f"{value:.3f}" for value in measured], key
