"""What does not agree across articles, about one cluster or one province."""

from sqlite3 import Row
from typing import Any, Literal

from extractor.desk.pages.base import Ask

_LISTED = 10


def disagreements(ask: Ask, column: Literal["cluster", "province"], key: str) -> dict[str, Any]:
    """The first of them with their figures, and how many more there are."""
    where = f"FROM review.archive_findings x WHERE x.{column} = ?"
    rows = ask.rows(
        "SELECT x.*, (SELECT state FROM review.reviews r WHERE r.finding = x.finding) AS state"
        f" {where} ORDER BY x.severity, x.number LIMIT ?",
        key,
        _LISTED,
    )
    total = ask.value(f"SELECT COUNT(*) {where}", key)
    told = {row["finding"]: _figures(ask, row["finding"]) for row in rows}
    return {"rows": rows, "figures": told, "more": total - len(rows)}


def _figures(ask: Ask, finding: str) -> list[Row]:
    return ask.rows(
        "SELECT f.quote, f.figure_id, a.id AS article, a.title, a.published, a.source"
        " FROM review.archive_finding_figures f JOIN articles a ON a.id = f.article_id"
        " WHERE f.finding = ? ORDER BY f.number LIMIT 10",
        finding,
    )
