"""What a search finds: how many, one page of them, and how they are spread over the facets.

Few results are looked at one by one; of many, only as many as the facets' counts need.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.desk.searching.conditions import Kind, Search

PAGE = 20
SAMPLE: Mapping[Kind, int] = {"articles": 2_000, "figures": 5_000}  # looked at for the facets
MOST = 20_000  # counted; beyond it is "more than"
LAST_PAGE = 500
_ORDER: Mapping[Kind, str] = {"articles": "published", "figures": "year"}
_LISTED = 30  # values of a facet
_COLUMNS: Mapping[Kind, str] = {
    "articles": "a.key, a.id, a.title, a.published, a.source, a.copy_of",
    "figures": "a.key, a.id, a.title, a.published, a.source, f.id AS entry, f.span_text, f.value,"
    " f.upper, f.comparator, f.unit, f.indicator, f.modality, f.cluster_key, f.cluster_name,"
    " f.province, f.year, f.jalali_start, f.jalali_end, f.speaker_key, f.speaker_name, f.context",
}


@dataclass(frozen=True)
class Found:
    """One page of results."""

    total: int
    is_more: bool  # there are more than ``total``
    rows: list[sqlite3.Row]
    sampled: int | None  # of how many the facets tell, if not of all
    has_next: bool


def find(connection: sqlite3.Connection, search: Search, number: int, newest: bool) -> Found:
    """A page of what fits; the keys of the sample are left in ``temp.hit`` for ``facets``."""
    sample = SAMPLE[search.kind]
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (key INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.hit")
    if search.is_hopeless:
        return Found(0, False, [], None, False)
    total = _count(connection, search)
    few = total <= sample
    direction = "DESC" if newest else "ASC"
    ways = f"WHERE {search.where()}" if few else _walked(search, direction)
    connection.execute(
        f"INSERT INTO temp.hit SELECT key FROM {search.kind} {ways} LIMIT {sample}", search.values
    )
    rows = _page(connection, search, direction, (min(number, LAST_PAGE) - 1) * PAGE, few)
    return Found(
        total=min(total, MOST),
        is_more=total > MOST,
        rows=rows[:PAGE],
        sampled=None if few or search.is_empty else sample,
        has_next=len(rows) > PAGE and number < LAST_PAGE,
    )


def _count(connection: sqlite3.Connection, search: Search) -> int:
    if search.is_empty:
        found = connection.execute(f"SELECT MAX(key) FROM {search.kind}").fetchone()[0]
        return int(found or 0)
    counted = f"SELECT 1 FROM {search.kind} WHERE {search.where()} LIMIT {MOST + 1}"
    return int(connection.execute(f"SELECT COUNT(*) FROM ({counted})", search.values).fetchone()[0])


def _walked(search: Search, direction: str) -> str:
    """All rows in order, tried one by one: where many fit, the first that do come soon."""
    column = _ORDER[search.kind]
    return (
        f"INDEXED BY {search.kind}_{column} WHERE {search.where(walked=True)}"
        f" ORDER BY {column} {direction}"
    )


def _page(
    connection: sqlite3.Connection, search: Search, direction: str, first: int, few: bool
) -> list[sqlite3.Row]:
    kind, column = search.kind, _ORDER[search.kind]
    known = f"WHERE key IN (SELECT key FROM temp.hit) ORDER BY {column} {direction}"
    taken = f"SELECT key FROM {kind} {known if few else _walked(search, direction)}"
    tables = {
        "articles": "articles a ON a.key = t.key",
        "figures": "figures f ON f.key = t.key JOIN articles a ON a.key = f.article_key",
    }
    found: list[sqlite3.Row] = connection.execute(
        f"SELECT {_COLUMNS[kind]} FROM ({taken} LIMIT {PAGE + 1} OFFSET {first}) t"
        f" JOIN {tables[kind]} ORDER BY {kind[0]}.{column} {direction}, {kind[0]}.key",
        search.values,
    ).fetchall()
    return found


def _rows(connection: sqlite3.Connection, sql: str) -> list[Any]:
    return connection.execute(f"{sql} ORDER BY n DESC, value LIMIT {_LISTED}").fetchall()


_OF_ARTICLES = {
    "province": "SELECT f.province AS value, COUNT(DISTINCT f.article_key) AS n FROM temp.hit h"
    " JOIN figures f ON f.article_key = h.key WHERE f.province IS NOT NULL GROUP BY 1",
    "indicator": "SELECT f.indicator AS value, COUNT(DISTINCT f.article_key) AS n FROM temp.hit h"
    " JOIN figures f ON f.article_key = h.key GROUP BY 1",
    "year": "SELECT a.year AS value, COUNT(*) AS n FROM temp.hit h"
    " JOIN articles a ON a.key = h.key WHERE a.year IS NOT NULL GROUP BY 1",
    "cluster": "SELECT m.identity AS value, COUNT(DISTINCT c.article_key) AS n FROM temp.hit h"
    " JOIN clusters c ON c.article_key = h.key JOIN review.cluster_members m ON m.row = c.key"
    " GROUP BY 1",
    "official": "SELECT m.identity AS value, COUNT(DISTINCT o.article_key) AS n FROM temp.hit h"
    " JOIN officials o ON o.article_key = h.key JOIN review.official_members m ON m.row = o.key"
    " GROUP BY 1",
    "finding": "SELECT d.code AS value, COUNT(DISTINCT d.article_key) AS n FROM temp.hit h"
    " JOIN findings d ON d.article_key = h.key WHERE d.severity <> 'info' GROUP BY 1",
}
_OF_FIGURES = {
    "province": "SELECT f.province AS value, COUNT(*) AS n FROM temp.hit h"
    " JOIN figures f ON f.key = h.key WHERE f.province IS NOT NULL GROUP BY 1",
    "indicator": "SELECT f.indicator AS value, COUNT(*) AS n FROM temp.hit h"
    " JOIN figures f ON f.key = h.key GROUP BY 1",
    "year": "SELECT f.year AS value, COUNT(*) AS n FROM temp.hit h"
    " JOIN figures f ON f.key = h.key WHERE f.year IS NOT NULL GROUP BY 1",
    "cluster": "SELECT m.identity AS value, COUNT(*) AS n FROM temp.hit h JOIN figures f"
    " ON f.key = h.key JOIN review.cluster_members m ON m.row = f.cluster_key GROUP BY 1",
    "official": "SELECT m.identity AS value, COUNT(*) AS n FROM temp.hit h JOIN figures f"
    " ON f.key = h.key JOIN review.official_members m ON m.row = f.speaker_key GROUP BY 1",
    "finding": "SELECT d.code AS value, COUNT(DISTINCT h.key) AS n FROM temp.hit h"
    " JOIN finding_refs r ON r.entry_group = 'figures' AND r.entry_key = h.key"
    " JOIN findings d ON d.key = r.finding_key WHERE d.severity <> 'info' GROUP BY 1",
}
_OF_ALL = {
    "cluster": "SELECT identity AS value, {kind} AS n FROM review.cluster_identities",
    "official": "SELECT identity AS value, {kind} AS n FROM review.official_identities",
}
_OF_ALL_YEARS = (
    "SELECT year AS value, COUNT(*) AS n FROM articles WHERE year IS NOT NULL GROUP BY 1"
)


def facets(connection: sqlite3.Connection, search: Search) -> dict[str, list[Any]]:
    """Facet -> its values with how many results have them, the most first."""
    if search.is_empty:
        return _facets_of_all(connection, search.kind)
    told = _OF_ARTICLES if search.kind == "articles" else _OF_FIGURES
    return {name: _rows(connection, sql) for name, sql in told.items() if name not in search.chosen}


def _facets_of_all(connection: sqlite3.Connection, kind: Kind) -> dict[str, list[Any]]:
    """As counted when the database was written."""
    found = {name: _rows(connection, sql.format(kind=kind)) for name, sql in _OF_ALL.items()}
    for name in ("province", "indicator", "year", "finding"):
        passed = " AND value NOT LIKE '%.ok'" if name == "finding" else ""
        found[name] = _rows(
            connection,
            f"SELECT value, {kind} AS n FROM facets WHERE facet = '{name}' AND n > 0{passed}",
        )
    if kind == "articles":
        found["year"] = _rows(connection, _OF_ALL_YEARS)
    return found
