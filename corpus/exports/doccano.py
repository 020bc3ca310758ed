"""Records as doccano's JSONL for a sequence labeling project with relations."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.annotations.from_records import make_sheet
from corpus.annotations.sheets import Region, Sheet, main_attribute, shown
from corpus.sinks.atomic import atomic_file
from schemas.record import ArticleRecord

# doccano keeps columns that it does not know and gives them back; one string survives its tables.
COLUMN = "khooshechin"


def write_doccano(records: Iterable[ArticleRecord], output: Path) -> None:
    """A JSONL file; in doccano allow overlapping spans and use relation labeling."""
    with atomic_file(output) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(json.dumps(make_example(make_sheet(record)), ensure_ascii=False) + "\n")


def make_example(sheet: Sheet) -> dict[str, Any]:
    """One line: entities with numbers as ids, relations between these, and what is kept for us."""
    numbers = {region.id: i for i, region in enumerate(sheet.regions, 1)}
    entities = [
        {"id": numbers[r.id], "label": full_label(r), "start_offset": r.start, "end_offset": r.end}
        for r in sheet.regions
    ]
    relations = [
        {"id": i, "from_id": numbers[n.source], "to_id": numbers[n.target], "type": n.type}
        for i, n in enumerate(sheet.relations, 1)
    ]
    kept = {
        "article": sheet.origin,
        "findings": sheet.findings,
        "regions": [[r.label, r.start, r.end, r.attributes] for r in sheet.regions],
    }
    return {
        "text": shown(sheet.text),
        "entities": entities,
        "relations": relations,
        COLUMN: json.dumps(kept, ensure_ascii=False),
    }


def full_label(region: Region) -> str:
    """The label with what it says most of the region: ``figure.exports``."""
    main = main_attribute(region.label)
    told = region.attributes.get(main.name) if main else None
    return f"{region.label}.{told}" if told else region.label
