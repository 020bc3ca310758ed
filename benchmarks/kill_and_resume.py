"""Kill a run over an archive at random moments, go on, and compare the output.

    python benchmarks/kill_and_resume.py ARCHIVE [--kills 50] [--workers 2] [--part-size 100]

Every second time the whole run is killed (kill -9), else one of its workers. At the end the
folder must equal, byte for byte, that of an undisturbed run. The moments are random; they are
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
from pathlib import Path

_POLL = 0.05
COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def start(archive: Path, folder: Path, options: argparse.Namespace) -> subprocess.Popen[bytes]:
    arguments = ["run", str(archive), "-o", str(folder), "--workers", str(options.workers)]
    arguments += ["--part-size", str(options.part_size), "--scope", options.scope]
    return subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE)


def children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [int(child) for child in path.read_text().split()]
    except OSError:
        return []


def processor_time(process: int) -> float:
    """Seconds of the processor that a run and its processes have taken."""
    ticks = 0
    for member in (process, *children(process)):
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
    process = start(archive, folder, options)
    while True:
        if kills < options.kills and wait(process, chance.uniform(0.1, options.longest)):
            workers = children(process.pid)
            whole = kills % 2 == 0 or not workers
            os.kill(process.pid if whole else chance.choice(workers), signal.SIGKILL)
            kills += 1
            what = "the run" if whole else "a worker"
            print(f"{kills:3} killed {what}; {committed(folder)} parts committed", flush=True)
            if not whole:
                continue
        error = process.communicate()[1].decode()
        if process.returncode not in (0, 1, -signal.SIGKILL):
            sys.exit(f"exit code {process.returncode}: {error}")
        if process.returncode != -signal.SIGKILL:
            print(error.splitlines()[-1])
            print(f"{kills} kills, {starts} starts")
            return kills
        starts += 1
        process = start(archive, folder, options)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--part-size", type=int, default=100)
    parser.add_argument("--scope", default="full")
    parser.add_argument("--longest", type=float, default=12.0, help="between two kills")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        calm, wild = Path(scratch, "calm"), Path(scratch, "wild")
        begun = time.monotonic()
        process = start(options.archive, calm, options)
        print(process.communicate()[1].decode().splitlines()[-1])
        print(f"undisturbed: {time.monotonic() - begun:.0f} s")
        done = disturb(options.archive, wild, random.Random(options.seed), options)
        if fingerprint(calm) != fingerprint(wild):
            sys.exit("the outputs differ")
        print(f"{len(fingerprint(calm))} files equal, byte for byte, after {done} kills")


if __name__ == "__main__":
    main()
