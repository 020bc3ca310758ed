"""Of whom a clause speaks and in what mood, for the cues of stages and activities."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.clauses import Clause, split_clauses
from extractor.cues import CueMatcher, Hit, Sentence, read_sentence
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import PhraseRow, StatusRow
from extractor.mentions import Date, Topic
from extractor.words import flat

_CLUSTER = frozenset(("خوشه", "خوشهها", "خوشههای"))
_MATCHED = ("anaphor", "definite", "plural", "plan", "wish", "reporting")
_NEAR = 7  # a preposition this many words before a noun takes it out of the subject


@dataclass(frozen=True, slots=True)
class Naming:
    """Words ``first`` to ``last`` name these clusters."""

    first: int
    last: int
    clusters: tuple[int, ...]


class Scopes:
    """The phrases that tell scope and mood, compiled once."""

    def __init__(self) -> None:
        rows = load_rows("scope_phrases.toml", PhraseRow)
        self.phrases = CueMatcher([row for row in rows if row.kind in _MATCHED])
        self.sets: dict[str, frozenset[str]] = {}
        for row in rows:
            if row.kind not in _MATCHED:
                words = frozenset(flat(surface) for surface in row.surfaces)
                self.sets[row.kind] = self.sets.get(row.kind, frozenset()) | words

    def read(self, doc: Doc) -> Iterator["Reading"]:
        """A reading of each sentence that is about clusters or names them."""
        clusters = doc._.clusters
        mentions = sorted((m.start, m.end, i) for i, c in enumerate(clusters) for m in c.mentions)
        starts = [start for start, _, _ in mentions]
        topics: Sequence[Topic] = doc._.topics
        ends = [topic.end for topic in topics]
        for bounds in doc._.sentences:
            near = bisect_right(ends, bounds.start)
            inside = mentions[bisect_left(starts, bounds.start) : bisect_left(starts, bounds.end)]
            if inside or (near < len(topics) and topics[near].start < bounds.end):
                sentence = read_sentence(doc.text, bounds.start, bounds.end)
                yield Reading(self, sentence, inside, topics)


class Reading:
    """One sentence with its clauses, namings and moods."""

    def __init__(
        self,
        scopes: Scopes,
        sentence: Sentence,
        mentions: Sequence[tuple[int, int, int]],
        topics: Sequence[Topic],
    ) -> None:
        self.sentence = sentence
        self._sets = scopes.sets
        self._topics = topics
        self._hits = scopes.phrases.find(sentence, overlap=True)
        modal = {h.verb.first for h in self._hits if h.row.kind == "plan" and h.verb}
        self.clauses = split_clauses(sentence, modal)
        self.namings = list(self._named(mentions))

    def _named(self, mentions: Sequence[tuple[int, int, int]]) -> Iterator[Naming]:
        words = self.sentence.words
        starts = [word.start for word in words]
        for start, end, cluster in mentions:
            first = bisect_right(starts, start) - 1
            last = bisect_left(starts, end) - 1
            yield Naming(max(first, 0), max(first, last), (cluster,))

    def _kinds(self, first: int, last: int, *kinds: str) -> list[Hit[PhraseRow]]:
        return [h for h in self._hits if h.row.kind in kinds and first <= h.first <= last]

    def wished(self, clause: Clause, at: int) -> bool:
        """Whether the clause only demands or misses what stands at this word."""
        return bool(self._kinds(clause.first, clause.last, "wish"))

    def planned(self, clause: Clause, first: int, last: int) -> bool:
        """Whether the clause speaks of the future by a word other than the cue's own."""
        return any(
            hit.last < first or hit.first > last
            for hit in self._kinds(clause.first, clause.last, "plan")
        )

    def reported(self, clause: Clause) -> bool:
        """Whether the clause's verb is one of telling."""
        return bool(self._kinds(clause.first, clause.last, "reporting"))

    def topic(self, at: int) -> tuple[int, ...]:
        """The clusters the text is about at a word."""
        position = self.sentence.words[at].start
        for topic in self._topics:
            if topic.start <= position < topic.end:
                return topic.clusters
        return ()

    def next_naming(self, clause: Clause, after: int, loose: bool = False) -> Naming | None:
        """The naming that follows in one ezafe chain: «آغاز (اجرای) خوشه …»."""
        following = [n for n in self.namings if after < n.first <= clause.last]
        if not following or not self._chained(after + 1, following[0].first, loose):
            return None
        members = [following[0]]
        for naming in following[1:]:
            if not self._listed(members[-1].last + 1, naming.first):
                break
            members.append(naming)
        clusters = tuple(c for n in members for c in n.clusters)
        return Naming(members[0].first, members[-1].last, clusters)

    def _chained(self, first: int, last: int, loose: bool = False) -> bool:
        programme = self._sets["programme"]
        if loose:  # «مطالعه امکان‌سنجی در خصوص خوشه …»
            programme = programme | self._sets["preposition"] | _ABOUT
        return all(
            word.stem in programme or word.key in programme or word.key in _CLUSTER
            for word in self.sentence.words[first:last]
        )

    def _listed(self, first: int, last: int) -> bool:
        joiners = ("و", "،", "«", "»", "(", ")", '"')
        return all(
            word.key in joiners or word.key in _CLUSTER for word in self.sentence.words[first:last]
        )

    def anaphor_after(self, after: int, last: int) -> tuple[int, ...]:
        """The topic, if «این خوشه» or «آن» follows in one ezafe chain."""
        for hit in self._kinds(after + 1, last, "anaphor", "definite", "plural"):
            if self._chained(after + 1, hit.first):
                return self.topic(hit.first)
        return ()

    def blocked(self, first: int, last: int) -> bool:
        """Whether another noun among these words takes the cue for itself."""
        words = self.sentence.words
        inside = {i for n in self.namings for i in range(n.first, n.last + 1)}
        for at in range(first, last):
            noun = at not in inside and words[at].stem in self._sets["blocker"]
            if noun and not self._after_preposition(first, at, inside):
                return True
        return False

    def _after_preposition(self, first: int, at: int, named: set[int]) -> bool:
        """Whether a preposition takes the noun out of the subject: «با ۳۸ واحد»."""
        words = self.sentence.words
        for before in range(at - 1, max(first, at - _NEAR) - 1, -1):
            key = words[before].key
            if key in self._sets["preposition"]:
                return True
            if (
                before in named
                or key in _BREAKS
                or (before < at - 1 and _is_number(words[before + 1].key))
            ):
                return False
        return False

    def governed(self, naming: Naming, loose: bool) -> bool:
        """Whether the naming belongs to another noun: «اعضای خوشه …», «شرکت خوشه …»."""
        at = self._head(naming)
        return not loose and at >= 0 and self.sentence.words[at].stem in self._sets["blocker"]

    def in_phrase(self, naming: Naming) -> bool:
        """Whether a preposition stands before the naming: it is no subject."""
        at = self._head(naming)
        return at >= 0 and self.sentence.words[at].key in self._sets["preposition"] | _ABOUT

    def _head(self, naming: Naming) -> int:
        """Index of the word before «(پروژه توسعه) خوشه …»."""
        at = naming.first - 1
        words, programme = self.sentence.words, self._sets["programme"]
        while at >= 0 and (
            words[at].key in _CLUSTER or words[at].key in programme or words[at].stem in programme
        ):
            at -= 1
        return at

    def in_date(self, hit: Hit[StatusRow], dates: Sequence[Date]) -> bool:
        """Whether a cue is but part of a date: «پایان سال ۱۴۰۱»."""
        start = self.sentence.words[hit.first].start
        end = self.sentence.words[hit.last].end
        at = bisect_right(dates, start, key=lambda date: date.start) - 1
        return at >= 0 and dates[at].end >= end

    def takes_topic(self, clause: Clause, begin: int, at: int, about: str) -> bool:
        """Whether a cue in a clause that names no cluster is said of the topic."""
        words = self.sentence.words
        anaphors = self._kinds(clause.first, clause.last, "anaphor", "definite", "plural")
        own = {i for hit in anaphors for i in range(hit.first, hit.last + 1)}
        if any(
            words[i].key in _CLUSTER and words[i].key != "خوشه" and i not in own
            for i in range(clause.first, at)
        ) or self._counted(clause.first, at, own):
            return False
        if anaphors or about == "any":
            return True
        first = self._first_content(begin, at)
        return (
            first is None
            or words[first].stem in self._sets["programme"]
            or words[first].key in self._sets["preposition"]
        )

    def _counted(self, first: int, last: int, own: set[int]) -> bool:
        """«۱۳ خوشه» with no names: clusters in general."""
        words = self.sentence.words
        return any(
            words[i].key == "خوشه"
            and i not in own
            and i > 0
            and words[i - 1].key not in _SINGLE
            and _is_number(words[i - 1].key)
            for i in range(first, last)
        )

    def _first_content(self, first: int, last: int) -> int | None:
        """The first word that is no adverb and no part of a date."""
        words = self.sentence.words
        skipped = self._sets["adverb"]
        for at in range(first, last):
            key = words[at].key
            if key not in skipped and not key.isdigit() and key not in _MONTHS:
                return at
        return None

    def dates_between(
        self, dates: Sequence[Date], first: int, last: int
    ) -> Iterator[tuple[int, tuple[int, int]]]:
        """Index of each date within these words, and its offsets."""
        words = self.sentence.words
        start, end = words[first].start, words[min(last, len(words) - 1)].end
        for index, date in enumerate(dates):
            if start <= date.start and date.end <= end:
                yield index, (date.start, date.end)

    def first_word(self, at: tuple[int, int]) -> str:
        """The first word of a stretch."""
        starts = [word.start for word in self.sentence.words]
        return self.sentence.words[bisect_right(starts, at[0]) - 1].key

    def word_before(self, offset: int) -> str:
        """The word before a position."""
        starts = [word.start for word in self.sentence.words]
        at = bisect_left(starts, offset) - 1
        return self.sentence.words[at].key if at >= 0 else ""

    def words_after(self, offset: int) -> tuple[str, str]:
        """The two words after a position."""
        starts = [word.start for word in self.sentence.words]
        at = bisect_left(starts, offset)
        keys = [word.key for word in self.sentence.words[at : at + 2]]
        return tuple([*keys, "", ""][:2])  # type: ignore[return-value]


def _is_number(key: str) -> bool:
    return key.isdigit() or key in _NUMERALS


_BREAKS = frozenset(("،", "را", "که", "("))
_ABOUT = frozenset(("خصوص", "مورد", "زمینه", "باره", "رابطه"))  # «در خصوص خوشه …»
_SINGLE = frozenset(("این", "همین", "آن"))
_NUMERALS = frozenset(
    "دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه چند چندین".split()
)
_MONTHS = frozenset(
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ماه فروردینماه".split()
)
