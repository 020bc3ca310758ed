"""``khooshechin merge``: the records of a run as one file."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.telling import EXIT_REJECTS, say, told


def merge(
    folder: Annotated[str, typer.Argument(help="Folder of a run that is done.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="JSONL file to write.")],
) -> None:
    """Write the records of all parts to one file, in the order of the input.

    Rejects go to records.rejects.jsonl beside records.jsonl, with those articles whose id
    came before; their records stay in their parts.
    """
    with told():
        from corpus.merging import merge as merge_parts
        from corpus.runs import open_run
        from corpus.sinks.jsonl import JsonlSink, rejects_path
        from corpus.storage import open_storage

        run = open_run(open_storage(folder))
        with (
            JsonlSink(output) as records,
            JsonlSink(rejects_path(output), keep_empty=False) as rejects,
        ):
            merged = merge_parts(
                run,
                lambda line: records.write(line.decode()),
                lambda line: rejects.write(line.decode()),
            )
    rejected = merged.rejects + merged.repeated
    say(f"{merged.records:,} records; {rejected:,} rejected, {merged.repeated:,} for their id")
    if rejected:
        raise typer.Exit(EXIT_REJECTS)
