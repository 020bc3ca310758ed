"""Rows of lists and tables that tell stages and times of programmes by labels."""

import pytest
from cluster_docs import read

from extractor import Extractor
from extractor.programs import final_status, programme_end, programme_start
from schemas.article import Article

_GAZ = "خوشه <cluster>گز</cluster>"
_FARSH = "خوشه <cluster>فرش</cluster>"
_HEAD = "نام خوشه | وضعیت | تاریخ شروع | تاریخ پایان\n"

# Of the first cluster: its stage, and which date is its start and its end.
ROWS = {
    "colons": (
        f"• {_GAZ} (خاتمه‌یافته) – شروع: <date>مهر ۱۳۹۸</date>، پایان: <date>آذر ۱۴۰۱</date>",
        "completed",
        0,
        1,
    ),
    "running": (
        f"- {_GAZ} (در حال اجرا) – آغاز: <date>مهر ۱۴۰۰</date>، خاتمه: <date>مهر ۱۴۰۳</date>",
        "in_progress",
        0,
        1,
    ),
    "stopped": (
        f"• {_GAZ} (متوقف) – شروع: <date>دی ۱۳۹۹</date>، توقف: <date>آذر ۱۴۰۰</date>؛ ۳ واحد",
        "suspended",
        0,
        None,
    ),
    "approved": (
        f"• {_GAZ} – مصوب <date>دی ۱۴۰۲</date>؛ شروع: <date>تیر ۱۴۰۳</date>، "
        "پایان: <date>تیر ۱۴۰۶</date>",
        "approved",
        1,
        2,
    ),
    "approved-alone": (f"- {_GAZ}؛ تصویب: <date>دی ۱۴۰۱</date>", "approved", None, None),
    "bare-labels": (
        f"۲. {_GAZ}: آغاز <date>مهر ۱۴۰۰</date>، پایان <date>مهر ۱۴۰۳</date>، ۴۰ واحد",
        "in_progress",
        0,
        1,
    ),
    "label-in-the-date": (
        f"{_GAZ} (<date>شروع مهر ۱۴۰۰</date> – <date>پایان مهر ۱۴۰۳</date>) عضو دارد.",
        "in_progress",
        0,
        1,
    ),
    "long-labels": (
        f"{_GAZ}، تاریخ آغاز اجرا <date>تیر ۱۴۰۱</date> و تاریخ خاتمه <date>تیر ۱۴۰۴</date>",
        "in_progress",
        0,
        1,
    ),
    "year-in-bracket": (f"{_GAZ} (خاتمه‌یافته در <date>سال ۱۴۰۱</date>)", "completed", None, 0),
    "range-in-bracket": (
        f"{_GAZ} (<date>۱۳۹۸</date> تا <date>۱۴۰۱</date>) ۲۰ عضو دارد.",
        "in_progress",
        0,
        1,
    ),
    "dash-in-bracket": (
        f"{_GAZ} (<date>مهر ۱۳۹۸</date> – <date>مهر ۱۴۰۱</date>)",
        "in_progress",
        0,
        1,
    ),
    "tabs-lost": (
        f"{_GAZ} وضعیت: در حال اجرا شروع: <date>مهر ۱۴۰۱</date> پایان: <date>مهر ۱۴۰۴</date>",
        "in_progress",
        0,
        1,
    ),
    "columns": (
        f"{_HEAD}{_GAZ} | خاتمه‌یافته | <date>آبان ۱۳۹۸</date> | <date>آبان ۱۴۰۱</date>",
        "completed",
        0,
        1,
    ),
    "columns-lost": (
        "خوشه وضعیت شروع پایان\n"
        f"{_FARSH} متوقف <date>دی ۱۳۹۸</date> <date>دی ۱۴۰۱</date>\n"
        f"{_GAZ} در حال اجرا <date>مهر ۱۴۰۱</date> <date>مهر ۱۴۰۴</date>",
        "suspended",
        0,
        1,
    ),
    "under-a-heading": (
        f"خوشه‌های خاتمه‌یافته:\n- {_GAZ}؛ شروع: <date>مهر ۱۳۹۸</date>، پایان: <date>مهر ۱۴۰۱</date>",
        "completed",
        0,
        1,
    ),
    "end-first": (
        f"{_GAZ} – شروع: <date>بهمن ۱۴۰۱</date>، پایان: <date>دی ۱۴۰۰</date>",
        "in_progress",
        0,
        1,
    ),
    "another-thing-begins": (
        f"• {_GAZ} (در حال اجرا) – شروع ثبت‌نام: <date>تیر ۱۴۰۲</date>، ۳ دوره",
        "in_progress",
        None,
        None,
    ),
    "study-has-a-term": (
        f"• {_GAZ} – مطالعه شناختی از <date>دی ۱۴۰۲</date> تا <date>تیر ۱۴۰۳</date>؛ ۱۱۰ شرکت",
        "diagnostic_study",
        None,
        None,
    ),
    "time-of-speech": (
        f"{_GAZ} ۲۰ عضو دارد و پایان کار، <date>مهر ۱۴۰۲</date>، گزارش آن را خواندند.",
        None,
        None,
        None,
    ),
    "told-by-verbs": (
        f"{_GAZ} که از <date>سال ۱۳۹۸</date> شروع و <date>پایان سال ۱۴۰۱</date> بسته شد، رفت.",
        "completed",
        0,
        1,
    ),
    "of-the-fair": (
        f"نمایشگاه {_GAZ} – شروع: <date>مهر ۱۴۰۲</date>، پایان: <date>آبان ۱۴۰۲</date>",
        None,
        None,
        None,
    ),
}


@pytest.mark.parametrize(("marked", "stage", "start", "end"), ROWS.values(), ids=ROWS.keys())
def test_rows_tell_by_labels(
    marked: str, stage: str | None, start: int | None, end: int | None
) -> None:
    cues = [cue for cue in read(marked)._.statuses if 0 in cue.clusters]
    cue = final_status(cues)
    assert (cue and cue.status.value) == stage
    assert (programme_start(cues), programme_end(cues)) == (start, end)


DATED = {
    "over": ("2024-01-20", "completed"),
    "running": ("2022-01-20", "in_progress"),
    "ahead": ("2019-01-20", "planned"),
    "not-said": (None, "in_progress"),
}


@pytest.mark.parametrize(("published", "stage"), DATED.values(), ids=DATED.keys())
def test_rows_tell_the_stage_by_their_dates(
    extractor: Extractor, published: str | None, stage: str
) -> None:
    text = "فهرست خوشه‌های یزد:\n- خوشه سفال میبد؛ شروع: مهر ۱۳۹۹، پایان: مهر ۱۴۰۲"
    article = Article.from_source({"id": "a", "text": text, "published": published})
    program = extractor.extract(article).programs[0]
    assert program.status
    assert program.status.value == stage
