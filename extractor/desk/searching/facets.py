"""How the results of a search are spread over provinces, clusters, years and the like."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from extractor.desk.searching.conditions import Kind, Search

_LISTED = 30  # values of a facet
# CROSS JOIN keeps the order: from the few results to their rows, not through all rows there are.
# HAVING for WHERE: for a condition on the rows SQLite would first read all of them for a filter.
_OF_ARTICLES: Mapping[str, str] = {
    "province": "f.province AS value, COUNT(DISTINCT f.article_key) AS n FROM temp.hit h"
    " CROSS JOIN figures f"
    " ON f.article_key = h.key GROUP BY 1 HAVING COUNT(f.province) > 0",
    "indicator": "f.indicator AS value, COUNT(DISTINCT f.article_key) AS n FROM temp.hit h"
    " CROSS JOIN figures f"
    " ON f.article_key = h.key GROUP BY 1",
    "year": "year AS value, COUNT(*) AS n FROM temp.hit WHERE year IS NOT NULL GROUP BY 1",
    "cluster": "m.identity AS value, COUNT(DISTINCT c.article_key) AS n FROM temp.hit h"
    " CROSS JOIN clusters c ON c.article_key = h.key"
    " CROSS JOIN review.cluster_members m ON m.row = c.key GROUP BY 1",
    "official": "m.identity AS value, COUNT(DISTINCT o.article_key) AS n FROM temp.hit h"
    " CROSS JOIN officials o ON o.article_key = h.key"
    " CROSS JOIN review.official_members m ON m.row = o.key GROUP BY 1",
    "finding": "d.code AS value, COUNT(DISTINCT d.article_key) AS n FROM temp.hit h"
    " CROSS JOIN findings d ON d.article_key = h.key GROUP BY 1 HAVING MIN(d.severity) <> 'info'",
}
_OF_FIGURES: Mapping[str, str] = {
    "province": "province AS value, COUNT(*) AS n FROM temp.hit WHERE province IS NOT NULL"
    " GROUP BY 1",
    "indicator": "indicator AS value, COUNT(*) AS n FROM temp.hit GROUP BY 1",
    "year": "year AS value, COUNT(*) AS n FROM temp.hit WHERE year IS NOT NULL GROUP BY 1",
    "cluster": "m.identity AS value, COUNT(*) AS n FROM temp.hit h"
    " CROSS JOIN review.cluster_members m ON m.row = h.cluster GROUP BY 1",
    "official": "m.identity AS value, COUNT(*) AS n FROM temp.hit h"
    " CROSS JOIN review.official_members m ON m.row = h.speaker GROUP BY 1",
    "finding": "d.code AS value, COUNT(DISTINCT h.key) AS n FROM temp.hit h"
    " CROSS JOIN finding_refs r ON r.entry_group = 'figures' AND r.entry_key = h.key"
    " CROSS JOIN findings d ON d.key = r.finding_key GROUP BY 1 HAVING MIN(d.severity) <> 'info'",
}
_COUNTED = "value, {kind} AS n FROM main.facets WHERE facet = '{facet}' AND {kind} > 0"
_IDENTITIES = "identity AS value, {kind} AS n FROM review.{facet}_identities"
_YEARS = "year AS value, COUNT(*) AS n FROM articles WHERE year IS NOT NULL GROUP BY 1"


def facets(connection: sqlite3.Connection, search: Search) -> dict[str, list[Any]]:
    """Facet -> its values with how many of the first results have them, the most first."""
    told = _OF_ARTICLES if search.kind == "articles" else _OF_FIGURES
    if search.is_empty:
        told = _of_all(search.kind)
    return {
        name: connection.execute(f"SELECT {sql} ORDER BY n DESC, value LIMIT {_LISTED}").fetchall()
        for name, sql in told.items()
        if name not in search.chosen
    }


def _of_all(kind: Kind) -> Mapping[str, str]:
    """As counted when the database was written and checked."""
    counted = {
        facet: _COUNTED.format(kind=kind, facet=facet)
        for facet in ("province", "indicator", "year", "finding")
    }
    if kind == "articles":
        counted["year"] = _YEARS
    counted["finding"] += " AND value NOT LIKE '%.ok'"
    named = {f: _IDENTITIES.format(kind=kind, facet=f) for f in ("cluster", "official")}
    return counted | named
