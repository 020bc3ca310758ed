"""All that is told of one article, table by table: from its record, or from a database of ours.

Both give the same rows, with the columns of the exported tables, ids instead of keys.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from corpus.exports.columns import Value
from corpus.exports.rows import rows
from corpus.exports.sqlite_schema import TABLE_COLUMNS
from corpus.exports.tables import TABLES
from schemas.record import ArticleRecord

Entry = Mapping[str, Value]
ArticleRows = Mapping[str, list[Entry]]  # by the name of the table
_NAMES = {table.name: table.names for table in TABLES}


def rows_of(record: ArticleRecord) -> ArticleRows:
    """The rows of a record."""
    found: dict[str, list[Entry]] = {name: [] for name in _NAMES}
    for name, row in rows(record):
        found[name].append(dict(zip(_NAMES[name], row, strict=True)))
    return found


def rows_at(connection: sqlite3.Connection, article_id: str) -> ArticleRows | None:
    """The rows of an article of a database of records; None if it has none of this id."""
    found: dict[str, list[Entry]] = {}
    ids: dict[tuple[str, int], str] = {}
    for article in _query(connection, "SELECT * FROM articles WHERE id = ?", article_id):
        key = article.pop("key")
        (text,) = _query(connection, "SELECT text FROM article_texts WHERE key = ?", key)
        found["articles"] = [_ordered("articles", {**article, **text})]
        for name in _NAMES:
            if name != "articles":
                found[name] = _rows(connection, name, key, str(article["id"]), ids)
    return found or None


def _rows(
    connection: sqlite3.Connection,
    name: str,
    article: Value,
    article_id: str,
    ids: dict[tuple[str, int], str],
) -> list[Entry]:
    """The rows of a table; ``ids`` is filled with what its keys stand for."""
    query = f"SELECT * FROM {name} WHERE article_key = ? ORDER BY key"
    stored = list(_query(connection, query, article))
    ids |= {(name, row["key"]): str(row["id"]) for row in stored if "id" in row}  # type: ignore[misc]
    references = {
        column.name: column.refers_to
        for column in TABLE_COLUMNS[name]
        if column.refers_to not in (None, "articles")
    }
    for row in stored:
        row["article_id"] = article_id
        for column, table in references.items():
            key = row.pop(column)
            row[column.removesuffix("_key") + "_id"] = ids.get((table, key))  # type: ignore[arg-type]
    return [_ordered(name, row) for row in stored]


def _query(connection: sqlite3.Connection, query: str, value: Value) -> list[dict[str, Value]]:
    with closing(connection.cursor()) as cursor:
        cursor.row_factory = None
        cursor.execute(query, (value,))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _ordered(name: str, row: dict[str, Value]) -> Entry:
    return {column: row[column] for column in _NAMES[name]}
