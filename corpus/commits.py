"""What says that a part is done: a small file, written after everything else of the part.

A part is three files in ``parts/``: ``<name>.jsonl`` (records), ``<name>.rejects.jsonl`` and the
mark ``<name>.ok.json``. Records and rejects without a mark are leftovers and count for nothing.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from pydantic import Field, NonNegativeInt

from corpus.storage import Storage, read_bytes, write_bytes
from schemas.base import Model

PARTS = "parts"
PART_FILE = re.compile(r"\d{6,}-[0-9a-f]{12}(?:\.rejects)?\.(?:jsonl|ok\.json)")
_MARK = ".ok.json"


class Mark(Model):
    """The commit mark of a part."""

    part: str
    articles: NonNegativeInt = Field(description="Items of the input: records, rejects, passed by")
    records: NonNegativeInt
    rejects: NonNegativeInt
    passed_by: NonNegativeInt = Field(description="Articles outside the scope of the run")
    characters: NonNegativeInt = Field(description="Of the articles with a record")
    entries: dict[str, NonNegativeInt] = Field(description="Of each group of a record")
    input_digest: str
    settings_digest: str = Field(description="Of configuration, scope and program")
    lexicon_digest: str
    output_digest: str
    rejects_digest: str


@dataclass(slots=True)
class LineFile:
    """Lines being written, with their number and digest."""

    file: BinaryIO
    lines: int = 0
    _digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def write(self, line: str) -> None:
        """Add one line; the newline is added here."""
        data = line.encode() + b"\n"
        self._digest.update(data)
        self.file.write(data)
        self.lines += 1

    @property
    def digest(self) -> str:
        """SHA-256 of what was written."""
        return self._digest.hexdigest()


def records_name(part: str) -> str:
    """Where the records of a part are."""
    return f"{PARTS}/{part}.jsonl"


def rejects_name(part: str) -> str:
    """Where the rejects of a part are."""
    return f"{PARTS}/{part}.rejects.jsonl"


@contextmanager
def line_files(storage: Storage, part: str) -> Iterator[tuple[LineFile, LineFile]]:
    """The files for records and rejects, which are there when the block ends."""
    with (
        storage.create(records_name(part)) as records,
        storage.create(rejects_name(part)) as rejects,
    ):
        yield LineFile(records), LineFile(rejects)


def commit(storage: Storage, mark: Mark) -> None:
    """Say that a part is done. Its files must be there."""
    data = mark.model_dump_json(indent=1).encode() + b"\n"
    write_bytes(storage, f"{PARTS}/{mark.part}{_MARK}", data)


def read_mark(storage: Storage, part: str) -> Mark:
    """The mark of a committed part."""
    return Mark.model_validate_json(read_bytes(storage, f"{PARTS}/{part}{_MARK}"))


def committed(storage: Storage) -> set[str]:
    """Names of the parts that are done."""
    return {n.removesuffix(_MARK) for n in storage.names(PARTS) if n.endswith(_MARK)}
