"""The tables as the documentation shows them; run with a page to write it anew.

``python -m corpus.exports.reference docs/exports.md``
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.exports.tables import TABLES

BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"


def table_lines() -> Iterator[str]:
    """A heading and a Markdown table for every table."""
    for table in TABLES:
        yield from ("", f"### {table.name} ({table.fa})", "", f"{table.description}.", "")
        yield from ("| column | type | in Persian | what |", "| --- | --- | --- | --- |")
        for column in table.columns:
            kind = column.vocabulary.__name__ if column.vocabulary else column.type
            told = column.description + ("" if column.required else "; may be empty")
            yield f"| `{column.name}` | {kind} | {column.fa} | {told} |"


def refreshed(page: str) -> str:
    """The page with its tables as they are now."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join([before + BEGIN, *table_lines(), "", END + after])


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
