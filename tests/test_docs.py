"""Every block of code in the documents is run, or at least read; see ``documents``."""

import ast
import doctest
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import archives
import pytest
import yaml
from documents import (
    ADDING,
    DOCUMENTS,
    ROOT,
    Block,
    agrees,
    all_blocks,
    blocks_of,
    commands_of,
    khooshechin,
    options_missing,
)

import extractor as package
from extractor import Extractor

LANGUAGES = {"bibtex", "console", "csv", "diff", "json", "python", "sh", "text", "toml", "yaml"}
SAMPLE = ROOT / "corpus" / "sample" / "articles.jsonl"


@pytest.fixture(autouse=True)
def _one_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """All examples share one extractor: to build it takes seconds."""
    monkeypatch.setattr(package, "Extractor", lambda *_: extractor, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample, as the documents' reader is in."""
    for name in ("corpus", "benchmarks"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def prepare_formats(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.html").write_bytes(archives.html(1))
    (folder / "crawl").mkdir()
    (folder / "crawl" / "a.warc.gz").write_bytes(archives.warc(range(2, 4)))
    (folder / "table.csv").write_bytes(archives.csv(range(4, 6)).replace(b"text", b"body", 1))


def prepare_annotation(folder: Path) -> None:
    """Records, and what Label Studio exports when every suggestion was accepted."""
    khooshechin(["extract", str(SAMPLE), "-o", "records.jsonl"])
    khooshechin(["export", "records.jsonl", "-o", "made", "--to", "labelstudio"])
    tasks = json.loads((folder / "made" / "tasks.json").read_text(encoding="utf-8"))
    for number, task in enumerate(tasks):
        task["id"], task["annotations"] = number, task.pop("predictions")
    (folder / "project-1.json").write_text(json.dumps(tasks), encoding="utf-8")


def prepare_records(_: Path) -> None:
    khooshechin(["extract", str(SAMPLE), "-o", "records.jsonl"])


PREPARE: dict[str, Callable[[Path], None]] = {
    "docs/formats.md": prepare_formats,
    "docs/annotation.md": prepare_annotation,
    "docs/archive-checks.md": prepare_records,
    "docs/desk.md": prepare_records,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_block_says_its_language(name: str) -> None:
    assert {block.language for block in blocks_of(name)} <= LANGUAGES
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"^(?:[ >\t]+```|~~~)", text, re.M), "a block begins in the first column"


RUN = ("console", "python", "text")
SERVE = ("desk",)  # such a command ends when its user ends it


@pytest.mark.parametrize("name", sorted({block.document for block in all_blocks(*RUN)}))
def test_blocks_do_what_they_show(name: str, folder: Path) -> None:
    """In order and in one folder, as a reader would who tries them."""
    PREPARE.get(name, lambda _: None)(folder)
    variables: dict[str, object] = {"__name__": name}
    for block in blocks_of(name):
        if block.language == "console":
            check_console(block)
        elif block.language == "python" and not block.title and name != ADDING:
            check_python(block, variables)
        elif block.language == "text" and block.title:
            (folder / block.title).write_text(block.text, encoding="utf-8")


def check_console(block: Block) -> None:
    for (program, *arguments), shown in commands_of(block):
        if program != "khooshechin":
            check_other_program(program, arguments)
        elif block.reason or arguments[0] in SERVE:
            assert options_missing(arguments) == [], block
        else:
            printed = khooshechin(arguments)
            assert not shown or agrees(shown, printed), f"{block} {arguments}\n{printed}"


def check_other_program(program: str, arguments: list[str]) -> None:
    """What a test cannot run must at least be there."""
    if program == "make":
        targets = (ROOT / "Makefile").read_text().splitlines()
        assert any(line.startswith(f"{arguments[0]}:") for line in targets), arguments
    elif program == "pip":
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        for wanted in arguments[1:]:
            _, _, named = wanted.rstrip("]").partition("[")
            assert set(filter(None, named.split(","))) <= set(extras["optional-dependencies"])
            assert wanted.startswith("."), "it is on no package index"
    elif program == "python":
        at = arguments[1].replace(".", "/") + ".py" if arguments[0] == "-m" else arguments[0]
        assert (ROOT / at).is_file(), at
    else:
        assert program in {"cd", "git"}, f"{program} cannot be tried; write it as sh"


def check_python(block: Block, variables: dict[str, object]) -> None:
    if ">>>" not in block.text:
        exec(compile(block.text, str(block), "exec"), variables)
        return
    name = str(block)
    test = doctest.DocTestParser().get_doctest(block.text, variables, name, name, 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=told.append, clear_globs=False)
    assert not told, "".join(told)
    variables.update(test.globs)


def test_both_readmes_have_the_same_examples() -> None:
    pairs = [[b.text for b in blocks_of(n) if b.language == "python"] for n in DOCUMENTS[:2]]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize("block", all_blocks("json", "toml", "yaml", "csv", "diff"), ids=str)
def test_data_blocks_can_be_read(block: Block) -> None:
    if block.language == "json":
        json.loads(block.text)
    elif block.language == "toml":
        assert tomllib.loads(block.text)
    elif block.language == "yaml":
        assert list(yaml.safe_load_all(block.text))
    else:
        assert block.title, "data that is added to a file names it"


@pytest.mark.parametrize("block", all_blocks("sh"), ids=str)
def test_shell_blocks_are_well_formed(block: Block) -> None:
    shell = shutil.which("bash")
    if shell:
        told = subprocess.run([shell, "-n"], input=block.text, text=True, capture_output=True)
        assert told.stderr == ""
    assert block.reason, "what is not run says why"
    for line in block.text.replace("\\\n", " ").splitlines():
        for part in line.rstrip("& ").split("|"):
            words = part.removeprefix("srun ").split()
            if words[:1] == ["khooshechin"]:
                assert options_missing(words[1:]) == []
            if words[:1] == ["dask"]:
                assert dask_options_missing(words[1:]) == []


@pytest.mark.parametrize("block", all_blocks("yaml"), ids=str)
def test_manifests_give_options_that_there_are(block: Block) -> None:
    assert block.reason, "what is not run says why"
    for manifest in yaml.safe_load_all(block.text):
        for container in manifest["spec"]["template"]["spec"]["containers"]:
            program, *arguments = container["args"]
            missing = dask_options_missing if program == "dask" else options_missing
            assert missing(arguments) == []


def dask_options_missing(arguments: list[str]) -> list[str]:
    """The options of ``dask worker`` or ``dask scheduler`` that it does not have."""
    pytest.importorskip("distributed", reason="of the extra dask")
    from distributed.cli import dask_scheduler, dask_worker

    command = {"worker": dask_worker, "scheduler": dask_scheduler}[arguments[0]].main
    known = {option for p in command.params for option in (*p.opts, *p.secondary_opts)}
    return [a for a in arguments if a.startswith("--") and a.partition("=")[0] not in known]


def added_blocks() -> Iterator[Block]:
    """Blocks with a title: what their reader puts into a file of the project."""
    yield from (b for b in all_blocks("python", "toml", "csv", "diff") if b.title)


@pytest.mark.parametrize("block", list(added_blocks()), ids=str)
def test_blocks_for_files_name_one_in_place(block: Block) -> None:
    assert block.title
    assert (ROOT / block.title).parent.is_dir()
    if block.language == "python":
        ast.parse(block.text)
