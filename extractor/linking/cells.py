"""Counts in a row of places, each with its place: «قم با ۹ کارگاه، یزد با ۷ کارگاه».

The count stands behind its place or before it («۲۱ پروانه به قم، ۱۵ پروانه به یزد»), in all
members of a row on the same side. What the row is the division of lies in none of its places.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from extractor.linking.scene import Scene
from extractor.mentions import Mention, Place, Quantity
from extractor.places.matching import word_key
from extractor.places.rows import only_particles, parted_by_count

_AREAS = ("استان", "شهرستان", "شهر")  # between the preposition and the name
_REACH = 24  # characters from the first count to its place
_NEAR = 30  # and before a place in which its preposition stands
_TO = "به"
_SIGNS = frozenset("،,؛.:()\n")


@dataclass(frozen=True, slots=True)
class Cells:
    """The counts of a sentence that stand in a row of places."""

    place_of: Mapping[int, int]  # where a count starts, and the index of its place
    places: frozenset[int]
    several: bool  # they lie in more than one province
    goal: bool  # the places stand behind «به»


def read_cells(scene: Scene, sentence: Mention, places: Sequence[int]) -> Cells:
    """The rows among these places of a sentence, in text order."""
    found: dict[int, int] = {}
    goal = False
    for first, second in pairwise(places):
        a, b = scene.places[first], scene.places[second]
        word = _word_before(scene, a, sentence.start)
        side = parted_by_count(_without_area(scene.gap(a.end, b.start)), word)
        for index, place in ((first, a), (second, b)) if side else ():
            count = _behind(scene, place) if side == "behind" else _before(scene, place, word)
            if count is not None:
                found.setdefault(count.start, index)
        goal = goal or (side == "before" and word == _TO)
    held = frozenset(found.values())
    several = len({scene.places[i].province for i in held}) > 1
    return Cells(found, held, several, goal)


def _behind(scene: Scene, place: Place) -> Quantity | None:
    """The count right behind a place."""
    i = bisect_left(scene.quantities, place.end, key=attrgetter("start"))
    if i == len(scene.quantities):
        return None
    count = scene.quantities[i]
    return count if only_particles(scene.gap(place.end, count.start)) else None


def _before(scene: Scene, place: Place, word: str | None) -> Quantity | None:
    """The count before a place and before the word that all places of the row stand behind."""
    i = bisect_left(scene.quantities, place.start, key=attrgetter("start")) - 1
    if i < 0 or place.start - scene.quantities[i].end > _REACH:
        return None
    gap = _without_area(scene.gap(scene.quantities[i].end, place.start))
    last = gap.split()[-1:]
    joined = bool(last) and word_key(last[0]) == word and _SIGNS.isdisjoint(gap)
    return scene.quantities[i] if joined else None


def _word_before(scene: Scene, place: Place, floor: int) -> str | None:
    gap = _without_area(scene.gap(max(floor, place.start - _NEAR), place.start)).split()
    return word_key(gap[-1]) if gap else None


def _without_area(gap: str) -> str:
    """What stands before a name, without the word for its kind."""
    head = gap.rstrip()
    area = next((a for a in _AREAS if head.endswith(f" {a}")), None)
    return head.removesuffix(area) if area else gap
