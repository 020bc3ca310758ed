"""An official: what they said, when; their figures by year; who held the same office; or all."""

from itertools import groupby
from sqlite3 import Row

from extractor.desk.pages.base import Ask, MissingError, Page, Shown
from extractor.desk.pages.identities import identities, names_of
from extractor.desk.pages.series import shelf

_PAGE = 25  # statements
_LAST = 200  # pages
_LISTED = 20
_MEMBERS = "FROM review.official_members m"


def load(ask: Ask) -> Shown:
    """The official of an identity; without one, the list of all."""
    if not ask.key:
        return {"official": None, "listed": identities(ask, "official")}
    official = ask.row("SELECT * FROM review.official_identities WHERE identity = ?", ask.key)
    if official is None:
        raise MissingError
    number = ask.number("page", most=_LAST)
    said = _said(ask, number)
    figures = f"{_MEMBERS} JOIN figures f ON f.speaker_key = m.row WHERE m.identity = ?"
    return {
        "official": official,
        "names": names_of(ask, "official"),
        "said": _by_article(said[:_PAGE]),
        "more": len(said) > _PAGE,
        "number": number,
        "shelf": shelf(ask, figures, "official"),
        "same_office": _same_office(ask, official),
    }


def _said(ask: Ask, number: int) -> list[Row]:
    """A page of what they said, the newest first."""
    return ask.rows(
        "SELECT s.id AS statement, s.verb, s.span_text, a.id, a.title, a.published, a.source,"
        f" a.copy_of {_MEMBERS} JOIN statements s ON s.speaker_key = m.row"
        " JOIN articles a ON a.key = s.article_key WHERE m.identity = ?"
        " ORDER BY a.published DESC, s.key LIMIT ? OFFSET ?",
        ask.key,
        _PAGE + 1,
        (number - 1) * _PAGE,
    )


def _by_article(said: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Each article once, with its statements; those of one article follow each other."""
    grouped = (list(rows) for _, rows in groupby(said, key=lambda row: row["id"]))
    return [(rows[0], rows) for rows in grouped]


def _same_office(ask: Ask, official: Row) -> list[Row]:
    """Others in the same office of the same province."""
    if official["role_code"] is None or official["province"] is None:
        return []
    return ask.rows(
        "SELECT * FROM review.official_identities WHERE province = ? AND role_code = ?"
        " AND identity <> ? ORDER BY organization IS NOT ?, articles DESC, identity LIMIT ?",
        official["province"],
        official["role_code"],
        official["identity"],
        official["organization"],
        _LISTED,
    )


PAGE = Page(name="official", template="official.html", load=load, keyed=True, nav="nav.officials")
