"""Archives come in many forms; whatever cannot be read is told, and nothing is lost."""

import gzip
import io
import json
from pathlib import Path

import pytest
from archives import zipped

from corpus.encodings import decode
from corpus.readers.archive import (
    InputError,
    count_items,
    find_sources,
    read_items,
    read_sources,
)
from corpus.readers.limits import Limits
from corpus.readers.records import find_entry
from corpus.rejects import Reject
from corpus.sinks.jsonl import JsonlSink, rejects_path
from schemas.article import Article
from schemas.errors import ArticleError

TEXT = "خوشه فرش قم ۱۲ واحد دارد"
OLD = "خوشه فرش قم داراي 12 واحد است و كار مي كند"  # what a legacy encoding can hold


def read(path: Path | str, stdin: bytes = b"") -> list[Article | Reject]:
    return list(read_sources(find_sources([path]), io.BytesIO(stdin)))


def reasons(items: list[Article | Reject]) -> list[str]:
    return [f"{item.origin}: {item.reason}" for item in items if isinstance(item, Reject)]


def texts(items: list[Article | Reject]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (TEXT.encode(), TEXT, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, "utf-8"),
        (TEXT.encode("utf-16"), TEXT, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
        (TEXT.encode("utf-32"), TEXT, "utf-32-le"),
        (OLD.encode("utf-16-le"), OLD, "utf-16-le"),
        (OLD.encode("utf-16-be"), OLD, "utf-16-be"),
        (OLD.encode("cp1256"), OLD, "cp1256"),
        (OLD.encode("iso8859_6"), OLD, "iso8859_6"),
        (b"plain ascii", "plain ascii", "utf-8"),
        ("a\r\nb\rc\u2028d".encode(), "a\r\nb\rc\u2028d", "utf-8"),
    ],
    ids=[
        "utf-8",
        "utf-8-mark",
        "utf-16-mark",
        "utf-16-be-mark",
        "utf-32-mark",
        "utf-16-unmarked",
        "utf-16-be-unmarked",
        "cp1256",
        "iso8859-6",
        "ascii",
        "line-ends-kept",
    ],
)
def test_decode_keeps_every_character(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (TEXT.encode()[:-1] + b" " + TEXT.encode(), "damaged UTF-8: byte 0xd8 at"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "not valid utf-16-le"),
        (bytes(range(256)) * 8, "is it a text file"),
    ],
    ids=["damaged-utf-8", "half-a-code-unit", "binary"],
)
def test_decode_refuses_to_guess(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        decode(data)


def test_jsonl_tells_each_bad_line_and_reads_on(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    lines = [
        json.dumps({"id": 1, "text": TEXT, "other": []}).encode(),
        b'{"id": "2", "text": ',
        b"[1, 2]",
        b'{"id": "3", "text": 5}',
        b'{"id": "4", "text": "  "}',
        b'{"id": "5"}',
        b'{"id": "6", "text": "\\ud800"}',
        b"",
        b"[" * 100_000,
        b'{"id": 1, "text": "again"}',
        b'{"schema_version": "1"}',
        b'{"id": "7", "text": "' + TEXT.encode()[:-1] + b'"}',
        json.dumps({"id": "8", "text": TEXT}, ensure_ascii=False).encode(),
    ]
    file.write_bytes(b"\n".join(lines))
    items = read(file)
    assert texts(items) == [TEXT, TEXT]
    assert [reason.removeprefix(str(file)) for reason in reasons(items)] == [
        ":2: broken JSON: Expecting value at character 21",
        ":3: a JSON object is wanted, not list",
        ":4: text: Input should be a valid string",
        ":5: text is empty",
        ":6: text is missing",
        ":7: text: lone surrogate U+D800 at character 0, which UTF-8 cannot hold; "
        "read the source again with its right encoding",
        ":9: broken JSON: brackets are nested too deeply",
        " at byte 100275: this id was already read; ids must be unique",
        ":11: this is a finished record, not an article",
        ":12: damaged UTF-8: byte 0xd8 at 62; mend the file or fetch it again",
    ]
    assert [item.id for item in items if isinstance(item, Reject)][2:6] == ["3", "4", "5", "6"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_jsonl_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "news.jsonl"
    lines = [json.dumps({"id": key, "text": OLD}, ensure_ascii=False) for key in "ab"]
    file.write_bytes("\n".join(lines).encode(encoding))
    assert texts(read(file)) == [OLD, OLD]


def test_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x", encoding="utf-8")
    (tmp_path / "b" / "2.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "j", "text": TEXT}), encoding="utf-8")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    items = read(tmp_path)
    assert [item.id for item in items] == ["j", "b/2.txt", "c.txt", "empty.txt", None]
    assert [reason.rpartition("/")[2] for reason in reasons(items)] == [
        "empty.txt: text is empty",
        "gone.txt: cannot be read: No such file or directory",
    ]


@pytest.mark.parametrize("name", ["a", "a.gz", "a.dat"])
@pytest.mark.parametrize("packed", [False, True], ids=["bare", "gzip"])
def test_form_is_known_by_content(tmp_path: Path, name: str, packed: bool) -> None:
    data = b"\n" + json.dumps({"id": "j", "text": TEXT}).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if packed else data)
    assert [item.id for item in read(tmp_path / name)] == ["j"]


def test_text_file_with_a_brace_stays_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("{خوشه}", encoding="utf-8")
    assert texts(read(tmp_path / "a.txt")) == ["{خوشه}"]


@pytest.mark.parametrize(
    "data", [TEXT.encode(), gzip.compress(TEXT.encode())], ids=["bare", "gzip"]
)
def test_standard_input_is_read(data: bytes) -> None:
    items = read("-", data)
    assert texts(items) == [TEXT]
    assert items[0].id == "stdin"


def test_torn_gzip_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    lines = [json.dumps({"id": str(i), "text": f"{TEXT} {i * i}"}) for i in range(20_000)]
    packed = gzip.compress("\n".join(lines).encode())
    file.write_bytes(packed[: len(packed) // 2])
    items = read(file)
    assert len(texts(items)) > 100
    assert "cannot be unpacked" in reasons(items)[-1]


def test_size_is_bounded(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"a" * (3 << 20))
    items = list(read_sources(find_sources([file], limits=Limits(document=1 << 20))))
    assert reasons(items) == [f"{file}: larger than 1 MiB; split it into articles"]


def test_empty_lines_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n", encoding="utf-8")
    assert reasons(read(tmp_path / "a.jsonl")) == [
        f"{tmp_path / 'a.jsonl'}: the file holds no article"
    ]


def test_wrong_path_and_empty_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file or folder"):
        find_sources([tmp_path / "nowhere"])
    with pytest.raises(InputError, match="the folder holds no file to read"):
        find_sources([tmp_path])


def test_pattern_finds_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "s/b.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("متن", encoding="utf-8")
    (tmp_path / "news" / "empty").mkdir()
    for paths in (["news/**"], ["news/**/*"], ["news/*"], ["news", "news/s"], ["news", "news"]):
        found = find_sources([tmp_path / path for path in paths])
        assert sorted(source.name.rpartition("/")[2] for source in found) == ["a.txt", "b.txt"]
    with pytest.raises(InputError, match="no file fits"):
        find_sources([tmp_path / "news" / "emp*"])


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", b"\n\n"), ("a.json", b"[]"), ("a.zip", zipped({"__MACOSX/a.txt": b"x"}))],
)
def test_source_without_an_article_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (source,) = find_sources([tmp_path / name])
    (item,) = read_items(source)
    assert isinstance(item, Reject)
    assert count_items(source) == 1


def test_reject_line_survives_any_file_name() -> None:
    line = Reject("\udce9.txt", "text is empty").line()
    assert json.loads(line.encode())["origin"] == "\udce9.txt"


@pytest.mark.parametrize("name", ["a.jsonl", "a#b.jsonl"])
def test_entry_is_found_by_id(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    lines = [json.dumps({"id": key, "text": TEXT}) for key in ("x", "y#1")]
    file.write_text("\n".join(lines), encoding="utf-8")
    found = find_entry(f"{file}#x")
    assert isinstance(found, Article)
    assert found.id == "x"
    with pytest.raises(InputError, match="holds 2 articles; choose one"):
        find_entry(str(file))
    with pytest.raises(InputError, match="holds no article with id 'z'"):
        find_entry(f"{file}#z")


def test_sink_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "new" / "out.jsonl"
    with JsonlSink(file) as sink:
        sink.write("one")
        assert not file.exists()
    assert file.read_text(encoding="utf-8") == "one\n"
    with pytest.raises(KeyboardInterrupt):
        _write_and_interrupt(file)
    assert file.read_text(encoding="utf-8") == "one\n"
    assert [path.name for path in file.parent.iterdir()] == ["out.jsonl"]


def _write_and_interrupt(file: Path) -> None:
    with JsonlSink(file) as sink:
        sink.write("two")
        raise KeyboardInterrupt


def test_sink_without_lines_removes_an_older_file(tmp_path: Path) -> None:
    file = rejects_path(tmp_path / "out.jsonl")
    assert file.name == "out.rejects.jsonl"
    file.touch()
    with JsonlSink(file, keep_empty=False):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_range_of_items_is_read_with_their_origins(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    lines = [json.dumps({"text": f"{TEXT} {i}"}).encode() + b"\n" for i in range(10)]
    lines[4] = b"{broken\n"
    file.write_bytes(gzip.compress(b"".join(lines)))
    [source] = find_sources([file])
    everything = list(read_items(source))
    assert count_items(source) == len(everything) == 10
    for first, stop in ((0, 3), (3, 7), (7, 10)):
        assert list(read_items(source, first, stop)) == everything[first:stop]
    article = everything[3]
    assert isinstance(article, Article)
    assert article.origin is not None
    assert (article.id, article.encoding) == ("a.jsonl:4", "utf-8")
    assert (article.origin.file, article.origin.unit) == ("a.jsonl.gz", "byte")
    whole = gzip.decompress(file.read_bytes())
    assert whole[article.origin.start : article.origin.end] == lines[3]
