"""Turn what a pattern of the date grammar matched into an expression, or refuse it."""

from collections.abc import Callable

from extractor.text.calendar_durations import read_duration, read_from_now, read_repetition
from extractor.text.calendar_expressions import (
    NO_DAY,
    Expression,
    read_fields,
    read_numeric,
    short_year,
)
from extractor.text.calendar_parts import (
    read_century,
    read_decade,
    read_farm_year,
    read_part_of_month,
    read_part_of_year,
)
from extractor.text.calendar_vocabulary import COUNTABLE, SHORT_YEAR
from extractor.text.calendar_words import Words, letter
from schemas.vocabularies import Calendar, DateKind, Granularity, Modifier

# What may stand before a month whose name is another word too («در مهر»), or after May.
_BEFORE_MONTH = frozenset("IA~J&")
_BEFORE_SEASON = frozenset("<=>?^;")
_MONTHS = frozenset("MmGaH")
_AFTER_MAY = frozenset(".,()|&~AIJ-/:")
_VERBS = frozenset("<=>?^")
_AFTER_BARE_YEAR = "<=>?;^X+tnOd#eqyg"
_UNCOUNTED = ";"  # no count goes with it: «در ۱۴۰۰ تنها …» is a year
_COUNTS = ("u", "z", "'")
_LONGEST_ROW = 40  # years
_SHORTEST_YEAR = 80  # of two digits; smaller ones before a counted noun count it


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
        return day is not None and (not after or after in _AFTER_MAY or after == _UNCOUNTED)
    if day is not None:
        return words.shape[day] != "d" or words.stretch(day, day).isdigit()
    if kind == "H":
        return False
    if after in ("&", "~") and letter(words, found.last + 2) in ("M", "m"):  # «بهمن و اسفند»
        return True
    if found.modifier is not None or found.direction is not None:
        return True
    before = letter(words, month - 1)
    if before == "&" and after and after not in _AFTER_MAY and after not in _VERBS:
        return letter(words, month - 2) in (*_MONTHS, "L", "y", ")")  # «رضا و بهمن عسگری»
    return before in _BEFORE_MONTH


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


def read_year(words: Words, first: int, last: int) -> Expression | None:
    """«سال ۱۳۹۹», «پایان سال ۹۸», «سال گذشته», «امسال», «حدود ۱۳۹۰»."""
    if words.shape[first] == "o":
        start = (
            Modifier.START
            if words.values[first] == 1
            and letter(words, first - 1) not in ("Y", "D", "K", "L", "F")
            else None
        )
        found = read_fields(words, first + 1, last, Granularity.YEAR)
        if start:
            found.first, found.modifier = first, start
    else:
        found = read_fields(words, first, last, Granularity.YEAR)
    number = next((i for i in range(found.first, last + 1) if words.shape[i] in "ygeqd"), None)
    if number is None:
        return found
    if letter(words, number - 1) not in ("Y", "2", "$"):
        return found if _is_bare_year(words, found, number) else None
    if words.shape[number] == SHORT_YEAR and words.values[number] < _SHORTEST_YEAR:
        counted = letter(words, number + 1) == COUNTABLE
        if counted and letter(words, found.first) in ("B", "o", "N"):
            return None  # «از ابتدای سال ۴۵ واحد»
    year = words.stretch(number, number)
    written = words.shape[number] == "y" and year[0].isalpha()  # «سال هزار و سیصد و نود»
    return found if written or (year.isdigit() and len(year) in (2, 4)) else None


def _is_bare_year(words: Words, found: Expression, number: int) -> bool:
    """Whether four digits without «سال» are a year: «از ۱۳۹۸ تا ۱۴۰۰»."""
    before, after = letter(words, found.first - 1), letter(words, found.last + 1)
    if found.last > number or (
        before in ("~", "&") and letter(words, found.first - 2) in ("y", "g")
    ):
        return True
    if (before in ("(", "-") and after in (")", "-")) or _opens_row(words, number):
        return True
    if after == "~" and letter(words, found.last + 3) in _COUNTS:  # «از ۱۴۰۰ تا ۱۴۵۰ نفر»
        return False
    if found.modifier and words.shape[number] == "y":
        return after not in _COUNTS  # «ابتدای ۱۴۰۴ آغاز می‌شود»
    prefixed = before in ("I", "A", "~") or found.first < number
    return prefixed and (after in _AFTER_MAY or not after or after in _AFTER_BARE_YEAR)


def _opens_row(words: Words, number: int) -> bool:
    """The first year of «۱۴۰۰ تا ۱۴۰۲», where the second is no count."""
    row = words.shape[number : number + 4]
    if row[1:2] != "~" or row[2:3] != row[0] or row[3:4] in _COUNTS:
        return False
    return 0 < words.values[number + 2] - words.values[number] <= _LONGEST_ROW


def read_this_year(words: Words, first: int, last: int) -> Expression | None:
    """«ابتدای سال», «پایان سال»: of the year in which the text was written."""
    if words.shape[first] == "o" and words.values[first] != 1:
        return None
    found = read_fields(words, last, last, Granularity.YEAR)
    found.first, found.year_shift = first, 0
    edge = (
        words.values[first] if words.shape[first] == "B" else 2 if words.shape[first] == "N" else 1
    )
    found.modifier = (Modifier.START, Modifier.MID, Modifier.END)[edge - 1]
    return found


def read_year_end(words: Words, first: int, last: int) -> Expression | None:
    """The second year of «از سال ۹۵ تا ۹۸»."""
    found = Expression(first, last, Granularity.YEAR)
    year = short_year(words.values[first])
    found.years = (year, year)
    return found


def read_years(words: Words, first: int, last: int) -> Expression | None:
    """«سال‌های ۱۳۹۷ و ۱۳۹۸»: all days from the first to the last year."""
    found = read_fields(words, first, last, Granularity.YEAR)
    ordered = found.years and found.years[0] < found.years[1]
    return found if ordered else None


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
