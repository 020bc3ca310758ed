"""Find dates and lengths of time and write them to ``doc._.dates``."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.config import DEFAULT_AS_OF
from extractor.text.dates import find_dates


@component("dates", writes=["dates"])
class DateFinder:
    """Reads calendar expressions by our own grammar and resolves them."""

    def __init__(self, nlp: Language) -> None:
        del nlp  # dates are found on the text alone
        find_dates("")  # the vocabulary is read and generated once, before the first article

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.dates``; relative dates count from ``doc._.published``."""
        read = doc._
        found = find_dates(
            text_of(doc), published=read.published, as_of=read.as_of or DEFAULT_AS_OF
        )
        write_group(doc, "dates", found)
        return doc
