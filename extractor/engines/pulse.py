"""What a worker does, in memory that its supervisor sees without asking."""

import mmap
import os
import tempfile
import time
from enum import IntEnum

_SLOTS = 6


class Phase(IntEnum):
    """What a worker is at."""

    IDLE = 0
    READING = 1
    EXTRACTING = 2
    WRITING = 3


class Pulse:
    """The heartbeat of one worker: eight-byte slots, each stored at once, one writer.

    Made by the supervisor without a handle; by the worker with the handle it was given.
    """

    def __init__(self, handle: int | None = None) -> None:
        if handle is None:
            with tempfile.TemporaryFile(prefix="khooshechin-") as file:
                file.truncate(_SLOTS * 8)
                handle = os.dup(file.fileno())
        self.handle = handle
        self._memory = mmap.mmap(handle, _SLOTS * 8)
        self._slots = memoryview(self._memory).cast("q")

    def close(self) -> None:
        """Let go of the memory."""
        self._slots.release()
        self._memory.close()
        os.close(self.handle)

    # What the worker tells.

    def reading(self, item: int) -> None:
        """The item of this number in the part is read next."""
        slots = self._slots
        slots[2] = time.monotonic_ns()
        slots[1] = item
        slots[0] = Phase.READING
        slots[3] = item

    def extracting(self) -> None:
        """The item was read and is worked on."""
        self._slots[0] = Phase.EXTRACTING

    def rejected(self) -> None:
        """An item became a reject."""
        self._slots[4] += 1

    def writing(self) -> None:
        """All items are done."""
        self._slots[0] = Phase.WRITING

    # What the supervisor sees.

    def reset(self) -> None:
        """Nothing is done: before a part is handed out."""
        for slot in range(_SLOTS):
            self._slots[slot] = 0

    @property
    def phase(self) -> Phase:
        """What the worker is at."""
        return Phase(self._slots[0])

    @property
    def item(self) -> int:
        """The item it is at."""
        return int(self._slots[1])

    @property
    def seconds(self) -> float:
        """How long it has been at this item."""
        return (time.monotonic_ns() - int(self._slots[2])) / 1e9

    @property
    def done(self) -> int:
        """Items of the part that are done."""
        return int(self._slots[3])

    @property
    def rejects(self) -> int:
        """Rejects among them."""
        return int(self._slots[4])
