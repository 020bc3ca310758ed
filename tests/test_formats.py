"""Every format gives the same articles, bare or packed, and says where each of them stood."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import archives
import pytest
from archives import PACKED, TABULAR, body, html, tarred, text_of_html, zipped

from corpus.readers.archive import count_items, find_sources, read_items, read_sources
from corpus.readers.cursors import Cursor
from corpus.readers.fields import Fields
from corpus.readers.formats import recognize
from corpus.readers.html import read_page
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article

NUMBERS = range(1, 8)


def read(path: Path, fields: Fields | None = None) -> list[Item]:
    return list(read_sources(find_sources([path], fields or Fields())))


def articles(items: list[Item]) -> list[Article]:
    assert [item for item in items if isinstance(item, Reject)] == []
    return [item for item in items if isinstance(item, Article)]


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Reject)]


@pytest.mark.parametrize("suffix", ["", *PACKED])
@pytest.mark.parametrize("name", TABULAR)
def test_format_is_read(tmp_path: Path, name: str, suffix: str) -> None:
    data = TABULAR[name](NUMBERS)
    file = tmp_path / (name + suffix)
    file.write_bytes(PACKED[suffix](data) if suffix else data)
    found = articles(read(file))
    assert [article.id for article in found] == [f"a{i}" for i in NUMBERS]
    wanted = text_of_html if "warc" in name else body
    assert [article.text for article in found] == [wanted(i) for i in NUMBERS]
    assert {article.published for article in found} == {date(2023, 8, 3)}
    assert [article.title for article in found] == [f"{archives.TITLE} {i}" for i in NUMBERS]
    assert {article.encoding for article in found} == {"utf-8"}
    _assert_origins(found, data, name + suffix)


def _assert_origins(found: list[Article], data: bytes, name: str) -> None:
    for number, article in enumerate(found):
        origin = article.origin
        assert origin is not None
        assert origin.file == name
        if origin.unit == "byte":
            stood = data[origin.start : origin.end]
            assert body(number + 1).encode() in stood
            assert body(number + 2).encode() not in stood
        else:
            assert (origin.unit, origin.start, origin.end) == ("row", number, number + 1)


@pytest.mark.parametrize("name", TABULAR)
def test_any_range_is_what_it_is_in_the_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TABULAR[name](NUMBERS))
    [source] = find_sources([tmp_path / name])
    everything = list(read_items(source))
    assert count_items(source) == len(everything)
    for first, stop in ((0, 2), (2, 5), (5, 7), (6, 99), (9, 12)):
        assert list(read_items(source, first, stop)) == everything[first:stop]


@pytest.mark.parametrize("name", TABULAR)
def test_format_is_known_without_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_bytes(TABULAR[name](NUMBERS))
    assert [item.id for item in read(tmp_path / "a")] == [f"a{i}" for i in NUMBERS]


def _everything() -> dict[str, bytes]:
    made = {
        f"t/{name}": make(range(i * 10, i * 10 + 3))
        for i, (name, make) in enumerate(TABULAR.items(), 1)
    }
    return made | {
        "p/1.html": html(900),
        "p/2.txt": body(901).encode(),
        "p/3.html.gz": PACKED[".gz"](html(902)),
    }


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        *((f"a.tar{suffix}", lambda m, s=suffix: PACKED[s](tarred(m))) for suffix in PACKED),
        ("a.tgz", lambda m: PACKED[".gz"](tarred(m))),
        ("a.zip.gz", lambda m: PACKED[".gz"](zipped(m))),
        ("zip-in-tar.tar", lambda m: tarred({"x/a.zip": zipped(m)})),
        ("noname", tarred),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_archive_is_read_as_the_folder_it_holds(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    members = _everything()
    for path, data in members.items():
        (tmp_path / "folder" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / path).write_bytes(data)
    (tmp_path / name).write_bytes(pack(members | {"__MACOSX/._1": b"\0", "t/.hidden": b"\0"}))
    loose, packed = articles(read(tmp_path / "folder")), articles(read(tmp_path / name))
    assert len(loose) == 3 * len(TABULAR) + 3
    assert sorted(a.text for a in packed) == sorted(a.text for a in loose)
    for article in packed:
        assert article.origin is not None
        assert article.origin.file == name
        assert article.origin.member is not None
        assert article.origin.member.removeprefix("x/a.zip/") in members
    [source] = find_sources([tmp_path / name])
    everything = list(read_items(source))
    assert count_items(source) == len(everything) == len(loose)
    assert list(read_items(source, 5, 25)) == everything[5:25]


def test_page_gives_its_article_and_the_way_back() -> None:
    source = html(1).decode()
    page = read_page(source)
    assert page.title == f"{archives.TITLE} 1"
    assert (page.byline, page.source) == ("سارا نمونه", "خبرگزاری نمونه")
    assert page.published == date(2023, 8, 3)
    text = page.body.text
    assert text == text_of_html(1)
    for start, char in enumerate(text):
        found = page.body.source(start, start + 1)
        if found is None:
            assert char in "\n "
        else:
            stood = source[slice(*found)]
            assert stood == char or stood.startswith("&")
    for words, stood in (
        ("۱۲ واحد", "۱۲ واحد"),
        ("بند دیگر «با", "بند <b>دیگر</b> &laquo;با"),
        ("& شهرک\u200cها", "&amp; شهرک&zwnj;ها"),
    ):
        found = page.body.source(text.index(words), text.index(words) + len(words))
        assert found is not None
        assert source[slice(*found)] == stood


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        ('<meta name="pubdate" content="1402/05/12">', "", date(2023, 8, 3)),
        ('<script type="application/ld+json">{"@type": "NewsArticle", '
         '"datePublished": "2023-08-03T08:00:00Z"}</script>', "", date(2023, 8, 3)),
        ("", '<time datetime="2023-08-03">دیروز</time>', date(2023, 8, 3)),
        ("", "<time>۱۲ مرداد ۱۴۰۲ - ۱۰:۲۰</time>", date(2023, 8, 3)),
        ("", "<div>تاریخ انتشار: پنجشنبه ۱۲ مرداد ۱۴۰۲</div>", date(2023, 8, 3)),
        ("", "<span>کد خبر: ۱۲</span> <div class=news-date>۱۴۰۲/۰۵/۱۲</div>", date(2023, 8, 3)),
        ("", "<div>کد خبر: ۱۴۰۲۰۵۱۲</div>", None),
    ],
    ids=["meta", "json-ld", "time", "time-text", "label", "class", "no-date"],
)  # fmt: skip
def test_day_of_publication(head: str, line: str, day: date | None) -> None:
    clock = "<div>امروز: ۱ آذر ۱۴۰۵</div>" + "<div>بخش خبر</div>" * 15
    text = f"<p>{body(1)}</p><p>{body(2)} در ۱ تیر ۱۴۰۱ آغاز شد و ادامه دارد.</p>"
    page = read_page(f"<html><head>{head}</head><body>{clock}<div>{line}{text}</div></body></html>")
    assert page.published == day


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("<title>الف ب</title>", "الف ب"),
        ("<title>الف ب - سایت</title><meta property=og:site_name content=سایت>", "الف ب"),
        ("<title>سایت | الف ب</title><meta property=og:site_name content=سایت>", "الف ب"),
        ("<title>الف ب - پ ت</title>", "الف ب - پ ت"),
        ("<title>الف ب - سایت</title></head><h1> الف\n ب </h1>", "الف ب"),
        ("<title>الف ب</title></head><h1>نام سایت</h1>", "الف ب"),
        ("", None),
    ],
    ids=["alone", "site-after", "site-before", "dash-of-its-own", "heading", "other-heading", "no"],
)
def test_title(title: str, wanted: str | None) -> None:
    assert read_page(f"<html><head>{title}<body><p>{body(1)}</p>").title == wanted


@pytest.mark.parametrize(
    "page",
    [
        "<div id=news-body>{}<br><br>{}</div><div class=comments><p>{c}</p></div>",
        "<form><table><tr><td><a href=1>خانه</a><td><p>{}</p><p>{}</p></td></tr></table></form>",
        "<body class='has-sidebar'><div itemprop=articleBody><p>{}<p>{}</div><p>{c}{c}",
        "<article><p>{}</p><p>{}</p></article><article><p>کوتاه</p></article><footer>{c}</footer>",
        "<div><p>{}</p><p>{}</p><div class='related-news'><p>{c}</p></div></div>",
    ],
    ids=["line-breaks", "table-layout", "item-property", "two-articles", "related"],
)
def test_boilerplate_is_left_out(page: str) -> None:
    aside = "این نوشته بخشی از خبر نیست و نباید در متن آن بیاید زیرا دیدگاه خواننده است."
    read = read_page(page.format(body(1), body(2), c=aside))
    assert read.body.text == f"{body(1)}\n{body(2)}"


@pytest.mark.parametrize(
    ("charset", "sent", "encoding"),
    [
        ("windows-1256", "windows-1256", "cp1256"),
        ("iso-8859-6", "iso-8859-6", "iso8859-6"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("utf-8", "windows-1256", "utf-8"),
        ("utf-16", "", "utf-16-le"),
        ("windows-1256", "utf-8", "cp1256"),
    ],
    ids=["cp1256", "iso", "latin-never", "utf-8-beats-legacy", "utf-16", "declared-wrongly"],
)
def test_page_in_another_encoding(tmp_path: Path, charset: str, sent: str, encoding: str) -> None:
    text = "خوشه فرش قم داراي 12 واحد است و كار مي كند و ادامه دارد"
    data = f"<html><head><meta charset='{sent}'></head><p>{text}</p></html>".encode(charset)
    (tmp_path / "a.html").write_bytes(data)
    [article] = articles(read(tmp_path / "a.html"))
    assert (article.text, article.encoding) == (text, encoding)


def test_fields_are_those_the_caller_names(tmp_path: Path) -> None:
    row = {"k": 7, "head": "تیتر", "meta": {"body": body(1), "when": "۱۲ مرداد ۱۴۰۲"}, "text": "x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    fields = Fields(id="k", title="head", text="meta.body", published="meta.when")
    [article] = articles(read(tmp_path / "a.jsonl", fields))
    assert (article.id, article.title, article.text) == ("7", "تیتر", body(1))
    assert article.published == date(2023, 8, 3)


def test_fields_of_a_table_that_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"a,b\n1,{body(1)}\n", encoding="utf-8")
    assert reasons(read(tmp_path / "a.csv")) == [
        "no column holds the text; say which with --text-field (columns: a, b)"
    ]
    [article] = articles(read(tmp_path / "a.csv", Fields(text="b")))
    assert (article.id, article.text) == ("a.csv:1", body(1))


def test_table_with_quotes_that_go_wrong_loses_their_rows_alone(tmp_path: Path) -> None:
    lines = [
        "id,text",
        "1,یک",
        '2,"دو',
        "3,سه",
        '4,"چهار, و\nدنباله"',
        "5,پنج,شش",
        "6,شش",
        '7,"هفت',
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    items = read(tmp_path / "a.csv")
    assert [item.id for item in items if isinstance(item, Article)] == ["1", "3", "4", "6"]
    assert [reason.split(":")[0] for reason in reasons(items)] == ["broken row"] * 3


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"{\n", "a.json", "json"),
        (b'{"id": 1, "text": "x"}\n{"id"', "a.json", "jsonl"),
        (b'{"articles": [{"id": 1}]}', "a", "json"),
        (b'{"id": 1, "tags": [], "text"' + b"x" * 100, "a", "jsonl"),
        (b"[1]", "a", "plain"),
        (b"<!-- x --><html>", "a", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html>", "a", "html"),
        (b"<?xml version='1.0'?><rss>", "a", "xml"),
        (b"<p>x</p>", "a", "html"),
        ("<DOC>\n<DOCNO>".encode("utf-16"), "a", "xml"),
        (b"id,title,text\n", "a", "table"),
        ("متن، بدون ستون".encode(), "a", "plain"),
        (b"<p>", "a.txt", "plain"),
    ],
)  # fmt: skip
def test_format_is_recognized(head: bytes, name: str, kind: str) -> None:
    assert recognize(head, name) == kind


def test_globs_and_names_that_clash(tmp_path: Path) -> None:
    for day in ("01", "02"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "1.txt").write_text(body(int(day)), encoding="utf-8")
        (tmp_path / day / f"only-{day}.txt").write_text("متن", encoding="utf-8")
    sources = find_sources([tmp_path / "*" / "*.txt"])
    assert [source.id for source in sources] == [
        "01/1.txt", "only-01.txt", "02/1.txt", "only-02.txt",
    ]  # fmt: skip
    assert len(find_sources([f"{tmp_path}/**/1.txt"])) == 2
    (tmp_path / "01" / "1.txt.gz").write_bytes(PACKED[".gz"](body(3).encode()))
    ids = [source.id for source in find_sources([tmp_path / "01"])]
    assert ids == ["1.txt", "1.txt.gz", "only-01.txt"]


def test_standard_input_may_be_packed() -> None:
    data = io.BytesIO(PACKED[".zst"](tarred({"a.html": html(1)})))
    [item] = list(read_sources(find_sources(["-"]), data))
    assert isinstance(item, Article)
    assert item.text == text_of_html(1)


@pytest.mark.parametrize("name", [*TABULAR, "a.zip", "a.tar.gz"])
def test_cursor_reads_range_after_range(tmp_path: Path, name: str) -> None:
    members = {f"{i}.html": html(i) for i in NUMBERS}
    make = {
        "a.zip": lambda _: zipped(members),
        "a.tar.gz": lambda _: PACKED[".gz"](tarred(members)),
    }
    (tmp_path / name).write_bytes((make | TABULAR)[name](NUMBERS))
    [source] = find_sources([tmp_path / name])
    everything = list(read_items(source))
    with Cursor() as cursor:
        for first, stop in ((0, 2), (2, 3), (5, 6), (3, 5), (1, 7), (7, 9)):
            assert list(cursor.items(source, first, stop)) == everything[first:stop]
        next(cursor.items(source, 2, 5))
        assert list(cursor.items(source, 4, 6)) == everything[4:6]
        assert cursor.count(source) == len(everything)


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        ("a.xml", '<?xml version="1.0" encoding="windows-1256"?>\n<r>{}</r>', "cp1256"),
        ("a.xml", '<?xml version="1.0" encoding="UTF-16"?>\n<r>{}</r>', "utf-16"),
        ("a.xml", "<DOCS>{}</DOCS>", "iso8859-6"),
    ],
)
def test_collection_in_another_encoding(
    tmp_path: Path, name: str, data: str, encoding: str
) -> None:
    text = "خوشه فرش قم داراي 12 واحد است و كار مي كند و ادامه دارد"
    docs = "".join(f"<doc><id>{i}</id><text>{text}</text></doc>" for i in range(3))
    (tmp_path / name).write_bytes(data.format(docs).encode(encoding))
    found = articles(read(tmp_path / name))
    assert [article.text for article in found] == [text] * 3
    assert {str(article.encoding).replace("_", "-") for article in found} == {encoding}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_table_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = 'خوشه فرش قم، ""داراي 12 واحد"" است\nو كار مي كند'
    (tmp_path / "a.csv").write_bytes(f'id;text\n1;"{text}"\n2;كوتاه است\n'.encode(encoding))
    found = articles(read(tmp_path / "a.csv"))
    assert [article.text for article in found] == [text.replace('""', '"'), "كوتاه است"]


def test_page_with_its_lead_and_date_outside_of_the_body() -> None:
    header = "<header><div class=date>شنبه ۱ آذر ۱۴۰۵</div><a href=/>خانه</a></header>"
    comments = "<div class=comments>" + f"<p>نظر خواننده: {body(9)}</p>" * 20 + "</div>"
    page = read_page(
        f"<title>تیتر خبر - سایت</title><body>{header}<div class=item-header><span>کد خبر 12</span>"
        f"<span class=item-date>۱۲ مرداد ۱۴۰۲ - ۱۰:۲۰</span><h1>سایت</h1><h1>تیتر خبر</h1>"
        f"<p class='introtext lead'>{body(1)}</p></div><div itemprop=articleBody><p>{body(2)}</p>"
        f"<p>در ۱ تیر ۱۴۰۱ آغاز شد.</p><p>{body(3)}</p></div>{comments}"
    )
    assert (page.title, page.published) == ("تیتر خبر", date(2023, 8, 3))
    lines = page.body.text.split("\n")
    assert lines == [body(1), body(2), "در ۱ تیر ۱۴۰۱ آغاز شد.", body(3)]
