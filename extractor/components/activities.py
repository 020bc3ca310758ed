"""What was done, is going on or is planned for the clusters."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clauses import Clause
from extractor.components.base import component, write_group
from extractor.cues import CueMatcher, Hit, Sentence
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import ActivityRow
from extractor.mentions import Activity, Place
from extractor.reasons import note
from extractor.scopes.phrases import word_set
from extractor.scopes.positions import Positions
from extractor.scopes.readings import Reading, note_mood, note_verb, read_clusters
from extractor.scopes.subjects import is_due
from extractor.verbs import Tense
from schemas.vocabularies import ActivityType, DateKind, Phase

_FUTURE = frozenset((Tense.FUTURE, Tense.SUBJUNCTIVE))
_ONGOING = frozenset((Tense.PRESENT, Tense.IMPERFECT))
_TAUGHT = frozenset((ActivityType.TRAINING, ActivityType.CONSULTING))
_TOPIC_REACH = 4
_CALLED = 8  # words from a skill to «به عنوان … کلاس‌ها»
_NO_CUES = frozenset(("not", "doing", "making", "holding"))
# What in its clause proves a noun of several senses.
_ACTS = {"counted": ("doing", "making"), "made": ("making",), "held": ("holding",)}
_CLOSE = 4  # words; a longer hit has a gap in which other things may be named


@component(
    "activities",
    reads=["sentences", "clusters", "topics", "dates", "places"],
    writes=["activities"],
)
class ActivityFinder:
    """Write an Activity for each thing done for named clusters."""

    def __init__(self, nlp: Language) -> None:
        rows = load_rows("activity_cues.toml", ActivityRow)
        self._cues = CueMatcher([row for row in rows if row.form not in _NO_CUES])
        self._none = CueMatcher([row for row in rows if row.form == "not"])
        self._acts = CueMatcher([row for row in rows if row.form in _NO_CUES - {"not"}])

    def __call__(self, doc: Doc) -> Doc:
        """Add ``doc._.activities``; without clusters there are none."""
        found: list[Activity] = []
        if doc._.clusters:
            places = Positions[Place](doc._.places)
            venue = False
            for reading in read_clusters(doc):
                venue = venue or self._is_venue(reading.sentence)
                hits = self._find(reading.sentence)
                acts = self._acts.find(reading.sentence, overlap=True) if hits else []
                found += _told(reading, hits, acts, places)
            if venue:
                found = [one for one in found if one.type is not ActivityType.EVENT]
        write_group(doc, "activities", found)
        return doc

    def _is_venue(self, sentence: Sentence) -> bool:
        """«در این همایش …»: the event told of is where the news was made."""
        return any(hit.row.id == "not.venue" for hit in self._none.find(sentence))

    def _find(self, sentence: Sentence) -> list[Hit[ActivityRow]]:
        """Cues that are no part of a phrase with another sense."""
        others = [(hit.first, hit.last) for hit in self._none.find(sentence)]
        hits = list(_apart(self._cues.find(sentence, overlap=True)))
        fairs = {(hit.first, hit.last) for hit in hits if hit.row.id == "exhibition.tour"}
        return [
            hit
            for hit in hits
            if not any(first <= hit.first <= last for first, last in others)
            # «اعضا از نمایشگاه دیدن کردند» is no tour unless one is named.
            and not (
                hit.row.id == "tour"
                and (hit.first, hit.last) in fairs
                and sentence.words[hit.first].stem != "تور"
            )
        ]


def _apart(hits: Iterable[Hit[ActivityRow]]) -> Iterator[Hit[ActivityRow]]:
    """The longest of hits that overlap, its equals, and those within its gap."""
    taken: dict[int, tuple[int, int]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first)):
        span = (hit.first, hit.last)
        own = range(hit.first, hit.last + 1)
        if any(taken.get(at, span) != span for at in own):
            continue
        ends = own if len(own) <= _CLOSE else (*own[:2], *own[-2:])
        taken.update(dict.fromkeys(ends, span))
        yield hit


def _told(
    reading: Reading,
    hits: Sequence[Hit[ActivityRow]],
    acts: Sequence[Hit[ActivityRow]],
    places: Positions[Place],
) -> Iterator[Activity]:
    words = reading.sentence.words
    for clause in reading.clauses:
        done = {hit.row.form for hit in acts if clause.first <= hit.first <= clause.last}
        within = [
            hit
            for hit in hits
            if clause.first <= hit.first <= clause.last
            and not reading.is_named(hit.first)
            and _proven(reading, hit, done)
        ]
        for hit in within:
            kind = hit.row.value
            if kind is None or _is_topic(reading, hit, within):
                continue
            clusters = _clusters(reading, clause, hit)
            if not clusters or _denied(reading, clause, hit):
                continue
            start, end = words[hit.first].start, words[hit.last].end
            bounds = words[clause.first].start, words[clause.last].end
            date = reading.dates.nearest(*bounds, start)
            if date is not None and reading.dates.values[date].kind is not DateKind.DATE:
                date = None
            phase = _phase(reading, clause, hit)
            place = places.nearest(*bounds, start)
            note(
                "activities", start, f"type {kind}", "activities.cue", (start, end), row=hit.row.id
            )
            if date is not None:
                note("activities", start, "date", "activities.date", reading.dates.values[date])
            if place is not None:
                note("activities", start, "place", "activities.place", places.values[place])
            yield Activity(start, end, kind, phase, clusters, place, date)


def _clusters(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> tuple[int, ...]:
    """The clusters in scope; several only where the clause means them all."""
    own = [n for n in reading.namings if n.ordinal and clause.first <= n.first < hit.first]
    if own:
        return own[-1].clusters  # «دومی در مرحله مطالعه است»
    about = reading.topic(hit.first)
    if len(about) < 2 or reading.means_all(clause, about):
        return about
    return ()


def _proven(reading: Reading, hit: Hit[ActivityRow], done: Collection[str]) -> bool:
    """Whether a noun of several senses is told of as something done."""
    form = hit.row.form
    if form == "plain" or any(act in done for act in _ACTS.get(form, ())):
        return True
    word = reading.sentence.words[hit.first]
    return form in ("counted", "numbered") and (
        reading.number_before(hit.first) or word.key != word.stem
    )


def _is_topic(reading: Reading, hit: Hit[ActivityRow], within: Sequence[Hit[ActivityRow]]) -> bool:
    """Whether the cue only names what a course is about."""
    skill = reading.sentence.words[hit.first].stem in word_set("skill")
    if skill and _is_called_course(reading, hit):
        return True
    for other in within:
        gap = hit.first - other.last - 1
        if other.row.value not in _TAUGHT or hit.row.value is other.row.value:
            continue
        if 0 <= gap <= _TOPIC_REACH and all(
            word.key in word_set("course_topic") or (gap == 1 and word.key not in ("،", "و", "از"))
            for word in reading.sentence.words[other.last + 1 : hit.first]
        ):
            return True
        if skill and 1 <= gap <= _TOPIC_REACH and _are_skills(reading, other.last + 1, hit.first):
            return True
    return False


def _are_skills(reading: Reading, first: int, end: int) -> bool:
    """«۱۲ دوره رنگرزی و طراحی نقشه»: but «دوره رنگرزی، طراحی …» may be a row of activities."""
    words = reading.sentence.words[first:end]
    return (
        words[0].key.isalpha()
        and all(
            word.key == "و" or not (word.key in word_set("preposition") or not word.key.isalpha())
            for word in words
        )
        and words[0].key != "و"
        and words[-1].key == "و"
    )


def _is_called_course(reading: Reading, hit: Hit[ActivityRow]) -> bool:
    """«کنترل کیفیت و فروش تلفنی به عنوان پرمخاطب‌ترین کلاس‌ها»."""
    words = reading.sentence.words[hit.last + 1 : hit.last + 1 + _CALLED]
    at = next((i for i, word in enumerate(words) if word.key == "عنوان"), None)
    return at is not None and any(word.stem in word_set("course") for word in words[at:])


def _denied(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> bool:
    """Whether it was not done, or is only asked for."""
    verb = clause.verb
    if verb and verb.negated and verb.first > hit.first:
        return True
    if hit.row.value is ActivityType.STUDY and is_due(reading, clause, hit.last):
        return False
    return reading.wished(clause, hit.first) or reading.lacking(clause, hit.first)


def _phase(reading: Reading, clause: Clause, hit: Hit[ActivityRow]) -> Phase:
    verb = hit.verb or clause.verb
    plan = reading.plan(clause, hit.first, hit.last)
    if plan:
        note_mood("activities", reading, hit.first, plan)
        return Phase.PLANNED
    if verb is None:
        words = reading.sentence.words
        cue = words[hit.first].start, words[hit.last].end
        note("activities", cue[0], "mood", "activities.no_verb", cue)
        return Phase.DONE
    note_verb("activities", reading, hit.first, verb)
    if verb.tense in _FUTURE:
        return Phase.PLANNED
    return Phase.ONGOING if verb.tense in _ONGOING and verb.lemma != "بودن" else Phase.DONE
