"""``khooshechin export``: finished records in the formats of other programs."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    records: Annotated[
        Path, typer.Argument(help="JSONL file of records (or its gzip), or the folder of a run.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="File or folder to write.")],
    to: Annotated[str, typer.Option(help="Format: see below.")],
) -> None:
    """Write records as a database, tables, a dataset, or for an annotation program.

    sqlite, xlsx, labelstudio, doccano, spacy write one file;
    parquet, csv, excel-csv, huggingface, frictionless, brat a folder.
    The output appears when it is whole. An earlier export there is replaced, nothing else is.
    """
    from corpus.exports.formats import writer
    from corpus.exports.source import find_records, read_export_records
    from corpus.readers.archive import InputError
    from extractor.commands.telling import say, told

    with told():
        write = writer(to)
        source = find_records(records)
        if output.resolve() in (source.resolve(), records.resolve()):
            raise InputError(f"{output}: is the input; choose another output")
        write(read_export_records(source), output)
    say(f"{output} written")
