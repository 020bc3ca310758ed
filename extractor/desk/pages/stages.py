"""The stages of a cluster over time, as its chart draws them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from sqlite3 import Row

import jdatetime

from extractor.desk import addresses
from extractor.desk.reader import Reader
from schemas.vocabularies import ProgramStatus

_EARLIEST = 622  # before this Gregorian year the Iranian calendar has no years


def stages_chart(ui: Reader, rows: Sequence[Row]) -> dict[str, object]:
    """Points at the day of publication, as a year of the Iranian calendar with its fraction."""
    reached = {row["status"] for row in rows}
    stages = [status.value for status in ProgramStatus if status.value in reached]
    points = [
        {
            "value": [at, stages.index(row["status"])],
            "text": "\n".join(
                str(part)[:80]
                for part in (row["span_text"], row["source"], ui.day(row["published"]))
                if part
            ),
            "href": addresses.article(row["article"], row["id"]),
        }
        for row in rows
        if (at := jalali_time(row["published"])) is not None
    ]
    if not points:
        return {}
    return {"stages": [ui.label("ProgramStatus", stage) for stage in stages], "points": points}


@lru_cache(maxsize=1 << 13)
def jalali_time(iso: object) -> float | None:
    """A day as a year of the Iranian calendar with its fraction.

    >>> jalali_time("2023-03-21"), jalali_time(None)
    (1402.0, None)
    """
    try:
        day = date.fromisoformat(str(iso))
    except ValueError:
        return None
    if day.year <= _EARLIEST:
        return None
    found = jdatetime.date.fromgregorian(date=day)
    return float(round(found.year + (found.yday() - 1) / 366, 3))
