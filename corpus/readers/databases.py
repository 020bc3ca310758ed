"""Open a database of records that an export wrote, only to read it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.exports.sqlite_schema import APPLICATION, VERSION
from corpus.readers.archive import InputError

_MAGIC = b"SQLite format 3\0"


def check_records(path: Path) -> None:
    """Raise InputError, saying what to do, for a path that is no database of records."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give the database in it")
    if not path.exists():
        raise InputError(
            f"{path}: does not exist; make one with: "
            "khooshechin export records.jsonl -o news.sqlite --to sqlite"
        )
    try:
        if not is_database(path):
            raise InputError(f"{path}: is no SQLite database")
        open_database(path).close()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, ours or not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def connect(path: Path) -> sqlite3.Connection:
    """A connection that only reads, for any thread; whose database it is is not looked at."""
    # as_uri quotes what a path may have and an address may not: ? # %
    uri = f"{path.absolute().as_uri()}?immutable=1"
    # No transaction is begun for temporary tables: it would keep a second file that is attached
    # locked for whoever writes into that.
    return sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)


def open_database(path: Path) -> sqlite3.Connection:
    """The database, only to read. Raises InputError if it is none of ours."""
    connection = connect(path)
    try:
        mark, version = (_pragma(connection, name) for name in ("application_id", "user_version"))
    except sqlite3.Error as error:
        connection.close()
        raise InputError(f"{path}: {error}") from error
    problem = None
    if mark != APPLICATION:
        problem = "was not written by khooshechin export --to sqlite"
    elif version != VERSION:
        problem = f"has version {version} of its tables, not {VERSION}; export it anew"
    if problem:
        connection.close()
        raise InputError(f"{path}: {problem}")
    return connection


def _pragma(connection: sqlite3.Connection, name: str) -> object:
    with closing(connection.execute(f"PRAGMA {name}")) as found:
        return found.fetchone()[0]
