"""The unit of work: some thousand articles of the input, named by their content.

>>> from pathlib import Path
>>> from corpus.readers.archive import find_sources
>>> parts = list(plan(find_sources([Path("corpus/sample/articles.jsonl")]), size=10))
>>> [(part.number, part.articles) for part in parts]
[(0, 10), (1, 10), (2, 4)]
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.readers.archive import InputError, count_items
from corpus.readers.fields import BY_NAME, Fields
from corpus.readers.limits import DEFAULT, Limits
from corpus.readers.remote import RemotePath, path_of
from corpus.readers.streams import Source, explain

_UNREADABLE = "unreadable"  # in place of a digest
SIZE = 1000  # articles: some seconds of work, and little of it lost by a crash


# No pydantic models: a file's name may hold bytes that are no UTF-8, which those refuse.
@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a source was when the run was planned."""

    path: str
    id: str
    file: str | None  # what origins call it
    bytes: int
    modified: int  # nanoseconds; of a file in a store, a number that stands for its state
    digest: str
    items: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The items numbered ``first`` to ``stop - 1`` of a source."""

    source: SourceInfo
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces of the input in order; ``name`` says its place in the plan and its content."""

    number: int
    name: str
    pieces: tuple[Piece, ...]

    @property
    def articles(self) -> int:
        """How many items it has: articles, and what could not be read as one."""
        return sum(piece.stop - piece.first for piece in self.pieces)

    @property
    def digest(self) -> str:
        """SHA-256 over what the part reads."""
        return _digest(self.pieces)

    def line(self) -> str:
        """One line of JSON, in ASCII."""
        return json.dumps(asdict(self))

    @classmethod
    def from_line(cls, line: bytes) -> "Part":
        """The part that ``line`` gave."""
        value = json.loads(line)
        pieces = tuple(
            Piece(SourceInfo(**p["source"]), p["first"], p["stop"]) for p in value["pieces"]
        )
        return cls(value["number"], value["name"], pieces)


def plan(sources: Iterable[Source], size: int = SIZE) -> Iterator[Part]:
    """All parts of the sources in order, each of ``size`` items but the last.

    Raises InputError for a source that cannot be read, or is not a file.
    """
    pieces: list[Piece] = []
    number, room = 0, size
    for source in sources:
        info = describe_source(source)
        first = 0
        while first < info.items:
            stop = min(info.items, first + room)
            pieces.append(Piece(info, first, stop))
            room -= stop - first
            first = stop
            if not room:
                yield _part(number, pieces)
                pieces, number, room = [], number + 1, size
    if pieces:
        yield _part(number, pieces)


def _part(number: int, pieces: list[Piece]) -> Part:
    name = f"{number:06d}-{_digest(pieces)[:12]}"
    return Part(number, name, tuple(pieces))


def _digest(pieces: Iterable[Piece]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        key = (piece.source.id, piece.source.digest, str(piece.first), str(piece.stop))
        digest.update("\0".join(key).encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def describe_source(source: Source) -> SourceInfo:
    """Size, digest and number of items of a source, for which it is read once."""
    if source.path is None:
        raise InputError("standard input cannot be read twice: give files or folders")
    size = modified = 0
    try:
        status = source.path.stat()
        size, modified = status.st_size, status.st_mtime_ns
        digest = file_digest(source.path)
    except OSError as error:
        if isinstance(source.path, RemotePath):
            raise InputError(f"{source.path}: {explain(error)}") from error
        digest = _UNREADABLE  # a broken link, a closed file: one reject, the others are read
    return SourceInfo(
        path=str(source.path),
        id=source.id,
        file=source.file,
        bytes=size,
        modified=modified,
        digest=digest,
        items=count_items(source),
    )


def file_digest(path: Path | RemotePath) -> str:
    """SHA-256 of the bytes of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_unchanged(info: SourceInfo) -> bool:
    """Whether a source is what it was; only one with another time or size is read for it."""
    path = path_of(info.path)
    try:
        status = path.stat()
        unmoved = (status.st_size, status.st_mtime_ns) == (info.bytes, info.modified)
        if unmoved and info.digest != _UNREADABLE:
            return True
        return status.st_size == info.bytes and file_digest(path) == info.digest
    except OSError:
        return info.digest == _UNREADABLE


def source_of(info: SourceInfo, fields: Fields = BY_NAME, limits: Limits = DEFAULT) -> Source:
    """The source to read, as the caller wants it read."""
    return Source(path_of(info.path), info.id, info.file, fields, limits)
