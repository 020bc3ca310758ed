"""``khooshechin status``: how far a run has come."""

from typing import Annotated

import typer

from extractor.commands.telling import EXIT_REJECTS, told


def status(
    folder: Annotated[str, typer.Argument(help="Folder of a run.")],
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Show how far a run has come; exit code 1 if it is not done."""
    with told():
        import json

        from corpus.runs import open_run
        from corpus.storage import open_storage
        from extractor.engines.local import outcome

        run = open_run(open_storage(folder))
        found = outcome(run)
        if as_json:
            typer.echo(json.dumps(found.figures(run.info.articles), indent=1))
        else:
            typer.echo(found)
            for name, value in run.info.terms.items():
                typer.echo(f"{name}: {value}")
        if found.parts_done < found.parts:
            raise typer.Exit(EXIT_REJECTS)
