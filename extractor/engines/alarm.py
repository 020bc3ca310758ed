"""Cut off what takes too long, from within; what cannot be cut so, the supervisor ends."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Self

_AGAIN = 1.0  # seconds: an exception raised in a destructor is swallowed, the next may not be


class TooSlowError(BaseException):
    """The time is over. No ``Exception``, so that no library's handler swallows it."""


class Alarm:
    """Raises TooSlowError in the block after so many seconds; nothing outside the main thread.

    >>> with Alarm(60.0):
    ...     pass
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._active = False
        self._usable = threading.current_thread() is threading.main_thread()
        if self._usable:
            signal.signal(signal.SIGALRM, self._ring)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self._active:
            raise TooSlowError

    def __enter__(self) -> Self:
        self._active = True
        if self._usable:
            signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._active = False
        if self._usable:
            signal.setitimer(signal.ITIMER_REAL, 0)
