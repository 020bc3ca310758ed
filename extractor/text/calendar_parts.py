"""Read parts and rows of years: halves, quarters, the first n months, decades, centuries."""

from extractor.text.calendar_expressions import MONTH, Expression, read_fields, short_year
from extractor.text.calendar_words import Words
from schemas.vocabularies import Calendar, Granularity

_LENGTHS = {
    1: Granularity.MONTH,
    3: Granularity.QUARTER,
    6: Granularity.HALF,
}  # «نه‌ماهه» counts months instead


def read_part_of_month(words: Words, first: int, last: int) -> Expression | None:
    """«نیمه دوم آذر», «دهه سوم مهر», «۱۷ روز ابتدای دی»; the last part ends with the month."""
    found = read_fields(words, first, last, Granularity.DAY)
    length = {"N": 15, "E": 10, "K": 7}.get(words.shape[first], words.values[first])
    which = first + 1 if words.shape[first] in "NEK" else first + 2
    if words.shape[first + 1] == "K":
        length *= 7
    part = words.values[which]
    if words.shape[which] != "o":
        part = 30 // length if part == 3 and 30 % length == 0 else 1 if part == 1 else 0
    if not 1 <= part * length <= 30:
        return None
    found.modifier = None
    found.days = ((part - 1) * length + 1, 0 if part * length == 30 else part * length)
    return found


def read_part_of_year(words: Words, first: int, last: int) -> Expression | None:
    """«سه‌ماهه نخست ۱۴۰۳», «نیمه دوم سال», «۹ ماهه امسال», «فصل اول سال»."""
    length = {"N": 6, "F": 3, "L": 1}.get(words.shape[first], words.values[first])
    counted = words.shape[first] not in "NFL"
    middle = first + (2 if counted else 1)
    if (counted and words.values[first + 1] != MONTH) or not 1 <= length <= 12:
        return None
    part, rest = 1, middle
    if middle <= last and words.shape[middle] in "obBp":
        part, rest = _part(words, middle, length), middle + 1
    elif not counted:
        return None
    if not 1 <= part * length <= 12:
        return None
    found = read_fields(words, rest, last, Granularity.MONTH) if rest <= last else None
    found = found or Expression(first, last, Granularity.MONTH)
    found.first, found.months = first, ((part - 1) * length + 1, part * length)
    found.granularity = Granularity.MONTH if counted else _LENGTHS[length]
    if not found.dated:
        found.year_shift = 0
    found.modifier = None
    return found


def _part(words: Words, i: int, length: int) -> int:
    """Which part of the year: the first, the second, the last one."""
    if words.shape[i] in "bB":
        return 12 // length if words.values[i] == 3 else 1
    return words.values[i] if words.shape[i] == "o" else 1


def read_decade(words: Words, first: int, last: int) -> Expression | None:
    """«دهه هشتاد», «اواخر دهه ۱۳۸۰», «دهه ۹۰ میلادی»."""
    head = words.shape.index("E", first)
    found = _headed(words, first, head, last, Granularity.DECADE)
    value = words.values[head + 1]
    if value % 10 or not value:
        return None
    if value < 100:
        value += 1900 if found.calendar is Calendar.GREGORIAN else 1300 if value > 19 else 1400
    if value >= 1800:
        found.calendar = Calendar.GREGORIAN
    found.years = (value, value + 9)
    return found


def _headed(words: Words, first: int, head: int, last: int, unit: Granularity) -> Expression:
    """What stands before the head word and the calendar's name at the end; not the number."""
    found = read_fields(words, first, head, unit)
    found.last, found.calendar = last, read_fields(words, last, last, unit).calendar
    return found


def read_century(words: Words, first: int, last: int) -> Expression | None:
    """«قرن بیست و یکم», «قرن نوزدهم میلادی»; others than these say no calendar."""
    head = words.shape.index("C", first)
    found = _headed(words, first, head, last, Granularity.CENTURY)
    value = words.values[head + 1]
    if found.calendar is Calendar.GREGORIAN or 15 < value <= 21:
        found.calendar = Calendar.GREGORIAN
        found.years = (value * 100 - 99, value * 100)
    return found


def read_farm_year(words: Words, first: int, last: int) -> Expression | None:
    """«سال زراعی ۱۴۰۲-۱۴۰۳», «سال تحصیلی ۱۴۰۲-۰۳»: from Mehr to Shahrivar."""
    years = [
        value if value >= 100 else short_year(value)
        for letter, value in zip(
            words.shape[first : last + 1], words.values[first : last + 1], strict=True
        )
        if letter in "yeq"
    ]
    if years[1] - years[0] != 1:
        return None
    found = Expression(first, last, Granularity.YEAR)
    found.years, found.months = (years[0], years[1]), (7, 6)
    return found
