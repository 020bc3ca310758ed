"""Findings to work through: filtered, one after another, each with what people said of it."""

import re
from typing import Any

from corpus.reviews import Review, drop_review, open_reviews, put_review, review_path
from extractor.desk.pages.base import Ask, GoTo, MissingError, Page, Shown
from extractor.desk.reviewing import ReviewedFinding, archive_finding, article_finding
from schemas.vocabularies import ReviewState, Severity

PER_PAGE = 20
_NOTE = 2_000  # characters
_NEW = "new"  # nobody has looked at it
_STATES = (_NEW, *(state.value for state in ReviewState))
_SCOPES = ("across", "within")
_LOCAL = re.compile(r"/(?![/\\])[!-~]*")
_DOUBTFUL = "severity IN ('error', 'warning')"
# Reviews are few: the rows they are of, rather than a look at the review of every row.
_REVIEWED = {
    "across": "SELECT finding FROM review.reviews",
    "within": "SELECT k.row FROM review.reviews r"
    " JOIN review.article_findings k ON k.finding = r.finding",
}
_KEY = {"across": "d.finding", "within": "d.key"}
_TABLE = {"across": "review.archive_findings", "within": "findings"}
_LIST = {
    "across": "SELECT d.*, r.state, r.note FROM review.archive_findings d"
    " LEFT JOIN review.reviews r ON r.finding = d.finding WHERE {where}"
    " ORDER BY d.severity, d.number LIMIT {limit} OFFSET {first}",
    "within": "SELECT d.*, k.finding, r.state, r.note, a.id AS article_id, a.title, a.published,"
    " a.source FROM (SELECT d.key FROM findings d WHERE {where}"
    " ORDER BY d.severity, d.code, d.key LIMIT {limit} OFFSET {first}) o"
    " JOIN findings d ON d.key = o.key JOIN articles a ON a.key = d.article_key"
    " LEFT JOIN review.article_findings k ON k.row = d.key"
    " LEFT JOIN review.reviews r ON r.finding = k.finding ORDER BY d.severity, d.code, d.key",
}


def load(ask: Ask) -> Shown:
    """A page of findings, those across articles first; a form says what one is worth."""
    if ask.form is not None:
        _keep(ask, ask.form)
    chosen = {
        "code": ask.args.get("code", "")[:60],
        "severity": _one_of(ask.args.get("severity"), tuple(Severity)),
        "state": _one_of(ask.args.get("state"), _STATES),
        "scope": _one_of(ask.args.get("scope"), _SCOPES),
    }
    counts = {
        scope: _count(ask, scope, chosen) if chosen["scope"] in ("", scope) else 0
        for scope in _SCOPES
    }
    number = ask.number("page", most=100_000)
    first = (number - 1) * PER_PAGE
    total = sum(counts.values())
    return {
        "findings": _page(ask, chosen, counts, first),
        "total": total,
        "number": number,
        "pages": max(1, -(-total // PER_PAGE)),
        "has_next": total > first + PER_PAGE,
        "chosen": chosen,
        "args": chosen,
        "codes": _codes(ask),
        "states": _STATES,
        "severities": tuple(Severity),
        "scopes": _SCOPES,
    }


def _one_of(value: str | None, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else ""


def _where(scope: str, chosen: dict[str, str]) -> tuple[str, list[str]]:
    conditions, values = [], []
    for name in ("code", "severity"):
        if chosen[name]:
            conditions.append(f"d.{name} = ?")
            values.append(chosen[name])
    if not chosen["severity"] and not chosen["code"]:
        conditions.append(f"d.{_DOUBTFUL}")
    if chosen["state"] == _NEW:
        conditions.append(f"{_KEY[scope]} NOT IN ({_REVIEWED[scope]})")
    elif chosen["state"]:
        conditions.append(f"{_KEY[scope]} IN ({_REVIEWED[scope]} WHERE state = ?)")
        values.append(chosen["state"])
    return " AND ".join(conditions) or "TRUE", values


def _count(ask: Ask, scope: str, chosen: dict[str, str]) -> int:
    where, values = _where(scope, chosen)
    return int(ask.value(f"SELECT COUNT(*) FROM {_TABLE[scope]} d WHERE {where}", *values))


def _page(
    ask: Ask, chosen: dict[str, str], counts: dict[str, int], first: int
) -> list[ReviewedFinding]:
    found: list[ReviewedFinding] = []
    for scope in _SCOPES:
        limit = PER_PAGE - len(found)
        if counts[scope] > first and limit:
            where, values = _where(scope, chosen)
            rows = ask.rows(_LIST[scope].format(where=where, limit=limit, first=first), *values)
            make = archive_finding if scope == "across" else article_finding
            found += [make(ask.database, row) for row in rows]
        first = max(0, first - counts[scope])
    return found


def _codes(ask: Ask) -> list[Any]:
    """Which checks found something, with how often."""
    return ask.rows(
        "SELECT code, COUNT(*) AS n FROM findings GROUP BY severity, code"
        " UNION ALL SELECT code, COUNT(*) FROM review.archive_findings GROUP BY code ORDER BY code"
    )


def _keep(ask: Ask, form: Any) -> None:
    """Write what was said of a finding; then the page it was said on is shown again."""
    key, state = form.get("finding", ""), form.get("state")  # "" takes a review back
    message = ask.value(
        "SELECT message_fa FROM review.archive_findings WHERE finding = ?1"
        " UNION ALL SELECT d.message_fa FROM review.article_findings k"
        " JOIN findings d ON d.key = k.row WHERE k.finding = ?1 LIMIT 1",
        key,
    )
    if message is None or state is None or (state and state not in tuple(ReviewState)):
        raise MissingError
    connection = open_reviews(review_path(ask.desk.records))
    try:
        if state:
            note = form.get("note", "").strip()[:_NOTE]
            put_review(connection, Review(key, ReviewState(state), note, message))
        else:
            drop_review(connection, key)
    finally:
        connection.close()
    back = form.get("back", "")
    raise GoTo(back if _LOCAL.fullmatch(back) else "/desk/findings")


PAGE = Page(name="findings", template="findings.html", load=load, nav="nav.findings", writes=True)
