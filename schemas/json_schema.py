"""Write the JSON Schemas of the public models: ``python -m schemas.json_schema``."""

import json
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from schemas.article import Article
from schemas.record import ArticleRecord

FOLDER = Path(__file__).parent / "json"
MODELS: dict[str, type[BaseModel]] = {"article": Article, "record": ArticleRecord}


def schema_text(name: str) -> str:
    """The schema of ``article`` (what goes in) or ``record`` (what comes out) as JSON text."""
    # What we read may leave keys out; what we write has all of them.
    mode: JsonSchemaMode = "validation" if name == "article" else "serialization"
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MODELS[name].model_json_schema(mode=mode),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    """Write ``<name>.schema.json`` for each model; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write_schemas()
