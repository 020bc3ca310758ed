"""Unpack gzip, bzip2, xz and Zstandard as a stream: bounded, and torn or bad data is told."""

import bz2
import io
import lzma
import re
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

from corpus.readers.limits import LimitError, Limits, PackingError
from corpus.readers.streams import buffered

_PIECE = 1 << 14
_CRUMB = 1 << 5  # bytes fed at a time where the bad place is near
_GIVEN = 1 << 16  # bytes that a call may give
# Zstandard has no bound on what a call gives: 2 KiB of it hold at most 64 MiB.
_ZSTD_PIECE = 1 << 11
_ZSTD_WINDOW = 1 << 27
_XZ_MEMORY = 256 << 20


class _Gzip:
    """zlib's decompressor, which hands back what it did not take."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)
        self._before = self._inner
        self._full = False
        self.given = b""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        self.given = self._inner.unconsumed_tail + data
        self._before = self._inner.copy()
        found = self._inner.decompress(self.given, max_length)
        self._full = len(found) == max_length
        return found

    def salvage(self) -> bytes:
        """What the call that failed had unpacked before the bad place."""
        found = b""
        try:
            for at in range(0, len(self.given), _CRUMB):
                found += self._before.decompress(self.given[at : at + _CRUMB])
        except zlib.error:
            return found
        return found

    @property
    def needs_input(self) -> bool:
        # With a full answer zlib may hold back more, though it took all it was given.
        return not (self._inner.unconsumed_tail or self._full)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data


class _Zstd:
    """A frame of Zstandard."""

    needs_input = True

    def __init__(self) -> None:
        import zstandard

        self._inner = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    def decompress(self, data: bytes, max_length: int) -> bytes:  # noqa: ARG002 - has no bound
        return self._inner.decompress(data) if data else b""

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data


def _xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)


_KINDS: dict[str, tuple[tuple[bytes, ...], Callable[[], Any], int]] = {
    ".gz": ((b"\x1f\x8b\x08",), _Gzip, _PIECE),
    ".bz2": ((b"BZh",), bz2.BZ2Decompressor, _PIECE),
    ".xz": ((b"\xfd7zXZ\0",), _xz, _PIECE),
    ".zst": (
        (b"\x28\xb5\x2f\xfd", *(bytes([0x50 + i]) + b"\x2a\x4d\x18" for i in range(16))),
        _Zstd,
        _ZSTD_PIECE,
    ),
}
SUFFIXES = (*_KINDS, ".zstd")
_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def packing_of(head: bytes, name: str) -> str | None:
    r"""How bytes are packed, by their first ones; of ``BZh`` alone a text could begin.

    >>> packing_of(b"\x1f\x8b\x08", "news"), packing_of(b"BZhang", "news.txt")
    ('.gz', None)
    """
    for kind, (marks, _, _) in _KINDS.items():
        if head.startswith(marks):
            sure = kind != ".bz2" or head[4:10] in _BZ2_BLOCKS or name.lower().endswith(kind)
            return kind if sure else None
    return None


# The header of a gzip member: the method is deflate, three of the flags are never set.
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]", re.DOTALL)
_BZ2_BLOCKS = (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")


def unpacked_name(name: str) -> str:
    """The name without the suffix of its packing.

    >>> unpacked_name("a.jsonl.gz"), unpacked_name("b.tgz"), unpacked_name("c.txt")
    ('a.jsonl', 'b.tar', 'c.txt')
    """
    lower = name.lower()
    for suffix in SUFFIXES:
        if lower.endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    for suffix, plain in _SHORT.items():
        if lower.endswith(suffix):
            return name[: -len(suffix)] + plain
    return name


def promised_packing(name: str) -> bool:
    """Whether a name says that its file is packed."""
    return unpacked_name(name) != name


def unpack(stream: BinaryIO, kind: str, limits: Limits) -> io.BufferedReader:
    """The unpacked bytes. Reading raises PackingError or LimitError where they end badly."""
    _, make, piece = _KINDS[kind]
    return buffered(_Unpacked(stream, make, piece, kind, limits))


class _Unpacked(io.RawIOBase):
    """All frames of a packed stream, one after the other."""

    def __init__(
        self, stream: BinaryIO, make: Callable[[], Any], piece: int, kind: str, limits: Limits
    ) -> None:
        self._stream, self._make, self._piece, self._kind = stream, make, piece, kind
        self._limits = limits
        self._decoder: Any = None
        self._rest, self._ready = b"", memoryview(b"")
        self._taken = self._given = self._frames = 0
        self._failure: Exception | None = None
        self._damage: PackingError | None = None
        self._broken: PackingError | None = None  # told after what came before it

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, so that a format can be known by its first bytes."""
        if self._failure:
            raise self._failure
        count = 0
        try:
            while count < len(buffer) and self._fill():
                taken = self._ready[: len(buffer) - count]
                buffer[count : count + len(taken)] = taken
                self._ready = self._ready[len(taken) :]
                count += len(taken)
        # What came before the bad place is good: it goes out first.
        except (PackingError, LimitError, OSError) as error:
            if not count:
                raise
            self._failure = error
        return count

    def _fill(self) -> bool:
        while not self._ready:
            data = self._next()
            if data is None:
                return False
            self._count(len(data))
            self._ready = memoryview(data)
        return True

    def _next(self) -> bytes | None:
        """Some more bytes, perhaps none; None at the end of the last frame."""
        if self._broken:
            raise self._broken
        if self._decoder is None:
            return self._start()
        if self._decoder.eof:
            self._rest, self._decoder = self._decoder.unused_data, None
            self._frames += 1
            return b""
        if not self._decoder.needs_input:
            return self._feed(b"")
        data = self._take()
        if not data:
            if self._damage:
                raise self._damage
            raise PackingError(f"the {self._kind} data ends in the middle; it was cut off")
        return self._feed(data)

    def _start(self) -> bytes | None:
        """The first bytes of the next frame; None if there is none."""
        data, self._rest = self._rest or self._take(), b""
        if not data:
            if self._damage:
                raise self._damage
            return None
        if self._frames:
            # Tapes and downloads are padded with zeros, which are no frame.
            data = data.lstrip(b"\0")
        if not data:
            return b""
        self._decoder = self._make()
        return self._feed(data)

    def _find_member(self, data: bytes) -> bool:
        """Look for the next member of a gzip, as crawls have one a record."""
        while True:
            if found := _MEMBER.search(data):
                self._rest, self._decoder = data[found.start() :], None
                return True
            tail = data[-4:]
            if not (more := self._take()):
                return False
            data = tail + more

    def _take(self) -> bytes:
        data = self._stream.read(self._piece)
        self._taken += len(data)
        return data

    def _feed(self, data: bytes) -> bytes:
        try:
            found: bytes = self._decoder.decompress(data, _GIVEN)
        except Exception as error:
            if isinstance(error, MemoryError):
                raise
            after = " after a whole part" if self._frames else ""
            damage = PackingError(f"bad {self._kind} data{after}: {error}")
            if self._kind != ".gz":
                raise self._damage or damage from error
            salvaged: bytes = self._decoder.salvage()
            # Not at the very start of the data, or the same member would be found again.
            if self._find_member(self._decoder.given[1:]):
                self._damage = self._damage or damage
                return salvaged + b"\n"
            self._broken = self._damage or damage
            return salvaged
        return found

    def _count(self, count: int) -> None:
        self._given += count
        limits = self._limits
        if self._given > limits.ratio_from and self._given > limits.ratio * self._taken:
            raise LimitError(
                f"unpacks to over {limits.ratio} times its size, as an archive bomb does"
            )
