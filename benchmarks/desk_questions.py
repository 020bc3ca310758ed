"""What can be asked of the desk: every page of its own table of pages, in several ways."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from corpus.reviews import attach_reviews, review_path
from extractor.desk import addresses
from extractor.desk.pages.registry import PAGES

_SIZED = "SELECT identity FROM review.{0}_identities ORDER BY articles DESC LIMIT 1"
_FACET = "SELECT value FROM facets WHERE facet = ? ORDER BY articles DESC LIMIT 1"
# Page -> kind -> the query that gives a key to ask it for.
KEYS: dict[str, dict[str, str]] = {
    "article": {
        "longest": "SELECT id FROM articles ORDER BY length DESC LIMIT 1",
        "most figures": "SELECT a.id FROM figures f JOIN articles a ON a.key = f.article_key"
        " GROUP BY a.key ORDER BY COUNT(*) DESC LIMIT 1",
    },
    "cluster": {
        "biggest": _SIZED.format("cluster"),
        "middling": _SIZED.format("cluster") + " OFFSET 300",
    },
    "province": {
        "biggest": "SELECT value FROM facets WHERE facet = 'province' ORDER BY figures DESC LIMIT 1"
    },
    "official": {
        "biggest": _SIZED.format("official"),
        "middling": _SIZED.format("official") + " OFFSET 3000",
    },
}
_WORDS = {
    "a word of most": "خوشه",
    "a word": "فرش",
    "two words": "صادرات پسته",
    "none": "ناموجوداتی",
}
_TABLES = ("articles", "figures", "clusters", "officials", "findings", "figure_list")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and by which address."""

    name: str
    path: str


def questions(records: Path, name: str) -> Iterator[Question]:
    """Every page of the desk, in several ways where it answers several questions."""
    with closing(_opened(records)) as database:
        for page in PAGES:
            base = f"/desk/{page.name}" if page.name else "/"
            if page.name in KEYS:
                for kind, query in KEYS[page.name].items():
                    key = database.execute(query).fetchone()
                    if key:
                        yield Question(
                            f"{page.name}: {kind}", f"{base}/{quote(str(key[0]), safe='')}"
                        )
                if page.nav:
                    yield Question(f"{page.name}: all", base)
                continue
            if page.keyed:
                raise SystemExit(f"say in KEYS what page {page.name!r} is to be asked for")
            yield Question(page.name or "start", base)
            if page.name == "search":
                yield from _searches(database)
            if page.name == "findings":
                yield from _findings(database)
        yield from _tables(name)


def _opened(records: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{records.absolute().as_uri()}?immutable=1", uri=True)
    attach_reviews(connection, review_path(records))
    return connection


def _searches(database: sqlite3.Connection) -> Iterator[Question]:
    facets = {
        facet: database.execute(_FACET, (facet,)).fetchone()[0]
        for facet in ("province", "indicator", "year", "finding")
    }
    for facet in ("cluster", "official"):
        facets[facet] = database.execute(_SIZED.format(facet)).fetchone()[0]
    for kind, word in _WORDS.items():
        yield Question(f"search: {kind}", addresses.page("search", q=word))
        yield Question(f"search: {kind}, page 9", addresses.page("search", q=word, page=9))
    number = addresses.page("search", q="۱۲ نفر", kind="figures")
    yield Question("search: number in figures", number)
    for facet, value in facets.items():
        asked = {facet: value}
        yield Question(f"search: {facet}", addresses.page("search", **asked))
        yield Question(f"search: {facet} + word", addresses.page("search", q="خوشه", **asked))
    for what in ("articles", "figures"):
        both = {"province": facets["province"], "year": facets["year"], "kind": what}
        yield Question(f"search: two facets in {what}", addresses.page("search", **both))
        every = {"q": "خوشه", "kind": what, "indicator": facets["indicator"]}
        yield Question(f"search: word, indicator in {what}", addresses.page("search", **every))


def _findings(database: sqlite3.Connection) -> Iterator[Question]:
    codes = database.execute(
        "SELECT code FROM (SELECT code FROM findings UNION ALL SELECT code FROM"
        " review.archive_findings) GROUP BY code ORDER BY COUNT(*) DESC"
    ).fetchall()
    for (code,) in (codes[0], codes[-1]):
        yield Question(f"findings: {code}", addresses.page("findings", code=code))
    for asked in (
        {"severity": "error"},
        {"state": "seen"},
        {"state": "new"},
        {"state": "wrong", "severity": "warning"},
        {"page": 200},
    ):
        told = ", ".join(f"{name} {value}" for name, value in asked.items())
        yield Question(f"findings: {told}", addresses.page("findings", **asked))


def _tables(name: str) -> Iterator[Question]:
    """Datasette's own pages."""
    base = "/" + quote(name)
    yield Question("data: tables", base)
    for table in _TABLES:
        yield Question(f"data: {table}", f"{base}/{table}")
        yield Question(f"data: {table}.json", f"{base}/{table}.json?_shape=objects")
    yield Question("data: figures of a province", f"{base}/figures?province=IR-10&_sort_desc=value")
    yield Question("data: figures by indicator", f"{base}/figures?_facet=indicator")
    yield Question("data: figures.csv", f"{base}/figures.csv?_size=100")
    yield Question("data: an article", f"{base}/articles/1")
