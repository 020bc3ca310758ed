"""Turn what a pattern of the date grammar matched into an expression, or refuse it."""

from collections.abc import Callable

from extractor.text.calendar_durations import read_duration, read_from_now, read_repetition
from extractor.text.calendar_expressions import (
    NO_DAY,
    Expression,
    read_fields,
    read_numeric,
)
from extractor.text.calendar_parts import (
    read_century,
    read_decade,
    read_farm_year,
    read_part_of_month,
    read_part_of_year,
)
from extractor.text.calendar_vocabulary import SHORT_YEAR, beside
from extractor.text.calendar_words import Words, letter, spelled
from extractor.text.calendar_years import (
    AFTER_MAY,
    read_this_year,
    read_year,
    read_year_end,
    read_years,
)
from schemas.vocabularies import Calendar, DateKind, Granularity

# What may stand before a month whose name is another word too («در مهر»), or after May.
_BEFORE_MONTH = frozenset("IA~J&")
_BEFORE_SEASON = frozenset("<=>?^;")
_MONTHS = frozenset("MmGaH")
_VERBS = frozenset("<=>?^")
_UNCOUNTED = ";"  # no count goes with it: «در ۱۴۰۰ تنها …» is a year


def read_hidden(_words: Words, first: int, last: int) -> Expression | None:
    """Something that only looks like a date."""
    return Expression(first, last, Granularity.DAY, hidden=True)


def read_date(words: Words, first: int, last: int) -> Expression | None:
    """«سه‌شنبه ۱۲ مهر ۱۴۰۲», «۲۷ و ۲۸ مهر», «۱۴۰۲/۰۵/۱۲»."""
    if words.shape[first] == "J":  # «مورخ», «تاریخ»
        first += 1
    if words.shape[last] == "Q":
        found = read_fields(words, first, last, Granularity.DAY)
        dated = words.shape[first - 1 : first] == "J" or words.shape[first] == "W"
        return found if read_numeric(words, last, found, dated=dated) else None
    month = next(i for i in range(first, last + 1) if words.shape[i] in "MmGaH")
    first_day, day = _days(words, first, month)
    # A weekday or «صبح» before the first day belongs to it, what stands further left does not.
    found = read_fields(words, first, last, Granularity.DAY)
    found.days = (words.values[first_day], words.values[day])
    if not 1 <= found.days[0] <= found.days[1] <= 31:
        return None
    if any(words.shape[i] in "doq" for i in range(first, first_day)):
        found.first, found.weekday = first_day, None
    if words.stretch(day, day) == "نه" and not found.dated:  # «نه مهر» is "not Mehr" more often
        return None
    return found if _is_month(words, month, found, day) else None


def read_impossible(words: Words, first: int, last: int) -> Expression | None:
    """«۳۲ تیر ۱۴۰۱»: a day that no month has; larger numbers before a month are years."""
    if words.shape[first] == "J":
        first += 1
    day = next(i for i in range(first, last + 1) if words.shape[i] == SHORT_YEAR)
    found = read_fields(words, first, last, Granularity.DAY)
    if words.values[day] > NO_DAY:
        return None
    found.days = (words.values[day], words.values[day])
    found.years = (words.values[last], words.values[last])
    return found


def _days(words: Words, first: int, month: int) -> tuple[int, int]:
    """First and last day of «۲۷، ۲۸ و ۲۹ مهر»; a comma alone joins no days."""
    places = [i for i in range(first, month) if words.shape[i] in "doq"]
    start = last = places[-1]
    listed = False
    for place in reversed(places[:-1]):
        signs = words.shape[place + 1 : start]
        listed = listed or any(sign in "&~-" for sign in signs)
        if (
            not listed
            or letter(words, place - 1) == "@"
            or words.values[place] >= words.values[start]
        ):
            break
        start = place
    return start, last


def _is_month(words: Words, month: int, found: Expression, day: int | None) -> bool:
    """Whether the word is the month, not the verb prefix «می» or the bullet «تیر»."""
    kind = words.shape[month]
    # «خرداد ماه می توانند»: the word for month belongs to the name before it.
    taken = letter(words, month - 2) in _MONTHS
    marked = letter(words, month + 1) == "L" or (letter(words, month - 1) == "L" and not taken)
    if found.calendar is Calendar.JALALI and found.years and found.years[0] >= 1800:
        return False
    if marked or found.dated or kind in "MG" or (kind == "H" and day is not None):
        return True
    after = letter(words, found.last + 1)
    if kind == "a":
        return day is not None and (not after or after in AFTER_MAY or after == _UNCOUNTED)
    if day is not None:
        return words.shape[day] != "d" or words.stretch(day, day).isdigit()
    if kind == "H":
        return False
    if after in ("&", "~") and letter(words, found.last + 2) in ("M", "m"):  # «بهمن و اسفند»
        return True
    if found.modifier is not None or found.direction is not None:
        return True
    before = letter(words, month - 1)
    if before == "&" and after and after not in AFTER_MAY and after not in _VERBS:
        return letter(words, month - 2) in (*_MONTHS, "L", "y", ")")  # «رضا و بهمن عسگری»
    return before in _BEFORE_MONTH or spelled(words, month - 1) in beside("measured")


def read_month(words: Words, first: int, last: int) -> Expression | None:
    """«مهر ۱۳۹۹», «اواخر اردیبهشت ماه», «ماه دسامبر 2019»."""
    month = next(i for i in range(first, last + 1) if words.shape[i] in "MmGaH")
    found = read_fields(words, first, last, Granularity.MONTH)
    if letter(words, first - 1) and letter(words, first - 1) in "d#e" and words.shape[first] == "L":
        return None
    return found if _is_month(words, month, found, None) else None


def read_months(words: Words, first: int, last: int) -> Expression | None:
    """«ماه‌های تیر و مرداد»: of each year, where none is said."""
    found = read_fields(words, first, last, Granularity.MONTH)
    if not found.dated:
        found.kind = DateKind.SET
    return found if found.months and found.months[0] < found.months[1] else None


def read_relative_month(words: Words, first: int, last: int) -> Expression | None:
    """«ماه گذشته», «پایان ماه جاری», «این ماه», «پایان ماه»."""
    found = read_fields(words, first, last, Granularity.MONTH)
    found.month_shift = found.month_shift or 0
    return found


def read_season(words: Words, first: int, last: int) -> Expression | None:
    """«بهار ۱۴۰۱», «فصل تابستان», «در بهار»."""
    found = read_fields(words, first, last, Granularity.SEASON)
    season = next(i for i in range(first, last + 1) if words.shape[i] in "Ss")
    prepared = found.dated or found.direction is not None or found.modifier
    before = letter(words, first - 1)
    # «قرار است پاییز آغاز شود»; spring is a given name, too.
    adverb = words.shape[season] == "S" and before and before in _BEFORE_SEASON
    if not prepared and not adverb and before not in _BEFORE_MONTH:
        return None
    found.months = (words.values[season] * 3 - 2, words.values[season] * 3)
    return found


def read_era(words: Words, first: int, last: int) -> Expression | None:
    """«دولت سیزدهم», «برنامه پنج‌ساله ششم توسعه»."""
    head = next(i for i in range(first, last + 1) if words.shape[i] in "V3")
    number = next(i for i in range(head, last + 1) if words.shape[i] == "o")
    found = read_fields(words, first, head, Granularity.ERA)
    found.last = last
    found.era = ("government" if words.shape[head] == "V" else "plan", words.values[number])
    return found


def read_observance(words: Words, first: int, last: int) -> Expression | None:
    """«هفته دولت», «دهه فجر امسال»."""
    return read_fields(words, first, last, Granularity.DAY)


def read_week(words: Words, first: int, last: int) -> Expression | None:
    """«هفته گذشته», «چهارشنبه این هفته»."""
    found = read_fields(words, first, last, Granularity.WEEK)
    found.week_shift = found.week_shift or 0
    if found.weekday is not None:
        found.granularity = Granularity.DAY
    return found


def read_weekday(words: Words, first: int, last: int) -> Expression | None:
    """«روز دوشنبه», «شنبه آینده»; «شنبه‌ها» and «روزهای شنبه» are repetitions."""
    if letter(words, last + 1) == "*" or letter(words, first - 1) == "r":
        return None
    if letter(words, first - 1) in ("&", "~") and "r" in words.shape[max(0, first - 4) : first]:
        return None
    found = read_fields(words, first, last, Granularity.DAY)
    return found if letter(words, first - 1) != "X" else None


def read_relative_day(words: Words, first: int, last: int) -> Expression | None:
    """«دیروز», «عصر امروز», «روز گذشته», «روز جاری»."""
    found = read_fields(words, first, last, Granularity.DAY)
    found.direction = found.year_shift = None
    if found.day_shift is None:
        found.day_shift = -1 if words.shape[last] == "p" else 0
    return found


READERS: dict[str, Callable[[Words, int, int], Expression | None]] = {
    "hidden": read_hidden,
    "date": read_date,
    "impossible": read_impossible,
    "month": read_month,
    "months": read_months,
    "part_of_month": read_part_of_month,
    "relative_month": read_relative_month,
    "year": read_year,
    "this_year": read_this_year,
    "year_end": read_year_end,
    "years": read_years,
    "season": read_season,
    "part_of_year": read_part_of_year,
    "decade": read_decade,
    "farm_year": read_farm_year,
    "century": read_century,
    "era": read_era,
    "observance": read_observance,
    "week": read_week,
    "weekday": read_weekday,
    "relative_day": read_relative_day,
    "from_now": read_from_now,
    "repetition": read_repetition,
    "duration": read_duration,
}
