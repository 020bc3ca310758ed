"""Find the sources under the given paths and read them all."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.readers.jsonl import read_jsonl
from corpus.readers.plain import read_plain
from corpus.readers.streams import UNREADABLE, Source, explain, opened
from corpus.rejects import Reject
from schemas.article import Article
from schemas.errors import KhooshechinError

STDIN = "-"
_LINES = {".jsonl", ".ndjson"}
_PLAIN = {".txt", ".text"}


class InputError(KhooshechinError):
    """A path that the caller gave and that cannot be read at all."""


def find_sources(paths: Iterable[str | Path]) -> list[Source]:
    """Files as given; folders with all files below them, sorted, hidden ones left out.

    A plain file's id is its path below the given folder without ``.gz``, or its name.
    Raises InputError for a path that does not exist and a folder without files.
    """
    sources: list[Source] = []
    for path in paths:
        if str(path) == STDIN:
            sources.append(Source(None, "stdin"))
        elif (folder := Path(path)).is_dir():
            found = sorted(_files_below(folder))
            if not found:
                raise InputError(f"{path}: the folder holds no file to read")
            sources += [Source(file, _id(file.relative_to(folder))) for file in found]
        elif folder.exists():
            sources.append(Source(folder, _id(Path(folder.name))))
        else:
            raise InputError(f"{path}: there is no such file or folder")
    return sources


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            # A pipe or socket would wait for ever; a broken link is told when it is opened.
            if path.is_file() or path.is_symlink():
                yield path


def _refuse(error: OSError) -> None:
    raise InputError(f"{error.filename}: {error.strerror}") from error


def _id(path: Path) -> str:
    return path.as_posix().removesuffix(".gz")


def read_sources(
    sources: Iterable[Source], stdin: BinaryIO | None = None
) -> Iterator[Article | Reject]:
    """Every article of every source, or the reason why not, in order; ids are unique.

    An id that came before is a reject: records are told apart by it.
    """
    seen: set[str] = set()
    for source in sources:
        for origin, item in _read(source, stdin or sys.stdin.buffer):
            if isinstance(item, Reject):
                yield item
            elif item.id in seen:
                yield Reject(origin, "this id was already read; ids must be unique", item.id)
            else:
                seen.add(item.id)
                yield item


def _read(source: Source, stdin: BinaryIO) -> Iterator[tuple[str, Article | Reject]]:
    try:
        with opened(source, stdin) as stream:
            suffix = Path(source.name.removesuffix(".gz")).suffix.lower()
            head = stream.peek(256).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
            lines = suffix in _LINES or (suffix not in _PLAIN and head.startswith(b"{"))
            if lines:
                yield from read_jsonl(source, stream)
            else:
                yield source.name, read_plain(source, stream)
    except UNREADABLE as error:
        yield source.name, Reject(source.name, explain(error))
