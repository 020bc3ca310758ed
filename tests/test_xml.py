"""XML in the many shapes that feeds and collections have: lines stay apart, nothing is dropped."""

from pathlib import Path

import pytest

from corpus.readers.archive import count_items, find_sources, read_sources
from corpus.readers.fields import Fields
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article


def read(path: Path, data: str, fields: Fields | None = None) -> list[Item]:
    file = path / "a.xml"
    file.write_text(data, encoding="utf-8")
    [source] = find_sources([file], fields or Fields())
    items = list(read_sources([source]))
    assert count_items(source) == len(items)
    return items


def articles(items: list[Item]) -> list[Article]:
    assert [item.reason for item in items if isinstance(item, Reject)] == []
    return [item for item in items if isinstance(item, Article)]


def entry(inner: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>{inner}</entry></feed>'


def content(inner: str) -> str:
    return entry(f'<title>ت</title><content type="xhtml"><div>{inner}</div></content>')


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (content("<p>خوشه فرش ۱۲</p><p>۵۰ واحد دارد</p>"), "خوشه فرش ۱۲\n۵۰ واحد دارد"),
        (content("<h2>الف</h2>\n  <ul>\n <li>یک</li>\n <li>دو</li></ul>"), "الف\nیک\nدو"),
        (content("سطر یک<br/>سطر دو"), "سطر یک\nسطر دو"),
        (content("<p>خوشه <b>فر</b>ش <i>قم</i></p>"), "خوشه فرش قم"),
        (content("<table><tr><td>۱</td><td>۲</td></tr><tr><td>۳</td></tr></table>"), "۱ ۲\n۳"),
        ("<DOC><DOCNO>1</DOCNO><TEXT>\n<P>سال ۱۲</P><P>۵۰ واحد</P>\n</TEXT></DOC>",
         "سال ۱۲\n۵۰ واحد"),
        ("<DOC><DOCNO>1</DOCNO><TEXT>یک\n\n دو</TEXT></DOC>", "یک\n\n دو"),
        ("<DOC><DOCNO>1</DOCNO><TEXT>بخش نخست</TEXT><TEXT>بخش دوم</TEXT></DOC>",
         "بخش نخست\nبخش دوم"),
        ("<DOC><DOCNO>1</DOCNO><TEXT><IMAGE>1.jpg</IMAGE>متن</TEXT></DOC>", "متن"),
        (entry("<content:encoded>متن</content:encoded><excerpt:encoded>کوتاه</excerpt:encoded>"),
         "متن"),
    ],
    ids=["paragraphs", "list", "line-break", "inline-marks", "table", "trec-paragraphs",
         "lines-of-its-own", "second-text", "picture", "excerpt-is-no-second-text"],
)  # fmt: skip
def test_lines_of_a_text(tmp_path: Path, data: str, text: str) -> None:
    [article] = articles(read(tmp_path, data))
    assert article.text == text


def test_repeated_elements_that_the_caller_names_are_one_text(tmp_path: Path) -> None:
    data = "<?xml version='1.0'?><a><article><id>9</id><p>بند یک</p><p>بند دو</p></article></a>"
    [article] = articles(read(tmp_path, data, Fields(text="p")))
    assert article.text == "بند یک\nبند دو"


@pytest.mark.parametrize(
    ("inner", "byline", "title", "source"),
    [
        ("<title>ت</title><author><name>علی</name><uri>http://a.ir</uri></author>",
         "علی", "ت", None),
        ("<media:title>عکس</media:title><title>ت</title>", None, "ت", None),
        ("<dc:title>ت</dc:title><dc:creator>علی</dc:creator>", "علی", "ت", None),
        ("<media:title>عکس</media:title>", None, None, None),
        ("<title>ت\n یک</title><source><id>http://a.ir</id><title>سایت</title></source>",
         None, "ت یک", "سایت"),
    ],
    ids=["author-and-address", "media-first", "prefixed", "media-alone", "source-of-an-entry"],
)  # fmt: skip
def test_names_of_an_entry(
    tmp_path: Path, inner: str, byline: str | None, title: str | None, source: str | None
) -> None:
    pictures = "<media:description>زیر عکس</media:description>"
    data = entry(f"{pictures}{inner}<summary>متن خبر</summary>")
    [article] = articles(read(tmp_path, data))
    assert (article.byline, article.title, article.source) == (byline, title, source)
    assert article.text == "متن خبر"


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ("<docs><doc>{1}</doc><DOC>{2}</DOC><article>{3}</article></docs>", "123"),
        ("<news><item>{1}</item><item>{2}</item></news>", "12"),
        ("<news><news>{1}</news><news>{2}</news></news>", "12"),
        ("<doc>{1}</doc><doc>{2}</doc>", "12"),
        ("<doc>{1}<article>الف</article></doc><doc>{2}<article>ب</article></doc>", "12"),
        ("<rows><row>{1}</row><!-- <row>{2}</row> --><row>{3}</row></rows>", "13"),
        ("<doc>{1}</doc>", "1"),
    ],
    ids=["several", "wrapper", "wrapper-of-its-kind", "none-around", "inner", "comment", "one"],
)
def test_elements_that_hold_articles(tmp_path: Path, data: str, ids: str) -> None:
    for number in "123":
        data = data.replace(f"{{{number}}}", f"<id>{number}</id><text>متن {number}</text>")
    found = articles(read(tmp_path, "<?xml version='1.0'?>" + data))
    assert [(a.id, a.text) for a in found] == [(key, f"متن {key}") for key in ids]
