"""The stages that clusters' programmes are said to have reached, and when."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clauses import Clause
from extractor.components.base import component, text_of, write_group
from extractor.cues import CueMatcher, Hit
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import StatusRow
from extractor.mentions import StatusCue
from extractor.reasons import inherit, note
from extractor.scopes.dealing import Dealt, deal
from extractor.scopes.headings import find_headings, outside, told_by, under
from extractor.scopes.readings import Naming, Reading, read_clusters
from extractor.scopes.rows import find_columns, read_rows
from extractor.scopes.stages import (
    STUDIES,
    edges_beside,
    is_celebrated,
    is_hoped,
    or_over,
    told_stage,
)
from extractor.scopes.subjects import (
    anaphor_after,
    dated_after,
    goes_on,
    in_phrase,
    is_blocked,
    is_governed,
    is_of_object,
    next_naming,
    takes_topic,
)
from extractor.verbs import Tense
from schemas.vocabularies import ProgramStatus

_WAITING = "planned.waiting"


@component("statuses", reads=["sentences", "clusters", "topics", "dates"], writes=["statuses"])
class StatusFinder:
    """Write a StatusCue for each stage said of named clusters."""

    def __init__(self, nlp: Language) -> None:
        self._cues = CueMatcher(load_rows("status_cues.toml", StatusRow))

    def __call__(self, doc: Doc) -> Doc:
        """Add ``doc._.statuses``; without clusters there are none."""
        found: list[StatusCue] = []
        if doc._.clusters:
            text, sentences = text_of(doc), doc._.sentences
            headings = find_headings(text, sentences, self._cues)
            columns = find_columns(text, sentences)
            for reading in read_clusters(doc):
                hits = self._cues.find(reading.sentence)
                hits = [hit for hit in hits if not reading.in_date(hit.first, hit.last)]
                heading = under(reading, headings)
                if heading:
                    hits = list(outside(reading, hits, heading))
                stage = heading.status if heading else None
                rows = read_rows(reading, hits, columns, stage, doc._.published)
                if heading:
                    told = {cluster for row in rows for cluster in row.clusters}
                    found += (_noted(reading, cue) for cue in told_by(reading, heading, told))
                found += _read_sentence(reading, hits, rows, doc._.published)
        write_group(doc, "statuses", found)
        return doc


def _read_sentence(
    reading: Reading,
    hits: Sequence[Hit[StatusRow]],
    rows: Sequence[Dealt],
    published: date | None,
) -> Iterator[StatusCue]:
    words = reading.sentence.words
    labelled = {at for row in rows for at in range(row.first, row.last + 1)}
    dealt = [one for one in deal(reading, hits) if one.first not in labelled]
    dealt += rows
    for one in dealt:
        start, end = words[one.first].start, words[one.last].end
        cue = StatusCue(start, end, one.status, one.clusters, one.started, one.ended)
        for field, rule in (("status", "dealt"), ("clusters", "cluster.dealt")):
            note("statuses", cue, field, f"statuses.{rule}", cue)
        yield _noted(reading, cue)
    taken = {at for one in dealt for at in range(one.first, one.last + 1)}
    hits = [hit for hit in hits if taken.isdisjoint(range(hit.first, hit.last + 1))]
    study = False
    for clause in reading.clauses:
        within = [hit for hit in hits if clause.first <= hit.first <= clause.last]
        if study and not reading.about_clusters(clause):
            # «مطالعه خوشه … در جریان است و در مهر تحویل می‌شود»: the study is meant.
            within = [hit for hit in within if not _is_of_study(hit)]
        said = list(_read_clause(reading, clause, within, published))
        yield from said
        study = any(cue.status in STUDIES for cue in said)


def _is_of_study(hit: Hit[StatusRow]) -> bool:
    """Whether a study may end or wait so, too."""
    return hit.row.value is ProgramStatus.COMPLETED or hit.row.id == _WAITING


def _read_clause(
    reading: Reading, clause: Clause, within: Sequence[Hit[StatusRow]], published: date | None
) -> Iterator[StatusCue]:
    # «پایان خوشه … در مهر ۱۴۰۱، آغاز خوشه …»
    within = [hit for hit in within if not _is_noun_of_next(reading, clause, hit, within)]
    begin = clause.first
    studied = False
    study: int | None = None  # the last word of one
    for hit in within:
        if study is not None and is_of_object(reading, study, hit.first):
            continue  # «خوشه … مطالعه شناختی خود را تمام کرده»
        study = hit.last if hit.row.value in STUDIES else study
        if studied and hit.row.side == "before" and not reading.takes_up(begin, hit.first):
            continue  # «مطالعه شناختی خوشه … در جریان است»: said of the study
        plan = hit.row.value is ProgramStatus.PLANNED
        told = any(_tells_stage(reading, hit, other) for other in within)
        if (
            hit.row.side == "after"
            and not plan
            and told
            and not dated_after(reading, clause, hit.last)
        ):
            continue  # «راه‌اندازی خوشه … در دستور کار است»: the predicate tells the stage
        stop = _next_noun(reading, clause, hit, within)
        said = list(_said(reading, clause, hit, (begin, stop), published))
        yield from said
        if said and plan and hit.row.side == "after":
            return  # «مقدمات راه‌اندازی خوشه … آغاز شد»
        begin = hit.last + 1 if said or hit.row.side == "before" else begin
        about = next_naming(reading, clause, hit.last, loose=True) if said else None
        about = None if goes_on(reading, clause, hit.first, hit.last) else about
        if about and hit.row.value in STUDIES:
            studied, begin = True, about.last + 1


def _tells_stage(reading: Reading, hit: Hit[StatusRow], other: Hit[StatusRow]) -> bool:
    """Whether a later cue is the predicate to a noun, and not a noun of another cluster."""
    if other.first <= hit.last:
        return False
    return other.row.side != "after" or not reading.named(hit.last, other.first)


def _next_noun(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], within: Sequence[Hit[StatusRow]]
) -> int:
    """Where the dates of a noun of stage end: before the noun of the next cluster."""
    nouns = (h.first - 1 for h in within if h.first > hit.last and h.row.side == "after")
    return next((at for at in nouns if reading.named(hit.last, at)), clause.last)


def _is_noun_of_next(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], within: Sequence[Hit[StatusRow]]
) -> bool:
    """Whether a bare «آغاز» is the noun before the next naming, and no stage of the last."""
    if hit.verb or hit.row.side != "before":
        return False
    same = any(h.row.side == "after" and (h.first, h.last) == (hit.first, hit.last) for h in within)
    return same and next_naming(reading, clause, hit.last, loose=False) is not None


def _said(
    reading: Reading,
    clause: Clause,
    hit: Hit[StatusRow],
    bounds: tuple[int, int],
    published: date | None,
) -> Iterator[StatusCue]:
    """What a cue says, once for each group of clusters with dates of its own."""
    status = told_stage(reading, clause, hit)
    if status is None:
        return
    words = reading.sentence.words
    start, end = words[hit.first].start, words[hit.last].end
    for naming, first, last in _subjects(reading, clause, hit, *bounds):
        started, ended = edges_beside(reading, hit, first, last)
        told: ProgramStatus | None = status
        rule = "told" if status is hit.row.value else "coming"
        if status is hit.row.value:
            edge = started if started is not None else ended
            day = None if edge is None else reading.dates.values[edge].first
            future = published and day and day > published
            told = hit.row.pending if future else or_over(hit, status, ended)
            rule = "dated_ahead" if future else rule if told is status else "over"
        if ended is None and is_hoped(hit, told):
            continue
        if hit.row.dated and started is None and ended is None:
            continue
        if hit.row.resumed and told is not hit.row.value:
            started = None  # work that may go on again some day has not begun
        if started is None and told in (ProgramStatus.PLANNED, ProgramStatus.APPROVED):
            ended = None  # «تا پایان سال راه‌اندازی می‌شود»
        if told:
            claimed = told is ProgramStatus.SUSPENDED and reading.complained(clause, hit.first)
            edges = started, ended, hit.row.resumed, claimed, is_celebrated(reading, hit)
            cue = StatusCue(start, end, told, naming.clusters, *edges)
            _note_status(reading, cue, rule, hit, naming)
            yield _noted(reading, cue)


def _note_status(
    reading: Reading, cue: StatusCue, rule: str, hit: Hit[StatusRow], naming: Naming
) -> None:
    note("statuses", cue, "status", f"statuses.{rule}", cue, row=hit.row.id)
    if rule == "coming":
        mood = ("statuses", cue.start, "mood")
        inherit("statuses", cue, "status", "statuses.coming", mood, cue, row=hit.row.id)
    words, topic = reading.sentence.words, reading.about(naming.first)
    if reading.named(naming.first, naming.last):
        named = words[naming.first].start, words[naming.last].end
        note("statuses", cue, "clusters", "statuses.cluster.named", named, cue)
    elif topic:
        source = ("topics", topic.start, "clusters")
        inherit("statuses", cue, "clusters", "statuses.cluster.topic", source, cue)


def _noted(reading: Reading, cue: StatusCue) -> StatusCue:
    for field, index in (("started", cue.started), ("ended", cue.ended)):
        if index is not None:
            note("statuses", cue, field, f"statuses.{field}", reading.dates.values[index], cue)
    return cue


def _subjects(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], begin: int, stop: int
) -> Iterator[tuple[Naming, int, int]]:
    """Clusters the cue is said of, with the words among which their dates stand."""
    noun = hit.verb is not None and hit.verb.tense is Tense.INFINITIVE  # «پایان گرفتن خوشه …»
    after = None
    if noun or hit.row.side != "before":
        after = next_naming(reading, clause, hit.last, loose=hit.row.about == "any")
    if after and not goes_on(reading, clause, hit.first, hit.last):
        yield after, hit.last + 1, stop
    elif hit.row.side == "after":
        about = anaphor_after(reading, hit.last, clause.last)
        if about:
            yield Naming(hit.last, hit.last, about), begin, clause.last
        elif hit.row.edge and (last := dated_after(reading, clause, hit.last)):
            yield Naming(hit.last, hit.last, reading.topic(hit.first)), hit.last + 1, last
    else:
        yield from _subjects_before(reading, clause, hit, begin)


def _subjects_before(
    reading: Reading, clause: Clause, hit: Hit[StatusRow], begin: int
) -> Iterator[tuple[Naming, int, int]]:
    loose = hit.row.about == "any"
    before = [n for n in reading.namings if clause.first <= n.first and n.last < hit.last]
    own = [n for n in before if n.first >= begin]
    if before and not own and reading.phrases(begin, hit.first, "anaphor"):
        yield Naming(hit.first, hit.first, reading.topic(hit.first)), begin, hit.last
        return  # «مطالعه خوشه … انجام و فاز اجرایی آن شروع شد»
    own = own or before
    own = own[max((i for i, n in enumerate(own) if n.ordinal), default=0) :]
    aside = not own or (in_phrase(reading, own[0]) and not own[0].ordinal)
    bare = clause.first if aside else own[-1].last + 1
    if not loose and is_blocked(reading, bare, hit.first):
        return
    if not own:
        if takes_topic(reading, clause, begin, hit.first, loose):
            yield Naming(hit.first, hit.first, reading.topic(hit.first)), begin, hit.last
        return
    within = own[0].first > hit.first  # «مجوز خوشه … صادر شد»
    if loose or within or own[0].ordinal or not is_governed(reading, own[0]):
        if hit.row.edge is None:
            about = tuple(dict.fromkeys(i for naming in own for i in naming.clusters))
            yield Naming(own[0].first, own[-1].last, about), begin, hit.last
            return
        yield from _shared(reading, own, begin, hit.last)


def _shared(
    reading: Reading, own: Sequence[Naming], begin: int, last: int
) -> Iterator[tuple[Naming, int, int]]:
    """Each naming with the words of its dates: «خوشه … و خوشه … در ۱۳۹۶» share theirs."""
    stops = [naming.first for naming in own[1:]] + [last]
    found = []
    for naming, stop in zip(own, stops, strict=True):
        found.append((naming, begin if naming is own[0] else naming.last + 1, stop))
    dated = [next(reading.dates_between(a, b), None) is not None for _, a, b in found]
    for at, (naming, first, stop) in enumerate(found):
        after = next((i for i in range(at, len(found)) if dated[i]), None)
        before = next((i for i in range(at - 1, -1, -1) if dated[i]), None)
        if after is not None:
            yield naming, found[after][1], found[after][2]
        elif before is not None:
            yield naming, found[before][1], found[before][2]
        else:
            yield naming, first, stop
