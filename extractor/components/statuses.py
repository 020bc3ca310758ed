"""The stages that clusters' programmes are said to have reached, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clauses import Clause
from extractor.components.base import component, write_group
from extractor.cues import CueMatcher, Hit
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import StatusRow
from extractor.mentions import Date, Mention, StatusCue
from extractor.scopes import Naming, Reading, Scopes
from extractor.verbs import Tense
from schemas.vocabularies import DateKind, ProgramStatus

_COMING = frozenset((Tense.FUTURE, Tense.SUBJUNCTIVE, Tense.PRESENT, Tense.IMPERFECT))
_REACHED = frozenset((Tense.PAST, Tense.PERFECT))
_STUDIES = frozenset((ProgramStatus.FEASIBILITY_STUDY, ProgramStatus.DIAGNOSTIC_STUDY))
# «از سال ۸۹ تا امروز شش خوشه …»: the span of a count, no programme's.
_NOW = frozenset(("امروز", "تاکنون", "کنون", "حال", "اکنون", "الان", "هماکنون", "حالا"))
_FROM, _TO = "از", "تا"


@component("statuses", reads=["sentences", "clusters", "topics", "dates"], writes=["statuses"])
class StatusFinder:
    """Write a StatusCue for each stage said of named clusters."""

    def __init__(self, nlp: Language) -> None:
        self._cues = CueMatcher(load_rows("status_cues.toml", StatusRow))
        self._scopes = Scopes()

    def __call__(self, doc: Doc) -> Doc:
        found: list[StatusCue] = []
        if doc._.clusters:
            for reading in self._scopes.read(doc):
                found += self._read(reading, doc._.dates)
        write_group(doc, "statuses", found)
        return doc

    def _read(self, reading: Reading, dates: Sequence[Date]) -> Iterator[StatusCue]:
        hits = self._cues.find(reading.sentence)
        hits = [hit for hit in hits if not reading.in_date(hit, dates)]
        for clause in reading.clauses:
            begin = clause.first
            for hit in hits:
                if clause.first <= hit.first <= clause.last:
                    said = list(_said(reading, clause, hit, begin, dates))
                    yield from said
                    if said:
                        begin = hit.last + 1


def _said(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], begin: int, dates: Sequence[Date]
) -> Iterator[StatusCue]:
    """What a cue says, once for each group of clusters with dates of its own."""
    status = _status(reading, clause, hit)
    if status is None:
        return
    words = reading.sentence.words
    cue = StatusCue(
        words[hit.first].start, words[hit.last].end, status, (), resumed=hit.row.resumed
    )
    for naming, first, last in _subjects(reading, clause, hit, begin):
        started, ended = _edges(reading, hit, first, last, dates)
        yield replace(cue, clusters=naming.clusters, started=started, ended=ended)


def _status(reading: Reading, clause: Clause, hit: Hit[StatusRow]) -> ProgramStatus | None:
    """The stage as told: reached, still to come, or none at all."""
    row = hit.row
    verb = hit.verb or clause.verb
    if row.value in _STUDIES:
        return None if reading.wished(clause, hit.first) else row.value
    if verb and verb.negated and verb.last >= hit.first:
        return None
    coming = hit.verb is not None and hit.verb.tense in _COMING and "بودن" != hit.verb.lemma
    if hit.verb is None and clause.verb and clause.verb.tense is Tense.FUTURE:
        coming = not reading.reported(clause)
    reached = hit.verb is not None and hit.verb.tense in _REACHED
    planned = not reached and reading.planned(clause, hit.first, hit.last)
    if reading.wished(clause, hit.first) and not row.edge:
        return None
    if row.value is ProgramStatus.SUSPENDED or row.resumed:
        return None if coming or planned else row.value
    if not coming and not planned:
        return row.value
    return row.pending


def _subjects(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], begin: int
) -> Iterator[tuple[Naming, int, int]]:
    """Clusters the cue is said of, with the words among which their dates stand."""
    before = [n for n in reading.namings if clause.first <= n.first and n.last < hit.first]
    own = [n for n in before if n.first >= begin] or before
    after = reading.next_naming(clause, hit.last, hit.row.about == "any")
    aside = not own or reading.in_phrase(own[0])
    free = hit.row.about == "any" or not reading.blocked(
        clause.first if aside else own[-1].last + 1, hit.first
    )
    if hit.row.side != "before" and after:
        yield after, hit.last + 1, clause.last
    elif hit.row.side == "after":
        about = reading.anaphor_after(hit.last, clause.last)
        if about:
            yield Naming(hit.last, hit.last, about), begin, clause.last
    elif own and free and not reading.governed(own[0], hit.row.about == "any"):
        stops = [n.first for n in own[1:]] + [hit.first]
        for naming, stop in zip(own, stops, strict=True):
            first = begin if naming is own[0] else naming.last + 1
            yield naming, first, max(stop, hit.last if naming is own[-1] else stop)
    elif not own and free and reading.takes_topic(clause, begin, hit.first, hit.row.about):
        about = reading.topic(hit.first)
        if about:
            yield Naming(hit.first, hit.first, about), begin, hit.last


def _edges(
    reading: Reading, hit: Hit[StatusRow], first: int, last: int, dates: Sequence[Date]
) -> tuple[int | None, int | None]:
    """Indexes of the dates of start and end among these words."""
    started = ended = None
    edge = hit.row.edge
    if edge is None:
        return None, None
    for index, at in reading.dates_between(dates, first, last):
        before, after = reading.word_before(at[0]), reading.words_after(at[1])
        until_now = after[0] == _TO and after[1] in _NOW
        if dates[index].kind is not DateKind.DATE or until_now or reading.first_word(at) in _NOW:
            continue
        if before == _TO:
            if edge == "until":
                started = index
            else:
                ended = index
        elif before == _FROM or edge == "start":
            started = index
        elif edge == "end":
            ended = index
    return started, ended
