"""``khooshechin export``: finished records in the formats of other programs."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.commands.telling import say, told


def export(
    records: Annotated[
        Path, typer.Argument(help="JSONL file of records (or its gzip), or the folder of a run.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="File or folder to write.")],
    to: Annotated[str, typer.Option(help="Format: see above.")],
) -> None:
    """Write records as a database, tables, a dataset, or for an annotation program.

    Formats: sqlite, xlsx, doccano (one file); parquet, csv, excel-csv, huggingface,
    frictionless, labelstudio, brat, spacy (a folder).

    The output appears when it is whole. An earlier file or export there is replaced; folders of
    your own and what people decided at the desk never are.
    """
    with told():
        from corpus.exports.formats import writer
        from corpus.exports.source import read_export_records
        from corpus.readers.archive import InputError

        write = writer(to)
        if output.resolve() == records.resolve():
            raise InputError(f"{output}: is the input; choose another output")
        write(read_export_records(records), output)
    say(f"{output} written")
