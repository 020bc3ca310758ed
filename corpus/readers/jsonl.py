"""One JSON object a line is one article; a bad line is told and the next one read."""

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from corpus.encodings import decode
from corpus.readers.streams import MAX_BYTES, Source, read_all
from corpus.rejects import Reject
from schemas.article import Article
from schemas.errors import ArticleError

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_jsonl(source: Source, stream: io.BufferedReader) -> Iterator[tuple[str, Article | Reject]]:
    """Articles and rejects in the order of the lines, each with where it stands.

    Blank lines are skipped.
    """
    if stream.peek(4).startswith(_WIDE_MARKS):
        try:
            stream = _as_utf8(stream)
        except ArticleError as error:
            yield source.name, Reject(source.name, str(error))
            return
    empty = True
    for number, line in enumerate(_lines(stream), 1):
        origin = f"{source.name}:{number}"
        if line is None:
            empty = False
            yield origin, Reject(origin, f"line is longer than {MAX_BYTES >> 20} MiB")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            empty = False
            yield origin, _read_line(origin, line.rstrip(b"\r\n"))
    if empty:
        yield source.name, Reject(source.name, "the file holds no article")


def is_record(line: bytes) -> bool:
    """Whether a line is one of our finished records rather than an article."""
    try:
        value = json.loads(line)
    except (RecursionError, ValueError):
        return False
    return isinstance(value, dict) and "schema_version" in value


def _as_utf8(stream: BinaryIO) -> io.BufferedReader:
    # UTF-16 has no newline byte of its own, so such a file is decoded whole.
    text = decode(read_all(stream)).text
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(f"lone surrogate at character {error.start}") from error
    return io.BufferedReader(io.BytesIO(data))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines as bytes; None for one above the limit, of which only the end is sought."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES)
        yield None


def _read_line(origin: str, line: bytes) -> Article | Reject:
    key: str | None = None
    try:
        value = json.loads(decode(line).text)
        if not isinstance(value, dict):
            return Reject(origin, f"a JSON object is wanted, not {type(value).__name__}")
        if "schema_version" in value:
            return Reject(origin, "this is a finished record, not an article")
        key = str(value["id"]) if value.get("id") is not None else None
        return Article.from_source(value)
    except json.JSONDecodeError as error:
        return Reject(origin, f"broken JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return Reject(origin, "broken JSON: brackets are nested too deeply")
    # A number of thousands of digits.
    except ValueError as error:
        return Reject(origin, f"JSON that cannot be read: {error}", key)
    except ArticleError as error:
        return Reject(origin, str(error), key)
