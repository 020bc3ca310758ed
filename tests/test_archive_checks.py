"""What articles say against each other: pairs of sentences, of which some must not be told."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from archives_of_figures import make_database

from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from corpus.reviews import Merge, open_reviews, put_merge, review_path
from extractor import Extractor
from schemas.article import Article

CONFLICT, RECYCLED, FALLING = "archive_conflict", "recycled_figure", "falling_total"
LEDE = "مدیرعامل شرکت شهرک‌های صنعتی استان یزد گفت: "
Check = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def check(extractor: Extractor, tmp_path: Path) -> Check:
    """The codes and sums told of articles, each given as day and sentence."""

    def run(*told: tuple[str, str], merge: Merge | None = None) -> list[tuple[str, str]]:
        articles = [
            Article(id=f"a{i}", published=date.fromisoformat(day), text=LEDE + text)
            for i, (day, text) in enumerate(told)
        ]
        path = tmp_path / "news.sqlite"
        write_sqlite(extractor.pipe(articles), path)
        if merge is not None:
            with closing(open_reviews(review_path(path))) as base:
                put_merge(base, merge)
        check_archive(path)
        with closing(sqlite3.connect(review_path(path))) as base:
            rows = base.execute("SELECT code, calculation FROM archive_findings ORDER BY number")
            return rows.fetchall()

    return run


DAY, SOON, LATER, NEXT_YEAR = "2023-09-10", "2023-10-10", "2024-02-10", "2024-09-20"
SAYS = "در خوشه چرم {} نفر شاغل هستند."
TRADE = "صادرات خوشه چرم در سال {} به {} دلار رسید."
SO_FAR = "تاکنون {} نفر در خوشه چرم آموزش دیده‌اند."


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ((DAY, SAYS.format(6450)), (SOON, SAYS.format(4900)), [(CONFLICT, "6,450 ≠ 4,900")]),
        ((DAY, SAYS.format(6450)), (SOON, SAYS.format("۶ هزار و ۴۵۰")), []),
        ((DAY, SAYS.format(4187)), (SOON, SAYS.format("حدود ۴ هزار")), []),
        ((DAY, SAYS.format(4187)), (SOON, SAYS.format(4200)), []),
        ((DAY, SAYS.format(4187)), (SOON, SAYS.format("بیش از ۴ هزار")), []),
        (
            (DAY, SAYS.format(4187)),
            (SOON, SAYS.format("بیش از ۶ هزار")),
            [(CONFLICT, "4,187 ≠ 6,000")],
        ),
        ((DAY, SAYS.format(4187)), (SOON, SAYS.format("۴ تا ۵ هزار")), []),
        ((DAY, SAYS.format(6450)), (NEXT_YEAR, SAYS.format(7200)), []),
        ((DAY, SAYS.format(6450)), (SOON, "در خوشه کاشی ۴۹۰۰ نفر شاغل هستند."), []),
        ((DAY, SAYS.format(6450)), (SOON, "در خوشه چرم ۴۹۰۰ نفر زن شاغل هستند."), []),
        ((DAY, SAYS.format(6450)), (SOON, "در خوشه چرم کردستان ۴۹۰۰ نفر شاغل هستند."), []),
        (
            (DAY, "خوشه چرم ۱۲۶ واحد تولیدی دارد."),
            (SOON, "خوشه چرم ۸۷ واحد عضو دارد."),
            [],
        ),
        (
            (DAY, "خوشه چرم ۱۲۶ واحد عضو دارد."),
            (SOON, "خوشه چرم ۸۷ واحد عضو دارد."),
            [(CONFLICT, "126 ≠ 87")],
        ),
        (
            (DAY, TRADE.format(1401, 412_000)),
            (LATER, TRADE.format(1401, 287_000)),
            [(CONFLICT, "412,000 ≠ 287,000")],
        ),
        ((DAY, TRADE.format(1401, 412_000)), (LATER, TRADE.format(1400, 287_000)), []),
        (
            (DAY, TRADE.format(1401, 412_000)),
            (NEXT_YEAR, TRADE.format(1402, 412_000)),
            [(RECYCLED, "1401: 412,000 = 1402: 412,000")],
        ),
        ((DAY, TRADE.format(1401, 412_000)), (NEXT_YEAR, TRADE.format(1401, 412_000)), []),
        ((DAY, TRADE.format(1401, 400_000)), (NEXT_YEAR, TRADE.format(1402, 400_000)), []),
        (
            (DAY, TRADE.format(1401, "۳ میلیون")),
            (SOON, TRADE.format(1401, "۳ هزار")),
            [(CONFLICT, "3,000,000 ≠ 3,000; 3,000,000 ÷ 3,000 = 1,000")],
        ),
        (
            (DAY, "به خوشه چرم ۵۰ میلیارد تومان تسهیلات پرداخت شد."),
            (SOON, "به خوشه چرم ۵۰ میلیارد ریال تسهیلات پرداخت شد."),
            [
                (
                    CONFLICT,
                    "50,000,000,000 × 10 = 500,000,000,000 ≠ 50,000,000,000; "
                    "500,000,000,000 ÷ 50,000,000,000 = 10",
                )
            ],
        ),
        (
            (DAY, "به خوشه چرم ۵۰ میلیارد تومان تسهیلات پرداخت شد."),
            (SOON, "به خوشه چرم ۵۰۰ میلیارد ریال تسهیلات پرداخت شد."),
            [],
        ),
        (
            (DAY, "به خوشه چرم ۵۰ میلیارد تومان تسهیلات پرداخت شد."),
            (SOON, "به خوشه چرم ۳۵ میلیارد تومان تسهیلات پرداخت شد."),
            [],
        ),
        (
            (DAY, SO_FAR.format(486)),
            (LATER, SO_FAR.format(412)),
            [(FALLING, "1402-06-19: 486 > 1402-11-21: 412")],
        ),
        ((DAY, SO_FAR.format(412)), (LATER, SO_FAR.format(486)), []),
        ((DAY, SO_FAR.format(486)), (SOON, "تاکنون ۴۱۲ نفر در خوشه چرم مشاوره گرفته‌اند."), []),
        (
            (DAY, "از ابتدای امسال تاکنون ۴۸۶ نفر در خوشه چرم آموزش دیده‌اند."),
            (NEXT_YEAR, "از ابتدای امسال تاکنون ۱۱۲ نفر در خوشه چرم آموزش دیده‌اند."),
            [],
        ),
        (
            (DAY, "تولید خوشه چرم در شش ماهه نخست ۱۴۰۱ به ۴۱۲ تن رسید."),
            (SOON, "تولید خوشه چرم در سال ۱۴۰۱ به ۲۹۱ تن رسید."),
            [(FALLING, "1401-06-31: 412 > 1401-12-29: 291")],
        ),
        (
            (DAY, "تاکنون ۲۸ خوشه در استان یزد شناسایی شده است."),
            (LATER, "تاکنون ۲۴ خوشه در استان یزد شناسایی شده است."),
            [(FALLING, "1402-06-19: 28 > 1402-11-21: 24")],
        ),
        (
            (DAY, "تاکنون ۲۸ خوشه در استان یزد شناسایی شده است."),
            (LATER, "هم‌اکنون ۱۱ خوشه در استان یزد در حال اجراست."),
            [],
        ),
        ((DAY, SAYS.format(6450)), (SOON, "هدف ما اشتغال ۹۰۰۰ نفر در خوشه چرم است."), []),
        ((DAY, SAYS.format(6450)), (SOON, "از ۶۴۵۰ شاغل خوشه چرم ۲۱۰۰ نفر بیمه هستند."), []),
        (
            (DAY, "خوشه چرم برای ۴۱۲۰ نفر اشتغال ایجاد کرده است."),
            (SOON, "خوشه چرم برای ۲۹۸۰ نفر اشتغال ایجاد کرده است."),
            [(CONFLICT, "4,120 ≠ 2,980")],
        ),
        (
            (DAY, "در خوشه چرم ۴۱۲۰ نفر شاغل هستند."),
            (SOON, "با راه‌اندازی واحدی تازه در خوشه چرم ۱۸۰ شغل ایجاد شد."),
            [],
        ),
        (
            (DAY, "در سال ۱۴۰۱ در خوشه چرم ۴۸۶ نفر آموزش دیدند."),
            (SOON, "در سال ۱۴۰۱ در خوشه چرم ۳۱۲ نفر آموزش دیدند."),
            [(CONFLICT, "486 ≠ 312")],
        ),
        (
            (DAY, "در سال ۱۴۰۱ در خوشه چرم ۴۸۶ نفر آموزش دیدند."),
            (SOON, "در سال ۱۴۰۱ در خوشه چرم ۲۵ نفر آموزش حسابداری دیدند."),
            [],
        ),
        (
            (DAY, "در خوشه چرم در سال ۱۴۰۱ شمار واحدها ۱۸۶ واحد بود."),
            (NEXT_YEAR, "در خوشه چرم در سال ۱۴۰۲ شمار واحدها ۱۸۶ واحد بود."),
            [],
        ),
    ],
    ids=[
        "stock", "written-otherwise", "about", "zeros", "more-than", "more-than-more", "range",
        "next-year", "other-cluster", "women", "other-province", "members-and-all", "members",
        "flow", "other-year", "recycled", "same-year-again", "round", "thousandth", "rial-toman",
        "rial-and-toman", "two-loans", "falling", "rising", "other-done", "year-to-date",
        "half-exceeds-year", "clusters-fall", "other-stage", "target", "part", "created",
        "created-by-one", "trained-in-a-year", "one-course-of-it", "as-many-firms",
    ],
)  # fmt: skip
def test_archive_pairs(
    check: Check, first: tuple[str, str], second: tuple[str, str], told: list[tuple[str, str]]
) -> None:
    assert check(first, second) == told


def test_archive_copies_are_no_further_witness(check: Check) -> None:
    text = " ".join([SAYS.format(6450), "این خوشه در شهرک صنعتی جای دارد و محصول آن کیف است."] * 3)
    changed = text.replace("6450", "4900", 1)
    assert check((DAY, text), (SOON, changed)) == []


def test_archive_tells_each_new_value_once(check: Check) -> None:
    told = [SAYS.format(n) for n in (6450, 4900, 6450, 4900, 3100)]
    days = [f"2023-09-{day}" for day in (10, 12, 14, 16, 18)]
    sums = [calculation for _, calculation in check(*zip(days, told, strict=True))]
    assert sums == ["6,450 ≠ 4,900", "6,450 ≠ 4,900 ≠ 3,100"]


def test_archive_lists_are_not_one_value(check: Check) -> None:
    several = " ".join(SAYS.format(n) for n in (610, 720, 830))
    assert check((DAY, several), (SOON, SAYS.format(4900))) == []


def test_archive_undated_articles_are_held_against_none(
    extractor: Extractor, tmp_path: Path
) -> None:
    articles = [Article(id=str(n), text=LEDE + SAYS.format(n)) for n in (6450, 4900)]
    write_sqlite(extractor.pipe(articles), tmp_path / "news.sqlite")
    assert check_archive(tmp_path / "news.sqlite").findings == {}


def test_archive_merge_changes_what_is_held_against_each_other(check: Check) -> None:
    pair = (DAY, SAYS.format(6450)), (SOON, SAYS.format(4900))
    assert len(check(*pair)) == 1
    other = (SOON, "در خوشه چرم و کفش ۴۹۰۰ نفر شاغل هستند.")
    assert check(pair[0], other) == []
    with_merge = Merge("cluster", "چرموکفش", "IR-21", identity="joint")
    assert check(pair[0], other, merge=with_merge) == []
    joined = with_merge._replace(name_key="چرم")
    assert check(pair[0], other, merge=joined) == [(CONFLICT, "6,450 ≠ 4,900")]


def _seconds_of(count: int, folder: Path) -> float:
    """How long the check takes of one cluster that each article gives another number."""
    rows = range(1, count + 1)
    path = make_database(
        folder / f"{count}.sqlite",
        {
            "articles": [{"id": f"a{i}", "published": "2023-09-10", "year": 1402} for i in rows],
            "clusters": [{"article_key": i, "name": "چرم", "province": "IR-21"} for i in rows],
            "officials": [
                {"article_key": i, "name": f"رضا نام{i % 99}", "role_code": "mayor"} for i in rows
            ],
            "figures": [
                {
                    "article_key": i,
                    "value": 1000.0 + 37 * i,
                    "value_exact": str(1000 + 37 * i),
                    "unit": "person",
                    "indicator": "employment",
                    "cluster_key": i,
                }
                for i in rows
            ],
        },
    )
    with closing(sqlite3.connect(path)) as base, base:
        texts = [(i, f"خبر {i} در خوشه چرم {1000 + 37 * i} نفر شاغل هستند") for i in rows]
        base.executemany("INSERT INTO article_texts VALUES (?, ?)", texts)
    begun = time.process_time()
    assert check_archive(path).findings[CONFLICT] > count * 0.9
    return time.process_time() - begun


def test_archive_time_grows_with_the_articles(tmp_path: Path) -> None:
    times = [min(_seconds_of(n, tmp_path) for _ in range(2)) for n in (300, 900)]
    assert times[1] < 6 * times[0]
