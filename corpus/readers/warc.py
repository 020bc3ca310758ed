"""WARC: the pages that a crawler stored; each response with a page of HTML is an article.

Records are cut by the lengths they state, or at the next one's first line where a length is wrong,
and each is parsed alone: a damaged record leaves its neighbours whole.
"""

import io
import logging
import re
import zlib
from collections.abc import Iterator
from functools import partial

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corpus.encodings import decode
from corpus.readers.html import MAX_PAGE, page_item
from corpus.readers.limits import size
from corpus.readers.places import Chunk, Group, Item, Place, Stretch, one, told
from schemas.errors import ArticleError

# What warcio says of a record is in its reject; on standard error nobody knows which it was.
logging.getLogger("warcio").addHandler(logging.NullHandler())
_FIRST = b"WARC/"
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^warc-type:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_CONTENT = re.compile(rb"^content-type:[ \t]*([^\r\n;]+)", re.IGNORECASE | re.MULTILINE)
_OK = re.compile(rb"HTTP/\d(?:\.\d)? 200\b")
_TRUNCATED = re.compile(rb"^warc-truncated:[ \t]*([\w-]*)", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^warc-target-uri:[ \t]*\S", re.IGNORECASE | re.MULTILINE)
# warcio unpacks gzip and deflate; of the others a little can unpack to very much.
_UNREAD = re.compile(r"\b(?:br|zstd|compress|dcb|dcz|x-gzip|gzip,|deflate,)")
_GZIP = b"\x1f\x8b"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_FAILURES = (
    ArchiveLoadFailed,
    StopIteration,
    EOFError,
    LookupError,
    ValueError,
    AttributeError,
    OSError,
    zlib.error,
)
_MOST_HEADER = 1 << 16
_PIECE = 1 << 16
_PAGES = (b"text/html", b"application/xhtml+xml")


def read_warc(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each record that holds a page: other records are no articles."""
    number = 0
    for number, record in enumerate(_records(stream, place.limits.document), 1):
        if record.reason is not None:
            yield told(place.reject(record.reason, number))
        elif (kind := _kind(record.data)) is not None:
            yield one(partial(_read, place, number, record, kind))
    if not number:
        yield told(place.reject("the file holds no WARC record"))


def _kind(data: bytes) -> str | None:
    """``page`` or ``text`` where the record holds one; judged by headers alone."""
    end = data.find(b"\r\n\r\n")
    header, body = data[:end], data[end + 4 : end + 4 + _MOST_HEADER]
    kind = _TYPE.search(header)
    stated = _CONTENT.search(header)
    content = stated[1].strip().lower() if stated else b""
    if kind is None:
        return None
    if kind[1] == b"response" and content == b"application/http":
        inner = body.partition(b"\r\n\r\n")[0]
        found = _CONTENT.search(inner)
        page = found is not None and found[1].strip().lower() in _PAGES
        return "page" if page and _OK.match(inner) else None
    if kind[1] in (b"resource", b"conversion"):
        return "page" if content in _PAGES else "text" if content == b"text/plain" else None
    return None


def _read(place: Place, number: int, record: Chunk, kind: str) -> Item:
    stretch: Stretch = ("byte", record.start, record.start + len(record.data))
    try:
        _check(record.data)
        found = next(ArchiveIterator(io.BytesIO(record.data)))
        data = _body(found, min(place.limits.document, MAX_PAGE))
    except ArticleError as error:
        return place.reject(str(error), number)
    # warcio raises what the parsers of its parts raise.
    except _FAILURES as error:
        why = str(error) or type(error).__name__
        return place.reject(f"damaged record: {why}", number)
    headers = found.rec_headers
    key = (headers.get_header("WARC-Record-ID") or "").strip("<> ") or f"{place.id}:{number}"
    given: dict[str, object] = {"id": key, "url": headers.get_header("WARC-Target-URI")}
    if kind == "text":
        return _text_item(place, number, data, stretch, given)
    http = found.http_headers
    stated = http.get_header("Content-Type") if http else found.content_type
    charset = _CHARSET.search(stated or "")
    return page_item(place, data, charset[1] if charset else None, stretch, given, number)


def _text_item(
    place: Place, number: int, data: bytes, stretch: Stretch, given: dict[str, object]
) -> Item:
    try:
        found = decode(data)
    except ArticleError as error:
        return place.reject(str(error), number, str(given["id"]))
    return place.article(given | {"text": found.text}, number, stretch, found.encoding)


def _check(data: bytes) -> None:
    """Raise ArticleError for a record whose header says that it is no whole one."""
    header = data[: data.find(b"\r\n\r\n")]
    if cut := _TRUNCATED.search(header):
        why = cut[1].decode("ascii", "replace")
        raise ArticleError(f"the crawler cut this record off (WARC-Truncated: {why})")
    # Without one warcio fails over a response.
    kind = _TYPE.search(header)
    if kind and kind[1] == b"response" and not _ADDRESS.search(header):
        raise ArticleError("damaged record: it states no WARC-Target-URI")


def _body(record: ArcWarcRecord, limit: int) -> bytes:
    """What a record holds, unpacked. Raises ArticleError for what can't be, or is cut off."""
    stated = record.http_headers and record.http_headers.get_header("Content-Encoding")
    packing = (stated or "").strip().lower()
    content = record.content_stream()
    data = _all(content, limit)
    # What isn't packed although it is said to be has no decompressor any more.
    unpacker = getattr(content, "decompressor", None)
    damaged = unpacker is None and data.startswith(_GZIP) and hasattr(content, "decompressor")
    if damaged or (unpacker is not None and not unpacker.eof):
        raise ArticleError(f"damaged record: what is packed as {packing} is cut off or damaged")
    if _UNREAD.search(packing) and not _is_text(data):
        raise ArticleError(f"its body is packed as {packing}, which is not read; store it unpacked")
    return data


def _is_text(data: bytes) -> bool:
    """Whether bytes are text all the same: many crawlers unpack bodies and keep the header."""
    try:
        return _CONTROL.search(data.decode()) is None
    except UnicodeDecodeError:
        return False


def _all(stream: io.BufferedIOBase, limit: int) -> bytes:
    parts: list[bytes] = []
    total = 0
    while data := stream.read(_PIECE):
        parts.append(data)
        total += len(data)
        if total > limit:
            raise ArticleError(f"larger than {size(limit)}")
    return b"".join(parts)


def _records(stream: io.BufferedReader, limit: int) -> Iterator[Chunk]:
    cutter = _Cutter(stream, limit)
    while (record := cutter.next()) is not None:
        yield record


class _Cutter:
    """Takes one record after the other from a stream."""

    def __init__(self, stream: io.BufferedReader, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._back = b""  # bytes that were taken and are to be taken again
        self._position = 0

    def next(self) -> Chunk | None:
        """The next record; None at the end."""
        line = self._readline()
        while line in (b"\r\n", b"\n"):
            line = self._readline()
        start = self._position - len(line)
        if not line:
            return None
        if not line.startswith(_FIRST):
            self._seek_record()
            return Chunk(b"", start, "damaged WARC: no record begins here; the next was sought")
        header = self._header(line)
        length = _LENGTH.search(header) if header else None
        if header is None or length is None:
            self._seek_record()
            return Chunk(b"", start, "damaged record: its header has no end or states no length")
        return self._body(start, header, int(length[1]))

    def _readline(self) -> bytes:
        line = self._back[: self._back.find(b"\n", 0, _MOST_HEADER) + 1]
        if not line:
            line = self._back[:_MOST_HEADER]
            line += b"" if len(line) == _MOST_HEADER else self._stream.readline(_MOST_HEADER)
        self._back = self._back[len(line) :]
        self._position += len(line)
        return line

    def _read(self, length: int) -> bytes:
        data, self._back = self._back[:length], self._back[length:]
        data += self._stream.read(length - len(data))
        self._position += len(data)
        return data

    def _give_back(self, data: bytes) -> None:
        self._back = data + self._back
        self._position -= len(data)

    def _header(self, first: bytes) -> bytes | None:
        lines, total = [first], len(first)
        while (line := self._readline()) not in (b"\r\n", b"\n"):
            total += len(line)
            if not line or total > _MOST_HEADER:
                return None
            if line.startswith(_FIRST):
                self._give_back(line)
                return None
            lines.append(line)
        return b"".join(lines) + b"\r\n"

    def _body(self, start: int, header: bytes, length: int) -> Chunk:
        if length > self._limit:
            self._skip(length)
            return Chunk(b"", start, f"a record is larger than {size(self._limit)}")
        data = self._read(length)
        if len(data) < length:
            self._again(data)
            return Chunk(b"", start, "damaged record: the file ends in the middle of it")
        after = self._readline()
        if after not in (b"\r\n", b"\n", b""):
            self._again(data + after)
            return Chunk(b"", start, "damaged record: its length is not the one it states")
        return Chunk(header + data + b"\r\n\r\n", start)

    def _skip(self, length: int) -> None:
        while length > 0 and (data := self._read(min(length, _PIECE))):
            length -= len(data)

    def _again(self, data: bytes) -> None:
        """Look for the next record in what a wrong length made us take for this one's body."""
        self._give_back(data)
        self._seek_record()

    def _seek_record(self) -> None:
        while line := self._readline():
            if line.startswith(_FIRST):
                self._give_back(line)
                return
