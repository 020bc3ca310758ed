"""Small databases of records for tests, made of rows rather than of texts."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from corpus.exports.sqlite import write_sqlite
from corpus.exports.sqlite_schema import TABLE_COLUMNS, name_key

Row = Mapping[str, Any]
_BLANK = {
    "length": 0,
    "sha256": "",
    "span_start": 0,
    "span_end": 1,
    "span_text": "",
    "value_exact": "0",
    "comparator": "exact",
    "unit_text": "",
    "modality": "actual",
    "kind": "province",
}


def make_database(path: Path, tables: Mapping[str, Iterable[Row]]) -> Path:
    """A database with these rows; columns that must not be empty get a filling."""
    write_sqlite([], path)
    with closing(sqlite3.connect(path)) as base, base:
        for table, rows in tables.items():
            for number, row in enumerate(rows, 1):
                _insert(base, table, {"key": number, "id": f"{table[0]}{number}"} | dict(row))
    return path


def _insert(base: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    columns = TABLE_COLUMNS[table]
    for column in columns:
        if column.name in _BLANK and "NOT NULL" in column.definition:
            row.setdefault(column.name, _BLANK[column.name])
        if column.name == "name_folded":
            row.setdefault("name_folded", name_key(row.get("name")))
    known = {column.name for column in columns} | {"key"}
    kept = {name: value for name, value in row.items() if name in known}
    marks = ", ".join("?" * len(kept))
    base.execute(f"INSERT INTO {table} ({', '.join(kept)}) VALUES ({marks})", [*kept.values()])
