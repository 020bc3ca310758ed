"""One ``khooshechin run`` in a process of its own: its time and its memory."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]
_POLL = 0.25  # seconds


@dataclass
class Memory:
    """MiB that processes held at the most, seen from outside."""

    supervisor: int = 0
    workers: dict[int, int] = field(default_factory=dict)
    early: int = 0  # of a worker, in the first part of the run

    def look(self, process: int) -> None:
        """Note what the processes of a run have held by now."""
        self.supervisor = max(self.supervisor, _peak(process))
        for child in _children(process):
            self.workers[child] = max(self.workers.get(child, 0), _peak(child))

    @property
    def worker(self) -> int:
        """Of the largest worker."""
        return max(self.workers.values(), default=0)


@dataclass(frozen=True)
class Measured:
    """One run: seconds of the clock, of the processor of all its processes, and memory."""

    clock: float
    cpu: float
    memory: Memory


def measure(source: Path, folder: Path, scope: str, workers: int, size: int) -> Measured:
    """Run over a source into a new folder, in parts of ``size``."""
    options = ["-o", folder, "--scope", scope, "--workers", workers, "--part-size", size]
    command = [*COMMAND, *map(str, ["run", source, *options])]
    begun = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    with _watched(process.pid, folder) as memory:
        _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command}: failed")
    return Measured(time.monotonic() - begun, used.ru_utime + used.ru_stime, memory)


@contextmanager
def _watched(process: int, folder: Path) -> Iterator[Memory]:
    memory, ended = Memory(), threading.Event()

    def watch() -> None:
        while not ended.wait(_POLL):
            memory.look(process)
            # Each worker has had three parts: whatever it loads, it has loaded.
            done = len(list(folder.glob("parts/*.ok.json")))
            if not memory.early and done >= 3 * len(memory.workers) > 0:
                memory.early = memory.worker

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield memory
    finally:
        ended.set()
        thread.join()


def _children(process: int) -> list[int]:
    found: list[int] = []
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, tasks.read_text(encoding="ascii").split())
    return found


def _peak(process: int) -> int:
    """The most that a process has held; 0 if it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) >> 10
    return 0
