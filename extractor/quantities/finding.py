"""Tell which numbers are quantities, and of what."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.mentions import Mention, Number, NumberKind, Place, Quantity
from extractor.quantities.currencies import Currencies
from extractor.quantities.ranges import merge_ranges, share_units
from extractor.quantities.surroundings import FollowingWord, Surroundings
from extractor.quantities.units import Measured, UnitReader
from extractor.quantities.vocabulary import word_set
from extractor.reasons import note
from extractor.text.numerals_lexicon import number_lexicon
from schemas.vocabularies import Comparator, Unit

_PERCENT = re.compile(r"[ \u200c]?[٪%]")
_PERCENT_BEFORE = re.compile(r"[٪%] ?$")
_AND_A_HALF = re.compile(r" و نیم(?![^\W_])")
_HALF = Decimal("0.5")
_LONGEST_ITEM = 5
_SMALL = 10
_HOUSEHOLD = 5
_TENTH = Decimal("0.1")
_VAGUE = (Unit.OTHER, Unit.ITEM)


def find_quantities(
    text: str,
    numbers: Sequence[Number],
    dates: Iterable[Mention] = (),
    places: Iterable[Place] = (),
) -> list[Quantity]:
    """The quantities among the numbers of a text; those within a date are none.

    The ``places`` tell whose rupees and dinars are meant.

    >>> from extractor.text.numerals import find_numbers
    >>> text = "بیش از ۱۰ دوره آموزشی برای هزار و ۲۰۰ کارگر در ۳ سال"
    >>> for quantity in find_quantities(text, find_numbers(text)):
    ...     print(text[quantity.start : quantity.end], quantity.unit, quantity.item)
    بیش از ۱۰ دوره course دوره آموزشی
    هزار و ۲۰۰ کارگر person کارگر
    """
    taken = _Taken(dates)
    units = UnitReader(text, Currencies(places))
    found: list[Quantity] = []
    bare: list[Number] = []
    clock = score = -1
    for index, number in enumerate(numbers):
        if found and number.core_start < found[-1].end:
            continue  # «یک ساعت و نیم»
        following = numbers[index + 1].start if index + 1 < len(numbers) else len(text)
        around = Surroundings(text, number.start, number.end, max(following, number.end))
        if _is_clock(text, number, around, clock):
            clock = number.end
        elif _between(text, score, number) == _SCORED:
            score = -1
        elif number.kind in _COUNTED and not taken.overlaps(number):
            score = number.end
            quantity = _read(text, number, around, units)
            if quantity:
                found.append(quantity)
                units.note(quantity)
            elif number.kind in _EXACT and not _is_label(number, around, None):
                bare.append(number)
    return share_units(text, merge_ranges(text, found), bare)


# Persian in code: these words are grammar, one each.
_SCORED = " بر "  # «سه بر یک»
_HOUR, _YEAR = "ساعت", "سال"
_SHORT_YEARS, _YEARS = range(80, 100), range(1300, 1450)
_MINUTES = (" و ", " تا ", " الی ", " یا ")
_NEAR = 6
_EXACT = (NumberKind.CARDINAL, NumberKind.FRACTION)
_COUNTED = (*_EXACT, NumberKind.APPROXIMATE)


def _between(text: str, end: int, number: Number) -> str:
    """The few letters between an end and a number; nothing if it is farther off."""
    return text[end : number.core_start] if 0 <= end >= number.core_start - _NEAR else ""


def _is_clock(text: str, number: Number, around: Surroundings, clock: int) -> bool:
    """«ساعت ۱۴», «ساعت چهار و ۳۹ دقیقه»: ``clock`` is where the hour before it ends."""
    if _between(text, clock, number) in _MINUTES:
        return True
    return number.value <= 24 and around.before[:1] == (_HOUR,)


class _Taken:
    """The stretches that dates take up."""

    def __init__(self, dates: Iterable[Mention]) -> None:
        self._spans = sorted((d.start, d.end) for d in dates)
        self._starts = [start for start, _ in self._spans]

    def overlaps(self, number: Number) -> bool:
        last = bisect_right(self._starts, number.end - 1)
        return any(end > number.core_start for _, end in self._spans[max(0, last - 3) : last])


def _read(text: str, number: Number, around: Surroundings, units: UnitReader) -> Quantity | None:
    if number.unit:
        last = text[number.start : number.end].split()[-1]
        note("numbers", number, "unit", "figures.unit.scale", (number.end - len(last), number.end))
        return Quantity(number.start, number.end, number, number.unit, last, _item(around.after))
    percent = _percent_sign(text, number, around)
    if percent:
        return percent
    if number.kind is NumberKind.FRACTION:
        return _fraction(text, number, around)
    measured = units.read(number, around)
    if measured is None or measured.kind == "duration":
        return None
    if number.kind is NumberKind.APPROXIMATE:
        return _approximate(text, number, around, measured)
    if _is_label(number, around, measured) or _is_passing(text, number, around, measured):
        return None
    return _quantity(text, number, around, measured)


def _approximate(
    text: str, number: Number, around: Surroundings, measured: Measured
) -> Quantity | None:
    """«صدها کارگر», «ده‌ها هزار تن»: the order of magnitude; «صدها سؤال» says nothing."""
    if measured.inflected or measured.kind == "light" or measured.code in _VAGUE:
        return None
    exact = number.comparator is Comparator.EXACT
    about = replace(number, comparator=Comparator.ABOUT) if exact else number
    if exact:
        note("numbers", number, "comparator", "figures.comparator.approximate", number)
    return _quantity(text, about, around, measured)


def _percent_sign(text: str, number: Number, around: Surroundings) -> Quantity | None:
    after = _PERCENT.match(text, number.end)
    if after:
        sign = after.group().strip(" \u200c")
        item = _item(_words_after(text, after.end(), around.stop))
        note("numbers", number, "unit", "figures.unit.sign", (after.end() - len(sign), after.end()))
        return Quantity(number.start, after.end(), number, "percent", sign, item)
    before = _PERCENT_BEFORE.search(text, max(0, number.start - 2), number.start)
    if before and number.start == number.core_start:
        sign = before.group().strip()
        note("numbers", number, "unit", "figures.unit.sign", (before.start(), before.start() + 1))
        return Quantity(before.start(), number.end, number, "percent", sign, _item(around.after))
    return None


def _words_after(text: str, end: int, stop: int) -> list[FollowingWord]:
    return Surroundings(text, end, end, max(stop, end)).after


def _fraction(text: str, number: Number, around: Surroundings) -> Quantity | None:
    """«دو سوم کارکنان» is 66.7 percent of them; «نصف» alone is of nothing."""
    if not around.after or around.after[0].text in ("و", "را"):
        return None
    value = (number.value * 100).quantize(_TENTH).normalize()
    share = replace(number, value=Decimal(int(value)) if value == int(value) else value)
    written = text[number.core_start : number.end]
    for field in ("value", "unit"):
        note("numbers", number, field, f"figures.{field}.fraction", (number.core_start, number.end))
    return Quantity(number.start, number.end, share, "percent", written, _item(around.after))


def _quantity(text: str, number: Number, around: Surroundings, measured: Measured) -> Quantity:
    counted = measured.kind in ("count", "light", "person_or_tonne")
    words = around.after[0 if counted else measured.length :]
    end = around.after[measured.length - 1].end if measured.length else number.end
    half = _AND_A_HALF.match(text, end) if measured.sure else None
    if half:
        number, end = replace(number, value=number.value + _HALF), half.end()
        note("numbers", number, "value", "figures.value.and_a_half", (number.core_start, end))
        words = _words_after(text, end, len(text))
    last = around.after[measured.length - 1].end if measured.length else number.end
    unit_text = text[around.after[0].start : last] if measured.length else ""
    counted_words = (around.after[0].start, last) if measured.length else around.after[0]
    rule = f"figures.unit.{measured.rule}"
    note("numbers", number, "unit", rule, counted_words, row=measured.row or None)
    if number.comparator is Comparator.EXACT and number.upper is None:
        rest = around.after[measured.length :]
        comparator, reach = _upwards(rest)
        verb = comparator or _comparing_verb(around.before, rest)
        if verb:
            told = (rest[0].start, reach) if comparator else (number.core_start, rest[0].end)
            note("numbers", number, "comparator", "figures.comparator.unit_or_verb", told)
        number, end = replace(number, comparator=verb or number.comparator), reach or end
    item = _item(words, at_least=measured.length if counted else 0)
    return Quantity(number.start, end, number, measured.code, unit_text, item)


def _upwards(words: Sequence[FollowingWord]) -> tuple[Comparator | None, int]:
    """«۵۰ نفر به بالا», «۱۰ کارگر و بیشتر»."""
    pair = tuple(word.text for word in words[:2])
    comparator = number_lexicon().comparators["after_unit"].get(pair)
    return comparator, words[1].end if comparator else 0


# Prepositions that such a verb asks for, and what may stand before it: «به ۳۰۰ نفر هم نمی‌رسد».
_ASKED = {"به": ("to_verb", 3), "از": ("from_verb", 1)}
_EVEN = ("هم", "نیز")


def _comparing_verb(before: Sequence[str], words: Sequence[FollowingWord]) -> Comparator | None:
    side, reach = _ASKED.get(before[0] if before else "", ("", 0))
    for first in range(min(reach, len(words))):
        start = first + (words[first].text in _EVEN)
        phrase = tuple(word.text for word in words[start : start + 2])
        table = number_lexicon().comparators[side]
        comparator = table.get(phrase) or table.get(phrase[:1])
        if comparator:
            return comparator
    return None


def _item(words: Sequence[FollowingWord], at_least: int = 0) -> str | None:
    """The noun phrase at the start of some words: up to a preposition, pronoun or verb."""
    stops = word_set("stop")
    if words and not at_least and words[0].text == "از":
        words = words[1:]
    taken: list[str] = []
    for word in words[: max(_LONGEST_ITEM, at_least)]:
        if len(taken) >= at_least:
            if word.text in stops:
                break
            if UnitReader.is_verb(word.text):
                # «۲۰ نفر استخدام شدند»: the noun before the verb belongs to it.
                del taken[max(at_least, len(taken) - 1) :]
                break
        taken.append(word.text)
    return " ".join(taken) or None


def _is_label(number: Number, around: Surroundings, measured: Measured | None) -> bool:
    """«ماده ۵», «منطقه ۲ شهرداری», «پژو ۲۰۶»: the number names, it does not count."""
    if number.start < number.core_start or not around.before:
        return False
    before = around.before[0]
    heading = around.before[1:] if around.follows_colon else ()  # «کد خبر: ۲۰۴۸۱»
    if before == _YEAR and measured and measured.row and not _could_be_year(number):
        return False  # «تا پایان سال ۱۰ کارگاه», «در طول سال ۲۵۰ نفر»
    if not word_set("label").isdisjoint((before, *heading)):
        return not (measured and measured.sure)
    if before in word_set("place_label") and number.value < 100:
        shown = len(around.before) > 1 and around.before[1] in word_set("again")
        # «از ۹۰ واحد ۵۰ واحد»: the noun again, counted twice.
        shown = shown or bool(measured and measured.noun == before)
        return not shown and not (measured and (measured.sure or measured.noun.startswith("نفر")))
    return False


def _could_be_year(number: Number) -> bool:
    """«سال ۹۸», «سال ۱۴۰۲»."""
    return number.value in _SHORT_YEARS or number.value in _YEARS


def _is_passing(text: str, number: Number, around: Surroundings, measured: Measured) -> bool:
    """«یک شرکت» as an article, «هر دو خوشه», «سه محور»: nothing is measured."""
    written = text[number.core_start : number.end]
    exact = number.comparator is Comparator.EXACT
    if written == "یک" and exact:
        return not (measured.sure or measured.noun in ("نفر", "تن"))
    if measured.sure or number.value > _SMALL:
        return measured.kind == "light" and written == "هزار"
    if measured.inflected and measured.code in ("other", "person"):
        return measured.code == "other" or number.value <= _HOUSEHOLD  # «خانوار چهار نفره»
    again = bool(around.before) and around.before[0] in word_set("again") and exact
    return again or measured.kind == "light"
