"""Where a run keeps its files: a folder of this machine, or of an object store by its address.

A file is there whole or not at all. On this machine it is written beside its place, synced and
renamed; an object store puts whole objects anyway, so it is written here and then put.
"""

import errno
import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast

from corpus.stores import StoreError, is_remote, open_store
from schemas.errors import KhooshechinError

_UNFINISHED = ".tmp"
_BLOCK = 4 << 20  # bytes that are asked of a store at once
# Processes of several machines that share a folder may have the same number.
_MACHINE = socket.gethostname()


class StorageError(KhooshechinError):
    """An address that no storage can be opened at."""


class Storage(Protocol):
    """A folder by relative names with ``/``."""

    url: str

    def create(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write; it takes its name when the block ends, not if it raises."""

    def open(self, name: str) -> BinaryIO:
        """A file to read. Raises FileNotFoundError."""

    def names(self, folder: str) -> set[str]:
        """Names of the files in a folder, without unfinished ones; none if it is not there."""

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""

    def sweep(self, folder: str) -> None:
        """Take away what broken-off writers left; no writer may be at work."""

    def lock(self) -> AbstractContextManager[None]:
        """Keep other runs out of the folder. Raises StorageError if one is in it."""


def open_storage(url: str | Path) -> Storage:
    """The storage at a path, or at an address as ``s3://bucket/run`` (needs fsspec)."""
    address = str(url)
    return RemoteFolder(address) if is_remote(address) else LocalFolder(Path(address))


def read_bytes(storage: Storage, name: str) -> bytes:
    """All of a file. Raises FileNotFoundError."""
    with storage.open(name) as file:
        return file.read()


def write_bytes(storage: Storage, name: str, data: bytes) -> None:
    """A file with this content, whole or not at all."""
    with storage.create(name) as file:
        file.write(data)


class LocalFolder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = str(path)

    @contextmanager
    def create(self, name: str) -> Iterator[BinaryIO]:
        """Write beside the place, sync, rename, sync the folder: a power cut leaves no half."""
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f".{place.name}.{_MACHINE}.{os.getpid()}{_UNFINISHED}")
        try:
            with beside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        sync_path(place.parent)

    def open(self, name: str) -> BinaryIO:
        """A file to read."""
        return (self.path / name).open("rb")

    def names(self, folder: str) -> set[str]:
        """Names of the files in a folder."""
        try:
            with os.scandir(self.path / folder) as entries:
                return {e.name for e in entries if not e.name.startswith(".")}
        except FileNotFoundError:
            return set()

    def remove(self, name: str) -> None:
        """Take a file away."""
        (self.path / name).unlink(missing_ok=True)

    def sweep(self, folder: str) -> None:
        """Take away unfinished files."""
        for path in (self.path / folder).glob(f".*{_UNFINISHED}"):
            path.unlink(missing_ok=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Held while the process lives, however it ends."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StorageError(f"{self.url}: another run is at work in this folder") from error
            yield


class RemoteFolder:
    """A folder of an object store, by fsspec."""

    def __init__(self, url: str) -> None:
        try:
            self._files, self._root = open_store(url)
        except StoreError as error:
            raise StorageError(str(error)) from error
        self.url = url

    def _at(self, name: str) -> str:
        return str(PurePosixPath(self._root) / name)

    @contextmanager
    def create(self, name: str) -> Iterator[BinaryIO]:
        """Write here, then put the whole object."""
        with tempfile.NamedTemporaryFile(prefix="khooshechin-") as file:
            yield cast(BinaryIO, file)
            file.flush()
            with _output_errors(self.url):
                self._files.makedirs(self._at(str(PurePosixPath(name).parent)), exist_ok=True)
                self._files.put_file(file.name, self._at(name))

    def open(self, name: str) -> BinaryIO:
        """A file to read."""
        with _output_errors(self.url):
            return cast(BinaryIO, self._files.open(self._at(name), "rb", block_size=_BLOCK))

    def names(self, folder: str) -> set[str]:
        """Names of the files in a folder."""
        try:
            with _output_errors(self.url):
                self._files.invalidate_cache()
                found = self._files.ls(self._at(folder), detail=False)
        except FileNotFoundError:
            return set()
        return {PurePosixPath(path).name for path in found}

    def remove(self, name: str) -> None:
        """Take a file away."""
        with _output_errors(self.url):
            self._files.invalidate_cache()
            if self._files.exists(self._at(name)):
                self._files.rm_file(self._at(name))

    def sweep(self, folder: str) -> None:
        """Nothing: an object is there whole or not at all."""

    def lock(self) -> AbstractContextManager[None]:
        """Nothing: stores have no locks. Two runs would write the same bytes twice."""
        return nullcontext()


@contextmanager
def _output_errors(url: str) -> Iterator[None]:
    """Say what a store's driver raises as OSError, as a disk does."""
    try:
        yield
    except OSError:
        raise
    # Drivers raise what their network libraries raise, of no common kind.
    except Exception as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise OSError(errno.EIO, what, url) from error


def sync_path(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
