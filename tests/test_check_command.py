"""``khooshechin check``: what it prints and writes."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.exports.sqlite import write_sqlite
from corpus.reviews import Review, open_reviews, put_review, review_path, review_states
from extractor import Extractor
from extractor.cli import app
from schemas.article import Article
from schemas.vocabularies import ReviewState

TEXT = "مدیرعامل شرکت شهرک‌های صنعتی استان یزد گفت: در خوشه چرم {} نفر شاغل هستند."


@pytest.fixture(scope="module")
def database(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [
        Article(id=key, published=day, text=TEXT.format(count))
        for key, day, count in (("a", "2023-09-10", 6450), ("b", "2023-10-10", 4900))
    ]
    path = tmp_path_factory.mktemp("check") / "news.sqlite"
    write_sqlite(extractor.pipe(articles), path)
    return path


def test_check_prints_how_many(database: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(database)])
    assert result.exit_code == 0
    assert "archive_conflict: two articles differ" in result.output
    assert "news.review.sqlite written" in result.output


@pytest.mark.parametrize("options", [["--json"], ["-o", "-"], ["-o", "findings.jsonl"]])
def test_check_gives_findings(
    database: Path, options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["check", str(database), *options])
    file = tmp_path / "findings.jsonl"
    lines = file.read_text("utf-8") if file.exists() else result.stdout
    found = [json.loads(line) for line in lines.splitlines() if line.startswith("{")]
    assert [f["calculation"] for f in found] == ["6,450 ≠ 4,900"]
    assert [figure["article_id"] for figure in found[0]["figures"]] == ["a", "b"]
    assert found[0]["figures"][0]["quote"] == "6450 نفر"


def test_check_again_gives_the_same_and_keeps_reviews(database: Path) -> None:
    def told() -> str:
        return CliRunner().invoke(app, ["check", str(database), "--json"]).stdout

    first = told()
    key = json.loads(first.splitlines()[0])["finding"]
    with closing(open_reviews(review_path(database))) as base:
        put_review(base, Review(key, ReviewState.RIGHT))
    before = database.read_bytes()
    assert told() == first
    assert database.read_bytes() == before
    with closing(open_reviews(review_path(database))) as base:
        assert review_states(base, [key])[key].state is ReviewState.RIGHT


def test_check_keys_findings_of_articles(tmp_path: Path, extractor: Extractor) -> None:
    text = "شنبه ۲۹ آبان ۱۴۰۱ در خوشه چرم از ۱۲۰ واحد، ۹۰ واحد (۶۰ درصد) فعال است."
    keys = []
    for ids in (["x"], ["w", "x"]):
        path = tmp_path / f"{len(ids)}.sqlite"
        write_sqlite(extractor.pipe(Article(id=key, text=text) for key in ids), path)
        CliRunner().invoke(app, ["check", str(path)])
        with closing(sqlite3.connect(path)) as base:
            base.execute("ATTACH ? AS review", (str(review_path(path)),))
            rows = base.execute(
                """SELECT r.finding FROM review.article_findings r
JOIN findings f ON f.key = r.row JOIN articles a ON a.key = f.article_key
WHERE a.id = 'x' ORDER BY f.id"""
            ).fetchall()
            count = base.execute("SELECT COUNT(*) FROM findings").fetchone()[0]
            assert len(rows) * len(ids) == count
            keys.append(rows)
    assert keys[0] == keys[1]
    assert len(keys[0]) >= 2


def test_check_refuses_what_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("{}\n")
    result = CliRunner().invoke(app, ["check", str(path)])
    assert result.exit_code == 2
    assert "records.jsonl" in result.output
    assert [file.name for file in tmp_path.iterdir()] == ["records.jsonl"]


def test_check_does_not_write_findings_over_the_database(database: Path) -> None:
    for path in (database, review_path(database)):
        result = CliRunner().invoke(app, ["check", str(database), "-o", str(path)])
        assert result.exit_code == 2
        assert "choose another output" in result.output
