"""The command line as its users meet it."""

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from rights import bound_by_rights, public_folder
from typer.testing import CliRunner, Result

import extractor as package
from extractor import Extractor
from extractor.cli import app
from schemas.record import ArticleRecord

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]
TEXT = "مدیرعامل شرکت شهرک‌های صنعتی یزد گفت: خوشه کاشی ۱۲ واحد دارد."
LINE = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    """Run a command in this process; the extractor is built once for all tests."""

    def shared(config: object = None) -> Extractor:  # noqa: ARG001 - takes what Extractor takes
        extractor: Extractor = request.getfixturevalue("extractor")
        return extractor

    monkeypatch.setattr(package, "Extractor", shared, raising=False)

    def invoke(*arguments: object, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    return invoke


def records(path: Path) -> list[ArticleRecord]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [ArticleRecord.model_validate_json(line) for line in lines]


def rejects(path: Path) -> list[str]:
    return [json.loads(line)["reason"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_extract_writes_records_and_says_what_it_did(run: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "a.jsonl", tmp_path / "new" / "out.jsonl"
    source.write_text(LINE, encoding="utf-8")
    result = run("extract", source, "-o", out)
    assert result.exit_code == 0, result.output
    assert [record.article.text for record in records(out)] == [TEXT]
    assert "1 articles" in result.stderr
    assert result.stdout == ""
    assert [path.name for path in out.parent.iterdir()] == ["out.jsonl"]


def test_extract_rejects_what_it_cannot_read_and_goes_on(run: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b"{broken\n" + LINE.encode())
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").touch()
    result = run("extract", source, tmp_path / "binary.txt", tmp_path / "empty.txt", "-o", out)
    assert result.exit_code == 1
    assert len(records(out)) == 1
    told = rejects(tmp_path / "out.rejects.jsonl")
    assert [reason.split(":")[0] for reason in told] == [
        "broken JSON",
        "neither UTF-8 nor UTF-16 nor cp1256 nor iso8859_6; is it a text file?",
        "text is empty",
    ]
    assert "3 rejected" in result.stderr


def test_extract_turns_a_failing_article_into_a_reject(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor
) -> None:
    def fail(article: object) -> None:
        raise RuntimeError(f"no luck with {type(article).__name__}")

    monkeypatch.setattr(extractor, "extract", fail)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("extract", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert rejects(tmp_path / "out.rejects.jsonl") == ["RuntimeError: no luck with Article"]


@pytest.mark.parametrize(
    "data", [LINE.encode(), gzip.compress(LINE.encode())], ids=["bare", "gzip"]
)
def test_extract_reads_standard_input_and_writes_standard_output(run: Any, data: bytes) -> None:
    result = run("extract", "-", "-o", "-", stdin=data)
    assert result.exit_code == 0, result.stderr
    assert ArticleRecord.model_validate_json(result.stdout).article.id == "a"


def test_extract_tells_rejects_where_there_is_no_file(run: Any) -> None:
    result = run("extract", "-", "-o", "-", stdin=b'{"id": "a"}')
    assert result.exit_code == 1
    assert result.stdout == ""
    assert '"reason": "text is missing"' in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "nowhere.txt", "-o", "out.jsonl"], "nowhere.txt: there is no such file"),
        (["extract", "empty", "-o", "out.jsonl"], "empty: the folder holds no file to read"),
        (["extract", "a.txt", "-o", "a.txt"], "a.txt: is an input too"),
        (["extract", "a.txt", "-o", "o", "--as-of", "1402"], "--as-of 1402: is no day"),
        (["extract", "a.txt"], "Missing option"),
        (["show", "nowhere.txt"], "nowhere.txt: there is no such file"),
        (["show", "a.txt", "--lang", "de"], "'de' is not"),
        (["evaluate", "--gold", "empty", "--pred", "a.txt"], "a.txt: Expecting value"),
        (["schema", "figure"], "figure: no such schema; there are article, record"),
    ],
    ids=[
        "wrong-path",
        "empty-folder",
        "output-is-input",
        "no-day",
        "no-output",
        "show-wrong-path",
        "no-language",
        "no-records",
        "no-schema",
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    run: Any,
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == TEXT
    assert not (tmp_path / "out.jsonl").exists()


def test_output_that_cannot_be_written_is_told(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("extract", tmp_path / "a.txt", "-o", tmp_path / "a.txt" / "out.jsonl")
    assert result.exit_code == 3
    assert "Not a directory" in result.stderr or "File exists" in result.stderr


def test_read_only_folder_is_told(run: Any) -> None:
    with public_folder() as folder:
        (folder / "a.jsonl").write_text(LINE, encoding="utf-8")
        assert run("extract", folder / "a.jsonl", "-o", folder / "out.jsonl").exit_code == 0
        with bound_by_rights():
            result = run("extract", folder / "a.jsonl", "-o", folder / "closed" / "out.jsonl")
        assert result.exit_code == 3
        assert "closed" in result.stderr
        assert "Permission denied" in result.stderr


def test_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINE, encoding="utf-8")
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "import extractor, hostile_extractor\n"
        "extractor.Extractor = hostile_extractor.make\n"
        "from extractor.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "extract", tmp_path / "a.jsonl", "-o", "-"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*map(str, command)], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert done.stderr.decode().endswith("No space left on device\n")


def test_show_gives_tables_with_evidence(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("show", tmp_path / "a.txt")
    assert result.exit_code == 0, result.stderr
    assert "Clusters" in result.stdout
    assert "«کاشی»" in result.stdout


def test_show_reads_a_finished_record(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("extract", "-", "-o", out, stdin=LINE.encode())
    result = run("show", f"{out}#a", "--json")
    assert ArticleRecord.model_validate_json(result.stdout) == records(out)[0]
    assert "واحد، بنگاه، شرکت" in run("show", out, "--lang", "fa").stdout


def test_evaluate_prints_the_scores(run: Any, tmp_path: Path) -> None:
    sample = ROOT / "corpus" / "sample"
    (tmp_path / "none.jsonl").touch()
    result = run("evaluate", "--gold", sample, "--pred", tmp_path / "none.jsonl", "--errors", 2)
    assert result.exit_code == 0, result.stderr
    assert "missing from the output 24" in result.stdout
    assert result.stdout.count("missed") == 2


def test_evaluate_extracts_without_records(run: Any, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text(LINE, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}', encoding="utf-8")
    report = json.loads(run("evaluate", "--gold", tmp_path, "--json").stdout)
    assert report["articles"] == {"gold": 1, "missing": 0}


def test_schema_prints_and_writes(run: Any, tmp_path: Path) -> None:
    assert json.loads(run("schema").stdout)["title"] == "ArticleRecord"
    run("schema", "-o", tmp_path / "new")
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["article.schema.json", "record.schema.json"]


def test_every_command_and_option_is_described(run: Any) -> None:
    for command in ("extract", "show", "evaluate", "schema", "lexicon", "lexicon check"):
        result = run(*command.split(), "--help")
        assert result.exit_code == 0
    assert "Exit codes:" in run("--help").stdout


def test_help_starts_fast() -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*COMMAND, "--help"], check=True, capture_output=True, timeout=60)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # Of the processor, not of the clock: other work on the machine must not count.
    assert min(seconds() for _ in range(3)) < 0.5


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, extractor.cli\n"
        "print({'hazm', 'spacy', 'pydantic', 'rich.console', 'numpy'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert result.stdout.strip() == b"set()"


def test_interrupt_leaves_no_half_file(tmp_path: Path) -> None:
    # The command waits for more input when it is interrupted.
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*COMMAND, "extract", "-", "-o", str(out)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(LINE.encode() + b"\n")
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGINT)
        told = process.stderr.read().decode()
        assert process.wait(60) == 130
    assert "interrupted; no output was written" in told
    assert list(tmp_path.iterdir()) == []


def test_extract_reads_the_fields_that_are_named(run: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "a.csv", tmp_path / "out.jsonl"
    source.write_text(f"key,day,lead\nk1,1402/05/12,{TEXT}\n", encoding="utf-8")
    names = ("--text-field", "lead", "--id-field", "key", "--date-field", "day")
    result = run("extract", source, "-o", out, *names)
    assert result.exit_code == 0, result.output
    [record] = records(out)
    assert (record.article.id, str(record.article.published)) == ("k1", "2023-08-03")
    assert record.article.origin is not None
    assert (record.article.origin.file, record.article.origin.unit) == ("a.csv", "row")
    assert record.article.encoding == "utf-8"
