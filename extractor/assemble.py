"""From a processed Doc to the record: the only place where offsets become original ones."""

from datetime import date
from functools import lru_cache

import jdatetime
from spacy.tokens import Doc

from extractor import mentions as found
from extractor.errors import OffsetError
from extractor.program_drafts import ProgramDraft, draft_programs
from extractor.text.alignment import AlignedText
from schemas.article import Article, ArticleInfo
from schemas.entities import Cluster, Date, Official, Place
from schemas.figures import Figure
from schemas.findings import Statement
from schemas.program import Activity, Program
from schemas.record import ArticleRecord, Provenance
from schemas.spans import Span
from schemas.values import Candidate, GregorianInterval, JalaliInterval
from schemas.vocabularies import Basis

_FIRST_DAY = date(622, 3, 22)  # 1 Farvardin of the year 1: before it no Jalali date is


def entry_id(prefix: str, index: int | None) -> str | None:
    """The id of an entry in a record; None for no entry.

    >>> entry_id("f", 0), entry_id("f", None)
    ('f1', None)
    """
    return None if index is None else f"{prefix}{index + 1}"


def _id(prefix: str, index: int) -> str:
    return f"{prefix}{index + 1}"


@lru_cache(maxsize=4096)
def jalali_iso(day: date) -> str:
    """A Gregorian day as a Jalali ISO string.

    >>> jalali_iso(date(2023, 8, 3))
    '1402-05-12'
    """
    jalali = jdatetime.date.fromgregorian(date=day)
    return f"{jalali.year:04}-{jalali.month:02}-{jalali.day:02}"


def _intervals(first: date, last: date) -> tuple[JalaliInterval, GregorianInterval]:
    return (
        JalaliInterval(start=jalali_iso(first), end=jalali_iso(last)),
        GregorianInterval(start=first, end=last),
    )


class Assembler:
    """Builds the record of one article, every span quoting its original text."""

    def __init__(self, aligned: AlignedText) -> None:
        self._aligned = aligned

    def record(self, article: Article, doc: Doc, provenance: Provenance) -> ArticleRecord:
        """The whole record, without findings: its parts are validated, the whole not yet."""
        read = doc._
        return ArticleRecord.model_construct(
            article=ArticleInfo.of(article),
            provenance=provenance,
            places=tuple(self.place(i, p) for i, p in enumerate(read.places)),
            dates=tuple(self.date(i, d) for i, d in enumerate(read.dates)),
            officials=tuple(self.official(i, o) for i, o in enumerate(read.officials)),
            clusters=tuple(self.cluster(i, c) for i, c in enumerate(read.clusters)),
            figures=tuple(self.figure(i, f) for i, f in enumerate(read.figures)),
            programs=tuple(self.program(i, p) for i, p in enumerate(draft_programs(doc))),
            statements=tuple(self.statement(i, s) for i, s in enumerate(read.statements)),
            findings=(),
        )

    @property
    def text(self) -> str:
        """The normalized text that mentions count in."""
        return self._aligned.text

    def span(self, mention: found.Mention) -> Span:
        """The original characters of a mention. Raises OffsetError if there are none."""
        start, end = self._aligned.to_raw(mention.start, mention.end)
        if start >= end:
            raise OffsetError(f"{mention} stands for no character of the original")
        return Span(start=start, end=end, text=self._aligned.raw[start:end])

    def place(self, i: int, place: found.Place) -> Place:
        """One naming of a place."""
        return Place(
            id=_id("p", i),
            span=self.span(place),
            kind=place.kind,
            name=place.name,
            code=place.code,
            province=place.province,
            alternatives=place.alternatives,
        )

    def date(self, i: int, date: found.Date) -> Date:
        """One date, in both calendars."""
        jalali = gregorian = None
        if date.first is not None and date.last is not None and date.first >= _FIRST_DAY:
            jalali, gregorian = _intervals(date.first, date.last)
        return Date(
            id=_id("d", i),
            span=self.span(date),
            kind=date.kind,
            granularity=date.granularity,
            calendar=date.calendar,
            modifier=date.modifier,
            jalali=jalali,
            gregorian=gregorian,
            duration=date.duration,
            resolution=date.resolution,
            candidates=tuple(
                Candidate(jalali=j, gregorian=g)
                for j, g in (_intervals(first, last) for first, last in date.candidates)
            ),
        )

    def official(self, i: int, official: found.Official) -> Official:
        """One official with all namings."""
        return Official(
            id=_id("o", i),
            name=official.name,
            role=official.role,
            role_code=official.role_code,
            organization=official.organization,
            province=official.province,
            province_basis=official.province_basis,
            mentions=tuple(self.span(m) for m in official.mentions),
        )

    def cluster(self, i: int, cluster: found.Cluster) -> Cluster:
        """One cluster with all namings."""
        return Cluster(
            id=_id("c", i),
            name=cluster.name,
            province=cluster.province,
            province_basis=cluster.province_basis,
            place=entry_id("p", cluster.place),
            mentions=tuple(self.span(m) for m in cluster.mentions),
        )

    def figure(self, i: int, figure: found.Figure) -> Figure:
        """One figure with its links as ids."""
        quantity = figure.quantity
        return Figure(
            id=_id("f", i),
            span=self.span(figure),
            value=quantity.number.value,
            upper=quantity.number.upper,
            comparator=quantity.number.comparator,
            unit=quantity.unit,
            unit_text=quantity.unit_text,
            item=quantity.item,
            indicator=figure.indicator,
            modality=figure.modality,
            cluster=entry_id("c", figure.cluster),
            cluster_basis=figure.cluster_basis,
            province=figure.province,
            province_basis=figure.province_basis,
            place=entry_id("p", figure.place),
            date=entry_id("d", figure.date),
            speaker=entry_id("o", figure.speaker),
            part_of=entry_id("f", figure.part_of),
        )

    def statement(self, i: int, statement: found.Statement) -> Statement:
        """One statement."""
        return Statement(
            id=_id("s", i),
            speaker=entry_id("o", statement.speaker),
            verb=statement.verb,
            span=self.span(statement),
        )

    def activity(self, activity: found.Activity) -> Activity:
        """One activity of a programme."""
        return Activity(
            type=activity.type,
            span=self.span(activity),
            place=entry_id("p", activity.place),
            date=entry_id("d", activity.date),
            phase=activity.phase,
        )

    def program(self, i: int, draft: ProgramDraft) -> Program:
        """One programme."""
        return Program(
            id=_id("g", i),
            cluster=_id("c", draft.cluster),
            cluster_basis=Basis.STATED,
            status=draft.status.status if draft.status else None,
            status_span=self.span(draft.status) if draft.status else None,
            start=entry_id("d", draft.start),
            end=entry_id("d", draft.end),
            organization=draft.organization,
            agent=entry_id("o", draft.agent),
            officials=tuple(_id("o", o) for o in draft.officials),
            figures=tuple(_id("f", f) for f in draft.figures),
            activities=tuple(self.activity(a) for a in draft.activities),
        )
