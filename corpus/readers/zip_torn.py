"""Find the members of a zip whose directory, at its end, is lost: by the header before each."""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.readers.members import Budget, Metered, hidden, member_groups, shown, unsafe
from corpus.readers.places import Group, Place, told

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_MAGIC = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_PIECE = 1 << 16


def read_torn(place: Place, file: BinaryIO, budget: Budget) -> Iterator[Group]:
    """The items of the members that are whole."""
    position = 0
    while (position := _next_header(file, position)) >= 0:
        file.seek(position)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        _, _, flags, method, _, _, crc, packed, plain, name_size, extra = _HEADER.unpack(header)
        name = file.read(name_size).decode("utf-8" if flags & 0x800 else "cp437", "replace")
        file.seek(extra, io.SEEK_CUR)
        start = file.tell()
        position = start
        if name.endswith("/") or hidden(name):
            continue
        budget.member()
        inner = place.inside(shown(name))
        if reason := unsafe(name) or ("encrypted; unpack it first" if flags & 1 else None):
            yield told(inner.reject(reason))
            continue
        data, end = _member(file, start, method, packed, place.limits.document)
        known = not flags & 8
        if data is None or (known and (len(data) != plain or zlib.crc32(data) != crc)):
            yield told(inner.reject("damaged member: it is not whole"))
            continue
        position = end
        yield from member_groups(inner, Metered(io.BytesIO(data), budget))


def _next_header(file: BinaryIO, position: int) -> int:
    file.seek(position)
    tail = b""
    while data := file.read(_PIECE):
        if (found := (tail + data).find(_MAGIC)) >= 0:
            return position - len(tail) + found
        position += len(data)
        tail = (tail + data)[-3:]
    return -1


def _member(
    file: BinaryIO, start: int, method: int, packed: int, limit: int
) -> tuple[bytes | None, int]:
    """A member's bytes and where it ends; None if it is cut off or too large."""
    file.seek(start)
    if method == _STORED:
        data = file.read(min(packed, limit + 1))
        return (data if len(data) == packed <= limit else None), start + packed
    if method != _DEFLATED:
        return None, start
    inflate = zlib.decompressobj(wbits=-15)
    parts: list[bytes] = []
    total, taken = 0, 0
    try:
        while not inflate.eof:
            piece = inflate.unconsumed_tail or file.read(_PIECE)
            if not inflate.unconsumed_tail:
                taken += len(piece)
            if not piece:
                return None, start
            parts.append(inflate.decompress(piece, _PIECE))
            total += len(parts[-1])
            if total > limit:
                return None, start
    except zlib.error:
        return None, start
    return b"".join(parts), start + taken - len(inflate.unused_data)
