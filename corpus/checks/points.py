"""The figures of an archive that can be held against each other, by the thing they are of.

They are written to a temporary table, so that memory stays the same for any number of articles.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from corpus.checks.amounts import Amount, amount, family
from corpus.checks.narrowing import is_of_some, narrowing
from corpus.checks.surroundings import look_around, may_be_total
from corpus.checks.things import COUNTED, DIGITS, PARTED, SINGLE, classes_of, kind_of, noun_of
from corpus.checks.words import words
from corpus.folding import fold
from schemas.provinces import province_name

_YEAR = 366  # days; what began before is a total of all there was
_SEASON = 89  # days; of shorter times many things are told
_BEGINNING = 60  # characters of an article in which it says that it corrects another

_FIGURES = """SELECT f.key, f.article_key, f.id, f.span_start, f.span_end, f.span_text,
 f.value_exact, f.upper, f.comparator, f.unit, f.unit_text, f.indicator,
 COALESCE(m.identity, ''), COALESCE(i.province, ''), f.province, f.place_name, c.place_name,
 COALESCE(c.name, ''),
 f.jalali_start, f.jalali_end, d.gregorian_start, d.gregorian_end, d.modifier, f.year
FROM figures f
LEFT JOIN temp.cluster_members m ON m.row = f.cluster_key
LEFT JOIN temp.cluster_identities i ON i.identity = m.identity
LEFT JOIN clusters c ON c.key = f.cluster_key
LEFT JOIN dates d ON d.key = f.date_key
WHERE f.modality = 'actual' AND f.part_of_key IS NULL AND f.value IS NOT NULL
 AND f.unit != 'percent' AND f.comparator NOT IN ('less_than', 'at_most')
 AND f.indicator NOT IN ('growth', 'share', 'price', 'other')
 AND CASE WHEN f.indicator IN ('clusters', 'estates')
  THEN m.identity IS NULL AND f.province IS NOT NULL ELSE m.identity IS NOT NULL END
ORDER BY f.article_key, f.span_start"""
_ARTICLE = """SELECT a.id, a.published, a.year, COALESCE(a.copy_of, a.id), a.title, t.text
FROM articles a JOIN article_texts t ON t.key = a.key WHERE a.key = ?"""
# What one article alone tells is held against nothing.
_ALONE = """DELETE FROM temp.points WHERE thing IN (
 SELECT thing FROM temp.points GROUP BY thing HAVING COUNT(DISTINCT article) = 1)"""
_TABLE = """CREATE TEMP TABLE points (
 kind TEXT, thing TEXT, period TEXT, asof INTEGER, published INTEGER, year INTEGER,
 dated INTEGER, corrects INTEGER, figure INTEGER, article INTEGER, root TEXT,
 article_id TEXT, figure_id TEXT, start INTEGER, end INTEGER, quote TEXT,
 value TEXT, low TEXT, high TEXT, comparator TEXT, unit TEXT,
 identity TEXT, province TEXT, indicator TEXT
)"""


class Point(NamedTuple):
    """A figure that can be held against others of the same thing.

    ``kind`` is ``stock`` (one value at a time), ``flow`` (one value a period), ``loose`` (likely
    so), ``total`` (all up to a day) or ``some`` (one of many). Days are ordinals; ``asof`` is that
    for which it holds; ``published`` is None for an article without a date.
    """

    kind: str
    thing: str
    period: str
    asof: int
    published: int | None
    year: int | None
    dated: bool
    corrects: bool
    figure: int
    article: int
    root: str
    article_id: str
    figure_id: str
    start: int
    end: int
    quote: str
    amount: Amount
    comparator: str
    unit: str
    identity: str
    province: str
    indicator: str

    @property
    def told(self) -> int:
        """When it was told, as far as that is known."""
        return self.asof if self.published is None else self.published


def find_points(base: sqlite3.Connection) -> None:
    """Fill ``temp.points``."""
    base.execute(_TABLE)
    marks = ", ".join("?" * (len(Point._fields) + 2))
    base.executemany(f"INSERT INTO temp.points VALUES ({marks})", _rows(base))
    base.execute(_ALONE)
    base.execute("CREATE INDEX temp.points_thing ON points (kind, thing, period)")


def things(base: sqlite3.Connection, kind: str, by_period: bool) -> Iterator[list[Point]]:
    """The points of each thing (and period) that more than one article tells, by day."""
    group = "thing, period" if by_period else "thing"
    found = base.execute(
        f"""SELECT * FROM temp.points WHERE kind = ? AND ({group}) IN (
 SELECT {group} FROM temp.points WHERE kind = ? GROUP BY {group}
 HAVING COUNT(DISTINCT article) > 1)
ORDER BY {group}, asof, COALESCE(published, asof), article, start""",
        (kind, kind),
    )
    size = 3 if by_period else 2
    for _, rows in groupby(found, key=lambda row: row[1:size]):
        yield [_point(row) for row in rows]


def _point(row: tuple[Any, ...]) -> Point:
    head, bounds, tail = row[:16], row[16:19], row[19:]
    return Point._make((*head, Amount._make(map(Decimal, bounds)), *tail))


def _rows(base: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    for article, figures in groupby(base.execute(_FIGURES), key=lambda row: row[1]):
        told = _Article(*base.execute(_ARTICLE, (article,)).fetchone())
        for row in figures:
            point = _make(row, told) if _is_telling(row, told.text) else None
            if point is not None:
                bounds = tuple(format(number, "f") for number in point.amount)
                yield (*point[:16], *bounds, *point[17:])


class _Article:
    """What the points of an article have in common."""

    def __init__(
        self, key: str, published: str | None, year: int | None, root: str, title: str, text: str
    ) -> None:
        self.id, self.year, self.root, self.text = key, year, root, text
        self.day = _ordinal(published) if published else None
        beginning = fold((title or text)[:_BEGINNING])
        self.corrects = any(word in beginning for word in words("names", "corrections"))


def _is_telling(row: tuple[Any, ...], text: str) -> bool:
    """Whether a figure may be more than one of many with few digits, of which nothing is told."""
    value, unit, indicator = row[6], row[9], row[11]
    if indicator in SINGLE or family(unit) == "money":
        return True
    return len(value.replace(".", "").strip("0")) >= DIGITS or may_be_total(text, row[3], row[4])


def _make(row: tuple[Any, ...], told: _Article) -> Point | None:
    (figure, article, key, start, end, quote, value, upper, comparator, unit, unit_text) = row[:11]
    (indicator, identity, home, province, place, own_place, name) = row[11:18]
    (first, last, first_day, last_day, modifier, year) = row[18:]
    day = told.day
    around = look_around(told.text, start, end)
    some = indicator in PARTED and is_of_some(told.text, start, end, indicator, name)
    kind = "some" if some else kind_of(indicator, around, first, modifier)
    if kind is None or modifier in ("before", "after"):
        return None
    if kind == "loose" and _length(first_day, last_day) < _SEASON:
        kind = "some"
    asof = _as_of(day, last_day if modifier != "start" else first_day, around.so_far)
    if asof is None or asof < _ordinal(first_day):
        return None  # of a time that was still to come
    # Of many that are told only the digits are compared, and need no words.
    classes = [] if kind == "some" else classes_of(indicator, around)
    if kind != "some" and indicator not in COUNTED:
        classes += narrowing(told.text, start, end, indicator, name)
    # The office «در زنجان» counts the clusters of the province.
    own = province_name(province or "", "fa") if indicator in COUNTED else own_place
    where = "" if place in (None, own) else fold(place)
    scope = province if province and province != home else ""
    measured = f"{family(unit)}:{noun_of(unit, unit_text)}"
    return Point(
        kind,
        "|".join((identity, scope, indicator, measured, where, ",".join(classes))),
        _period(kind, first, last, (day or asof) - _ordinal(first_day)),
        asof,
        day,
        year or told.year,
        year is not None,
        told.corrects,
        figure,
        article,
        told.root,
        told.id,
        key,
        start,
        end,
        quote,
        amount(Decimal(value), upper and Decimal(str(upper)), comparator, unit, quote),
        comparator,
        unit,
        identity,
        province or home,
        indicator,
    )


def _as_of(published: int | None, last_day: str | None, so_far: bool) -> int | None:
    """The day for which a figure holds: that of its date, but not after it was told."""
    if last_day is None or (so_far and published):
        return published
    last = _ordinal(last_day)
    return last if published is None else min(last, published)


def _period(kind: str, first: str | None, last: str | None, since: int) -> str:
    """From when to when a flow adds up; from when a total does, if that is within the year."""
    if kind == "stock" or not first:
        return ""
    if kind == "total":
        # «تا امروز» says when it ends.
        return first if 1 < since < _YEAR else ""
    return f"{first}..{last}"


def _length(first: str | None, last: str | None) -> int:
    return _ordinal(last) - _ordinal(first) + 1


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
