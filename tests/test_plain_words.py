"""What officials say of clusters in plain words, read by the whole pipeline."""

import tomllib
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.lexicon.markup import parse_markup
from schemas.article import Article
from schemas.record import ArticleRecord

TABLES = tomllib.loads((Path(__file__).parent / "plain_words.toml").read_text("utf-8"))


def rows(table: str) -> list[tuple[str, str]]:
    return [(row["told"], row["text"]) for row in TABLES[table]]


def read(extractor: Extractor, marked: str) -> ArticleRecord:
    """The record of a text, in which just the clusters that are marked must be found."""
    text, tags = parse_markup(marked)
    source = {"id": "plain", "text": text, "published": "2024-11-05"}
    record = extractor.extract(Article.from_source(source))
    if tags:
        found = sorted((m.start, m.end) for c in record.clusters for m in c.mentions)
        assert found == [(tag.start, tag.end) for tag in tags]
    return record


@pytest.mark.parametrize(("told", "marked"), rows("activity"))
def test_plain_activities(extractor: Extractor, told: str, marked: str) -> None:
    record = read(extractor, marked)
    found = {a.type.value for program in record.programs for a in program.activities}
    assert found == set(filter(None, told.split(",")))


@pytest.mark.parametrize(("told", "marked"), rows("stage"))
def test_plain_stages(extractor: Extractor, told: str, marked: str) -> None:
    record = read(extractor, marked)
    stages = {p.cluster: p.status.value if p.status else "" for p in record.programs}
    assert stages.get(record.clusters[0].id, "") == told


@pytest.mark.parametrize(("told", "text"), rows("speaker"))
def test_plain_speakers(extractor: Extractor, told: str, text: str) -> None:
    record = read(extractor, text)
    names = {o.id: o.name or o.role for o in record.officials}
    found = [names[f.speaker] if f.speaker else "-" for f in record.figures]
    assert found == told.split(";")


@pytest.mark.parametrize(("told", "marked"), rows("cluster"))
def test_plain_names(extractor: Extractor, told: str, marked: str) -> None:
    record = read(extractor, marked)
    assert [cluster.name for cluster in record.clusters] == [n for n in told.split(";") if n]
