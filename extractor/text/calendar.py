"""The Jalali calendar in days of :class:`datetime.date`; intervals are inclusive."""

from datetime import date, timedelta
from functools import lru_cache

import jdatetime

Interval = tuple[date, date]
JalaliDay = tuple[int, int, int]

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1, 1999  # years outside can't be meant


@lru_cache(maxsize=1 << 14)
def from_jalali(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Jalali one. Raises ValueError where there is no such day.

    >>> from_jalali(1402, 5, 12)
    datetime.date(2023, 8, 3)
    """
    found: date = jdatetime.date(year, month, day).togregorian()
    return found


@lru_cache(maxsize=1 << 14)
def to_jalali(day: date) -> JalaliDay:
    """Year, month and day of the Jalali calendar.

    >>> to_jalali(date(2023, 8, 3))
    (1402, 5, 12)
    """
    found = jdatetime.date.fromgregorian(date=day)
    return found.year, found.month, found.day


@lru_cache(maxsize=1 << 12)
def is_leap(year: int) -> bool:
    """Whether Esfand of this year has thirty days.

    >>> [year for year in range(1398, 1410) if is_leap(year)]
    [1399, 1403, 1408]
    """
    return bool(jdatetime.date(year, 1, 1).isleap())


def month_length(year: int, month: int) -> int:
    """Days of a Jalali month.

    >>> month_length(1402, 12), month_length(1403, 12), month_length(1403, 6)
    (29, 30, 31)
    """
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def months_interval(year: int, first: int, last: int) -> Interval:
    """From the first day of one Jalali month to the last day of another of the year.

    >>> months_interval(1401, 1, 4)
    (datetime.date(2022, 3, 21), datetime.date(2022, 7, 22))
    """
    return from_jalali(year, first, 1), from_jalali(year, last, month_length(year, last))


def year_interval(first: int, last: int | None = None) -> Interval:
    """All days of a Jalali year, or of a row of years."""
    last = first if last is None else last
    return from_jalali(first, 1, 1), from_jalali(last, 12, month_length(last, 12))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months later.

    >>> shift_month(1403, 1, -2)
    (1402, 11)
    """
    years, index = divmod(month - 1 + by, 12)
    return year + years, index + 1


def week_of(day: date) -> Interval:
    """The week, Saturday to Friday, that the day lies in.

    >>> week_of(date(2024, 9, 15))
    (datetime.date(2024, 9, 14), datetime.date(2024, 9, 20))
    """
    first = day - persian_weekday(day) * DAY
    return first, first + 6 * DAY


def persian_weekday(day: date) -> int:
    """0 for Saturday to 6 for Friday."""
    return (day.weekday() + 2) % 7


@lru_cache(maxsize=1 << 10)
def gregorian_month(year: int, month: int) -> Interval:
    """All days of a Gregorian month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - DAY
