"""Days as findings write them; they are kept as ordinals."""

from datetime import date

from corpus.jalali import to_jalali


def jalali_day(ordinal: int) -> str:
    """A day of the Iranian calendar; a Gregorian one where that has none.

    >>> jalali_day(date(2023, 11, 5).toordinal())
    '1402-08-14'
    """
    day = date.fromordinal(ordinal)
    return str((to_jalali(day) or day).isoformat())
