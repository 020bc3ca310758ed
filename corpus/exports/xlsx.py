"""Records as an Excel workbook for people: right to left, Persian headings, a guide sheet."""

import errno
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from corpus.exports.columns import Column, Table, Value
from corpus.exports.extras import need
from corpus.exports.rows import rows
from corpus.exports.spreadsheets import cell_text
from corpus.exports.tables import TABLES
from corpus.sinks.atomic import atomic_file
from schemas.record import ArticleRecord

GUIDE = "راهنما"
_ROWS = 1_048_576  # of a sheet, in Excel
_CREATED = datetime(2020, 1, 1, tzinfo=UTC)  # fixed, so that the same records give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDTHS = {"text": 60, "context": 60, "message_fa": 50, "calculation": 40, "span_text": 25}
# What a reader of the workbook must know; the headings of the guide's columns come after it.
_ABOUT = (
    ("این کارنامه", "آنچه خوشه‌چین در خبرها یافته است؛ هر برگه یک جدول است."),
    ("پیوند برگه‌ها", "ستون‌های «شناسه» مدخل‌های یک خبر را به هم پیوند می‌دهند."),
    ("جای عبارت", "«آغاز» و «پایان» شمار نویسه‌های یونیکد متن است، از صفر و بدون نویسه پایان."),
    ("متن‌های بلند", "اکسل از هر خانه ۳۲٬۷۶۷ نویسه نگه می‌دارد؛ «طول» اندازه واقعی متن است."),
    ("عددها", "«مقدار» عدد اکسل است (پانزده رقم)؛ «مقدار دقیق» همه رقم‌ها را دارد."),
    ("خانه خالی", "یعنی گفته نشده یا یافته نشده است."),
)
_HEADINGS = ("برگه", "ستون", "نام در داده", "شرح انگلیسی")
_CODES = ("ستون", "برچسب", "کد در داده", "انگلیسی")


def write_xlsx(records: Iterable[ArticleRecord], output: Path) -> None:
    """Write the workbook in constant memory; a sheet that is full goes on in another."""
    library = need("xlsxwriter", "export")
    with atomic_file(output) as path:
        book = library.Workbook(str(path), _OPTIONS | {"tmpdir": str(path.parent)})
        try:
            book.set_properties({"title": "Khooshechin", "created": _CREATED})
            _Writer(book).write(records)
        finally:
            _close(book, library.exceptions.FileCreateError)


def _close(book: Any, failed: type[Exception]) -> None:
    try:
        book.close()
    except failed as error:
        raise OSError(errno.EIO, str(error), book.filename) from error


class _Writer:
    """The sheets of the workbook, and how far each is filled."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._guide()
        self._sheets: dict[str, Any] = {}
        self._filled: dict[str, int] = {}
        self._parts = dict.fromkeys((table.name for table in TABLES), 1)
        for table in TABLES:
            self._open(table)

    def write(self, records: Iterable[ArticleRecord]) -> None:
        tables = {table.name: table for table in TABLES}
        for record in records:
            for name, row in rows(record):
                self._row(tables[name], row)

    def _row(self, table: Table, row: tuple[Value, ...]) -> None:
        if self._filled[table.name] == _ROWS:
            self._parts[table.name] += 1
            self._open(table)
        at, sheet = self._filled[table.name], self._sheets[table.name]
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            self._cell(sheet, at, i, column, value)
        self._filled[table.name] = at + 1

    def _cell(self, sheet: Any, row: int, at: int, column: Column, value: Value) -> None:
        if value is None:
            return
        if isinstance(value, int | float):
            sheet.write_number(row, at, value)
        elif column.type == "date" and value >= "1900-01-01":
            sheet.write_datetime(row, at, date.fromisoformat(value), self._day)
        else:
            sheet.write_string(row, at, cell_text(_label(column, value)))

    def _open(self, table: Table) -> None:
        part = self._parts[table.name]
        sheet = self._book.add_worksheet(table.fa if part == 1 else f"{table.fa} {part}")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for i, column in enumerate(table.columns):
            sheet.set_column(i, i, _WIDTHS.get(column.name, 14))
        for i, column in enumerate(table.columns):
            sheet.write_string(0, i, column.fa, self._bold)
        self._sheets[table.name], self._filled[table.name] = sheet, 1

    def _guide(self) -> None:
        sheet = self._book.add_worksheet(GUIDE)
        sheet.right_to_left()
        sheet.set_column(0, 3, 28)
        for i, line in enumerate(guide_lines()):
            for j, cell in enumerate(line):
                sheet.write_string(i, j, cell, *([self._bold] if j == 0 else []))


def guide_lines() -> Iterator[tuple[str, ...]]:
    """What the guide sheet says: the workbook, its columns, its codes."""
    yield from _ABOUT
    yield ()
    yield _HEADINGS
    for table in TABLES:
        for column in table.columns:
            yield table.fa, column.fa, column.name, column.description
    yield ()
    yield _CODES
    for fa, vocabulary in _vocabularies().items():
        for member in vocabulary:
            yield fa, member.fa, member.value, member.en


def _vocabularies() -> dict[str, Any]:
    columns = [column for table in TABLES for column in table.columns if column.vocabulary]
    seen = {column.vocabulary: column.fa for column in reversed(columns)}
    return {fa: vocabulary for vocabulary, fa in reversed(seen.items())}


def _label(column: Column, value: str) -> str:
    """A slug as people read it; an ISO currency code, which has no label, as it stands."""
    if column.vocabulary is None:
        return value
    try:
        return column.vocabulary(value).fa
    except ValueError:
        return value
