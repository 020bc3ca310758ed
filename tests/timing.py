"""Whether work takes time by its length: the processor's time, not the clock's."""

import gc
import time
from collections.abc import Callable
from functools import partial

_ENOUGH = 0.1  # seconds: what is shorter is lost in the noise of the clock
_DOUBLINGS = 3
_TRIES = 3


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds of the processor, without the collector, whose pauses grow with earlier tests."""
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def takes_linear_time(work: Callable[[int], object], size: int) -> bool:
    """Whether ``work`` of twice the size takes at most three times as long.

    A quadratic step fourfolds the time. What is fast is measured at greater sizes, up to eight
    times that given; what seems slow is measured again, since a busy machine can seem so too.
    """
    for _ in range(_DOUBLINGS):
        if seconds_of(partial(work, size)) >= _ENOUGH:
            break
        size *= 2
    short = long = float("inf")
    for _ in range(_TRIES):
        short = min(short, seconds_of(partial(work, size)))
        long = min(long, seconds_of(partial(work, 2 * size)))
        if long <= 3 * short + 0.05:
            return True
    return False
