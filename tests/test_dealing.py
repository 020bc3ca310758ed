"""Stages dealt out to the members of a list, and stages told by nouns, terms and contracts."""

import pytest
from cluster_docs import read

from extractor.mentions import StatusCue
from extractor.programs import final_status, programme_end, programme_start

THREE = "<cluster>گز</cluster>، <cluster>فرش</cluster> و <cluster>کفش</cluster>"


def cues_of(marked: str, cluster: int = 0) -> list[StatusCue]:
    return [cue for cue in read(marked)._.statuses if cluster in cue.clusters]


def stages(marked: str, count: int) -> list[str | None]:
    found = [final_status(cues_of(marked, i)) for i in range(count)]
    return [cue.status.value if cue else None for cue in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            f"خوشه‌های {THREE} به ترتیب در مراحل شناسایی، اجرا و خاتمه هستند.",
            ["identified", "in_progress", "completed"],
        ),
        (
            f"سه خوشه {THREE} به ترتیب خاتمه یافته، در حال اجرا و شناسایی شده‌اند.",
            ["completed", "in_progress", "identified"],
        ),
        (
            "خوشه <cluster>گز</cluster> (مصوب)، خوشه <cluster>فرش</cluster> (در حال اجرا) و "
            "خوشه <cluster>کفش</cluster> (شناسایی‌شده) را داریم.",
            ["approved", "in_progress", "identified"],
        ),
        (
            f"سه خوشه {THREE} در راه است؛ اولی مجوز گرفت و دومی در مرحله امکان‌سنجی است.",
            ["approved", "feasibility_study", "planned"],
        ),
        (f"از خوشه‌های {THREE} به ترتیب ۱۰، ۲۰ و ۳۰ نفر آمدند.", [None, None, None]),
        ("خوشه <cluster>گز</cluster> (با ۲۰ عضو) خوب است.", [None]),
    ],
    ids=["order-nouns", "order-verbs", "brackets", "vague-plan", "order-of-figures", "bracket"],
)
def test_deal_gives_each_member_its_stage(marked: str, expected: list[str | None]) -> None:
    assert stages(marked, len(expected)) == expected


def test_deal_gives_each_member_its_date() -> None:
    marked = (
        "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> به ترتیب از "
        "<date>مهر ۱۳۹۹</date> و <date>دی ۱۴۰۰</date> آغاز شده‌اند."
    )
    assert [programme_start(cues_of(marked, i)) for i in range(2)] == [0, 1]


@pytest.mark.parametrize(
    ("marked", "stage", "started", "ended"),
    [
        (
            "روند خوشه <cluster>گز</cluster> چنین بود: شناسایی در <date>۱۳۹۸</date> و "
            "آغاز اجرا از <date>خرداد ۱۴۰۰</date>.",
            "in_progress",
            1,
            None,
        ),
        (
            "قرارداد خوشه <cluster>گز</cluster> <date>مهر ۱۴۰۱</date> بسته شد و تا "
            "<date>مهر ۱۴۰۴</date> اعتبار دارد.",
            "in_progress",
            0,
            1,
        ),
        (
            "خوشه <cluster>گز</cluster> را از <date>دی ۱۴۰۱</date> دنبال می‌کنیم.",
            "in_progress",
            0,
            None,
        ),
        ("خوشه <cluster>گز</cluster> را دنبال می‌کنیم.", None, None, None),
        ("خوشه <cluster>گز</cluster> اعتبار دارد.", None, None, None),
        (
            "راه‌اندازی خوشه <cluster>گز</cluster> تا <date>پایان سال</date> آغاز می‌شود.",
            "planned",
            None,
            None,
        ),
        (
            "مطالعه شناختی خوشه <cluster>گز</cluster> باید تا <date>آذر</date> تحویل شود.",
            "diagnostic_study",
            None,
            None,
        ),
        ("باید مطالعه شناختی خوشه <cluster>گز</cluster> شروع شود.", None, None, None),
        (
            "مطالعه امکان‌سنجی خوشه <cluster>گز</cluster> در جریان است و در <date>مهر</date> "
            "تحویل می‌شود.",
            "feasibility_study",
            None,
            None,
        ),
        (
            "خوشه <cluster>گز</cluster> هنوز از مرحله شناسایی فراتر نرفته است.",
            "identified",
            None,
            None,
        ),
        ("مدیر خوشه <cluster>گز</cluster> را «تمام‌شده» خواند.", "completed", None, None),
        ("با تبریک پایان خوشه <cluster>گز</cluster> سخن گفت.", "completed", None, None),
        ("شورا برای خوشه <cluster>گز</cluster> مجوز داد و رفت.", "approved", None, None),
    ],
    ids=[
        "row-of-stages",
        "term-of-contract",
        "followed-since",
        "followed",
        "budget",
        "deadline-of-a-plan",
        "study-due",
        "study-demanded",
        "study-going-on",
        "not-beyond",
        "called-finished",
        "congratulated",
        "permit-given",
    ],
)
def test_stage_with_dates(
    marked: str, stage: str | None, started: int | None, ended: int | None
) -> None:
    cues = cues_of(marked)
    assert stages(marked, 1) == [stage]
    assert (programme_start(cues), programme_end(cues)) == (started, ended)
