"""JSON that was spoilt loses what is spoilt, and what is no article of a list is told."""

import json
from pathlib import Path

import pytest

from corpus.readers.archive import count_items, find_sources, read_sources
from corpus.readers.fields import Fields
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article


def read(path: Path, data: str, name: str = "a.json", fields: Fields | None = None) -> list[Item]:
    (path / name).write_text(data, encoding="utf-8")
    [source] = find_sources([path / name], fields or Fields())
    items = list(read_sources([source]))
    assert count_items(source) == len(items)
    return items


def ids(items: list[Item]) -> list[str]:
    return [item.id for item in items if isinstance(item, Article)]


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Reject)]


def row(key: int, more: str = "") -> str:
    return f'{{"id": "{key}", "text": "متن {key}"{more}}}'


OPEN = "broken JSON: a bracket is not closed before the next object"


@pytest.mark.parametrize(
    ("bad", "wanted", "reason"),
    [
        ('{"id": "2", "text": "ب", "x": {"y": 1}', "134", OPEN),
        ('{"id": "2", "text": "ب"', "134", OPEN),
        ('{"id": "2", "x": {"y": 1, "text": "ب"}', "134", OPEN),
        ('{"id": "2", "text": "ب", "tags": ["a", "b"}', "134", OPEN),
        (row(2) + "}", "1234", None),
        ('{"id": "2", "text": "ب, "x": 1}', "134", "broken JSON: "),
        ('{"id": "2", "text": "ب}', "134", "broken JSON: a quote is missing"),
        (row(2, ', "x": {"a": {}, "b": [{}, {}]}'), "1234", None),
        (row(2, ', "x": "}, {"'), "1234", None),
        ('"ب"', "134", "a JSON object is wanted, not a string"),
        ("12.5e3", "134", "a JSON object is wanted, not a number or a word"),
        ("null", "134", "a JSON object is wanted, not a number or a word"),
        ('[{"id": "2", "text": "ب"}]', "134", "a JSON object is wanted, not a list"),
    ],
    ids=["open", "open-without-objects", "open-inner", "list-open", "bracket-too-many",
         "quote-missing", "quote-missing-at-the-end", "nested",
         "brackets-in-a-string", "string", "number", "null", "list"],
)  # fmt: skip
def test_what_is_spoilt_is_lost_alone(
    tmp_path: Path, bad: str, wanted: str, reason: str | None
) -> None:
    items = read(tmp_path, f"[{row(1)},\n {bad},\n{row(3)}, {row(4)}]")
    assert ids(items) == list(wanted)
    assert len(reasons(items)) == (reason is not None)
    assert all(told.startswith(reason or "") for told in reasons(items))


def test_what_is_no_article_before_the_first_is_told_in_its_place(tmp_path: Path) -> None:
    items = read(tmp_path, f'["الف", {row(1)}, {"9" * 500}]')
    assert [type(item) for item in items] == [Reject, Article, Reject]
    assert reasons(read(tmp_path, '[1, "الف", [2]]')) == [
        "the file holds no article: no object or list of objects is in it"
    ]


ITEMS = ', "items": [{"k": 1}]'


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.jsonl", row(1, ITEMS) + "\n" + row(2, ITEMS), "12"),
        ("a", row(1, ITEMS) + "\n" + row(2, ITEMS), "12"),
        ("a.json", row(1, ITEMS), "1"),
        ("a.json", json.dumps(json.loads(row(1, ITEMS)), indent=1, ensure_ascii=False), "1"),
        ("a.json", '{\n"id": "1",\n"items": [{"k": 1}],\n"text": "متن"}', "1"),
        ("a.json", f"[{row(1, ITEMS)}, {row(2, ITEMS)}]", "12"),
        ("a.json", f'{{"total": 2, "items": [{row(1, ITEMS)}, {row(2)}]}}', "12"),
        ("a.json", f'{{\n"content": {{"x": 1}},\n"items": [{row(1)}, {row(2)}]}}', "12"),
    ],
    ids=[
        "lines",
        "lines-unnamed",
        "one-line",
        "many-lines",
        "list-first",
        "array",
        "list",
        "content-no-text",
    ],
)
def test_an_object_with_a_text_is_an_article(
    tmp_path: Path, name: str, data: str, wanted: str
) -> None:
    items = read(tmp_path, data, name)
    assert (ids(items), reasons(items)) == (list(wanted), [])


def test_the_text_may_go_by_a_name_of_the_callers(tmp_path: Path) -> None:
    data = '{\n"id": "1", "lead": "متن",\n"news": [{"k": 1}]}'
    assert ids(read(tmp_path, data, fields=Fields(text="lead"))) == ["1"]


def test_a_text_behind_a_list_of_articles_is_told(tmp_path: Path) -> None:
    # In a small file it is seen in time.
    rows = ", ".join([row(1), *["{}"] * 40_000])
    items = read(tmp_path, f'{{\n"items": [{rows}],\n"text": "متن"}}')
    assert ids(items) == ["1"]
    assert reasons(items)[40_000:] == [
        "an object with a list of articles has a text too, which is not read"
    ]
