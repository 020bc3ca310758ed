"""``khooshechin merge``: the records of a run as one file."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.telling import EXIT_REJECTS, say, told


def merge(
    folder: Annotated[str, typer.Argument(help="Folder of a run that is done.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="JSONL file to write.")],
    copies: Annotated[
        bool, typer.Option(help="Name the original in each record of a copy (copy_of).")
    ] = True,
) -> None:
    """Write the records of all parts to one file, in the order of the input.

    A record whose text repeats an earlier one, exactly or nearly, has its id as copy_of.
    Rejects go to records.rejects.jsonl beside records.jsonl, with those articles whose id
    came before; their records stay in their parts.
    """
    with told():
        from corpus.deduplication import CopyFinder
        from corpus.merging import merge as merge_parts
        from corpus.runs import open_run
        from corpus.sinks.jsonl import JsonlSink, rejects_path
        from corpus.storage import open_storage

        run = open_run(open_storage(folder))
        with (
            CopyFinder() as finder,
            JsonlSink(output) as records,
            JsonlSink(rejects_path(output), keep_empty=False) as rejects,
        ):
            merged = merge_parts(
                run,
                lambda line: records.write(line.decode()),
                lambda line: rejects.write(line.decode()),
                finder if copies else None,
            )
    rejected = merged.rejects + merged.repeated
    say(
        f"{merged.records:,} records, {merged.copies:,} of copies; "
        f"{rejected:,} rejected, {merged.repeated:,} for their id"
    )
    if rejected:
        raise typer.Exit(EXIT_REJECTS)
