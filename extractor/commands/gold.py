"""``khooshechin gold``: annotations corrected by hand, as gold to evaluate against."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.commands.telling import EXIT_REJECTS, say, told

if TYPE_CHECKING:
    from corpus.annotations.sheets import Sheet
    from extractor.extractor import Extractor

Reader = Callable[[Path], "Iterator[Sheet]"]


def gold(
    file: Annotated[
        Path, typer.Argument(help="What the annotation program exported: a file; of brat a folder.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for articles.jsonl and gold.jsonl.")
    ],
    source: Annotated[str, typer.Option("--from", help="labelstudio, doccano or brat.")],
    unreviewed: Annotated[
        bool, typer.Option(help="Of Label Studio also the tasks that nobody worked on.")
    ] = False,
) -> None:
    """Turn corrected annotations into gold for evaluate --gold.

    What the program has no field for is read from the words: the value of a figure that was
    marked by hand, the days of a date.
    """
    left_out: list[int] = []
    with told():
        from corpus.annotations.files import write_gold

        articles = write_gold(_reader(source, unreviewed, left_out)(file), output, _Words())
    say(f"{articles} articles of gold written to {output}{_left_out(left_out, unreviewed)}")
    if not articles:
        raise typer.Exit(EXIT_REJECTS)


def _left_out(tasks: list[int], unreviewed: bool) -> str:
    if not tasks:
        return ""
    if unreviewed:
        return f"; {len(tasks)} tasks with neither annotation nor suggestion were left out"
    why = "nobody worked on them, --unreviewed takes their suggestions as they are"
    return f"; {len(tasks)} tasks were left out: {why}"


def _reader(source: str, unreviewed: bool, left_out: list[int]) -> Reader:
    from corpus.annotations.brat import read_brat
    from corpus.annotations.doccano import read_doccano
    from corpus.annotations.labelstudio import read_labelstudio
    from extractor.errors import ConfigError

    readers: dict[str, Reader] = {
        "labelstudio": lambda path: read_labelstudio(path, unreviewed, left_out),
        "doccano": read_doccano,
        "brat": read_brat,
    }
    if source not in readers:
        raise ConfigError(f"--from {source}: no such format; there are {', '.join(readers)}")
    return readers[source]


class _Words:
    """Reads values from the words of a region; the extractor is made when first needed."""

    @cached_property
    def _extractor(self) -> "Extractor":
        from extractor import Extractor

        return Extractor()

    def __call__(self, label: str, words: str) -> dict[str, str]:
        """The attributes that the words alone tell, {} if none."""
        from corpus.annotations.from_records import make_sheet
        from schemas.article import Article

        record = self._extractor.extract(Article(id="words", text=words))
        regions = make_sheet(record).regions
        return next((dict(r.attributes) for r in regions if r.label == label), {})
