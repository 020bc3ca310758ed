"""Files and folders that appear only when they are whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.review_schema import APPLICATION
from corpus.storage import sync_path
from schemas.errors import KhooshechinError

_HEAD = 72  # bytes of an SQLite file up to the end of its application id
MARK = ".khooshechin"  # in a folder we wrote, so that we may write it anew


class OutputError(KhooshechinError):
    """The output cannot stand where it is wanted."""


@contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to, which takes its name at the end.

    An exception, Ctrl-C included, removes what was written and leaves an older ``path`` as it was.
    Raises OutputError for a folder, and for the file in which people's decisions are kept.
    """
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; give the name of a file")
    if _has_decisions(path):
        raise OutputError(f"{path}: holds what people decided at the desk; choose another output")
    path.parent.mkdir(parents=True, exist_ok=True)
    # In a folder of its own: databases and archives write further files beside theirs.
    with _scratch(path) as folder:
        temporary = folder / path.name
        yield temporary
        sync_path(temporary)
        temporary.replace(path)
        sync_path(path.parent)


@contextmanager
def atomic_folder(path: Path) -> Iterator[Path]:
    """A folder beside ``path`` to write into, which takes its name at the end.

    A folder that is already there is replaced if it is empty or was written in this way, so that
    nobody's own files are lost.
    """
    if path.is_file() or (path.is_dir() and any(path.iterdir()) and not (path / MARK).exists()):
        raise OutputError(f"{path}: is not one of our exports; choose a new folder")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _scratch(path) as scratch:
        folder = scratch / "new"
        folder.mkdir()
        yield folder
        (folder / MARK).write_text("This folder is replaced by the next export into it.\n")
        for file in sorted(folder.rglob("*")):
            sync_path(file)
        if path.exists():
            path.rename(scratch / "old")
        folder.rename(path)
        sync_path(path.parent)


def _has_decisions(path: Path) -> bool:
    """Whether a file is the second one beside a database: no run could make it again."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    # https://www.sqlite.org/fileformat.html: the application id stands at byte 68.
    return head.startswith(b"SQLite format 3\0") and head[68:] == APPLICATION.to_bytes(4, "big")


@contextmanager
def _scratch(path: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name[:50]}.", dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
