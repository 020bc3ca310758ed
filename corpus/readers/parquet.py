"""Parquet: every row is an article; only the columns and rows that are wanted are read."""

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.encodings import decode
from corpus.readers.fields import KNOWN, Fields
from corpus.readers.limits import LimitError, PackingError
from corpus.readers.places import Group, Item, Place, told
from corpus.readers.tables import no_text
from corpus.readers.zipped import seekable
from schemas.errors import ArticleError

if TYPE_CHECKING:
    from polars import LazyFrame

_ROWS = 1000  # read at once


def read_parquet(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """One group of all rows: any range of them is read without those before."""
    table, columns, count = _opened(place, stream)
    names = list(columns)
    if problem := no_text(names, place.fields):
        yield told(place.reject(problem))
    elif not count:
        yield told(place.reject("the table holds no row"))
    else:
        yield Group(count, partial(_rows, place, table, _wanted(names, place.fields)))


def _opened(place: Place, stream: io.BufferedReader) -> tuple["LazyFrame", Any, int]:
    try:
        import polars
    except ImportError as error:
        why = (
            "Parquet needs Polars, of the extra formats: "
            "pip install '.[formats]' in the folder of khooshechin's source"
        )
        raise LimitError(why) from error
    try:
        table = polars.scan_parquet(_file(place, stream))
        return table, table.collect_schema(), int(table.select(polars.len()).collect().item())
    except _failures() as error:
        raise PackingError(_why(error)) from error


def _file(place: Place, stream: io.BufferedReader) -> Any:
    name = getattr(getattr(stream, "raw", None), "name", None)
    if isinstance(name, str) and Path(name).is_file():
        return Path(name)
    # Inside an archive it can't be read from its end, where its index is: it is held in memory.
    return io.BytesIO(seekable(stream, place.limits).read())


def _wanted(names: list[str], fields: Fields) -> list[str]:
    known = {name.lower().partition(".")[0] for key in KNOWN for name in fields.names(key)}
    return [name for name in names if name.lower() in known]


def _rows(
    place: Place, table: "LazyFrame", columns: list[str], first: int, stop: int
) -> Iterator[Item]:
    for start in range(first, stop, _ROWS):
        count = min(_ROWS, stop - start)
        try:
            rows = table.select(columns).slice(start, count).collect().to_dicts()
        except _failures() as error:
            # Each is counted: what was promised to be there must not be missing without a word.
            for number in range(start, start + count):
                yield place.reject(f"damaged rows: {_why(error)}", number + 1)
            continue
        for number, row in enumerate(rows, start):
            yield _item(place, number, row)


def _item(place: Place, number: int, row: dict[str, Any]) -> Item:
    encoding = "utf-8"
    # A text kept as bytes is one all the same.
    for name, value in row.items():
        if isinstance(value, bytes):
            try:
                found = decode(value)
            except ArticleError as error:
                return place.reject(f"{name}: {error}", number + 1)
            row[name] = found.text
            encoding = encoding if value.isascii() else found.encoding
    values = place.fields.pick(row)
    return place.article(values, number + 1, ("row", number, number + 1), encoding)


def _failures() -> tuple[type[BaseException], ...]:
    from polars import exceptions

    # A panic inside Polars is no Exception, so that nothing catches it by chance.
    return (exceptions.PolarsError, exceptions.PanicException, OSError, ValueError)


def _why(error: BaseException) -> str:
    return f"damaged Parquet: {' '.join(str(error).split())[:200]}"
