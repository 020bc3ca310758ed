"""``khooshechin report``: one page that stands alone, of an article or a database."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.telling import say, told
from schemas.labels import Language


def report(
    article: Annotated[
        str,
        typer.Argument(
            help="FILE of one article, FILE#ID of articles, records or a database, or a database."
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file to write.")],
    lang: Annotated[Language, typer.Option(help="Language of the page.")] = "fa",
) -> None:
    """Write one page to send: text with its mentions, figures, findings with their sums.

    It needs no network and no other file. Of a whole database it has the counts, the findings
    to look at and the clusters by province, and says what it leaves out.
    """
    with told():
        from corpus.readers.archive import InputError
        from corpus.sinks.atomic import atomic_file
        from extractor.desk.reporting import make_report, source_file

        if output.resolve() == source_file(article)[0].resolve():
            raise InputError(f"{output}: is the input; choose another output")
        page = make_report(article, lang)
        with atomic_file(output) as path:
            # Line ends as they are: in texts they count.
            path.write_text(page, encoding="utf-8", errors="replace", newline="")
    say(f"{output} written")
