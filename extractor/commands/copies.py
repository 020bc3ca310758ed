"""``khooshechin copies``: which articles of a run repeat others."""

from typing import Annotated

import typer

from extractor.commands.telling import EXIT_REJECTS, say, told


def copies(folder: Annotated[str, typer.Argument(help="Folder of a run.")]) -> None:
    """Write copies.jsonl into the folder: the id of each copy and of the article it repeats.

    Copies are exact or near, after letters, half-spaces and digits are made one. The first in
    the order of the input is the original. Exit code 1 if parts are still to be done.
    """
    with told():
        from corpus.copies import write_copies
        from corpus.runs import COPIES, open_run
        from corpus.storage import open_storage

        run = open_run(open_storage(folder))
        todo = len(run.todo())
        rows = write_copies(run)
    say(f"{rows:,} copies told in {folder.rstrip('/')}/{COPIES}")
    if todo:
        say(f"{todo:,} of {run.info.parts:,} parts are still to be done, and were left out")
        raise typer.Exit(EXIT_REJECTS)
