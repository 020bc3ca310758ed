"""JSON: an array of articles, an object with such a list in it, or one article after the other.

The bytes are cut into objects without being parsed, so that a file of any size is streamed, a
broken object leaves its neighbours whole, and each has its byte range.
"""

import io
import json
import re
from collections.abc import Iterator
from functools import partial

from corpus.encodings import decode
from corpus.readers.jsonl import read_object
from corpus.readers.limits import size
from corpus.readers.places import Chunk, Group, Item, Place, one, told
from corpus.readers.streams import head_of
from corpus.readers.wide import narrowed
from schemas.errors import ArticleError

# Lists of articles go by these names where they stand in an object.
LISTS = frozenset(
    [
        "articles",
        "items",
        "data",
        "docs",
        "documents",
        "news",
        "posts",
        "results",
        "records",
        "rows",
        "hits",
        "entries",
    ]
)
# The last is a string that no quote ends yet.
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|"', re.DOTALL)
# Between the objects of a list: what is no object is a token too.
_OUTSIDE = re.compile(_TOKEN.pattern + rb'|[^\s,:"{}\[\]]{1,64}', re.DOTALL)
# With a quote too many, what stands between objects looks like a string; no comma follows it.
_FLIP = re.compile(rb'\}\s*,\s*(\{)\s*"$')
_AFTER = re.compile(rb"\s*+(\S)")
_KEY = re.compile(rb'"((?:[^"\\]|\\.){1,100})"\s*:\s*$', re.DOTALL)
_PIECE = 1 << 18
_BEHIND = 256  # bytes before a bracket in which its key stands
_MOST_OTHERS = 1000  # kept of what is no object until the first object comes


def read_json(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each article's object."""
    stream, wide = narrowed(stream)
    number = 0
    texts = frozenset(name.lower() for name in place.fields.names("text"))
    scanner = _Scanner(place.limits.document, texts, _is_article(head_of(stream), texts))
    for number, found in enumerate(_objects(stream, scanner), 1):
        if found.reason is not None:
            yield told(place.reject(found.reason, number))
        else:
            yield one(partial(_read, place, number, found, wide))
    if not number:
        yield told(place.reject("the file holds no article: no object or list of objects is in it"))


def _is_article(head: bytes, texts: frozenset[str]) -> bool:
    """Whether this is one object with a text, in whatever order its fields stand."""
    try:
        value = json.loads(decode(head).text) if head[:64].lstrip()[:1] == b"{" else None
    except (ValueError, RecursionError, ArticleError):
        return False
    fields = value.items() if isinstance(value, dict) else ()
    return any(key.lower() in texts and isinstance(inner, str) for key, inner in fields)


def _read(place: Place, number: int, found: Chunk, wide: str | None) -> Item:
    try:
        decoded = decode(found.data)
    except ArticleError as error:
        return place.reject(str(error), number)
    end = found.start + len(found.data)
    stretch = ("item", number - 1, number) if wide else ("byte", found.start, end)
    return read_object(place, number, decoded.text, stretch, wide or decoded.encoding)  # type: ignore[arg-type]


class _Scanner:
    """Follows brackets through pieces of a file.

    Articles are the objects of a list at the top, or of a list that goes by one of their names;
    an object at the top without such a list, or with a text of its own, is an article itself.
    An object within another, where a key must stand, begins the next: one bracket was not closed.
    """

    def __init__(self, limit: int, texts: frozenset[str], alone: bool) -> None:
        self._limit, self._texts = limit, texts
        self._alone = alone  # the file is one article
        self._data, self._offset = b"", 0  # what is kept of the file, and where that begins
        self._resume = 0  # up to where it was looked at
        self._stack = bytearray()  # open brackets
        self._lists = 0  # depth at which objects are articles
        self._start = -1  # where the object began that may be an article
        self._own_text = False  # whether that object has a text
        self._others: list[Chunk] | None = []  # what is no object, before the first
        self._other_end = -1  # where the last of these ended in the file

    @property
    def kept(self) -> int:
        """Bytes that wait for what comes."""
        return len(self._data)

    def feed(self, data: bytes) -> Iterator[Chunk]:
        """The objects that end in these bytes."""
        self._data += data
        position = self._resume
        while (token := self._next(position)) is not None:
            mark, position = token.group(), token.end()
            if mark == b'"':  # it ends in a later piece
                position = token.start()
                break
            if self._start < 0 and self._is_other(mark):
                yield from self._other(mark, token.start(), position)
            if mark == b"{" and self._key_wanted(token.start()):
                yield self._bad("a bracket is not closed before the next object")
                del self._stack[self._lists :]
            if mark in (b"{", b"["):
                self._open(mark, token.start())
            elif mark in (b"}", b"]"):
                yield from self._close(position)
            elif len(self._stack) == 1 and not self._lists:
                yield from self._value(token.start())
            elif b"{" in mark and self._lists and (flip := self._flip(mark)):
                after = _AFTER.match(self._data, position)
                if after is None:  # what comes next tells, and is not there yet
                    position = token.start()
                    break
                if after[1] not in b",:}]":
                    yield self._bad("a quote is missing or too many")
                    position = token.start() + flip.start(1)
                    del self._stack[self._lists :]
        else:
            position = len(self._data)
        if self._start >= 0 and len(self._data) - self._start > self._limit:
            yield self._bad(f"an object is larger than {size(self._limit)}")
        self._forget(position)

    def end(self) -> Iterator[Chunk]:
        """What is left open."""
        if self._start >= 0 or self._stack:
            yield self._bad("the file ends in the middle of it")

    def _next(self, position: int) -> re.Match[bytes] | None:
        pattern = _OUTSIDE if self._lists and self._start < 0 else _TOKEN
        return pattern.search(self._data, position)

    def _is_other(self, mark: bytes) -> bool:
        """Whether this stands in the list of articles, and is none."""
        between = self._lists > 0 and len(self._stack) == self._lists
        return between and mark not in (b"{", b"}", b"]")

    def _other(self, mark: bytes, start: int, end: int) -> Iterator[Chunk]:
        goes_on = self._offset + start == self._other_end  # a long word comes in pieces
        self._other_end = self._offset + end
        if goes_on:
            return
        kind = {b'"': "a string", b"[": "a list"}.get(mark[:1], "a number or a word")
        told = Chunk(b"", self._offset + start, f"a JSON object is wanted, not {kind}")
        if self._others is None:
            yield told
        elif len(self._others) < _MOST_OTHERS:
            self._others.append(told)

    def _key_wanted(self, position: int) -> bool:
        """Whether a key must stand here, in an object that may be an article."""
        inside = self._start >= 0 and self._stack[-1:] == b"{"
        return inside and self._before(position) in (b",", b"}")

    def _value(self, position: int) -> Iterator[Chunk]:
        """Note a text that an object at the top has, not in a list of articles."""
        if self._key(position) not in self._texts:
            return
        if self._start < 0:
            reason = "an object with a list of articles has a text too, which is not read"
            yield Chunk(b"", self._offset + position, reason)
        self._own_text = True

    def _key(self, position: int) -> str | None:
        """The key of the value that begins here, in small letters."""
        if self._before(position) != b":":
            return None
        key = _KEY.search(self._data, max(0, position - _BEHIND), position)
        return key[1].decode("utf-8", "replace").lower() if key else None

    def _flip(self, mark: bytes) -> re.Match[bytes] | None:
        return _FLIP.search(mark) if self._start >= 0 else None

    def _before(self, position: int) -> bytes:
        """The sign that stands before this, white space aside."""
        return self._data[max(0, position - _BEHIND) : position].rstrip()[-1:]

    def _forget(self, position: int) -> None:
        # A key may stand before the bracket that comes next.
        keep = self._start if self._start >= 0 else max(0, position - _BEHIND)
        self._data = self._data[keep:]
        self._offset += keep
        self._resume = position - keep
        if self._start >= 0:
            self._start -= keep

    def _bad(self, reason: str) -> Chunk:
        start, self._start = max(self._start, 0), -1
        return Chunk(b"", self._offset + start, f"broken JSON: {reason}")

    def _open(self, mark: bytes, position: int) -> None:
        depth = len(self._stack)
        if mark == b"{" and self._start < 0 and depth == self._lists:
            self._start, self._own_text = position, False
        elif mark == b"[" and not self._lists:
            named = self._key(position) in LISTS and b"[" not in self._stack
            if not depth or (named and not self._own_text and not self._alone):
                self._lists, self._start = depth + 1, -1
        self._stack += mark

    def _close(self, end: int) -> Iterator[Chunk]:
        if self._stack:
            self._stack.pop()
        depth = len(self._stack)
        if self._start >= 0 and depth == self._lists:
            yield from self._others or ()
            self._others = None
            yield Chunk(self._data[self._start : end], self._offset + self._start)
            self._start = -1
        if depth < self._lists:
            self._lists = 0


def _objects(stream: io.BufferedReader, scanner: _Scanner) -> Iterator[Chunk]:
    # Pieces grow with what waits, or a long string would be looked at again and again.
    while data := stream.read(max(_PIECE, scanner.kept)):
        yield from scanner.feed(data)
    yield from scanner.end()
