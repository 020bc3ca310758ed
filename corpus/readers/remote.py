"""Files of an object store, by their addresses, where else a path of this machine stands."""

import io
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.stores import is_remote, open_store, store_errors

_WILD = frozenset("*?[")
_BUFFER = 1 << 16  # bytes
_BLOCK = 4 << 20  # bytes asked for at once: enough for speed, little beside a process's memory


@dataclass(frozen=True, slots=True)
class RemoteStatus:
    """What ``Path.stat`` tells, of a file in a store."""

    st_size: int
    st_mtime_ns: int  # no time, but a number that is another one when the file is


@dataclass(frozen=True, slots=True)
class RemotePath:
    """As much of ``pathlib.Path`` as readers use."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """The last part."""
        return self.key.rpartition("/")[2]

    @property
    def key(self) -> str:
        """The path in the store, with the name of the bucket."""
        return self.url.partition("://")[2]

    def stat(self) -> RemoteStatus:
        """Size and state. Raises FileNotFoundError, or StoreError if the store does not answer."""
        files, path = open_store(self.url)
        with store_errors(self.url):
            files.invalidate_cache()
            return RemoteStatus(int(files.info(path)["size"]), int(files.checksum(path)))

    def open(self, mode: str = "rb", buffering: int = -1) -> io.BufferedReader:  # noqa: ARG002
        """The file to read, in pieces of some megabytes."""
        files, path = open_store(self.url)
        with store_errors(self.url):
            inner = files.open(path, mode, block_size=_BLOCK)
        return io.BufferedReader(_Stream(inner, self.url), _BUFFER)


def path_of(path: str) -> Path | RemotePath:
    """What a source's path stands for."""
    return RemotePath(path) if is_remote(path) else Path(path)


def remote_files(url: str) -> list[tuple[RemotePath, str]]:
    """All files that an address stands for, sorted, with their names below it.

    It may be a file, a folder, or have wildcards.
    """
    files, path = open_store(url)
    with store_errors(url):
        files.invalidate_cache()
        if _WILD & set(path):
            found = [name for name in files.glob(path) if not files.isdir(name)]
        elif files.isfile(path):
            found = [path]
        else:
            return _below(files, path)
    return [(_remote(files, name), PurePosixPath(name).name) for name in sorted(found)]


def _below(files: Any, folder: str) -> list[tuple[RemotePath, str]]:
    root = folder.rstrip("/") + "/"
    names = (name.removeprefix(root) for name in files.find(folder))
    # Stores mark folders by empty objects whose name ends in a slash.
    seen = sorted(n for n in names if not n.endswith("/") and not _hidden(n))
    return [(_remote(files, root + name), name) for name in seen]


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _remote(files: Any, path: str) -> RemotePath:
    return RemotePath(files.unstrip_protocol(path))


class _Stream(io.RawIOBase):
    """A file of a store whose errors are StoreError."""

    def __init__(self, inner: Any, url: str) -> None:
        self._inner = inner
        self._url = url

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with store_errors(self._url):
            return int(self._inner.readinto(buffer))

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._inner.seek(offset, whence))

    def tell(self) -> int:
        return int(self._inner.tell())

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()
