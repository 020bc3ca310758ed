"""Where the records to export come from: a JSONL file, or the folder of a run."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from corpus.merging import merged_lines
from corpus.readers.archive import InputError
from corpus.runs import open_run
from corpus.storage import open_storage
from schemas.article import describe
from schemas.record import ArticleRecord


def read_export_records(path: Path) -> Iterator[ArticleRecord]:
    """The records of a file, which may be gzipped, or of a finished run, one at a time.

    Raises InputError for a line that is none, with its number.
    """
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            yield ArticleRecord.model_validate_json(line)
        except ValidationError as error:
            raise InputError(f"{path}:{number}: {describe(error)}") from error


def _lines(path: Path) -> Iterator[bytes]:
    if path.is_dir():
        yield from merged_lines(open_run(open_storage(str(path))))
        return
    if not path.exists():
        raise InputError(f"{path}: no such file")
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            yield from lines
    except EOFError as error:
        raise InputError(f"{path}: ends too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{path}: is no gzip, or damaged: {error}") from error
