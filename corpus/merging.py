"""The records of all parts as one file, in the order of the plan."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from corpus.commits import committed, read_mark, records_name, rejects_name
from corpus.deduplication import CopyFinder
from corpus.parts import Part
from corpus.rejects import Reject
from corpus.runs import Run, RunError
from corpus.scratch import open_scratch
from corpus.storage import Storage

# As our records are written; any other spelling is parsed as a whole.
_ID = re.compile(rb'\{"schema_version":"[^"\\]*","article":\{"id":("(?:[^"\\]|\\.)*+")')
_SEEN = "CREATE TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID"


@dataclass(slots=True)
class Merged:
    """What a merge did."""

    records: int = 0
    copies: int = 0
    rejects: int = 0
    repeated: int = 0


def merge(
    run: Run,
    write: Callable[[bytes], object],
    reject: Callable[[bytes], object],
    finder: CopyFinder | None = None,
) -> Merged:
    """Hand every record and reject on, a line each without its newline, in the plan's order.

    A record whose id came before becomes a reject that says in which part it is kept. With a
    ``finder``, a record whose text repeats an earlier one has that one's id as ``copy_of``.
    Raises RunError for a run that is not done, or a part that is not what was committed.
    """
    _check_done(run)
    merged = Merged()
    with seen_ids() as is_new:
        for part in run.parts():
            for line in part_lines(run.storage, part):
                key = record_id(line)
                if is_new(key):
                    original = finder and finder.find(key, record_text(line))
                    merged.records += 1
                    merged.copies += original is not None
                    write(_told_copy(line, original) if original else line)
                else:
                    merged.repeated += 1
                    reject(_repeated(part, key).line().encode())
            for line in reject_lines(run.storage, part):
                merged.rejects += 1
                reject(line)
    return merged


def merged_lines(run: Run) -> Iterator[bytes]:
    """The records that ``merge`` would keep, one by one, without writing a file of them."""
    _check_done(run)
    with seen_ids() as is_new:
        for part in run.parts():
            yield from (line for line in part_lines(run.storage, part) if is_new(record_id(line)))


def _check_done(run: Run) -> None:
    done = committed(run.storage)
    missing = sum(part.name not in done for part in run.parts())
    if missing:
        raise RunError(
            f"{run.storage.url}: {missing} of {run.info.parts} parts are not done; "
            "give the command of the run again"
        )


def part_lines(storage: Storage, part: Part) -> Iterator[bytes]:
    """The records of a committed part. Raises RunError at the end if they are not as committed."""
    mark = read_mark(storage, part.name)
    yield from _lines(storage, records_name(part.name), mark.output_digest)


def reject_lines(storage: Storage, part: Part) -> Iterator[bytes]:
    """The rejects of a committed part, checked as its records are."""
    mark = read_mark(storage, part.name)
    yield from _lines(storage, rejects_name(part.name), mark.rejects_digest)


def record_id(line: bytes) -> str:
    """The id of the article of a record, from its line."""
    match = _ID.match(line)
    return str(json.loads(match[1]) if match else json.loads(line)["article"]["id"])


def record_text(line: bytes) -> str:
    """The text of the article of a record, from its line."""
    return str(json.loads(line)["article"]["text"])


def _told_copy(line: bytes, original: str) -> bytes:
    # Within a string the quotation marks would have a backslash before them.
    told = b'"copy_of":' + json.dumps(original, ensure_ascii=False).encode()
    return line.replace(b'"copy_of":null', told, 1)


def _lines(storage: Storage, name: str, committed_digest: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    try:
        with storage.open(name) as lines:
            for line in lines:
                digest.update(line)
                yield line.rstrip(b"\n")
    except FileNotFoundError:
        raise RunError(f"{storage.url}/{name}: is not there any more, {_MEND}") from None
    if digest.hexdigest() != committed_digest:
        raise RunError(f"{storage.url}/{name}: is not what was committed, {_MEND}")


_MEND = "though its mark is; delete the mark (.ok.json) and run again"


def _repeated(part: Part, key: str) -> Reject:
    reason = "this id was already read; ids must be unique"
    return Reject(f"{records_name(part.name)}", reason, key)


@contextmanager
def seen_ids() -> Iterator[Callable[[str], bool]]:
    """Whether an id is new, asked once for each; memory is bounded, the rest is on disk."""
    with closing(open_scratch(_SEEN)) as database:

        def is_new(key: str) -> bool:
            digest = hashlib.blake2b(key.encode(), digest_size=16).digest()
            done = database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (digest,))
            return done.rowcount == 1

        yield is_new
