"""One pass over a text that gives its words, numbers in digits and signs to all who read it.

Each reader of a text has its own view of what a word is; what they share is made here once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress

from extractor.text.characters import ZWNJ
from extractor.text.flags import Flag, Flags, where
from extractor.text.remembered import Remembered

MARKS = "\u064b-\u0655\u0670"  # vowel signs and the hamza above
_LETTERS = r"[^\W\d_A-Za-z]++"
# A word with its joins, a word in Latin letters, a run of digits, or any other character.
_PIECE = re.compile(rf"{_LETTERS}(?:[{ZWNJ}{MARKS}]++{_LETTERS})*+[{MARKS}]*+|[A-Za-z]++|\d++|\n|.")
_LATIN = re.compile("[A-Za-z]")
# What only parts words. A line break is a sign of its own.
_BLANKS = frozenset(
    " _\u200c\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# The kinds of words, a byte each, and by them which to keep, as ``bytes.translate`` wants it.
_PLAIN, _JOINED, _NUMBER, _MARKED_NUMBER, _SIGN, _NOTHING = b"wjnms-"
_ALL, _UNSIGNED, _LETTERED, _OF_PARTS = (
    bytes(kind in kept for kind in range(256)) for kept in (b"wjnms", b"wjnm", b"wj", b"jm")
)


@dataclass(frozen=True)
class Scan:
    """The words, runs of digits and signs of a text in columns, with half-open offsets."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: bytes
    flags: bytes

    @cached_property
    def unsigned(self) -> "Scan":
        """The same without signs."""
        return self.only(_UNSIGNED)

    @cached_property
    def letters(self) -> "Scan":
        """The same without signs and digits."""
        return self.only(_LETTERED)

    @cached_property
    def joined(self) -> list[int]:
        """Which of the words have half-spaces, marks or other signs in them."""
        return where(self.kinds, _OF_PARTS)

    def where(self, flag: Flag) -> list[int]:
        """Which of the words a reader looks for, by the flag that ``watch`` gave it."""
        return where(self.flags, flag)

    def only(self, table: bytes) -> "Scan":
        """The words whose kind has a one in the table."""
        kept = self.kinds.translate(table)
        return Scan(
            list(compress(self.words, kept)),
            list(compress(self.starts, kept)),
            list(compress(self.ends, kept)),
            bytes(compress(self.kinds, kept)),
            bytes(compress(self.flags, kept)),
        )


@lru_cache(maxsize=1)  # the readers of a text come one after the other
def scan(text: str) -> Scan:
    """The words, runs of digits and signs of a text; its callers must not change them.

    >>> scan("خوشه\u200cهای ۲۲برنامه، گفت:").words
    ['خوشه\u200cهای', '۲۲', 'برنامه', '،', 'گفت', ':']
    """
    words, steps, kinds, flags = zip(*map(_CUT.__getitem__, text.split(" ")), strict=True)
    edges = list(accumulate(chain.from_iterable(steps), initial=-1))
    found = Scan(
        list(chain.from_iterable(words)), edges[1::2], edges[2::2], b"".join(kinds), b"".join(flags)
    )
    return found.only(_ALL) if _NOTHING in found.kinds else found


def _cut(piece: str) -> tuple[tuple[str, ...], tuple[int, ...], bytes, bytes]:
    """The words of what stands behind a blank, how far it is to each and through it, and so on.

    An empty word stands for blanks behind the last one.
    """
    if piece.isalpha() and not _LATIN.search(piece):
        return (piece,), (1, len(piece)), b"w", _FLAGS.of((piece,))
    words: list[str] = []
    steps = [1]
    for word in _PIECE.findall(piece):
        if word in _BLANKS:
            steps[-1] += 1
        else:
            words.append(word)
            steps += (len(word), 0)
    if words and not steps[-1]:
        steps.pop()
    else:
        words.append("")
        steps.append(0)
    return tuple(words), tuple(steps), bytes(map(_kind, words)), _FLAGS.of(words)


# Nearly all pieces of news are words met before.
_CUT = Remembered(_cut)
_FLAGS = Flags()


def watch(test: Callable[[str], bool]) -> Flag:
    """A flag for the words that a reader looks for: those for which the test is true.

    To be called as its module is imported. One look-up of a word then serves all readers.
    """
    _CUT.forget()
    scan.cache_clear()
    return _FLAGS.add(test)


def _kind(word: str) -> int:
    if word.isalpha():
        return _PLAIN
    if not word:
        return _NOTHING
    if word[0].isalpha():
        return _JOINED
    if not word[0].isalnum():
        return _SIGN
    return _NUMBER if word.isdecimal() else _MARKED_NUMBER
