"""Parts on a Dask cluster, or on a local one of processes.

Dask schedules parts, sees to it that one whose process died is run again, and nothing else.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from distributed import Client, Future, KilledWorker, LocalCluster

from corpus.commits import Mark
from corpus.parts import Part
from extractor.engines.choice import EngineError
from extractor.engines.cluster import ClusterExecutor
from extractor.engines.settings import Settings
from extractor.engines.station import run_part
from extractor.engines.supervisor import GivenUp, WorkerError

_POLL = 0.25  # seconds
_AHEAD = 5_000  # parts that the scheduler knows of at once
_RETRIES = 2  # of a part that cannot be written where it was sent
_DEATHS = 5  # times that the scheduler gives a part up, each after several dead processes
_ANSWER = 10  # seconds


class DaskExecutor(ClusterExecutor):
    """Sends parts to a scheduler; use it as a context."""

    def __init__(
        self,
        settings: Settings,
        workers: int,
        tick: Callable[[], object],
        address: str | None = None,
    ) -> None:
        super().__init__(settings, tick)
        self._workers = workers
        self._address = address
        self._parts: dict[Future[Any], Part] = {}
        self._done: SimpleQueue[Future[Any]] = SimpleQueue()
        self._deaths: Counter[str] = Counter()

    def run(self, parts: Iterable[Part]) -> Iterator[Mark | GivenUp]:
        """Each part's mark as it is committed, or why it was given up."""
        pending = iter(parts)
        first = next(pending, None)
        if first is None:
            return
        client = self._connect()
        self._submit(client, first)
        while self._parts:
            while len(self._parts) < _AHEAD and (part := next(pending, None)):
                self._submit(client, part)
            try:
                future = self._done.get(timeout=_POLL)
            except Empty:
                self._tick()
                continue
            part = self._parts.pop(future)
            if (result := self._result(future, part)) is None:
                self._submit(client, part)
            else:
                yield result

    def _submit(self, client: Client, part: Part) -> None:
        # Not pure: a part that was given up must not be remembered as that.
        future = client.submit(run_part, self._order, part, pure=False, retries=_RETRIES)
        self._parts[future] = part
        future.add_done_callback(self._done.put)

    def _result(self, future: "Future[Any]", part: Part) -> Mark | GivenUp | None:
        """What came of a part; None if it is to be sent again."""
        try:
            if future.status == "finished":
                result: Mark | GivenUp = future.result()
                return result
            error = future.exception()
        # Where the scheduler is lost, results are cancelled, before or while they are fetched.
        except (CancelledError, OSError):
            error = None
        if error is None:
            raise WorkerError(f"the Dask scheduler at {self._address or 'this machine'} is gone")
        if not isinstance(error, KilledWorker):
            raise WorkerError(_told(error))
        self._deaths[part.name] += 1
        if self._deaths[part.name] < _DEATHS:
            return None
        return GivenUp(part.name, "the processes of the cluster that ran it died, again and again")

    def _connect(self) -> Client:
        _hush()
        try:
            client = Client(self._address or self._cluster(), timeout=_ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(
                f"--scheduler {self._address}: no Dask scheduler answers: {error}"
            ) from error
        self._stack.callback(self._leave, client)
        return client

    def _leave(self, client: Client) -> None:
        with suppress(Exception):  # of a scheduler that is gone
            client.cancel(list(self._parts), force=True)
        client.close(timeout=_ANSWER)

    def _cluster(self) -> LocalCluster:
        # Limits of memory are those of the workers of ours, which these processes start.
        return self._stack.enter_context(
            LocalCluster(
                n_workers=self._workers,
                threads_per_worker=1,
                processes=True,
                memory_limit=0,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )
        )


def _hush() -> None:
    """Keep tracebacks of lost connections from the user, who is told in a sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _told(error: BaseException | None) -> str:
    if isinstance(error, WorkerError):
        return str(error)
    return f"the cluster cannot run parts: {type(error).__name__}: {error}"
