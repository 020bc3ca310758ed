"""Kill a run over an archive at random moments, go on, and compare the output.

    python -m benchmarks.kill_and_resume ARCHIVE [--kills 50] [--workers 2] [--part-size 100]
        [--engine local] [--articles 0]

Every second time the whole run is killed (kill -9), else one of its processes; with ``--engine
dask`` or ``spark`` also one of theirs. At the end the folder must equal, byte for byte, that of
an undisturbed run of the local engine. The moments are random; they are
counted in seconds of the processor, so that a busy machine is killed as far on as an idle one.
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks import repeated

_POLL = 0.05
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def start(
    archive: Path, folder: Path, options: argparse.Namespace, engine: str
) -> subprocess.Popen[bytes]:
    arguments = ["run", str(archive), "-o", str(folder), "--workers", str(options.workers)]
    arguments += ["--part-size", str(options.part_size), "--scope", options.scope]
    # A file, since a cluster's processes may hold a pipe open after the run's end.
    with said(folder).open("wb") as file:
        return subprocess.Popen([*COMMAND, *arguments, "--engine", engine], stderr=file)


def said(folder: Path) -> Path:
    """Where the last command of a run has told how it ended."""
    return folder.with_suffix(".log")


def below(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, tasks.read_text(encoding="ascii").split()):
                yield child
                yield from below(child)


def victims(process: int) -> list[int]:
    """The processes of a run that work on parts; Spark's Java is its head, as the run itself."""
    found = []
    for child in below(process):
        with suppress(OSError):
            if b"python" in Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")[0]:
                found.append(child)
    return found


def processor_time(process: int) -> float:
    """Seconds of the processor that a run and its processes have taken."""
    ticks = 0
    for member in (process, *below(process)):
        try:
            stat = Path(f"/proc/{member}/stat").read_text()
        except OSError:
            continue
        ticks += sum(map(int, stat.rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def wait(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait until a run has worked so long; False if it ended before."""
    until = processor_time(process.pid) + seconds
    while process.poll() is None:
        if processor_time(process.pid) >= until:
            return True
        time.sleep(_POLL)
    return False


def committed(folder: Path) -> int:
    return sum(1 for _ in folder.glob("parts/*.ok.json"))


def fingerprint(folder: Path) -> dict[str, str]:
    """The digest of every file of the output; hidden files are unfinished ones."""
    files = [p for p in sorted(folder.glob("parts/*")) if not p.name.startswith(".")]
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def disturb(archive: Path, folder: Path, chance: random.Random, options: argparse.Namespace) -> int:
    """Run to the end, killing; how often the run had to be given again."""
    starts, kills = 1, 0
    process = start(archive, folder, options, options.engine)
    while True:
        if kills < options.kills and wait(process, chance.uniform(0.1, options.longest)):
            workers = victims(process.pid)
            whole = kills % 2 == 0 or not workers
            os.kill(process.pid if whole else chance.choice(workers), signal.SIGKILL)
            kills += 1
            what = "the run" if whole else "a worker"
            print(f"{kills:3} killed {what}; {committed(folder)} parts committed", flush=True)
            if not whole:
                continue
        process.wait()
        error = said(folder).read_text(encoding="utf-8")
        # A cluster that lost too much breaks off in order: the run is to be given again.
        broken_off = options.engine != "local" and process.returncode in (2, 3)
        if process.returncode not in (0, 1, -signal.SIGKILL) and not broken_off:
            sys.exit(f"exit code {process.returncode}: {error}")
        if process.returncode in (0, 1):
            print(error.splitlines()[-1])
            print(f"{kills} kills, {starts} starts")
            return kills
        starts += 1
        process = start(archive, folder, options, options.engine)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--part-size", type=int, default=100)
    parser.add_argument("--scope", default="full")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--articles", type=int, default=0, help="so many of the archive, or all")
    parser.add_argument("--longest", type=float, default=12.0, help="between two kills")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        calm, wild = Path(scratch, "calm"), Path(scratch, "wild")
        archive = options.archive
        if options.articles:
            archive = Path(scratch, "some.jsonl")
            some = repeated.read_articles(options.archive)[: options.articles]
            repeated.write(iter(some), archive)
        begun = time.monotonic()
        process = start(archive, calm, options, "local")
        process.wait()
        print(said(calm).read_text(encoding="utf-8").splitlines()[-1])
        print(f"undisturbed: {time.monotonic() - begun:.0f} s")
        done = disturb(archive, wild, random.Random(options.seed), options)
        if fingerprint(calm) != fingerprint(wild):
            sys.exit("the outputs differ")
        print(f"{len(fingerprint(calm))} files equal, byte for byte, after {done} kills")


if __name__ == "__main__":
    main()
