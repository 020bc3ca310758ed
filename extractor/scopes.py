"""Of whom a clause speaks and in what mood, for the cues of stages and activities."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from extractor.clauses import Clause, split_clauses
from extractor.components.base import text_of
from extractor.cues import CueMatcher, Hit, Sentence, read_sentence
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import PhraseRow, StatusRow
from extractor.mentions import Date, Topic
from extractor.words import flat
from schemas.vocabularies import DateKind

_CLUSTER = frozenset(("خوشه", "خوشهها", "خوشههای"))
_MATCHED = ("anaphor", "definite", "plural", "plan", "wish", "lack", "reporting")
_MISSING = 3  # «نبود (یک) نمایشگاه»
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
        clusters, text = doc._.clusters, text_of(doc)
        mentions = sorted((m.start, m.end, i) for i, c in enumerate(clusters) for m in c.mentions)
        starts = [start for start, _, _ in mentions]
        topics: Sequence[Topic] = doc._.topics
        dates = Dates(doc._.dates)
        ends = [topic.end for topic in topics]
        for bounds in doc._.sentences:
            near = bisect_right(ends, bounds.start)
            inside = mentions[bisect_left(starts, bounds.start) : bisect_left(starts, bounds.end)]
            if inside or (near < len(topics) and topics[near].start < bounds.end):
                sentence = read_sentence(text, bounds.start, bounds.end)
                yield Reading(self, sentence, inside, topics, dates)


class Reading:
    """One sentence with its clauses, namings and moods."""

    def __init__(
        self,
        scopes: Scopes,
        sentence: Sentence,
        mentions: Sequence[tuple[int, int, int]],
        topics: Sequence[Topic],
        dates: "Dates",
    ) -> None:
        self.sentence = sentence
        self._starts = [word.start for word in sentence.words]
        self._dates = dates
        self._sets = scopes.sets
        self._topics = topics
        self._hits = scopes.phrases.find(sentence, overlap=True)
        lacks = {h.first for h in self._hits if h.row.kind == "lack"}  # «نبود» is no verb there
        modal = lacks | {
            h.verb.first for h in self._hits if h.row.kind in ("plan", "wish") and h.verb
        }
        self.clauses = split_clauses(sentence, modal)
        self.namings = list(self._named(mentions))

    def _named(self, mentions: Sequence[tuple[int, int, int]]) -> Iterator[Naming]:
        for start, end, cluster in mentions:
            first = bisect_right(self._starts, start) - 1
            last = bisect_left(self._starts, end) - 1
            yield Naming(max(first, 0), max(first, last), (cluster,))

    def _kinds(self, first: int, last: int, *kinds: str) -> list[Hit[PhraseRow]]:
        return [h for h in self._hits if h.row.kind in kinds and first <= h.first <= last]

    def wished(self, clause: Clause, at: int) -> bool:
        """Whether the clause only demands or proposes what stands at this word."""
        return any(self._reaches(hit, at) for hit in self._kinds(clause.first, clause.last, "wish"))

    def _reaches(self, mood: Hit[PhraseRow], at: int) -> bool:
        """A word of mood governs what follows it, and what precedes it up to an «و»."""
        between = self.sentence.words[at : mood.first]
        return mood.first < at or all(word.key != "و" for word in between)

    def lacking(self, clause: Clause, at: int) -> bool:
        """Whether what stands at a word is said to be missing."""
        return any(
            hit.last < at <= hit.last + _MISSING for hit in self._kinds(clause.first, at, "lack")
        )

    def planned(self, clause: Clause, first: int, last: int) -> bool:
        """Whether the clause speaks of the future by a word other than the cue's own."""
        return any(
            (hit.last < first or hit.first > last) and self._reaches(hit, last)
            for hit in self._kinds(clause.first, clause.last, "plan")
        )

    def asserted(self, clause: Clause, at: int) -> bool:
        """Whether a noun of beginning or ending tells a fact: «از پایان خوشه … خبر داد»."""
        if clause.verb is None or self.reported(clause):
            return True
        before = self.sentence.words[at - 1].key if at else ""
        return before in ("با", "از", "زمان", "پس")

    def conditional(self, at: int) -> bool:
        """Whether an «if» stands before a word of the sentence."""
        return any(word.key in _IF for word in self.sentence.words[:at])

    def counted(self, at: int) -> bool:
        """Whether a word is a noun of the programme after a number: several of them."""
        word = self.sentence.words[at]
        plural = word.key not in _CLUSTER and word.stem in self._sets["programme"]
        return plural and self.number_before(at)

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

    def means_all(self, clause: Clause, about: tuple[int, ...]) -> bool:
        """Whether the clause names these clusters, or takes them up: «این خوشه‌ها»."""
        named = {
            cluster
            for naming in self.namings
            if clause.first <= naming.first <= clause.last
            for cluster in naming.clusters
        }
        return named.issuperset(about) or bool(self._kinds(clause.first, clause.last, "plural"))

    def number_before(self, at: int) -> bool:
        """Whether a number stands before a word."""
        if not at:
            return False
        before = self.sentence.words[at - 1]
        return _is_number(before.key) and not self._dates.covers(before.start)

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
            if at in inside or self._dates.covers(words[at].start):
                continue
            noun = words[at].stem in self._sets["blocker"] or self._counts(at, last)
            if noun and not self._after_preposition(first, at, inside):
                return True
        return False

    def _counts(self, at: int, last: int) -> bool:
        """Whether a number with another noun than the programme's stands here: «۲۰۰ شغل»."""
        words = self.sentence.words
        if at + 1 >= last or not _is_number(words[at].key) or _is_number(words[at + 1].key):
            return False
        return words[at + 1].key.isalpha() and words[at + 1].stem not in self._sets["programme"]

    def _after_preposition(self, first: int, at: int, named: Collection[int]) -> bool:
        """Whether a preposition takes the noun out of the subject: «با ۳۸ واحد»."""
        words = self.sentence.words
        for before in range(at - 1, max(first, at - _NEAR) - 1, -1):
            if words[before].key in self._sets["preposition"]:
                return True
            if before in named or words[before].key in _BREAKS:
                return False
            if before < at - 2 and _is_number(words[before + 2].key):
                return False  # a number opens another phrase, but for «با حضور ۴۷ کارگاه»
        return False

    def governed(self, naming: Naming) -> bool:
        """Whether the naming belongs to another noun: «اعضای خوشه …», «شرکت خوشه …»."""
        at = self._head(naming)
        if at < 0:
            return False
        words = self.sentence.words
        word = words[at]
        if word.stem in self._sets["blocker"]:
            return True
        if any(w.stem in _HEADS for w in words[at + 1 : naming.first]):
            return False
        free = any(word.key in self._sets[kind] for kind in ("preposition", "adverb", "pronoun"))
        return not (
            free
            or word.key in _ABOUT
            or not word.key[0].isalpha()
            or self._closes(at)
            or self._dates.covers(word.start)
            or self._after_preposition(0, at, frozenset())
        )

    def _closes(self, at: int) -> bool:
        return any(verb.first <= at <= verb.last for verb in self.sentence.verbs.values())

    def in_phrase(self, naming: Naming) -> bool:
        """Whether a preposition stands before the naming: it is no subject."""
        at = self._head(naming)
        return at >= 0 and self.sentence.words[at].key in self._sets["preposition"] | _ABOUT

    def _head(self, naming: Naming) -> int:
        """Index of the word before «(پروژه توسعه) خوشه …»."""
        at = naming.first - 1
        words, programme = self.sentence.words, self._sets["programme"]
        while (
            at >= 0
            and words[at].key != "،"
            and not programme.isdisjoint((words[at].key, words[at].stem))
        ):
            at -= 1
        return at

    def in_date(self, hit: Hit[StatusRow]) -> bool:
        """Whether a cue is but part of a date: «پایان سال ۱۴۰۱»."""
        words = self.sentence.words
        return self._dates.covers(words[hit.first].start) and self._dates.covers(
            words[hit.last].start
        )

    def takes_topic(self, clause: Clause, begin: int, at: int, loose: bool) -> bool:
        """Whether a cue in a clause that names no cluster is said of the topic."""
        anaphors = self._kinds(clause.first, clause.last, "anaphor", "definite", "plural")
        own = {i for hit in anaphors for i in range(hit.first, hit.last + 1)}
        if self._general(clause.first, at, own):
            return False
        if anaphors or loose:
            return True
        first = self._first_content(begin, at)
        if first is None:
            return True
        word = self.sentence.words[first]
        if word.stem in self._sets["programme"]:
            return not self.number_before(first)  # «۲۷ برنامه اجرا شد»
        return word.key in self._sets["preposition"]

    def _general(self, first: int, last: int, own: Collection[int]) -> bool:
        """«خوشه‌ها», «۱۳ خوشه» with no names: clusters in general."""
        words = self.sentence.words
        return any(
            words[i].key in _CLUSTER
            and i not in own
            and (words[i].key != "خوشه" or (i > 0 and _is_number(words[i - 1].key)))
            for i in range(first, last)
        )

    def _first_content(self, first: int, last: int) -> int | None:
        """The first word that is no adverb and no part of a date."""
        skipped = self._sets["adverb"]
        for at in range(first, last):
            word = self.sentence.words[at]
            known = word.key in skipped or _is_number(word.key)
            if not known and not self._dates.covers(word.start):
                return at
        return None

    def dates_between(self, first: int, last: int) -> Iterator[int]:
        """Indexes of the points of the calendar named by these words, but for «تا امروز»."""
        words = self.sentence.words
        for index in self._dates.within(words[first].start, words[last].end):
            date = self._dates.values[index]
            at = bisect_left(self._starts, date.end)
            after = [word.key for word in words[at : at + 2]]
            until_now = after[:1] == ["تا"] and after[-1] in _NOW
            named = words[bisect_right(self._starts, date.start) - 1].key
            if date.kind is DateKind.DATE and not until_now and named not in _NOW:
                yield index

    def word_before(self, index: int) -> str:
        """The word before a date."""
        at = bisect_left(self._starts, self._dates.values[index].start) - 1
        return self.sentence.words[at].key if at >= 0 else ""

    def is_future(self, started: int | None, ended: int | None, published: date | None) -> bool:
        """Whether the date told lies after the day of publication."""
        index = started if started is not None else ended
        first = None if index is None else self._dates.values[index].first
        return bool(published and first and first > published)


class Dates:
    """The dates of a document, found by position."""

    def __init__(self, values: Sequence[Date]) -> None:
        self.values = values
        self._starts = [value.start for value in values]

    def covers(self, position: int) -> bool:
        """Whether a position lies within a date."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self.values[at].end > position

    def within(self, start: int, end: int) -> Iterator[int]:
        """Indexes of the dates between two offsets."""
        for index in range(bisect_left(self._starts, start), len(self.values)):
            if self.values[index].start >= end:
                return
            if self.values[index].end <= end:
                yield index


def _is_number(key: str) -> bool:
    return key.isdigit() or key in _NUMERALS


_NOW = frozenset(("امروز", "تاکنون", "کنون", "حال", "اکنون", "الان", "هماکنون", "حالا", "به"))
_BREAKS = frozenset(("،", "را", "که", "("))
_HEADS = frozenset(("پروژه", "طرح", "برنامه", "اجرا", "راهاندازی", "ایجاد", "مجوز", "دوره", "عامل"))
_IF = frozenset(("اگر", "چنانچه", "درصورتی", "درصورت"))
_ABOUT = frozenset(("خصوص", "مورد", "زمینه", "باره", "رابطه"))  # «در خصوص خوشه …»
_NUMERALS = frozenset(
    [
        "دو",
        "سه",
        "چهار",
        "پنج",
        "شش",
        "هفت",
        "هشت",
        "نه",
        "ده",
        "یازده",
        "دوازده",
        "سیزده",
        "چهارده",
        "پانزده",
        "شانزده",
        "هفده",
        "هجده",
        "نوزده",
        "بیست",
        "سی",
        "چهل",
        "پنجاه",
        "چند",
        "چندین",
    ]
)
