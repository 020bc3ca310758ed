"""What the engines of clusters share: they send an order with each part and know no more of it."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Self

from extractor.engines.settings import Settings
from extractor.engines.station import make_order


class ClusterExecutor:
    """A context that leaves its cluster at the end."""

    def __init__(self, settings: Settings, tick: Callable[[], object]) -> None:
        self._order = make_order(settings)
        self._tick = tick
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def in_work(self) -> tuple[int, int]:
        """Nothing is known of parts at work."""
        return 0, 0
