"""The stable key of each finding of a single article."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from corpus.reviews import Quoted, finding_key

# Where the words of an entry stand that a finding is about; of a cluster or official, the first.
_ENTRIES = " UNION ALL ".join(
    f"""SELECT r.finding_key, e.span_start, e.span_end FROM finding_refs r
JOIN {table} e ON e.{key} = r.entry_key {first} WHERE r.entry_group = '{group}'"""
    for group, table, key, first in (
        ("figures", "figures", "key", ""),
        ("places", "places", "key", ""),
        ("dates", "dates", "key", ""),
        ("statements", "statements", "key", ""),
        ("programs", "programs", "key", ""),
        ("clusters", "cluster_mentions", "cluster_key", "AND e.number = 0"),
        ("officials", "official_mentions", "official_key", "AND e.number = 0"),
    )
)
_PLACES = f"""SELECT d.key, d.code, a.id, s.span_start, s.span_end
FROM findings d JOIN articles a ON a.key = d.article_key
LEFT JOIN ({_ENTRIES} UNION ALL SELECT finding_key, span_start, span_end FROM finding_spans) s
 ON s.finding_key = d.key AND s.span_start IS NOT NULL
ORDER BY d.key"""


def find_keys(base: sqlite3.Connection) -> None:
    """Fill ``temp.article_findings``."""
    base.executemany("INSERT INTO temp.article_findings VALUES (?, ?)", _keys(base))


def _keys(base: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for row, places in groupby(base.execute(_PLACES), key=lambda place: place[0]):
        told = list(places)
        # A finding without words of its own is one of the article.
        quoted = [Quoted(a, start or 0, end or 0) for _, _, a, start, end in told]
        yield row, finding_key(told[0][1], quoted)
