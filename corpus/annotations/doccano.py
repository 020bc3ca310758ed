"""Read sheets from what doccano exports as JSONL of a project with relations."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.annotations.problems import describe
from corpus.annotations.sheets import ATTRIBUTES, Region, Relation, Sheet, main_attribute, shown
from corpus.exports.doccano import COLUMN
from corpus.readers.archive import InputError
from corpus.scoring.matching import overlap

Kept = list[tuple[str, int, int, dict[str, str]]]


def read_doccano(path: Path) -> Iterator[Sheet]:
    """The sheets of an export. Raises InputError for what is none, with its line."""
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield _sheet(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(
                    f"{path}:{number}: not an export of ours: {describe(error)}"
                ) from error


def _sheet(example: dict[str, Any]) -> Sheet:
    kept = json.loads(example[COLUMN])
    told = kept["article"]
    text = told.get("text", example["text"])
    if shown(text) != example["text"]:
        raise InputError(f"article {told['id']!r}: the text is not the one we gave")
    origin = told["id"], told["title"], told["published"], told["url"], told["source"]
    sheet = Sheet(*origin, text, findings=list(kept["findings"]))
    sheet.regions = _regions(example["entities"], [tuple(entry) for entry in kept["regions"]])
    sheet.relations = [
        Relation(str(n["from_id"]), str(n["to_id"]), n["type"]) for n in example["relations"]
    ]
    return sheet


def _regions(entities: list[dict[str, Any]], kept: Any) -> list[Region]:
    """The regions, with what was said of those that still stand where they stood, or nearly."""
    regions = []
    for entity in entities:
        label, _, slug = entity["label"].partition(".")
        if label not in ATTRIBUTES:
            raise InputError(f"{entity['label']!r} is no label of ours")
        start, end = entity["start_offset"], entity["end_offset"]
        regions.append((Region(str(entity["id"]), label, start, end), slug))
    _give_back([region for region, _ in regions], kept)
    for region, slug in regions:
        main = main_attribute(region.label)
        if main:
            region.attributes.pop(main.name, None)
            region.attributes |= {main.name: slug} if slug else {}
    return [region for region, _ in regions]


def _give_back(regions: list[Region], kept: Kept) -> None:
    """What was said goes to the region of its label that it covers best, the same first."""
    cells = [
        (overlap(_bounds(r.start, r.end), _bounds(start, end)), i, j)
        for i, r in enumerate(regions)
        for j, (label, start, end, _) in enumerate(kept)
        if r.label == label
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for likeness, i, j in sorted(cells, key=lambda cell: (-cell[0], cell[1], cell[2])):
        if likeness and i not in taken[0] and j not in taken[1]:
            regions[i].attributes = dict(kept[j][3])
            taken[0].add(i)
            taken[1].add(j)


def _bounds(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}
