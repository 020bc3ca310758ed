"""Which officials of different articles are one person."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.checks.decisions import Decisions, Variant
from corpus.checks.naming import Words, body_name, name_words, person_name
from corpus.checks.persons import Naming, Office, group_persons
from corpus.reviews import Merge

_ROWS = """SELECT o.key, o.name, o.role, o.role_code, o.organization, COALESCE(o.province, ''),
 a.year, COALESCE(a.published, '9999'), a.id
FROM officials o JOIN articles a ON a.key = o.article_key ORDER BY o.key"""
_IDENTITIES = """INSERT INTO temp.official_identities
SELECT m.identity, NULL, '', NULL, NULL, NULL, NULL, COUNT(DISTINCT m.name_key),
 COUNT(DISTINCT o.article_key),
 (SELECT COUNT(*) FROM temp.official_members p JOIN figures f ON f.speaker_key = p.row
  WHERE p.identity = m.identity)
FROM temp.official_members m JOIN officials o ON o.key = m.row GROUP BY m.identity"""
# The name most articles use, of those the longest; the office of the newest article.
_NAMES = """UPDATE temp.official_identities SET (name, name_folded) = (
 SELECT o.name, COALESCE(o.name_folded, MIN(m.name_key))
 FROM temp.official_members m JOIN officials o ON o.key = m.row
 WHERE m.identity = official_identities.identity GROUP BY o.name, o.name_folded
 ORDER BY o.name IS NULL, INSTR(o.name, ' ') > 0 DESC, COUNT(*) DESC, LENGTH(o.name) DESC, o.name
 LIMIT 1)"""
_OFFICES = """UPDATE temp.official_identities
SET (role, role_code, organization, province) = (
 SELECT o.role, o.role_code, o.organization, o.province
 FROM temp.official_members m JOIN officials o ON o.key = m.row
 JOIN articles a ON a.key = o.article_key
 WHERE m.identity = official_identities.identity
 ORDER BY o.role IS NOT NULL DESC, o.organization IS NOT NULL DESC, a.published DESC, o.key DESC
 LIMIT 1)"""


def find_officials(
    base: sqlite3.Connection, provinces: Mapping[str, Words], told: Iterable[Merge]
) -> None:
    """Fill ``temp.official_members`` and ``temp.official_identities``."""
    namings: dict[Variant, Naming] = {}
    for row in base.execute(_ROWS):
        naming = _naming(row, provinces)
        if naming is not None:
            known = namings.setdefault(naming.variant, naming)
            known.years |= naming.years
            known.first = min(known.first, naming.first)
    groups = group_persons(namings.values())
    alone = {variant for variant, identity in groups.items() if identity is None}
    decided = Decisions(
        "official", {v: identity for v, identity in groups.items() if identity}, told
    )
    del namings
    base.executemany(
        "INSERT INTO temp.official_members VALUES (?, ?, ?, ?, ?)",
        _members(base, provinces, decided, alone),
    )
    for statement in (_IDENTITIES, _NAMES, _OFFICES):
        base.execute(statement)


def _members(
    base: sqlite3.Connection,
    provinces: Mapping[str, Words],
    decided: Decisions,
    alone: set[Variant],
) -> Iterator[tuple[Any, ...]]:
    for row in base.execute(_ROWS):
        naming = _naming(row, provinces)
        if naming is not None and naming.variant not in alone:
            v = naming.variant
            yield row[0], decided.identity(v), v.name_key, v.province, v.office


def _naming(row: tuple[Any, ...], provinces: Mapping[str, Words]) -> Naming | None:
    _, name, role, code, organization, province, year, published, article = row
    words = person_name(name) if name else ()
    slug = code if code and code != "other" else "".join(name_words(role or ""))
    office = Office(slug, body_name(organization, provinces.get(province, ())), province)
    key = "".join(words) or "".join(name_words(role or code or ""))
    if not key:
        return None
    # Without a full name it depends on the year who is meant.
    when = () if len(words) > 1 else (str(year or ""),)
    variant = Variant(key, province, "|".join((office.role, office.body, *when)))
    return Naming(variant, words, office, {year} if year else set(), (published, article))
