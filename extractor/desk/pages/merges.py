"""Identities: which names are one cluster or one person; what people decide outlives every run."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any, get_args

from corpus.checks.archive import check_archive
from corpus.folding import fold
from corpus.reviews import (
    Kind,
    Merge,
    drop_merge,
    join_identities,
    open_reviews,
    put_merge,
    review_path,
)
from extractor.desk import addresses
from extractor.desk.pages.base import Ask, GoTo, MissingError, Page, Shown
from extractor.desk.reviewing import is_check_due

PER_PAGE = 30
_DECIDED = 200  # decisions that are listed
_NAMES = 200  # names of one identity
_QUERY = 200  # characters
_COLUMNS = {
    "cluster": "identity, name, province, NULL AS role, names, articles, figures",
    "official": "identity, COALESCE(name, role) AS name, province, role, names, articles, figures",
}
_VARIANTS = {
    "cluster": "SELECT m.name_key, m.province, '' AS office, MIN(e.name) AS name,"
    " NULL AS role, COUNT(DISTINCT e.article_key) AS articles"
    " FROM review.cluster_members m JOIN clusters e ON e.key = m.row WHERE m.identity = ?"
    " GROUP BY 1, 2 ORDER BY articles DESC LIMIT ?",
    "official": "SELECT m.name_key, m.province, m.office, MIN(COALESCE(e.name, e.role)) AS name,"
    " MIN(e.role) AS role, COUNT(DISTINCT e.article_key) AS articles"
    " FROM review.official_members m JOIN officials e ON e.key = m.row WHERE m.identity = ?"
    " GROUP BY 1, 2, 3 ORDER BY articles DESC LIMIT ?",
}


def load(ask: Ask) -> Shown:
    """Identities with several names, or those searched for; one of them with its names."""
    if ask.form is not None:
        _act(ask, ask.form)
    kind = _kind(ask.args)
    words = ask.args.get("q", "")[:_QUERY]
    identity = ask.args.get("identity", "")
    number = ask.number("page", most=1_000)
    rows = _identities(ask, kind, words, number)
    return {
        "kind": kind,
        "kinds": get_args(Kind),
        "words": words,
        "number": number,
        "rows": rows[:PER_PAGE],
        "has_next": len(rows) > PER_PAGE,
        "chosen": _chosen(ask, kind, identity) if identity else None,
        "decided": _decided(ask),
        "due": is_check_due(ask.database),
        "args": {"kind": kind, "q": words, "identity": identity},
    }


def _kind(values: Mapping[str, str]) -> Kind:
    return "official" if values.get("kind") == "official" else "cluster"


def _identities(ask: Ask, kind: Kind, words: str, number: int) -> list[Any]:
    table, columns = f"review.{kind}_identities", _COLUMNS[kind]
    bounds = (PER_PAGE + 1, (number - 1) * PER_PAGE)
    key = fold(words).replace(" ", "")
    if key:
        return ask.rows(
            f"SELECT {columns} FROM {table} WHERE INSTR(name_folded, ?)"
            " ORDER BY articles DESC, identity LIMIT ? OFFSET ?",
            key,
            *bounds,
        )
    return ask.rows(
        f"SELECT {columns} FROM {table} WHERE names > 1 ORDER BY articles DESC, identity"
        " LIMIT ? OFFSET ?",
        *bounds,
    )


def _chosen(ask: Ask, kind: Kind, identity: str) -> dict[str, Any]:
    row = ask.row(
        f"SELECT {_COLUMNS[kind]} FROM review.{kind}_identities WHERE identity = ?", identity
    )
    if row is None:
        raise MissingError
    return {"row": row, "names": ask.rows(_VARIANTS[kind], identity, _NAMES)}


def _decided(ask: Ask) -> list[Any]:
    """What was decided, with what the identity meant is called now."""
    return ask.rows(
        "SELECT m.*, COALESCE(c.name, o.name, o.role) AS name FROM review.merges m"
        " LEFT JOIN review.cluster_identities c ON m.kind = 'cluster' AND c.identity = m.identity"
        " LEFT JOIN review.official_identities o ON m.kind = 'official' AND o.identity = m.identity"
        " ORDER BY m.changed DESC LIMIT ?",
        _DECIDED,
    )


def _act(ask: Ask, form: Mapping[str, str]) -> None:
    """Do what a form says; then the page is shown again."""
    kind, action = _kind(form), form.get("action")
    name = (form.get("name_key", ""), form.get("province", ""), form.get("office", ""))
    into, identity = form.get("into", ""), form.get("identity", "")
    if action == "check":
        with ask.desk.checking:
            check_archive(ask.desk.records)
        raise GoTo(addresses.page("merges", kind=kind))
    with closing(open_reviews(review_path(ask.desk.records))) as connection:
        if action == "apart" and _is_named(ask, kind, *name):
            put_merge(connection, Merge(kind, *name, "", form.get("called", "")[:_QUERY]))
        elif action == "join" and into != identity and _is_known(ask, kind, identity, into):
            # What it was called, since after the next check it goes by the other's name.
            join_identities(connection, kind, identity, into, _name(ask, kind, identity))
        elif action == "drop":
            drop_merge(connection, kind, *name)
        else:
            raise MissingError
    raise GoTo(addresses.page("merges", kind=kind, identity=identity or None) + "#decided")


def _name(ask: Ask, kind: Kind, identity: str) -> str:
    query = f"SELECT {_COLUMNS[kind]} FROM review.{kind}_identities WHERE identity = ?"
    row = ask.row(query, identity)
    return str(row["name"]) if row is not None else identity


def _is_named(ask: Ask, kind: Kind, name_key: str, province: str, office: str) -> bool:
    held = " AND office = ?" if kind == "official" else ""
    values = (name_key, province, *([office] if held else []))
    found = ask.value(
        f"SELECT 1 FROM review.{kind}_members WHERE name_key = ? AND province = ?{held} LIMIT 1",
        *values,
    )
    return found is not None


def _is_known(ask: Ask, kind: Kind, *identities: str) -> bool:
    query = f"SELECT 1 FROM review.{kind}_identities WHERE identity = ?"
    return all(ask.value(query, identity) is not None for identity in identities)


PAGE = Page(
    name="merges", template="merges.html", load=load, nav="nav.merges", writes=True, slow=True
)
