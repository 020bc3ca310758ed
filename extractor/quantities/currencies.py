"""Which country's currency is meant by a name that several countries use: rupee, dinar, pound."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import CountryRow, ForeignCityRow, UnitRow
from extractor.lexicon.places import squash
from extractor.mentions import Place

_REACH = 300  # letters


class Currencies:
    """The countries named in one text, to settle its rupees and dinars."""

    def __init__(self, places: Iterable[Place]) -> None:
        known = sorted((p.start, code) for p in places if (code := country_of(p)))
        self._starts = [start for start, _ in known]
        self._codes = [code for _, code in known]

    def settle(self, default: str, position: int) -> str:
        """The currency of the nearest country that has one of this name, else the default."""
        family = families().get(default)
        if not family:
            return default
        first = bisect_left(self._starts, position - _REACH)
        last = bisect_left(self._starts, position + _REACH)
        near = [
            (abs(self._starts[i] - position), family[self._codes[i]])
            for i in range(first, last)
            if self._codes[i] in family
        ]
        return min(near)[1] if near else default


@cache
def families() -> Mapping[str, Mapping[str, str]]:
    """Currency by country, for each currency whose bare name is shared.

    >>> families()["INR"]["PK"]
    'PKR'
    """
    rows = load_rows("units.toml", UnitRow)
    names = {row.code: {s for s in row.surfaces if " " not in s} for row in rows if row.by_place}
    return {
        default: {
            country: row.code
            for row in rows
            for surface in row.surfaces
            if surface.partition(" ")[0] in heads
            if (country := _countries().get(squash(surface.partition(" ")[2])))
        }
        for default, heads in names.items()
    }


def country_of(place: Place) -> str | None:
    """The code of a foreign country or of the country of a foreign city."""
    if place.province:
        return None
    return _countries().get(squash(place.name))


@cache
def _countries() -> Mapping[str, str]:
    """Codes of countries by their names and by those of their cities."""
    cities = load_rows("foreign_cities.csv", ForeignCityRow)
    rows = load_rows("countries.csv", CountryRow)
    return {squash(row.name): row.country for row in cities} | {
        squash(name): row.id for row in rows for name in (row.name, *row.aliases, *row.weak_aliases)
    }
