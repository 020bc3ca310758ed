"""Headings of reports that tell the stage of the clusters under them."""

import pytest
from cluster_docs import read

from extractor.programs import final_status, programme_end, programme_start

# Marked text, and the stage of each cluster in text order.
HEADED = {
    "numbered": (
        "۲. خوشه‌های در حال اجرا: خوشه <cluster>گز</cluster> و خوشه <cluster>فرش</cluster>.",
        ["in_progress", "in_progress"],
    ),
    "study": ("- خوشه در دست مطالعه: <cluster>گز</cluster>", ["feasibility_study"]),
    "no-word-of-clusters": ("در دست مطالعه: خوشه <cluster>گز</cluster>", ["feasibility_study"]),
    "state": ("الف) خاتمه‌یافته: خوشه <cluster>گز</cluster>", ["completed"]),
    "stopped": ("خوشه‌های متوقف‌شده استان: <cluster>گز</cluster>", ["suspended"]),
    "approved": ("• خوشه‌های مصوب سال آینده: <cluster>گز</cluster>", ["approved"]),
    "one-line-each": (
        "خوشه‌های پایان‌یافته: خوشه <cluster>گز</cluster>.\n"
        "در دست مطالعه: خوشه <cluster>فرش</cluster>.",
        ["completed", "feasibility_study"],
    ),
    "items-below": (
        "خوشه‌های در حال اجرا:\n- خوشه <cluster>گز</cluster>\n- خوشه <cluster>فرش</cluster>\n"
        "خوشه <cluster>کفش</cluster> هم نامزد است.",
        ["in_progress", "in_progress", None],
    ),
    "further-by-itself": (
        "خوشه‌های مصوب: خوشه <cluster>گز</cluster> که از پارسال در حال اجراست.",
        ["in_progress"],
    ),
    "other-section": ("۴. آموزش: سهم خوشه <cluster>گز</cluster> ۱۱ دوره بود.", [None]),
    "decision": ("• مصوبه یک: از خوشه <cluster>گز</cluster> بازدید شود.", [None]),
    "nothing-named": (
        "خوشه <cluster>گز</cluster> بزرگ است. این خوب است.\nدر حال اجرا: این خوشه\nبزرگ است.",
        [None],
    ),
    "speech": ("او درباره خوشه‌های مصوب گفت: خوشه <cluster>گز</cluster> بزرگ است.", [None]),
}


def cues(marked: str, cluster: int = 0) -> list:
    return [cue for cue in read(marked)._.statuses if cluster in cue.clusters]


@pytest.mark.parametrize(("marked", "stages"), HEADED.values(), ids=HEADED.keys())
def test_headings_tell_the_stage(marked: str, stages: list[str | None]) -> None:
    found = [final_status(cues(marked, i)) for i in range(len(stages))]
    assert [cue and cue.status.value for cue in found] == stages


def test_headings_dates_beside_the_names() -> None:
    marked = (
        "۲. خوشه‌های در حال اجرا: خوشه <cluster>گز</cluster> از <date>تیر ۱۴۰۱</date> تا "
        "<date>تیر ۱۴۰۴</date> و خوشه <cluster>فرش</cluster> از <date>دی ۱۴۰۲</date>."
    )
    edges = [(programme_start(cues(marked, i)), programme_end(cues(marked, i))) for i in (0, 1)]
    assert edges == [(0, 1), (2, None)]


def test_headings_date_of_a_completed_one_is_its_end() -> None:
    marked = "خوشه‌های خاتمه‌یافته: <cluster>گز</cluster> (<date>۱۴۰۰</date>)"
    assert (programme_start(cues(marked)), programme_end(cues(marked))) == (None, 0)


def test_headings_an_item_does_not_lend_its_cluster_to_the_next() -> None:
    marked = (
        "۳. خوشه‌های در دست مطالعه: خوشه <cluster>گز</cluster>؛ خوشه <cluster>فرش</cluster> نه.\n"
        "۴. آموزش: برگزاری ۳۴ دوره با حضور ۷۸۰ نفر."
    )
    assert [a.type for a in read(marked)._.activities if a.type == "training"] == []
