"""Industrial estates and villages: named by the word before them, not by a gazetteer.

>>> [p.name for p in AreaFinder().areas(Words("در شهرک صنعتی شهید سلیمی و روستای لیقوان"))]
['شهرک صنعتی شهید سلیمی', 'لیقوان']
"""

import re
from functools import cache

from extractor.lexicon.places import readings
from extractor.mentions import Place
from extractor.places.context import is_counted
from extractor.places.cues import listed_words, surfaces, word_set
from extractor.places.matching import Match, PhraseTable, Words, word_key
from extractor.reasons import note
from extractor.text.scan import watch
from schemas.vocabularies import PlaceKind

_LONGEST_NAME = 3
_OPENING = frozenset('«"“')
_CLOSING = ("»", '"', "”")
_NUMBERED = "شماره"  # an estate's name may be a number: «شماره ۲», «شماره دو»
_NUMBER = re.compile(r"[ \u200c]?\d{1,2}(?!\w)")
_QUOTED = " \u200c«\"“'"


@cache
def _heads() -> PhraseTable[PlaceKind]:
    """The words that areas are named behind."""
    kinds = {"estate": PlaceKind.ESTATE, "village": PlaceKind.REGION, "town": PlaceKind.CITY}
    return PhraseTable((s, kinds[row.kind]) for s, row in surfaces(*kinds))


_HEADS = watch(lambda word: word_key(word) in _heads().first_words)


class AreaFinder:
    """Finds what follows «شهرک صنعتی» and «روستای» as far as it is a name."""

    def __init__(self) -> None:
        self._heads = _heads()
        self._leads = word_set("area_lead")
        self._tails = word_set("area_tail")
        self._stops = word_set("area_stop")
        self._common = listed_words("common_words.toml", "common")
        self._names = PhraseTable((surface, True) for surface in readings())

    def areas(self, words: Words) -> list[Place]:
        """Estates, with their head word; villages and towns in quotation marks, without it."""
        found: list[Place] = []
        for i in words.scan.where(_HEADS):
            head = self._heads.at(words, i)
            if head is not None and not is_counted(words, i):
                place = self._named(words, head)
                if place is not None:
                    found.append(place)
        return found

    def _named(self, words: Words, head: Match[PlaceKind]) -> Place | None:
        first = head.stop
        if not words.touches(first, _QUOTED):
            return None
        stop = _quoted_stop(words, first)
        if stop == first and head.value is not PlaceKind.CITY:
            stop = self._name_stop(words, first)
        number = _NUMBER.match(words.text, words.ends[first])
        numbered = number if words.keys[first] == _NUMBERED else None
        if stop == first or not (numbered or self._is_name(words, first, stop)):
            return None
        estate = head.value is PlaceKind.ESTATE
        start = head.start if estate else words.starts[first]
        end = numbered.end() if numbered else words.ends[stop - 1]
        for field in ("kind", "name"):
            note("places", start, field, "places.kind.head", (head.start, head.end), (start, end))
        return Place(start, end, head.value, words.text[start:end])

    def _name_stop(self, words: Words, first: int) -> int:
        """The word behind the name that starts at ``first``; ``first`` if none does."""
        if words.keys[first] in self._stops:
            return first
        stop = first + 1
        while stop < len(words) and stop - first < _LONGEST_NAME and words.touches(stop):
            led = words.keys[stop - 1] in self._leads and not self._is_stop(words, stop)
            if not led and words.keys[stop] not in self._tails:
                break
            stop += 1
        known = self._names.at(words, first)
        return max(stop, known.stop) if known else stop

    def _is_name(self, words: Words, first: int, stop: int) -> bool:
        known = self._names.at(words, first)
        return known is not None or "".join(words.keys[first:stop]) not in self._common

    def _is_stop(self, words: Words, i: int) -> bool:
        # «شماره دو» is a name, «روستای ده در» is not.
        return words.keys[i] in self._stops and words.keys[i - 1] != _NUMBERED


def _quoted_stop(words: Words, first: int) -> int:
    """The word behind a name in quotation marks, ``first`` if it is in none."""
    if _OPENING.isdisjoint(words.gap(first)):
        return first
    for stop in range(first + 1, min(first + _LONGEST_NAME, len(words)) + 1):
        if words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] in _CLOSING:
            return stop
        if not words.touches(stop):
            break
    return first
