"""Findings with what people said of them."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.checks.fingerprints import decisions_digest
from schemas.vocabularies import ReviewState


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """A finding of an article or of the archive, as it is shown and worked through."""

    key: str  # stays the same from run to run
    code: str
    severity: str
    message_fa: str
    message_en: str
    calculation: str
    tolerance: str | None
    state: str | None  # None: nobody has looked at it
    note: str
    article: Mapping[str, Any] | None  # of a finding within one article, with ``entry``
    figures: tuple[Mapping[str, Any], ...]  # what it is about: article_id, figure_id, quote, …

    @property
    def is_across(self) -> bool:
        """Whether it is about several articles."""
        return self.article is None


_FIGURES = (
    "SELECT g.article_id, g.figure_id, g.quote, a.title, a.published, a.source,"
    " f.value, f.upper, f.comparator, f.unit, f.year, f.speaker_name"
    " FROM review.archive_finding_figures g JOIN articles a ON a.id = g.article_id"
    " JOIN figures f ON f.key = g.figure WHERE g.finding = ? ORDER BY g.number LIMIT 30"
)
_ENTRIES = (
    "SELECT f.span_text AS quote, f.id AS figure_id FROM finding_refs r"
    " JOIN figures f ON f.key = r.entry_key WHERE r.finding_key = :key"
    " AND r.entry_group = 'figures'"
    " UNION ALL SELECT span_text, NULL FROM finding_spans WHERE finding_key = :key LIMIT 30"
)


def is_wrong(state: object) -> bool:
    """Whether somebody found that there is nothing in a finding."""
    return state == ReviewState.WRONG


_COUNTS = (
    "SELECT code, severity, COUNT(*) AS n FROM findings WHERE severity <> 'info'"
    " GROUP BY severity, code"
)
_REVIEWED_COUNTS = f"""{_COUNTS}
UNION ALL SELECT code, severity, COUNT(*) FROM review.archive_findings GROUP BY severity, code
UNION ALL SELECT d.code, d.severity, -COUNT(*) FROM review.reviews r
 JOIN review.article_findings k ON k.finding = r.finding JOIN findings d ON d.key = k.row
 WHERE r.state = '{ReviewState.WRONG}' AND d.severity <> 'info' GROUP BY 2, 1
UNION ALL SELECT d.code, d.severity, -COUNT(*) FROM review.reviews r
 JOIN review.archive_findings d ON d.finding = r.finding
 WHERE r.state = '{ReviewState.WRONG}' GROUP BY 2, 1"""


def counted_codes(connection: sqlite3.Connection, *, checked: bool = True) -> list[sqlite3.Row]:
    """``code``, ``severity``, ``n``: what is to be looked at, the gravest and most frequent first.

    Without what people found wrong. ``checked``: the second file is attached, and of these rows.
    """
    return connection.execute(
        "SELECT code, severity, SUM(n) AS n FROM"
        f" ({_REVIEWED_COUNTS if checked else _COUNTS}) GROUP BY severity, code HAVING SUM(n) > 0"
        " ORDER BY severity, n DESC, code"
    ).fetchall()


def archive_findings(
    connection: sqlite3.Connection, where: str, *values: object
) -> list[ReviewedFinding]:
    """Findings across articles; ``where`` is of a figure ``g`` of theirs."""
    rows = connection.execute(
        "SELECT DISTINCT d.*, r.state, r.note FROM review.archive_finding_figures g"
        " JOIN review.archive_findings d ON d.finding = g.finding"
        f" LEFT JOIN review.reviews r ON r.finding = d.finding WHERE {where} ORDER BY d.number",
        values,
    ).fetchall()
    return [archive_finding(connection, row) for row in rows]


def archive_finding(connection: sqlite3.Connection, row: sqlite3.Row) -> ReviewedFinding:
    """A row of ``archive_findings`` with ``state`` and ``note``."""
    figures = connection.execute(_FIGURES, (row["finding"],)).fetchall()
    return _made(row, row["finding"], None, figures)


def article_finding(connection: sqlite3.Connection, row: sqlite3.Row) -> ReviewedFinding:
    """A row of ``findings`` with ``finding``, ``state``, ``note`` and its article's columns."""
    article = {
        "id": row["article_id"],
        "title": row["title"],
        "published": row["published"],
        "source": row["source"],
        "entry": row["id"],
    }
    found = connection.execute(_ENTRIES, {"key": row["key"]}).fetchall()
    figures = [{**dict(entry), "article_id": row["article_id"]} for entry in found]
    return _made(row, row["finding"] or "", article, figures)


def _made(
    row: sqlite3.Row, key: str, article: Mapping[str, Any] | None, figures: list[Any]
) -> ReviewedFinding:
    return ReviewedFinding(
        key=key,
        code=row["code"],
        severity=row["severity"],
        message_fa=row["message_fa"],
        message_en=row["message_en"],
        calculation=row["calculation"],
        tolerance=row["tolerance"],
        state=row["state"],
        note=row["note"] or "",
        article=article,
        figures=tuple(figures),
    )


def reviews_of_article(connection: sqlite3.Connection, article: int) -> dict[str, Any]:
    """Id of a finding in its article -> its stable key, its state and note."""
    found = connection.execute(
        "SELECT d.id, k.finding AS key, r.state, r.note FROM findings d"
        " JOIN review.article_findings k ON k.row = d.key"
        " LEFT JOIN review.reviews r ON r.finding = k.finding WHERE d.article_key = ?",
        (article,),
    )
    return {row["id"]: row for row in found}


def is_check_due(connection: sqlite3.Connection) -> bool:
    """Whether something was decided since the last check; the records stay the same meanwhile."""
    row = connection.execute(
        "SELECT value FROM review.computed_from WHERE name = 'decisions'"
    ).fetchone()
    return row is None or row[0] != decisions_digest(connection)
