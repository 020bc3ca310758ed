"""``khooshechin check``: who is who in a database of records, and which articles disagree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.telling import say, told

if TYPE_CHECKING:
    from corpus.checks.archive import Summary

STDOUT = "-"


def check(
    database: Annotated[Path, typer.Argument(help="Database of `khooshechin export --to sqlite`.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="JSONL file of findings, or - for stdout.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The findings as JSONL on standard output.")
    ] = False,
) -> None:
    """Find where the articles of a database disagree, and make clusters and officials one.

    What is found, and what people decide, stands in a second file: news.review.sqlite beside
    news.sqlite. The database itself is only read. A second run gives the same, until articles
    or decisions are others.
    """
    with told():
        from corpus.checks.archive import check_archive
        from corpus.checks.told import finding_lines, write_findings
        from corpus.readers.databases import check_records
        from corpus.reviews import ReviewError, review_path

        check_records(database)
        path = review_path(database)
        if output is not None and Path(output).resolve() in (database.resolve(), path.resolve()):
            raise ReviewError(f"{output}: is the database; choose another output")
        summary = check_archive(database)
        if output not in (None, STDOUT):
            write_findings(path, Path(str(output)))
        if as_json or output == STDOUT:
            for line in finding_lines(path):
                typer.echo(line)
        else:
            _print_summary(summary)
    say(f"{path} written")


def _print_summary(summary: "Summary") -> None:
    from rich.table import Table

    from extractor.desk.console import console
    from schemas.vocabularies import FindingCode

    table = Table(
        "", "", show_header=False, title=f"{summary.articles:,} articles", title_justify="left"
    )
    table.columns[1].justify = "right"
    table.add_row("clusters", f"{summary.clusters:,}")
    table.add_row("officials", f"{summary.officials:,}", end_section=True)
    for code in (
        FindingCode.ARCHIVE_CONFLICT,
        FindingCode.RECYCLED_FIGURE,
        FindingCode.FALLING_TOTAL,
    ):
        table.add_row(f"{code.value}: {code.en}", f"{summary.findings.get(code.value, 0):,}")
    console().print(table)
