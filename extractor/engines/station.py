"""A part in a process of a cluster: under a supervisor of its own, as on one machine.

So an article's deadline, its memory and the death of its process are dealt with where it is
worked on, and the cluster's own process never sees them.
"""

import os
import threading
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.commits import Mark
from corpus.parts import Part
from extractor.engines.settings import Settings
from extractor.engines.supervisor import GivenUp, Supervisor, WorkerError

_IDLE = 60.0  # seconds after which a worker without a part is ended


@dataclass(frozen=True, slots=True)
class Order:
    """What a run sends with each of its parts; it can be pickled."""

    run: str
    settings: Settings
    digest: str  # of the settings where the run was started


def make_order(settings: Settings) -> Order:
    """The order of a run that is started here."""
    here = replace(settings, home=settings.home or str(Path.cwd()))
    return Order(uuid.uuid4().hex, here, settings.digest())


def run_part(order: Order, part: Part) -> Mark | GivenUp:
    """Run a part in this process's machine and commit it.

    Raises WorkerError if nothing can be written, no worker starts or the program is another.
    """
    station: Station | None = getattr(_THREAD, "station", None)
    if station is None or station.order.run != order.run:
        if station is not None:
            station.rest()
        station = _THREAD.station = Station(order)
    return station.run(part)


class Station:
    """The supervisor of one thread, whose worker is kept for the next part of the run."""

    def __init__(self, order: Order) -> None:
        if order.settings.digest() != order.digest:
            raise WorkerError(
                f"{os.uname().nodename} has another version of the program, its lexicon or its "
                "libraries than the machine where the run was started"
            )
        self.order = order
        # A machine that does not have the folder can still read and write a store.
        home = order.settings.home
        self._settings = replace(
            order.settings, home=home if home and Path(home).is_dir() else None
        )
        self._supervisor = Supervisor(self._settings, 1)
        self._lock = threading.Lock()
        self._timer = threading.Timer(0, self.rest)

    def run(self, part: Part) -> Mark | GivenUp:
        """Run one part."""
        self._timer.cancel()
        with self._lock:
            try:
                (result,) = self._supervisor.run([part])
            except BaseException:
                self._supervisor.__exit__()
                self._supervisor = Supervisor(self._settings, 1)
                raise
            self._timer = threading.Timer(_IDLE, self.rest)
            self._timer.daemon = True
            self._timer.start()
        return result

    def rest(self) -> None:
        """End the worker; the next part starts another."""
        with self._lock:
            self._supervisor.__exit__()


_THREAD = threading.local()
