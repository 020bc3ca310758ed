"""Lists of clusters and of officials: those most written of first, by name and province."""

from sqlite3 import Row
from typing import Any, Literal

from corpus.exports.sqlite_schema import name_key
from extractor.desk.pages.base import Ask
from extractor.desk.reader import province_names

Kind = Literal["cluster", "official"]
_PAGE = 60
_LAST = 500  # pages
_NAME = 100  # letters of a name that is looked for
_NAMES = 30


def identities(ask: Ask, kind: Kind) -> dict[str, Any]:
    """A page of the list, and what it was asked for."""
    name = ask.args.get("q", "")[:_NAME]
    province = ask.args.get("province", "")
    number = ask.number("page", most=_LAST)
    where, values = ["1"], list[object]()
    if name.strip():
        where.append("instr(name_folded, ?) > 0")
        values.append(name_key(name))
    if province in province_names():
        where.append("province = ?")
        values.append(province)
    rows = ask.rows(
        f"SELECT * FROM review.{kind}_identities WHERE {' AND '.join(where)}"
        " ORDER BY articles DESC, identity LIMIT ? OFFSET ?",
        *values,
        _PAGE + 1,
        (number - 1) * _PAGE,
    )
    args = {"q": name, "province": province}
    more = len(rows) > _PAGE
    codes = sorted(province_names(), key=ask.ui.by_province)
    return {"rows": rows[:_PAGE], "more": more, "number": number, "args": args, "codes": codes}


def names_of(ask: Ask, kind: Kind) -> list[Row]:
    """The names an identity goes by, with how often."""
    columns = "t.name, t.province" if kind == "cluster" else "t.name, t.role, t.organization"
    return ask.rows(
        f"SELECT {columns}, COUNT(*) AS n FROM review.{kind}_members m"
        f" JOIN {kind}s t ON t.key = m.row WHERE m.identity = ?"
        f" GROUP BY {columns} ORDER BY n DESC, 1 LIMIT ?",
        ask.key,
        _NAMES,
    )
