"""Parts on a Spark cluster, or on this machine.

Spark schedules parts, sees to it that one whose process died is run again, and nothing else: its
own readers and writers lose or double rows where a run is broken off.
"""

import os
import re
import shutil
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import Any

from corpus.commits import Mark
from corpus.parts import Part
from extractor.engines.choice import EngineError
from extractor.engines.cluster import ClusterExecutor
from extractor.engines.settings import Settings
from extractor.engines.station import run_part
from extractor.engines.supervisor import GivenUp, WorkerError

_POLL = 0.25  # seconds
_FAILURES = 4  # of a part before Spark breaks off: what a cluster has by default
_ROUNDS = 3  # times that what is left is given to Spark
_ANSWER = 5  # seconds
_LOCAL = re.compile(r"local(?:\[(\d+|\*)\])?")
_HOST = re.compile(r"([^,/]+):(\d+)")
_REASON = re.compile(r"\bWorkerError: (.*)")


class SparkExecutor(ClusterExecutor):
    """Sends parts to a Spark master; use it as a context."""

    def __init__(
        self,
        settings: Settings,
        workers: int,
        tick: Callable[[], object],
        master: str | None = None,
    ) -> None:
        super().__init__(settings, tick)
        self._master = patient(master or f"local[{max(workers, 1)}]")

    def run(self, parts: Iterable[Part]) -> Iterator[Mark | GivenUp]:
        """Each part's mark as it is committed, or why it was given up."""
        left = {part.name: part for part in parts}
        if not left:
            return
        context = self._connect()
        for last in (False,) * (_ROUNDS - 1) + (True,):
            results = context.accumulator([], _Results())
            job = self._start(context, list(left.values()), results)
            for result in self._heard(job, results):
                # One that was run twice is told twice.
                if left.pop(result.part, None):
                    yield result
            error = job.exception()
            if error is not None and (last or _REASON.search(str(error))):
                raise WorkerError(_told(error)) from error
            if not left:
                return

    def _start(self, context: Any, parts: list[Part], results: Any) -> "Future[None]":
        order = context.broadcast(self._order)

        def run(part: Part) -> None:
            results.add([run_part(order.value, part)])

        rdd = context.parallelize(parts, len(parts))
        jobs = ThreadPoolExecutor(1)
        self._stack.callback(jobs.shutdown, wait=False)
        return jobs.submit(rdd.foreach, run)

    def _heard(self, job: "Future[None]", results: Any) -> Iterator[Mark | GivenUp]:
        """The results as they come; Spark brings those of a task when it ends."""
        heard, ended = 0, False
        while not ended:
            ended = bool(wait([job], _POLL).done)
            known = results.value
            yield from known[heard:]
            heard = len(known)
            self._tick()

    def _connect(self) -> Any:
        from pyspark import SparkConf, SparkContext

        need_answer(self._master)
        # Else workers are whatever python3 is first in the path.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf = SparkConf().setMaster(self._master).setAppName("khooshechin")
        conf.set("spark.ui.showConsoleProgress", "false")
        conf.set("spark.log.level", "OFF" if self._master.startswith("local") else "ERROR")
        if self._master.startswith("local"):
            for name in ("spark.driver.host", "spark.driver.bindAddress"):
                conf.setIfMissing(name, "127.0.0.1")
            conf.setIfMissing("spark.ui.enabled", "false")
        try:
            context = SparkContext(conf=conf)
        # What it raises is of Java, of the network, or of Spark.
        except Exception as error:
            raise EngineError(f"--master {self._master}: Spark does not start: {error}") from error
        self._stack.callback(_stop, context)
        return context


class _Results:
    """How Spark brings lists together."""

    def zero(self, _value: list[Any]) -> list[Any]:
        return []

    def addInPlace(self, one: list[Any], other: list[Any]) -> list[Any]:  # noqa: N802
        one.extend(other)
        return one


def patient(master: str) -> str:
    """A local master that runs a part again whose process died; others do by themselves.

    >>> patient("local[2]"), patient("local"), patient("local[2,9]"), patient("yarn")
    ('local[2,4]', 'local[1,4]', 'local[2,9]', 'yarn')
    """
    found = _LOCAL.fullmatch(master)
    return f"local[{found[1] or 1},{_FAILURES}]" if found else master


def need_java() -> None:
    """Raise EngineError where Spark would not find Java."""
    home = os.environ.get("JAVA_HOME")
    if home and os.access(Path(home, "bin", "java"), os.X_OK):
        return
    if home or shutil.which("java") is None:
        where = f"in JAVA_HOME ({home})" if home else "(PATH, JAVA_HOME)"
        raise EngineError(f"--engine spark: needs Java 17 or later; there is none {where}")


def need_answer(master: str) -> None:
    """Raise EngineError if no host of a standalone master answers; Spark would wait minutes."""
    if not master.startswith("spark://"):
        return
    for host, port in _HOST.findall(master.removeprefix("spark://")):
        with suppress(OSError), socket.create_connection((host, int(port)), _ANSWER):
            return
    raise EngineError(f"--master {master}: no Spark master answers")


def _stop(context: Any) -> None:
    with suppress(Exception):  # of a master that is gone
        context.cancelAllJobs()
        context.stop()


def _told(error: BaseException) -> str:
    if found := _REASON.search(str(error)):
        return found[1]
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"Spark broke off: {lines[0] if lines else type(error).__name__}"
