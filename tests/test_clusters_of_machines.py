"""A cluster gives the bytes that this machine gives, whatever it loses on the way."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hostile_extractor import FACTORY

from corpus.commits import committed
from corpus.merging import merge
from corpus.readers.archive import InputError, find_sources
from corpus.runs import open_run
from corpus.storage import LocalFolder, Storage, open_storage
from corpus.stores import StoreError, open_store
from extractor.engines.choice import EngineError, make_engine

HAS_JAVA = shutil.which("java") is not None or bool(os.environ.get("JAVA_HOME"))
PROGRAM = (
    f"import sys; sys.path[:] = {sys.path!r}\n"
    "from extractor.engines import settings\n"
    f"settings.FACTORY = {FACTORY!r}\n"
    "from extractor.cli import main; main()"
)
ARTICLES = 60
PARTS = 9


def write_archive(path: Path) -> Path:
    """Slow articles, one that cannot be extracted and one that is none."""
    rows = [{"id": f"a{i}", "title": "slow", "text": f"متن خبر {i}"} for i in range(ARTICLES)]
    rows[17]["title"] = "fail"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join([*lines, '{"id": "broken"']) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of a bucket of an S3 server on this machine."""
    pytest.importorskip("s3fs", reason="the extra s3 is not installed")
    moto = pytest.importorskip("moto.server", reason="moto is not installed")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "tests")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "tests")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        open_store("s3://news/")[0].mkdir("news")
        yield "s3://news"
    server.stop()


@pytest.fixture(scope="module")
def archive(store: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of the store with one file."""
    path = write_archive(tmp_path_factory.mktemp("input") / "news.jsonl")
    files, place = open_store(f"{store}/input/news.jsonl")
    files.put_file(str(path), place)
    return f"{store}/input"


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a process of its own, with the extractor that needs no language."""
    command = [sys.executable, "-c", PROGRAM, "run", *map(str, arguments), "--part-size", "7"]
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=told) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(process: subprocess.Popen[bytes]) -> None:
    """Wait for its end, with the two rejects of the archive."""
    error = process.communicate(timeout=180)[1].decode()
    assert process.returncode == 1, error
    assert "9 of 9 parts done; 61 articles: 59 records" in error


def run(*arguments: object) -> None:
    """Run to the end."""
    with started(*arguments) as process:
        finish(process)


def files(storage: Storage) -> dict[str, bytes]:
    """Every file of the run's parts."""
    found = {}
    for name in sorted(storage.names("parts")):
        with storage.open(f"parts/{name}") as file:
            found[name] = file.read()
    return found


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory, archive: str) -> dict[str, bytes]:
    """What the processes of this machine write."""
    folder = tmp_path_factory.mktemp("here") / "run"
    run(archive, "-o", folder, "--workers", 2)
    return files(LocalFolder(folder))


def wait_for(storage: Storage, parts: int) -> None:
    deadline = time.monotonic() + 120
    while len(committed(storage)) < parts:
        assert time.monotonic() < deadline, "nothing comes"
        time.sleep(0.1)


def merged(storage: Storage) -> list[str]:
    records: list[bytes] = []
    merge(open_run(storage), records.append, lambda _: None)
    return [json.loads(line)["article"]["id"] for line in records]


IDS = [f"a{i}" for i in range(ARTICLES) if i != 17]


# Dask


@pytest.fixture(scope="module")
def dask_cluster(archive: str) -> Iterator[Any]:
    """A scheduler with two worker processes, which know the store."""
    assert archive
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50, memory_limit=0
    ) as cluster:
        yield cluster


def test_dask_that_loses_a_worker_and_then_its_run_gives_the_same_bytes(
    store: str, archive: str, here: dict[str, bytes], dask_cluster: Any
) -> None:
    out = open_storage(f"{store}/dask")
    command = (archive, "-o", out.url, "--engine", "dask", "--scheduler")
    with started(*command, dask_cluster.scheduler_address) as process:
        wait_for(out, 1)
        os.kill(dask_cluster.workers[0].pid, signal.SIGKILL)
        wait_for(out, 4)
        process.kill()
    assert len(committed(out)) < PARTS
    run(*command, dask_cluster.scheduler_address)
    assert files(out) == here
    assert merged(out) == IDS


def test_dask_starts_a_cluster_of_its_own(
    tmp_path: Path, archive: str, here: dict[str, bytes]
) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    run(archive, "-o", tmp_path / "run", "--engine", "dask", "--workers", 2)
    assert files(LocalFolder(tmp_path / "run")) == here


# A store


def test_store_is_read_by_folder_file_and_wildcard(store: str) -> None:
    files, _ = open_store(store)
    for name in ("a.jsonl", "b/a.jsonl", "b/.hidden", "b/c.txt"):
        files.pipe_file(f"news/tree/{name}", b"{}")
    names = [source.id for source in find_sources([f"{store}/tree"])]
    assert names == ["a.jsonl", "b/a.jsonl", "b/c.txt"]
    assert [s.id for s in find_sources([f"{store}/tree/a.jsonl"])] == ["a.jsonl"]
    assert [s.id for s in find_sources([f"{store}/tree/b/*.txt"])] == ["c.txt"]
    clash = find_sources([f"{store}/tree/a.jsonl", f"{store}/tree/b"])
    assert [s.id for s in clash] == ["news/tree/a.jsonl", "news/tree/b/a.jsonl", "c.txt"]
    with pytest.raises(InputError, match="there is no such file"):
        find_sources([f"{store}/nothing"])


def test_object_that_is_replaced_is_seen(store: str) -> None:
    from corpus.parts import is_unchanged, plan

    files, _ = open_store(store)
    files.pipe_file("news/changing.jsonl", b'{"text": "a"}\n')
    (part,) = plan(find_sources([f"{store}/changing.jsonl"]))
    info = part.pieces[0].source
    assert is_unchanged(info)
    files.pipe_file("news/changing.jsonl", b'{"text": "a"}\n')
    assert is_unchanged(info)
    files.pipe_file("news/changing.jsonl", b'{"text": "b"}\n')
    assert not is_unchanged(info)


def test_store_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("s3fs", reason="the extra s3 is not installed")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "tests")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    files, _ = open_store("s3://gone")
    files.clear_instance_cache()
    monkeypatch.setattr(type(files), "retries", 1, raising=False)
    with pytest.raises(StoreError, match="the store does not give it"):
        find_sources(["s3://gone/a.jsonl"])
    files.clear_instance_cache()


# Spark


def tree(process: int) -> Iterator[int]:
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, tasks.read_text(encoding="ascii").split()):
            yield child
            yield from tree(child)


def spark_workers(driver: int) -> list[int]:
    """The processes of Spark that run parts: those below its daemon."""
    found = []
    for process in tree(driver):
        command = Path(f"/proc/{process}/cmdline").read_bytes()
        parent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1]
        above = Path(f"/proc/{parent}/cmdline").read_bytes()
        if b"pyspark.daemon" in command and b"pyspark.daemon" in above:
            found.append(process)
    return found


@pytest.mark.skipif(not HAS_JAVA, reason="Spark needs Java")
def test_spark_that_loses_a_worker_gives_the_same_bytes(
    store: str, archive: str, here: dict[str, bytes]
) -> None:
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    out = open_storage(f"{store}/spark")
    with started(archive, "-o", out.url, "--engine", "spark", "--master", "local[2,4]") as process:
        wait_for(out, 1)
        os.kill(spark_workers(process.pid)[0], signal.SIGKILL)
        finish(process)
    assert files(out) == here
    assert merged(out) == IDS


# What is told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("local", "tcp://a:1"), "--scheduler is an option of --engine dask"),
        (("dask", None, "yarn"), "--master is an option of --engine spark"),
    ],
)
def test_wrong_engine_is_told(arguments: tuple[str], message: str) -> None:
    with pytest.raises(EngineError, match=message):
        make_engine(*arguments)


@pytest.mark.parametrize(("name", "library"), [("dask", "distributed"), ("spark", "pyspark")])
def test_engine_that_is_not_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EngineError, match=rf"{library} is not installed.*extra {name}: pip"):
        make_engine(name)


def test_want_of_java_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    with pytest.raises(EngineError, match=r"needs Java 17.*JAVA_HOME \(/nowhere\)"):
        make_engine("spark")
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EngineError, match="needs Java 17"):
        make_engine("spark")


@pytest.mark.parametrize(
    ("engine", "option", "address"),
    [("dask", "--scheduler", "tcp://127.0.0.1:9"), ("spark", "--master", "spark://127.0.0.1:9")],
)
def test_cluster_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    engine: str, option: str, address: str,
) -> None:  # fmt: skip
    from typer.testing import CliRunner

    from extractor.cli import app

    library = "distributed" if engine == "dask" else "pyspark"
    pytest.importorskip(library, reason=f"the extra {engine} is not installed")
    if engine == "spark" and not HAS_JAVA:
        pytest.skip("Spark needs Java")
    monkeypatch.setattr(f"extractor.engines.{engine}._ANSWER", 1)
    archive = write_archive(tmp_path / "news.jsonl")
    command = ["run", archive, "-o", tmp_path / "run", "--engine", engine, option, address]
    result = CliRunner().invoke(app, [str(word) for word in command])
    assert result.exit_code == 2, result.output
    assert f"{option} {address}: no" in result.stderr


def test_article_that_ends_its_process_leaves_the_cluster_alone(tmp_path: Path) -> None:
    from corpus.commits import Mark
    from corpus.parts import plan
    from extractor.engines import station
    from extractor.engines.settings import Settings

    path = tmp_path / "a.jsonl"
    rows = [{"id": str(i), "title": t, "text": "x"} for i, t in enumerate(["exit", "", "slow"])]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    order = station.make_order(Settings(str(tmp_path / "run"), factory=FACTORY))
    first, second = plan(find_sources([path]), 2)
    at_work = station.Station(order)
    mark = at_work.run(first)
    assert isinstance(mark, Mark)
    assert (mark.records, mark.rejects) == (1, 1)
    (worker,) = at_work._supervisor.workers
    assert isinstance(at_work.run(second), Mark)
    assert at_work._supervisor.workers == [worker]
    at_work.rest()
    assert at_work._supervisor.workers == []


def test_machine_with_another_program_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.engines.settings import Settings
    from extractor.engines.station import Station, make_order
    from extractor.engines.supervisor import WorkerError

    order = make_order(Settings("run"))
    monkeypatch.setattr("extractor.engines.settings.program_digest", lambda: "another")
    with pytest.raises(WorkerError, match="has another version of the program"):
        Station(order)
