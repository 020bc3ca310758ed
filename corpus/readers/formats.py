"""Know a format by its first bytes and its name, and read it, layer by layer."""

import io
from collections.abc import Callable, Iterator
from importlib import import_module

from corpus.readers.packing import packing_of, unpack, unpacked_name
from corpus.readers.places import Group, Place, told
from corpus.readers.streams import READ_ERRORS, explain, head_of

Reader = Callable[[Place, io.BufferedReader], Iterator[Group]]

# Modules are imported when a file wants them: a run over text pays for no other library.
_READERS = {
    "plain": "corpus.readers.plain:read_plain",
    "jsonl": "corpus.readers.jsonl:read_jsonl",
}


def read_groups(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The items of a stream, unpacked and read by its format; where it ends badly, a reject."""
    try:
        head = head_of(stream)
        if kind := packing_of(head, place.label):
            inner = place.unpacked(unpacked_name(place.label))
            yield from read_groups(inner, unpack(stream, kind, place.limits))
        else:
            yield from _reader(recognize(head, place.label))(place, stream)
    except READ_ERRORS as error:
        yield told(place.reject(explain(error)))


def _reader(name: str) -> Reader:
    module, _, function = _READERS[name].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def recognize(head: bytes, name: str) -> str:
    """The format of a stream by its first bytes and its file's name."""
    suffix = "." + name.lower().rpartition(".")[2]
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    return "jsonl" if suffix not in (".txt", ".text") and start.startswith(b"{") else "plain"
