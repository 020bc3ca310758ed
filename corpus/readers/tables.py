"""CSV and TSV: the first row names the columns, every other row is an article."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from functools import partial

from corpus.encodings import decode
from corpus.readers.fields import KNOWN, Fields
from corpus.readers.limits import LimitError, size
from corpus.readers.places import Group, Item, Place, one, told
from corpus.readers.wide import narrowed
from schemas.errors import ArticleError

_DELIMITERS = ",;\t|"
_MARK = "\xef\xbb\xbf"
# Bytes as characters of their own: quotes and commas are ASCII in all encodings we read, and so a
# row in a bad encoding is told alone.
_BYTES = "latin-1"
_MOST_LINES = 10_000  # of one row; more is a quote that never ends


def read_table(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each row below the header."""
    stream, wide = narrowed(stream)
    rows = _Rows(stream, place.limits.document)
    try:
        names = [_text(cell, wide)[0].strip() for cell in rows.header()]
    except (ArticleError, csv.Error) as error:
        yield told(place.reject(f"the row of names: {error}", 1))
        return
    if problem := no_text(names, place.fields):
        yield told(place.reject(problem, 1))
        return
    number = 0
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            yield told(place.reject(row, number))
        else:
            yield one(partial(_read, place, number, names, row, wide))
    if not number:
        yield told(place.reject("the table holds no row"))


def no_text(names: list[str], fields: Fields) -> str | None:
    """What to do where no column holds the text; None if one does."""
    lower = {name.lower() for name in names}
    if any(name.lower().partition(".")[0] in lower for name in fields.names("text")):
        return None
    shown = ", ".join(names[:20]) or "none"
    return f"no column holds the text; say which with --text-field (columns: {shown})"


def looks_like_table(head: bytes) -> bool:
    """Whether the first line names columns that articles have, the text among them."""
    line = head.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\ufeff\r ")
    cells = [cell.strip(' "').lower() for cell in re.split(r"[,;\t|]", line)]
    known = [key for key, names in KNOWN.items() if set(names) & set(cells)]
    return len(cells) > 1 and "text" in known and len(known) > 1


def _read(place: Place, number: int, names: list[str], row: list[str], wide: str | None) -> Item:
    values: dict[str, object] = {}
    encoding = "utf-8"
    try:
        for name, cell in zip(names, row, strict=True):
            if cell:
                text, found = _text(cell, wide)
                values[name] = text
                encoding = found if not cell.isascii() else encoding
    except ArticleError as error:
        return place.reject(str(error), number)
    picked = place.fields.pick(values)
    return place.article(picked, number, ("row", number - 1, number), wide or encoding)


def _text(cell: str, wide: str | None) -> tuple[str, str]:
    data = cell.encode(_BYTES)
    if wide:
        return data.decode(), wide
    found = decode(data)
    return found.text, found.encoding


class _Rows:
    """The rows of a table, or why one can't be read.

    A quote that never ends would swallow all rows after it: then the line it stands in is told,
    and reading begins again with the next.
    """

    def __init__(self, stream: io.BufferedReader, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._waiting: deque[str] = deque()  # lines to be read again
        self._taken: list[str] = []  # lines of the row that is being read
        self._size = 0
        csv.field_size_limit(max(csv.field_size_limit(), limit + 1))
        self._delimiter = ","
        self._width = 0

    def header(self) -> list[str]:
        """The names of the columns, from the first line that is not blank."""
        line = next((line for line in iter(self._line, "") if line.strip()), "")
        line = line.removeprefix(_MARK)
        self._delimiter = max(_DELIMITERS, key=line.count)
        row = next(csv.reader([line], delimiter=self._delimiter), [])
        self._width = len(row)
        return row

    def __iter__(self) -> Iterator[list[str] | str]:
        while True:
            self._taken, self._size = [], 0
            try:
                row = next(csv.reader(self._lines(), delimiter=self._delimiter), None)
            except (csv.Error, LimitError) as error:
                self._again()
                yield f"broken row: {error}"
                continue
            if row is None:
                return
            if not row or not any(row):
                continue
            if len(row) != self._width:
                self._again()
                yield f"broken row: {len(row)} cells under {self._width} columns"
            elif self._open_at_end(row):
                self._again()
                yield "broken row: a quote is never closed"
            else:
                yield row

    def _open_at_end(self, row: list[str]) -> bool:
        """Whether the table ended within quotes: such a row has an odd number of them."""
        return not self._stream.peek(1) and "".join(self._taken).count('"') % 2 == 1 and bool(row)

    def _again(self) -> None:
        self._waiting.extendleft(reversed(self._taken[1:]))

    def _lines(self) -> Iterator[str]:
        while line := self._line():
            self._taken.append(line)
            self._size += len(line)
            if self._size > self._limit:
                raise LimitError(f"larger than {size(self._limit)}")
            if len(self._taken) > _MOST_LINES:
                raise LimitError(f"a quote is not closed within {_MOST_LINES} lines")
            yield line

    def _line(self) -> str:
        if self._waiting:
            return self._waiting.popleft()
        return self._stream.readline(self._limit + 1).decode(_BYTES)
