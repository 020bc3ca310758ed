"""One document as the figure linkers see it: sentences, commas, phrases, with fast look-up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc

from extractor.components.base import text_of
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue
from extractor.linking.clause_verbs import ClauseVerb, read_verbs
from extractor.linking.words import Hit, PhraseIndex, Positions, Word, occurrences, split
from extractor.mentions import Date, Mention, Place, Quantity
from extractor.verbs import Form
from schemas.vocabularies import PlaceKind

# Characters: longer sentences are lists or broken text, and time must stay linear in length.
_REACH = 800

REACHED = frozenset(("به", "تا"))  # the particles of a change and of a range
_BREAKS = ("؛", ":", "\n")


class Scene:
    """What stands where in a document. Built once for all of its figures."""

    def __init__(self, doc: Doc, phrases: PhraseIndex[Cue], verbs: Mapping[str, Form]) -> None:
        self.doc = doc
        self.text: str = text_of(doc)
        read = doc._
        self.headline_end: int = read.headline_end
        self.quantities: Sequence[Quantity] = read.quantities
        self.sentences: Sequence[Mention] = read.sentences or (Mention(0, len(self.text)),)
        self.places: Sequence[Place] = read.places
        self.dates: Sequence[Date] = read.dates
        self._starts = [s.start for s in self.sentences]
        self.words = split(self.text)
        self.plain = [word for word, _, _ in self.words]
        self._word_starts = [start for _, start, _ in self.words]
        self.verb_list: Sequence[ClauseVerb] = read_verbs(self.text, self.words, self.plain, verbs)
        self._verb_starts = [verb.start for verb in self.verb_list]
        self.verbs = Positions(self._verb_starts)
        self._sentence_at: dict[int, Mention] = {}
        self._clause_at: dict[int, Mention] = {}
        self._hits: dict[str, list[Hit[Cue]]] = {}
        for hit in phrases.find(self.words, self.plain):
            self._hits.setdefault(hit.row.kind, []).append(hit)
        self._hit_starts = {kind: [hit.start for hit in hits] for kind, hits in self._hits.items()}

    def sentence_index(self, position: int) -> int:
        """Which sentence a position lies in."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentence(self, position: int) -> Mention:
        """The sentence a position lies in, as far as anything in it can bear on the position."""
        known = self._sentence_at.get(position)
        if known is None:
            known = self._sentence_at[position] = self._find_sentence(position)
        return known

    def _find_sentence(self, position: int) -> Mention:
        whole = self.sentences[self.sentence_index(position)]
        start, end = max(whole.start, position - _REACH), min(whole.end, position + _REACH)
        return Mention(start, max(start, end))

    def same_sentence(self, first: Mention, second: Mention) -> bool:
        """Whether two mentions begin in one sentence."""
        return self.sentence_index(first.start) == self.sentence_index(second.start)

    def quantities_in(self, bounds: Mention) -> range:
        """Indexes of the quantities that start within bounds."""
        return _starting_in(self.quantities, bounds)

    def places_in(self, bounds: Mention) -> range:
        """Indexes of the places that start within bounds."""
        return _starting_in(self.places, bounds)

    def dates_in(self, bounds: Mention) -> range:
        """Indexes of the dates that start within bounds."""
        return _starting_in(self.dates, bounds)

    def names_cluster(self, bounds: Mention) -> bool:
        """Whether a cluster is named within bounds."""
        return self._namings.between(bounds.start, bounds.end) > 0

    @cached_property
    def _namings(self) -> Positions:
        return Positions(m.start for c in self.doc._.clusters for m in c.mentions)

    def clause(self, position: int) -> Mention:
        """The stretch between semicolons, colons and sentence ends around a position."""
        known = self._clause_at.get(position)
        if known is None:
            known = self._clause_at[position] = self._find_clause(position)
        return known

    def _find_clause(self, position: int) -> Mention:
        bounds = self.sentence(position)
        i = bisect_right(self._breaks, position)
        start = self._breaks[i - 1] + 1 if i else 0
        end = self._breaks[i] if i < len(self._breaks) else len(self.text)
        return Mention(max(start, bounds.start), min(end, bounds.end))

    def verb_after(self, position: int, end: int) -> ClauseVerb | None:
        """The first finite verb that begins in ``position:end``."""
        i = bisect_left(self._verb_starts, position)
        found = i < len(self.verb_list) and self._verb_starts[i] < end
        return self.verb_list[i] if found else None

    def verb_before(self, position: int, start: int) -> ClauseVerb | None:
        """The last finite verb that begins in ``start:position``."""
        i = bisect_left(self._verb_starts, position) - 1
        found = i >= 0 and self._verb_starts[i] >= start
        return self.verb_list[i] if found else None

    @cached_property
    def _breaks(self) -> list[int]:
        # A full stop within quotation marks ends no sentence, but a clause.
        stops = [at for at in occurrences(self.text, ". ") if self.text[at - 2 : at].isalpha()]
        return sorted(stops + occurrences(self.text, *_BREAKS))

    def hits(self, kind: str, start: int, end: int) -> list[Hit[Cue]]:
        """Phrases of a kind that lie wholly in ``start:end``."""
        starts = self._hit_starts.get(kind)
        if starts is None:
            return []
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return [h for h in self._hits[kind][first:last] if h.end <= end] if first < last else []

    def names_abroad(self, bounds: Mention) -> bool:
        """Whether a place outside the country is named within bounds."""
        return any(
            p.code != "IR"
            and (p.kind is PlaceKind.COUNTRY or (p.kind is PlaceKind.CITY and p.province is None))
            for p in (self.places[i] for i in self.places_in(bounds))
        )

    def words_before(self, position: int, count: int) -> Sequence[Word]:
        """The last words of the clause before a position, at most so many."""
        last = bisect_left(self._word_starts, position)
        first = bisect_left(self._word_starts, self.clause(position).start)
        return self.words[max(first, last - count) : last]

    def gap(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]


def islands(scene: Scene) -> list[Mention]:
    """Dates, places, namings of clusters and quantities, none within another, in text order."""
    named: Iterable[Mention] = (m for c in scene.doc._.clusters for m in c.mentions)
    found: list[Mention] = []
    for mention in sorted(
        (*scene.dates, *scene.places, *named, *scene.quantities),
        key=lambda m: (m.start, -m.end),
    ):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _starting_in(mentions: Sequence[Mention], bounds: Mention) -> range:
    first = bisect_left(mentions, bounds.start, key=lambda m: m.start)
    return range(first, bisect_left(mentions, bounds.end, key=lambda m: m.start))


def linking_phrases() -> PhraseIndex[Cue]:
    """The index over ``linking.toml``."""
    return PhraseIndex(load_rows("linking.toml", Cue))
