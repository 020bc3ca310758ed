"""Check a text: paste it, and see at once what is read from it and what does not agree."""

from collections.abc import Mapping
from sqlite3 import Row

from corpus.article_rows import Entry, rows_of
from corpus.dates import parse_date
from corpus.exports.sqlite_schema import name_key
from extractor.desk.article_view import ArticleView, activity_anchor
from extractor.desk.checking import MOST, CheckError
from extractor.desk.pages.base import Ask, Page, Shown
from schemas.article import Article
from schemas.errors import ArticleError

_TITLE = 1_000  # characters
_LISTED = 1_000
_COMPARED = 50  # figures of a text that are looked up
_KNOWN = """SELECT f.id AS entry, f.value, f.upper, f.comparator, f.unit, f.year, f.modality,
 f.speaker_name, a.id, a.title, a.published, a.source
FROM (SELECT DISTINCT m.identity FROM clusters c JOIN review.cluster_members m ON m.row = c.key
 WHERE c.name_folded = ?1 AND (?2 IS NULL OR c.province = ?2 OR c.province IS NULL)) i
CROSS JOIN review.cluster_members m ON m.identity = i.identity
CROSS JOIN figures f ON f.cluster_key = m.row JOIN articles a ON a.key = f.article_key
WHERE f.indicator = ?3 AND a.copy_of IS NULL
ORDER BY f.modality <> 'actual', f.year DESC, a.published DESC, f.key LIMIT 50"""
_TOLD = 5  # of those, once for each article and value
_FIELDS = ("title", "published", "text")


def load(ask: Ask) -> Shown:
    """The form; with a text, also what is read from it."""
    if ask.form is None:
        ask.desk.checker.prepare()
        return {"given": dict.fromkeys(_FIELDS, ""), "most": MOST}
    given = {name: ask.form.get(name, "") for name in _FIELDS}
    shown: dict[str, object] = {"given": given, "most": MOST}
    try:
        return shown | _read(ask, given)
    except CheckError as error:
        return shown | {"problem": error.kind}
    except ArticleError:
        return shown | {"problem": "empty"}


def _read(ask: Ask, given: Mapping[str, str]) -> dict[str, object]:
    # A form sends every end of a line as two characters.
    text = given["text"].replace("\r\n", "\n")
    if len(text) > MOST or len(given["title"]) > _TITLE:
        raise CheckError("long")
    published = parse_date(given["published"]) if given["published"].strip() else None
    if published is None and given["published"].strip():
        raise CheckError("date")
    article = Article.from_source(
        {
            "id": "text",
            "title": given["title"].strip() or None,
            "published": published,
            "text": text,
        }
    )
    rows = rows_of(ask.desk.checker.check(article))
    return {
        "view": ArticleView(rows),
        "statements": rows["statements"][:_LISTED],
        "listed": _LISTED,
        "anchor": activity_anchor,
        "copies": [],
        "clusters_at": {},
        "officials_at": {},
        "reviews": {},
        "across": [],
        "across_of": {},
        "known": {
            str(figure["id"]): found
            for figure in rows["figures"][:_COMPARED]
            if (found := _known(ask, figure))
        },
    }


def _known(ask: Ask, figure: Entry) -> list[Row]:
    """What the database tells of the same cluster, province and indicator.

    What was reached comes before what is aimed at, then the newest first.
    """
    name = name_key(figure["cluster_name"])
    if name is None:
        return []
    once: dict[tuple[object, ...], Row] = {}
    for row in ask.rows(_KNOWN, name, figure["province"], figure["indicator"]):
        once.setdefault((row["id"], row["value"], row["upper"], row["unit"]), row)
    return list(once.values())[:_TOLD]


PAGE = Page(name="check", template="check.html", load=load, nav="nav.check", writes=True, slow=True)
