"""Read sheets from a brat collection that we wrote and somebody corrected."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.annotations.problems import describe
from corpus.annotations.sheets import ATTRIBUTES, Region, Relation, Sheet, shown
from corpus.exports.brat import INDEX
from corpus.readers.archive import InputError

_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?", re.DOTALL)
_ATTRIBUTE = re.compile(r"[AM]\d+\t([a-z]+)_(\S+) (T\d+)(?: (\S+))?")
_NOTE = re.compile(r"#\d*\tAnnotatorNotes (T\d+)\t(.*)", re.DOTALL)
_RELATION = re.compile(r"R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)\s*")
_FIELD = re.compile(r"\s*([a-z_]+)=((?:[^;\\]|\\.)*)")
_ESCAPE = re.compile(r"\\(.)")
_UNESCAPED = {",": ";", "n": "\n", "t": "\t", "r": "\r"}


def read_brat(path: Path) -> Iterator[Sheet]:
    """The sheets of a collection. Raises InputError for what is none, with file and line."""
    index = path / INDEX
    for number, line in enumerate(_lines(index), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            origin = told["id"], told["title"], told["published"], told["url"], told["source"]
            sheet = Sheet(*origin, told.get("text", ""), findings=list(told["findings"]))
            file = str(told["file"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{index}:{number}: not as we wrote it: {describe(error)}") from error
        yield _sheet(path, file, sheet)


def _lines(path: Path) -> list[str]:
    """The lines of a file, as far as they end with a line feed."""
    try:
        return path.read_bytes().decode().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {describe(error)}") from error


def _sheet(folder: Path, file: str, sheet: Sheet) -> Sheet:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"{folder / INDEX}: {file!r} is outside of the folder")
    seen = "\n".join(_lines(path.with_suffix(".txt")))
    sheet.text = text = sheet.text or seen
    if shown(text) != seen:
        raise InputError(f"{path.with_suffix('.txt')}: the text is not the one we wrote")
    annotations = path.with_suffix(".ann")
    regions: dict[str, Region] = {}
    lines = list(enumerate(_lines(annotations), 1))
    # What is said of a span may stand before it.
    for number, line in sorted(lines, key=lambda entry: entry[1][:1] != "T"):
        if not _read(line.rstrip("\r"), sheet, regions):
            raise InputError(f"{annotations}:{number}: {line!r} is nothing we know")
    sheet.regions = list(regions.values())
    return sheet


def _read(line: str, sheet: Sheet, regions: dict[str, Region]) -> bool:
    """Take in one line; False for one that is not understood."""
    if not line.strip():
        return True
    if found := _SPAN.fullmatch(line):
        key, label, where = found.groups()
        bounds = [int(bound) for bound in re.split("[ ;]", where)]
        regions[key] = Region(key, label, min(bounds), max(bounds))
        return label in ATTRIBUTES
    if found := _ATTRIBUTE.fullmatch(line):
        label, name, key, value = found.groups()
        if key in regions and regions[key].label == label:
            regions[key].attributes[name] = value or "yes"
        return True
    if found := _NOTE.fullmatch(line):
        key, note = found.groups()
        if key in regions:
            regions[key].attributes |= _fields(note)
        return True
    if found := _RELATION.fullmatch(line):
        sheet.relations.append(Relation(found[2], found[3], found[1]))
        return True
    return line.startswith("#")  # other notes are the annotators' own


def _fields(note: str) -> dict[str, str]:
    found = {name: _ESCAPE.sub(_unescape, value) for name, value in _FIELD.findall(note)}
    return {name: value.strip() for name, value in found.items() if value.strip()}


def _unescape(found: re.Match[str]) -> str:
    return _UNESCAPED.get(found[1], found[1])
