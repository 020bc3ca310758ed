"""A cursor gives what reading each range from the beginning gives."""

import gzip
import random
import zipfile
from pathlib import Path

import pytest

from corpus.readers.archive import count_items, find_sources, read_items
from corpus.readers.cursors import Cursor

LINES = "\n".join(f'{{"id": "a{i}", "text": "متن {i}"}}' for i in range(40)).encode()


@pytest.fixture(params=["lines", "gzip", "zip", "array", "torn"])
def source(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    if request.param == "lines":
        path = tmp_path / "a.jsonl"
        path.write_bytes(LINES)
    elif request.param == "gzip":
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(LINES))
    elif request.param == "torn":
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(LINES)[:-60])
    elif request.param == "array":
        path = tmp_path / "a.json"
        path.write_bytes(b"[" + LINES.replace(b"\n", b",") + b"]")
    else:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("one.jsonl", LINES)
            archive.writestr("two.txt", "متن")
    return path


@pytest.mark.parametrize("order", ["forwards", "shuffled", "every-second"])
def test_ranges_are_those_of_the_source(source: Path, order: str) -> None:
    found = find_sources([source])[0]
    count = count_items(found)
    ranges = [(first, min(first + 7, count)) for first in range(0, count, 7)]
    if order == "shuffled":
        random.Random(2).shuffle(ranges)
    elif order == "every-second":
        ranges = ranges[::2]
    cursor = Cursor()
    whole = list(read_items(found))
    assert len(whole) == count
    for first, stop in ranges:
        assert list(cursor.items(found, first, stop)) == whole[first:stop]
    cursor.close()


def test_range_left_in_the_middle_is_read_anew(source: Path) -> None:
    found, cursor = find_sources([source])[0], Cursor()
    left = cursor.items(found, 0, 5)
    first = next(left)
    left.close()
    assert next(cursor.items(found, 0, 5)) == first
    cursor.close()


def test_file_that_is_not_there_is_one_reject(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    found = find_sources([tmp_path / "a.txt"])[0]
    (tmp_path / "a.txt").unlink()
    assert [item.origin for item in Cursor().items(found, 0, 1)] == [str(tmp_path / "a.txt")]
