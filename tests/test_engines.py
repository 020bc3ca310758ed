"""A run over an archive gives the same bytes whatever befalls it."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_extractor import settings

from corpus.commits import committed
from corpus.merging import merge
from corpus.parts import Part, plan
from corpus.readers.archive import find_sources
from corpus.runs import Run, RunError
from corpus.storage import LocalFolder, open_storage
from extractor.engines import supervisor
from extractor.engines.local import outcome, prepare, work
from extractor.engines.process import WorkerProcess
from extractor.engines.settings import Settings
from extractor.engines.supervisor import Supervisor, WorkerError

HOSTILE = Path(__file__).parent / "hostile_extractor.py"


def write(path: Path, titles: list[str | None]) -> Path:
    lines = [
        json.dumps({"id": f"a{i}", "title": title, "text": f"متن خبر {i}"}, ensure_ascii=False)
        for i, title in enumerate(titles)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty slow articles and one that is none."""
    path = write(tmp_path_factory.mktemp("input") / "news.jsonl", ["slow"] * 60)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "broken"\n')
    return path


def extract(folder: Path, source: Path, workers: int = 1, size: int = 7, **limits: float) -> Run:
    told = settings(folder, **limits)
    run = prepare(open_storage(folder), find_sources([source]), told, size)
    work(run, told, workers, lambda _: None)
    return run


def merged(folder: Path) -> tuple[list[bytes], list[bytes]]:
    from corpus.runs import open_run

    records: list[bytes] = []
    rejects: list[bytes] = []
    merge(open_run(LocalFolder(folder)), records.append, rejects.append)
    return records, rejects


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the run that tells of its output."""
    paths = sorted((folder / "parts").iterdir())
    return {p.name: p.read_bytes() for p in paths if not p.name.startswith(".")}


def reasons(folder: Path) -> dict[str, str]:
    lines = [json.loads(line) for line in merged(folder)[1]]
    return {line["id"]: line["reason"] for line in lines}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    extract(folder, archive)
    return files(folder)


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same_bytes(
    tmp_path: Path, archive: Path, undisturbed: dict[str, bytes], workers: int
) -> None:
    extract(tmp_path / "run", archive, workers)
    assert files(tmp_path / "run") == undisturbed


def test_run_in_an_object_store_gives_the_same_bytes(
    tmp_path: Path, archive: Path, undisturbed: dict[str, bytes]
) -> None:
    told = replace(settings(tmp_path), folder=f"file://{tmp_path}/run")
    run = prepare(open_storage(told.folder), find_sources([archive]), told, 7)
    assert work(run, told, 1, lambda _: None) == []
    assert files(tmp_path / "run") == undisturbed
    assert resumed(told, archive) == []


def resumed(told: Settings, archive: Path) -> list[Part]:
    return prepare(open_storage(told.folder), find_sources([archive]), told, 7).todo()


def test_any_order_gives_the_same_bytes(
    tmp_path: Path, archive: Path, undisturbed: dict[str, bytes]
) -> None:
    told = settings(tmp_path / "run")
    run = prepare(open_storage(tmp_path / "run"), find_sources([archive]), told, 7)
    parts = run.todo()
    random.Random(1).shuffle(parts)
    with Supervisor(told, 2) as workers:
        assert len(list(workers.run(parts))) == 9
    assert files(tmp_path / "run") == undisturbed


def test_killed_workers_change_nothing(
    tmp_path: Path, archive: Path, undisturbed: dict[str, bytes]
) -> None:
    told = settings(tmp_path / "run")
    run = prepare(open_storage(tmp_path / "run"), find_sources([archive]), told, 7)
    chance = random.Random(1)
    killed: list[float] = []

    def kill() -> None:
        ready = [worker for worker in workers.workers if worker.ready]
        rested = not killed or time.monotonic() > killed[-1] + chance.uniform(0.0, 0.1)
        if ready and rested and len(killed) < 4:
            os.kill(chance.choice(ready).id, signal.SIGKILL)
            killed.append(time.monotonic())

    with Supervisor(told, 2, kill) as workers:
        list(workers.run(run.todo()))
    assert killed
    assert files(tmp_path / "run") == undisturbed


def started(folder: Path, archive: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(HOSTILE), str(folder), str(archive), str(workers), "7"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    return process


def wait_for(folder: Path, parts: int) -> None:
    deadline = time.monotonic() + 30
    while len(committed(LocalFolder(folder))) < parts and time.monotonic() < deadline:
        time.sleep(0.005)


@pytest.mark.parametrize("parts", [0, 3])
def test_killed_run_goes_on_where_it_was(
    tmp_path: Path, archive: Path, undisturbed: dict[str, bytes], parts: int
) -> None:
    folder = tmp_path / "run"
    with started(folder, archive) as process:
        wait_for(folder, parts)
        process.kill()
    done = committed(LocalFolder(folder))
    assert len(done) >= parts
    before = {name: (folder / "parts" / f"{name}.ok.json").stat().st_mtime_ns for name in done}
    extract(folder, archive, workers=2)
    assert files(folder) == undisturbed
    assert before == {
        name: (folder / "parts" / f"{name}.ok.json").stat().st_mtime_ns for name in done
    }


def test_workers_die_with_their_parent(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "run"
    with started(folder, archive) as process:
        wait_for(folder, 1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.kill()
    assert len(children) == 2
    deadline = time.monotonic() + 5
    while any(_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(_alive(child) for child in children)


def _alive(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("loop", "took longer than 0.8 seconds"),
        ("deaf", "took longer than 0.8 seconds"),
        ("die", supervisor.KILLED),
        ("exit", supervisor.KILLED),
        ("fail", "ValueError: no luck"),
        ("hog", "needed more than 600 MiB of memory"),
    ],
)
def test_article_that_harms_its_worker_is_set_aside_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, reason: str
) -> None:
    monkeypatch.setattr(supervisor, "_GRACE", 0.2)
    source = write(tmp_path / "a.jsonl", [None, None, title, None, None])
    deadline = 0.8 if "0.8" in reason else 30.0
    extract(tmp_path / "run", source, size=4, deadline=deadline, memory=600)
    assert reasons(tmp_path / "run") == {"a2": reason}
    assert len(merged(tmp_path / "run")[0]) == 4


def test_two_harmful_articles_in_a_part(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", ["exit", None, "exit", None])
    extract(tmp_path / "run", source, size=4)
    assert reasons(tmp_path / "run") == {"a0": supervisor.KILLED, "a2": supervisor.KILLED}


def test_ends_of_a_process_while_reading_set_the_item_aside_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.engines.parts import PartRunner, Skip

    source = write(tmp_path / "a.jsonl", [None] * 4)
    part: Part = next(plan(find_sources([source]), 4))
    read: list[tuple[int, int]] = []
    runner = PartRunner(settings(tmp_path / "run"), open_storage(tmp_path / "run"))
    original = runner._cursor.items
    monkeypatch.setattr(
        runner._cursor, "items", lambda s, a, b: read.append((a, b)) or original(s, a, b)
    )
    mark, _ = runner.run(part, {1: Skip("too deep", unread=True)})
    assert (mark.articles, mark.records, mark.rejects) == (4, 3, 1)
    assert read == [(0, 1), (2, 4)]
    assert "a.jsonl: item 2" in (tmp_path / "run/parts" / f"{part.name}.rejects.jsonl").read_text()


def test_next_part_goes_on_where_the_last_one_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.readers import cursors
    from corpus.readers.streams import opened
    from extractor.engines.parts import PartRunner

    source = write(tmp_path / "a.jsonl", [None] * 9)
    parts = list(plan(find_sources([source]), 2))
    opens: list[object] = []
    monkeypatch.setattr(cursors, "opened", lambda s, i: opens.append(s) or opened(s, i))
    runner = PartRunner(settings(tmp_path / "run"), open_storage(tmp_path / "run"))
    assert [runner.run(part)[0].records for part in (parts[0], *parts[2:])] == [2, 2, 2, 1]
    assert len(opens) == 1
    assert runner.run(parts[1])[0].records == 2
    assert len(opens) == 2


def planned(folder: Path, source: Path, size: int = 7) -> Run:
    return prepare(open_storage(folder), find_sources([source]), settings(folder), size)


def change_settings(folder: Path) -> Settings:
    from datetime import date

    from extractor.config import Config

    told = settings(folder)
    return Settings(told.folder, Config(as_of=date(2020, 1, 1)), factory=told.factory)


def test_other_settings_are_refused(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "run"
    planned(folder, archive)
    other = change_settings(folder)
    with pytest.raises(RunError, match=r"--as-of was 2026-06-30 and is now 2020-01-01.*--restart"):
        prepare(LocalFolder(folder), find_sources([archive]), other)
    assert prepare(LocalFolder(folder), find_sources([archive]), other, restart=True).todo()


def test_other_part_size_is_refused(tmp_path: Path, archive: Path) -> None:
    planned(tmp_path / "run", archive, size=7)
    with pytest.raises(RunError, match="part size was 7 and is now 8"):
        planned(tmp_path / "run", archive, size=8)


def test_other_lexicon_is_refused(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(tmp_path / "run", archive)
    monkeypatch.setattr("extractor.engines.settings.lexicon_digest", lambda: "other")
    with pytest.raises(RunError, match="the lexicon was"):
        planned(tmp_path / "run", archive)


@pytest.mark.parametrize("change", ["content", "more", "less", "name"])
def test_other_input_is_refused(tmp_path: Path, change: str) -> None:
    folder, source = tmp_path / "run", tmp_path / "in"
    source.mkdir()
    write(source / "a.jsonl", [None] * 3)
    write(source / "b.jsonl", [None] * 3)
    planned(folder, source)
    if change == "content":
        write(source / "a.jsonl", [None, "new", None])
    elif change == "more":
        write(source / "c.jsonl", [None])
    elif change == "less":
        (source / "b.jsonl").unlink()
    else:
        (source / "a.jsonl").rename(source / "aa.jsonl")
    with pytest.raises(RunError, match="cannot go on with this run"):
        planned(folder, source)


def test_touched_input_is_the_same(tmp_path: Path, archive: Path) -> None:
    planned(tmp_path / "run", archive)
    os.utime(archive)
    assert len(planned(tmp_path / "run", archive).todo()) == 9


def test_input_that_changes_while_read_costs_only_its_parts(tmp_path: Path) -> None:
    folder, source = tmp_path / "run", tmp_path / "in"
    source.mkdir()
    write(source / "a.jsonl", [None] * 3)
    write(source / "b.jsonl", [None] * 3)
    told = settings(folder)
    run = prepare(open_storage(folder), find_sources([source]), told, 3)
    write(source / "a.jsonl", [None] * 2)
    given_up = work(run, told, 1, lambda _: None)
    assert [part.reason for part in given_up] == [
        f"{source}/a.jsonl: is not what it was when the run was planned"
    ]
    assert outcome(run).parts_done == 1
    with pytest.raises(RunError, match="1 of 2 parts are not done"):
        merged(folder)


def test_folder_of_something_else_is_left_alone(archive: Path) -> None:
    with pytest.raises(RunError, match=r"is no run, but holds 'news\.jsonl'"):
        planned(archive.parent, archive)


def test_second_run_in_a_folder_waits_outside(tmp_path: Path) -> None:
    from corpus.storage import StorageError

    with (
        LocalFolder(tmp_path).lock(),
        pytest.raises(StorageError, match="another run is at work"),
        LocalFolder(tmp_path).lock(),
    ):
        pass


def test_folder_that_cannot_be_written_is_told(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "run"
    told = settings(folder)
    run = prepare(open_storage(folder), find_sources([archive]), told, 7)
    first = run.todo()[0]
    in_the_way = folder / "parts" / f"{first.name}.jsonl" / "a folder where the file should be"
    in_the_way.mkdir(parents=True)
    with pytest.raises(WorkerError, match=r"parts/.*: Is a directory"):
        work(run, told, 1, lambda _: None)
    shutil.rmtree(in_the_way.parent)
    extract(folder, archive)
    assert len(merged(folder)[0]) == 60


@pytest.fixture
def small_files() -> Iterator[None]:
    """Files cannot grow beyond some bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_full_disk_stops_the_run_and_loses_nothing(
    tmp_path: Path, archive: Path, request: pytest.FixtureRequest
) -> None:
    folder = tmp_path / "run"
    told = settings(folder)
    run = prepare(open_storage(folder), find_sources([archive]), told, 7)
    request.getfixturevalue("small_files")
    with pytest.raises(WorkerError, match="File too large"):
        work(run, told, 2, lambda _: None)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert committed(LocalFolder(folder)) == set()
    assert not [p for p in (folder / "parts").iterdir() if p.name.startswith(".")]
    extract(folder, archive)
    assert len(merged(folder)[0]) == 60


def test_workers_that_cannot_start_are_told(tmp_path: Path, archive: Path) -> None:
    told = Settings(str(tmp_path / "run"), factory="hostile_extractor:nothing")
    run = prepare(open_storage(tmp_path / "run"), find_sources([archive]), told, 7)
    with pytest.raises(WorkerError, match="has no attribute 'nothing'"):
        work(run, told, 1, lambda _: None)


def test_ids_that_repeat_are_found_at_the_merge(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    write(source / "a.jsonl", [None] * 4)
    write(source / "b.jsonl", [None] * 5)
    extract(tmp_path / "run", source, size=3)
    records, rejects = merged(tmp_path / "run")
    assert [json.loads(line)["article"]["id"] for line in records] == ["a0", "a1", "a2", "a3", "a4"]
    told = [json.loads(line) for line in rejects]
    assert [line["id"] for line in told] == ["a0", "a1", "a2", "a3"]
    assert told[0]["origin"].startswith("parts/000001-")


def test_damaged_part_is_told_at_the_merge(tmp_path: Path, archive: Path) -> None:
    extract(tmp_path / "run", archive)
    part = min((tmp_path / "run/parts").glob("*[0-9a-f].jsonl"))
    part.write_bytes(part.read_bytes()[:-10])
    with pytest.raises(RunError, match="is not what was committed"):
        merged(tmp_path / "run")


def test_worker_process_is_none_of_ours_after_its_end(tmp_path: Path) -> None:
    worker = WorkerProcess(settings(tmp_path))
    assert worker.end() == -signal.SIGKILL
    assert worker.memory() == 0
