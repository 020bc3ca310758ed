"""Read sheets from what Label Studio exports as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.annotations.problems import describe
from corpus.annotations.sheets import ATTRIBUTES, Attribute, Region, Relation, Sheet, shown
from corpus.exports.labelstudio import FINDINGS, LABELS, TASKS, field_name
from corpus.readers.archive import InputError

Result = dict[str, Any]
_FIELDS: dict[str, tuple[str, Attribute]] = {
    field_name(label, attribute.name): (label, attribute)
    for label, attributes in ATTRIBUTES.items()
    for attribute in attributes
}


def read_labelstudio(
    path: Path, unreviewed: bool = False, left_out: list[int] | None = None
) -> Iterator[Sheet]:
    """The sheets of an export; of a task nobody worked on only if ``unreviewed``.

    ``left_out`` gets the numbers of the tasks that gave none, counted from 1. Raises InputError
    for what is no such export.
    """
    path = path / TASKS if path.is_dir() else path
    try:
        tasks = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {describe(error)}") from error
    if not isinstance(tasks, list):
        raise InputError(f"{path}: is no list of tasks; export as JSON, not as JSON-MIN or CSV")
    for number, task in enumerate(tasks, 1):
        try:
            data, results = task["data"], _results(task, unreviewed)
            if results is not None:
                yield _sheet(data, results)
            elif left_out is not None:
                left_out.append(number)
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise InputError(
                f"{path}: task {number} has not the form we gave it: {describe(error)}"
            ) from error


def _results(task: Any, unreviewed: bool) -> list[Result] | None:
    """The annotation that counts: marked as ground truth, else the newest."""
    done = [a for a in task.get("annotations") or [] if not a.get("was_cancelled")]
    if done:
        best = max(done, key=lambda a: (bool(a.get("ground_truth")), a.get("updated_at") or ""))
        found: list[Result] = best["result"]
        return found
    if not unreviewed:
        return None
    predictions = task.get("predictions") or []
    return list(predictions[-1]["result"]) if predictions else None


def _sheet(data: dict[str, Any], results: list[Result]) -> Sheet:
    told = data["article"]
    text = told.get("text", data["text"])
    if shown(text) != data["text"]:
        raise InputError(f"article {told['id']!r}: the text is not the one we gave")
    origin = told["id"], told["title"], told["published"], told["url"], told["source"]
    sheet = Sheet(*origin, text)
    regions: dict[str, Region] = {}
    for result in results:
        if result.get("from_name") == LABELS:
            value = result["value"]
            label = value["labels"][0]
            if label not in ATTRIBUTES:
                raise InputError(f"article {sheet.id!r}: {label!r} is no label of ours")
            regions[result["id"]] = Region(result["id"], label, value["start"], value["end"])
    for result in results:
        _read(result, sheet, regions)
    sheet.regions = list(regions.values())
    return sheet


def _read(result: Result, sheet: Sheet, regions: dict[str, Region]) -> None:
    name = result.get("from_name")
    if result["type"] == "relation":
        for label in result.get("labels") or []:
            sheet.relations.append(_relation(result, label))
    elif name == FINDINGS:
        sheet.findings += _texts(result)
    elif name in _FIELDS and result["id"] in regions:
        label, attribute = _FIELDS[name]
        region = regions[result["id"]]
        # A control of a label that the region no longer has stays behind in the data.
        if region.label == label:
            values = result["value"]["choices"] if attribute.choices else _texts(result)
            told = ",".join(values) if attribute.many else values[-1].strip() if values else ""
            if told:
                region.attributes[attribute.name] = told


def _relation(result: Result, label: str) -> Relation:
    ends = result["from_id"], result["to_id"]
    if result.get("direction") == "left":
        ends = ends[1], ends[0]
    return Relation(*ends, label)


def _texts(result: Result) -> list[str]:
    texts = result["value"]["text"]
    return [texts] if isinstance(texts, str) else list(texts)
