"""UTF-16 and UTF-32 as UTF-8, so that readers of lines find the line ends."""

import codecs
import io
from typing import Any

from corpus.encodings import unmarked_utf16
from corpus.readers.limits import LimitError
from corpus.readers.streams import buffered, head_of

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 16


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, UTF-16 also by its shape."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return unmarked_utf16(head[: len(head) // 2 * 2])


def narrowed(stream: io.BufferedReader) -> tuple[io.BufferedReader, str | None]:
    """The stream as UTF-8 and the encoding it was in, if it was a wide one; else itself."""
    encoding = wide_encoding(head_of(stream))
    if encoding is None:
        return stream, None
    return buffered(_Narrowed(stream, encoding)), encoding


class _Narrowed(io.RawIOBase):
    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream, self._encoding = stream, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready and not self._ended:
            data = self._stream.read(_PIECE)
            self._ended = not data
            self._ready = self._decode(data)
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _decode(self, data: bytes) -> bytes:
        try:
            return self._decoder.decode(data, final=not data).encode()
        except UnicodeDecodeError as error:
            raise LimitError(f"not valid {self._encoding}: {error.reason}") from error
