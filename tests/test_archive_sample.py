"""The sample articles that follow others up: what was written into them is found, no more."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from corpus.readers.archive import find_sources, read_sources
from corpus.reviews import review_path
from extractor import Extractor
from schemas.article import Article

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"
# Code, sum, and the articles that do not agree.
WRITTEN = {
    ("archive_conflict", "6,450 ≠ 4,900", "follow-01 follow-03"),
    ("archive_conflict", "8,400,000 ≠ 840,000; 8,400,000 ÷ 840,000 = 10", "follow-10 follow-11"),
    (
        "archive_conflict",
        "450,000,000,000 ≠ 450,000,000; 450,000,000,000 ÷ 450,000,000 = 1,000",
        "follow-06 follow-07",
    ),
    (
        "archive_conflict",
        "38,000,000,000 × 10 = 380,000,000,000 ≠ 38,000,000,000; "
        "380,000,000,000 ÷ 38,000,000,000 = 10",
        "follow-04 follow-05",
    ),
    ("recycled_figure", "1401: 12,470,000 = 1402: 12,470,000", "follow-06 follow-07"),
    ("falling_total", "1402-08-14: 486 > 1403-05-21: 412", "follow-08 follow-09"),
    ("falling_total", "1402-12-20: 28 > 1403-09-11: 24", "follow-12 follow-13"),
}


@pytest.fixture(scope="module")
def demo(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = [SAMPLE / "articles.jsonl", SAMPLE / "follow_ups.jsonl"]
    items = list(read_sources(find_sources(files)))
    articles = [item for item in items if isinstance(item, Article)]
    assert len(articles) == len(items)
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    write_sqlite(extractor.pipe(articles), path)
    check_archive(path)
    return path


def test_sample_has_the_findings_that_were_written_into_it(demo: Path) -> None:
    with closing(sqlite3.connect(review_path(demo))) as base:
        found = base.execute(
            """SELECT code, calculation, (SELECT GROUP_CONCAT(article_id, ' ') FROM (
 SELECT article_id FROM archive_finding_figures g WHERE g.finding = f.finding ORDER BY number))
FROM archive_findings f"""
        )
        assert set(found) == WRITTEN


def test_sample_follow_ups_are_of_the_same_clusters_and_persons(demo: Path) -> None:
    with closing(sqlite3.connect(review_path(demo))) as base:
        clusters = base.execute("SELECT COUNT(*) FROM cluster_identities WHERE articles > 1")
        assert clusters.fetchone()[0] >= 6
        persons = base.execute("SELECT COUNT(*) FROM official_identities WHERE articles > 1")
        assert persons.fetchone()[0] >= 4


def test_sample_findings_never_say_that_something_is_false(demo: Path) -> None:
    with closing(sqlite3.connect(review_path(demo))) as base:
        for fa, en in base.execute("SELECT message_fa, message_en FROM archive_findings"):
            assert "نمی‌خوانند" in fa
            assert "do not agree" in en
