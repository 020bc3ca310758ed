"""The days that an expression names in a given year of its calendar."""

from datetime import date
from functools import cache, lru_cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import EraRow
from extractor.text.calendar import (
    Interval,
    from_jalali,
    gregorian_month,
    month_length,
    to_jalali,
)
from extractor.text.calendar_expressions import Expression
from extractor.text.calendar_vocabulary import observances
from schemas.vocabularies import Calendar, Resolution

_HIJRI_YEARS = range(1343, 1501)  # the years of the table of hijridate
# For the calculations that a reader of a finding sees.
_JALALI = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()  # noqa: SIM905
_MONTHS = 12


class ImpossibleDateError(ValueError):
    """A day that its month does not have; the message is the calculation."""

    resolution = Resolution.EXPLICIT


def interval_of(said: Expression, year: int) -> Interval:
    """First and last day of what is said, in this year of its calendar.

    Raises ImpossibleDateError for a day that there isn't.
    """
    last = said.years[1] if said.years and said.years[0] == year else year
    months = said.months or (1, 12)
    days = said.days or (1, 0)
    return _interval(said.calendar, (year, last), months, days)


@lru_cache(maxsize=1 << 12)
def _interval(
    calendar: Calendar, years: tuple[int, int], months: tuple[int, int], days: tuple[int, int]
) -> Interval:
    first = _day(calendar, years[0], months[0], days[0])
    return first, _day(calendar, years[1], months[1], days[1])


def _day(calendar: Calendar, year: int, month: int, day: int) -> date:
    """A day by its parts; day 0 is the last of its month."""
    if month > _MONTHS:
        raise ImpossibleDateError(f"a year has {_MONTHS} months: {month} > {_MONTHS}")
    length = _length(calendar, year, month)
    if day > length:
        raise ImpossibleDateError(
            f"{_name(calendar, year, month)} has {length} days: {day} > {length}"
        )
    day = day or length
    if calendar is Calendar.JALALI:
        return from_jalali(year, month, day)
    if calendar is Calendar.GREGORIAN:
        return date(year, month, day)
    return _from_hijri(year, month, day)


def _length(calendar: Calendar, year: int, month: int) -> int:
    if calendar is Calendar.JALALI:
        return month_length(year, month)
    if calendar is Calendar.GREGORIAN:
        return gregorian_month(year, month)[1].day
    return 30


def _name(calendar: Calendar, year: int, month: int) -> str:
    """The month, with its year where the length depends on it."""
    if calendar is Calendar.JALALI:
        return _JALALI[month - 1] + (f" {year}" if month == 12 else "")
    return f"month {month} of {year}"


def _from_hijri(year: int, month: int, day: int) -> date:
    """By the Umm al-Qura table; in Iran a month may begin a day later."""
    from hijridate import Hijri

    if year not in _HIJRI_YEARS:
        raise ImpossibleDateError(f"the Hijri year {year} is outside 1343 to 1500")
    length = Hijri(year, month, 1).month_length()
    found: date = Hijri(year, month, min(day, length)).to_gregorian()
    return date(found.year, found.month, found.day)


def year_in(calendar: Calendar, day: date) -> int:
    """The year of a day in a calendar."""
    if calendar is Calendar.JALALI:
        return to_jalali(day)[0]
    return day.year if calendar is Calendar.GREGORIAN else _hijri_year(day)


@lru_cache(maxsize=1 << 10)
def _hijri_year(day: date) -> int:
    from hijridate import Gregorian

    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


@cache
def _eras() -> dict[tuple[str, int], Interval]:
    return {
        (row.kind, row.number): (_parse(row.first), _parse(row.last))
        for row in load_rows("eras.toml", EraRow, "era")
    }


def _parse(jalali: str) -> date:
    year, month, day = map(int, jalali.split("-"))
    return from_jalali(year, month, day)


def era_interval(era: tuple[str, int]) -> Interval | None:
    """The days of a government or a plan by its number; None for one not in the table."""
    return _eras().get(era)


def observance_days(index: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Months and days of a row of the observances."""
    row = observances()[index]
    return (row.first[0], row.last[0]), (row.first[1], row.last[1])
