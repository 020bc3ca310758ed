"""Check a database of records: who is who, which articles disagree; kept in the second file."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus.checks.clusters import find_clusters
from corpus.checks.findings import find_archive_findings
from corpus.checks.fingerprints import VERSION, decisions_digest, records_digest
from corpus.checks.keys import find_keys
from corpus.checks.naming import province_words
from corpus.checks.officials import find_officials
from corpus.exports.sqlite_schema import APPLICATION
from corpus.review_schema import COMPUTED, COMPUTED_TABLES
from corpus.reviews import (
    ReviewError,
    merges,
    open_reviews,
    read_reviews,
    records_uri,
    review_path,
    transaction,
)
from schemas.provinces import Province

_CACHE = 64 << 10  # kB of memory that SQLite may take for each file


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check found."""

    articles: int
    clusters: int
    officials: int
    findings: dict[str, int]  # by code


def check_archive(records: Path, reviews: Path | None = None) -> Summary:
    """Compute identities and findings of a database of records, and keep them beside it.

    What people decided is taken into account and left as it is. Readers of the second file see
    the old or the new, and nothing in between. Raises ReviewError.
    """
    # Before a second file is made for what is no database of records.
    with closing(sqlite3.connect(":memory:", uri=True)) as alone:
        _attach(alone, records)
    with closing(open_reviews(reviews or review_path(records))) as base:
        _attach(base, records)
        digests = _digests(base)  # before: what is decided meanwhile makes a check due again
        _compute(base)
        with transaction(base):
            for table in COMPUTED:
                base.execute(f"DELETE FROM main.{table}")
                base.execute(f"INSERT INTO main.{table} SELECT * FROM temp.{table}")
            base.executemany(
                "INSERT INTO main.computed_from VALUES (?, ?)", sorted(digests.items())
            )
        return _summary(base)


def is_stale(records: Path, reviews: Path | None = None) -> bool:
    """Whether a check is due: none was done, or on other records, decisions or rules."""
    path = reviews or review_path(records)
    if not path.exists():
        return True
    with closing(read_reviews(path)) as base:
        known = dict(base.execute("SELECT name, value FROM computed_from"))
        _attach(base, records)
        return known != _digests(base)


def _attach(base: sqlite3.Connection, records: Path) -> None:
    try:
        base.execute("ATTACH ? AS records", (records_uri(records),))
        mark = base.execute("PRAGMA records.application_id").fetchone()[0]
    except sqlite3.Error as error:
        raise ReviewError(f"{records}: {error}") from error
    if mark != APPLICATION:
        raise ReviewError(f"{records}: is no database of records; `khooshechin export --to sqlite`")
    for name in ("main", "records", "temp"):
        base.execute(f"PRAGMA {name}.cache_size = -{_CACHE}")


def _digests(base: sqlite3.Connection) -> dict[str, str]:
    return {
        "records": records_digest(base),
        "decisions": decisions_digest(base),
        "rules": VERSION,
    }


def _compute(base: sqlite3.Connection) -> None:
    """Fill the computed tables in the temporary schema, which is a file where it grows large."""
    base.execute("PRAGMA temp_store = FILE")
    for statement in COMPUTED_TABLES:
        base.execute(statement.replace("CREATE TABLE ", "CREATE TEMP TABLE "))
    for kind in ("cluster", "official"):
        base.execute(f"CREATE INDEX temp.{kind}_row ON {kind}_members (identity)")
    provinces = province_words({province.value: province.fa for province in Province})
    base.execute("BEGIN")
    find_clusters(base, provinces, merges(base, "cluster"))
    find_officials(base, provinces, merges(base, "official"))
    find_keys(base)
    find_archive_findings(base)
    base.execute("COMMIT")


def _summary(base: sqlite3.Connection) -> Summary:
    def count(table: str) -> int:
        return int(base.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])

    codes = base.execute("SELECT code, COUNT(*) FROM main.archive_findings GROUP BY 1 ORDER BY 1")
    return Summary(
        count("articles"),
        count("main.cluster_identities"),
        count("main.official_identities"),
        {str(code): int(told) for code, told in codes},
    )
