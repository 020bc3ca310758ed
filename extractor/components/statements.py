"""What is said, by whom and with which verb."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, write_group
from extractor.people.speech import reading_of, sentences_of
from extractor.people.statements import Attribution
from extractor.people.vocabulary import vocabulary


@component("statements", reads=["references", "sentences"], writes=["statements"])
class StatementFinder:
    """Write the group "statements".

    A statement is the whole of the sentence that names its speaker, with those that follow
    until somebody else or the reporter takes over; what «با بیان اینکه» brings is said too.
    """

    def __init__(self, _nlp: Language) -> None:
        self._words = vocabulary()

    def __call__(self, doc: Doc) -> Doc:
        """Add the statements to the document."""
        reading = reading_of(doc, self._words)
        sentences = sentences_of(doc, reading)
        found = Attribution(reading, self._words, sentences, doc._.references).run()
        write_group(doc, "statements", found)
        return doc
