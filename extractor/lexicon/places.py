"""The gazetteer: what a name may stand for, and the names and codes of provinces."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from types import MappingProxyType

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import (
    CountryRow,
    ForeignCityRow,
    PlaceEvidence,
    PlaceRow,
    ProvinceRow,
)
from schemas.vocabularies import PlaceKind

VARIANTS = "يىكئۀةأإؤ"
_UNIFORM = tuple(zip(VARIANTS, "ییکیههااو", strict=True))


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a name may stand for.

    ``evidence`` says how much context it takes to believe it: ``none`` for a name that is
    nothing else, ``weak`` for one that is also a rare word or a village, ``strong`` for an
    everyday word or a person's name.
    """

    name: str
    kinds: frozenset[PlaceKind]
    code: str | None = None  # of a province or country
    inside: str | None = None  # code of the province or country it lies in
    evidence: PlaceEvidence = "none"
    capital: bool = False  # a province named after its capital
    file: str = field(default="", compare=False)  # where its row stands
    row: str = field(default="", compare=False)  # the row's id, else its name


PROVINCES: Mapping[str, str] = MappingProxyType(
    {row.id: row.name for row in load_rows("provinces.csv", ProvinceRow)}
)


def fold(text: str) -> str:
    """Spelling variants of letters made one, without changing the length.

    >>> fold("نائین") == fold("نايين")
    True
    """
    # Most texts have few of these letters, and then this is ten times as fast as translate().
    for variant, letter in _UNIFORM:
        text = text.replace(variant, letter)
    return text


@lru_cache(maxsize=1 << 12)
def squash(name: str) -> str:
    """A folded name without spaces and joiners, «آ» as «ا».

    >>> squash("خرم آباد") == squash("خرم\u200cاباد")
    True
    """
    return "".join(fold(name).replace("\u200c", " ").split()).replace("آ", "ا")


def province_name(code: str) -> str:
    """The Persian name of a province.

    >>> province_name("IR-07")
    'فارس'
    """
    return PROVINCES[code]


def province_code(name: str) -> str | None:
    """The code of a province by its name in any spelling, with or without «استان».

    >>> province_code("استان چهارمحال‌وبختیاری"), province_code("ری")
    ('IR-14', None)
    """
    codes = _province_codes()
    key = squash(name)
    return codes.get(key) or codes.get(key.removeprefix(squash("استان")))


@cache
def _province_codes() -> Mapping[str, str]:
    rows = load_rows("provinces.csv", ProvinceRow)
    return {squash(name): row.id for row in rows for name in (row.name, *row.aliases)}


@cache
def readings() -> Mapping[str, tuple[Reading, ...]]:
    """All readings of each surface, those of one surface under one spelling of it."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    spelling: dict[str, str] = {}
    for surface, reading in (*_provinces(), *_places(), *_countries(), *_foreign_cities()):
        first = spelling.setdefault(squash(surface), surface)
        # The spelling with most joints gives the most variants.
        best = max(first, surface, key=lambda s: len(s.replace("\u200c", " ").split()))
        if best != first:
            spelling[squash(surface)] = best
            found[best] = found.pop(first)
        if reading not in found[best]:
            found[best].append(reading)
    return {surface: tuple(known) for surface, known in found.items()}


def _provinces() -> Iterable[tuple[str, Reading]]:
    for row in load_rows("provinces.csv", ProvinceRow):
        reading = Reading(
            row.name,
            frozenset((PlaceKind.PROVINCE,)),
            code=row.id,
            evidence=row.evidence,
            capital=row.capital == row.name,
            file="provinces.csv",
            row=row.id,
        )
        yield from ((surface, reading) for surface in (row.name, *row.aliases))


def _places() -> Iterable[tuple[str, Reading]]:
    for row in load_rows("places.csv", PlaceRow):
        reading = Reading(
            row.name,
            frozenset(row.kinds),
            inside=row.province,
            evidence=row.evidence,
            file="places.csv",
            row=row.name,
        )
        yield from ((surface, reading) for surface in (row.name, *row.aliases))


def _countries() -> Iterable[tuple[str, Reading]]:
    kinds = frozenset((PlaceKind.COUNTRY,))
    for row in load_rows("countries.csv", CountryRow):
        sure = Reading(
            row.name, kinds, row.id, evidence=row.evidence, file="countries.csv", row=row.id
        )
        yield from ((surface, sure) for surface in (row.name, *row.aliases))
        doubtful = replace(sure, evidence="weak")
        yield from ((surface, doubtful) for surface in row.weak_aliases)


def _foreign_cities() -> Iterable[tuple[str, Reading]]:
    kinds = frozenset((PlaceKind.CITY,))
    for row in load_rows("foreign_cities.csv", ForeignCityRow):
        reading = Reading(
            row.name,
            kinds,
            inside=row.country,
            evidence=row.evidence,
            file="foreign_cities.csv",
            row=row.name,
        )
        yield row.name, reading
