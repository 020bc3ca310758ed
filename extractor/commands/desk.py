"""``khooshechin desk``: a database of records in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.telling import say, told


def desk(
    database: Annotated[
        Path, typer.Argument(help="Database written by: khooshechin export --to sqlite.")
    ],
    host: Annotated[
        str,
        typer.Option(help="Address to serve at; others than this machine's are open to others."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to serve at; 0 for any that is free.")
    ] = 8001,
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser.")
    ] = False,
) -> None:
    """Open the fact-check desk on a database: search, articles, clusters, findings.

    It is served to this machine alone. The database is only read; what is said of findings and
    identities is kept in a second file beside it. Ctrl-C closes the desk.
    """
    with told():
        from corpus.exports.extras import need

        need("datasette", "desk")
        from extractor.desk.server import serve

        try:
            serve(database, host, port, browser=browser, tell=say)
        except KeyboardInterrupt:
            say("closed")
