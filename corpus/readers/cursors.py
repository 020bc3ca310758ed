"""Read ranges of a source, each going on where the last one ended."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import BinaryIO, Self

from corpus.readers.formats import read_groups
from corpus.readers.places import Group, Item, Place, read_group, told
from corpus.readers.streams import Source, explain, opened, stamp


class Cursor:
    """Reads items by their numbers, as ``read_items`` does.

    What is packed can only be read from its start. Who reads one range after the other of a large
    file therefore keeps a cursor: while numbers rise, nothing is read twice.
    """

    def __init__(self, stdin: BinaryIO | None = None) -> None:
        self._stdin = stdin
        self._stack = ExitStack()
        self._source: Source | None = None
        self._stream: BinaryIO | None = None
        self._stamp: tuple[int, int] | None = None
        self._groups: Iterator[Group] = iter(())
        self._group: Group | None = None
        self._start = 0  # number of the first item of the group

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the source."""
        self._source, self._group, self._groups = None, None, iter(())
        self._stack.close()

    def items(self, source: Source, first: int = 0, stop: int | None = None) -> Iterator[Item]:
        """The items numbered from ``first`` to before ``stop``; what is before is passed over."""
        if source != self._source or first < self._start:
            try:
                self._open(source)
            except OSError as error:
                if first == 0:
                    yield source.place().reject(explain(error))
                return
        # Until this range is read to its end, nothing is known of where the stream stands.
        self._source = None
        yield from self._range(source, first, stop)
        if self._stream and stamp(self._stream) != self._stamp:
            yield source.place().reject("the file changed while it was read; read it again")
            self.close()
        elif stop is None:
            self.close()
        else:
            self._source = source

    def count(self, source: Source) -> int:
        """How many items a source has; nothing is parsed."""
        try:
            self._open(source)
        except OSError:
            return 1
        count = sum(group.count for group in self._groups)
        self.close()
        return count

    def _open(self, source: Source) -> None:
        self.close()
        stdin = self._stdin or sys.stdin.buffer
        stream = self._stack.enter_context(opened(source, stdin))
        self._stream, self._stamp = stream, stamp(stream)
        self._start = 0
        self._groups = _some(source.place(), read_groups(source.place(), stream))

    def _range(self, source: Source, first: int, stop: int | None) -> Iterator[Item]:
        while stop is None or self._start < stop:
            if self._group is None:
                self._group = next(self._groups, None)
            if (group := self._group) is None:
                return
            end = self._start + group.count
            if end > first:
                last = group.count if stop is None else min(stop - self._start, group.count)
                yield from read_group(source.place(), group, max(first - self._start, 0), last)
            if stop is not None and end > stop:
                return
            self._start, self._group = end, None


def _some(place: Place, groups: Iterator[Group]) -> Iterator[Group]:
    """The groups; a source without any item is told, so that it has its place in a plan."""
    empty = True
    for group in groups:
        empty = empty and not group.count
        yield group
    if empty:
        yield told(place.reject("holds no article"))
