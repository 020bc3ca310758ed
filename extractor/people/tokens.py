"""Words of a text as parallel lists, which one pass can walk fast."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from extractor.text.characters import ZWNJ
from extractor.text.flags import Flag, where
from extractor.text.remembered import Remembered
from extractor.text.scan import MARKS, scan

_DROPPED = re.compile(rf"[\u200c\u0640{MARKS}]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, signs and line breaks; ``keys`` are spelled without half-spaces and vowel signs."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    flags: bytes

    def where(self, flag: Flag) -> list[int]:
        """Which of the tokens have a flag, see ``scan.watch``."""
        return where(self.flags, flag)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after the offset."""
        return bisect_left(self.starts, offset)

    def holding(self, offset: int) -> int:
        """Index of the token that the offset lies in, or of the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def quote(self, first: int, end: int) -> str:
        """The text of the tokens ``first:end``."""
        return self.text[self.starts[first] : self.ends[end - 1]] if end > first else ""


def tokenize(text: str) -> Tokens:
    """Split a normalized text.

    >>> tokenize("خوشه‌های مبل، گفت").keys
    ['خوشههای', 'مبل', '،', 'گفت']
    """
    found = scan(text)
    keys = found.words.copy()
    for i in found.joined:
        keys[i] = _KEYS[keys[i]]
    return Tokens(text, keys, found.starts, found.ends, found.flags)


def flat(word: str) -> str:
    """The key of one word.

    >>> flat("پاک‌نیت")
    'پاکنیت'
    """
    return _DROPPED.sub("", word)


def token_key(word: str) -> str:
    """The key of a word or sign."""
    return word if word.isalpha() else flat(word) or word


_KEYS = Remembered(token_key)


def spellings(surface: str) -> Iterator[tuple[str, ...]]:
    """Keys of a phrase, each half-space joined and as a blank.

    >>> list(spellings("عضو هیئت‌مدیره"))
    [('عضو', 'هیئتمدیره'), ('عضو', 'هیئت', 'مدیره')]
    """
    choices = []
    for word in surface.split():
        parts = tuple(part for part in word.split(ZWNJ) if part)
        choices.append([(flat(word),)] if len(parts) < 2 else [(flat(word),), parts])
    for choice in product(*choices):
        yield tuple(key for part in choice for key in part)
