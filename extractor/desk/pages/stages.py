"""The stages of a cluster over time, as its chart draws them."""

from collections.abc import Sequence
from sqlite3 import Row
from typing import Any

import jdatetime

from extractor.desk import addresses
from extractor.desk.reader import Reader, jalali_date
from schemas.vocabularies import ProgramStatus

# The newest stage that was told of a cluster; of several on one day, the one told last.
NEWEST_STAGE = """SELECT p.status, a.published FROM review.cluster_members m
JOIN programs p ON p.cluster_key = m.row JOIN articles a ON a.key = p.article_key
WHERE m.identity = ? AND p.status IS NOT NULL ORDER BY a.published DESC, p.key DESC LIMIT 1"""
_TICKS = 6  # days named on the axis, at most
_MARGIN = 30  # the part of the axis' length that is left free at its ends
_MONTHS = 12


def stages_chart(ui: Reader, rows: Sequence[Row]) -> dict[str, object]:
    """Points at the day of publication; days are numbered as ``date.toordinal`` does."""
    told = [(day, row) for row in rows if (day := jalali_date(row["published"])) is not None]
    if not told:
        return {}
    reached = {row["status"] for _, row in told}
    stages = [status.value for status in ProgramStatus if status.value in reached]
    days = [day for day, _ in told]
    first, last = _number(min(days)), _number(max(days))
    margin = max(1, (last - first) // _MARGIN)
    return {
        "stages": [ui.label("ProgramStatus", stage) for stage in stages],
        "points": [_point(ui, day, stages.index(row["status"]), row) for day, row in told],
        "ticks": [{"at": _number(day), "label": label} for day, label in ticks(ui, days)],
        "first": first - margin,
        "last": last + margin,
    }


def _point(ui: Reader, day: jdatetime.date, stage: int, row: Row) -> dict[str, Any]:
    told = (row["span_text"], row["source"], ui.day(row["published"]))
    return {
        "value": [_number(day), stage],
        "text": "\n".join(str(part)[:80] for part in told if part),
        "href": addresses.article(row["article"], row["id"]),
    }


def ticks(ui: Reader, days: Sequence[jdatetime.date]) -> list[tuple[jdatetime.date, str]]:
    """Where the axis is labelled: at years or months that begin within, else at the days."""
    first, last = min(days), max(days)
    years = [jdatetime.date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    if len(years) > 1:
        return [(day, ui.n(day.year)) for day in _thinned(years)]
    months = [
        jdatetime.date(count // _MONTHS, count % _MONTHS + 1, 1)
        for count in range(_months(first) + 1, _months(last) + 1)
    ]
    if len(months) > 1:
        return [(day, ui.month(day)) for day in _thinned(months)]
    return [(day, ui.day(day.togregorian().isoformat())) for day in _thinned(sorted(set(days)))]


def _thinned(days: list[jdatetime.date]) -> list[jdatetime.date]:
    """So many, at equal steps, that their labels have room."""
    return days[:: -(-len(days) // _TICKS)]


def _months(day: jdatetime.date) -> int:
    return int(day.year * _MONTHS + day.month - 1)


def _number(day: jdatetime.date) -> int:
    return int(day.togregorian().toordinal())
