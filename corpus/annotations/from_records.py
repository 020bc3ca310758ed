"""A record as a sheet: every span of it a region, every reference between spans a relation."""

from collections.abc import Iterator

from corpus.annotations.sheets import Region, Relation, Sheet
from schemas.entities import Cluster, Date, Official, Place
from schemas.figures import Figure
from schemas.program import Program
from schemas.record import ArticleRecord
from schemas.spans import Span
from schemas.vocabularies import Unit

Told = dict[str, str | None]


def make_sheet(record: ArticleRecord) -> Sheet:
    """The sheet of a record."""
    article = record.article
    day = article.published.isoformat() if article.published else None
    sheet = Sheet(article.id, article.title, day, article.url, article.source, article.text)
    sheet.regions = list(_regions(record))
    sheet.relations = list(_relations(record))
    sheet.findings = [finding.code.value for finding in record.findings]
    return sheet


def _regions(record: ArticleRecord) -> Iterator[Region]:
    programs = {program.cluster: program for program in record.programs}
    for place in record.places:
        yield _region(place.id, "place", place.span, _place(place))
    for date in record.dates:
        yield _region(date.id, "date", date.span, _date(date))
    for official in record.officials:
        yield from _namings(official, "official", _official(official))
    for cluster in record.clusters:
        yield from _namings(cluster, "cluster", _cluster(cluster, programs.get(cluster.id)))
    for figure in record.figures:
        yield _region(figure.id, "figure", figure.span, _figure(figure))
    yield from _evidence(record)


def _evidence(record: ArticleRecord) -> Iterator[Region]:
    for p in record.programs:
        if p.status_span:
            yield _region(f"{p.id}.status", "status", p.status_span, {"stage": p.status})
        for i, a in enumerate(p.activities):
            told: Told = {"type": a.type, "phase": a.phase}
            yield _region(f"{p.id}.activity{i}", "activity", a.span, told)
    for s in record.statements:
        yield _region(s.id, "statement", s.span, {"verb": s.verb})
    for f in record.findings:
        for i, span in enumerate(f.spans):
            yield _region(f"{f.id}.{i}", "finding", span, {"code": f.code})


def _region(key: str, label: str, span: Span, told: Told) -> Region:
    attributes = {name: str(value) for name, value in told.items() if value}
    return Region(key, label, span.start, span.end, attributes)


def _namings(entry: Official | Cluster, label: str, told: Told) -> Iterator[Region]:
    """The first naming says it all; the others are related to it."""
    for i, mention in enumerate(entry.mentions):
        yield _region(naming_id(entry.id, i), label, mention, told if i == 0 else {})


def naming_id(key: str, number: int) -> str:
    """The id of the region of a naming: that of the entry for the first."""
    return f"{key}.{number}" if number else key


def _place(place: Place) -> Told:
    return {"kind": place.kind, "code": place.code}


def _date(date: Date) -> Told:
    days = f"{date.jalali.start}..{date.jalali.end}" if date.jalali else None
    return {
        "kind": date.kind,
        "jalali": days,
        "duration": date.duration,
        "modifier": date.modifier,
    }


def _official(official: Official) -> Told:
    named = official.name or official.role
    return {
        "name": official.name,
        "role_code": official.role_code,
        "role": official.role if named else official.mentions[0].text,
        "organization": official.organization,
        "province": official.province,
    }


def _cluster(cluster: Cluster, program: Program | None) -> Told:
    types = sorted({a.type.value for a in program.activities}) if program else []
    return {
        "name": cluster.name,
        "province": cluster.province,
        "status": program.status if program else None,
        "activities": ",".join(types),
    }


def _figure(figure: Figure) -> Told:
    listed = isinstance(figure.unit, Unit)
    return {
        "value": format(figure.value, "f"),
        "upper": None if figure.upper is None else format(figure.upper, "f"),
        "comparator": figure.comparator,
        "unit": figure.unit if listed else None,
        "currency": None if listed else figure.unit,
        "indicator": figure.indicator,
        "modality": figure.modality,
        "province": figure.province,
    }


def _relations(record: ArticleRecord) -> Iterator[Relation]:
    entries: tuple[Official | Cluster, ...] = (*record.officials, *record.clusters)
    for entry in entries:
        for i in range(1, len(entry.mentions)):
            yield Relation(naming_id(entry.id, i), entry.id, "same")
    for f in record.figures:
        yield from _links(f.id, cluster=f.cluster, speaker=f.speaker)
        yield from _links(f.id, period=f.date, part_of=f.part_of)
    for p in record.programs:
        yield from _links(p.cluster, start=p.start, end=p.end)
        if p.status_span:
            yield Relation(f"{p.id}.status", p.cluster, "of")
        for i in range(len(p.activities)):
            yield Relation(f"{p.id}.activity{i}", p.cluster, "of")
    for s in record.statements:
        yield from _links(s.id, speaker=s.speaker)


def _links(key: str, **targets: str | None) -> Iterator[Relation]:
    yield from (Relation(key, target, name) for name, target in targets.items() if target)
