"""About two hundred files that are spoilt in a way each, and what must become of them."""

import gzip
import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import archives
from archives import PACKED, body, html, tarred, warc_record, zipped

GOOD = range(1, 4)
_ROWS = [json.dumps(row, ensure_ascii=False).encode() for row in archives.rows(GOOD)]
_BAD_UTF8 = archives.TEXT.encode()[:-1] + b" " + body(2).encode()


@dataclass(frozen=True)
class Spoilt:
    """A file, words of the reason of its reject, and how many good articles are in it."""

    name: str
    data: bytes
    reason: str
    good: int = 0


def lines(bad: bytes) -> bytes:
    return b"\n".join((_ROWS[0], bad, _ROWS[1], _ROWS[2], b""))


def array(bad: bytes) -> bytes:
    return b"[" + b",\n".join((_ROWS[0], bad, _ROWS[1], _ROWS[2])) + b"]"


def feed(bad: str, head: str = "") -> bytes:
    made = archives.rss(GOOD).decode()
    first, rest = made.split("</item>", 1)
    return (head + first + "</item>" + bad + rest).encode()


def crawl(bad: bytes) -> bytes:
    info, *records = archives.warc_records(GOOD)
    return info + records[0] + bad + b"".join(records[1:])


def page(payload: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    return warc_record("response", "bad", head + payload)


def table(bad: str | bytes) -> bytes:
    row = bad.encode() if isinstance(bad, str) else bad
    return "\n".join(("id,text", f"1,{body(1)}", "")).encode() + row + f"\n3,{body(3)}".encode()


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{i} "{f"&lol{i - 1 or str()};" * 10}">' for i in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'

# One document or file of each kind; below, each is also read packed and out of archives.
BASE = [
    Spoilt("empty.txt", b"", "text is empty"),
    Spoilt("blank.txt", " \n\u200c\t".encode(), "text is empty"),
    Spoilt("damaged.txt", _BAD_UTF8, "damaged UTF-8"),
    Spoilt("nul.txt", body(1).encode() + b"\0" * 9, "NUL at character"),
    Spoilt("zeros.txt", b"\0" * 4096, "NUL at character"),
    Spoilt("binary.txt", bytes(range(256)) * 8, "is it a text file"),
    Spoilt("half.txt", b"\xff\xfe" + body(1).encode("utf-16-le")[:-1], "not valid utf-16-le"),
    Spoilt("lone.txt", b"\xff\xfe" + "\ud800x".encode("utf-16-le", "surrogatepass"), "not valid"),
    Spoilt("torn.jsonl", lines(_ROWS[0])[:-30], "broken JSON", 3),
    Spoilt("broken.jsonl", lines(b'{"id": "b", "text": '), "broken JSON", 3),
    Spoilt("list.jsonl", lines(b"[1]"), "a JSON object is wanted", 3),
    Spoilt("deep.jsonl", lines(b"[" * 50_000), "nested too deeply", 3),
    Spoilt("type.jsonl", lines(b'{"id": "b", "text": 5}'), "text: Input should be", 3),
    Spoilt("notext.jsonl", lines(b'{"id": "b"}'), "text is missing", 3),
    Spoilt("lone.jsonl", lines(b'{"id": "b", "text": "\\ud800"}'), "lone surrogate", 3),
    Spoilt("nul.jsonl", lines(b'{"id": "b", "text": "a\\u0000"}'), "NUL at character 1", 3),
    Spoilt("number.jsonl", lines(b'{"id": ' + b"9" * 5000 + b"}"), "JSON that cannot be read", 3),
    Spoilt("bytes.jsonl", lines(b'{"id": "b", "text": "' + _BAD_UTF8 + b'"}'), "damaged UTF-8", 3),
    Spoilt("record.jsonl", lines(b'{"schema_version": "1"}'), "finished record", 3),
    Spoilt("blank.jsonl", b"\n\n \n", "holds no article"),
    Spoilt("torn.json", array(_ROWS[0])[:-40], "the file ends in the middle", 3),
    Spoilt("broken.json", array(b'{"id": "b" "text": "x"}'), "broken JSON", 3),
    Spoilt("quote.json", array(b'{"id": "b", "text": "a "b"}'), "a quote is missing", 3),
    Spoilt("nothing.json", b"[1, 2, 3]", "holds no article"),
    Spoilt("bytes.json", array(b'{"id": "b", "text": "' + _BAD_UTF8 + b'"}'), "damaged UTF-8", 3),
    Spoilt("short.csv", table("2"), "1 cells under 2 columns", 2),
    Spoilt("long.csv", table("2,a,b"), "3 cells under 2 columns", 2),
    Spoilt("quote.csv", table('2,"a'), "a quote is never closed", 2),
    Spoilt("bytes.csv", table(b"2," + _BAD_UTF8), "damaged UTF-8", 2),
    Spoilt("nul.csv", table("2,a\0b"), "NUL at character", 2),
    Spoilt("cell.csv", table("2,"), "text is missing", 2),
    Spoilt("columns.csv", b"a,b\n1,2\n", "no column holds the text"),
    Spoilt("header.csv", b"id,text\n", "holds no row"),
    Spoilt("laughs.xml", feed("<item><title>&lol9;</title></item>", LAUGHS), "entity &lol9;", 3),
    Spoilt("outside.xml", feed("<item><title>&xxe;</title></item>", OUTSIDE), "entity &xxe;", 3),
    Spoilt("control.xml", feed("<item><title>a\x08b</title></item>"), "not well-formed", 3),
    Spoilt("crossed.xml", feed("<item><title>a</item>"), "mismatched tag", 3),
    Spoilt("open.xml", feed("<item><title>a</title>"), "not closed before", 3),
    Spoilt("notext.xml", feed("<item><title>a</title></item>"), "text is missing", 3),
    Spoilt("torn.xml", archives.rss(GOOD)[:-80], "ends in the middle", 2),
    Spoilt("none.xml", b"<?xml version='1.0'?><a><b/></a>", "no element that holds"),
    Spoilt("within.xml", feed("<item><!DOCTYPE x><title>a</title></item>"), "broken XML", 3),
    Spoilt("torn.warc", archives.warc(GOOD)[:-6], "ends in the middle", 3),
    Spoilt("between.warc", crawl(b"what is this\r\n"), "no record begins here", 3),
    Spoilt(
        "length.warc",
        crawl(page(html(9)).replace(b"Content-Length: 1", b"Content-Length: 0")),
        "length is not the one",
        3,
    ),
    Spoilt("headless.warc", crawl(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"), "no length", 3),
    Spoilt("nopage.warc", crawl(page(b"<p></p>")), "no text of an article", 3),
    Spoilt("nul.warc", crawl(page(b"<p>a\0b</p>")), "NUL at character", 3),
    Spoilt("empty.html", b"<html></html>", "no text of an article"),
    Spoilt("nul.html", b"<p>a\0b</p>", "NUL at character"),
    Spoilt("deep.html", b"<div>" * 9000 + b"x", "nested over"),
    Spoilt("damaged.html", b"<p>" + _BAD_UTF8, "damaged UTF-8"),
    Spoilt("torn.parquet", archives.parquet(GOOD)[:-9], "damaged Parquet"),
    Spoilt("bits.parquet", b"PAR1" + b"\xff" * 400 + b"PAR1", "damaged Parquet"),
    Spoilt("some.pdf", b"%PDF-1.7 " + bytes(range(256)), "a PDF"),
]


def packed() -> Iterator[Spoilt]:
    """The same out of gzip, zip and tar, beside good members."""
    good = {"good-1.txt": body(1).encode(), "good-2.html": html(2)}
    for case in BASE:
        if case.name != "empty.txt":
            yield Spoilt(f"{case.name}.gz", gzip.compress(case.data), case.reason, case.good)
        members = {"good-1.txt": good["good-1.txt"], case.name: case.data, "z.html": html(2)}
        yield Spoilt(f"{case.name}.zip", zipped(members), case.reason, case.good + 2)
        yield Spoilt(f"{case.name}.tar", tarred(members), case.reason, case.good + 2)


def _many(count: int = 400) -> bytes:
    # Of words that repeat little: packed they are far from a bomb.
    return b"".join(
        json.dumps({"id": f"m{i}", "text": f"{body(i)} {i * i * i:x}"}).encode() + b"\n"
        for i in range(count)
    )


def torn_packings() -> Iterator[Spoilt]:
    for suffix, pack in PACKED.items():
        data = pack(_many())
        yield Spoilt(f"cut.jsonl{suffix}", data[: len(data) // 2], "ends in the middle", -1)
        bad = bytearray(data)
        # bzip2 checks a block at its end, after giving all of it: its head is spoilt.
        middle = 4 if suffix == ".bz2" else len(bad) // 2
        bad[middle : middle + 40] = b"\xa5" * 40
        yield Spoilt(f"bits.jsonl{suffix}", bytes(bad), f"{suffix} data", -1)
        yield Spoilt(f"mark.txt{suffix}", data[:6] + b"\xff" * 90, f"bad {suffix} data")
        yield Spoilt(f"head.txt{suffix}", pack(body(1).encode())[:8], "ends in the middle")
        bomb = pack(b"0" * (3 << 20))
        yield Spoilt(f"bomb.txt{suffix}", bomb, "archive bomb")
        nested = body(1).encode()
        for _ in range(5):
            nested = pack(nested)
        yield Spoilt(f"nested.txt{suffix}", nested, "packed in more than 4 layers")


def _zip_with(info: zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("good-1.txt", body(1))
        archive.writestr(info, data)
        archive.writestr("good-2.txt", body(2))
    return out.getvalue()


def _zip_link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    return info


def _patched(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def zips() -> Iterator[Spoilt]:
    whole = zipped({f"{i}.txt": body(i).encode() for i in (1, 2, 3)})
    yield Spoilt("torn-end.zip", whole[:-30], "damaged zip", 3)
    yield Spoilt("torn-middle.zip", whole[: whole.index(b"3.txt") + 40], "damaged zip", 2)
    yield Spoilt("empty.zip", zipped({}), "holds no file")
    yield Spoilt("stub.zip", b"PK\x03\x04", "damaged zip")
    for name in ("../up.txt", "/root.txt", "a/../../b.txt", "C:\\x.txt"):
        key = name.strip("./").replace("/", "_").replace("\\", "_").replace(":", "")
        yield Spoilt(f"path-{key}.zip", _zip_with(zipfile.ZipInfo(name)), "leads out", 2)
    yield Spoilt("link.zip", _zip_with(_zip_link(), b"/etc/passwd"), "a link", 2)
    secret = bytearray(_zip_with(zipfile.ZipInfo("secret.txt")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = secret.index(b"secret.txt") if mark == b"PK\x03\x04" else secret.rindex(b"secret.txt")
        start = secret.rindex(mark, 0, at)
        secret[start + flags] |= 1
    yield Spoilt("secret.zip", bytes(secret), "encrypted", 2)
    stored = _zip_with(zipfile.ZipInfo("crc.txt"), b"checksum")
    yield Spoilt("crc.zip", _patched(stored, b"checksum", b"chucksem"), "Bad CRC", 2)
    method = bytearray(_zip_with(zipfile.ZipInfo("m.txt")))
    at = method.rindex(b"PK\x01\x02", 0, method.rindex(b"m.txt"))
    method[at + 10 : at + 12] = struct.pack("<H", 97)
    yield Spoilt("method.zip", bytes(method), "compression", 2)
    bomb = zipped({"1.txt": body(1).encode(), "bomb.txt": b"0" * (3 << 20)})
    yield Spoilt("bomb.zip", bomb, "archive bomb", 1)
    inner = zipped({"1.txt": body(1).encode()})
    for _ in range(4):
        inner = zipped({"n.zip": inner})
    yield Spoilt("nested.zip", inner, "packed in more than 4 layers")


def _tar_with(info: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, number in (("good-1.txt", 1), ("", 0), ("good-2.txt", 2)):
            found = tarfile.TarInfo(name) if name else info
            found.size = len(body(number).encode()) if name or info.isreg() else 0
            archive.addfile(found, io.BytesIO(body(number).encode()))
    return out.getvalue()


def tars() -> Iterator[Spoilt]:
    whole = tarred({f"{i}.txt": body(i).encode() for i in (1, 2, 3)})
    yield Spoilt("torn-member.tar", whole[: 3 * 512 + 20], "ends in the middle", 1)
    bad = bytearray(whole)
    second = whole.index(b"2.txt")
    bad[second + 148 : second + 156] = b"99999999"
    yield Spoilt("header.tar", bytes(bad), "damaged header", 2)
    yield Spoilt("no-end.tar", whole[: whole.rindex(b"3.txt") + 1024], "without its end mark", 3)
    yield Spoilt("empty.tar", tarred({}), "holds no file")
    yield Spoilt("named.tar", b"not a tar at all" * 99, "damaged tar")
    for name in ("../up.txt", "/root.txt", "a/../../b.txt"):
        key = name.strip("./").replace("/", "_")
        yield Spoilt(f"path-{key}.tar", _tar_with(tarfile.TarInfo(name)), "leads out", 2)
    for kind, name in (
        (tarfile.SYMTYPE, "link"),
        (tarfile.LNKTYPE, "hardlink"),
        (tarfile.FIFOTYPE, "pipe"),
        (tarfile.CHRTYPE, "device"),
    ):
        info = tarfile.TarInfo(f"{name}.txt")
        info.type, info.linkname = kind, "good-1.txt"
        yield Spoilt(f"{name}.tar", _tar_with(info), "a link" if "link" in name else "device", 2)


def cases() -> list[Spoilt]:
    return [*BASE, *packed(), *torn_packings(), *zips(), *tars()]
