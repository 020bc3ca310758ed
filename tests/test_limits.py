"""Bad input is told with its reason, and takes no good neighbour with it."""

import gzip
import io
import json
import os
import random
import resource
from collections import defaultdict
from pathlib import Path

import archives
import pytest
import spoilt
from archives import body, html, tarred, zipped

from corpus.readers.archive import count_items, find_sources, read_items, read_sources
from corpus.readers.html import read_page
from corpus.readers.limits import DEFAULT, Limits
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article

MIB = 1 << 20


def read(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    return list(read_sources(find_sources([path], limits=limits)))


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Reject)]


def texts(items: list[Item]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


def test_every_spoilt_file_is_told_and_every_good_neighbour_is_there(tmp_path: Path) -> None:
    cases = spoilt.cases()
    assert len({case.name for case in cases}) >= 200
    good = {f"good-{i:03}.txt": body(i) for i in range(40)}
    for name, text in good.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for case in cases:
        (tmp_path / case.name).write_bytes(case.data)
    (tmp_path / "broken-link.txt").symlink_to(tmp_path / "nowhere")
    sources = find_sources([tmp_path])
    found = {source.path.name: list(read_items(source)) for source in sources if source.path}
    assert {name: texts(found[name]) for name in good} == {n: [t] for n, t in good.items()}
    assert reasons(found["broken-link.txt"]) == ["cannot be read: No such file or directory"]
    wrong = defaultdict(list)
    for case in cases:
        items = found[case.name]
        told = reasons(items)
        if not any(case.reason in reason for reason in told):
            wrong[case.name].append(f"{case.reason!r} is not told in {told}")
        if case.good >= 0 and len(texts(items)) != case.good:
            wrong[case.name].append(f"{len(texts(items))} good of {case.good}; {told}")
    assert "\n".join(f"{name}: {why}" for name, why in wrong.items()) == ""
    for source in sources:
        assert source.path is not None
        assert count_items(source) == len(found[source.path.name]), source.path.name


@pytest.mark.parametrize("suffix", archives.PACKED)
def test_what_stands_before_a_tear_is_kept(tmp_path: Path, suffix: str) -> None:
    lines = [json.dumps({"id": str(i), "text": f"{body(i)} {hash((i, 7)):x}"}) for i in range(3000)]
    data = archives.PACKED[suffix]("\n".join(lines).encode())
    (tmp_path / f"a.jsonl{suffix}").write_bytes(data[: len(data) * 9 // 10])
    items = read(tmp_path / f"a.jsonl{suffix}")
    # bzip2 packs in blocks of 900 kB: what is torn of the last is lost.
    assert len(texts(items)) > 1000
    assert "ends in the middle" in reasons(items)[-1]


def test_wrong_checksum_loses_nothing(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(i), "text": body(i)}) for i in range(2000)]
    packed = bytearray(gzip.compress(("\n".join(lines) + "\n").encode()))
    packed[-5] ^= 1
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    items = read(tmp_path / "a.jsonl.gz")
    assert len(texts(items)) == 2000
    assert "incorrect data check" in reasons(items)[-1]


def test_archive_that_is_too_large_or_has_too_many_members(tmp_path: Path) -> None:
    members = {f"{i}.txt": (body(i) * 20).encode() for i in range(20)}
    for name, data in (("a.zip", zipped(members)), ("a.tar", tarred(members))):
        (tmp_path / name).write_bytes(data)
        items = read(tmp_path / name, Limits(members=5))
        assert (len(texts(items)), reasons(items)) == (5, ["holds over 5 members"])
        items = read(tmp_path / name, Limits(archive=20_000))
        assert 0 < len(texts(items)) < 20
        assert set(reasons(items)) == {"unpacks to over 20000 bytes"}


def test_zip_of_many_small_bombs(tmp_path: Path) -> None:
    # Each member is small; it is together that they are too much for their archive.
    members = {f"{i}.txt": b"0" * 900_000 for i in range(9)}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    assert any("archive bomb" in reason for reason in reasons(read(tmp_path / "a.zip")))


def test_zip_is_read_alike_from_anywhere(tmp_path: Path) -> None:
    members = {"a.txt": body(1).encode(), "b.txt": b"0" * 5_000_000, "c.txt": body(2).encode()}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (source,) = find_sources([tmp_path / "a.zip"])
    whole = list(read_items(source))
    assert texts(whole) == [body(1), body(2)]
    assert "archive bomb" in reasons(whole)[0]
    assert [item for n in range(3) for item in read_items(source, n, n + 1)] == whole


def test_zip_member_of_another_format_than_its_name_is_read_whole(tmp_path: Path) -> None:
    members = {"crawl.txt": archives.warc(range(3)), "d.txt": body(9).encode()}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (source,) = find_sources([tmp_path / "a.zip"])
    assert len(texts(list(read_items(source)))) == count_items(source) == 4


def test_document_of_50_mb(tmp_path: Path) -> None:
    words = f"{body(1)} ".encode()
    data = words * (50 * MIB // len(words) + 1)
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.html").write_bytes(b"<p>" + data)
    (tmp_path / "c.jsonl").write_bytes(
        b'{"id": "c", "text": "' + data + b'"}\n' + archives.jsonl(range(1, 2))
    )
    (tmp_path / "d.txt").write_bytes(b"a" * (65 * MIB))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    items = read(tmp_path)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert texts(items) == [body(1)]
    assert [reason.split(";")[0][:18].strip() for reason in reasons(items)] == [
        "text has 29596980", "larger than 20 MiB", "text has 29596980", "larger than 64 MiB",
    ]  # fmt: skip
    assert grown < 700 * 1024


def test_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(archives.jsonl(range(1, 4)))
    [source] = find_sources([file])
    items = read_items(source)
    first = next(items)
    with file.open("ab") as handle:
        handle.write(b"\n")
    os.utime(file, (1, 1))
    rest = list(items)
    assert [item.id for item in (first, *rest)] == ["a1", "a2", "a3", None]
    assert reasons(rest) == ["the file changed while it was read; read it again"]


def test_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "1.txt").write_text(body(1), encoding="utf-8")
    (tmp_path / "closed").mkdir()
    listed = os.scandir

    # Whoever runs the tests may be allowed everything.
    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    items = read(tmp_path)
    assert texts(items) == [body(1)]
    assert len(reasons(items)) == 1
    assert [item.origin for item in items if isinstance(item, Reject)] == [str(tmp_path / "closed")]


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode("خبر.txt".encode("cp1256", "replace"))
    (tmp_path / name).write_text(body(1), encoding="utf-8")
    [item] = read(tmp_path)
    assert isinstance(item, Article)
    assert item.id.startswith("\\xce\\xc8")
    item.model_dump_json()


@pytest.mark.parametrize(
    "page",
    [
        "<a " * 200_000,
        "<!--" * 200_000,
        "<a b='" * 100_000,
        "&amp" * 50_000,
        "<p>" * 40_000 + body(1),
        "<b>" * 4_000 + body(1),
        "<table><tr><td>" * 1_500 + body(1),
        "<" * 300_000,
        "<div class=date>x" * 4_000 + "<div itemprop=articleBody>x" * 900,
    ],
    ids=[
        "tags",
        "comments",
        "quotes",
        "references",
        "paragraphs",
        "bold",
        "tables",
        "less",
        "nested",
    ],
)
def test_hostile_page_takes_time_by_its_length(page: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    read_page(page)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 3


@pytest.mark.parametrize(
    "data",
    [b"[" * 300_000, b'{"a":' * 100_000, b'["' + b"\\" * 500_000, b'[{"a": "' + b"x" * 3_000_000],
    ids=["arrays", "objects", "escapes", "string"],
)
def test_hostile_json_takes_time_by_its_length(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    assert reasons(read(tmp_path / "a.json")) != []
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 3


def test_memory_stays_flat_over_a_long_stream(tmp_path: Path) -> None:
    line = json.dumps({"text": body(1)}).encode() + b"\n"
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", compresslevel=1) as out:
        out.write(line * 2000)
    with gzip.open(tmp_path / "b.jsonl.gz", "wb", compresslevel=1) as out:
        for i in range(40):
            out.write(line.replace(b"text", b"text%d" % i) + line * 1000)
    [small, large] = find_sources([tmp_path])
    assert count_items(small, io.BytesIO()) == 2000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert count_items(large) == 40_040
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024


def test_page_in_a_crawl_that_is_packed(tmp_path: Path) -> None:
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    payload += b"Content-Encoding: gzip\r\n\r\n"
    good = archives.warc_record("response", "g", payload + gzip.compress(html(1)))
    bomb = archives.warc_record("response", "b", payload + gzip.compress(b"0" * (30 * MIB)))
    (tmp_path / "a.warc").write_bytes(bomb + good)
    items = read(tmp_path / "a.warc")
    assert texts(items) == [archives.text_of_html(1)]
    assert reasons(items) == ["larger than 20 MiB"]


def test_crawl_with_a_damaged_member_goes_on_behind_it(tmp_path: Path) -> None:
    members = [gzip.compress(record) for record in archives.warc_records(range(1, 9))]
    bad = bytearray(members[7])
    bad[len(bad) // 2 : len(bad) // 2 + 30] = b"\xa5" * 30
    members[7] = bytes(bad)
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    items = read(tmp_path / "a.warc.gz")
    assert [i.id for i in items if isinstance(i, Article)] == [
        f"a{i}" for i in (1, 2, 3, 5, 6, 7, 8)
    ]
    assert any(reason.startswith("cannot be unpacked: bad .gz data") for reason in reasons(items))


def test_crawl_with_too_long_a_length_loses_that_record_alone(tmp_path: Path) -> None:
    records = archives.warc_records(range(1, 6))
    records[3] = records[3].replace(b"Content-Length: 1", b"Content-Length: 5")
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    items = read(tmp_path / "a.warc")
    assert [item.id for item in items if isinstance(item, Article)] == ["a1", "a3", "a4", "a5"]
    assert len(reasons(items)) == 1


def _mutations(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(changed) or 1), chance.randrange(1, 200)
        kind = chance.randrange(4)
        if kind == 0:
            del changed[at : at + length]
        elif kind == 1:
            changed[at:at] = chance.randbytes(chance.randrange(1, 40))
        elif kind == 2:
            changed[at : at + 1] = chance.choice([b'"', b"{", b"]", b"<", b"<!--", b"\0", b"\n"])
        else:
            changed[at:at] = changed[at : at + length]
    return bytes(changed)


def test_files_changed_at_random_never_break_the_run(tmp_path: Path) -> None:
    chance = random.Random(20)
    whole = {name: make(range(1, 6)) for name, make in archives.TABULAR.items()}
    whole |= {"a.html": html(1), "a.txt": body(1).encode()}
    whole |= {"a.zip": zipped(whole), "a.tar": tarred(whole)}
    whole |= {f"a.tar{s}": pack(tarred(whole)) for s, pack in archives.PACKED.items()}
    for number in range(250):
        name = chance.choice(sorted(whole))
        file = tmp_path / name
        file.write_bytes(_mutations(whole[name], chance))
        [source] = find_sources([file])
        items = list(read_items(source))
        assert items, (number, name)
        assert count_items(source) == len(items), (number, name)
        assert not [reason for reason in reasons(items) if "Error:" in reason], (number, name)
