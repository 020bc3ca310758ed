"""The record as the documentation shows it: fields of the models, slugs of the vocabularies.

The site asks for these lines when it is built, so that they are never older than the models.
"""

import tomllib
import types
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from schemas import vocabularies
from schemas.article import Article, ArticleInfo, Origin
from schemas.base import Id, ProvinceCode
from schemas.entities import Cluster, Date, Official, Place
from schemas.figures import CurrencyCode, Figure
from schemas.findings import Finding, Statement
from schemas.labels import Vocabulary
from schemas.program import Activity, Program
from schemas.record import ArticleRecord, Provenance
from schemas.references import REFERENCES
from schemas.spans import Span
from schemas.values import Candidate, GregorianInterval, JalaliDate, JalaliInterval, Number

# In the order of the page; the group whose entries they are, for what their ids refer to.
MODELS: Mapping[type[BaseModel], str] = {
    ArticleRecord: "",
    ArticleInfo: "",
    Origin: "",
    Provenance: "",
    Span: "",
    Place: "places",
    Date: "dates",
    JalaliInterval: "",
    GregorianInterval: "",
    Candidate: "",
    Official: "officials",
    Cluster: "clusters",
    Figure: "figures",
    Program: "programs",
    Activity: "activities",
    Statement: "statements",
    Finding: "findings",
    Article: "",
}
_NAMES = {
    str: "string",
    int: "integer",
    date: "Gregorian day",
    type(None): "null",
    Id: "id",
    ProvinceCode: "province code",
    CurrencyCode: "another ISO 4217 code",
    JalaliDate: "Jalali day",
    Number: "number",
}


@cache
def meanings() -> dict[str, dict[str, str]]:
    """By vocabulary and slug, what it means; ``source`` is where the vocabulary comes from."""
    text = (files("schemas") / "meanings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def all_vocabularies() -> Iterator[type[Vocabulary]]:
    """Every closed vocabulary, in the order of its file."""
    for value in vars(vocabularies).values():
        if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary:
            yield value


def model_lines() -> Iterator[str]:
    """A heading and a Markdown table of fields for every model."""
    for model, group in MODELS.items():
        yield from ("", f"### {model.__name__}", "", first_line(model), "")
        yield from ("| field | type | what |", "| --- | --- | --- |")
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            target = REFERENCES.get(group, {}).get(name)
            kind = " or ".join(_names(hints[name], target))
            yield f"| `{name}` | {kind} | {field.description} |"


def vocabulary_lines(words: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """A heading and a Markdown table for every vocabulary; ``words`` lead to a slug."""
    for vocabulary in all_vocabularies():
        name = vocabulary.__name__
        told = meanings()[name]
        yield from ("", f"### {name}", "", f"{first_line(vocabulary)} Source: {told['source']}.")
        read = any((name, slug) in words for slug in vocabulary)
        head = "| slug | Persian | English | what |" + (" read from |" if read else "")
        yield from ("", head, "| --- " * (head.count("|") - 1) + "|")
        for slug in vocabulary:
            row = f"| `{slug}` | {slug.fa} | {slug.en} | {told[slug]} |"
            yield row + (f" {words.get((name, slug), '')} |" if read else "")


def first_line(cls: type) -> str:
    """What a class says of itself, in a line.

    >>> first_line(Place)
    'One naming of a place.'
    """
    return (cls.__doc__ or "").strip().splitlines()[0].replace("``", "`")


def _names(annotation: Any, target: str | None) -> Iterator[str]:
    """How a type is told; ``target`` is the group that its ids are of."""
    known = next((name for kind, name in _NAMES.items() if kind == annotation), None)
    origin, members = get_origin(annotation), get_args(annotation)
    if known:
        yield f"id of {target}" if known == "id" and target else known
    elif origin in (Union, types.UnionType):
        for member in members:
            yield from _names(member, target)
    elif origin is Annotated:
        yield from _names(members[0], target)
    elif origin is tuple:
        yield "list of " + " or ".join(_names(members[0], target)).replace("id of", "ids of")
    elif origin is dict:
        yield "object"
    elif origin is Literal:
        yield " ".join(f"`{value}`" for value in members)
    else:
        yield f"[{annotation.__name__}](#{annotation.__name__.lower()})"
