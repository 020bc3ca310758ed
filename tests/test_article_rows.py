import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hostile_records import IDS, hostile_record

from corpus.article_rows import rows_at, rows_of
from corpus.exports.sqlite import write_sqlite
from extractor import Extractor
from schemas.article import Article
from schemas.record import ArticleRecord

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()[:6]
    found = [extractor.extract(Article.model_validate_json(line)) for line in lines]
    return [*found, *(hostile_record(key) for key in IDS)]


def test_database_gives_the_rows_of_the_records(
    records: list[ArticleRecord], tmp_path: Path
) -> None:
    write_sqlite(records, tmp_path / "news.sqlite")
    with closing(sqlite3.connect(tmp_path / "news.sqlite")) as connection:
        for record in records:
            assert rows_at(connection, record.article.id) == rows_of(record)
        assert rows_at(connection, "none") is None
