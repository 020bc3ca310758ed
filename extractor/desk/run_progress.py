"""How far a run over an archive has come, with its rate and what is left."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from extractor.engines.local import Progress as State

_WINDOW = 60.0  # seconds that the rate is measured over
_EVERY = 60.0  # seconds between two lines in a log


class Rate:
    """Articles a second over the last minute.

    >>> rate = Rate()
    >>> rate.at(0.0, 0), rate.at(10.0, 1000)
    (0.0, 100.0)
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, now: float, done: int) -> float:
        """The rate, told that so many are done now."""
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _WINDOW:
            self._seen.popleft()
        first, before = self._seen[0]
        return max(done - before, 0) / (now - first) if now > first else 0.0


@contextmanager
def run_progress() -> Iterator[Callable[[State], None]]:
    """Show a bar on a terminal, or say a line a minute to a log."""
    rate = Rate()
    if not sys.stderr.isatty():
        yield _Log(rate).show
        return
    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("")

        def show(state: State) -> None:
            text = describe(state, rate.at(time.monotonic(), state.done))
            total = state.articles if state.planned else None
            shown.update(task, total=total, completed=state.done, description=text)

        yield show


class _Log:
    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._next = time.monotonic() + _EVERY

    def show(self, state: State) -> None:
        now = time.monotonic()
        speed = self._rate.at(now, state.done)
        if now >= self._next:
            self._next = now + _EVERY
            print(f"khooshechin: {describe(state, speed)}", file=sys.stderr, flush=True)


def describe(state: State, rate: float) -> str:
    """One line: how many of how many, rate, time left, rejects.

    >>> describe(State(parts=4, articles=4000, parts_done=1, articles_before=1000), 100.0)
    '1,000 of 4,000 articles, 1 of 4 parts, 100/s, 0:00:30 left, 0 rejected'
    """
    if not state.planned:
        return f"planning: {state.articles:,} articles in {state.parts:,} parts so far"
    rejects = state.rejects + state.rejects_in_work
    left = _clock((state.articles - state.done) / rate) if rate else "-:--:--"
    parts = f"{state.parts_done} of {state.parts} parts"
    return (
        f"{state.done:,} of {state.articles:,} articles, {parts}, "
        f"{rate:,.0f}/s, {left} left, {rejects:,} rejected"
    )


def _clock(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}"
