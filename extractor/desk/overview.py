"""What a whole database holds, short enough to send: counts, what to look at, clusters."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.checks.archive import is_stale
from corpus.reviews import attach_reviews, review_path
from extractor.desk.pages.stages import NEWEST_STAGE
from extractor.desk.reviewing import counted_codes

LISTED = 100  # findings of each kind
CLUSTERS = 15  # of each province
_ROWS = ("articles", "figures", "statements")  # their keys are numbered from 1
_NAMED = ("clusters", "officials")
Rows = list[sqlite3.Row]


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of many, and how many are left out."""

    rows: Rows
    left_out: int


@dataclass(frozen=True, slots=True)
class ProvinceClusters:
    """The clusters of a province that most articles are about; None for those without one."""

    province: str | None
    clusters: Listed
    status: dict[str, str]  # by identity, the newest that was told


class Overview:
    """The database, and the second file beside it if there is one."""

    def __init__(self, connection: sqlite3.Connection, records: Path) -> None:
        connection.row_factory = sqlite3.Row
        self._run = connection
        self.checked = not is_stale(records)  # rows of another state are other rows
        if self.checked:
            attach_reviews(connection, review_path(records))

    def _rows(self, sql: str, *values: object) -> Rows:
        return self._run.execute(sql, values).fetchall()

    def _value(self, sql: str, *values: object) -> Any:
        return self._run.execute(sql, values).fetchone()[0]

    @property
    def counts(self) -> dict[str, int]:
        """How much there is, as the desk counts it: what goes by several names is one."""
        rows = {name: self._value(f"SELECT MAX(key) FROM {name}") or 0 for name in _ROWS}
        named = {name: self._value(self._distinct(name)) for name in _NAMED}
        return {**rows, **named, "findings": sum(row["n"] for row in self.codes)}

    def _distinct(self, name: str) -> str:
        if self.checked:
            return f"SELECT COUNT(*) FROM review.{name[:-1]}_identities"
        return f"SELECT COUNT(*) FROM (SELECT DISTINCT name_folded, province FROM {name})"

    @property
    def first_and_last(self) -> tuple[str | None, str | None]:
        """The days of the first and the last article."""
        first = self._value("SELECT MIN(published) FROM articles")
        return first, self._value("SELECT MAX(published) FROM articles")

    @property
    def codes(self) -> Rows:
        """How often each check found something that nobody found wrong, the gravest first."""
        return counted_codes(self._run, checked=self.checked)

    def archive_findings(self) -> Listed:
        """What does not agree across articles, but for what people found wrong."""
        if not self.checked:
            return Listed([], 0)
        wanted = (
            "FROM review.archive_findings x LEFT JOIN review.reviews r USING (finding)"
            " WHERE r.state IS NOT 'wrong'"
        )
        rows = self._rows(
            f"SELECT x.*, r.state, r.note {wanted} ORDER BY x.severity, x.number LIMIT ?", LISTED
        )
        return Listed(rows, self._value(f"SELECT COUNT(*) {wanted}") - len(rows))

    def told(self, finding: str) -> Rows:
        """The figures an archive finding is about, with their articles."""
        return self._rows(
            "SELECT f.quote, a.title, a.id, a.published, a.source, a.url"
            " FROM review.archive_finding_figures f JOIN articles a ON a.id = f.article_id"
            " WHERE f.finding = ? ORDER BY f.number LIMIT 20",
            finding,
        )

    def article_findings(self) -> Listed:
        """What does not agree within articles: the impossible first, then the newest."""
        seen = (
            " LEFT JOIN review.article_findings k ON k.row = x.key"
            " LEFT JOIN review.reviews r ON r.finding = k.finding"
            if self.checked
            else ""
        )
        state, right = ("r.state", "r.state IS NOT 'wrong'") if self.checked else ("NULL", "TRUE")
        wanted = f"x.severity = ? AND {right}"
        rows: Rows = []
        total = 0
        for severity in ("error", "warning"):
            rows += self._rows(
                f"SELECT x.*, {state} AS state, a.id AS article, a.title, a.published, a.source,"
                f" a.url FROM findings x JOIN articles a ON a.key = x.article_key {seen}"
                f" WHERE {wanted} ORDER BY a.published DESC, x.key LIMIT ?",
                severity,
                LISTED - len(rows),
            )
            total += self._value(f"SELECT COUNT(*) FROM findings x {seen} WHERE {wanted}", severity)
        return Listed(rows, total - len(rows))

    def quotes(self, finding: int) -> Rows:
        """The words a finding of an article rests on."""
        return self._rows(
            "SELECT f.span_text FROM finding_refs r JOIN figures f ON f.key = r.entry_key"
            " WHERE r.finding_key = ? AND r.entry_group = 'figures'"
            " UNION ALL SELECT span_text FROM finding_spans WHERE finding_key = ? LIMIT 20",
            finding,
            finding,
        )

    def provinces(self) -> list[ProvinceClusters]:
        """The clusters by their provinces."""
        table = "review.cluster_identities"
        if not self.checked:
            table = "told_clusters"
            self._run.execute(_UNCHECKED)
        codes = self._rows(f"SELECT province, COUNT(*) AS n FROM {table} GROUP BY province")
        found = []
        for code, n in sorted(codes, key=lambda row: (row[0] is None, row[0])):
            rows = self._rows(
                f"SELECT identity, name, articles, figures FROM {table} WHERE province IS ?"
                " ORDER BY articles DESC, name LIMIT ?",
                code,
                CLUSTERS,
            )
            status = {row["identity"]: self._status(row["identity"]) for row in rows}
            kept = {identity: told for identity, told in status.items() if told}
            found.append(ProvinceClusters(code, Listed(rows, n - len(rows)), kept))
        return found

    def _status(self, identity: str) -> str | None:
        if not self.checked:
            return None
        rows = self._rows(NEWEST_STAGE, identity)
        return rows[0]["status"] if rows else None


# Before a check, clusters of one name and province are taken for one.
_UNCHECKED = """CREATE TEMP TABLE IF NOT EXISTS told_clusters AS
SELECT c.name_folded || '/' || IFNULL(c.province, '') AS identity, MIN(c.name) AS name,
 c.province, COUNT(DISTINCT c.article_key) AS articles, COUNT(f.key) AS figures
FROM clusters c LEFT JOIN figures f ON f.cluster_key = c.key
GROUP BY c.name_folded, c.province"""
