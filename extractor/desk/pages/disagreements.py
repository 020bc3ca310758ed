"""What does not agree across articles, about one cluster or one province."""

from dataclasses import dataclass
from typing import Literal

from extractor.desk.pages.base import Ask
from extractor.desk.reviewing import ReviewedFinding, archive_finding

_LISTED = 5
_ALL = 200  # that can be asked for


@dataclass(frozen=True, slots=True)
class Disagreements:
    """The first of them, and how many more there are."""

    findings: list[ReviewedFinding]
    more: int
    can_grow: bool  # the others can be asked for


def disagreements(ask: Ask, column: Literal["cluster", "province"]) -> Disagreements:
    """Those of what the page is of; those that nobody has looked at come first."""
    asked = ask.args.get("disagreements") == "all"
    rows = ask.rows(
        "SELECT x.*, r.state, r.note FROM review.archive_findings x"
        f" LEFT JOIN review.reviews r USING (finding) WHERE x.{column} = ?"
        " ORDER BY r.state IS NOT NULL, x.severity, x.number LIMIT ?",
        ask.key,
        _ALL if asked else _LISTED,
    )
    total = ask.value(f"SELECT COUNT(*) FROM review.archive_findings WHERE {column} = ?", ask.key)
    found = [archive_finding(ask.database, row) for row in rows]
    return Disagreements(found, total - len(found), not asked)
