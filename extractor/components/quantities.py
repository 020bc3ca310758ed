"""Find quantities: «بیش از ۱۰ دوره» is more than ten of unit ``course``."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.quantities.finding import find_quantities


@component("quantities", reads=["numbers", "dates", "places"], writes=["quantities"])
class QuantityFinder:
    """Joins numbers to the units and counted nouns after them."""

    def __init__(self, nlp: Language) -> None:
        del nlp  # quantities are found on the text alone

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.quantities``."""
        read = doc._
        found = find_quantities(text_of(doc), read.numbers, read.dates, read.places)
        write_group(doc, "quantities", found)
        return doc
