"""Fields as sources fill them: what is no name or date is left out, and the article is read."""

import io
import json
from datetime import date, datetime
from pathlib import Path

import polars
import pytest

from corpus.dates import parse_date
from corpus.readers.archive import find_sources, read_sources
from corpus.readers.places import Item
from corpus.rejects import Reject
from schemas.article import Article

TEXT = "خوشه فرش قم ۱۲ واحد دارد"
OLD = "خوشه\u200cهاي فرش قم 12 واحد دارند"


def read(path: Path) -> list[Item]:
    return list(read_sources(find_sources([path])))


@pytest.mark.parametrize(
    ("told", "field", "wanted"),
    [
        ({"author": ["سارا", "علی"]}, "byline", "سارا، علی"),
        ({"author": [{"name": "سارا", "url": "http://a.ir"}]}, "byline", "سارا"),
        ({"author": []}, "byline", None),
        ({"author": {"id": 5}, "reporter": "سارا"}, "byline", "سارا"),
        ({"source": {"name": "ایرنا", "id": 3}}, "source", "ایرنا"),
        ({"source": 3}, "source", None),
        ({"title": 1402}, "title", None),
        ({"title": {"rendered": "تیتر"}}, "title", "تیتر"),
        ({"url": ["http://a.ir/1", "http://a.ir/2"]}, "url", "http://a.ir/1"),
        ({"url": {"href": "http://a.ir/1"}}, "url", "http://a.ir/1"),
        ({"id": 1.0}, "id", "1"),
        ({"id": float("nan")}, "id", "a.jsonl:1"),
        ({"_id": {"$oid": "5f"}}, "id", "5f"),
        ({"id": "", "docid": "7"}, "id", "7"),
        ({"id": " "}, "id", "a.jsonl:1"),
        ({"title": "", "headline": "تیتر"}, "title", "تیتر"),
        ({"text": "", "body": "متن دیگر"}, "text", "متن دیگر"),
        ({"date": {"$date": "2023-08-03T10:00:00Z"}}, "published", date(2023, 8, 3)),
        ({"date": {"year": 1402}}, "published", None),
        ({"date": 20230803}, "published", None),
    ],
    ids=str,
)
def test_value_of_a_field(
    tmp_path: Path, told: dict[str, object], field: str, wanted: object
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT} | told), encoding="utf-8")
    [item] = read(tmp_path / "a.jsonl")
    assert isinstance(item, Article), item
    assert getattr(item, field) == wanted


@pytest.mark.parametrize(
    "told", [{"id": ["1"]}, {"id": True}, {"id": 1.5}, {"text": [TEXT]}, {"text": float("nan")}]
)
def test_an_id_or_a_text_of_another_type_is_told(tmp_path: Path, told: dict[str, object]) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT} | told), encoding="utf-8")
    [item] = read(tmp_path / "a.jsonl")
    assert isinstance(item, Reject)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(1402, 5, 12), date(2023, 8, 3)),
        (datetime(1402, 5, 12, 9, 30), date(2023, 8, 3)),
        (date(2023, 8, 3), date(2023, 8, 3)),
        (date(1, 1, 1), None),
    ],
)
def test_days_of_a_column(value: object, day: date | None) -> None:
    assert parse_date(value) == day


def test_parquet_with_texts_as_bytes(tmp_path: Path) -> None:
    texts = [TEXT.encode(), OLD.encode("cp1256"), TEXT.encode()[:-1] + b" " + TEXT.encode()]
    days = [date(1402, 5, 12), date(2023, 8, 3), None]
    out = io.BytesIO()
    polars.DataFrame({"id": [1.0, 2.0, 3.0], "text": texts, "date": days}).write_parquet(out)
    (tmp_path / "a.parquet").write_bytes(out.getvalue())
    *good, bad = read(tmp_path / "a.parquet")
    found = [(a.id, a.text, a.encoding, a.published) for a in good if isinstance(a, Article)]
    assert found == [
        ("1", TEXT, "utf-8", date(2023, 8, 3)),
        ("2", OLD, "cp1256", date(2023, 8, 3)),
    ]
    assert isinstance(bad, Reject)
    assert bad.reason.startswith("text: damaged UTF-8")
