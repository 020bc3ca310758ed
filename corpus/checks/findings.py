"""The findings of an archive: every check run, each finding with its key and its sentences."""

import sqlite3
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corpus.checks.conflicts import FLOW_DAYS, STOCK_DAYS, find_conflicts, is_near
from corpus.checks.days import jalali_day
from corpus.checks.drafts import Draft, copies_in
from corpus.checks.points import Point, find_points, things
from corpus.checks.recycled import find_recycled
from corpus.checks.slips import find_slips
from corpus.checks.totals import find_falls
from corpus.reviews import Quoted, finding_key
from schemas.labels import Language
from schemas.provinces import province_name
from schemas.vocabularies import FindingCode, Indicator, Severity

_PERSIAN = str.maketrans("0123456789-", "۰۱۲۳۴۵۶۷۸۹/")
_FINDING = f"INSERT OR IGNORE INTO temp.archive_findings VALUES ({', '.join('?' * 12)})"
_FIGURE = f"INSERT OR IGNORE INTO temp.archive_finding_figures VALUES ({', '.join('?' * 8)})"
_NAMES = "SELECT name FROM temp.cluster_identities WHERE identity = ?"
_LANGUAGES: tuple[Language, Language] = ("fa", "en")


def find_archive_findings(base: sqlite3.Connection) -> None:
    """Fill ``temp.archive_findings`` and their figures."""
    find_points(base)
    told: set[str] = set()
    for draft in _drafts(base):
        key = finding_key(draft.code, [Quoted(p.article_id, p.start, p.end) for p in draft.points])
        if key not in told:
            told.add(key)
            base.execute(_FINDING, (key, len(told), *_row(base, draft)))
            base.executemany(_FIGURE, _figures(key, draft.points))


def _drafts(base: sqlite3.Connection) -> Iterator[Draft]:
    copies = copies_in(base)
    for points in things(base, "stock", by_period=False):
        yield from find_conflicts(points, STOCK_DAYS, copies)
    for points in things(base, "flow", by_period=True):
        yield from find_conflicts(points, FLOW_DAYS, copies)
    for points in things(base, "loose", by_period=True):
        yield from (d for d in find_conflicts(points, FLOW_DAYS, copies) if is_near(d))
    for kind in ("stock", "some", "loose"):
        for points in things(base, kind, by_period=kind != "stock"):
            yield from find_slips(points, copies)
    for kind in ("stock", "flow", "some", "loose"):
        for points in things(base, kind, by_period=False):
            yield from find_recycled(points, copies)
    for kind in ("total", "flow"):
        for points in things(base, kind, by_period=False):
            yield from find_falls(points, copies)


def _row(base: sqlite3.Connection, draft: Draft) -> tuple[Any, ...]:
    point = draft.points[-1]
    name = base.execute(_NAMES, (point.identity,)).fetchone()
    cluster = name[0] if name else None
    messages = [_message(language, draft, cluster) for language in _LANGUAGES]
    return (
        draft.code.value,
        Severity.WARNING.value,
        *messages,
        draft.calculation,
        draft.tolerance,
        point.identity or None,
        point.province or None,
        point.indicator,
        point.year,
    )


def _figures(key: str, points: Iterable[Point]) -> Iterator[tuple[Any, ...]]:
    for number, p in enumerate(points):
        yield key, number, p.figure, p.article_id, p.figure_id, p.start, p.end, p.quote


def _message(language: Language, draft: Draft, cluster: str | None) -> str:
    points = draft.points
    quotes = [_word(language, "quote", **_quoted(language, point)) for point in points]
    years = [_digits(str(point.year), language) for point in points]
    what = _what(language, points[-1], cluster)
    if draft.code is FindingCode.ARCHIVE_CONFLICT:
        what += _period(language, points[-1])
    said = {
        "quotes": _listed(language, quotes),
        "what": what,
        "years": _listed(language, years),
    }
    sentences = [_messages()[draft.code.value][language].format(**said)]
    if draft.ratio is not None:
        sentences.append(_messages()[f"slip_{int(draft.ratio)}"][language])
    if points[-1].corrects:
        sentences.append(_messages()["correction"][language])
    return " ".join(sentences)


def _quoted(language: Language, point: Point) -> dict[str, str]:
    return {
        "quote": point.quote,
        "day": _day(language, point.published),
        "article": point.article_id,
    }


def _day(language: Language, published: int | None) -> str:
    if published is None:
        return _word(language, "undated")
    if language == "fa":
        return _digits(jalali_day(published), language)
    return date.fromordinal(published).isoformat()


def _what(language: Language, point: Point, cluster: str | None) -> str:
    """«صادرات خوشهٔ «گز» در اصفهان»."""
    what = Indicator(point.indicator).label(language)
    if cluster:
        what = _word(language, "cluster", indicator=_joined(language, what), name=cluster)
    if point.province:
        province = province_name(point.province, language)
        what += _word(language, "province", province=province)
    return what


def _joined(language: Language, noun: str) -> str:
    """A noun before another to which it belongs: «بنگاه‌های».

    >>> _joined("fa", "طرح‌ها"), _joined("fa", "صادرات"), _joined("en", "exports")
    ('طرح‌های', 'صادرات', 'exports')
    """
    return noun + _word(language, "joint") * noun.endswith(tuple(_word(language, "vowels")))


def _period(language: Language, point: Point) -> str:
    """«در سال ۱۴۰۲», or the first and the last day."""
    first, _, last = point.period.partition("..")
    if not last:
        return ""
    if first[4:] == "-01-01" and last[:7] == f"{first[:4]}-12":
        return _word(language, "year", year=_digits(first[:4], language))
    return _word(language, "period", first=_digits(first, language), last=_digits(last, language))


def _listed(language: Language, members: list[str]) -> str:
    if len(members) == 1:
        return members[0]
    comma, last = _word(language, "comma"), _word(language, "and")
    return comma.join(members[:-1]) + last + members[-1]


def _digits(text: str, language: Language) -> str:
    return text.translate(_PERSIAN) if language == "fa" else text


def _word(language: Language, key: str, /, **slots: str) -> str:
    return str(_messages()["words"][key][language]).format(**slots)


@cache
def _messages() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("messages.toml").read_text(encoding="utf-8"))
