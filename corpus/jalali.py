"""Gregorian days in the Iranian calendar, as far as it reaches."""

from datetime import date

import jdatetime

_YEARS = range(623, 9999)  # Gregorian ones, all days of which the Iranian calendar has here


def to_jalali(day: date) -> jdatetime.date | None:
    """The day in the Iranian calendar; None where that has none.

    >>> to_jalali(date(2023, 11, 5)), to_jalali(date(1, 1, 1))
    (jdatetime.date(1402, 8, 14), None)
    """
    return jdatetime.date.fromgregorian(date=day) if day.year in _YEARS else None
