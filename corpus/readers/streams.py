"""A source of bytes with its name: a file, or standard input, and how it is opened."""

import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from corpus.readers.fields import BY_NAME, Fields
from corpus.readers.limits import DEFAULT, LimitError, Limits, PackingError, size
from corpus.readers.places import Place
from corpus.readers.remote import RemotePath
from schemas.errors import ArticleError

MAX_BYTES = DEFAULT.document
# What reading may raise where the data, not the program, is at fault.
READ_ERRORS = (OSError, EOFError, zlib.error, PackingError, LimitError)
HEAD = 1 << 16  # bytes that decide on a format


@dataclass(frozen=True, slots=True)
class Source:
    """Where to read: ``path`` None is standard input; ids and origins call it ``id``, ``file``."""

    path: Path | RemotePath | None
    id: str
    file: str | None = None
    fields: Fields = BY_NAME
    limits: Limits = DEFAULT

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.path is None else str(self.path)

    def place(self) -> Place:
        """The names of its stream before anything is unpacked."""
        label = self.path.name if self.path else ""
        return Place(
            self.name, self.id, self.file or self.id, label, fields=self.fields, limits=self.limits
        )


@contextmanager
def opened(source: Source, stdin: BinaryIO) -> Iterator[io.BufferedReader]:
    """The bytes of a source as they are stored. Standard input is the caller's to close."""
    if source.path is None:
        yield stdin if isinstance(stdin, io.BufferedReader) else buffered(stdin)
        return
    with buffered(source.path.open("rb", buffering=0)) as file:
        yield file


def buffered(raw: BinaryIO | io.RawIOBase) -> io.BufferedReader:
    """A stream that can be peeked into, far enough to know a format by."""
    return io.BufferedReader(cast(io.RawIOBase, raw), HEAD)


def head_of(stream: io.BufferedReader) -> bytes:
    """Up to ``HEAD`` bytes that come next; they are read again afterwards."""
    head = stream.peek(HEAD)
    # A pipe gives what is there; a short head decides worse, but waiting could be for ever.
    return head[:HEAD]


def stamp(stream: BinaryIO) -> tuple[int, int] | None:
    """Size and time of change of an open file, to see whether it changed while it was read."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def read_all(stream: BinaryIO, limit: int = MAX_BYTES) -> bytes:
    """All bytes of one article; ArticleError above the limit (a gzip can hold anything)."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(f"larger than {size(limit)}; split it into articles")
    return data


def explain(error: BaseException) -> str:
    """Why a source could not be read to its end, as one sentence."""
    if isinstance(error, LimitError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be unpacked: {' '.join(str(error).split()) or type(error).__name__}"
