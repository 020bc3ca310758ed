"""Records as brat standoff: a text and its annotations in two files, with the configuration."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.annotations.from_records import make_sheet
from corpus.annotations.sheets import ATTRIBUTES, RELATIONS, Attribute, Region, Sheet, shown
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord

INDEX = "articles.jsonl"
_FOLDER = 1_000  # articles; brat lists a folder on one page
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\,", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


def write_brat(records: Iterable[ArticleRecord], output: Path) -> None:
    """A collection for brat, and ``articles.jsonl``, which says what article each file is."""
    with atomic_folder(output) as folder:
        for name, lines in (("annotation.conf", _configuration()), ("visual.conf", _visual())):
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        with (folder / INDEX).open("w", encoding="utf-8", newline="\n") as index:
            for number, record in enumerate(records):
                sheet = make_sheet(record)
                # Ids may be anything, also what no file can be called.
                name = f"{number // _FOLDER:04}/{number:07}"
                told = {"file": name, **sheet.origin, "findings": sheet.findings}
                index.write(json.dumps(told, ensure_ascii=False) + "\n")
                _write(folder / name, sheet)


def _write(path: Path, sheet: Sheet) -> None:
    path.parent.mkdir(exist_ok=True)
    text = shown(sheet.text)
    path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="\n")
    lines = "".join(f"{line}\n" for line in standoff(sheet, text))
    path.with_suffix(".ann").write_text(lines, encoding="utf-8", newline="\n")


def standoff(sheet: Sheet, text: str) -> Iterator[str]:
    """The lines of the annotation file: spans, attributes, notes, relations."""
    numbers: dict[str, int] = {}
    attributes = 0
    for number, region in enumerate(sheet.regions, 1):
        numbers[region.id] = number
        fragments = list(_fragments(region, text))
        where = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        yield f"T{number}\t{region.label} {where}\t{words}"
        for name, value in _chosen(region):
            attributes += 1
            yield f"A{attributes}\t{region.label}_{name} T{number} {value}"
        note = "; ".join(f"{name}={value}" for name, value in _written(region))
        if note:
            yield f"#{number}\tAnnotatorNotes T{number}\t{note}"
    for number, n in enumerate(sheet.relations, 1):
        yield f"R{number}\t{n.type} Arg1:T{numbers[n.source]} Arg2:T{numbers[n.target]}"


def _fragments(region: Region, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a region between line ends, which brat allows in no annotation."""
    start = region.start
    for line in text[region.start : region.end].split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def _is_chosen(attribute: Attribute) -> bool:
    return bool(attribute.choices) and not attribute.many


def _chosen(region: Region) -> Iterator[tuple[str, str]]:
    for attribute in ATTRIBUTES[region.label]:
        if _is_chosen(attribute) and attribute.name in region.attributes:
            yield attribute.name, region.attributes[attribute.name]


def _written(region: Region) -> Iterator[tuple[str, str]]:
    """What brat has no field for goes into the note: ``name=…; value=…``."""
    for attribute in ATTRIBUTES[region.label]:
        if not _is_chosen(attribute) and attribute.name in region.attributes:
            yield attribute.name, region.attributes[attribute.name].translate(_ESCAPED)


def _configuration() -> Iterator[str]:
    yield "[entities]"
    yield from ATTRIBUTES
    yield from ("", "[relations]")
    for name, (sources, targets, _) in RELATIONS.items():
        yield f"{name}\tArg1:{'|'.join(sources)}, Arg2:{'|'.join(targets)}"
    yield "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    yield from ("", "[events]", "", "[attributes]")
    for label, attributes in ATTRIBUTES.items():
        for attribute in filter(_is_chosen, attributes):
            yield f"{label}_{attribute.name}\tArg:{label}, Value:{'|'.join(attribute.choices)}"


def _visual() -> Iterator[str]:
    yield from ("[options]", "Text\tdirection:rtl", "", "[labels]", "", "[drawing]")
    yield "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"
    yield "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5, labelArrow:none"
