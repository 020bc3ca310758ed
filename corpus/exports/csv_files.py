"""Records as a folder of CSV files, raw for programs or safe for Excel."""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from corpus.exports.columns import Value
from corpus.exports.rows import rows
from corpus.exports.spreadsheets import cell_text, guard
from corpus.exports.tables import TABLES
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord

RAW, EXCEL = "utf-8", "utf-8-sig"


def write_csv(records: Iterable[ArticleRecord], output: Path) -> None:
    """A file a table: UTF-8, comma, CRLF as RFC 4180 has it; null is empty, nothing is changed."""
    with atomic_folder(output) as folder:
        write_csv_tables(records, folder)


def write_excel_csv(records: Iterable[ArticleRecord], output: Path) -> None:
    """The same for Excel: a byte order mark, no cell that Excel would take for a formula."""
    with atomic_folder(output) as folder:
        write_csv_tables(records, folder, EXCEL, _for_excel)


def write_csv_tables(
    records: Iterable[ArticleRecord],
    folder: Path,
    encoding: str = RAW,
    cell: Callable[[Value], Value] = lambda value: value,
) -> None:
    """Write ``TABLE.csv`` for every table, those without rows included."""
    with _writers(folder, encoding) as write:
        for record in records:
            for name, row in rows(record):
                write[name]([cell(value) for value in row])


@contextmanager
def _writers(folder: Path, encoding: str) -> Iterator[dict[str, Callable[[list[Value]], object]]]:
    with ExitStack() as stack:
        writers: dict[str, Callable[[list[Value]], object]] = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = stack.enter_context(path.open("w", encoding=encoding, newline=""))
            writer = csv.writer(file)  # its line end is CRLF, so that a lone CR is quoted too
            writer.writerow(table.names)
            writers[table.name] = writer.writerow
        yield writers


def _for_excel(value: Value) -> Value:
    return guard(cell_text(value)) if isinstance(value, str) else value
