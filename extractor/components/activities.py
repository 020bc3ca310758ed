"""What was done, is going on or is planned for the clusters."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clauses import Clause
from extractor.components.base import component, write_group
from extractor.cues import CueMatcher, Hit, Sentence
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import ActivityRow
from extractor.mentions import Activity, Mention
from extractor.scopes import Reading, Scopes
from extractor.verbs import Tense
from schemas.vocabularies import ActivityType, DateKind, Phase

_FUTURE = frozenset((Tense.FUTURE, Tense.SUBJUNCTIVE))
_ONGOING = frozenset((Tense.PRESENT, Tense.IMPERFECT))
# Between a course and its topic: «دوره آموزشی (با موضوع) برندسازی».
_TOPIC_LINKS = frozenset(("با", "موضوع", "در", "زمینه", "حوزه", "درباره", "محور", "خصوص", "ویژه"))
_TAUGHT = frozenset((ActivityType.TRAINING, ActivityType.CONSULTING))
_TOPIC_REACH = 4


@component(
    "activities",
    reads=["sentences", "clusters", "topics", "dates", "places"],
    writes=["activities"],
)
class ActivityFinder:
    """Write an Activity for each thing done for named clusters."""

    def __init__(self, nlp: Language) -> None:
        rows = load_rows("activity_cues.toml", ActivityRow)
        self._cues = CueMatcher([row for row in rows if row.form != "not"])
        self._none = CueMatcher([row for row in rows if row.form == "not"])
        self._scopes = Scopes()

    def __call__(self, doc: Doc) -> Doc:
        found: list[Activity] = []
        if doc._.clusters:
            for reading in self._scopes.read(doc):
                found += _told(reading, self._find(reading.sentence), doc)
        write_group(doc, "activities", found)
        return doc

    def _find(self, sentence: Sentence) -> list[Hit[ActivityRow]]:
        """Cues that are no part of a phrase with another sense."""
        others = [(hit.first, hit.last) for hit in self._none.find(sentence)]
        return [
            hit
            for hit in self._cues.find(sentence)
            if not any(first <= hit.first <= last for first, last in others)
        ]


def _told(reading: Reading, hits: Sequence[Hit[ActivityRow]], doc: Doc) -> Iterator[Activity]:
    words = reading.sentence.words
    for clause in reading.clauses:
        within = [hit for hit in hits if clause.first <= hit.first <= clause.last]
        for hit in within:
            kind = hit.row.value
            if kind is None or not _proven(reading, hit, within) or _is_topic(reading, hit, within):
                continue
            clusters = _clusters(reading, clause, hit)
            if not clusters or _denied(reading, clause, hit):
                continue
            start, end = words[hit.first].start, words[hit.last].end
            bounds = Mention(words[clause.first].start, words[clause.last].end)
            yield Activity(
                start,
                end,
                kind,
                _phase(reading, clause, hit),
                clusters,
                place=_nearest(doc._.places, bounds, start),
                date=_nearest(
                    [d if d.kind is DateKind.DATE else None for d in doc._.dates], bounds, start
                ),
            )


def _clusters(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> tuple[int, ...]:
    """The clusters in scope; several only where the clause means them all."""
    about = reading.topic(hit.first)
    if len(about) < 2 or reading.means_all(clause, about):
        return about
    return ()


def _proven(reading: Reading, hit: Hit[ActivityRow], within: Sequence[Hit[ActivityRow]]) -> bool:
    """Whether a noun of several senses is told of as something done."""
    if hit.row.form == "plain":
        return True
    word = reading.sentence.words[hit.first]
    return (
        reading.number_before(hit.first)
        or word.key != word.stem
        or (hit.row.form == "counted" and any(other.row.form == "doing" for other in within))
    )


def _is_topic(reading: Reading, hit: Hit[ActivityRow], within: Sequence[Hit[ActivityRow]]) -> bool:
    """Whether the cue only names what a course is about."""
    for other in within:
        gap = hit.first - other.last - 1
        if other.row.value not in _TAUGHT or hit.row.value is other.row.value:
            continue
        if 0 <= gap <= _TOPIC_REACH and all(
            word.key in _TOPIC_LINKS or (gap == 1 and word.key not in ("،", "و", "از"))
            for word in reading.sentence.words[other.last + 1 : hit.first]
        ):
            return True
    return False


def _denied(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> bool:
    """Whether it was not done, or is only asked for."""
    verb = clause.verb
    if verb and verb.negated and verb.first > hit.first:
        return True
    return reading.wished(clause, hit.first) or reading.lacking(clause, hit.first)


def _phase(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> Phase:
    verb = hit.verb or clause.verb
    if reading.planned(clause, hit.first, hit.last) or (verb and verb.tense in _FUTURE):
        return Phase.PLANNED
    if verb and verb.tense in _ONGOING and verb.lemma != "بودن":
        return Phase.ONGOING
    return Phase.DONE


def _nearest(values: Sequence[Mention | None], bounds: Mention, position: int) -> int | None:
    """Index of the value within the bounds that stands nearest to a position."""
    inside = [
        (abs(value.start - position), index)
        for index, value in enumerate(values)
        if value and bounds.start <= value.start and value.end <= bounds.end
    ]
    return min(inside)[1] if inside else None
