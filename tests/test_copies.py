"""Copies are told over the parts of a run, which know nothing of each other."""

import json
from pathlib import Path

import pytest
from hostile_extractor import FACTORY
from test_deduplication import NEWS, OTHER
from typer.testing import CliRunner, Result

from extractor.cli import app
from extractor.engines import settings


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run in parts of two articles each; the last part has a copy and a copy of the copy."""
    monkeypatch.setattr(settings, "FACTORY", FACTORY)
    texts = [NEWS, OTHER, "خوشه", NEWS + " انتهای پیام", "سفال", NEWS.replace("ی", "ي")]
    rows = [json.dumps({"id": f"a{i}", "text": text}) for i, text in enumerate(texts)]
    (tmp_path / "news.jsonl").write_text("\n".join(rows), encoding="utf-8")
    done = run("run", tmp_path / "news.jsonl", "-o", tmp_path / "run", "--part-size", 2)
    assert done.exit_code == 0, done.output
    return tmp_path / "run"


def test_copies_writes_a_side_table(folder: Path) -> None:
    told = run("copies", folder)
    assert told.exit_code == 0, told.output
    assert "2 copies told in" in told.stderr
    rows = (folder / "copies.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row) for row in rows] == [
        {"id": "a3", "copy_of": "a0"},
        {"id": "a5", "copy_of": "a0"},
    ]


def test_copies_says_what_it_left_out(folder: Path) -> None:
    next((folder / "parts").glob("000000-*.ok.json")).unlink()
    told = run("copies", folder)
    assert told.exit_code == 1
    assert "1 of 3 parts are still to be done" in told.stderr
    rows = (folder / "copies.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row) for row in rows] == [{"id": "a5", "copy_of": "a3"}]


@pytest.mark.parametrize("option", ["--copies", "--no-copies"])
def test_merge_names_the_original(folder: Path, tmp_path: Path, option: str) -> None:
    merged = run("merge", folder, "-o", tmp_path / "all.jsonl", option)
    assert merged.exit_code == 0, merged.output
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    found = {r["article"]["id"]: r["article"]["copy_of"] for r in map(json.loads, lines)}
    copies = {"a3": "a0", "a5": "a0"} if option == "--copies" else {}
    assert found == {f"a{i}": copies.get(f"a{i}") for i in range(6)}


def test_a_run_with_its_side_table_begins_anew(folder: Path) -> None:
    run("copies", folder)
    source = folder.parent / "news.jsonl"
    anew = run("run", source, "-o", folder, "--part-size", 3, "--restart")
    assert anew.exit_code == 0, anew.output
    assert not (folder / "copies.jsonl").exists()
