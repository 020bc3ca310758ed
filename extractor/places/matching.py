"""Find phrases of a fixed list in a text, however their parts are joined or spaced."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from extractor.lexicon.places import VARIANTS, fold
from extractor.text.characters import ZWNJ
from extractor.text.remembered import Remembered
from extractor.text.scan import MARKS, scan, watch

_JOINS = re.compile(f"[\u200c{MARKS}]")
_TO_FOLD = re.compile(f"[\u200c{MARKS}{VARIANTS}]")
# «آباد» of a town's name is written apart as often as not.
_TAIL = "آباد"
_BLANKS = " " + ZWNJ

V = TypeVar("V")


class Words:
    """The words of a text, folded, with their half-open offsets."""

    __slots__ = ("ends", "keys", "scan", "starts", "text")

    def __init__(self, text: str) -> None:
        # Digits and signs part words. A half-space does not, since where it should stand is
        # anyone's guess («می‌مند» for the town of میمند): it is left out of a word's key.
        self.scan = found = scan(text).letters
        self.text = text
        self.keys = found.words.copy()
        for i in found.where(_FOLDED):
            self.keys[i] = _KEYS[self.keys[i]]
        self.starts = found.starts
        self.ends = found.ends

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the word before it."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def letter(self, i: int, n: int) -> int:
        """Offset of the ``n``-th letter of word ``i``."""
        offset = self.starts[i]
        while n or self.text[offset] == ZWNJ:
            n -= self.text[offset] != ZWNJ
            offset += 1
        return offset

    def touches(self, i: int, allowed: str = _BLANKS) -> bool:
        """Whether only ``allowed`` characters part word ``i`` from the one before it."""
        return 0 < i < len(self.keys) and not self.gap(i).strip(allowed)


def word_key(word: str) -> str:
    """A word without joins and marks, its letters folded."""
    return _JOINS.sub("", fold(word)) if _TO_FOLD.search(word) else word


_FOLDED = watch(lambda word: _TO_FOLD.search(word) is not None)
_KEYS = Remembered(word_key)


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase over the words ``first`` up to, not including, ``stop``."""

    first: int
    stop: int
    start: int
    end: int
    value: V


class PhraseTable(Generic[V]):
    """Phrases with values, looked up forward from a word or backward before one.

    >>> table = PhraseTable([("خرم\u200cآباد", 1)])
    >>> [table.at(Words(text), 0).value for text in ("خرم آباد", "خرم\u200cآباد", "خرماباد")]
    [1, 1, 1]
    """

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._values: dict[str, V] = {}
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        for phrase, value in phrases:
            for words in spellings(phrase):
                self._values.setdefault(" ".join(words), value)
                for ends, word in ((self._starts, words[0]), (self._ends, words[-1])):
                    ends[word] = max(ends.get(word, 0), len(words))

    @property
    def first_words(self) -> Collection[str]:
        """The words that a phrase may start with."""
        return self._starts.keys()

    def at(self, words: Words, i: int, first: str | None = None) -> Match[V] | None:
        """The longest phrase that starts with word ``i``; ``first`` stands in for that word."""
        first = first or words.keys[i]
        longest = self._starts.get(first)
        if longest is None:
            return None
        stop = i + 1
        while stop < len(words) and stop - i < longest and words.touches(stop):
            stop += 1
        for end in range(stop, i, -1):
            value = self._values.get(" ".join((first, *words.keys[i + 1 : end])))
            if value is not None:
                start = words.letter(i, len(words.keys[i]) - len(first))
                return Match(i, end, start, words.ends[end - 1], value)
        return None

    def before(self, words: Words, i: int) -> Match[V] | None:
        """The longest phrase that ends with the word before ``i``."""
        longest = self._ends.get(words.keys[i - 1]) if i else None
        if longest is None:
            return None
        first = i - 1
        while first > 0 and i - first < longest and words.touches(first):
            first -= 1
        for start in range(first, i):
            value = self._values.get(" ".join(words.keys[start:i]))
            if value is not None:
                return Match(start, i, words.starts[start], words.ends[i - 1], value)
        return None


def spellings(phrase: str) -> Iterator[list[str]]:
    """All ways to join the parts of a phrase, with «آ» inside a name also as «ا».

    >>> list(spellings("نی\u200cریز"))
    [['نی', 'ریز'], ['نیریز']]
    """
    parts = [part for word in fold(phrase).replace(ZWNJ, " ").split() for part in _parts(word)]
    for joins in product((" ", ""), repeat=min(len(parts) - 1, 4)):
        name = "".join(a + b for a, b in zip(parts, (*joins, *" " * 9), strict=False)).strip()
        plain = name[0] + name[1:].replace("آ", "ا")
        if len(name) >= 6:
            # Typists leave the madda out; in a short name that would give another word.
            yield from (n.split() for n in dict.fromkeys((name, plain, name.replace("آ", "ا"))))
        else:
            yield from (n.split() for n in dict.fromkeys((name, plain)))


def _parts(word: str) -> tuple[str, ...]:
    head = word.removesuffix(_TAIL)
    return (head, _TAIL) if head not in (word, "") else (word,)
