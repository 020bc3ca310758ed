"""What schedules the parts of a run: processes of this machine, or a cluster's."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import TracebackType
from typing import Literal, Protocol, Self

from corpus.commits import Mark
from corpus.parts import Part
from extractor.engines.settings import Settings
from extractor.engines.supervisor import GivenUp, Supervisor
from schemas.errors import KhooshechinError


class EngineError(KhooshechinError):
    """An engine that is not installed, or does not answer."""


class Executor(Protocol):
    """Runs parts in any order, each at least once; used as a context."""

    def __enter__(self) -> Self:
        """Ready to run."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None:
        """End all processes of its own."""

    def run(self, parts: Iterable[Part]) -> Iterator[Mark | GivenUp]:
        """Each part's mark as it is committed, or why it was given up.

        Raises WorkerError if going on is of no use, EngineError if the engine does not answer.
        """

    def in_work(self) -> tuple[int, int]:
        """Items done of the parts at work, and rejects among them, as far as known."""


EngineName = Literal["local", "dask", "spark"]
# Of the settings, the number of processes wanted, and what is called some times a second.
Engine = Callable[[Settings, int, Callable[[], object]], Executor]


def make_engine(
    name: EngineName, scheduler: str | None = None, master: str | None = None
) -> Engine:
    """The engine of a name. Raises EngineError for one that is not installed."""
    if scheduler is not None and name != "dask":
        raise EngineError("--scheduler is an option of --engine dask")
    if master is not None and name != "spark":
        raise EngineError("--master is an option of --engine spark")
    if name == "local":
        return Supervisor
    if name == "dask":
        _need("distributed", "dask")
        from extractor.engines.dask import DaskExecutor

        return partial(DaskExecutor, address=scheduler)
    _need("pyspark", "spark")
    from extractor.engines.spark import SparkExecutor, need_java

    need_java()
    return partial(SparkExecutor, master=master)


def _need(module: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise EngineError(
            f"--engine {extra}: {module} is not installed; "
            f"it comes with the extra {extra}: "
            f"pip install '.[{extra}]' in the folder of khooshechin's source"
        )
