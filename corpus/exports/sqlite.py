"""Records into one SQLite database: tables with foreign keys, indexes, full-text search."""

import errno
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from corpus.exports.columns import Row, Value
from corpus.exports.rows import rows
from corpus.exports.sqlite_schema import (
    AFTER,
    APPLICATION,
    TABLE_COLUMNS,
    VERSION,
    create_statements,
    figure_words,
    stored,
    vocabulary_rows,
)
from corpus.exports.tables import TABLES
from corpus.folding import fold, joined_words
from corpus.sinks.atomic import OutputError, atomic_file
from schemas.record import ArticleRecord

_BATCH = 500  # articles a transaction
_CACHE = 64 << 10  # kB of pages that SQLite may hold while it indexes
_WITH_ID = {t.name: t.names.index("id") for t in TABLES if "id" in t.names}
_STORED = {t.name: [t.names.index(column.name) for column in stored(t)] for t in TABLES}
_INDEX_ARTICLE = "INSERT INTO articles_fts (rowid, title, text, joined) VALUES (?, ?, ?, ?)"
_INDEX_FIGURE = "INSERT INTO figures_fts (rowid, words, joined) VALUES (?, ?, ?)"


def write_sqlite(records: Iterable[ArticleRecord], output: Path) -> None:
    """Write the database; the same records give the same bytes with the same SQLite."""
    with atomic_file(output) as path:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _Writer(connection).write(records)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(output)) from error
        finally:
            connection.close()


class _Writer:
    """Counts the keys: rows are numbered in the order they come."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection
        self._next = dict.fromkeys(TABLE_COLUMNS, 0)
        self._insert = {
            name: f"INSERT INTO {name} VALUES ({', '.join('?' * _width(name))})"
            for name in TABLE_COLUMNS
        }

    def write(self, records: Iterable[ArticleRecord]) -> None:
        """Create, fill and index the database."""
        # Unjournalled: the file is thrown away if anything fails.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON"):
            self._run.execute(f"PRAGMA {pragma}")
        self._run.execute(f"PRAGMA cache_size = -{_CACHE}")
        self._run.execute(f"PRAGMA application_id = {APPLICATION}")
        self._run.execute(f"PRAGMA user_version = {VERSION}")
        for statement in create_statements():
            self._run.execute(statement)
        self._run.executemany("INSERT INTO vocabularies VALUES (?, ?, ?, ?, ?)", vocabulary_rows())
        self._run.execute("BEGIN")
        for count, record in enumerate(records, 1):
            self._add(record)
            if count % _BATCH == 0:
                self._run.execute("COMMIT")
                self._run.execute("BEGIN")
        for statement in AFTER:
            self._run.execute(statement)
        self._run.execute("COMMIT")
        self._run.execute("ANALYZE")

    def _add(self, record: ArticleRecord) -> None:
        numbered: list[tuple[str, int, Row]] = []
        keys: dict[tuple[str, str], int] = {}  # (table, id) -> key, within this article
        for name, row in rows(record):
            self._next[name] += 1
            numbered.append((name, self._next[name], row))
            if name in _WITH_ID:
                keys[name, str(row[_WITH_ID[name]])] = self._next[name]
        for name, key, row in numbered:
            try:
                self._run.execute(self._insert[name], (key, *_values(name, row, keys)))
            except sqlite3.IntegrityError as error:
                raise OutputError(f"article {record.article.id!r}: {name}: {error}") from error
        self._index(record, numbered)

    def _index(self, record: ArticleRecord, numbered: list[tuple[str, int, Row]]) -> None:
        title, text = record.article.title or "", record.article.text
        words = fold(title), fold(text), joined_words(text)
        key = self._next["articles"]
        self._run.execute("INSERT INTO article_texts VALUES (?, ?)", (key, text))
        self._run.execute(_INDEX_ARTICLE, (key, *words))
        for name, key, row in numbered:
            if name == "figures":
                said = figure_words(row)
                self._run.execute(_INDEX_FIGURE, (key, fold(said), joined_words(said)))


def _width(name: str) -> int:
    return 1 + len(TABLE_COLUMNS[name]) + (name == "finding_refs")


def _values(name: str, row: Row, keys: dict[tuple[str, str], int]) -> list[Value]:
    """The values of a row as they stand in the database, ids of other rows as their keys."""
    columns = TABLE_COLUMNS[name]
    kept = [row[i] for i in _STORED[name]]
    values: list[Value] = [
        keys[column.refers_to, str(value)] if column.refers_to and value is not None else value
        for column, value in zip(columns, kept, strict=False)
    ]
    values += [column.derive(row) for column in columns if column.derive]
    if name == "finding_refs":
        values.append(keys[str(row[-2]), str(row[-1])])
    return values
