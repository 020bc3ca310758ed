"""Know a format by its first bytes and its name, and read it, layer by layer."""

import io
import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module

from corpus.readers.fields import KNOWN
from corpus.readers.json_items import LISTS
from corpus.readers.limits import LimitError
from corpus.readers.packing import packing_of, unpack, unpacked_name
from corpus.readers.places import Group, Place, told
from corpus.readers.streams import READ_ERRORS, explain, head_of
from corpus.readers.tables import looks_like_table
from corpus.readers.wide import wide_encoding
from corpus.stores import StoreError

Reader = Callable[[Place, io.BufferedReader], Iterator[Group]]

# Modules are imported when a file wants them: a run over text pays for no other library.
_READERS = {
    "plain": "corpus.readers.plain:read_plain",
    "html": "corpus.readers.html:read_html",
    "jsonl": "corpus.readers.jsonl:read_jsonl",
    "json": "corpus.readers.json_items:read_json",
    "table": "corpus.readers.tables:read_table",
    "parquet": "corpus.readers.parquet:read_parquet",
    "xml": "corpus.readers.xml_items:read_xml",
    "warc": "corpus.readers.warc:read_warc",
    "zip": "corpus.readers.zipped:read_zip",
    "tar": "corpus.readers.tarred:read_tar",
}
ARCHIVES = ("zip", "tar")
# What can't be text: known by its first bytes, whatever it is called.
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_TAR_MAGIC = slice(257, 262)
_SUFFIXES = {
    ".txt": "plain",
    ".text": "plain",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
    ".zip": "zip",
    ".tar": "tar",
    ".parquet": "parquet",
    ".warc": "warc",
}
_PAGES = (".html", ".htm", ".xhtml")
_MARKUP = (".xml", ".rss", ".atom", ".sgml", ".trec")
_FIRST_TAG = re.compile(r"<([a-zA-Z][\w:.-]{0,60})")
_FOREIGN = {
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3": "an SQLite database",
    b"filedesc://": "an ARC file",
}


def read_groups(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The items of a stream, unpacked and read by its format; where it ends badly, a reject."""
    try:
        head = head_of(stream)
        if kind := packing_of(head, place.label):
            inner = place.unpacked(unpacked_name(place.label))
            yield from read_groups(inner, unpack(stream, kind, place.limits))
            return
        if foreign := _foreign(head):
            raise LimitError(f"{foreign}; turn it into one of the formats that are read")
        name = recognize(head, place.label)
        yield from _reader(name)(place.unpacked("") if name in ARCHIVES else place, stream)
    except READ_ERRORS as error:
        yield told(place.reject(explain(error)))
    except StoreError:
        raise
    # Whatever a parser makes of bad data, the next file is read.
    except Exception as error:
        yield told(place.reject(f"cannot be read: {type(error).__name__}: {error}"))


def _reader(name: str) -> Reader:
    module, _, function = _READERS[name].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def _foreign(head: bytes) -> str | None:
    return next((what for mark, what in _FOREIGN.items() if head.startswith(mark)), None)


def recognize(head: bytes, name: str) -> str:
    """The format of a stream by its first bytes and its file's name.

    >>> recognize(b"<!DOCTYPE html>", "1"), recognize(b"[{}]", "a.dat"), recognize(b"{x}", "a.txt")
    ('html', 'json', 'plain')
    """
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            return kind
    if head[_TAR_MAGIC] == b"ustar":
        return "tar"
    suffix = "." + name.lower().rpartition(".")[2]
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    text = _text(head).lstrip("\ufeff \t\r\n\0")
    if suffix in _PAGES:
        return "html"
    if suffix == ".json":
        return "json" if not text.startswith("{") else _objects(text)
    if text.startswith("<"):
        return _markup(text, suffix)
    if suffix in _MARKUP:
        return "xml"
    if text.startswith("["):
        return "json" if re.match(r"\[\s*[\[{\"]", text) else "plain"
    if text.startswith("{"):
        return _objects(text)
    return "table" if looks_like_table(text.encode("utf-8", "replace")) else "plain"


def _text(head: bytes) -> str:
    return head.decode(wide_encoding(head) or "utf-8", "replace")


def _objects(text: str) -> str:
    """Lines of JSON, or JSON: by whether the first line is an article by itself."""
    line, ended, _ = text.partition("\n")
    line = line.strip()
    if not ended and not line.endswith("}"):
        # One long line: an article's, unless a list of articles begins in it.
        return "json" if _begins_list(line) else "jsonl"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return (
            "jsonl" if line.endswith("}") or (len(line) > 1 and not _broken_over(text)) else "json"
        )
    return "json" if isinstance(value, dict) and _holds_list(value) else "jsonl"


def _holds_list(value: dict[str, object]) -> bool:
    """Whether an object holds articles; one with a text of its own is an article."""
    fields = {key.lower(): inner for key, inner in value.items()}
    lists = any(isinstance(fields.get(name), list) for name in LISTS)
    return lists and not any(isinstance(fields.get(name), str) for name in KNOWN["text"])


def _begins_list(line: str) -> bool:
    named, texts = "|".join(sorted(LISTS)), "|".join(KNOWN["text"])
    found = re.match(rf'\{{([^\[\]]{{0,4000}}?)"(?:{named})"\s*:\s*\[\s*\{{', line)
    return found is not None and re.search(rf'"(?:{texts})"\s*:\s*"', found[1]) is None


def _broken_over(text: str) -> bool:
    """Whether an object goes on in the lines after its first."""
    second = text.split("\n", 2)[1].strip()
    return not second.startswith("{")


def _markup(text: str, suffix: str) -> str:
    """A page, or XML: by the first element."""
    body = re.sub(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![^>]*>", "", text, flags=re.DOTALL)
    found = _FIRST_TAG.search(body)
    first = found[1].lower() if found else ""
    if first == "html" or re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        return "html"
    if suffix in _MARKUP or text.startswith("<?xml"):
        return "xml"
    from corpus.readers.xml_items import record_name

    feed = first in ("rss", "feed", "rdf:rdf", "doc", "hamshahri", "hamshahri2", "corpus")
    return "xml" if feed and record_name(body.encode("utf-8", "replace")) else "html"
