"""Read the lexicon's data files, validate every row, and say where a wrong one stands."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import LexiconError

R = TypeVar("R", bound=BaseModel)


def data_files() -> list[Traversable]:
    """All data files of the lexicon, by name."""
    folder = files("extractor.lexicon") / "data"
    return sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name)


@cache
def lexicon_digest() -> str:
    """SHA-256 over names and bytes of all data files."""
    digest = hashlib.sha256()
    for file in data_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


@cache
def load_rows(name: str, model: type[R], table: str = "row") -> tuple[R, ...]:
    """Rows of ``data/<name>``: ``[[<table>]]`` of a .toml, or lines of a .csv with a header.

    In CSV a cell of a tuple field holds its members separated by ``|``.
    Raises LexiconError with file and line for a row that does not fit, and for an id used twice.
    """
    text = (files("extractor.lexicon") / "data" / name).read_text(encoding="utf-8")
    cells = _csv_rows(text, model) if name.endswith(".csv") else _toml_rows(name, text, table)
    rows: list[R] = []
    seen: dict[str, int] = {}
    for line, values in cells:
        try:
            row = model.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise LexiconError(f"{name}:{line}: {field}: {first['msg']}") from error
        key = getattr(row, "id", None)
        if key is not None and key in seen:
            raise LexiconError(f"{name}:{line}: id {key!r} is already used in line {seen[key]}")
        seen[key or ""] = line
        rows.append(row)
    return tuple(rows)


def _toml_rows(name: str, text: str, table: str) -> Iterator[tuple[int, object]]:
    try:
        entries = tomllib.loads(text).get(table, [])
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: {error}") from error
    # tomllib keeps no positions; the headers stand in the order of the rows.
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{table}]]"]
    yield from zip(lines, entries, strict=True)


def _csv_rows(text: str, model: type[BaseModel]) -> Iterator[tuple[int, object]]:
    tuples = {k for k, f in model.model_fields.items() if "tuple" in str(f.annotation)}
    for line, cells in enumerate(csv.DictReader(io.StringIO(text)), 2):
        filled = {k: v for k, v in cells.items() if v}
        yield line, {k: v.split("|") if k in tuples else v for k, v in filled.items()}
