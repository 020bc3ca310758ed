"""What a page is: an address, a function from a question to what its template shows.

A page's function runs in a thread with a connection of its own to the records database, which
is read-only and has the second file (merges, reviews, archive findings) attached as ``review``.
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.desk.reader import Reader
from extractor.desk.state import Desk

Shown = Mapping[str, Any]


class MissingError(Exception):
    """What a page was asked for is not in the database."""


class GoTo(Exception):  # noqa: N818 - no error: a form was taken, another page is shown
    """After a form: the page to show."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class SaveAs(Exception):  # noqa: N818 - no error: the answer is a file
    """A page of HTML to be saved."""

    def __init__(self, name: str, content: str) -> None:
        super().__init__(name)
        self.name = name
        self.content = content


@dataclass(frozen=True)
class Ask:
    """A question to a page."""

    database: sqlite3.Connection
    desk: Desk
    ui: Reader
    key: str = ""  # the last part of the address, unquoted
    args: Mapping[str, str] = field(default_factory=dict)  # of the address, the first of each
    form: Mapping[str, str] | None = None  # of a POST; its token was looked at

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a query."""
        return self.database.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """The first row, if there is one."""
        found: sqlite3.Row | None = self.database.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, *values: object) -> Any:
        """The first value of the first row; None without one."""
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def number(self, name: str, default: int = 1, most: int = 1_000_000) -> int:
        """An argument that is a whole number from 1; the default for any other."""
        text = self.args.get(name, "")
        found = int(text) if text.isdecimal() and len(text) < 10 else default
        return min(max(found, 1), most)


@dataclass(frozen=True)
class Page:
    """A page at ``/desk/<name>``, or at ``/desk/<name>/<key>`` if it is of something."""

    name: str
    template: str  # in templates/desk/
    load: Callable[[Ask], Shown]
    keyed: bool = False
    nav: str | None = None  # key of the message by which the menu leads to it
    writes: bool = False  # takes a form
    slow: bool = False  # works for seconds: not in the few threads that read the database
