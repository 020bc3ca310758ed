"""Read what an annotator typed: numbers, days, slugs."""

import re
from decimal import Decimal, InvalidOperation

import jdatetime

from schemas.values import json_number

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫", "0123456789" * 2 + ".", "٬,_ \u200c\u200e\u200f")
_DAY = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")
_MAX_DIGITS = 1_000  # "1e999999999" would fill the memory
_LONG_MONTHS = 6  # of 31 days; the others have 30, the last 29 in most years
_LAST_MONTH = 12


class TypedValueError(ValueError):
    """What was typed is no such value."""


def read_number(text: str) -> int | float:
    """A number with Latin or Persian digits.

    >>> read_number("۱٬۲۰۰"), read_number("2.50"), read_number("٢٫٥")
    (1200, 2.5, 2.5)
    """
    try:
        value = Decimal(text.translate(_DIGITS))
        if not value.is_finite() or abs(value.adjusted()) > _MAX_DIGITS:
            raise TypedValueError(f"{text!r} is no number")
        return json_number(value)
    except (InvalidOperation, OverflowError) as error:
        raise TypedValueError(f"{text!r} is no number") from error


def read_days(text: str) -> list[str]:
    """First and last day of a year, a month, a day, or an interval of two of these.

    >>> read_days("1402"), read_days("۱۴۰۲-۰۷..1402-08-05")
    (['1402-01-01', '1402-12-29'], ['1402-07-01', '1402-08-05'])
    """
    first, dots, last = text.translate(_DIGITS).partition("..")
    days = [_days(first)[0], _days(last if dots else first)[1]]
    if days[1] < days[0]:
        raise TypedValueError(f"{text!r} ends before it starts")
    return days


def _days(text: str) -> tuple[str, str]:
    found = _DAY.fullmatch(text)
    if not found:
        raise TypedValueError(f"{text!r} is no Jalali year, month or day as 1402-05-12")
    year = int(found[1])
    month, day = (part if part is None else int(part) for part in found.groups()[1:])
    first_month, last_month = (1, _LAST_MONTH) if month is None else (month, month)
    try:
        last_day = _length(year, last_month) if day is None else day
        first = jdatetime.date(year, first_month, 1 if day is None else day)
        last = jdatetime.date(year, last_month, last_day)
    except ValueError as error:
        raise TypedValueError(f"{text!r}: there is no such day") from error
    return first.isoformat(), last.isoformat()


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    if month < _LAST_MONTH:
        return 30
    return 30 if jdatetime.date(year, 1, 1).isleap() else 29


def period_of(days: list[str]) -> str:
    """What all days from the first to the last begin with: gold tells a figure's period so.

    >>> period_of(["1402-01-01", "1402-12-29"]), period_of(["1402-07-01", "1402-07-30"])
    ('1402', '1402-07')
    >>> period_of(["1390-01-01", "1399-12-29"])
    '139'
    """
    first, last = (day.split("-") for day in days)
    shared = [a for i, a in enumerate(first) if first[: i + 1] == last[: i + 1]]
    if shared:
        return "-".join(shared)
    return "".join(a for i, a in enumerate(first[0]) if first[0][: i + 1] == last[0][: i + 1])
