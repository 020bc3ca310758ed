"""Words before and after a number in a text."""

import re
from functools import cached_property
from typing import NamedTuple

from extractor.text.units import unit_table

_LETTERS = "ء-غف-يٱ-ۓ\u064b-\u0655"
_AFTER = re.compile(rf"[ \u200c]{{0,3}}([{_LETTERS}]++(?:\u200c[{_LETTERS}]++)*+)")
_DASHED = re.compile(rf"[ \u200c]?[-–ـ/×][ \u200c]?([{_LETTERS}]{{2,12}})")
_LONGEST, _WIDEST = 30, 3  # letters of a word before, and characters between
CLAUSE_END = re.compile(r"[.؛:!؟\n]")
_REACH = 90
_IN_WORD = "".join(re.findall(rf"[{_LETTERS}\u200c]", "".join(map(chr, range(0x2010)))))
_WORD = re.compile(rf"[{_LETTERS}\u200c]+")
MOST_WORDS = 9


class FollowingWord(NamedTuple):
    """A word after a number, with its offsets."""

    text: str
    start: int
    end: int


class Surroundings:
    """What stands around ``text[start:end]``; found only when asked for."""

    def __init__(self, text: str, start: int, end: int, stop: int) -> None:
        self.text, self.start, self.end, self.stop = text, start, end, stop

    @cached_property
    def after(self) -> list[FollowingWord]:
        """The words that follow without any punctuation, up to the next number."""
        found: list[FollowingWord] = []
        position = self.end
        while len(found) < MOST_WORDS:
            match = _AFTER.match(self.text, position, self.stop)
            if not match and found:
                match = self._dashed(found[-1].text, position)
            if not match:
                break
            found.append(FollowingWord(match[1], *match.span(1)))
            position = match.end()
        return found

    def _dashed(self, word: str, position: int) -> re.Match[str] | None:
        """The second half of «نفر-ساعت», a unit that is written with a dash."""
        match = _DASHED.match(self.text, position, self.stop)
        return match if match and f"{word} {match[1]}" in unit_table() else None

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The last two words before, the nearest first."""
        found: list[str] = []
        position = self.start
        for _ in range(2):
            start, end = self._word_before(position)
            if start == end:
                break
            found.append(self.text[start:end].strip("\u200c"))
            position = start
        return tuple(found)

    def _word_before(self, position: int) -> tuple[int, int]:
        """Offsets of the word that ends at a position or a little before; empty if none does."""
        near = self.text[max(0, position - _WIDEST) : position]
        end = position - len(near) + len(near.rstrip(" \u200c:"))
        near = self.text[max(0, end - _LONGEST) : end]
        return end - len(near) + len(near.rstrip(_IN_WORD)), end

    @property
    def follows_colon(self) -> bool:
        """Whether a colon stands before the number."""
        return self.text[max(0, self.start - 3) : self.start].rstrip().endswith(":")

    @cached_property
    def clause(self) -> frozenset[str]:
        """The words of the clause, near the number."""
        left = self.text[max(0, self.start - _REACH) : self.start]
        right = self.text[self.end : self.end + _REACH]
        head = list(CLAUSE_END.finditer(left))
        tail = CLAUSE_END.search(right)
        near = left[head[-1].end() :] if head else left
        return frozenset(_WORD.findall(near + " " + right[: tail.start() if tail else None]))
