"""The findings of an archive, one JSON object a line."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from corpus.reviews import read_reviews
from corpus.sinks.atomic import atomic_file

_FINDINGS = """SELECT finding, code, severity, message_fa, message_en, calculation, tolerance,
 cluster, province, indicator, year FROM archive_findings ORDER BY number"""
_FIGURES = """SELECT article_id, figure_id, span_start, span_end, quote
FROM archive_finding_figures WHERE finding = ? ORDER BY number"""


def finding_lines(reviews: Path) -> Iterator[str]:
    """Each finding with its figures, in their order; ``reviews`` is the second file."""
    with closing(read_reviews(reviews)) as base:
        base.row_factory = sqlite3.Row
        for row in base.execute(_FINDINGS):
            figures = [dict(figure) for figure in base.execute(_FIGURES, (row["finding"],))]
            yield json.dumps(dict(row) | {"figures": figures}, ensure_ascii=False)


def write_findings(reviews: Path, output: Path) -> None:
    """Write the findings to a file, which appears when it is whole."""
    with atomic_file(output) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        for line in finding_lines(reviews):
            file.write(line + "\n")
