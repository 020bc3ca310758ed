"""Mentions in text order, with quick answers to what stands where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from extractor.mentions import Mention

M = TypeVar("M", bound=Mention)


class Positions(Generic[M]):
    """The mentions of a document's group, none within another.

    >>> dates = Positions([Mention(3, 7), Mention(9, 12)])
    >>> dates.covers(5), list(dates.within(0, 12)), dates.nearest(0, 20, 14)
    (True, [0, 1], 1)
    """

    def __init__(self, values: Sequence[M]) -> None:
        self.values = values
        self._starts = [value.start for value in values]

    def covers(self, position: int) -> bool:
        """Whether a position lies within a mention."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self.values[at].end > position

    def within(self, start: int, end: int) -> Iterator[int]:
        """Indexes of the mentions between two offsets."""
        for index in range(bisect_left(self._starts, start), len(self.values)):
            if self.values[index].start >= end:
                return
            if self.values[index].end <= end:
                yield index

    def nearest(self, start: int, end: int, position: int) -> int | None:
        """Index of the mention between two offsets that begins nearest to a position."""
        inside = self.within(start, end)
        return min(inside, key=lambda i: abs(self._starts[i] - position), default=None)
