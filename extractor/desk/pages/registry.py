"""All pages of the desk. A new one: its file, its template, a line here."""

from extractor.desk.pages import (
    article,
    check,
    cluster,
    findings,
    merges,
    official,
    province,
    search,
    start,
)
from extractor.desk.pages.base import Page

PAGES: tuple[Page, ...] = (
    start.PAGE,
    search.PAGE,
    cluster.PAGE,
    official.PAGE,
    findings.PAGE,
    check.PAGE,
    merges.PAGE,
    article.PAGE,
    province.PAGE,
)
