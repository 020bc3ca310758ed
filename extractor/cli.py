"""The command ``khooshechin``.

Heavy imports stand inside the commands: hazm, spaCy and pydantic take seconds, and
``--help`` needs none of them.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.check import check
from extractor.commands.copies import copies
from extractor.commands.desk import desk
from extractor.commands.export import export
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
from extractor.commands.gold import gold
from extractor.commands.merge import merge
from extractor.commands.options import AsOf, ScopeName
from extractor.commands.report import report
from extractor.commands.run import run
from extractor.commands.status import status
from extractor.commands.telling import EXIT_REJECTS, make_config, say, told
from schemas.labels import Language

if TYPE_CHECKING:
    from corpus.readers.streams import Source
    from extractor.config import Config
    from extractor.presence import Scope
    from extractor.run import Summary

STDOUT = "-"

app = typer.Typer(
    name="khooshechin",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read Persian news and find what became of Iran's industrial clusters.",
    epilog=(
        "Exit codes: 0 all done; 1 done, but something was rejected or a check failed; "
        "2 wrong usage, or nothing to read; 3 the output could not be written; 130 interrupted."
    ),
)
lexicon = typer.Typer(no_args_is_help=True, help="Work on the lexicon of Persian words.")
app.add_typer(lexicon, name="lexicon")
for command in (check, export, report, gold, run, status, merge, copies, desk):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"khooshechin {version('khooshechin')}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Nothing is to be done before a command."""


@app.command()
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files and folders of news in any of the forms read, or - for standard input."
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", help="JSONL file to write, or - for standard output.")
    ],
    as_of: AsOf = None,
    scope: ScopeName = "full",
    text_field: TextField = None,
    title_field: TitleField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    url_field: UrlField = None,
    source_field: SourceField = None,
    byline_field: BylineField = None,
) -> None:
    """Read articles and write one record a line.

    An article that fails is told in records.rejects.jsonl beside records.jsonl,
    or on standard error with -o -, and the run goes on.
    The output appears when all is done, and not at all if the run is broken off.
    """
    with told():
        from corpus.readers.archive import InputError, find_sources
        from extractor.presence import Scope

        fields = make_fields(
            text=text_field,
            title=title_field,
            id=id_field,
            date=date_field,
            url=url_field,
            source=source_field,
            byline=byline_field,
        )
        sources = find_sources(paths, fields)
        if any(isinstance(s.path, Path) and _same(s.path, output) for s in sources):
            raise InputError(f"{output}: is an input too; choose another output")
        summary = _extract(sources, output, make_config(as_of), Scope(scope))
    say(summary)
    if summary.rejects:
        raise typer.Exit(EXIT_REJECTS)


def _same(source: Path, output: str) -> bool:
    return output != STDOUT and source.resolve() == Path(output).resolve()


def _extract(sources: "list[Source]", output: str, config: "Config", scope: "Scope") -> "Summary":
    from corpus.readers.archive import read_sources
    from extractor import Extractor
    from extractor.desk.progress import progress
    from extractor.run import run, run_to_file

    extractor = Extractor(config)
    items = read_sources(sources)
    with progress() as advance:
        if output == STDOUT:
            summary = run(items, extractor, _print_line, say, advance, scope)
            sys.stdout.flush()  # what cannot be written is to be told, not found at exit
            return summary
        return run_to_file(items, extractor, Path(output), advance, scope)


def _print_line(line: str) -> None:
    # Records are UTF-8 whatever the terminal's encoding.
    sys.stdout.buffer.write(line.encode() + b"\n")


@app.command()
def show(
    article: Annotated[
        str, typer.Argument(help="FILE of one article, or FILE#ID of articles or of records.")
    ],
    lang: Annotated[Language, typer.Option(help="Language of the labels.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="The record as JSON.")] = False,
) -> None:
    """Show what an article says, each value with the words it was read from."""
    with told():
        from corpus.readers.records import find_entry
        from extractor.desk.console import console, show_record
        from extractor.desk.view import View
        from schemas.article import Article

        found = find_entry(article)
        if isinstance(found, Article):
            from extractor import Extractor

            found = Extractor().extract(found)
        if as_json:
            typer.echo(found.model_dump_json(indent=2))
            return
        show_record(View(found, lang), console())


@app.command()
def explain(
    article: Annotated[
        str, typer.Argument(help="FILE of one article, or FILE#ID of articles or of records.")
    ],
    entry: Annotated[
        str | None, typer.Argument(help="Id in the record, as f3; without it all are listed.")
    ] = None,
    article_id: Annotated[
        str | None, typer.Option("--id", help="Which article of the file, instead of #ID.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The explanation as JSON.")] = False,
) -> None:
    """Say why a value, a link or a stage is what it is: rule, lexicon row, and the words."""
    with told():
        from extractor import Extractor
        from extractor.desk import explaining
        from extractor.desk.console import console

        found, config, record = explaining.find_article(article, article_id)
        trace = Extractor(config).trace(found)
        if record is not None and explaining.is_another(record, trace.record):
            say("the record in the file is another than is read today; its ids may differ")
        if as_json:
            typer.echo(explaining.as_json(trace, entry))
            return
        explaining.print_explanation(trace, entry, console())


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder with articles.jsonl and gold.jsonl.")],
    pred: Annotated[
        Path | None, typer.Option(help="Records to score; without it the articles are extracted.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="Print up to so many differences.")] = 0,
    only: Annotated[str | None, typer.Option(help="Of those, only this row's.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
) -> None:
    """Score records against articles marked by hand."""
    with told():
        import json

        from corpus.scoring.report import format_report, read_lines, score

        records = _records(gold / "articles.jsonl") if pred is None else read_lines(pred)
        report, differences = score(gold, records, keep=errors, only=only)
        typer.echo(json.dumps(report, indent=1) if as_json else format_report(report))
        for difference in differences:
            typer.echo(difference)


def _records(articles: Path) -> list[dict[str, object]]:
    """Extract the articles of a gold folder; one that fails is told and counts as missing."""
    from corpus.readers.archive import find_sources, read_sources
    from corpus.rejects import Reject
    from extractor import Extractor
    from extractor.run import extract_all

    records = []
    for result in extract_all(Extractor(), read_sources(find_sources([articles]))):
        if isinstance(result, Reject):
            say(result.line())
        else:
            records.append(result.model_dump(mode="json"))
    return records


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="record (what comes out) or article.")] = "record",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder to write all schemas to.")
    ] = None,
) -> None:
    """Print a JSON Schema, or write all of them."""
    with told():
        from extractor.errors import ConfigError
        from schemas.json_schema import MODELS, schema_text, write_schemas

        if output is not None:
            for path in write_schemas(output):
                typer.echo(path)
        elif name in MODELS:
            typer.echo(schema_text(name), nl=False)
        else:
            raise ConfigError(f"{name}: no such schema; there are {', '.join(MODELS)}")


@lexicon.command("check")
def lexicon_check() -> None:
    """Validate every row of the lexicon and run the rows' examples."""
    with told():
        from extractor.lexicon.check import check_lexicon, examples
        from extractor.pipeline import build_nlp

        problems = list(check_lexicon(build_nlp()))
        for problem in problems:
            typer.echo(problem)
        say(f"{sum(1 for _ in examples())} examples, {len(problems)} not as marked")
        if problems:
            raise typer.Exit(EXIT_REJECTS)


def main() -> None:
    """Run the command line."""
    app()
