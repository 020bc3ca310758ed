"""Find one article, or one finished record, in a file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from corpus.readers.archive import InputError, find_sources, read_sources
from corpus.readers.jsonl import is_record
from corpus.readers.streams import MAX_BYTES
from corpus.rejects import Reject
from schemas.article import Article, describe
from schemas.record import ArticleRecord

_SHOWN = 5  # ids told where one must be chosen


def read_records(path: Path) -> Iterator[ArticleRecord]:
    """The records of a JSONL file. Raises InputError for a line that is none."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield ArticleRecord.model_validate_json(line)
            except ValidationError as error:
                raise InputError(f"{path}:{number}: {describe(error)}") from error


def find_entry(address: str) -> Article | ArticleRecord:
    """What ``FILE`` or ``FILE#ID`` holds: a record if the file has records, else an article.

    Raises InputError if there is none of that id, or several to choose from.
    """
    path, key = _split(address)
    found: list[Article | ArticleRecord] = []
    for entry in _entries(path):
        if key is None:
            found.append(entry)
        elif _id(entry) == key:
            return entry
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(f"{path}: holds no article" + (f" with id {key!r}" if key else ""))
    ids = ", ".join(_id(entry) for entry in islice(found, _SHOWN))
    raise InputError(f"{path}: holds {len(found)} articles; choose one as {path}#ID, of {ids}, …")


def _split(address: str) -> tuple[Path, str | None]:
    # A file may have # in its own name.
    if Path(address).exists() or "#" not in address:
        return Path(address), None
    name, _, key = address.rpartition("#")
    return Path(name), key


def _id(entry: Article | ArticleRecord) -> str:
    return entry.id if isinstance(entry, Article) else entry.article.id


def _entries(path: Path) -> Iterator[Article | ArticleRecord]:
    sources = find_sources([path])
    if path.is_file():
        with path.open("rb") as file:
            if is_record(file.readline(MAX_BYTES)):
                yield from read_records(path)
                return
    for item in read_sources(sources):
        if isinstance(item, Reject):
            raise InputError(f"{item.origin}: {item.reason}")
        yield item
