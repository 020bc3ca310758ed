"""The worked examples of adding words, done in a copy of the project, give what is shown."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from documents import ADDING, ROOT, Block, blocks_of

# One process checks the lexicon and runs the page with one extractor.
SCRIPT = f"""
import doctest, sys
import extractor
from extractor.lexicon.check import check_lexicon
made = extractor.Extractor()
problems = list(check_lexicon(made.nlp))
if problems:
    sys.exit(chr(10).join(problems))
extractor.Extractor = lambda: made
sys.exit(doctest.testfile({Path(ADDING).name!r}, module_relative=False, encoding="utf-8").failed)
"""


def add(block: Block, root: Path) -> None:
    """Do to the file what the block shows: a whole file, rows at its end, or a change."""
    assert block.title
    file = root / block.title
    if block.language == "python":
        file.write_text(block.text, encoding="utf-8")
    elif block.language == "diff":
        lines = block.text.splitlines()
        before = "\n".join(line[1:] for line in lines if line[0] != "+")
        after = "\n".join(line[1:] for line in lines if line[0] != "-")
        text = file.read_text(encoding="utf-8")
        assert text.count(f"\n{before}\n") == 1, f"{block}: {file.name} has another text"
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
    else:
        text = file.read_text(encoding="utf-8").rstrip("\n")
        gap = "\n\n" if block.language == "toml" else "\n"
        file.write_text(text + gap + block.text, encoding="utf-8")


def test_words_are_added_as_the_page_says(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "static")
    shutil.copytree(ROOT / "extractor", tmp_path / "extractor", ignore=ignored)
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    blocks = [block for block in blocks_of(ADDING) if block.title]
    kinds = {Path(block.title or "").name for block in blocks}
    assert kinds > {"provinces.csv", "units.toml", "roles.toml", "status_cues.toml"}
    for block in blocks:
        add(block, tmp_path)
    page = tmp_path / Path(ADDING).name
    examples = [b.text for b in blocks_of(ADDING) if b.language == "python" and not b.title]
    page.write_text("\n".join(examples), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout + told.stderr
