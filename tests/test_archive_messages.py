"""The sentences in which findings across articles are told."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from corpus.checks.archive import check_archive
from corpus.checks.days import jalali_day
from corpus.exports.sqlite import write_sqlite
from corpus.reviews import review_path
from extractor import Extractor
from schemas.article import Article

LEDE = "مدیرعامل شرکت شهرک‌های صنعتی استان یزد گفت: "
FIRMS = "خوشه فرش {} واحد تولیدی دارد."
TRADE = "صادرات خوشه فرش در سال ۱۴۰۱ به {} دلار رسید."


def _told(extractor: Extractor, path: Path, *articles: Article) -> tuple[str, str, str]:
    write_sqlite(extractor.pipe(articles), path)
    check_archive(path)
    with closing(sqlite3.connect(review_path(path))) as base:
        rows = base.execute("SELECT message_fa, message_en, calculation FROM archive_findings")
        (told,) = rows.fetchall()
    return told


def _articles(sentence: str, *days: str | None) -> list[Article]:
    values = ("۲۴٬۷۱۰", "۱۸٬۳۲۰") if sentence is TRADE else ("۲۴۷", "۱۸۳")
    return [
        Article(
            id=f"a{i}",
            published=date.fromisoformat(day) if day else None,
            text=LEDE + sentence.format(value),
        )
        for i, (day, value) in enumerate(zip(days, values, strict=True))
    ]


def test_messages_join_plurals_and_name_provinces(extractor: Extractor, tmp_path: Path) -> None:
    articles = _articles(FIRMS, "2023-09-10", "2023-10-10")
    fa, en, _ = _told(extractor, tmp_path / "a.sqlite", *articles)
    assert "دربارهٔ بنگاه‌های خوشهٔ «فرش» در یزد با هم نمی‌خوانند." in fa
    assert "of enterprises of the cluster 'فرش' in Yazd do not agree." in en


@pytest.mark.parametrize(
    ("days", "fa", "en"),
    [
        ((None, None), ("بی‌تاریخ", "بی‌تاریخ"), ("undated", "undated")),
        ((None, "2023-09-10"), ("بی‌تاریخ", "۱۴۰۲/۰۶/۱۹"), ("undated", "2023-09-10")),
    ],
    ids=["both", "one"],
)
def test_messages_give_no_day_to_an_article_without_one(
    extractor: Extractor,
    tmp_path: Path,
    days: tuple[str | None, str | None],
    fa: tuple[str, str],
    en: tuple[str, str],
) -> None:
    told_fa, told_en, _ = _told(extractor, tmp_path / "a.sqlite", *_articles(TRADE, *days))
    for written in fa:
        assert f"({written})" in told_fa
    for written in en:
        assert f"({written}, article " in told_en
    assert "۱۲/۲۹" not in told_fa


def test_messages_write_days_that_the_iranian_calendar_lacks_as_they_are() -> None:
    days = [date(1, 1, 1), date(2024, 3, 19), date.max]
    assert [jalali_day(day.toordinal())[:7] for day in days] == ["0001-01", "1402-12", "9999-12"]
