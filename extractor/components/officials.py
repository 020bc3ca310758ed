"""Persons with their offices, and every stretch that stands for one of them."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, set_values, write_group, write_spans
from extractor.mentions import Official, Place, Reference
from extractor.people.officials import OfficialMaker, subject_items
from extractor.people.resolution import Resolver
from extractor.people.sentences import Sentence, Sentences
from extractor.people.speech import Reading, reading_of, sentences_of
from extractor.people.tokens import Tokens
from extractor.people.vocabulary import vocabulary
from schemas.vocabularies import PlaceKind


@component("officials", reads=["places", "sentences"], writes=["officials", "references"])
class OfficialFinder:
    """Write the groups "officials" and "references".

    «حسن عزیزی، معاون صنایع کوچک شرکت …» is one person with office and organization; a title
    alone («فرماندار میبد گفت») is one too, until a name turns out to be its holder's.
    """

    def __init__(self, _nlp: Language) -> None:
        self._words = vocabulary()

    def __call__(self, doc: Doc) -> Doc:
        """Add officials and references to the document."""
        reading = reading_of(doc, self._words)
        officials, references = self.find(reading, doc._.places, sentences_of(doc, reading))
        set_values(doc, "officials", officials)
        spans = [(m.start, m.end) for official in officials for m in official.mentions]
        write_spans(doc, "officials", sorted(set(spans)))
        write_group(doc, "references", references)
        return doc

    def find(
        self,
        reading: Reading,
        places: Sequence[Place],
        sentences: list[Sentence],
    ) -> tuple[list[Official], list[Reference]]:
        """Officials in order of first mention, and what refers to them."""
        tokens = reading.tokens
        cuts = Sentences(sentences)
        countries = frozenset(
            tokens.holding(p.start) for p in places if p.kind is PlaceKind.COUNTRY
        )
        found = _token_places(tokens, places)
        resolver = Resolver(reading, self._words, cuts, found, countries)
        resolver.run()
        officials, items = OfficialMaker(resolver, self._words, places).make()
        references = [
            Reference(tokens.starts[item.first], tokens.ends[item.end - 1], index)
            for item, index in subject_items(items)
        ]
        return officials, references


def _token_places(tokens: Tokens, places: Sequence[Place]) -> dict[int, int]:
    """First token of each place, with the token after its last."""
    return {tokens.holding(p.start): tokens.holding(p.end - 1) + 1 for p in places}
