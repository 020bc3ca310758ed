"""What a search finds: how many, and one page of them in their order.

The first results are put into a table of the connection, ``temp.hit``, by which the facets
count. Where few fit they are fetched and sorted; where many do, rows are tried in their order.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.desk.searching.conditions import Kind, Search

PAGE = 20
SAMPLE = 1_000  # results that are listed and looked at for the facets
LAST_PAGE = SAMPLE // PAGE
MOST = 20_000  # counted; beyond it is "more than"
_FEW = 4_000  # are sorted
_ORDER: Mapping[Kind, str] = {"articles": "published", "figures": "year"}
_KEPT: Mapping[Kind, str] = {
    "articles": "key, NULL, NULL, year, NULL, NULL",
    "figures": "key, province, indicator, year, cluster_key, speaker_key",
}
_COLUMNS: Mapping[Kind, str] = {
    "articles": "a.key, a.id, a.title, a.published, a.source, a.copy_of"
    " FROM temp.hit h JOIN articles a ON a.key = h.key",
    "figures": "f.key, a.id, a.title, a.published, a.source, f.id AS entry, f.span_text, f.value,"
    " f.upper, f.comparator, f.unit, f.indicator, f.modality, f.cluster_key, f.cluster_name,"
    " f.province, f.year, f.jalali_start, f.jalali_end, f.speaker_key, f.speaker_name, f.context"
    " FROM temp.hit h JOIN figures f ON f.key = h.key JOIN articles a ON a.key = f.article_key",
}
_HIT = (
    "CREATE TEMP TABLE IF NOT EXISTS hit (number INTEGER PRIMARY KEY, key INTEGER, province TEXT,"
    " indicator TEXT, year INTEGER, cluster INTEGER, speaker INTEGER)",
    "DELETE FROM temp.hit",
)


@dataclass(frozen=True)
class Found:
    """One page of results."""

    total: int
    is_more: bool  # there are more than ``total``
    rows: list[sqlite3.Row]
    sampled: int | None  # of how many the facets tell, if not of all
    has_next: bool


def find(connection: sqlite3.Connection, search: Search, number: int, newest: bool) -> Found:
    """A page of what fits; the first results are left in ``temp.hit``."""
    for statement in _HIT:
        connection.execute(statement)
    if search.is_hopeless:
        return Found(0, False, [], None, False)
    total = _count(connection, search)
    column, direction = _ORDER[search.kind], "DESC" if newest else "ASC"
    walked = total > _FEW
    index = f"INDEXED BY {search.kind}_{column}" if walked else ""
    connection.execute(
        f"INSERT INTO temp.hit SELECT NULL, * FROM (SELECT {_KEPT[search.kind]} FROM {search.kind}"
        f" {index} WHERE {search.where(walked)} ORDER BY {column} {direction} LIMIT {SAMPLE})",
        search.parameters,
    )
    first = (number - 1) * PAGE
    rows = connection.execute(
        f"SELECT {_COLUMNS[search.kind]} WHERE h.number BETWEEN ? AND ? ORDER BY h.number",
        (first + 1, first + PAGE + 1),
    ).fetchall()
    return Found(
        total=min(total, MOST),
        is_more=total > MOST,
        rows=rows[:PAGE],
        sampled=SAMPLE if total > SAMPLE and not search.is_empty else None,
        has_next=len(rows) > PAGE and number < LAST_PAGE,
    )


def _count(connection: sqlite3.Connection, search: Search) -> int:
    """How many fit; fills the tables of the conditions that are sets."""
    if search.is_empty:
        found = connection.execute(f"SELECT MAX(key) FROM {search.kind}").fetchone()[0]
        return int(found or 0)
    for name, query in search.sets.items():
        table = f"fits_{name}"
        connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (key INTEGER PRIMARY KEY)")
        connection.execute(f"DELETE FROM temp.{table}")
        connection.execute(f"INSERT OR IGNORE INTO temp.{table} {query}", search.parameters)
    if len(search.sets) == len(search.values):
        first, *others = search.sets
        also = "".join(f" AND key IN (SELECT key FROM temp.fits_{name})" for name in others)
        counted = f"SELECT 1 FROM temp.fits_{first} WHERE TRUE{also} LIMIT {MOST + 1}"
    else:
        counted = f"SELECT 1 FROM {search.kind} WHERE {search.where()} LIMIT {MOST + 1}"
    return int(
        connection.execute(f"SELECT COUNT(*) FROM ({counted})", search.parameters).fetchone()[0]
    )
