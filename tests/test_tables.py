"""Tables as programs write them, and as hands spoil them: a row is lost alone, none is made up."""

from pathlib import Path

import pytest

from corpus.readers.archive import find_sources, read_sources
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article


def read(path: Path, table: str | bytes) -> list[Item]:
    file = path / "a.csv"
    file.write_bytes(table.encode() if isinstance(table, str) else table)
    return list(read_sources(find_sources([file])))


def rows(items: list[Item]) -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in items if isinstance(item, Article)]


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Reject)]


@pytest.mark.parametrize(
    ("table", "wanted", "reason"),
    [
        (
            'id,title,text\n1,ت,"باز\n2,ت,بسته\n3,ت,"سطر یک\nسطر دو"\n',
            [("2", "بسته"), ("3", "سطر یک\nسطر دو")],
            "a quote within quotes is not doubled",
        ),
        (
            'id,text\n1,یک\n2,"او گفت "خوب" بود"\n3,سه\n',
            [("1", "یک"), ("3", "سه")],
            "a quote within quotes is not doubled",
        ),
        (
            'id,text\n1,یک\n2,"سطر یک\nالف,سطر دو\nسطر سه",زیاد\n3,سه\n',
            [("1", "یک"), ("3", "سه")],
            "3 cells under 2 columns",
        ),
        ('id,text\n1,یک\n2,"دو\n3,سه\n', [("1", "یک"), ("3", "سه")], "a quote is never closed"),
    ],
    ids=["open-before-a-quoted-row", "quotes-not-doubled", "many-lines-too-wide", "open-at-end"],
)
def test_bad_row_is_lost_alone(
    tmp_path: Path, table: str, wanted: list[tuple[str, str]], reason: str
) -> None:
    items = read(tmp_path, table)
    assert rows(items) == wanted
    assert reasons(items) == [f"broken row: {reason}"]


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\nid;title;text\n1;ت;خوشه، فرش\n",
        '"sep=;"\r\nid;title;text\r\n1;ت;خوشه، فرش\r\n',
        'id,"عنوان\nخبر, کوتاه",text\n1,ت,خوشه، فرش\n',
        '"a;b;c",id,text\n,1,خوشه، فرش\n',
        "id,title,text\r1,ت,خوشه، فرش\r",
        "id,title,text\n1,ت,خوشه، فرش,\n",
        "id,title,text\n1,ت,خوشه، فرش,,\n,,,\n",
        'id,text\n1,"خوشه، فرش"',
    ],
    ids=[
        "separator-named",
        "separator-quoted",
        "line-end-in-a-name",
        "other-signs-in-a-name",
        "carriage-returns",
        "empty-cell-more",
        "empty-cells-more",
        "no-line-end",
    ],
)
def test_table_is_read(tmp_path: Path, table: str) -> None:
    assert [(key, text) for key, text in rows(read(tmp_path, table))] == [("1", "خوشه، فرش")]
    assert reasons(read(tmp_path, table)) == []


def test_carriage_returns_part_rows_where_cells_have_line_ends(tmp_path: Path) -> None:
    items = read(tmp_path, 'id,text\r1,"یک\nدو"\r2,سه\r')
    assert rows(items) == [("1", "یک\nدو"), ("2", "سه")]


def test_cells_are_in_the_encoding_of_their_row(tmp_path: Path) -> None:
    # Alone, the bytes of the source would as well be a word in cp1256.
    table = "id,source,text\n1,تابناك,خوشه فرش داراي 12 واحد است و كار مي كند\n"
    [item] = read(tmp_path, table.encode("iso8859_6"))
    assert isinstance(item, Article)
    assert (item.source, item.encoding) == ("تابناك", "iso8859_6")


def test_a_table_whose_row_of_names_never_ends_is_told(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, 'id,"text\n1,یک\n')) == [
        "the row of names: a quote is never closed"
    ]


def test_quotes_are_but_signs_where_tabs_part_cells(tmp_path: Path) -> None:
    items = read(
        tmp_path, 'id\ttext\n1\t"خوب" گفت\n2\t"دو\tسه"\n3\t"چهار"\n4\t"پنج\n5\tشش\n6\t"هفت'
    )
    assert rows(items) == [("1", '"خوب" گفت'), ("2", "دو\tسه"), ("3", "چهار"), ("5", "شش")]
    assert len(reasons(items)) == 2
    assert reasons(items)[1] == "broken row: a quote is never closed"
