"""Pairs of sentences that look as if they disagreed, and pairs that do, told in other words."""

import sqlite3
import tomllib
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.checks.archive import check_archive
from corpus.checks.narrowing import is_of_some, narrowing
from corpus.exports.sqlite import write_sqlite
from corpus.reviews import review_path
from extractor import Extractor
from schemas.article import Article
from schemas.provinces import Province

LEDE = "مدیرعامل شرکت شهرک‌های صنعتی استان {} گفت: "
DAYS = 19  # between the two articles of a pair

PAIRS = tomllib.loads(Path(__file__).with_name("archive_pairs.toml").read_text(encoding="utf-8"))


def _pairs_told_of(extractor: Extractor, path: Path, pairs: Sequence[str]) -> set[str]:
    """The pairs that a finding is about; each is of a province of its own."""
    articles = [
        Article(
            id=f"{i}-{j}",
            published=date(2023, 9, 10) + timedelta(days=DAYS * j),
            text=LEDE.format(province.fa) + sentence,
        )
        for i, (pair, province) in enumerate(zip(pairs, Province, strict=False))
        for j, sentence in enumerate(pair.split(" | "))
    ]
    write_sqlite(extractor.pipe(articles), path)
    check_archive(path)
    with closing(sqlite3.connect(review_path(path))) as base:
        told = base.execute("SELECT DISTINCT article_id FROM archive_finding_figures").fetchall()
    return {pairs[int(key.partition("-")[0])] for (key,) in told}


@pytest.mark.parametrize("backward", [False, True], ids=["forward", "backward"])
def test_narrowed_figures_are_not_held_against_the_whole(
    extractor: Extractor, tmp_path: Path, backward: bool
) -> None:
    pairs = [" | ".join(p.split(" | ")[:: -1 if backward else 1]) for p in PAIRS["agreeing"]]
    assert len(pairs) <= len(Province)
    assert _pairs_told_of(extractor, tmp_path / "news.sqlite", pairs) == set()


def test_other_words_for_the_same_thing_are_held_against_each_other(
    extractor: Extractor, tmp_path: Path
) -> None:
    pairs = PAIRS["disagreeing"]
    assert _pairs_told_of(extractor, tmp_path / "news.sqlite", pairs) == set(pairs)


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("۲۷ تن چای خشک تولید شد", "۲۷ تن", ("خشک",)),
        ("۲۷ تن محصول تولید شد", "۲۷ تن", ()),
        ("۲۷ تن برگ سبز چای در سال ۱۴۰۱ تولید شد", "۲۷ تن", ("برگ", "سبز")),
        ("تولید چای سیاه خوشه در سال ۱۴۰۱ به ۲۷ تن رسید", "۲۷ تن", ("سیاه",)),
        ("تولید خوشه در سال ۱۴۰۱ به ۲۷ تن رسید", "۲۷ تن", ()),
        ("در این خوشه ۲۷ تن، کمتر از پارسال، تولید شد", "۲۷ تن", ()),
        ("خوشه ۲۷ تن تولید ممتاز دارد", "۲۷ تن", ("ممتاز",)),
        ("صادرات خوشه خوب بود. ۲۷ تن تولید شد", "۲۷ تن", ()),
    ],
    ids=["behind", "general", "two", "before", "none", "comma", "behind-noun", "other-sentence"],
)
def test_narrowing_words(text: str, figure: str, told: tuple[str, ...]) -> None:
    start = text.index(figure)
    assert narrowing(text, start, start + len(figure), "production", "چای") == told


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("۷۰ واحد در خوشه چای فعالیت می‌کنند", False),
        ("۷۰ واحد در خوشه چای فعالیت میکنند", False),
        ("۷۰ واحد در خوشه چای هستند", False),
        ("خوشه چای ۷۰ واحد و بازاری بزرگ دارد", False),
        ("خوشه چای با ۷۰ واحد از مهم‌ترین خوشه‌هاست", False),
        ("۷۰ واحد خوشه چای تجهیز و نوسازی شدند", True),
        ("۷۰ واحد خوشه چای مشکل نقدینگی دارند", True),
        ("۷۰ واحد از این واحدها", True),
        ("از بین واحدهای خوشه ۷۰ واحد", True),
        ("از مجموع ۷۰ واحد", False),
    ],
    ids=[
        "work", "lost-half-space", "place", "and", "superlative", "done", "have",
        "of-them", "among", "sum",
    ],
)  # fmt: skip
def test_figures_of_some(text: str, some: bool) -> None:
    start = text.index("۷۰")
    assert is_of_some(text, start, start + 7, "enterprises", "چای") is some


def test_figures_of_some_in_a_cluster_of_two_names() -> None:
    for verb, some in (("به گاز وصل شدند", True), ("فعالیت می‌کنند", False)):
        text = f"۷۰ واحد در خوشه کاشی و سرامیک {verb}"
        assert is_of_some(text, 0, 7, "enterprises", "کاشی و سرامیک") is some
