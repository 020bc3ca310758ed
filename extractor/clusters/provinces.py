"""The province a cluster lies in where its name does not say it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extractor.mentions import Mention, Place
from extractor.reasons import collecting, note
from extractor.text.numerals_lexicon import number_lexicon
from schemas.vocabularies import Basis, PlaceKind

_IN = "در"
_HEAD = 14  # characters: « در شهرستان »
_REACH = 36  # from a place to the cluster beside it
_OPENING = 12  # a dateline begins no later
_CLAUSE_END = re.compile(r"[.:؛\n]")
# Between a place and the name: «نیز», a count or an adjective, and the word for cluster.
_BESIDE = re.compile(
    r"(?: هم| نیز)?،? (?:(?P<count>\w{1,5}) )?خوشه(?: صنعتی| کسب\u200c?و\u200c?کار)? ?«?"
)


class ProvinceSource:
    """The province a text speaks of where a cluster's own is not stated."""

    def __init__(
        self, text: str, places: Sequence[Place], offices: Sequence[tuple[int, str | None]]
    ) -> None:
        """``offices``: where an office is named, and its province; None for a national one."""
        self._text = text
        self._starts = [start for start, _ in offices]
        self._codes = [code for _, code in offices]
        self._first = next((code for code in self._codes if code), None)
        self._nation = None in self._codes
        self._places = places
        named = [place.code or place.province for place in places]
        self._counts = Counter(code for code in named if code and code.startswith("IR-"))

    def at(self, mentions: Sequence[Mention]) -> tuple[str | None, Basis | None]:
        """Province and basis: the office spoken of last, else the one province of the text."""
        for mention in mentions:
            before = bisect_right(self._starts, mention.start)
            if before and (code := self._codes[before - 1]):
                self._note(mentions, "last_office", code, self._starts[before - 1])
                return code, Basis.OFFICE
        if self._first and not self._nation:
            self._note(mentions, "first_office", self._first)
            return self._first, Basis.OFFICE
        ranked = self._counts.most_common(2)
        sure = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        if sure and (not self._nation or len(ranked) == 1 or self._is_at_home(*ranked)):
            self._note(mentions, "of_article", ranked[0][0])
            return ranked[0][0], Basis.CONTEXT
        return None, None

    def beside(self, mentions: Sequence[Mention]) -> int | None:
        """«در مازندران نیز خوشه شیلات»: index of the place before the word for cluster."""
        return next((i for i in map(self._beside, mentions) if i is not None), None)

    def _beside(self, mention: Mention) -> int | None:
        i = bisect_left(self._places, mention.start, key=attrgetter("start")) - 1
        if i < 0 or mention.start - self._places[i].end > _REACH:
            return None
        start, end = self._places[i].start, self._places[i].end
        located = _IN in self._text[max(0, start - _HEAD) : start].split()[-2:]
        found = _BESIDE.fullmatch(self._text, end, mention.start) if located else None
        if found is None:
            return None
        count = found["count"]
        counted = not count or count.isdigit() or count in number_lexicon().terms
        return i if counted else None

    def _is_at_home(self, most: tuple[str, int], second: tuple[str, int]) -> bool:
        """Whether the news opens with the province that it names by far most, and an office of."""
        opening = next(iter(self._places)).province == most[0]
        near = self._places[0].start <= _OPENING
        return opening and near and most[0] == self._first and most[1] >= 2 * second[1]

    def _note(self, mentions: Sequence[Mention], rule: str, code: str, start: int = 0) -> None:
        if collecting():
            named = (p for p in self._places if p.start >= start and code in (p.code, p.province))
            rule = f"clusters.province.{rule}"
            note("clusters", mentions[0], "province", rule, next(named))


def is_abroad(place: Place) -> bool:
    """Whether a place lies in another country.

    >>> is_abroad(Place(0, 4, PlaceKind.CITY, "پراتو"))
    True
    """
    if place.kind is PlaceKind.COUNTRY:
        return place.code != "IR"
    return place.kind is PlaceKind.CITY and place.province is None


def offices(
    text: str, places: Sequence[Place], cues: Sequence[str], nations: Sequence[str]
) -> Iterator[tuple[int, str | None]]:
    """Where the text names a provincial or a national office, in text order."""
    found: list[tuple[int, str | None]] = []
    behind = 0  # an office reaches no further than its first place
    for place in places:
        code = place.code if place.code and place.code.startswith("IR-") else place.province
        before = _CLAUSE_END.split(text[max(behind, place.start - 60) : place.start])[-1]
        if code and any(cue in before for cue in cues):
            found.append((place.start, code))
        behind = place.end
    for nation in nations:
        at = text.find(nation)
        while at >= 0:
            found.append((at, None))
            at = text.find(nation, at + 1)
    yield from sorted(found, key=lambda pair: pair[0])
