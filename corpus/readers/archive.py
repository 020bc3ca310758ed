"""Find the sources under the given paths and read them all."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.readers.cursors import Cursor
from corpus.readers.fields import BY_NAME, Fields
from corpus.readers.limits import DEFAULT, Limits
from corpus.readers.packing import unpacked_name
from corpus.readers.places import Item
from corpus.readers.remote import RemotePath, remote_files
from corpus.readers.streams import Source
from corpus.rejects import Reject
from corpus.stores import is_remote
from schemas.article import Article
from schemas.errors import KhooshechinError

STDIN = "-"
_WILD = frozenset("*?[")


class InputError(KhooshechinError):
    """A path that the caller gave and that cannot be read at all."""


def find_sources(
    paths: Iterable[str | Path], fields: Fields = BY_NAME, limits: Limits = DEFAULT
) -> list[Source]:
    """Files as given; folders with all files below them, sorted, hidden ones left out.

    A path with ``*``, ``?`` or ``[`` that is no file stands for all that fit it (``**``: files in
    folders at any depth). One with ``://`` is of an object store. A file that is found by several
    paths is read once. A file's id is its path below the given folder without the suffix of its
    packing, or its name; where names clash, the path below the folder they share.
    Raises InputError for a path that does not exist and a folder without files.
    """
    found: list[tuple[Path | RemotePath | None, str]] = []
    for path in paths:
        if str(path) == STDIN:
            found.append((None, "stdin"))
        elif is_remote(path):
            found += _stored(str(path))
        else:
            found += _fitting(Path(path))
    named = list(_told_apart(_once(found)))
    times = Counter(unpacked_name(name) for _, name in named)
    return [
        # a.txt beside a.txt.gz: there the suffix tells them apart.
        Source(path, _short(name, times), name, fields, limits)
        for path, name in named
    ]


def _short(name: str, times: Counter[str]) -> str:
    short = unpacked_name(name)
    return short if times[short] == 1 else name


def _stored(url: str) -> list[tuple[RemotePath, str]]:
    if found := remote_files(url):
        return found
    raise InputError(f"{url}: there is no such file, and no file below it")


def _fitting(path: Path) -> list[tuple[Path, str]]:
    if os.path.lexists(path):
        if found := list(_under(path)):
            return found
        raise InputError(f"{path}: the folder holds no file to read")
    if not _WILD & set(str(path)):
        raise InputError(f"{path}: there is no such file or folder")
    # Path.glob takes no absolute pattern.
    fitting = [Path(name) for name in sorted(glob.glob(str(path), recursive=True))]  # noqa: PTH207
    if "**" in path.parts:  # the folders' files fit by themselves
        fitting = [name for name in fitting if not name.is_dir()]
    if found := [file for name in fitting for file in _under(name)]:
        return found
    raise InputError(f"{path}: no file fits")


def _under(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.is_dir():
        yield path, path.name
        return
    for file in sorted(_files_below(path)):
        yield file, file.relative_to(path).as_posix()


def _once(
    found: Iterable[tuple[Path | RemotePath | None, str]],
) -> Iterator[tuple[Path | RemotePath | None, str]]:
    """Each file where it was found first; a link and what it leads to are two."""
    seen: set[str] = set()
    for path, name in found:
        at = os.path.abspath(path) if isinstance(path, Path) else str(path)  # noqa: PTH100
        if at not in seen:
            seen.add(at)
            yield path, name


def _files_below(folder: Path) -> Iterator[Path]:
    # A folder that may not be read is listed in place of its files, and told when it is opened.
    closed: list[Path] = []
    for parent, folders, names in os.walk(
        folder, onerror=lambda e: closed.append(Path(e.filename))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            # A pipe or socket would wait for ever; a broken link is told when it is opened.
            if path.is_file() or (path.is_symlink() and not path.exists()):
                yield path
    yield from closed


def _told_apart(
    files: Iterable[tuple[Path | RemotePath | None, str]],
) -> Iterator[tuple[Path | RemotePath | None, str]]:
    """Files with their names; where an id would be shared, the path below the common folder."""
    found = list(files)
    times = Counter(unpacked_name(name) for _, name in found)
    clashing = [
        path.absolute()
        for path, name in found
        if isinstance(path, Path) and times[unpacked_name(name)] > 1
    ]
    shared = Path(os.path.commonpath(clashing)) if len(set(clashing)) > 1 else None
    for path, name in found:
        if isinstance(path, RemotePath) and times[unpacked_name(name)] > 1:
            name = path.key
        elif isinstance(path, Path) and shared and times[unpacked_name(name)] > 1:
            name = path.absolute().relative_to(shared).as_posix()
        # A name in an old encoding keeps its bytes as escapes: it must fit into UTF-8.
        yield path, os.fsencode(name).decode("utf-8", "backslashreplace")


def read_sources(sources: Iterable[Source], stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Every article of every source, or the reason why not, in order; ids are unique.

    An id that came before is a reject: records are told apart by it.
    """
    seen: set[str] = set()
    for source in sources:
        for item in read_items(source, stdin=stdin):
            if isinstance(item, Reject):
                yield item
            elif item.id in seen:
                reason = "this id was already read; ids must be unique"
                yield Reject(where_read(source, item), reason, item.id)
            else:
                seen.add(item.id)
                yield item


def where_read(source: Source, article: Article) -> str:
    """What a reject calls the place that an article was read at."""
    origin = article.origin
    inside = f"/{origin.member}" if origin and origin.member else ""
    return f"{source.name}{inside}" + (f" at {origin.unit} {origin.start}" if origin else "")


def read_items(
    source: Source, first: int = 0, stop: int | None = None, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """The items of a source numbered from ``first`` to before ``stop``, articles and rejects.

    A reject is an item with a number too. What comes before ``first`` is passed over unparsed.
    """
    with Cursor(stdin) as cursor:
        yield from cursor.items(source, first, stop)


def count_items(source: Source, stdin: BinaryIO | None = None) -> int:
    """How many items ``read_items`` finds in a source; nothing is parsed."""
    with Cursor(stdin) as cursor:
        return cursor.count(source)
