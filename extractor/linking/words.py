"""Find phrases of the lexicon in a text by one walk over its words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.lexicon.models import Row

# A half-space parts words here, so that «سرمایه‌گذاری» and «سرمایه گذاری» are one phrase.
WORD = re.compile(r"[^\W_]+")

Word = tuple[str, int, int]  # the word and its half-open offsets

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Hit(Generic[R]):
    """A phrase of a row at ``start:end``."""

    start: int
    end: int
    row: R


def split(text: str) -> list[Word]:
    """The words of a text with their offsets."""
    return [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


class PhraseIndex(Generic[R]):
    """Phrases by their first word; the longest phrase of each row wins at a place."""

    def __init__(self, rows: Iterable[R]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], R]]] = {}
        for row in rows:
            for surface in row.surfaces:
                words = tuple(word for word, _, _ in split(surface))
                self._by_first.setdefault(words[0], []).append((words, row))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def find(self, words: Sequence[Word]) -> list["Hit[R]"]:
        """All hits in text order; hits of different rows may overlap.

        >>> row = Row(id="x", surfaces=("سرمایه‌گذاری",))
        >>> [(h.start, h.end) for h in PhraseIndex([row]).find(split("مجموع سرمایه گذاری"))]
        [(6, 18)]
        """
        firsts = self._by_first
        return [
            hit
            for i, word in enumerate(words)
            if word[0] in firsts
            for hit in self._at(words, i, firsts[word[0]])
        ]

    @staticmethod
    def _at(
        words: Sequence[Word], i: int, phrases: Iterable[tuple[tuple[str, ...], R]]
    ) -> Iterator["Hit[R]"]:
        seen: set[str] = set()
        for phrase, row in phrases:
            last = i + len(phrase) - 1
            if row.id in seen or last >= len(words):
                continue
            if all(words[i + k][0] == word for k, word in enumerate(phrase)):
                seen.add(row.id)
                yield Hit(words[i][1], words[last][2], row)


class Positions:
    """How many of something stand between two offsets."""

    def __init__(self, starts: Iterable[int]) -> None:
        self._starts = sorted(starts)

    def between(self, start: int, end: int) -> int:
        """How many start in ``start:end``."""
        return max(0, bisect_left(self._starts, end) - bisect_left(self._starts, start))

    def before(self, position: int) -> int | None:
        """The last one that starts before the position."""
        i = bisect_left(self._starts, position)
        return self._starts[i - 1] if i else None

    def after(self, position: int) -> int | None:
        """The first one that starts at or after the position."""
        i = bisect_left(self._starts, position)
        return self._starts[i] if i < len(self._starts) else None
