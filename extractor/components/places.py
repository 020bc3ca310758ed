"""Namings of provinces, counties, cities, countries and industrial estates.

>>> import spacy
>>> doc = spacy.blank("fa")("فرماندار ملایر در استان همدان گفت")
>>> from spacy.language import Language
>>> [(p.kind.value, p.name, p.province) for p in PlaceFinder(Language())(doc)._.places]
[('county', 'ملایر', 'IR-13'), ('province', 'همدان', 'IR-13')]
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.mentions import Place
from extractor.places.areas import AreaFinder
from extractor.places.context import ContextReader
from extractor.places.matching import Words
from extractor.places.resolution import Resolver
from extractor.reasons import note
from schemas.vocabularies import PlaceKind


@component("places", writes=["places"])
class PlaceFinder:
    """Find places by name, and decide by context of what kind they are and which is meant."""

    def __init__(self, nlp: Language) -> None:
        self._areas = AreaFinder()
        self._resolver = Resolver(ContextReader())

    def __call__(self, doc: Doc) -> Doc:
        """Write the group ``places``."""
        write_group(doc, "places", self.find(text_of(doc)))
        return doc

    def find(self, text: str) -> list[Place]:
        """The places named in a text, in text order; a town may lie in an estate's name."""
        words = Words(text)
        areas = self._areas.areas(words)
        estates = [area for area in areas if area.kind is PlaceKind.ESTATE]
        places = self._resolver.places(words, estates)
        taken = {place.start for place in places}
        located = [locate_estate(estate, places) for estate in estates]
        others = [a for a in areas if a.kind is not PlaceKind.ESTATE and a.start not in taken]
        return sorted((*places, *located, *others), key=lambda p: (p.start, p.end))


def locate_estate(estate: Place, places: Sequence[Place]) -> Place:
    """The estate with the province of the place in its name, or right behind it."""
    nearest = bisect_left(places, estate.start, key=lambda place: place.start)
    if nearest < len(places) and places[nearest].start <= estate.end + 1:
        note("places", estate, "province", "places.province.of_estate", places[nearest])
        return replace(estate, province=places[nearest].province)
    return estate
