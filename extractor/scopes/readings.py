"""Sentences that are about clusters, with their clauses, namings and moods."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.clauses import Clause, split_clauses
from extractor.components.base import text_of
from extractor.cues import Hit, Sentence, read_sentence
from extractor.lexicon.models import PhraseRow
from extractor.mentions import Date, Topic
from extractor.reasons import note
from extractor.scopes.phrases import is_number, phrase_matcher, pieces, word_set
from extractor.scopes.positions import Positions
from extractor.scopes.products import ProductNames
from extractor.verbs import Verb
from schemas.vocabularies import DateKind

ANAPHORS = ("anaphor", "definite", "plural", "they")
_MOODS = ("plan", "wish", "lack", "reporting", "ordinal")
_COMPLAINT = 8  # words from a complaint to what it is about
_MISSING = 3  # «نبود (یک) نمایشگاه»
_LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class Naming:
    """Words ``first`` to ``last`` name these clusters."""

    first: int
    last: int
    clusters: tuple[int, ...]
    ordinal: bool = False  # «دومی»: by its place in a list named before


def read_clusters(doc: Doc) -> Iterator["Reading"]:
    """A reading of each sentence that is about clusters or names them."""
    text = text_of(doc)
    mentions = sorted((m.start, m.end, i) for i, c in enumerate(doc._.clusters) for m in c.mentions)
    starts = [start for start, _, _ in mentions]
    topics: Sequence[Topic] = doc._.topics
    ends = [topic.end for topic in topics]
    dates = Positions[Date](doc._.dates)
    products = ProductNames(doc._.clusters)
    for bounds in pieces(text, doc._.sentences):
        first = bisect_right(ends, bounds.start)
        last = bisect_left(topics, bounds.end, first, key=lambda topic: topic.start)
        inside = mentions[bisect_left(starts, bounds.start) : bisect_left(starts, bounds.end)]
        if inside or first < last:
            sentence = read_sentence(text, bounds.start, bounds.end)
            yield Reading(sentence, inside, topics[first:last], dates, products)


class Reading:
    """One sentence: ``clauses`` and ``namings`` in text order."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[tuple[int, int, int]],
        topics: Sequence[Topic],
        dates: Positions[Date],
        products: ProductNames,
    ) -> None:
        self.sentence = sentence
        self.dates = dates
        self._products = products
        self._topics = topics
        self._starts = [word.start for word in sentence.words]
        self._hits = phrase_matcher(*ANAPHORS, *_MOODS).find(sentence, overlap=True)
        self.clauses = split_clauses(sentence, set(self._modal()))
        self.namings = [self._naming(*mention) for mention in mentions]
        ordinals = list(self._ordinals())
        if ordinals:
            self.namings = sorted(self.namings + ordinals, key=lambda naming: naming.first)

    def _modal(self) -> Iterator[int]:
        """Verbs that close no clause: «قرار است …», and «نبود» where it is a noun."""
        for hit in self._hits:
            if hit.row.kind == "lack":
                yield hit.first
            elif hit.row.kind in ("plan", "wish") and hit.verb:
                yield hit.verb.first

    def _naming(self, start: int, end: int, cluster: int) -> Naming:
        first = max(bisect_right(self._starts, start) - 1, 0)
        return Naming(first, max(first, bisect_left(self._starts, end) - 1), (cluster,))

    def _ordinals(self) -> Iterator[Naming]:
        for hit in self._hits:
            about = self.topic(hit.first) if hit.row.kind == "ordinal" else ()
            if len(hit.row.members) == 1 and self.number_before(hit.first):
                continue  # «دو خوشه نخست» is more than «خوشه نخست»
            if hit.row.members and len(about) > 1 and len(about) >= hit.row.members[-1]:
                clusters = tuple(about[member - 1] for member in hit.row.members)
                yield Naming(hit.first, hit.last, clusters, ordinal=True)

    def named(self, first: int, last: int) -> bool:
        """Whether a naming begins within these words."""
        return any(first <= naming.first <= last for naming in self.namings)

    def is_named(self, at: int) -> bool:
        """Whether a word is part of a naming: «خوشه تجهیزات پزشکی» tells of no equipment."""
        return any(n.first <= at <= n.last and not n.ordinal for n in self.namings)

    def named_bare(self, at: int) -> int | None:
        """The last word of a topic's name that begins here without «خوشه»: «گز آغاز شد»."""
        words = self.sentence.words
        found = self._products.find(words, at, min(at + _LONGEST_NAME, len(words) - 1))
        ends = (last for first, last, cluster in found if first == at and cluster in self.topic(at))
        return next(ends, None)

    def about_clusters(self, clause: Clause) -> bool:
        """Whether the clause names clusters or takes them up."""
        return self.takes_up(clause.first, clause.last)

    def takes_up(self, first: int, last: int) -> bool:
        """Whether these words name clusters or take them up."""
        return self.named(first, last) or bool(self.phrases(first, last, *ANAPHORS))

    def phrases(self, first: int, last: int, *kinds: str) -> list[Hit[PhraseRow]]:
        """Phrases of these kinds that begin within these words."""
        return [h for h in self._hits if first <= h.first <= last and h.row.kind in kinds]

    def topic(self, at: int) -> tuple[int, ...]:
        """The clusters the text is about at a word."""
        topic = self.about(at)
        return topic.clusters if topic else ()

    def about(self, at: int) -> Topic | None:
        """The stretch about clusters that a word stands in."""
        position = self.sentence.words[at].start
        return next((t for t in self._topics if t.start <= position < t.end), None)

    def means_all(self, clause: Clause, about: tuple[int, ...]) -> bool:
        """Whether the clause names these clusters, or takes them up: «این خوشه‌ها»."""
        inside = [n for n in self.namings if clause.first <= n.first <= clause.last]
        named = {cluster for naming in inside for cluster in naming.clusters}
        return named.issuperset(about) or bool(
            self.phrases(clause.first, clause.last, "plural", "they")
        )

    def number_before(self, at: int) -> bool:
        """Whether a number that is no part of a date stands before a word."""
        if not at:
            return False
        before = self.sentence.words[at - 1]
        return is_number(before.key) and not self.dates.covers(before.start)

    def wished(self, clause: Clause, at: int) -> bool:
        """Whether the clause only demands or proposes what stands at this word."""
        return any(
            self._reaches(hit, at) for hit in self.phrases(clause.first, clause.last, "wish")
        )

    def _reaches(self, mood: Hit[PhraseRow], at: int) -> bool:
        """A word of mood governs what follows it, and what precedes it up to an «و»."""
        between = self.sentence.words[at : mood.first]
        return mood.first < at or all(word.key != "و" for word in between)

    def lacking(self, clause: Clause, at: int) -> bool:
        """Whether what stands at a word is said to be missing."""
        return any(
            hit.last < at <= hit.last + _MISSING for hit in self.phrases(clause.first, at, "lack")
        )

    def plan(self, clause: Clause, first: int, last: int) -> Hit[PhraseRow] | None:
        """What makes the clause speak of the future, other than the cue's own words."""
        plans = (
            hit
            for hit in self.phrases(clause.first, clause.last, "plan")
            if (hit.last < first or hit.first > last) and self._reaches(hit, last)
        )
        return next(plans, None)

    def reported(self, clause: Clause) -> bool:
        """Whether the clause's verb is one of telling."""
        return bool(self.phrases(clause.first, clause.last, "reporting"))

    def asserted(self, clause: Clause, at: int) -> bool:
        """Whether a noun of beginning or ending tells a fact: «از پایان خوشه … خبر داد»."""
        if clause.verb is None or self.reported(clause):
            return True
        if (
            clause.verb.lemma == "بودن"
            and next(self.dates_between(at, clause.last), None) is not None
        ):
            return True  # «زمان شروع خوشه … آبان ۱۴۰۱ بود»
        return at > 0 and self.sentence.words[at - 1].key in word_set("after_fact")

    def complained(self, clause: Clause, at: int) -> bool:
        """«انتقاد از رها شدن خوشه …»: what stands at a word is said by a critic."""
        before = self.sentence.words[max(clause.first, at - _COMPLAINT) : at]
        return any(word.stem in word_set("complaint") for word in before)

    def conditional(self, at: int) -> bool:
        """Whether an «if» stands before a word of the sentence."""
        return any(word.key in word_set("if") for word in self.sentence.words[:at])

    def in_date(self, first: int, last: int) -> bool:
        """Whether words are but part of a date: «پایان سال ۱۴۰۱»."""
        words = self.sentence.words
        return all(self.dates.covers(words[at].start) for at in (first, last))

    def dates_between(self, first: int, last: int) -> Iterator[int]:
        """Indexes of the points of the calendar named by these words, but for «تا امروز»."""
        words, now = self.sentence.words, word_set("now")
        for index in self.dates.within(words[first].start, words[last].end):
            value = self.dates.values[index]
            at = bisect_left(self._starts, value.end)
            after = [word.key for word in words[at : at + 2]]
            until_now = after[:1] == ["تا"] and after[-1] in now  # «از ۱۳۸۹ تا امروز»
            named = words[bisect_right(self._starts, value.start) - 1].key
            if value.kind is DateKind.DATE and not until_now and named not in now:
                yield index

    def word_before(self, index: int) -> str:
        """The word before a date."""
        at = bisect_left(self._starts, self.dates.values[index].start) - 1
        return self.sentence.words[at].key if at >= 0 else ""


def note_verb(group: str, reading: Reading, at: int, verb: Verb) -> None:
    """Note that this verb tells the mood of what stands at a word."""
    words = reading.sentence.words
    told = words[verb.first].start, words[verb.last].end
    note(group, words[at].start, "mood", f"{group}.verb", told)


def note_mood(group: str, reading: Reading, at: int, hit: Hit[PhraseRow]) -> None:
    """Note that this phrase tells the mood of what stands at a word."""
    words = reading.sentence.words
    told = words[hit.first].start, words[hit.last].end
    note(group, words[at].start, "mood", f"{group}.plan", told, row=hit.row.id)
