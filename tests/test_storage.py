"""A file in a storage is whole or not there, on this machine and in an object store."""

import os
import socket
import uuid
from pathlib import Path

import pytest

from corpus.storage import LocalFolder, Storage, StorageError, open_storage, read_bytes, write_bytes


@pytest.fixture(params=["path", "file", "memory"])
def storage(tmp_path: Path, request: pytest.FixtureRequest) -> Storage:
    urls = {
        "path": str(tmp_path / "a" / "b"),
        "file": f"file://{tmp_path}/a/b",
        "memory": f"memory://{uuid.uuid4()}/b",
    }
    return open_storage(urls[request.param])


def test_file_is_read_as_written(storage: Storage) -> None:
    write_bytes(storage, "parts/x.json", b"{}\n")
    write_bytes(storage, "run.json", "متن".encode())
    assert read_bytes(storage, "parts/x.json") == b"{}\n"
    with storage.open("run.json") as file:
        assert list(file) == ["متن".encode()]
    assert storage.names("parts") == {"x.json"}
    assert storage.names("") == {"parts", "run.json"}
    assert storage.names("nowhere") == set()


def test_file_is_replaced_and_removed(storage: Storage) -> None:
    write_bytes(storage, "a", b"1")
    write_bytes(storage, "a", b"22")
    assert read_bytes(storage, "a") == b"22"
    storage.remove("a")
    storage.remove("a")
    with pytest.raises(FileNotFoundError):
        read_bytes(storage, "a")


def test_block_that_raises_leaves_nothing(storage: Storage) -> None:
    write_bytes(storage, "a", b"old")
    with pytest.raises(TypeError), storage.create("a") as file:
        file.write("no bytes")  # type: ignore[arg-type]
    assert read_bytes(storage, "a") == b"old"
    assert storage.names("") == {"a"}


def test_unfinished_files_are_hidden_and_swept(tmp_path: Path) -> None:
    storage = LocalFolder(tmp_path)
    with storage.create("parts/a") as file:
        file.write(b"1")
        assert storage.names("parts") == set()
        assert [p.name for p in (tmp_path / "parts").iterdir()] == [
            f".a.{socket.gethostname()}.{os.getpid()}.tmp"
        ]
    (tmp_path / "parts" / ".b.7.tmp").touch()
    storage.sweep("parts")
    assert [p.name for p in (tmp_path / "parts").iterdir()] == ["a"]


def test_unknown_store_is_told() -> None:
    with pytest.raises(StorageError, match="nostore://x: cannot be opened"):
        open_storage("nostore://x")
