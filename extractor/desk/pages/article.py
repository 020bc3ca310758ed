"""An article: its text with every mention, its figures beside it, what does not agree."""

import re
from collections import defaultdict
from typing import Any

from corpus.article_rows import rows_at
from extractor.desk.article_view import ArticleView, activity_anchor
from extractor.desk.pages.base import Ask, MissingError, Page, SaveAs, Shown
from extractor.desk.report import article_report
from extractor.desk.reviewing import ReviewedFinding, archive_findings, reviews_of_article

MOST = 1_000  # figures and statements of one article that are listed
_COPIES = 20
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")  # in the name of a file


def load(ask: Ask) -> Shown:
    """All that is told of one article."""
    rows = rows_at(ask.database, ask.key)
    if rows is None:
        raise MissingError
    across = archive_findings(ask.database, "g.article_id = ?", ask.key)
    key = ask.value("SELECT key FROM articles WHERE id = ?", ask.key)
    reviews = reviews_of_article(ask.database, key)
    if ask.args.get("save"):
        name = f"{_UNSAFE.sub('-', ask.key)[:80]}.html"
        raise SaveAs(name, article_report(rows, ask.ui.language, across, reviews))
    view = ArticleView(rows)
    return {
        "view": view,
        "statements": rows["statements"][:MOST],
        "listed": MOST,
        "anchor": activity_anchor,
        "copies": _copies(ask, view),
        "clusters_at": _identities(ask, "cluster", key),
        "officials_at": _identities(ask, "official", key),
        "reviews": reviews,
        "across": across,
        "across_of": _by_figure(across, ask.key),
    }


def _identities(ask: Ask, kind: str, article: int) -> dict[str, str]:
    """Id in the article -> identity across articles."""
    found = ask.rows(
        f"SELECT e.id, m.identity FROM {kind}s e JOIN review.{kind}_members m ON m.row = e.key"
        " WHERE e.article_key = ?",
        article,
    )
    return {row["id"]: row["identity"] for row in found}


def _copies(ask: Ask, view: ArticleView) -> list[Any]:
    return ask.rows(
        # The sign keeps SQLite from reading all articles in their order.
        "SELECT id, title, published, source FROM articles WHERE copy_of = ?"
        " ORDER BY +published, key LIMIT ?",
        view.id,
        _COPIES,
    )


def _by_figure(findings: list[ReviewedFinding], article: str) -> dict[str, list[ReviewedFinding]]:
    found: dict[str, list[ReviewedFinding]] = defaultdict(list)
    for finding in findings:
        for figure in finding.figures:
            if figure["article_id"] == article and finding not in found[figure["figure_id"]]:
                found[figure["figure_id"]].append(finding)
    return found


PAGE = Page(name="article", template="article.html", load=load, keyed=True)
