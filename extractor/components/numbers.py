"""Find the numbers of a text: «بیش از ۱۳ هزار و ۵۰۰» is 13,500 with comparator ``more_than``."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.text.numerals import find_numbers


@component("numbers", writes=["numbers"])
class NumberFinder:
    """Writes digits, number words, ranges, fractions and ordinals as ``numbers``."""

    def __init__(self, nlp: Language) -> None:
        del nlp  # numbers are found on the text alone

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.numbers``."""
        write_group(doc, "numbers", find_numbers(text_of(doc)))
        return doc
