"""A worker as its supervisor sees it: a process, what it was given, and what it does."""

import os
import resource
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.engines.pulse import Pulse
from extractor.engines.settings import Settings
from extractor.engines.worker import Task

_START = (
    "import sys; sys.path[:] = {path!r}; from extractor.engines.worker import main; main{args!r}"
)
_PAGE = resource.getpagesize()


class WorkerProcess:
    """A process that runs parts. Not ``multiprocessing``, which runs the caller's script again."""

    def __init__(self, settings: Settings) -> None:
        ours, theirs = socket.socketpair()
        out_end, self._lifeline = os.pipe()
        self.pulse = Pulse()
        self.task: Task | None = None
        self.ready = False
        handles = (theirs.fileno(), self.pulse.handle, out_end)
        code = _START.format(path=sys.path, args=(*handles, os.getpid()))
        with theirs:
            # A process group of its own: Ctrl-C is for the supervisor alone.
            self._process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=handles,
                process_group=0,
                cwd=settings.home,
            )
        os.close(out_end)
        self.connection = Connection(ours.detach())
        self.send(settings)

    @property
    def id(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, message: object) -> None:
        """Hand something over; a worker that has died says so by its closed connection."""
        try:
            self.connection.send(message)
        except OSError:
            return

    def give(self, task: Task) -> None:
        """Hand a task over."""
        self.pulse.reset()
        self.task = task
        self.send(task)

    def memory(self) -> int:
        """MiB of memory it holds; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.id}/statm").read_text(encoding="ascii").split()
        except OSError:
            return 0
        return int(fields[1]) * _PAGE >> 20 if len(fields) > 1 else 0

    def end(self) -> int:
        """End it at once; its exit code, negative for a signal."""
        self._process.kill()
        code = self._process.wait()
        self.connection.close()
        self.pulse.close()
        os.close(self._lifeline)
        return code


def killed_from_outside(code: int) -> bool:
    """Whether this may be the end by somebody else's hand: an operator, or want of memory."""
    return -code in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
