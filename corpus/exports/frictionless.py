"""Records as a Frictionless data package: CSV resources with their schemas and keys."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.exports.columns import Table
from corpus.exports.csv_files import write_csv_tables
from corpus.exports.packages import DESCRIPTION, NAME, TITLE, table_schema
from corpus.exports.tables import TABLES
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord


def write_frictionless(records: Iterable[ArticleRecord], output: Path) -> None:
    """A folder with ``datapackage.json`` and a CSV file a table."""
    with atomic_folder(output) as folder:
        (folder / "data").mkdir()
        write_csv_tables(records, folder / "data")
        package = {
            "profile": "tabular-data-package",
            "name": NAME,
            "title": TITLE,
            "description": DESCRIPTION,
            "resources": [_resource(folder, table) for table in TABLES],
        }
        text = json.dumps(package, ensure_ascii=False, indent=1)
        (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / "data" / f"{table.name}.csv"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.fa,
        "description": table.description,
        "path": f"data/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{file_digest(path)}",
        "schema": table_schema(table),
    }


def file_digest(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
