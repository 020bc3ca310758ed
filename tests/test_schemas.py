"""The contract: numbers survive JSON, and a record that does not hold together says where."""

import json
from datetime import date
from decimal import Decimal
from enum import EnumType
from inspect import getmembers
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from schemas import (
    article,
    entities,
    figures,
    findings,
    json_schema,
    program,
    record,
    spans,
    values,
    vocabularies,
)
from schemas.article import Article, ArticleInfo, parse_published
from schemas.errors import ArticleError
from schemas.figures import Figure
from schemas.labels import Vocabulary
from schemas.record import ArticleRecord
from schemas.references import GROUPS, REFERENCES, SPANS
from schemas.spans import Span
from schemas.values import GregorianInterval, JalaliInterval
from schemas.vocabularies import Unit

TEXT = "خوشه فرش ۱۲ واحد دارد."
MODULES = [article, entities, figures, findings, program, record, spans, values]
VOCABULARIES = [
    cls
    for _, cls in getmembers(vocabularies)
    if isinstance(cls, EnumType) and cls is not Vocabulary
]


def span_of(text: str) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def figure(**changes: Any) -> dict[str, Any]:
    return {
        "id": "f1",
        "span": span_of("۱۲ واحد"),
        "value": 12,
        "upper": None,
        "comparator": "exact",
        "unit": "enterprise",
        "unit_text": "واحد",
        "item": None,
        "indicator": "enterprises",
        "modality": "actual",
        "cluster": "c1",
        "cluster_basis": "stated",
        "province": None,
        "province_basis": None,
        "place": None,
        "date": None,
        "speaker": None,
        "part_of": None,
    } | changes


def make_record(**changes: Any) -> dict[str, Any]:
    cluster = {"id": "c1", "name": "فرش", "province": None, "province_basis": None, "place": None}
    return {
        "article": ArticleInfo.of(Article(id="a", text=TEXT)).model_dump(),
        "provenance": {
            "versions": {"khooshechin": "0"},
            "lexicon_digest": "0",
            "config_digest": "0",
            "as_of": "2025-01-01",
        },
        "places": [],
        "dates": [],
        "officials": [],
        "clusters": [cluster | {"mentions": [span_of("فرش")]}],
        "figures": [figure()],
        "programs": [],
        "statements": [],
        "findings": [],
    } | changes


def test_record_survives_json() -> None:
    made = ArticleRecord.model_validate(make_record())
    assert ArticleRecord.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("2.50"), "2.5"),
        (Decimal("4.5E+10"), "45000000000"),
        (Decimal(10**30 + 1), "1" + "0" * 29 + "1"),
        (Decimal("0.1"), "0.1"),
        (Decimal("-3"), "-3"),
        (Decimal("0.12345678901234567890"), "0.123456789012346"),
    ],
    ids=["fraction", "exponent", "beyond-double", "no-float-noise", "negative", "rounded"],
)
def test_number_is_exact_in_json(value: Decimal, written: str) -> None:
    made = Figure.model_validate(figure(value=value))
    assert f'"value":{written},' in made.model_dump_json()
    assert json.loads(made.model_dump_json())["value"] == json.loads(written)
    assert Figure.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_number_must_be_finite(value: str) -> None:
    with pytest.raises(ValidationError):
        Figure.model_validate(figure(value=Decimal(value)))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"figures": [figure(cluster="c9")]},
            r"figures\[0\].cluster: 'c9' is not an id of clusters",
        ),
        ({"figures": [figure(id="c1")]}, r"figures\[0\].id: 'c1' is already used in clusters"),
        (
            {"figures": [figure(part_of="c1")]},
            r"figures\[0\].part_of: 'c1' is not an id of figures",
        ),
        (
            {"figures": [figure(span={"start": 1, "end": 3, "text": "۱۲"})]},
            r"figures\[0\].span: '۱۲' at 1..3, but the text has 'وش'",
        ),
        (
            {"article": ArticleInfo.of(Article(id="a", text=TEXT)).model_dump() | {"length": 3}},
            r"article.length: 3",
        ),
        (
            {
                "article": ArticleInfo.of(Article(id="a", text=TEXT)).model_dump()
                | {"sha256": "0" * 64}
            },
            r"article.sha256: 0000",
        ),
    ],
    ids=["unknown-id", "id-twice", "wrong-group", "wrong-quote", "length", "digest"],
)
def test_record_names_what_does_not_hold(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=f"article 'a': {message}"):
        ArticleRecord.model_validate(make_record(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "toman"},
        {"upper": 15},
        {"comparator": "range"},
        {"province": "IR-31", "province_basis": "stated"},
        {"province": "IR-09"},
        {"surprise": 1},
        {"span": {"start": 0, "end": 3, "text": "خو"}},
    ],
    ids=["unit", "upper-alone", "range-alone", "no-province", "no-basis", "unknown-key", "width"],
)
def test_figure_rejects(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Figure.model_validate(figure(**changes))


def test_figure_takes_any_currency() -> None:
    assert Figure.model_validate(figure(unit="KWD")).unit == "KWD"
    assert Figure.model_validate(figure(unit="IRR")).unit is Unit.IRR


@pytest.mark.parametrize(
    "day", ["1402-07-31", "1402-13-01", "1402-00-10", "۱۴۰۲-۰۱-۰۱", "1402-1-1"]
)
def test_jalali_day_must_exist(day: str) -> None:
    with pytest.raises(ValidationError):
        JalaliInterval(start=day, end=day)


def test_interval_must_not_end_before_it_starts() -> None:
    with pytest.raises(ValidationError, match="ends before it starts"):
        JalaliInterval(start="1402-05-12", end="1402-05-11")
    with pytest.raises(ValidationError, match="ends before it starts"):
        GregorianInterval(start=date(2023, 1, 2), end=date(2023, 1, 1))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-08-03", date(2023, 8, 3)),
        ("2023-08-03T23:59:00Z", date(2023, 8, 3)),
        ("۲۰۲۳/۰۸/۰۳", date(2023, 8, 3)),
        ("Thu, 03 Aug 2023 10:00:00 +0330", date(2023, 8, 3)),
        ("1402/05/12", None),
        ("2023-13-40", None),
        ("دیروز", None),
        ("", None),
        (20230803, None),
    ],
)
def test_published_is_read_leniently(written: object, day: date | None) -> None:
    assert parse_published(written) == day


def test_article_composes_title_and_body() -> None:
    with_title = Article.from_source({"id": 7, "title": "تیتر", "text": "متن", "tags": []})
    assert with_title.id == "7"
    assert with_title.composed == "تیتر\nمتن"
    assert Article.from_source({"id": "a", "title": "", "text": "متن"}).composed == "متن"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ({"id": "a"}, "text is missing"),
        ({"text": "x"}, "id is missing"),
        ({"id": "a", "text": 3}, "text: Input should be a valid string"),
        ({"id": "a", "text": " \n\u200c"}, "text is empty"),
        ({"id": "a", "text": "x\ud800"}, r"text: lone surrogate U\+D800 at character 1"),
        ({"id": "a", "title": "\udfff", "text": "x"}, r"title: lone surrogate U\+DFFF"),
    ],
    ids=["no-text", "no-id", "wrong-type", "blank", "surrogate", "surrogate-in-title"],
)
def test_bad_article_says_why(source: dict[str, object], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        Article.from_source(source)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_slug_has_labels(vocabulary: type[Vocabulary]) -> None:
    assert vocabulary.__doc__
    for member in vocabulary:
        assert member.label("fa")
        assert member.label("en").isascii()


def test_every_field_is_described() -> None:
    models = {
        model
        for module in MODULES
        for _, model in getmembers(module)
        if isinstance(model, type) and issubclass(model, BaseModel)
    }
    bare = [
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert bare == []


def test_every_span_and_reference_is_checked() -> None:
    models = {
        group: get_args(ArticleRecord.model_fields[group].annotation)[0] for group in GROUPS
    } | {"activities": program.Activity}
    for group, model in models.items():
        fields = {name: str(field.annotation) for name, field in model.model_fields.items()}
        spans = {name for name, annotation in fields.items() if "spans.Span" in annotation}
        spans |= {name for name, field in model.model_fields.items() if field.annotation is Span}
        assert set(SPANS[group]) == spans, group
        for name in REFERENCES.get(group, {}):
            assert name in fields, (group, name)


@pytest.mark.parametrize("name", json_schema.MODELS)
def test_json_schema_is_current(name: str) -> None:
    path = json_schema.FOLDER / f"{name}.schema.json"
    assert path.read_text(encoding="utf-8") == json_schema.schema_text(name), (
        "run: python -m schemas.json_schema"
    )
