"""Keep workers at work, whatever becomes of them.

``multiprocessing.Pool`` waits for ever for a worker that died, and ``ProcessPoolExecutor`` breaks
off; here a part whose worker died is run again, and an article that ends its worker is set aside.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from corpus.commits import Mark
from corpus.parts import Part
from extractor.engines.parts import Skip, too_large, too_slow
from extractor.engines.process import WorkerProcess, killed_from_outside
from extractor.engines.pulse import Phase
from extractor.engines.settings import Settings
from extractor.engines.worker import Failed, Message, Ready, Task
from schemas.errors import KhooshechinError

_POLL = 0.25  # seconds
_GRACE = 5.0  # seconds past the deadline: the worker cuts itself off, if it still can
_SPARE = 1.25  # times the limit: the worker's own limit comes first
_STRIKES = 2
_STRIKES_FROM_OUTSIDE = 3  # who killed is not known: once more, for an article may be innocent
_DEATHS = 20  # of workers over one part, before the part is given up
_FALSE_STARTS = 3
_FALSE_STARTS_FROM_OUTSIDE = 20

KILLED = "the process that worked on it died, each time it was tried"


class WorkerError(KhooshechinError):
    """Workers cannot start, or cannot write."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A part that was not committed, and why."""

    part: str
    reason: str


@dataclass(slots=True)
class _Trouble:
    """What happened to a part so far."""

    strikes: Counter[tuple[int, bool]] = field(default_factory=Counter)
    skips: dict[int, Skip] = field(default_factory=dict)
    deaths: int = 0


class Supervisor:
    """Runs parts in processes of their own, in any order; use it as a context."""

    def __init__(
        self,
        settings: Settings,
        workers: int,
        tick: Callable[[], object] = lambda: None,
    ) -> None:
        """``tick`` is called some times a second."""
        self.settings = settings
        self._count = workers
        self._tick = tick
        self.workers: list[WorkerProcess] = []
        self._again: list[Part] = []
        self._trouble: dict[str, _Trouble] = {}
        self._false_starts = 0

    def __enter__(self) -> "Supervisor":
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def run(self, parts: Iterable[Part]) -> Iterator[Mark | GivenUp]:
        """Each part's mark as it is committed, or why it was given up.

        Raises WorkerError if going on is of no use.
        """
        pending = iter(parts)
        while self._employ(pending):
            self._tick()
            ready = wait([worker.connection for worker in self.workers], _POLL)
            for worker in list(self.workers):
                if worker.connection in ready:
                    yield from self._hear(worker)
                elif worker.task is not None:
                    yield from self._watch(worker)

    def in_work(self) -> tuple[int, int]:
        """Items done of the parts at work, and rejects among them."""
        busy = [worker.pulse for worker in self.workers if worker.task]
        return sum(pulse.done for pulse in busy), sum(pulse.rejects for pulse in busy)

    def _employ(self, pending: Iterator[Part]) -> bool:
        """Give each idle worker a part, starting as many as wanted; False if all is done."""
        for worker in list(self.workers):
            if worker.task is None and worker.ready and (part := self._next(pending)):
                worker.give(self._task(part))
        # A worker gets its first part before it is ready, so that none is started in vain.
        while len(self.workers) < self._count and (part := self._next(pending)):
            worker = WorkerProcess(self.settings)
            self.workers.append(worker)
            worker.give(self._task(part))
        return any(worker.task for worker in self.workers)

    def _next(self, pending: Iterator[Part]) -> Part | None:
        return self._again.pop() if self._again else next(pending, None)

    def _task(self, part: Part) -> Task:
        trouble = self._trouble.get(part.name)
        return Task(part, dict(trouble.skips) if trouble else {})

    def _hear(self, worker: WorkerProcess) -> Iterator[Mark | GivenUp]:
        try:
            message: Message = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if isinstance(message, Ready):
            worker.ready = True
            self._false_starts = 0
        elif isinstance(message, Failed):
            worker.task = None
            if message.fatal:
                raise WorkerError(message.reason)
            yield GivenUp(message.part, message.reason)
        else:
            worker.task = None
            if message.renew:
                self._dismiss(worker)
            self._trouble.pop(message.mark.part, None)
            yield message.mark

    def _watch(self, worker: WorkerProcess) -> Iterator[GivenUp]:
        """End a worker that is beyond its limits; its article is set aside at once."""
        limits, pulse = self.settings.limits, worker.pulse
        at_work = pulse.phase in (Phase.READING, Phase.EXTRACTING)
        if at_work and pulse.seconds > limits.deadline + _GRACE:
            yield from self._bury(worker, too_slow(limits.deadline))
        elif worker.memory() > limits.memory * _SPARE:
            yield from self._bury(worker, too_large(limits.memory))

    def _bury(self, worker: WorkerProcess, reason: str | None = None) -> Iterator[GivenUp]:
        """Note what a worker died of, and put its part back."""
        phase, item, task, ready = worker.pulse.phase, worker.pulse.item, worker.task, worker.ready
        code = self._dismiss(worker)
        outside = killed_from_outside(code)
        if not ready:
            self._false_starts += 1
            if self._false_starts >= (_FALSE_STARTS_FROM_OUTSIDE if outside else _FALSE_STARTS):
                raise WorkerError(f"workers cannot start: {reason or f'exit code {code}'}")
        if task is None:
            return
        part = task.part
        trouble = self._trouble.setdefault(part.name, _Trouble())
        if phase in (Phase.READING, Phase.EXTRACTING):
            unread = phase is Phase.READING
            trouble.strikes[item, unread] += 1
            allowed = _STRIKES_FROM_OUTSIDE if outside else _STRIKES
            if reason or trouble.strikes[item, unread] >= allowed:
                trouble.skips[item] = Skip(reason or KILLED, unread)
        trouble.deaths += ready
        if trouble.deaths < _DEATHS:
            self._again.append(part)
        else:
            yield GivenUp(part.name, f"its workers died {_DEATHS} times")

    def _dismiss(self, worker: WorkerProcess) -> int:
        with suppress(ValueError):
            self.workers.remove(worker)
        return worker.end()
