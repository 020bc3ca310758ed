"""Records of crawls that are not whole: they are told, and never read as if they were."""

import gzip
import zlib
from pathlib import Path

import archives
import pytest
from archives import html, text_of_html, warc_record

from corpus.readers.archive import find_sources, read_sources
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article

PACKED = gzip.compress(html(1))


def response(body: bytes, *headers: str) -> bytes:
    head = "".join(f"{line}\r\n" for line in ("Content-Type: text/html; charset=utf-8", *headers))
    payload = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body
    return warc_record("response", "a1", payload)


def read(path: Path, record: bytes) -> list[Item]:
    (path / "a.warc").write_bytes(record + archives.warc(range(2, 3)))
    items = list(read_sources(find_sources([path / "a.warc"])))
    # Whatever is wrong with one record, the next is there.
    assert isinstance(items[-1], Article)
    assert items[-1].id == "a2"
    return items[:-1]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (response(PACKED[:-200], "Content-Encoding: gzip"), "packed as gzip is cut off"),
        (response(PACKED[:80] + b"\xa5" * 300, "Content-Encoding: gzip"), "cut off or damaged"),
        (response(zlib.compress(html(1))[:-100], "Content-Encoding: deflate"), "packed as deflate"),
        (response(b"\x1b\x07\x00\xf8\xa5\xff" * 9, "Content-Encoding: br"), "packed as br, which"),
        (response(PACKED, "Content-Encoding: gzip, br"), "packed as gzip, br, which is not read"),
        (
            response(html(1)).replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date"),
            "cut this record off (WARC-Truncated: length)",
        ),
        (
            response(html(1)).replace(b"WARC-Target-URI", b"WARC-Other"),
            "states no WARC-Target-URI",
        ),
        (response(b"<p></p>"), "the page holds no text of an article"),
    ],
    ids=["gzip-cut", "gzip-damaged", "deflate-cut", "brotli", "twice", "truncated", "no-address",
         "no-text"],
)  # fmt: skip
def test_record_that_is_not_whole_is_told(tmp_path: Path, record: bytes, reason: str) -> None:
    [item] = read(tmp_path, record)
    assert isinstance(item, Reject)
    assert reason in item.reason
    assert item.origin.endswith("a.warc:1")


@pytest.mark.parametrize(
    "record",
    [
        response(PACKED, "Content-Encoding: gzip"),
        response(zlib.compress(html(1)), "Content-Encoding: deflate"),
        response(html(1), "Content-Encoding: gzip"),
        response(html(1), "Content-Encoding: br"),
        response(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PACKED), PACKED), "Content-Encoding: gzip",
                 "Transfer-Encoding: chunked"),
    ],
    ids=["gzip", "deflate", "gzip-in-name-only", "brotli-in-name-only", "gzip-in-chunks"],
)  # fmt: skip
def test_record_that_is_whole_is_read(tmp_path: Path, record: bytes) -> None:
    [item] = read(tmp_path, record)
    assert isinstance(item, Article)
    assert item.text == text_of_html(1)
