"""A province: its clusters with their stages, its figures by year, what does not agree."""

from sqlite3 import Row
from typing import Any

from extractor.desk.pages.base import Ask, MissingError, Page, Shown
from extractor.desk.pages.disagreements import disagreements
from extractor.desk.pages.provinces import provinces
from extractor.desk.pages.series import shelf
from extractor.desk.pages.stages import NEWEST_STAGE
from extractor.desk.reader import province_names

_PAGE = 25  # clusters
_LAST = 100  # pages
_LISTED = 12
_YEARS = 12  # the newest


def load(ask: Ask) -> Shown:
    """The province of a code; without one, the list of all."""
    if ask.key and ask.key not in province_names():
        raise MissingError
    if not ask.key:
        return {"code": None, "provinces": provinces(ask)}
    number = ask.number("page", most=_LAST)
    clusters = _clusters(ask, number)
    return {
        "code": ask.key,
        "told": ask.row(
            "SELECT articles, figures FROM facets WHERE facet = 'province' AND value = ?", ask.key
        ),
        "clusters": clusters[:_PAGE],
        "more": len(clusters) > _PAGE,
        "number": number,
        "stage": {c["identity"]: ask.row(NEWEST_STAGE, c["identity"]) for c in clusters[:_PAGE]},
        "counts": _counts(ask),
        # Of the province as a whole: figures of its clusters are on their pages.
        "shelf": shelf(
            ask, "FROM figures f WHERE f.province = ?", "province", "AND +f.cluster_key IS NULL"
        ),
        "officials": _officials(ask),
        "disagreements": disagreements(ask, "province"),
    }


def _clusters(ask: Ask, number: int) -> list[Row]:
    return ask.rows(
        "SELECT * FROM review.cluster_identities WHERE province = ?"
        " ORDER BY articles DESC, identity LIMIT ? OFFSET ?",
        ask.key,
        _PAGE + 1,
        (number - 1) * _PAGE,
    )


def _counts(ask: Ask) -> dict[str, Any]:
    """How many figures there are of each indicator and year."""
    found = ask.rows(
        "SELECT indicator, year, COUNT(*) AS n FROM figures WHERE province = ?"
        " AND year IS NOT NULL GROUP BY indicator, year",
        ask.key,
    )
    years = sorted({row["year"] for row in found})[-_YEARS:]
    cells = {(row["indicator"], row["year"]): row["n"] for row in found}
    sums = {name: sum(n for (i, _), n in cells.items() if i == name) for name, _ in cells}
    return {"years": years, "cells": cells, "indicators": sorted(sums, key=lambda i: -sums[i])}


def _officials(ask: Ask) -> list[Row]:
    return ask.rows(
        "SELECT * FROM review.official_identities WHERE province = ?"
        " ORDER BY articles DESC, identity LIMIT ?",
        ask.key,
        _LISTED,
    )


PAGE = Page(name="province", template="province.html", load=load, keyed=True)
