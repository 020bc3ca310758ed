"""A source of bytes with its name: a file, a gzip of one, or standard input."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from schemas.errors import ArticleError

# One article or one line; far above any news, far below what harms a machine.
MAX_BYTES = 64 << 20
_GZIP = b"\x1f\x8b"
UNREADABLE = (OSError, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Source:
    """Where to read: ``path`` None is standard input; ``id`` names a plain article."""

    path: Path | None
    id: str

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.path is None else str(self.path)


@contextmanager
def opened(source: Source, stdin: BinaryIO) -> Iterator[io.BufferedReader]:
    """The bytes of a source, unpacked if they are gzip, whatever the name says."""
    # Standard input is the caller's to close.
    raw = stdin if source.path is None else source.path.open("rb")
    try:
        buffered = raw if isinstance(raw, io.BufferedReader) else _buffered(raw)
        if buffered.peek(2)[:2] == _GZIP:
            unpacked = gzip.GzipFile(fileobj=buffered)
            yield io.BufferedReader(cast(io.RawIOBase, unpacked))
        else:
            yield buffered
    finally:
        if source.path is not None:
            raw.close()


def _buffered(raw: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, raw))


def explain(error: Exception) -> str:
    """Why a source could not be read to its end, as one sentence."""
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be unpacked: {error}"


def read_all(stream: BinaryIO) -> bytes:
    """All bytes of one article; ArticleError above the limit (a gzip can hold anything)."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ArticleError(f"larger than {MAX_BYTES >> 20} MiB; split it into articles")
    return data
