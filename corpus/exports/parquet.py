"""Records as a folder of Parquet files, one a table, written by DuckDB."""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.exports.columns import Table
from corpus.exports.extras import need
from corpus.exports.rows import rows
from corpus.exports.tables import TABLES
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {"integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "boolean": "BOOLEAN"}
_ROW_GROUP = 20_000
_MEMORY = "1GB"
_LINE = 16 << 20  # bytes of the longest row, if none is longer; DuckDB sets buffers of it aside


def write_parquet(records: Iterable[ArticleRecord], output: Path) -> None:
    """A file a table, zstd-compressed, dates as dates."""
    with atomic_folder(output) as folder:
        write_parquet_tables(records, folder)


def write_parquet_tables(records: Iterable[ArticleRecord], folder: Path) -> None:
    """Write ``TABLE.parquet`` for every table, those without rows included."""
    duckdb = need("duckdb", "export")
    longest = _LINE
    with _lines(folder) as files:
        for record in records:
            for name, row in rows(record):
                line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                files[name].write(line)
                longest = max(longest, len(line))
    settings = {"threads": "1", "memory_limit": _MEMORY, "temp_directory": str(folder)}
    with duckdb.connect(config=settings) as connection:
        for table in TABLES:
            source = _lines_path(folder, table)
            try:
                _convert(connection, table, source, longest)
            except duckdb.Error as error:
                raise OSError(None, str(error), f"{table.name}.parquet") from error
            source.unlink()


def _lines_path(folder: Path, table: Table) -> Path:
    return folder / f"{table.name}.rows"


@contextmanager
def _lines(folder: Path) -> Iterator[dict[str, BinaryIO]]:
    with ExitStack() as stack:
        yield {
            table.name: stack.enter_context(_lines_path(folder, table).open("wb"))
            for table in TABLES
        }


def _convert(connection: "DuckDBPyConnection", table: Table, source: Path, longest: int) -> None:
    target = source.with_suffix(".parquet")
    cells = ", ".join(
        f"(row->>{i})::{_TYPES.get(column.type, 'VARCHAR')} AS {column.name}"
        for i, column in enumerate(table.columns)
    )
    connection.execute(
        f"COPY (SELECT {cells} FROM read_json(?, format = 'newline_delimited', records = false, "
        f"columns = {{row: 'JSON'}}, maximum_object_size = {longest})) "
        f"TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP})",
        [str(source)],
    )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
