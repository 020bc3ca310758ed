"""A made-up country for the desk's benchmark: its clusters, officials and what is true of them."""

import random
import zlib
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from benchmarks.story_writing import WORDS
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import PlaceRow, ProductRow, ProvinceRow

CLUSTERS = 900  # a product in a province
PERSONS = 6_000
_SCALES = (("میلیارد", 9), ("میلیون", 6), ("هزار", 3))
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# Ten to the power of these, by unit: what such sums are like.
_POWERS = {"IRR": 10, "IRT": 9, "USD": 6, "EUR": 6, "tonne": 3, "person": 2, "job": 2, "percent": 0}


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster or a person: the ways its name is written, and its province."""

    names: tuple[str, ...]
    province: str


class Ranked:
    """Draws members by rank as such archives do: a few very often, most seldom."""

    def __init__(self, members: Sequence[Named]) -> None:
        self.members = members
        self._sums = list(accumulate(1 / (rank + 4) for rank in range(len(members))))

    def draw(self, draw: random.Random) -> Named:
        """One member."""
        return self.members[bisect(self._sums, draw.random() * self._sums[-1])]


class World:
    """All that articles can be about."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.provinces = {row.id: row.name for row in load_rows("provinces.csv", ProvinceRow)}
        self.cities: defaultdict[str, list[str]] = defaultdict(list)
        for row in load_rows("places.csv", PlaceRow):
            self.cities[row.province].append(row.name)
        self.clusters = Ranked(self._clusters(draw))
        persons = self._persons(draw)
        self.persons = Ranked(persons)
        self.clusters_of = {p: _of(self.clusters.members, p) for p in self.provinces}
        self.persons_of = {p: _of(persons, p) for p in self.provinces}

    def _clusters(self, draw: random.Random) -> list[Named]:
        """Products each in a few provinces; big provinces and well-known products have more."""
        products = [row.surfaces[:3] for row in load_rows("products.csv", ProductRow)]
        provinces = list(self.provinces)
        pairs = [(names, province) for names in products for province in provinces]
        return [Named(*pair) for pair in draw.sample(pairs, CLUSTERS)]

    def _persons(self, draw: random.Random) -> list[Named]:
        """Invented names, some of which two persons share."""
        towns = [f"{city}ی" for cities in self.cities.values() for city in cities]
        families = [*WORDS["last_name"], *(name for name in towns if " " not in name)]
        return [
            Named((f"{draw.choice(WORDS['first_name'])} {family}", family), province)
            for family, province in zip(
                draw.choices(families, k=PERSONS),
                draw.choices(list(self.provinces), k=PERSONS),
                strict=True,
            )
        ]


def _of(members: Sequence[Named], province: str) -> Ranked:
    return Ranked([m for m in members if m.province == province] or members[:1])


def true_value(unit: str, *about: object) -> Decimal:
    """The sum that holds, the same for all articles that tell it: two digits and noughts."""
    noise = zlib.crc32(repr((unit, *about)).encode())
    power = _POWERS.get(unit, 1)
    return Decimal(10 + noise % 90) * Decimal(10) ** max(0, power - noise // 90 % 2)


def written(value: Decimal) -> str:
    """A round sum as newspapers write it.

    >>> written(Decimal(45_000_000)), written(Decimal(120))
    ('۴۵ میلیون', '۱۲۰')
    """
    whole = int(value)
    for word, power in _SCALES:
        if whole >= 10**power and whole % 10 ** (power - 1) == 0:
            number = f"{whole / 10**power:g}".replace(".", "٫")
            return f"{number} {word}".translate(_DIGITS)
    return str(whole).translate(_DIGITS)
