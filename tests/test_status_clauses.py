"""Stages and times told in reported clauses, by nouns in a row, and of several clusters."""

import pytest
from cluster_docs import read

from extractor import Extractor
from extractor.programs import final_status, programme_end, programme_start
from schemas.article import Article

_GAZ = "خوشه <cluster>گز</cluster>"
_FARSH = "خوشه <cluster>فرش</cluster>"
_SANG = "خوشه <cluster>سنگ</cluster>"

# Of each cluster in the order of naming: its stage, and which date is its start and its end.
TOLD: dict[str, tuple[str, list[tuple[str | None, int | None, int | None]]]] = {
    "reported-with-a-body-before": (
        f"{_GAZ} ۲۰۰ عضو دارد. مدیر شرکت با بیان اینکه <date>مهرماه سال گذشته</date> این خوشه وارد "
        "فاز اجرایی شد، اظهار کرد: ۹ دوره برگزار شده است.",
        [("in_progress", 0, None)],
    ),
    "reported-in-a-council-of-clusters": (
        f"{_GAZ} ۲۰۰ عضو دارد. او در نشست خوشه‌های کسب‌وکار استان با بیان اینکه <date>مهر</date> این "
        "خوشه وارد فاز اجرایی شد، اظهار کرد: خوب است.",
        [("in_progress", 0, None)],
    ),
    "of-the-body-itself": (
        f"{_GAZ} ۲۰۰ عضو دارد. او گفت کارخانه این خوشه راه‌اندازی شد.",
        [(None, None, None)],
    ),
    "nouns-in-a-row": (
        f"وی از خاتمه {_GAZ} و تصویب {_FARSH} خبر داد.",
        [("completed", None, None), ("approved", None, None)],
    ),
    "nouns-with-dates": (
        f"او از پایان {_GAZ} در <date>مهر ۱۴۰۱</date>، آغاز {_FARSH} و تصویب {_SANG} خبر داد.",
        [("completed", None, 0), ("in_progress", None, None), ("approved", None, None)],
    ),
    "noun-with-a-predicate": (
        f"راه‌اندازی {_GAZ} و {_FARSH} در دستور کار است.",
        [("planned", None, None), ("planned", None, None)],
    ),
    "date-shared": (
        f"{_GAZ} و {_FARSH} <date>سال ۱۳۹۶</date> و {_SANG} <date>سال ۱۳۹۹</date> به پایان رسید.",
        [("completed", None, 0), ("completed", None, 0), ("completed", None, 1)],
    ),
    "date-shared-before": (
        f"در <date>سال ۱۳۹۶</date> {_GAZ} و {_FARSH} به پایان رسید.",
        [("completed", None, 0), ("completed", None, 0)],
    ),
    "agent-and-object": (
        f"{_GAZ} خوشه‌ای است که شرکت <date>تیر ۱۴۰۱</date> آن را کلید زد.",
        [("in_progress", 0, None)],
    ),
    "another-object": (
        f"{_GAZ} بزرگ است. بر پایه این سند که شرکت آن را <date>پنجم خرداد</date> رونمایی کرد، "
        "۲۰ واحد دارد.",
        [(None, None, None)],
    ),
    "copula-glued": (
        f"{_GAZ} در سال نخست اجراست، مطالعه شناختی {_FARSH} ادامه دارد.",
        [("in_progress", None, None), ("diagnostic_study", None, None)],
    ),
    "first-step-of-other-work": (
        f"{_GAZ} شناسایی شده است. در گام نخست ۲۵ کارگاه به این خوشه می‌پیوندند.",
        [("identified", None, None)],
    ),
    "first-step-of-the-work": (
        f"{_GAZ} در گام نخست اجرا قرار دارد.",
        [("in_progress", None, None)],
    ),
    "sent-and-waiting": (
        f"پرونده {_GAZ} هم به تهران فرستاده شده و مجوز آن را به زودی می‌گیریم.",
        [("planned", None, None)],
    ),
    "ceremony": (
        f"آیین پایان {_GAZ} <date>۱۲ اسفند</date> برگزار شد. این خوشه <date>بهمن امسال</date> "
        "خاتمه یافت.",
        [("completed", None, 1)],
    ),
    "ceremony-alone": (
        f"{_GAZ} <date>دو سال پیش</date> جشن پایان کار خود را گرفت.",
        [("completed", None, 0)],
    ),
    "listed-since": (
        f"{_GAZ} از <date>سال ۱۳۹۸</date> در فهرست خوشه‌های پایان‌یافته جای دارد.",
        [("completed", None, 0)],
    ),
    "out-of-support": (
        f"{_GAZ} در آستانه بلوغ است و <date>اسفند امسال</date> از چتر حمایت شرکت خارج می‌شود.",
        [("in_progress", None, 0)],
    ),
    "contract-of-this-project": (
        f"{_GAZ} بزرگ است. قرارداد این پروژه به مدت سه سال امضا شده است.",
        [("approved", None, None)],
    ),
    "tale": (
        f"داستان بازگشت {_GAZ} از <date>سال ۱۳۹۴</date> آغاز می‌شود.",
        [(None, None, None)],
    ),
    "jobs-made": (
        f"{_GAZ} و {_FARSH} بزرگند. این خوشه‌ها اکنون برای ۳۰۰ نفر کار ایجاد کرده‌اند.",
        [(None, None, None), (None, None, None)],
    ),
    "names-without-the-word": (
        "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> بزرگند. گز از "
        "<date>مهر ۱۴۰۱</date> آغاز شده و فرش متوقف است.",
        [("in_progress", 0, None), ("suspended", None, None)],
    ),
    "programme-of-a-bare-name": (
        f"{_GAZ} بزرگ است. اجرای گز از <date>آبان ۱۳۹۹</date> آغاز شد.",
        [("in_progress", 0, None)],
    ),
    "trade-of-a-bare-name": (
        f"{_GAZ} بزرگ است. صادرات گز از <date>آبان ۱۳۹۹</date> آغاز شد و تولید گز متوقف شد.",
        [(None, None, None)],
    ),
    "study-waits": (
        f"{_GAZ} مطالعه شناختی را تمام کرده و منتظر تأیید کمیته است.",
        [("diagnostic_study", None, None)],
    ),
    "cluster-waits": (
        f"{_GAZ} شناسایی شده و در انتظار تصویب شوراست.",
        [("planned", None, None)],
    ),
    "life": (
        f"عمر سه‌ساله {_GAZ} که <date>آبان ۱۴۰۰</date> شروع شده بود <date>آبان امسال</date> به سر "
        "می‌رسد.",
        [("in_progress", 0, 1)],
    ),
    "cluster-made": (
        f"شرکت {_GAZ} را در یزد ایجاد کرد.",
        [("in_progress", None, None)],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), TOLD.values(), ids=TOLD.keys())
def test_clauses_tell_stages(
    marked: str, expected: list[tuple[str | None, int | None, int | None]]
) -> None:
    statuses = read(marked)._.statuses
    for number, (stage, start, end) in enumerate(expected):
        cues = [cue for cue in statuses if number in cue.clusters]
        cue = final_status(cues)
        assert (cue and cue.status.value) == stage
        assert (programme_start(cues), programme_end(cues)) == (start, end)


def test_clauses_a_row_of_years_is_start_and_end(extractor: Extractor) -> None:
    text = "خوشه سفال میبد طی سال‌های ۱۳۹۸ تا ۱۴۰۱ اجرا شد."
    record = extractor.extract(Article.from_source({"id": "a", "text": text}))
    program = record.programs[0]
    assert program.status
    assert program.status.value == "completed"
    assert program.start == program.end == record.dates[0].id
