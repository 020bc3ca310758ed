"""Days of publication as sources write them, Gregorian or Jalali."""

import re
from datetime import date
from functools import cache

from schemas.article import parse_published
from schemas.numerals import LATIN

_EARLIEST = 1800
_LETTERS = str.maketrans("يك", "یک")
_NUMERIC = re.compile(r"(?<!\d)(1[2-4]\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_BACKWARDS = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(1[2-4]\d\d)(?!\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2}) +(?:(\w+) +)(?:ماه +)?(1[2-4]\d\d)(?!\d)")  # «ماه»: month


def parse_date(value: object) -> date | None:
    """The Gregorian day that a date field holds; None if it can't be read.

    ISO 8601, RFC 2822, and Jalali as ``1402/05/12``, ``12-5-1402`` or with the month's name, in
    Persian digits too, with a time or weekday around it.

    >>> parse_date("۱۴۰۲/۰۵/۱۲ - ۰۹:۳۰"), parse_date("پنجشنبه ۱۲ مرداد ۱۴۰۲")
    (datetime.date(2023, 8, 3), datetime.date(2023, 8, 3))
    """
    # A column of days may hold Jalali ones: no news is of the Gregorian year 1402.
    if isinstance(value, date) and value.year < _EARLIEST:
        value = f"{value.year}/{value.month}/{value.day}"
    if not isinstance(value, str):
        return parse_published(value)
    text = value.strip()[:200].translate(LATIN)
    return parse_published(text) or _jalali(text)


def _jalali(text: str) -> date | None:
    if found := _NUMERIC.search(text):
        return _gregorian(int(found[1]), int(found[3]), int(found[4]))
    if found := _BACKWARDS.search(text):
        return _gregorian(int(found[4]), int(found[3]), int(found[1]))
    for found in _WORDED.finditer(text.translate(_LETTERS)):
        month = _months().get(found[2])
        if month:
            return _gregorian(int(found[3]), month, int(found[1]))
    return None


@cache
def _months() -> dict[str, int]:
    import jdatetime

    return {name: number for number, name in enumerate(jdatetime.date.j_months_fa, 1)}


def _gregorian(year: int, month: int, day: int) -> date | None:
    import jdatetime

    try:
        found: date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        return None
    return found
