"""What others made is there, as its table says, and complete."""

import hashlib
import json
import re
from importlib.resources import files

import pytest

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import ProvinceRow

VENDOR = files("extractor.desk") / "static" / "vendor"
TABLE = re.findall(
    r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.M
)


@pytest.mark.parametrize(("name", "digest"), TABLE, ids=[name for name, _ in TABLE])
def test_vendored_file_is_the_one_told(name: str, digest: str) -> None:
    content = (VENDOR / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest


def test_every_vendored_file_is_told() -> None:
    told = {name for name, _ in TABLE} | {"map/codes.csv"}
    held = {f"{folder.name}/{file.name}" for folder in VENDOR.iterdir() if folder.is_dir()
            for file in folder.iterdir()}  # fmt: skip
    assert held == told


def test_map_has_every_province_of_the_lexicon() -> None:
    borders = json.loads((VENDOR / "map" / "iran-provinces.json").read_text("utf-8"))
    known = sorted(row.id for row in load_rows("provinces.csv", ProvinceRow))
    assert [feature["properties"]["name"] for feature in borders["features"]] == known
    assert len(known) == 31
    assert len((VENDOR / "map" / "iran-provinces.json").read_bytes()) < 120_000
