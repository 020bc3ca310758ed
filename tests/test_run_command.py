"""The commands of a run as their users meet them."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_extractor import FACTORY
from rights import bound_by_rights, public_folder
from typer.testing import CliRunner, Result

import extractor as package
from extractor import Extractor
from extractor.cli import app
from extractor.engines import settings

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs use the extractor without a language, which starts fast."""
    monkeypatch.setattr(settings, "FACTORY", FACTORY)


def write(path: Path, *titles: str | None) -> Path:
    lines = (json.dumps({"id": f"a{i}", "title": t, "text": "x"}) for i, t in enumerate(titles))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_run_gives_what_extract_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor
) -> None:
    monkeypatch.setattr(package, "Extractor", lambda _: extractor, raising=False)
    out = tmp_path / "run"
    done = run("run", SAMPLE, "-o", out, "--workers", 2, "--part-size", 7, "--scope", "clusters")
    assert done.exit_code == 0, done.output
    assert "4 of 4 parts done; 24 articles: " in done.stderr
    merged = run("merge", out, "-o", tmp_path / "a.jsonl")
    assert merged.exit_code == 0, merged.output
    extracted = run("extract", SAMPLE, "-o", tmp_path / "b.jsonl", "--scope", "clusters")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    passed = extracted.stderr.partition(" passed by")[0].rpartition(" ")[2]
    assert f"{passed} passed by" in done.stderr
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8").count("\n") == 24 - int(passed)


@pytest.mark.usefixtures("hostile")
def test_run_goes_on_past_what_cannot_be_opened_or_holds_nothing(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    write(news / "a.jsonl", None, None)
    (news / "b.txt").symlink_to(tmp_path / "gone.txt")
    (news / "c.json").write_text("[]")
    for _ in range(2):  # the second goes on with the first
        done = run("run", news, "-o", tmp_path / "run")
        assert done.exit_code == 1, done.output
        assert "4 articles: 2 records" in done.stderr
        assert "2 rejected" in done.stderr


@pytest.mark.usefixtures("hostile")
def test_pattern_that_fits_the_run_itself_does_not_read_it(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", None)
    for _ in range(2):
        done = run("run", tmp_path / "**", "-o", tmp_path / "out")
        assert done.exit_code == 0, done.output
        assert "1 article" in done.stderr


@pytest.mark.usefixtures("hostile")
def test_status_tells_how_far_a_run_is(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", None, "fail", None)
    assert run("run", source, "-o", tmp_path / "run", "--part-size", 2).exit_code == 1
    assert run("status", tmp_path / "run").exit_code == 0
    told = json.loads(run("status", tmp_path / "run", "--json").stdout)
    assert (told["parts"], told["records"], told["rejects"]) == (2, 2, 1)
    next((tmp_path / "run" / "parts").glob("000001-*.ok.json")).unlink()
    unfinished = run("status", tmp_path / "run")
    assert unfinished.exit_code == 1
    assert "1 of 2 parts done" in unfinished.stdout
    merged = run("merge", tmp_path / "run", "-o", tmp_path / "out.jsonl")
    assert merged.exit_code == 2
    assert "1 of 2 parts are not done" in merged.stderr
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "-", "-o", "run"], "standard input cannot be read twice"),
        (["run", "nowhere", "-o", "run"], "nowhere: there is no such file or folder"),
        (["run", "a.jsonl", "-o", "run", "--scope", "all"], "'all' is not"),
        (["run", "a.jsonl", "-o", "run", "--engine", "ray"], "'ray' is not"),
        (["run", "a.jsonl", "-o", "run", "--as-of", "1402"], "--as-of 1402: is no day"),
        (["run", "a.jsonl", "-o", "."], "is no run, but holds 'a.jsonl'"),
        (["run", ".", "-o", "run"], "run: is inside ., which is read"),
        (["run", "a.jsonl", "-o", ".", "--restart"], "is no run, but holds 'a.jsonl'"),
        (["run", "a.jsonl", "-o", "other://x"], "other://x: cannot be opened"),
        (["status", "."], "holds no run"),
        (["merge", ".", "-o", "out.jsonl"], "holds no run"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.jsonl", None)
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert message in result.stderr


@pytest.mark.usefixtures("hostile")
def test_restart_begins_anew(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", None, None)
    assert run("run", source, "-o", tmp_path / "run").exit_code == 0
    write(source, None, None, None)
    refused = run("run", source, "-o", tmp_path / "run")
    assert refused.exit_code == 2
    assert f"{source} is not what it was" in refused.stderr
    assert "3 records" in run("run", source, "-o", tmp_path / "run", "--restart").stderr
    assert len(list((tmp_path / "run" / "parts").iterdir())) == 3


@pytest.mark.usefixtures("hostile")
def test_restart_deletes_only_what_is_of_the_run(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", None)
    assert run("run", source, "-o", tmp_path / "run").exit_code == 0
    assert run("merge", tmp_path / "run", "-o", tmp_path / "run" / "records.jsonl").exit_code == 0
    (tmp_path / "run" / "parts" / "notes.jsonl").touch()
    assert run("run", source, "-o", tmp_path / "run", "--restart").exit_code == 0
    assert (tmp_path / "run" / "records.jsonl").exists()
    assert (tmp_path / "run" / "parts" / "notes.jsonl").exists()


@pytest.mark.usefixtures("hostile")
def test_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", None)
    (tmp_path / "run").write_text("a file", encoding="utf-8")
    result = run("run", source, "-o", tmp_path / "run")
    assert result.exit_code == 3
    assert f"{tmp_path}/run: " in result.stderr


@pytest.mark.usefixtures("hostile")
def test_read_only_folder_is_told(tmp_path: Path) -> None:
    with public_folder() as folder:
        source = write(folder / "a.jsonl", None)
        assert run("run", source, "-o", tmp_path / "run").exit_code == 0
        with bound_by_rights():
            result = run("run", source, "-o", folder / "closed" / "run")
        assert result.exit_code == 3
        assert f"{folder}/closed/run: Permission denied" in result.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_is_told_and_kept(tmp_path: Path, number: signal.Signals) -> None:
    source = write(tmp_path / "a.jsonl", *["slow"] * 40)
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from extractor.engines import settings\n"
        f"settings.FACTORY = {FACTORY!r}\n"
        "from extractor.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "run", source, "-o", tmp_path / "run"]
    with subprocess.Popen(
        [*map(str, command), "--part-size", "5", "--workers", "1"], stderr=subprocess.PIPE
    ) as process:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob("run/parts/*.ok.json")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(number)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait(10) == 130
    assert "what is done is kept, and the same command goes on from there" in told
    assert list(tmp_path.glob("run/parts/*.ok.json"))
    assert not list(tmp_path.glob("run/parts/.*"))
