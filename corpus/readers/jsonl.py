"""One JSON object a line is one article; a bad line is told and the next one read."""

import codecs
import io
import json
from collections.abc import Iterator
from functools import partial

from corpus.encodings import decode
from corpus.readers.limits import size
from corpus.readers.places import Group, Item, Place, Stretch, one, told
from corpus.readers.wide import narrowed
from schemas.errors import ArticleError

_MARK = codecs.BOM_UTF8


def read_jsonl(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """A group for each line that is not blank, with where it stands."""
    stream, wide = narrowed(stream)
    empty = True
    start = 0
    limit = place.limits.document
    for number, (line, end) in enumerate(_lines(stream, limit), 1):
        if line is None:
            empty = False
            yield told(place.reject(f"line is longer than {size(limit)}", number))
        elif not line.isspace() and line != _MARK:
            empty = False
            # Lines that were UTF-16 have no place in bytes.
            stretch: Stretch = ("row", number - 1, number) if wide else ("byte", start, end)
            yield one(partial(_read_line, place, number, line, stretch, wide))
        start = end
    if empty:
        yield told(place.reject("the file holds no article"))


def is_record(line: bytes) -> bool:
    """Whether a line is one of our finished records rather than an article."""
    try:
        value = json.loads(line)
    except (RecursionError, ValueError):
        return False
    return isinstance(value, dict) and "schema_version" in value


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[bytes | None, int]]:
    """Lines with where they end; None for one above the limit, of which only the end is sought."""
    position = 0
    while line := stream.readline(limit + 1):
        position += len(line)
        if len(line) <= limit:
            yield line, position
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
            position += len(line)
        yield None, position


def _read_line(place: Place, number: int, line: bytes, stretch: Stretch, wide: str | None) -> Item:
    try:
        found = decode(line.rstrip(b"\r\n"))
    except ArticleError as error:
        return place.reject(str(error), number)
    return read_object(place, number, found.text, stretch, wide or found.encoding)


def read_object(place: Place, number: int, text: str, stretch: Stretch, encoding: str) -> Item:
    """The article of one JSON object; a Reject that says what is wrong with it."""
    key: str | None = None
    try:
        value = json.loads(text)
        if not isinstance(value, dict):
            return place.reject(f"a JSON object is wanted, not {type(value).__name__}", number)
        if "schema_version" in value:
            return place.reject("this is a finished record, not an article", number)
        values = place.fields.pick(value)
        key = str(values["id"]) if "id" in values else None
        return place.article(values, number, stretch, encoding)
    except json.JSONDecodeError as error:
        where = f"{error.msg} at character {error.pos + 1}"
        return place.reject(f"broken JSON: {where}", number)
    except RecursionError:
        return place.reject("broken JSON: brackets are nested too deeply", number)
    # A number of thousands of digits.
    except ValueError as error:
        return place.reject(f"JSON that cannot be read: {error}", number, key)
