"""What is wrong with corrected annotations is said in a sentence, and what was left out is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_records import IDS, hostile_record
from typer.testing import CliRunner

from corpus.annotations.sheets import Region, Sheet
from corpus.annotations.to_gold import gold_entry
from corpus.exports.brat import write_brat
from corpus.exports.labelstudio import write_labelstudio
from corpus.readers.archive import InputError
from extractor.cli import app

RECORD = hostile_record(IDS[1])


def gold(*told: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["gold", *told, "-o", "gold"])
    return result.exit_code, " ".join(result.stderr.split())


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_offsets_that_are_no_numbers_are_told() -> None:
    text = "۱۲ تن"
    region = Region("r", "place", "0", "2", {"kind": "city"})  # type: ignore[arg-type]
    sheet = Sheet("1", None, None, None, None, text, regions=[region])
    with pytest.raises(InputError, match="region r goes from '0' to '2'; offsets must be whole"):
        gold_entry(sheet)


def _missing(name: str) -> Callable[[Path], object]:
    return lambda folder: next(folder.rglob(name)).unlink()


def _spoilt(name: str) -> Callable[[Path], object]:
    return lambda folder: next(folder.rglob(name)).write_bytes(b"T1\tplace 0 1\tx\xff\n" * 500)


def _cut(folder: Path) -> None:
    index = folder / "articles.jsonl"
    told = json.loads(index.read_text(encoding="utf-8"))
    del told["title"]
    index.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_missing("articles.jsonl"), "brat/articles.jsonl: No such file or directory"),
        (_missing("*.ann"), ".ann: No such file or directory"),
        (_missing("*.txt"), ".txt: No such file or directory"),
        (_spoilt("*.ann"), ".ann: damaged UTF-8: byte 0xff at 14"),
        (_spoilt("*.txt"), ".txt: damaged UTF-8: byte 0xff at 14"),
        (_cut, "brat/articles.jsonl:1: not as we wrote it: 'title' is missing"),
    ],
    ids=["no-index", "no-annotations", "no-text", "bad-annotations", "bad-text", "index"],
)
def test_brat_says_which_file_is_wrong(spoil: Callable[[Path], object], message: str) -> None:
    write_brat([RECORD], Path("brat"))
    spoil(Path("brat"))
    code, told = gold("brat", "--from", "brat")
    assert code == 2
    assert message in told
    assert len(told) < 300


def test_doccano_tells_a_bad_byte_without_its_line() -> None:
    Path("a.jsonl").write_bytes(b'{"text": "' + b"x" * 5000 + b'\xff"}\n')
    code, told = gold("a.jsonl", "--from", "doccano")
    assert code == 2
    assert "a.jsonl:1: not an export of ours: damaged UTF-8: byte 0xff at 5010" in told
    assert len(told) < 300


def test_tasks_that_were_left_out_are_told() -> None:
    write_labelstudio([RECORD], Path("tasks"))
    code, told = gold("tasks", "--from", "labelstudio")
    assert code == 1
    assert "0 articles of gold" in told
    assert "1 tasks were left out: nobody worked on them, --unreviewed takes" in told
    code, told = gold("tasks", "--from", "labelstudio", "--unreviewed")
    assert (code, "left out" in told) == (0, False)
