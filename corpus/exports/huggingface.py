"""Records as a dataset folder ready for Hugging Face: Parquet, a card, Croissant metadata."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.exports.columns import Column, Table
from corpus.exports.frictionless import file_digest
from corpus.exports.packages import DESCRIPTION, NAME, TITLE
from corpus.exports.parquet import write_parquet_tables
from corpus.exports.tables import FIGURES, TABLES
from corpus.sinks.atomic import atomic_folder
from schemas.record import SCHEMA_VERSION, ArticleRecord

_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date", "boolean": "sc:Boolean"}
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayType": "cr:arrayType",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (10**6, "100K<n<1M"))


def write_huggingface(records: Iterable[ArticleRecord], output: Path) -> None:
    """A folder with ``README.md``, ``croissant.json`` and ``data/TABLE.parquet``."""
    count = _Counted(records)
    with atomic_folder(output) as folder:
        data = folder / "data"
        data.mkdir()
        write_parquet_tables(count, data)
        (folder / "README.md").write_text(_card(count.articles), encoding="utf-8")
        text = json.dumps(_croissant(folder), ensure_ascii=False, indent=1)
        (folder / "croissant.json").write_text(text + "\n", encoding="utf-8")


class _Counted:
    """Records, counted as they pass."""

    def __init__(self, records: Iterable[ArticleRecord]) -> None:
        self._records = records
        self.articles = 0

    def __iter__(self) -> Iterator[ArticleRecord]:
        for record in self._records:
            self.articles += 1
            yield record


def _card(articles: int) -> str:
    return "\n".join([*_front_matter(articles), *_body(articles)]) + "\n"


def _front_matter(articles: int) -> Iterator[str]:
    size = next((name for limit, name in _SIZES if articles < limit), "n>1M")
    yield from ("---", "language:", "- fa", f"pretty_name: {TITLE!r}", "license: other")
    yield from ("task_categories:", "- token-classification", "tags:", "- persian", "- news")
    yield from ("size_categories:", f"- {size}", "configs:")
    for table in TABLES:
        yield f"- config_name: {table.name}"
        yield f"  data_files: data/{table.name}.parquet"
        if table is FIGURES:
            yield "  default: true"
    yield "---"


def _body(articles: int) -> Iterator[str]:
    yield from (f"# {TITLE}", "", DESCRIPTION, "")
    yield f"{articles} articles. Offsets (`span_start`, `span_end`) count Unicode code points of"
    yield "`articles.text`, end exclusive. Ids other than those of articles are unique within an"
    yield "article. The values were found by rules, not checked by hand. The articles are their"
    yield "publishers'; settle the licence of the texts before you publish this folder, and set"
    yield "`license` above."
    for table in TABLES:
        yield from ("", f"## {table.name}", "", f"{table.description}.", "")
        yield from ("| column | type | what |", "| --- | --- | --- |")
        yield from (f"| `{c.name}` | {c.type} | {c.description} |" for c in table.columns)


def _croissant(folder: Path) -> dict[str, Any]:
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": NAME,
        "description": DESCRIPTION,
        "version": f"{SCHEMA_VERSION}.0.0",
        "distribution": [_file(folder, table) for table in TABLES],
        "recordSet": [_record_set(table) for table in TABLES],
    }


def _file(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / "data" / f"{table.name}.parquet"
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.parquet",
        "name": f"{table.name}.parquet",
        "contentUrl": f"data/{table.name}.parquet",
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file_digest(path),
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES.get(column.type, "sc:Text"),
        "source": {
            "fileObject": {"@id": f"{table.name}.parquet"},
            "extract": {"column": column.name},
        },
    }
    if column.name == "article_id":
        field["references"] = {"field": {"@id": "articles/id"}}
    return field
