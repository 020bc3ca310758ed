"""What holds for the members of every archive: which are read, which refused, how much of them."""

import io
from collections.abc import Iterator
from typing import Any, Protocol

from corpus.readers.limits import LimitError, Limits, size
from corpus.readers.places import Group, Place, told
from corpus.readers.streams import READ_ERRORS, buffered, explain


class Readable(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int = ..., /) -> bytes | None:
        """Up to so many bytes."""


class Budget:
    """Counts what an archive's members unpack to, together."""

    def __init__(self, limits: Limits, packed: int | None) -> None:
        self._limits, self._packed = limits, packed
        self._members = self._given = 0

    def member(self) -> None:
        """Count a member in. Raises LimitError above the number allowed."""
        self._members += 1
        if self._members > self._limits.members:
            raise LimitError(f"holds over {self._limits.members} members")

    def take(self, count: int) -> None:
        """Count bytes in. Raises LimitError above what is allowed."""
        self._given += count
        limits = self._limits
        if self._given > limits.archive:
            raise LimitError(f"unpacks to over {size(limits.archive)}")
        if (
            self._packed is not None
            and self._given > limits.ratio_from
            and self._given > limits.ratio * self._packed
        ):
            raise LimitError(
                f"unpacks to over {limits.ratio} times its size, as an archive bomb does"
            )


class Metered(io.RawIOBase):
    """A member's bytes, each counted."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some bytes of the member."""
        data = self._stream.read(len(buffer)) or b""
        buffer[: len(data)] = data
        self._budget.take(len(data))
        return len(data)


def unsafe(name: str) -> str | None:
    """Why a member's name is refused; None for a good one.

    Nothing is ever written under such a name, but who builds it means harm.

    >>> unsafe("news/1.txt"), unsafe("../1.txt")
    (None, "its name '../1.txt' leads out of the archive")
    """
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or name[1:2] == ":":
        return f"its name {name!r} leads out of the archive"
    return None


def hidden(name: str) -> bool:
    """Whether a member is left out as hidden files are: ``.DS_Store``, ``__MACOSX/``."""
    parts = name.replace("\\", "/").split("/")
    return any(part == "__MACOSX" or (part[:1] == "." and part.strip(".")) for part in parts)


def shown(name: str) -> str:
    """A member's name that fits into UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode()


def member_groups(place: Place, stream: io.RawIOBase) -> Iterator[Group]:
    """The items of a member; whatever happens in it, the next one is read."""
    from corpus.readers.formats import read_groups

    try:
        yield from read_groups(place, buffered(stream))
    except READ_ERRORS as error:
        yield told(place.reject(explain(error)))
