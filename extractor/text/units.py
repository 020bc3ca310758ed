"""What can follow a number: units of measure, currencies, counted nouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import UnitRow
from extractor.text.characters import ZWNJ

LONGEST_UNIT = 4  # words
# Endings of a unit: «هکتاری», «دوره‌ای», «نفره», «نفرشان», «درصدند»; longest first.
_ENDINGS = ("شان", "مان", "اند", "ای", "یی", "ست", "ند", "ی", "ه", "ش", "ٔ")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its code and the way it is treated."""

    code: str
    kind: str
    inflected: bool = False  # «۳۰ هکتاری»: an adjective
    row: str = field(default="", repr=False)  # id of the lexicon's row


@cache
def unit_table() -> dict[str, Unit]:
    """Units by their spelling, without half-spaces; parts of a phrase are parted by spaces."""
    table: dict[str, Unit] = {}
    for row in load_rows("units.toml", UnitRow):
        for surface in row.surfaces:
            for spelled in (surface.replace(ZWNJ, ""), surface.replace(ZWNJ, " ")):
                table.setdefault(spelled, Unit(row.code, row.kind, row=row.id))
    return table


@cache
def counted_words() -> frozenset[str]:
    """First words of all units, as they stand in a text."""
    return frozenset(_first_words())


def _first_words() -> Iterator[str]:
    for row in load_rows("units.toml", UnitRow):
        for surface in row.surfaces:
            first = surface.split()[0]
            yield from (first, first.replace(ZWNJ, ""), first.split(ZWNJ)[0])


@cache
def _heads() -> frozenset[str]:
    """First words of the units of several words."""
    return frozenset(unit.partition(" ")[0] for unit in unit_table() if " " in unit)


def find_unit(words: Sequence[str]) -> tuple[Unit, int] | None:
    """The longest unit at the start of some words, and how many of them it takes.

    >>> find_unit(["متر", "مربع", "زمین"])
    (Unit(code='square_metre', kind='measure', inflected=False), 2)
    >>> find_unit(["هکتاری"])
    (Unit(code='hectare', kind='measure', inflected=True), 1)
    """
    table = unit_table()
    flat = [word.replace(ZWNJ, "") for word in words[:LONGEST_UNIT]]
    longest = len(flat) if flat and flat[0] in _heads() else min(1, len(flat))
    for length in range(longest, 0, -1):
        unit = table.get(" ".join(flat[:length])) or _inflected(flat[:length], table)
        if unit:
            return unit, length
    return None


def _inflected(words: Sequence[str], table: dict[str, Unit]) -> Unit | None:
    last = words[-1]
    for ending in _ENDINGS:
        stem = last.removesuffix(ending)
        if stem != last and len(stem) >= _SHORTEST:
            unit = table.get(" ".join((*words[:-1], stem)))
            if unit:
                return Unit(unit.code, unit.kind, inflected=True, row=unit.row)
    return None
