"""``khooshechin run``: an archive of any size, in parts, to be broken off and gone on with."""

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.fields import (
    BylineField,
    DateField,
    IdField,
    SourceField,
    TextField,
    TitleField,
    UrlField,
    make_fields,
)
from extractor.commands.options import (
    AsOf,
    EngineName,
    Master,
    PartSize,
    Scheduler,
    ScopeName,
    Workers,
)
from extractor.commands.telling import EXIT_OUTPUT, EXIT_REJECTS, make_config, say, told

if TYPE_CHECKING:
    from corpus.readers.streams import Source
    from extractor.engines.choice import Engine
    from extractor.engines.local import Outcome
    from extractor.engines.settings import Settings

_KEPT = "what is done is kept, and the same command goes on from there"


def run(
    sources: Annotated[list[str], typer.Argument(help="Files and folders to read.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Folder of the run, new or to be gone on with.")
    ],
    workers: Workers = None,
    scope: ScopeName = "full",
    as_of: AsOf = None,
    part_size: PartSize = None,
    deadline: Annotated[float, typer.Option(min=0.1, help="Seconds for one article.")] = 60.0,
    memory: Annotated[int, typer.Option(min=512, help="MiB of memory for one worker.")] = 2048,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
    master: Master = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Delete what the folder's run has done; begin anew.")
    ] = False,
    text_field: TextField = None,
    title_field: TitleField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    url_field: UrlField = None,
    source_field: SourceField = None,
    byline_field: BylineField = None,
) -> None:
    """Extract an archive part by part with several processes.

    Broken off in any way, the same command goes on where it was. An article that takes too
    long, too much memory or its process's life is rejected, and the run goes on.
    """
    with told(_KEPT):
        from extractor.engines.choice import make_engine
        from extractor.engines.settings import Limits, Settings
        from extractor.presence import Scope

        chosen = make_engine(engine, scheduler, master)
        fields = make_fields(
            text=text_field,
            title=title_field,
            id=id_field,
            date=date_field,
            url=url_field,
            source=source_field,
            byline=byline_field,
        )
        settings = Settings(
            folder=output,
            config=make_config(as_of),
            scope=Scope(scope),
            limits=Limits(deadline, memory),
            fields=fields,
        )
        result = _run(sources, settings, workers, part_size, restart, chosen)
    for part in result.given_up:
        say(f"part {part.part} is not done: {part.reason}")
    say(result)
    if result.rejects or result.given_up:
        raise typer.Exit(EXIT_REJECTS)


def _check_outside(folder: str, sources: list[str]) -> None:
    """Raise ConfigError for an output that would be input of the same command given again."""
    from pathlib import Path

    from extractor.errors import ConfigError

    for source in sources:
        if "://" not in folder and Path(folder).resolve().is_relative_to(Path(source).resolve()):
            raise ConfigError(f"{folder}: is inside {source}, which is read; choose another folder")


def _without_output(found: list["Source"], folder: str) -> list["Source"]:
    """The sources but for what this run writes, which a pattern may fit as well."""
    from pathlib import Path

    if "://" in folder:
        return found
    own = Path(folder).resolve()
    return [
        source
        for source in found
        if not (isinstance(source.path, Path) and source.path.resolve().is_relative_to(own))
    ]


def _run(
    sources: list[str],
    settings: "Settings",
    workers: int | None,
    part_size: int | None,
    restart: bool,
    engine: "Engine",
) -> "Outcome":
    import os

    from corpus.readers.archive import find_sources
    from corpus.storage import open_storage
    from extractor.desk.run_progress import run_progress
    from extractor.engines.local import outcome, prepare, work
    from extractor.engines.supervisor import WorkerError

    _check_outside(settings.folder, sources)
    storage = open_storage(settings.folder)
    with storage.lock():
        found = _without_output(
            find_sources(sources, settings.fields, settings.reading), settings.folder
        )
        count = workers or len(os.sched_getaffinity(0))
        with run_progress() as show:
            planned = prepare(storage, found, settings, part_size, restart, show)
            try:
                given_up = work(planned, settings, count, show, engine)
            except WorkerError as error:
                say(f"{error}; {_KEPT}")
                raise typer.Exit(EXIT_OUTPUT) from error
        return outcome(planned, given_up)
