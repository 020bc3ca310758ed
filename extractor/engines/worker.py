"""A worker: a process of its own that runs one part after the other until it is told no more.

Started as ``python -c`` with the handles of its connection, of its pulse and of its lifeline.
"""

import faulthandler
import gc
import os
import resource
import signal
import sys
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

from corpus.commits import Mark
from corpus.parts import Part
from corpus.storage import open_storage
from corpus.stores import StoreError
from extractor.engines.parts import InputChangedError, PartRunner, Skip
from extractor.engines.pulse import Pulse
from extractor.engines.settings import Settings
from schemas.errors import KhooshechinError

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Task:
    """A part to run, and its articles that cost a worker its life."""

    part: Part
    skips: dict[int, Skip]


@dataclass(frozen=True, slots=True)
class Done:
    """A part was committed; ``renew`` asks for a new process."""

    mark: Mark
    renew: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """A part was not committed: its input changed or is away, or (``fatal``) output fails."""

    part: str
    reason: str
    fatal: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded all it needs."""


Message = Ready | Done | Failed


def main(connection_handle: int, pulse_handle: int, lifeline: int, parent: int) -> None:
    """Serve tasks until the connection is closed."""
    faulthandler.enable()
    _die_with(parent, lifeline)
    connection = Connection(connection_handle)
    pulse = Pulse(pulse_handle)
    settings: Settings | None = _received(connection)
    if settings is None:
        return
    try:
        runner = PartRunner(settings, open_storage(settings.folder), pulse)
    except (KhooshechinError, ImportError, AttributeError) as error:
        connection.send(Failed("", f"{type(error).__name__}: {error}", fatal=True))
        return
    gc.collect()
    gc.freeze()
    _limit_memory(settings.limits.memory)
    connection.send(Ready())
    task: Task | None
    while (task := _received(connection)) is not None:
        connection.send(_run(runner, task))


def _received(connection: Connection) -> Any:
    """What the supervisor sent; None if it is gone."""
    try:
        return connection.recv()
    except (EOFError, OSError):
        return None


def _run(runner: PartRunner, task: Task) -> Message:
    try:
        mark, renew = runner.run(task.part, task.skips)
    except (InputChangedError, StoreError) as error:
        return Failed(task.part.name, str(error), fatal=False)
    except OSError as error:
        where = error.filename or runner.storage.url
        return Failed(task.part.name, f"{where}: {error.strerror or error}", fatal=True)
    return Done(mark, renew)


def _limit_memory(mebibytes: int) -> None:
    """Let the process grow by what is left of its limit; beyond that there is a MemoryError."""
    try:
        sizes = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return  # elsewhere the supervisor alone watches
    mapped, resident = (int(size) * _PAGE for size in sizes[:2])
    most = mapped + max((mebibytes << 20) - resident, 0)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _die_with(parent: int, lifeline: int) -> None:
    """End when the parent ends, however it does: Linux is told so, and a pipe says it anywhere."""
    if sys.platform == "linux" and threading.current_thread() is threading.main_thread():
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        _end()
    threading.Thread(target=_watch, args=(lifeline,), daemon=True).start()


def _watch(lifeline: int) -> None:
    os.read(lifeline, 1)
    _end()


def _end() -> NoReturn:
    os._exit(1)
