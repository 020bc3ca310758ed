"""What the words of a calendar expression say, before it is known which days they mean."""

import re
from dataclasses import dataclass

from extractor.text.calendar_words import Words
from schemas.vocabularies import Calendar, DateKind, Granularity, Modifier

# The values of the unit words in the lexicon.
DAY, WEEK, MONTH, YEAR, DECADE, CENTURY = range(6)
UNITS = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.YEAR,
    Granularity.DECADE,
    Granularity.CENTURY,
)
_EDGES = {1: Modifier.START, 2: Modifier.MID, 3: Modifier.END}
_CALENDARS = {1: Calendar.JALALI, 2: Calendar.GREGORIAN, 3: Calendar.HIJRI}
_MONTH_CALENDARS = {
    "M": Calendar.JALALI,
    "m": Calendar.JALALI,
    "G": Calendar.GREGORIAN,
    "a": Calendar.GREGORIAN,
    "H": Calendar.HIJRI,
}
# Two digits above this are a year of the century before: «سال ۹۸», but «سال ۰۲».
_LAST_SHORT_YEAR = 15
NO_DAY = 39  # numbers up to it may be slips in a day; larger ones are years or codes


@dataclass(slots=True)
class Expression:
    """What a stretch of text says of a date; None where it says nothing.

    ``first`` and ``last`` are indexes of words. Offsets (``*_shift``) count from now.
    """

    first: int
    last: int
    granularity: Granularity
    kind: DateKind = DateKind.DATE
    calendar: Calendar = Calendar.JALALI
    modifier: Modifier | None = None
    years: tuple[int, int] | None = None  # the same twice for one year
    year_shift: int | None = None
    same_year: int | None = None  # counted from the year last spoken of
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    weekday: int | None = None
    day_shift: int | None = None
    week_shift: int | None = None
    month_shift: int | None = None
    direction: int | None = None  # «اسفند گذشته», «شنبه آینده»
    era: tuple[str, int] | None = None
    observance: int | None = None
    duration: str | None = None
    ago: bool = False  # «سه روز پیش»: a point; its length in ``duration``
    hidden: bool = False  # read only so that no part of it is taken for a date

    @property
    def dated(self) -> bool:
        """Whether the year is said, in whatever way."""
        return bool(self.years) or self.year_shift is not None or self.same_year is not None


def short_year(value: int) -> int:
    """The Jalali year meant by two digits.

    >>> short_year(98), short_year(2)
    (1398, 1402)
    """
    return value + (1400 if value <= _LAST_SHORT_YEAR else 1300)


def read_fields(words: Words, first: int, last: int, granularity: Granularity) -> Expression:
    """Put what each word says into its field."""
    found = Expression(first, last, granularity)
    for i in range(first, last + 1):
        _read_field(found, words, i)
    return found


def _read_field(found: Expression, words: Words, i: int) -> None:
    letter, value = words.shape[i], words.values[i]
    before = words.shape[i - 1] if i > found.first else ""
    after = words.shape[i + 1] if i < found.last else ""
    match letter:
        case "W" if found.weekday is None:
            found.weekday = value
        case "M" | "m" | "G" | "a" | "H":
            found.months = (found.months[0] if found.months else value, value)
            found.calendar = _MONTH_CALENDARS[letter]
        case "y" | "g" | "e" | "d" | "q" if letter in "yge" or found.months or before in ("Y", "2"):
            _read_year(found, value)
        case "d" | "o" | "q" if not found.months:
            found.days = (found.days[0] if found.days else value, value)
        case "Z":
            found.year_shift = value
        case "R":
            found.day_shift = value
        case "p" | "f" | "k" | "t" | "h":
            _read_relation(found, letter, value, before, after)
        case "B":
            found.modifier = _EDGES[value]
        case "N":
            found.modifier = Modifier.MID
        case "P" if before == "Y":
            found.same_year = value
        case "P":
            found.modifier = Modifier.BEFORE if value < 0 else Modifier.AFTER
        case "O":
            found.modifier = Modifier.ABOUT
        case "j":
            found.calendar = _CALENDARS[value]
        case "_":
            found.observance = value


def _read_year(found: Expression, value: int) -> None:
    year = short_year(value) if value < 100 else value
    found.years = (found.years[0] if found.years else year, year)
    if value >= 1800 and not found.months:
        found.calendar = Calendar.GREGORIAN


def _read_relation(found: Expression, letter: str, value: int, before: str, after: str) -> None:
    if letter in "th":
        if after == "Y":
            found.same_year = 0
        elif after == "K":
            found.week_shift = 0
        elif after == "L":
            found.month_shift = 0
    elif before in ("Y", "j"):
        found.year_shift = value
    elif before == "K":
        found.week_shift = value
    elif before == "L" and not found.months:
        found.month_shift = value
    elif letter == "k":
        found.year_shift = 0
    else:
        found.direction = value


_NUMERIC = re.compile(r"\d+")


def read_numeric(words: Words, i: int, found: Expression, *, dated: bool = False) -> bool:
    """Put the parts of a date in digits into their fields; False where it can't be one.

    What is called a date (``dated``: «تاریخ», a weekday) is one even where there is no such day.
    """
    parts = [int(part) for part in _NUMERIC.findall(words.stretch(i, i))]
    if parts[2] >= 1000:
        parts.reverse()
    year, month, day = parts
    most = (NO_DAY, NO_DAY) if dated and year >= 1000 else (12, 31)
    if not (1 <= month <= most[0] and 1 <= day <= most[1]):
        return False
    if year < 100:
        year = short_year(year)
    if not (1200 <= year < 1500 or 1800 <= year < 2100):
        return False
    found.years, found.months, found.days = (year, year), (month, month), (day, day)
    found.calendar = Calendar.GREGORIAN if year >= 1800 else Calendar.JALALI
    return True


def iso_duration(counts: dict[int, int]) -> str:
    """Counts by unit as an ISO 8601 duration; decades and centuries are years.

    >>> iso_duration({YEAR: 1, MONTH: 6}), iso_duration({WEEK: 2}), iso_duration({DECADE: 3})
    ('P1Y6M', 'P2W', 'P30Y')
    """
    years = counts.get(YEAR, 0) + 10 * counts.get(DECADE, 0) + 100 * counts.get(CENTURY, 0)
    parts = (
        (years, "Y"),
        (counts.get(MONTH, 0), "M"),
        (counts.get(WEEK, 0), "W"),
        (counts.get(DAY, 0), "D"),
    )
    return "P" + "".join(f"{count}{letter}" for count, letter in parts if count)
