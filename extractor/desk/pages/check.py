"""Check a text: paste it, and see at once what is read from it and what does not agree."""

from collections.abc import Mapping

from corpus.article_rows import rows_of
from corpus.dates import parse_date
from extractor.desk.article_view import ArticleView, activity_anchor
from extractor.desk.checking import MOST, CheckError
from extractor.desk.pages.base import Ask, Page, Shown
from schemas.article import Article
from schemas.errors import ArticleError

_TITLE = 1_000  # characters
_LISTED = 1_000
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
    }


PAGE = Page(name="check", template="check.html", load=load, nav="nav.check", writes=True, slow=True)
