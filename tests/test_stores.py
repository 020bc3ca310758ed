"""A store that is lost while it is read costs no article."""

import gzip
import io
import json
import random
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.readers.archive import count_items, read_items
from corpus.readers.remote import RemotePath
from corpus.readers.streams import Source
from corpus.stores import StoreError

_CHANCE = random.Random(1)
LINES = "\n".join(
    json.dumps({"id": f"a{i}", "text": _CHANCE.randbytes(200).hex()}) for i in range(2000)
).encode()


def zipped() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("one.jsonl", LINES)
    return data.getvalue()


class Failing(io.BytesIO):
    """Gives what it has up to a place, then raises what a network library does."""

    def __init__(self, data: bytes, good: int) -> None:
        super().__init__(data)
        self._good = good

    def readinto(self, buffer: Any) -> int:
        if self.tell() > self._good:
            raise RuntimeError("the server is gone")
        return super().readinto(buffer)


@pytest.mark.parametrize(
    ("name", "data", "good"),
    [
        ("a.jsonl", LINES, 100_000),
        ("a.jsonl.gz", gzip.compress(LINES), 70_000),
        ("a.zip", zipped(), 100_000),
        ("a.txt", LINES, 100_000),
        ("a.html", b"<html><p>" + LINES, 100_000),
        ("a.jsonl", LINES, -1),
    ],
    ids=["jsonl", "gz", "zip", "text", "html", "at-once"],
)
def test_store_that_is_lost_is_no_damaged_file(
    monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, good: int
) -> None:
    files = SimpleNamespace(open=lambda *_, **__: Failing(data, good))
    monkeypatch.setattr("corpus.readers.remote.open_store", lambda url: (files, url))
    source = Source(RemotePath(f"s3://news/{name}"), name)
    with pytest.raises(StoreError, match=f"s3://news/{name}: .*the server is gone"):
        list(read_items(source))
    if name.startswith(("a.jsonl", "a.zip")):  # others are counted without being read
        with pytest.raises(StoreError):
            count_items(source)


def test_part_whose_store_is_lost_is_left_undone() -> None:
    from extractor.engines.worker import Failed, Task, _run

    def lose(*_: object) -> None:
        raise StoreError("s3://news/a.jsonl: gone")

    part = SimpleNamespace(name="000000-0")
    failed = _run(SimpleNamespace(run=lose), Task(part, {}))  # type: ignore[arg-type]
    assert failed == Failed("000000-0", "s3://news/a.jsonl: gone", fatal=False)
