"""The records database as the desk opens it: only to read, with the second file beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from datasette.database import Database

from corpus.exports.sqlite_schema import APPLICATION, TABLE_COLUMNS
from corpus.readers.databases import connect
from corpus.reviews import attach_reviews, review_path
from extractor.desk.state import REVIEW

# Views have as many rows as the table whose rows they tell of.
_VIEWS = {"figure_list": "figures", "cluster_timeline": "programs", "articles_text": "articles"}
_TAKEN = ("desk", "-", "_memory", "_internal", "")  # names with pages of their own


def data_name(path: Path) -> str:
    """What the database is called among the pages of data."""
    return "records" if path.stem.lower() in _TAKEN else path.stem


def inspection(path: Path) -> dict[str, Any]:
    """What Datasette would count row by row and digest byte by byte; keys are 1, 2, 3 and so on."""
    with closing(connect(path)) as connection:
        counts = {
            name: connection.execute(f"SELECT MAX(key) FROM {name}").fetchone()[0] or 0
            for name in (*TABLE_COLUMNS, "article_texts")
        }
        for name in ("facets", "vocabularies"):
            counts[name] = connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]
    counts |= {view: counts[table] for view, table in _VIEWS.items()}
    told = {name: {"count": count} for name, count in counts.items()}
    return {"hash": f"{APPLICATION:06x}", "size": path.stat().st_size, "tables": told}


class RecordsDatabase(Database):  # type: ignore[misc] # datasette has no types
    """The database among Datasette's; every connection reads, none writes."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection for one thread."""
        if write:
            raise sqlite3.OperationalError("the database is only read")
        connection = self.open()
        self._all_file_connections.append(connection)
        return connection

    def open(self) -> sqlite3.Connection:
        """A connection that the caller closes."""
        connection = connect(Path(self.path))
        connection.execute("PRAGMA temp_store = MEMORY")
        review = review_path(Path(self.path))
        if review.exists():
            attach_reviews(connection, review, REVIEW)
        return connection

    async def table_counts(self, limit: int = 10) -> dict[str, int]:
        """How many rows the tables have; those of views are known, but views are no tables."""
        counts: dict[str, int] = await super().table_counts(limit)
        return {name: count for name, count in counts.items() if name not in _VIEWS}
