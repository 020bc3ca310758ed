"""Namings of provinces, counties, cities, countries and industrial estates.

>>> import spacy
>>> doc = spacy.blank("fa")("فرماندار ملایر در استان همدان گفت")
>>> from spacy.language import Language
>>> [(p.kind.value, p.name, p.province) for p in PlaceFinder(Language())(doc)._.places]
[('county', 'ملایر', 'IR-13'), ('province', 'همدان', 'IR-13')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, write_group
from extractor.mentions import Place
from extractor.places.context import ContextReader
from extractor.places.matching import Words
from extractor.places.resolution import Resolver


@component("places", writes=["places"])
class PlaceFinder:
    """Find places by name, and decide by context of what kind they are and which is meant."""

    def __init__(self, nlp: Language) -> None:  # noqa: ARG002  # every component is made so
        self._resolver = Resolver(ContextReader())

    def __call__(self, doc: Doc) -> Doc:
        """Write the group ``places``."""
        write_group(doc, "places", self.find(doc.text))
        return doc

    def find(self, text: str) -> list[Place]:
        """The places named in a text."""
        return self._resolver.places(Words(text))
