"""Records as Label Studio tasks with pre-annotations, and the labeling configuration for them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from corpus.annotations.from_records import make_sheet
from corpus.annotations.sheets import ATTRIBUTES, RELATIONS, Attribute, Region, Sheet, shown
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord

TASKS, CONFIG = "tasks.json", "config.xml"
LABELS, TEXT, FINDINGS = "label", "text", "findings"
MODEL = "khooshechin"
_COLORS = {
    "place": "#2e7d32",
    "date": "#1565c0",
    "official": "#6a1b9a",
    "cluster": "#c62828",
    "figure": "#ef6c00",
    "status": "#00838f",
    "activity": "#558b2f",
    "statement": "#9e9e9e",
    "finding": "#ad1457",
}


def write_labelstudio(records: Iterable[ArticleRecord], output: Path) -> None:
    """A folder with ``tasks.json`` to import and ``config.xml`` to paste into the project."""
    with atomic_folder(output) as folder:
        (folder / CONFIG).write_text(labeling_config(), encoding="utf-8")
        with (folder / TASKS).open("w", encoding="utf-8", newline="\n") as file:
            separator = "[\n"
            for record in records:
                task = make_task(make_sheet(record))
                file.write(separator + json.dumps(task, ensure_ascii=False))
                separator = ",\n"
            file.write("\n]\n" if separator == ",\n" else "[]\n")


def field_name(label: str, attribute: str) -> str:
    """What the control of an attribute is called: names are unique in a configuration."""
    return f"{label}_{attribute}"


def make_task(sheet: Sheet) -> dict[str, Any]:
    """The task of a sheet. Offsets are code points in Label Studio as in ours."""
    text = shown(sheet.text)
    results = [result for region in sheet.regions for result in _region(region, text)]
    results += [
        {
            "from_id": n.source,
            "to_id": n.target,
            "type": "relation",
            "direction": "right",
            "labels": [n.type],
        }
        for n in sheet.relations
    ]
    if sheet.findings:
        results.append(
            {
                "id": FINDINGS,
                "from_name": FINDINGS,
                "to_name": TEXT,
                "type": "textarea",
                "value": {"text": sheet.findings},
            }
        )
    data = {"text": text, "article_id": sheet.id, "article": sheet.origin}
    return {"data": data, "predictions": [{"model_version": MODEL, "result": results}]}


def _region(region: Region, text: str) -> Iterator[dict[str, Any]]:
    where = {"start": region.start, "end": region.end, "text": text[region.start : region.end]}
    common = {"id": region.id, "to_name": TEXT}
    value = where | {"labels": [region.label]}
    yield common | {"from_name": LABELS, "type": "labels", "value": value}
    for attribute in ATTRIBUTES[region.label]:
        told = region.attributes.get(attribute.name)
        if told is None:
            continue
        name = field_name(region.label, attribute.name)
        if attribute.choices:
            chosen = told.split(",") if attribute.many else [told]
            kind, value = "choices", where | {"choices": chosen}
        else:
            kind, value = "textarea", where | {"text": [told]}
        yield common | {"from_name": name, "type": kind, "value": value}


def labeling_config() -> str:
    """The configuration in Label Studio's XML."""
    return "\n".join(_config()) + "\n"


def _config() -> Iterator[str]:
    yield "<View>"
    yield '  <Style>.lsf-richtext__container { direction: rtl; } [class*="Text--"] { direction: rtl; }</Style>'  # noqa: E501
    yield f'  <Labels name="{LABELS}" toName="{TEXT}">'
    for label in ATTRIBUTES:
        yield f'    <Label value="{label}" background="{_COLORS[label]}"/>'
    yield "  </Labels>"
    yield f'  <Text name="{TEXT}" value="$text" granularity="symbol"/>'
    for label, attributes in ATTRIBUTES.items():
        yield (
            f'  <View visibleWhen="region-selected" whenTagName="{LABELS}" '
            f'whenLabelValue="{label}">'
        )
        for attribute in attributes:
            yield from _control(label, attribute)
        yield "  </View>"
    yield "  <Relations>"
    yield from (f'    <Relation value="{name}"/>' for name in RELATIONS)
    yield "  </Relations>"
    yield '  <Header value="Findings (codes)"/>'
    yield f'  <TextArea name="{FINDINGS}" toName="{TEXT}" editable="true"/>'
    yield "</View>"


def _control(label: str, attribute: Attribute) -> Iterator[str]:
    name = field_name(label, attribute.name)
    yield f"    <Header value={quoteattr(attribute.name + ': ' + attribute.description)}/>"
    if not attribute.choices:
        yield (
            f'    <TextArea name="{name}" toName="{TEXT}" perRegion="true" '
            'maxSubmissions="1" editable="true"/>'
        )
        return
    choice = "multiple" if attribute.many else "single"
    layout = "select" if len(attribute.choices) > 1 else "inline"
    yield (
        f'    <Choices name="{name}" toName="{TEXT}" perRegion="true" choice="{choice}" '
        f'layout="{layout}">'
    )
    yield from (f'      <Choice value="{value}"/>' for value in attribute.choices)
    yield "    </Choices>"
