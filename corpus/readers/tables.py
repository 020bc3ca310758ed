"""CSV and TSV: the first row names the columns, every other row is an article."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import Any

from corpus.encodings import decode
from corpus.readers.fields import KNOWN, Fields
from corpus.readers.limits import LimitError, size
from corpus.readers.places import Group, Item, Place, one, told
from corpus.readers.streams import buffered, head_of
from corpus.readers.wide import narrowed
from schemas.errors import ArticleError

_DELIMITERS = ",;\t|"
# What Excel reads first of all: the sign between cells.
_SEPARATOR = re.compile('"?sep=([,;\t|])"?', re.IGNORECASE)
_QUOTED = re.compile('"[^"]*(?:"|$)')
_MARK = "\xef\xbb\xbf"
# Bytes as characters of their own: quotes and commas are ASCII in all encodings we read, and so a
# row in a bad encoding is told alone.
_BYTES = "latin-1"
_NOT_DOUBLED = "expected after"  # csv's words for a quote with more than a cell's end behind it
_MOST_LINES = 10_000  # of one row; more is a quote that never ends


def read_table(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each row below the header."""
    stream, wide = narrowed(stream)
    if _ends_in_returns(head_of(stream)):
        stream = buffered(_Returns(stream))
    rows = _Rows(stream, place.limits.document)
    try:
        names = [name.strip() for name in _texts(rows.header(), wide)[0]]
    except (ArticleError, csv.Error, LimitError) as error:
        yield told(place.reject(f"the row of names: {_why(error)}", 1))
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
    lines = re.split("\r\n?|\n", head.decode("utf-8", "replace").strip("\ufeff"), maxsplit=2)
    line = lines[1] if len(lines) > 1 and _SEPARATOR.fullmatch(lines[0]) else lines[0]
    cells = [cell.strip(' "').lower() for cell in re.split(r"[,;\t|]", line)]
    known = [key for key, names in KNOWN.items() if set(names) & set(cells)]
    return len(cells) > 1 and "text" in known and len(known) > 1


def _read(place: Place, number: int, names: list[str], row: list[str], wide: str | None) -> Item:
    try:
        texts, encoding = _texts(row, wide)
    except ArticleError as error:
        return place.reject(str(error), number)
    values = {name: text for name, text in zip(names, texts, strict=True) if text}
    picked = place.fields.pick(values)
    return place.article(picked, number, ("row", number - 1, number), encoding)


def _texts(row: list[str], wide: str | None) -> tuple[list[str], str]:
    """The cells of a row and the encoding they are in: one of all, as a short cell tells little."""
    cells = [cell.encode(_BYTES) for cell in row]
    if wide:
        return [cell.decode() for cell in cells], wide
    found = decode(b"\n".join(cells))
    return [decode(cell, found.encoding).text for cell in cells], found.encoding


def _why(error: Exception) -> str:
    """What csv says of a row, in words of who reads tables."""
    message = str(error)
    if message == "unexpected end of data":
        return "a quote is never closed"
    return "a quote within quotes is not doubled" if _NOT_DOUBLED in message else message


def _ends_in_returns(head: bytes) -> bool:
    """Whether lines end as on the first Macintosh; cells may hold other line ends."""
    found = re.search(rb"\r\n?|\n", head)
    return found is not None and found.group() == b"\r" and found.end() < len(head)


class _Returns(io.RawIOBase):
    """A stream with line ends in place of carriage returns, byte for byte."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read1(len(buffer)).replace(b"\r", b"\n")
        buffer[: len(data)] = data
        return len(data)


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
        line = self._first_line().removeprefix(_MARK)
        if separator := _SEPARATOR.fullmatch(line.strip("\r\n")):
            self._delimiter, line = separator[1], self._first_line()
        else:
            unquoted = _QUOTED.sub("", line)
            self._delimiter = max(_DELIMITERS, key=unquoted.count)
        self._waiting.appendleft(line)
        row = next(self._reader(), [])
        self._width = len(row)
        return row

    def _first_line(self) -> str:
        return next((line for line in iter(self._line, "") if line.strip()), "")

    def _reader(self) -> Iterator[list[str]]:
        # Not strict, it would leave out quotes that stand within quotes.
        return csv.reader(self._lines(), delimiter=self._delimiter, strict=True)

    def __iter__(self) -> Iterator[list[str] | str]:
        while True:
            self._taken, self._size = [], 0
            try:
                row = next(self._reader(), None)
            except (csv.Error, LimitError) as error:
                if _NOT_DOUBLED in str(error) and (unquoted := self._unquoted()):
                    yield unquoted
                    continue
                self._again()
                yield f"broken row: {_why(error)}"
                continue
            if row is None:
                return
            if not any(row[self._width :]):
                del row[self._width :]
            if not any(row):
                continue
            if len(row) != self._width:
                yield f"broken row: {len(row)} cells under {self._width} columns"
            else:
                yield row

    def _unquoted(self) -> list[str] | None:
        """The one line of a row as it stands: where tabs part cells, quotes are often but signs."""
        if self._delimiter != "\t" or len(self._taken) != 1:
            return None
        row = self._taken[0].rstrip("\r\n").split("\t")
        return row if len(row) == self._width else None

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
