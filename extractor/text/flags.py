"""What the readers of a text look for, told for all of them by one look-up of a word."""

from collections.abc import Callable, Iterable
from itertools import compress, count

from extractor.text.remembered import Remembered

_MOST = 8  # readers: a bit of a byte for each

# For each byte whether it has the bit of a reader, as ``bytes.translate`` takes it.
Flag = bytes


class Flags:
    """A byte for each word, with a bit for each reader that looks for such words.

    >>> flags = Flags()
    >>> long, dotted = flags.add(lambda word: len(word) > 3), flags.add(lambda word: "." in word)
    >>> found = flags.of(["خوشه", "و", "م.ر.", "."])
    >>> where(found, long), where(found, dotted)
    ([0, 2], [2, 3])
    """

    def __init__(self) -> None:
        self._tests: list[tuple[int, Callable[[str], bool]]] = []
        self._known = Remembered(self._flag)

    def add(self, test: Callable[[str], bool]) -> Flag:
        """Flag the words for which the test is true. Called as modules are imported."""
        if len(self._tests) == _MOST:
            raise ValueError(f"{_MOST} readers have flags already; a byte holds no more")
        bit = 1 << len(self._tests)
        self._tests.append((bit, test))
        self._known.forget()
        return bytes(bool(byte & bit) for byte in range(256))

    def of(self, words: Iterable[str]) -> bytes:
        """The flags of words, in their order."""
        return bytes(map(self._known.__getitem__, words))

    def _flag(self, word: str) -> int:
        if not word:
            return 0
        flags = 0
        for bit, test in self._tests:
            if test(word):
                flags |= bit
        return flags


def where(flags: bytes, flag: Flag) -> list[int]:
    """Which words have a flag."""
    return list(compress(count(), flags.translate(flag)))
