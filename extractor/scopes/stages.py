"""The stage that a phrase tells of its clusters, and the dates of start and end beside it."""

from extractor.clauses import Clause
from extractor.cues import Hit
from extractor.lexicon.models import StatusRow
from extractor.mentions import Date
from extractor.scopes.phrases import word_set
from extractor.scopes.readings import Reading, note_mood, note_verb
from extractor.scopes.subjects import has_noun, is_counted, is_due
from extractor.verbs import Tense
from schemas.vocabularies import Granularity, ProgramStatus

STUDIES = frozenset((ProgramStatus.FEASIBILITY_STUDY, ProgramStatus.DIAGNOSTIC_STUDY))
_COMING = frozenset((Tense.FUTURE, Tense.SUBJUNCTIVE, Tense.PRESENT, Tense.IMPERFECT))
_REACHED = frozenset((Tense.PAST, Tense.PERFECT))
_STATES = frozenset(("بودن", "داشتن"))  # «قرار دارد» is no promise
_FROM, _TO = "از", "تا"


def is_hoped(hit: Hit[StatusRow], told: ProgramStatus | None) -> bool:
    """«امیدواریم به پایان برسد» does not say that the programme runs."""
    hoped = hit.verb is not None and hit.verb.tense is Tense.SUBJUNCTIVE
    return hoped and told is ProgramStatus.IN_PROGRESS and told is not hit.row.value


def or_over(hit: Hit[StatusRow], status: ProgramStatus, ended: int | None) -> ProgramStatus:
    """«از ۱۳۹۸ تا ۱۴۰۰ اجرا شد»: a run in the past that has an end is over."""
    tense = hit.verb.tense if hit.verb else None
    ran = hit.row.edge == "start" and tense in _REACHED
    lasted = hit.row.id == "goes_on" and tense is Tense.PAST  # «تا ۱۴۰۱ طول کشید»
    return ProgramStatus.COMPLETED if (ran or lasted) and ended is not None else status


def told_stage(reading: Reading, clause: Clause, hit: Hit[StatusRow]) -> ProgramStatus | None:
    """The stage as told: reached, still to come, or none at all."""
    row = hit.row
    wished = reading.wished(clause, hit.first)
    if row.value in STUDIES:
        return None if wished and not is_due(reading, clause, hit.last) else row.value
    verb = hit.verb or clause.verb
    adjective = row.side == "both" and hit.verb is None  # «خوشه مصوب … عامل ندارد»
    negated = bool(verb and verb.negated and verb.last >= hit.first and not adjective)
    if negated is not row.negative or is_counted(reading, hit.first):
        return None
    if row.edge and not hit.verb and row.side == "before" and has_noun(reading, hit.last):
        return None  # «شروع برداشت در خوشه …»
    coming = not row.negative and _is_coming(reading, clause, hit)
    told = row.pending if coming else row.value
    if wished and not (coming and told is ProgramStatus.IN_PROGRESS):
        return None
    if row.side == "after" and row.edge and not coming and not reading.asserted(clause, hit.first):
        return None
    if told is ProgramStatus.PLANNED and reading.conditional(hit.first):
        return None
    return told


def _is_coming(reading: Reading, clause: Clause, hit: Hit[StatusRow]) -> bool:
    """Whether the stage is still ahead by its own verb, its clause's or a word of planning."""
    if hit.verb:
        if hit.verb.tense in _REACHED:
            return False
        now = hit.row.durative and hit.verb.tense is Tense.PRESENT
        if not now and hit.verb.tense in _COMING and hit.verb.lemma not in _STATES:
            note_verb("statuses", reading, hit.first, hit.verb)
            return True
    elif clause.verb and not reading.reported(clause):
        tense = clause.verb.tense
        if tense is Tense.FUTURE or (hit.row.side == "after" and tense in _COMING):
            note_verb("statuses", reading, hit.first, clause.verb)
            return True
    plan = reading.plan(clause, hit.first, hit.last)
    if plan:
        note_mood("statuses", reading, hit.first, plan)
    return plan is not None


def edges_beside(
    reading: Reading, hit: Hit[StatusRow], first: int, last: int
) -> tuple[int | None, int | None]:
    """Indexes of the dates of start and end among these words."""
    started = ended = None
    edge = hit.row.edge
    if edge is None:
        return None, None
    for index in reading.dates_between(first, last):
        before = reading.word_before(index)
        if edge == "start" and _is_term(reading.dates.values[index]):
            started = ended = index
        elif before == _TO:
            started, ended = (index, ended) if edge == "until" else (started, index)
        elif edge == "since":
            ended = index
        elif before == _FROM or edge == "start":
            started = index
        elif edge == "end":
            ended = index
    return started, ended


def is_celebrated(reading: Reading, hit: Hit[StatusRow]) -> bool:
    """«آیین پایان خوشه … دوازدهم اسفند برگزار شد»: the date is first of all the ceremony's."""
    words = reading.sentence.words[max(hit.first - 1, 0) : hit.first + 1]
    return any(word.stem in word_set("ceremony") for word in words)


def _is_term(value: Date) -> bool:
    """«سال‌های ۱۳۹۸ تا ۱۴۰۱»: a start and an end in one."""
    if value.granularity is not Granularity.YEAR or not value.first or not value.last:
        return False
    return value.last.year - value.first.year > 1
