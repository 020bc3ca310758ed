"""The towns that clusters of an article are named after: «سنگ نی‌ریز»."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extractor.mentions import Place
from schemas.vocabularies import PlaceKind

_TOWNS = frozenset((PlaceKind.CITY, PlaceKind.COUNTY))


class Homes:
    """Which clusters bear a town; ``mentions`` are start, end and cluster of each naming."""

    def __init__(
        self, mentions: Sequence[tuple[int, int, int]], places: Mapping[int, Place]
    ) -> None:
        self._places = places
        self._starts = sorted(places)
        self.local: set[int] = set()
        # «حمایت دولت ژاپن از خوشه تن ماهی چابهار»: a town of ours tells whose it is.
        self.ours: set[int] = set()
        self._of_town: dict[str, set[int]] = {}
        for start, end, cluster in mentions:
            for place in self._within(start, end):
                if place.kind is not PlaceKind.PROVINCE:
                    self.local.add(cluster)
                if place.province:
                    self.ours.add(cluster)
                if place.kind in _TOWNS:
                    self._of_town.setdefault(place.name, set()).add(cluster)

    def of_town(self, start: int, end: int) -> tuple[int, ...]:
        """The one cluster that bears the first town named in ``start:end``, if there is one."""
        towns = (place.name for place in self._within(start, end) if place.kind in _TOWNS)
        found = self._of_town.get(next(towns, ""), set())
        return tuple(found) if len(found) == 1 else ()

    def _within(self, start: int, end: int) -> list[Place]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [self._places[at] for at in self._starts[first:last]]
