"""XML: feeds (RSS, Atom), Hamshahri and TREC collections, and others made of like elements.

The bytes are cut into the elements that hold an article, and each is parsed alone: a file of any
size is streamed, one that is not well-formed leaves its neighbours whole, and no declaration of
the file's head, such as of an entity, can have an effect.
"""

import io
import re
from collections.abc import Iterator
from functools import partial

from corpus.encodings import decode
from corpus.readers.html import plain_text
from corpus.readers.limits import size
from corpus.readers.places import Group, Item, Place, Stretch, one, told
from corpus.readers.streams import head_of
from corpus.readers.wide import narrowed
from corpus.readers.xml_element import ElementError, parse_element
from schemas.errors import ArticleError

# Elements that hold one article each, where they stand below the first of the file.
RECORDS = ("item", "entry", "doc", "document", "article", "news", "record", "row", "post")
_NAME = re.compile(rb"<([A-Za-z_][\w.:-]{0,60})")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_LINE_END = re.compile(r"\s*\n\s*")
_PIECE = 1 << 18


def read_xml(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each element that holds an article."""
    stream, wide = narrowed(stream)
    head = head_of(stream)
    if record_name(head) is None:
        known = ", ".join(RECORDS)
        yield told(place.reject(f"no element that holds an article is in it (of {known})"))
        return
    declared = _DECLARED.search(head)
    charset = declared[1].decode("ascii") if declared and not wide else None
    number = 0
    cutter = _Cutter(_wrapper(head), place.limits.document)
    for number, (data, start, reason) in enumerate(_elements(stream, cutter), 1):
        if reason is not None:
            yield told(place.reject(reason, number))
            continue
        end = start + len(data)
        stretch: Stretch = ("item", number - 1, number) if wide else ("byte", start, end)
        yield one(partial(_read, place, number, data, stretch, charset, wide))
    if not number:
        yield told(place.reject("the file holds no article"))


def record_name(head: bytes) -> bytes | None:
    """The name of the elements that hold an article each."""
    names = [found[1] for found in _NAME.finditer(_bare(head))]
    return next((name for name in [*names[1:], *names[:1]] if _local(name) in RECORDS), None)


def _wrapper(head: bytes) -> bytes | None:
    """The name of the first element if it only holds those of the articles: ``<news><item>``."""
    body = _bare(head)
    first, *others = _NAME.finditer(body)
    record = next((found for found in others if _local(found[1]) in RECORDS), None)
    if record is None or _local(first[1]) not in RECORDS:
        return None
    end = b"</" + first[1]
    if end in body[: record.start()]:
        return None
    # What ends and begins again is no element around all.
    again = re.search(re.escape(end) + rb".*<" + re.escape(first[1]) + rb"[\s>]", body, re.DOTALL)
    return first[1] if record[1] == first[1] or not again else None


def _bare(head: bytes) -> bytes:
    return re.sub(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", b"", head, flags=re.DOTALL)


def _local(name: bytes) -> str:
    return name.decode("ascii", "replace").rpartition(":")[2].lower()


def _elements(
    stream: io.BufferedReader, cutter: "_Cutter"
) -> Iterator[tuple[bytes, int, str | None]]:
    """The bytes of each element and where it starts; or what is wrong with it."""
    while piece := stream.read(max(_PIECE, cutter.kept)):
        yield from cutter.feed(piece)
    yield from cutter.end()


_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(?P<close>/?)(?P<name>(?:[\w.-]{1,60}:)?(?:"
    + "|".join(RECORDS).encode()
    + rb"))(?=[\s/>])[^>]*>|(?P<half><!--|<!\[CDATA\[|<[^<>]{0,200}\Z)",
    re.DOTALL | re.IGNORECASE,
)


class _Cutter:
    """Finds elements that hold an article in the pieces of a file.

    In one of them, others of such names are parts of it; ``wrapper`` is the one around all.
    """

    def __init__(self, wrapper: bytes | None, limit: int) -> None:
        self._wrapper, self._limit = wrapper, limit
        self._data, self._offset = b"", 0
        self._position, self._start = 0, -1
        self._open = b""  # name of the element that began at _start

    @property
    def kept(self) -> int:
        """Bytes that wait for what comes."""
        return len(self._data)

    def feed(self, piece: bytes, last: bool = False) -> Iterator[tuple[bytes, int, str | None]]:
        """The elements that end in this piece."""
        self._data += piece
        while (found := _TOKEN.search(self._data, self._position)) is not None:
            if found["half"] is not None:
                self._position = found.start()
                # A comment that never ends must not swallow what follows.
                if last or len(self._data) - self._position > self._limit:
                    self._position += 1
                    continue
                break
            self._position = found.end()
            if found["close"] is not None:
                yield from self._tag(found)
        else:
            self._position = len(self._data)
        if self._start >= 0 and len(self._data) - self._start > self._limit:
            yield self._bad(f"an element is larger than {size(self._limit)}")
        keep = self._start if self._start >= 0 else self._position
        self._data, self._offset = self._data[keep:], self._offset + keep
        self._position -= keep
        self._start = min(self._start, 0)

    def end(self) -> Iterator[tuple[bytes, int, str | None]]:
        """What is left open."""
        yield from self.feed(b"", last=True)
        if self._start >= 0:
            yield self._bad("broken XML: the file ends in the middle of the element")

    def _tag(self, found: re.Match[bytes]) -> Iterator[tuple[bytes, int, str | None]]:
        name = found["name"].lower()
        if not found["close"]:
            if found["name"] == self._wrapper:
                self._wrapper = None
                return
            if self._start >= 0:
                if name != self._open:
                    return
                yield self._bad("broken XML: the element is not closed before the next begins")
            if not found.group().endswith(b"/>"):
                self._start, self._open = found.start(), name
        elif self._start >= 0 and name == self._open:
            yield self._data[self._start : self._position], self._offset + self._start, None
            self._start = -1

    def _bad(self, reason: str) -> tuple[bytes, int, str | None]:
        start, self._start = self._start, -1
        return b"", self._offset + start, reason


def _read(
    place: Place,
    number: int,
    data: bytes,
    stretch: Stretch,
    charset: str | None,
    wide: str | None,
) -> Item:
    try:
        decoded = decode(data, charset)
        found = parse_element(decoded.text)
    except (ArticleError, ElementError) as error:
        return place.reject(str(error), number)
    values = place.fields.pick(found.values(place.fields))
    if isinstance(text := values.get("text"), str):
        values["text"] = plain_text(text).strip()
    if isinstance(title := values.get("title"), str):
        values["title"] = _LINE_END.sub(" ", plain_text(title).strip())
    return place.article(values, number, stretch, wide or decoded.encoding)
