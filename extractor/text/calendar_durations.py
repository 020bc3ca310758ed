"""Read lengths of time: durations, spans counted from now, repetitions."""

from extractor.text.calendar_expressions import (
    CENTURY,
    DAY,
    DECADE,
    MONTH,
    UNITS,
    WEEK,
    YEAR,
    Expression,
    iso_duration,
)
from extractor.text.calendar_words import Words, letter
from schemas.vocabularies import DateKind, Modifier

_HAS = ("دارد", "دارند", "داشت")  # «۴۷ سال دارد» says the age
_OLDEST_ATTRIBUTE = 10  # «برنامه ده‌ساله», but «مهاجم ۲۶ ساله»


def read_from_now(words: Words, first: int, last: int) -> Expression | None:
    """«چهار ماه اخیر» is a span of that length, «سه روز پیش» a point."""
    found = read_duration(words, first, last - 1)
    if not found:
        return None
    found.last, found.kind = last, DateKind.DATE
    _set_point(found, words, first, last)
    return found


# Persian in code: with these «سه روز گذشته», a span, becomes «سه روز پیش», a point.
_AGO = ("پیش", "قبل")
_SHIFTS = {DAY: "day_shift", WEEK: "week_shift", MONTH: "month_shift", YEAR: "year_shift"}


def _set_point(found: Expression, words: Words, first: int, last: int) -> None:
    """The day, week, month or year so many of them ago; «سه روز دیگر» may be a length."""
    unit = words.values[last - 1]
    ago = words.stretch(last, last) in _AGO
    if not ago or unit not in _SHIFTS or set(words.shape[first:last]) - set("Odqe#DKLY"):
        return
    count = _count(words, first, last - 1)
    if sum(letter in "dqe#" for letter in words.shape[first:last]) == 1 and count:
        found.ago = True
        setattr(found, _SHIFTS[unit], -count)


def read_repetition(words: Words, first: int, last: int) -> Expression | None:
    """«سالانه», «هر هفته», «هر دو ماه یک بار»."""
    if words.shape[first] == "6":
        return Expression(first, last, UNITS[words.values[first]], DateKind.SET)
    unit = last - 1 if words.shape[last] == "1" else last
    count = words.values[unit - 1] if unit > first + 1 else 1
    if not count:  # too long a number to count months
        return None
    found = Expression(first, last, UNITS[words.values[unit]], DateKind.SET)
    found.duration = iso_duration({words.values[unit]: count})
    return found


def read_duration(words: Words, first: int, last: int) -> Expression | None:
    """«سه سال», «حدود یک ماه», «یک سال و نیم», «سه‌ساله»; no ages and no hours."""
    unit = next(i for i in range(first, last + 1) if words.shape[i] in "DKLYECU")
    counts = {words.values[unit]: _count(words, first, unit)}
    if not counts[words.values[unit]] and "4" not in words.shape[first:unit]:
        return None
    if letter(words, first - 1) in ("@", "z") or (
        letter(words, first - 2) == "z" and letter(words, first - 1) == "&"
    ):
        return None
    if _is_age(words, first, unit) or _is_some_day(words, first, unit):
        return None
    if last > unit + 1 and words.shape[last] in "DL":
        counts[words.values[last]] = words.values[last - 1]
    elif set(words.shape[first : last + 1]) & {"4", "N"}:
        _add_half(counts, words.values[unit])
    found = Expression(first, last, UNITS[words.values[unit]], DateKind.DURATION)
    if words.shape[first] == "O":
        found.modifier = Modifier.ABOUT
    found.duration = iso_duration(counts)
    return found


def _count(words: Words, first: int, unit: int) -> int:
    number = next((i for i in range(unit - 1, first - 1, -1) if words.shape[i] in "dqe#"), None)
    return words.values[number] if number is not None else 0


def _add_half(counts: dict[int, int], unit: int) -> None:
    """Half of a unit in the next smaller one."""
    smaller, halves = {
        CENTURY: (YEAR, 50),
        DECADE: (YEAR, 5),
        YEAR: (MONTH, 6),
        MONTH: (DAY, 15),
        WEEK: (DAY, 3),
        DAY: (DAY, 0),
    }[unit]
    counts[smaller] = counts.get(smaller, 0) + halves


def _is_some_day(words: Words, first: int, unit: int) -> bool:
    """«یک روز» is "one day" in the sense of "once", unless a preposition makes it a length."""
    lone = unit == first + 1 and words.shape[unit] == "D" and words.values[first] == 1
    return lone and letter(words, first - 1) not in ("I", "~", "P", "A")


def _is_age(words: Words, first: int, unit: int) -> bool:
    """«مرد ۶۰ ساله», «۱۸ سال سن», «افراد بالای ۶۰ سال»."""
    around = words.shape[max(0, first - 3) : first] + words.shape[unit + 1 : unit + 3]
    if words.values[unit] != YEAR:
        return False
    after = words.stretch(unit + 1, unit + 1) if letter(words, unit + 1) else ""
    if "0" in around or "8" in around or after.startswith(_HAS):
        return True
    return (
        words.shape[unit] == "U"
        and words.values[unit - 1] > _OLDEST_ATTRIBUTE
        and words.values[unit - 1] % 10 != 0
    )
