"""Sentences of the document, as mentions."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.mentions import Mention
from extractor.text.sentences import find_sentences


@component("sentences", writes=["sentences"])
class SentenceFinder:
    """Write the group "sentences"; see ``extractor.text.sentences`` for what ends one."""

    def __init__(self, nlp: Language) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Add the sentences to the document."""
        write_group(doc, "sentences", (Mention(*span) for span in find_sentences(text_of(doc))))
        return doc
