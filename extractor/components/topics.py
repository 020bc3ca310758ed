"""Of which clusters the text speaks, stretch by stretch."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clauses import Clause, split_clauses
from extractor.components.base import component, text_of, write_group
from extractor.cues import CueMatcher, Hit, Sentence, read_sentence
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import PhraseRow
from extractor.mentions import Cluster, Mention, Official, Place, Statement, Topic
from extractor.products import ProductNames
from extractor.scopes import Naming
from extractor.words import flat
from schemas.vocabularies import RoleCode

# Words between two members of one list of clusters.
_ONE_OF = frozenset(("جمع", "از", "جزو", "جزء", "میان", "بین", "شمار", "نخستین", "اولین"))
_BETWEEN_MEMBERS = frozenset(
    ("و", "،", "«", "»", "(", ")", "خوشه", "خوشههای", "نیز", "همچنین", "صنعتی", "کسبوکار", '"')
)


@component(
    "topics",
    reads=["sentences", "places", "clusters", "officials", "statements"],
    writes=["topics"],
)
class TopicFinder:
    """Write a Topic for every stretch that is about named clusters.

    A clause that names clusters, or their product, sets the topic; later clauses keep it
    until others take over, the talk turns general, or another person speaks.
    """

    def __init__(self, nlp: Language) -> None:
        rows = load_rows("scope_phrases.toml", PhraseRow)
        kinds = (
            "general",
            "foreign",
            "anaphor",
            "definite",
            "members",
            "plural",
            "question",
            "estate",
        )
        self._phrases = CueMatcher([row for row in rows if row.kind in kinds])
        self._generic = frozenset(
            flat(word) for row in rows if row.kind == "generic_head" for word in row.surfaces
        )

    def __call__(self, doc: Doc) -> Doc:
        clusters: tuple[Cluster, ...] = doc._.clusters
        found: Sequence[Topic] = ()
        if clusters:
            turns = find_turns(doc._.statements, doc._.officials)
            tracker = _Tracker(
                clusters, ProductNames(clusters, self._generic), doc._.places, doc._.headline_end
            )
            found = self.find(text_of(doc), doc._.sentences, tracker, turns)
        write_group(doc, "topics", found)
        return doc

    def find(
        self,
        text: str,
        sentences: Sequence[Mention],
        tracker: "_Tracker",
        turns: Sequence[int] = (),
    ) -> list[Topic]:
        """Stretches in text order, none within another."""
        found: list[Topic] = []
        waiting = deque(turns)
        for bounds in sentences:
            if waiting and waiting[0] < bounds.end:
                while waiting and waiting[0] < bounds.end:
                    waiting.popleft()
                tracker.turn()
            sentence = read_sentence(text, bounds.start, bounds.end)
            found += tracker.read(sentence, self._phrases.find(sentence))
        return list(_merged(found))


def find_turns(statements: Sequence[Statement], officials: Sequence[Official]) -> list[int]:
    """Where a person begins to speak who has not spoken before and is no cluster's agent."""
    found: list[int] = []
    heard: set[int] = set()
    for statement in statements:
        speaker = statement.speaker
        if speaker is None or speaker in heard:
            continue
        if heard and officials[speaker].role_code is not RoleCode.CLUSTER_AGENT:
            found.append(statement.start)
        heard.add(speaker)
    return found


class _Tracker:
    """What the text is about, as it is read clause by clause."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        products: ProductNames,
        places: Sequence[Place],
        headline_end: int,
    ) -> None:
        mentions = ((m.start, m.end, i) for i, c in enumerate(clusters) for m in c.mentions)
        self._mentions = sorted(mentions)
        self._starts = [start for start, _, _ in self._mentions]
        self._products = products
        self._places = {place.start for place in places}
        self._current: tuple[int, ...] = ()
        self._last: tuple[int, ...] = ()
        self._group: tuple[int, ...] = ()  # clusters named together last
        named = {i for start, _, i in self._mentions if start < headline_end}
        main = tuple(named) if len(named) == 1 else tuple(range(len(clusters)))
        self._main = main if len(main) == 1 else ()

    def turn(self) -> None:
        """Another person takes the word: only the article's one cluster outlives that."""
        self._current = self._main

    def read(self, sentence: Sentence, hits: Sequence[Hit[PhraseRow]]) -> Iterator[Topic]:
        """The topics of a sentence."""
        start, end = sentence.words[0].start, sentence.words[-1].end
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        for clause in split_clauses(sentence):
            within = [hit for hit in hits if clause.first <= hit.first <= clause.last]
            namings = list(self._namings(sentence, clause, inside, within))
            if not namings and any(hit.row.kind == "foreign" for hit in within):
                continue
            if not namings:
                self._current = self._without_naming(sentence, within)
            for first, last, about in _stretches(sentence, clause, namings, self._current):
                self._current = about
                self._last = about or self._last
                if len(about) > 1:
                    self._group = about
                if about:
                    yield Topic(first, last, about)

    def _namings(
        self,
        sentence: Sentence,
        clause: Clause,
        mentions: Sequence[tuple[int, int, int]],
        hits: Sequence[Hit[PhraseRow]],
    ) -> Iterator[Naming]:
        """Namings in a clause; members of one list are one naming of all."""
        words = sentence.words
        single: list[Naming] = []
        for start, end, cluster in mentions:
            within = range(clause.first, clause.last + 1)
            at = [i for i in within if start < words[i].end and words[i].start < end]
            if at:
                single.append(Naming(at[0], at[-1], (cluster,)))
        return _grouped(sentence, single or self._products_in(sentence, clause, hits))

    def _products_in(
        self, sentence: Sentence, clause: Clause, hits: Sequence[Hit[PhraseRow]]
    ) -> list[Naming]:
        found = [
            Naming(first, last, (cluster,))
            for first, last, cluster in self._products.find(
                sentence.words, clause.first, clause.last
            )
            if sentence.words[first].start not in self._places
        ]
        estates = {hit.last + 1 for hit in hits if hit.row.kind == "estate"}
        in_estate = any(naming.first in estates for naming in found)
        return [] if in_estate else found  # «شهرک تخصصی چرم» is no cluster

    def _without_naming(
        self, sentence: Sentence, hits: Sequence[Hit[PhraseRow]]
    ) -> tuple[int, ...]:
        kinds = {hit.row.kind for hit in hits if not _is_aside(sentence, hit)}
        if "plural" in kinds and self._group:
            return self._group
        if "definite" in kinds:
            return self._current or self._last
        if "anaphor" in kinds or "members" in kinds:
            return self._current
        if "question" in kinds:
            return self._main
        return () if "general" in kinds else self._current


def _is_aside(sentence: Sentence, hit: Hit[PhraseRow]) -> bool:
    """«در جمع خوشه‌های کشور»: the cluster is one of them, and still the topic."""
    before = sentence.words[hit.first - 1].key if hit.first else ""
    return hit.row.kind == "general" and before in _ONE_OF


def _grouped(sentence: Sentence, namings: Sequence[Naming]) -> Iterator[Naming]:
    group: Naming | None = None
    for naming in namings:
        between = sentence.words[group.last + 1 : naming.first] if group else ()
        if group and all(word.key in _BETWEEN_MEMBERS for word in between):
            members = tuple(dict.fromkeys(group.clusters + naming.clusters))
            group = Naming(group.first, naming.last, members)
            continue
        if group:
            yield group
        group = naming
    if group:
        yield group


def _stretches(
    sentence: Sentence, clause: Clause, namings: Sequence[Naming], current: tuple[int, ...]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The clause, cut where it names other clusters than before."""
    words = sentence.words
    start, end = words[clause.first].start, words[clause.last].end
    if not namings:
        yield start, end, current
        return
    cuts = [start, *(words[n.first].start for n in namings[1:]), end]
    for naming, begin, stop in zip(namings, cuts, cuts[1:], strict=False):
        yield begin, stop, naming.clusters


def _merged(topics: Iterable[Topic]) -> Iterator[Topic]:
    """Neighbours about the same clusters become one."""
    last: Topic | None = None
    for topic in topics:
        if last and last.clusters == topic.clusters and topic.start - last.end <= 3:
            last = Topic(last.start, topic.end, last.clusters)
            continue
        if last:
            yield last
        last = topic
    if last:
        yield last
