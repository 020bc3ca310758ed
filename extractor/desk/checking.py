"""Read a text that somebody pastes: in a process of its own, which may be slow or die.

The process is started when it is first wanted, takes seconds to load, and then reads one text
at a time. One that takes too long is given up with its process. No text is kept.
"""

import multiprocessing
import resource
import signal
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from schemas.article import Article
from schemas.errors import KhooshechinError
from schemas.record import ArticleRecord

MOST = 100_000  # characters of a text
DEADLINE = 30.0  # seconds for one
LOADING = 180.0  # seconds until the process must be ready
_MEMORY = 4 << 30  # bytes of addresses
_READY = "ready"


class CheckError(KhooshechinError):
    """A text that was not read; ``kind`` says why: slow, busy, failed."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Checker:
    """Reads texts one by one."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def prepare(self) -> None:
        """Begin to load, without waiting for it."""
        if self._lock.acquire(blocking=False):
            try:
                self._started()
            finally:
                self._lock.release()

    def check(self, article: Article) -> ArticleRecord:
        """The record of a text. Raises CheckError."""
        if not self._lock.acquire(timeout=self._deadline):
            raise CheckError("busy")
        try:
            return self._asked(self._started(), article)
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None

    def _started(self) -> Connection:
        if self._process is None or not self._process.is_alive() or self._connection is None:
            self.close()
            # Spawned: a fork of a process with threads may hang.
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._connection = ours
            self._is_ready = False
        return self._connection

    def _asked(self, connection: Connection, article: Article) -> ArticleRecord:
        try:
            if not self._is_ready:
                self._wait(connection, LOADING)
                self._is_ready = True
            connection.send(article)
            answer = self._wait(connection, self._deadline)
        except (EOFError, OSError) as error:
            self.close()
            raise CheckError("failed") from error
        if not isinstance(answer, ArticleRecord):
            raise CheckError("failed")
        return answer

    def _wait(self, connection: Connection, seconds: float) -> Any:
        if not connection.poll(seconds):
            self.close()
            raise CheckError("slow")
        return connection.recv()


def _work(connection: Connection) -> None:
    """Read texts until the desk is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the desk is told, and closes the pipe
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    from extractor import Extractor

    extractor = Extractor()
    connection.send(_READY)
    while True:
        try:
            article = connection.recv()
        except EOFError:
            return
        connection.send(_read(extractor, article))


def _read(extractor: Any, article: Article) -> ArticleRecord | str:
    try:
        record: ArticleRecord = extractor.extract(article)
    except (KhooshechinError, ValueError, MemoryError, RecursionError) as error:
        return str(error)
    return record
