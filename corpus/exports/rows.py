"""The rows of one record, table by table."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from corpus.exports.columns import Row
from corpus.jalali import to_jalali
from schemas.entities import Cluster, Official
from schemas.record import ArticleRecord
from schemas.references import GROUPS
from schemas.spans import Span

CONTEXT = 120  # characters of a figure's line kept on each side of it
_NO_SPAN = (None, None, None)
_NO_ORIGIN = (None, None, None, None, None)


def rows(record: ArticleRecord) -> Iterator[tuple[str, Row]]:
    """Every row of a record with the name of its table, in the order of the tables."""
    view = _View(record)
    for name, make in _MAKERS.items():
        for row in make(view):
            yield name, row


class _View:
    """A record with its entries by id."""

    def __init__(self, record: ArticleRecord) -> None:
        self.record = record
        self.id = record.article.id
        entries = [(group, e) for group in GROUPS for e in getattr(record, group)]
        self.group = {entry.id: group for group, entry in entries}
        self.entry: dict[str | None, Any] = {entry.id: entry for _, entry in entries}

    def name(self, key: str | None) -> str | None:
        """What the entry of an id is called; None without an entry or a name."""
        entry = self.entry.get(key)
        if isinstance(entry, Official):
            return entry.name or entry.role
        return getattr(entry, "name", None)

    def days(self, key: str | None) -> tuple[str | None, str | None]:
        """First and last Jalali day of a date's id."""
        return _interval(getattr(self.entry.get(key), "jalali", None))


def _interval(interval: Any) -> tuple[str | None, str | None]:
    if interval is None:
        return None, None
    return str(interval.start), str(interval.end)


def _span(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return _NO_SPAN if span is None else (span.start, span.end, span.text)


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a database's number: whole where it fits in 64 bits, else a double."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < 1 << 63:
        return int(value)
    found = float(value)
    return found if isfinite(found) else None


def jalali_year(day: date | None) -> int | None:
    """The Jalali year of a Gregorian day.

    >>> jalali_year(date(2023, 3, 20)), jalali_year(date(2023, 3, 21))
    (1401, 1402)
    """
    found = None if day is None else to_jalali(day)
    return None if found is None else int(found.year)


def context(text: str, start: int, end: int) -> str:
    r"""The line a span stands in, cut at words to ``CONTEXT`` characters on each side.

    >>> context("الف\nب پ ت\nث", 6, 7)
    'ب پ ت'
    """
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + CONTEXT)
    if first == start - CONTEXT:
        first = _after_space(text, first, start)
    if last == end + CONTEXT:
        last = max(text.rfind(" ", end, last), end)
    return text[first:last].strip()


def _after_space(text: str, first: int, start: int) -> int:
    space = text.find(" ", first, start)
    return first if space < 0 else space + 1


def _articles(view: _View) -> Iterator[Row]:
    article, made = view.record.article, view.record.provenance
    at = article.origin
    yield (
        article.id,
        article.title,
        article.published.isoformat() if article.published else None,
        jalali_year(article.published),
        article.source,
        article.byline,
        article.url,
        article.copy_of,
        article.length,
        article.sha256,
        article.text,
        made.lexicon_digest,
        made.config_digest,
        made.versions.get("khooshechin"),
        article.encoding,
        *((at.file, at.member, at.unit, at.start, at.end) if at else _NO_ORIGIN),
    )


def _places(view: _View) -> Iterator[Row]:
    for p in view.record.places:
        others = " ".join(p.alternatives) or None
        yield view.id, p.id, *_span(p.span), p.kind, p.name, p.code, p.province, others


def _dates(view: _View) -> Iterator[Row]:
    for d in view.record.dates:
        others = " ".join("..".join(map(str, _interval(c.jalali))) for c in d.candidates) or None
        days = (*_interval(d.jalali), *_interval(d.gregorian))
        kinds = d.kind, d.granularity, d.calendar, d.modifier
        yield view.id, d.id, *_span(d.span), *kinds, *days, d.duration, d.resolution, others


def _officials(view: _View) -> Iterator[Row]:
    for o in view.record.officials:
        where = o.organization, o.province, o.province_basis
        yield view.id, o.id, o.name, o.role, o.role_code, *where


def _clusters(view: _View) -> Iterator[Row]:
    for c in view.record.clusters:
        where = c.province, c.province_basis, c.place, view.name(c.place)
        yield view.id, c.id, c.name, *where


def _official_mentions(view: _View) -> Iterator[Row]:
    return _mentions(view, view.record.officials)


def _cluster_mentions(view: _View) -> Iterator[Row]:
    return _mentions(view, view.record.clusters)


def _mentions(view: _View, entries: tuple[Official, ...] | tuple[Cluster, ...]) -> Iterator[Row]:
    for entry in entries:
        for i, mention in enumerate(entry.mentions):
            yield view.id, entry.id, i, *_span(mention)


def _figures(view: _View) -> Iterator[Row]:
    text = view.record.article.text
    for f in view.record.figures:
        days = view.days(f.date)
        yield (
            view.id,
            f.id,
            *_span(f.span),
            number(f.value),
            format(f.value, "f"),
            number(f.upper),
            f.comparator,
            f.unit,
            f.unit_text,
            f.item,
            f.indicator,
            f.modality,
            f.cluster,
            view.name(f.cluster),
            f.cluster_basis,
            f.province,
            f.province_basis,
            f.place,
            view.name(f.place),
            f.date,
            *days,
            int(days[1][:4]) if days[1] else None,
            f.speaker,
            view.name(f.speaker),
            f.part_of,
            context(text, f.span.start, f.span.end),
        )


def _programs(view: _View) -> Iterator[Row]:
    for p in view.record.programs:
        yield (
            view.id,
            p.id,
            p.cluster,
            view.name(p.cluster),
            view.entry[p.cluster].province,
            p.cluster_basis,
            p.status,
            *_span(p.status_span),
            p.start,
            view.days(p.start)[0],
            p.end,
            view.days(p.end)[1],
            p.organization,
            p.agent,
        )


def _program_officials(view: _View) -> Iterator[Row]:
    for p in view.record.programs:
        yield from ((view.id, p.id, key) for key in dict.fromkeys(p.officials))


def _program_figures(view: _View) -> Iterator[Row]:
    for p in view.record.programs:
        yield from ((view.id, p.id, key) for key in dict.fromkeys(p.figures))


def _activities(view: _View) -> Iterator[Row]:
    for p in view.record.programs:
        for i, a in enumerate(p.activities):
            yield view.id, p.id, i, a.type, a.phase, *_span(a.span), a.place, a.date


def _statements(view: _View) -> Iterator[Row]:
    for s in view.record.statements:
        yield view.id, s.id, s.speaker, view.name(s.speaker), s.verb, *_span(s.span)


def _findings(view: _View) -> Iterator[Row]:
    for f in view.record.findings:
        told = f.message_fa, f.message_en, f.calculation, f.tolerance
        yield view.id, f.id, f.code, f.severity, *told


def _finding_refs(view: _View) -> Iterator[Row]:
    for f in view.record.findings:
        for i, key in enumerate(f.refs):
            yield view.id, f.id, i, view.group[key], key


def _finding_spans(view: _View) -> Iterator[Row]:
    for f in view.record.findings:
        for i, span in enumerate(f.spans):
            yield view.id, f.id, i, *_span(span)


_MAKERS: dict[str, Callable[[_View], Iterator[Row]]] = {
    "articles": _articles,
    "places": _places,
    "dates": _dates,
    "officials": _officials,
    "clusters": _clusters,
    "official_mentions": _official_mentions,
    "cluster_mentions": _cluster_mentions,
    "figures": _figures,
    "programs": _programs,
    "program_officials": _program_officials,
    "program_figures": _program_figures,
    "activities": _activities,
    "statements": _statements,
    "findings": _findings,
    "finding_refs": _finding_refs,
    "finding_spans": _finding_spans,
}
