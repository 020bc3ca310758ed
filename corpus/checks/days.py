"""Days as findings write them; they are kept as ordinals."""

from datetime import date

import jdatetime

_YEARS = range(623, 9999)  # Gregorian ones, all days of which the Iranian calendar has here


def jalali_day(ordinal: int) -> str:
    """A day of the Iranian calendar; a Gregorian one where that has none.

    >>> jalali_day(date(2023, 11, 5).toordinal())
    '1402-08-14'
    """
    day = date.fromordinal(ordinal)
    if day.year not in _YEARS:
        return day.isoformat()
    return str(jdatetime.date.fromgregorian(date=day).isoformat())
