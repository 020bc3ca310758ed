"""The documents say what the program does; their code is tried in ``test_docs``."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from documents import DOCUMENTS, READMES, ROOT
from typer.main import get_command

from extractor.cli import app
from extractor.lexicon.loader import data_files
from schemas.vocabularies import FindingCode


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_documented(name: str) -> None:
    commands = getattr(get_command(app), "commands", {})
    assert commands
    for command in commands:
        assert f"khooshechin {command}" in read(name)


def options_of(command: Any) -> Iterator[list[str]]:
    """The ways to write each option of a command and of those below it."""
    for below in getattr(command, "commands", {}).values():
        yield from options_of(below)
    for parameter in command.params:
        if parameter.opts[0].startswith("-") and parameter.name != "version":
            yield [*parameter.opts, *parameter.secondary_opts]


def test_every_option_is_documented() -> None:
    told = "\n".join(map(read, DOCUMENTS))
    missing = [
        options
        for options in options_of(get_command(app))
        if not any(re.search(rf"(?<![\w-]){re.escape(o)}(?![\w-])", told) for o in options)
    ]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    assert [link for link in links if not (folder / link).exists()] == []


def test_both_readmes_have_the_same_sections() -> None:
    counts = [read(name).count("\n## ") for name in READMES]
    assert counts[0] == counts[1]


def test_lexicon_files_named_in_the_documents_exist() -> None:
    names = {file.name for file in data_files()}
    told = re.findall(r"`(\w+\.(?:toml|csv))`", read("CONTRIBUTING.md"))
    assert set(told) - names == {"pyproject.toml"}


def test_make_targets_are_those_of_the_readme() -> None:
    targets = re.findall(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)[0].split()
    assert all(f"make {target}" in read("README.md") for target in targets)


def test_floors_are_scores() -> None:
    floors = tomllib.loads(read("tests/floors.toml"))
    assert floors
    assert all(0 <= floor <= 1 for floor in floors.values())


def test_the_citation_is_of_this_version() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    citation = yaml.safe_load(read("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
    assert project["version"] in read("docs/cite.md")


def test_the_persian_page_names_every_finding() -> None:
    page = " ".join(read("docs/findings.fa.md").split())
    assert [str(code) for code in FindingCode if code.fa not in page] == []


def test_pictures_are_small() -> None:
    pictures = (ROOT / "docs" / "images").rglob("*")
    assert [p.name for p in pictures if p.is_file() and p.stat().st_size > 150_000] == []
