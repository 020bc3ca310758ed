"""Which clusters of different articles are one."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from corpus.checks.decisions import Decisions, Variant, identity_of
from corpus.checks.naming import Words, cluster_name
from corpus.reviews import Merge

_VARIANTS = """SELECT name_folded, COALESCE(province, ''), MIN(name) FROM clusters
WHERE name_folded != '' GROUP BY 1, 2 ORDER BY 1, 2"""
_ROWS = """SELECT key, name_folded, COALESCE(province, '') FROM clusters
WHERE name_folded != '' ORDER BY key"""
_IDENTITIES = """INSERT INTO temp.cluster_identities
SELECT m.identity, '', '', NULLIF(MAX(m.province), ''), COUNT(DISTINCT c.name_folded),
 COUNT(DISTINCT c.article_key),
 (SELECT COUNT(*) FROM temp.cluster_members o JOIN figures f ON f.cluster_key = o.row
  WHERE o.identity = m.identity)
FROM temp.cluster_members m JOIN clusters c ON c.key = m.row GROUP BY m.identity"""
# The name most articles use; of those the shortest.
_NAMES = """UPDATE temp.cluster_identities SET (name, name_folded) = (
 SELECT c.name, c.name_folded FROM temp.cluster_members m JOIN clusters c ON c.key = m.row
 WHERE m.identity = cluster_identities.identity GROUP BY c.name, c.name_folded
 ORDER BY COUNT(*) DESC, LENGTH(c.name), c.name LIMIT 1)"""


def find_clusters(
    base: sqlite3.Connection, provinces: Mapping[str, Words], told: Iterable[Merge]
) -> None:
    """Fill ``temp.cluster_members`` and ``temp.cluster_identities``."""
    groups = group_names(base.execute(_VARIANTS), provinces)
    decided = Decisions("cluster", groups, told)
    base.executemany(
        "INSERT INTO temp.cluster_members VALUES (?, ?, ?, ?)", _members(base, decided)
    )
    base.execute(_IDENTITIES)
    base.execute(_NAMES)


def _members(base: sqlite3.Connection, decided: Decisions) -> Iterator[tuple[int, str, str, str]]:
    for key, name_key, province in base.execute(_ROWS):
        yield key, decided.identity(Variant(name_key, province)), name_key, province


def group_names(
    rows: Iterable[tuple[str, str, str]], provinces: Mapping[str, Words]
) -> dict[Variant, str]:
    """The identity of each name key in its province; rows give key, province and name.

    A name without a province is that of the one province where it is found; if it is found
    in none or in several, it stands apart.
    """
    bare = {
        Variant(key, province): cluster_name(name, provinces.get(province, ()))
        for key, province, name in rows
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for variant, name in bare.items():
        found[name].add(variant.province)
    return {
        variant: identity_of("cluster", name, variant.province or _only(found[name]))
        for variant, name in bare.items()
    }


def _only(provinces: set[str]) -> str:
    known = sorted(provinces - {""})
    return known[0] if len(known) == 1 else ""
