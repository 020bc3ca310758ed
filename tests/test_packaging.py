"""What the package promises from outside: entry points, versions, files."""

import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest
import spacy

from extractor.components.base import REGISTRY
from extractor.pipeline import import_components

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_entry_points_name_every_component() -> None:
    import_components()
    names = {spec.factory for spec in REGISTRY.values()}
    written = PROJECT["entry-points"]["spacy_factories"]
    assert written == {name: f"extractor.factories:{name}" for name in names}


def test_entry_points_are_installed_and_load() -> None:
    installed = {e.name: e for e in entry_points(group="spacy_factories")}
    for spec in REGISTRY.values():
        assert installed[spec.factory].load() is spec.create


def test_component_works_in_a_pipeline_of_others() -> None:
    nlp = spacy.blank("fa")
    nlp.add_pipe("khooshechin_numbers")
    doc = nlp("۱۲ هزار نفر")
    assert [int(number.value) for number in doc._.numbers] == [12000]


def test_versions_agree() -> None:
    assert version("khooshechin") == PROJECT["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{PROJECT['version']}]" in changelog


@pytest.mark.parametrize("package", ["schemas", "corpus", "extractor"])
def test_package_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_pins_cover_the_dependencies() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower() for line in lines if "==" in line}
    extras = PROJECT["optional-dependencies"].values()
    wanted = [*PROJECT["dependencies"], *(name for extra in extras for name in extra)]
    assert {name.split("[")[0].split("=")[0].split(">")[0].lower() for name in wanted} <= pinned
