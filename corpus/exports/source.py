"""Where the records to export come from: a JSONL file, or the folder of a run."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from corpus.readers.archive import InputError
from schemas.article import describe
from schemas.record import ArticleRecord

MERGED = "records.jsonl"  # in the folder of a run


def find_records(path: Path) -> Path:
    """The file of records that a path means. Raises InputError if there is none."""
    if path.is_dir():
        path = next((p for p in (path / MERGED, path / f"{MERGED}.gz") if p.exists()), path)
        if path.is_dir():
            raise InputError(f"{path}: holds no {MERGED}; merge the run first")
    if not path.exists():
        raise InputError(f"{path}: no such file")
    return path


def read_export_records(path: Path) -> Iterator[ArticleRecord]:
    """The records of a file, which may be gzipped, one at a time.

    Raises InputError for a line that is none, with its number.
    """
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield ArticleRecord.model_validate_json(line)
            except ValidationError as error:
                raise InputError(f"{path}:{number}: {describe(error)}") from error
