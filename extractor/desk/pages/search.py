"""Search: articles or figures with certain words, of a province, a cluster, an indicator…."""

from typing import Any

from extractor.desk.pages.base import Ask, Page, Shown
from extractor.desk.searching.conditions import FACETS, Kind, Search
from extractor.desk.searching.facets import facets
from extractor.desk.searching.results import LAST_PAGE, find
from extractor.desk.searching.snippets import snippet

_WORDS = 300  # characters of a query
_VALUE = 2_000  # characters of a facet's value


def load(ask: Ask) -> Shown:
    """One page of results with the facets beside it."""
    kind: Kind = "figures" if ask.args.get("kind") == "figures" else "articles"
    chosen = {name: ask.args[name][:_VALUE] for name in FACETS if ask.args.get(name)}
    search = Search(kind, ask.args.get("q", "")[:_WORDS], chosen)
    newest = ask.args.get("order") != "old"
    number = ask.number("page", most=LAST_PAGE)
    found = find(ask.database, search, number, newest)
    counted = facets(ask.database, search)
    args = {
        "q": search.words,
        **chosen,
        "kind": None if kind == "articles" else kind,
        "order": None if newest else "old",
    }
    return {
        "search": search,
        "found": found,
        "number": number,
        "newest": newest,
        "args": args,
        "snippets": _snippets(ask, search, found.rows),
        "facets": {
            name: [(r["value"], _said(ask, name, r["value"]), r["n"]) for r in counted[name]]
            for name in FACETS
            if counted.get(name)
        },
        "chosen": {name: _said(ask, name, value) for name, value in chosen.items()},
    }


def _said(ask: Ask, facet: str, value: Any) -> str:
    """What a facet's value is called."""
    if facet == "province":
        return ask.ui.province(value)
    if facet == "indicator":
        return ask.ui.label("Indicator", value)
    if facet == "finding":
        return ask.ui.label("FindingCode", value)
    if facet == "year":
        return ask.ui.n(value)
    return _identity(ask, facet, value)


def _identity(ask: Ask, kind: str, identity: str) -> str:
    columns = "name, province" if kind == "cluster" else "coalesce(name, role) AS name, province"
    row = ask.row(f"SELECT {columns} FROM review.{kind}_identities WHERE identity = ?", identity)
    if row is None:
        return identity
    province = ask.ui.province(row["province"])
    return f"{row['name']} ({province})" if province else str(row["name"] or identity)


def _snippets(ask: Ask, search: Search, rows: list[Any]) -> dict[int, Any]:
    if search.kind != "articles":
        return {}
    return {row["key"]: snippet(_body(ask, row), search.words) for row in rows}


def _body(ask: Ask, row: Any) -> str:
    text = str(ask.value("SELECT text FROM article_texts WHERE key = ?", row["key"]) or "")
    return text[len(row["title"]) :].lstrip() if row["title"] else text


PAGE = Page(name="search", template="search.html", load=load, nav="nav.search")
