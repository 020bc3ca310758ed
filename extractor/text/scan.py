"""One pass over a text that gives its words, numbers in digits and signs to all who read it.

Each reader of a text has its own view of what a word is; what they share is made here once.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

ZWNJ = "\u200c"
MARKS = "\u064b-\u0655\u0670"  # vowel signs and the hamza above
_LETTERS = r"[^\W\d_A-Za-z]++"
# A word with its joins, a word in Latin letters, a run of digits, or any other character.
_PIECE = re.compile(rf"{_LETTERS}(?:[\u200c{MARKS}]++{_LETTERS})*+[{MARKS}]*+|[A-Za-z]++|\d++|\n|.")
# What only parts words. A line break is a sign of its own.
_BLANKS = frozenset(
    " _\u200c\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


@dataclass(frozen=True)
class Scan:
    """The words, runs of digits and signs of a text in columns, with half-open offsets."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    @cached_property
    def unsigned(self) -> "Scan":
        """The same without signs."""
        return self._only([i for i, word in enumerate(self.words) if word[0].isalnum()])

    @cached_property
    def letters(self) -> "Scan":
        """The same without signs and digits."""
        return self._only([i for i, word in enumerate(self.words) if word[0].isalpha()])

    def _only(self, kept: list[int]) -> "Scan":
        words, starts, ends = self.words, self.starts, self.ends
        return Scan([words[i] for i in kept], [starts[i] for i in kept], [ends[i] for i in kept])


@lru_cache(maxsize=1)  # the readers of a text come one after the other
def scan(text: str) -> Scan:
    """The words, runs of digits and signs of a text; its callers must not change them.

    >>> scan("خوشه\u200cهای ۲۲برنامه، گفت:").words
    ['خوشه\u200cهای', '۲۲', 'برنامه', '،', 'گفت', ':']
    """
    pieces = _PIECE.findall(text)
    edges = list(accumulate(map(len, pieces), initial=0))
    kept = [i for i, piece in enumerate(pieces) if piece not in _BLANKS]
    return Scan([pieces[i] for i in kept], [edges[i] for i in kept], [edges[i + 1] for i in kept])
