"""The formats by their names on the command line."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from schemas.errors import KhooshechinError
from schemas.record import ArticleRecord

Writer = Callable[[Iterable[ArticleRecord], Path], None]

# Name -> (module, function, what is written); a module is imported when its format is asked for.
FORMATS = {
    "sqlite": ("sqlite", "write_sqlite", "one database with full-text search"),
    "parquet": ("parquet", "write_parquet", "a folder, a Parquet file a table"),
    "csv": ("csv_files", "write_csv", "a folder, a CSV file a table, nothing changed"),
    "excel-csv": ("csv_files", "write_excel_csv", "a folder of CSV files that Excel opens safely"),
    "xlsx": ("xlsx", "write_xlsx", "a workbook, right to left, with a guide sheet"),
    "huggingface": ("huggingface", "write_huggingface", "a dataset folder with card and Croissant"),
    "labelstudio": ("labelstudio", "write_labelstudio", "tasks with pre-annotations, and a config"),
    "doccano": ("doccano", "write_doccano", "a JSONL file of entities and relations"),
    "brat": ("brat", "write_brat", "a collection of standoff files, with its configuration"),
    "spacy": ("docbin", "write_docbin", "a folder of DocBin files with span groups"),
    "frictionless": ("frictionless", "write_frictionless", "a data package of CSV files"),
}


class FormatError(KhooshechinError):
    """A format that there is not."""


def writer(name: str) -> Writer:
    """The function that writes a format. Raises FormatError if there is none of that name."""
    if name not in FORMATS:
        raise FormatError(f"--to {name}: no such format; there are {', '.join(FORMATS)}")
    module, function, _ = FORMATS[name]
    found: Writer = getattr(import_module(f"corpus.exports.{module}"), function)
    return found
