"""Which records of a run are copies: a side table, made in a pass of its own."""

import json
from collections.abc import Iterator

from corpus.commits import LineFile
from corpus.deduplication import Copy, CopyFinder
from corpus.merging import part_lines, record_id, record_text, seen_ids
from corpus.runs import COPIES, Run


def find_run_copies(run: Run) -> Iterator[Copy]:
    """The copies among the records of the parts that are done, in the plan's order.

    Parts are made without knowing of each other; this is the one place that sees them all.
    """
    with seen_ids() as is_new, CopyFinder() as finder:
        for part in run.parts_done():
            for line in part_lines(run.storage, part):
                key = record_id(line)
                original = finder.find(key, record_text(line)) if is_new(key) else None
                if original is not None:
                    yield Copy(key, original)


def write_copies(run: Run) -> int:
    """Write the side table ``copies.jsonl`` of a run, and give the number of its rows.

    A row is an object with ``id`` and ``copy_of``, which is itself no copy.
    """
    rows = 0
    with run.storage.create(COPIES) as file:
        lines = LineFile(file)
        for copy in find_run_copies(run):
            lines.write(json.dumps(copy._asdict(), ensure_ascii=False))
            rows += 1
    return rows
