"""Quantities that share a unit: «۱۰ درصد تا ۲۰ درصد», «از ۱۲ به ۱۵ درصد»."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.mentions import Number, Quantity
from extractor.quantities.surroundings import CLAUSE_END, Surroundings
from extractor.quantities.vocabulary import word_set
from extractor.reasons import inherit, note
from extractor.text.numerals_lexicon import Term, number_lexicon
from extractor.text.units import find_unit
from schemas.vocabularies import Comparator

# «از ۹۰۰ هزار نفر تا حدود ۲ میلیون نفر»: what bounds or loosens the upper end.
_TO = re.compile(r" ?(?:تا|الی)(?: سقف| حداکثر| مرز| حدود| نزدیک به| بیش از| قریب به)? ?")
_FROM_TO = re.compile(r" به ")
_FROM = re.compile(r"(?:^|[^\w])از $")
_JOINED = re.compile(r" و |، ")
_SCALED = re.compile(r"هزار|میلیون|میلیارد")
_TOWARDS = "به"  # «از ۹ هزار نفر به ۱۰ هزار رسید»
_PEOPLE = ("گان", "نفر", "مردم")  # «۲ میلیون از جنگ‌زدگان»
_GAP = 8
_SENTENCE = 300
_ALIKE = 20
_SINGLE = (Comparator.EXACT, Comparator.ABOUT)


def merge_ranges(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join the two ends of a range that each name the unit."""
    merged: list[Quantity] = []
    for quantity in quantities:
        first = merged[-1] if merged else None
        if first and _is_range(text, first, quantity):
            ends = first.number.core_start, quantity.number.end
            for field in ("upper", "comparator"):
                note("numbers", first.number, field, f"figures.{field}.range", ends)
            number = replace(
                first.number,
                upper=quantity.number.value,
                comparator=Comparator.RANGE,
                end=quantity.number.end,
            )
            merged[-1] = replace(first, number=number, end=quantity.end, item=quantity.item)
        else:
            merged.append(quantity)
    return merged


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    plain = first.number.comparator in _SINGLE and second.number.upper is None
    ordered = first.unit == second.unit and first.number.value < second.number.value
    between = text[first.end : second.number.core_start]
    return plain and ordered and bool(_TO.fullmatch(between))


def share_units(text: str, quantities: list[Quantity], bare: Sequence[Number]) -> list[Quantity]:
    """Add numbers whose unit stands with another, or is left out.

    «از ۱۲ به ۱۵ درصد», «حداکثر ۷۹ و حداقل ۲۵ کیلومتر»; «بیش از ۱۱ هزار و ۵۰۰ مبتلا شده‌اند».
    """
    by_start = {q.start: q for q in quantities}
    for number in reversed(bare):
        shared = _shared(text, number, by_start) or _elided(text, number, quantities)
        if shared:
            by_start[shared.start] = shared
    return sorted(by_start.values(), key=lambda q: q.start)


def _shared(text: str, number: Number, by_start: dict[int, Quantity]) -> Quantity | None:
    link = _FROM_TO.match(text, number.end)
    begun = _FROM.search(text, max(0, number.start - _GAP), number.start)
    joined = None if link and begun else _JOINED.match(text, number.end)
    tie = link if link and begun else joined
    second = by_start.get(tie.end()) if tie else None
    if joined and second and _is_taken_up(text, number):
        return None
    if second is None or (joined and not _is_measure(second)):
        return None
    if tie is link:
        number = _scaled(text, number, second.number)
    inherit("numbers", number, "unit", "figures.unit.shared", ("numbers", second.number, "unit"))
    return Quantity(number.start, number.end, number, second.unit, second.unit_text, second.item)


def _scaled(text: str, number: Number, second: Number) -> Number:
    """«از ۱.۸ به ۲.۷ میلیون دلار»: the scale, too, stands with the second alone."""
    terms = number_lexicon().terms
    own, other = (text[n.core_start : n.end].split() for n in (number, second))
    if number.upper or any(_is_scale(terms.get(word)) for word in own):
        return number
    scale = Decimal(1)
    for word in reversed(other):
        term = terms.get(word)
        if term is None or not _is_scale(term):
            break
        scale *= term.value
    # «از ۳۰۰ به ۲ هزار واحد»: so much more cannot be of the second's scale.
    alike = number.value * scale < second.value * _ALIKE
    if alike and scale != 1:
        inherit(
            "numbers",
            number,
            "value",
            "figures.value.shared_scale",
            ("numbers", second, "value"),
            (number.core_start, number.end),
        )
    return replace(number, value=number.value * scale) if alike else number


def _is_scale(term: Term | None) -> bool:
    return term is not None and term.kind == "scale"


def _is_taken_up(text: str, number: Number) -> bool:
    """«اعتبار این دو، ۹ میلیارد تومان»: a count of what was named before."""
    before = Surroundings(text, number.start, number.end, number.end).before
    return bool(before) and before[0] in word_set("again")


def _is_measure(quantity: Quantity) -> bool:
    unit = find_unit(quantity.unit_text.split())
    return unit is not None and unit[0].kind in ("money", "measure")


def _elided(text: str, number: Number, quantities: Sequence[Quantity]) -> Quantity | None:
    """A large number before a preposition or verb, of what the sentence speaks of."""
    if not _SCALED.search(text, number.core_start, number.end):
        return None
    around = Surroundings(text, number.start, number.end, len(text))
    if not around.after or around.after[0].text not in word_set("preposition"):
        return None
    of_people = len(around.after) > 1 and around.after[1].text.endswith(_PEOPLE)
    if of_people or around.clause & word_set("casualties"):
        note("numbers", number, "unit", "figures.unit.people_left_out", number)
        return Quantity(number.start, number.end, number, "person", "", None)
    if _TOWARDS not in around.before[:1]:
        return None
    last = bisect_left(quantities, number.start, key=lambda q: q.start) - 1
    before = quantities[last] if last >= 0 else None
    if before is None or number.start - before.end > _SENTENCE:
        return None
    if CLAUSE_END.search(text, before.end, number.start):
        return None
    source = ("numbers", before.number, "unit")
    inherit("numbers", number, "unit", "figures.unit.shared", source)
    return Quantity(number.start, number.end, number, before.unit, before.unit_text, None)
