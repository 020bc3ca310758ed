"""Find phrases of the lexicon in a text by one walk over its words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from extractor.lexicon.models import Row
from extractor.text.remembered import Remembered, positions
from extractor.text.scan import scan

# A half-space parts words here, so that «سرمایه‌گذاری» and «سرمایه گذاری» are one phrase.
WORD = re.compile(r"[^\W_]+")

_GLUED = ("و", "با")
_LONG = 4  # letters: shorter rests are ends of other words
Word = tuple[str, int, int]  # the word and its half-open offsets

R = TypeVar("R", bound=Row)


class Hit(NamedTuple, Generic[R]):
    """A phrase of a row at ``start:end``."""

    start: int
    end: int
    row: R


def split(text: str) -> list[Word]:
    """The words of a text with their offsets; a half-space parts words."""
    found = scan(text).unsigned
    whole = list(zip(found.words, found.starts, found.ends, strict=True))
    words: list[Word] = []
    done = 0
    for i in found.joined:
        words += whole[done:i]
        word, start, _ = whole[i]
        words += [(part, start + at, start + stop) for part, at, stop in _PARTS[word]]
        done = i + 1
    return words + whole[done:]


def _parts(word: str) -> tuple[Word, ...]:
    return tuple((match.group(), *match.span()) for match in WORD.finditer(word))


_PARTS = Remembered(_parts)


class PhraseIndex(Generic[R]):
    """Phrases by their first two words; the longest phrase of each row wins at a place."""

    def __init__(self, rows: Iterable[R]) -> None:
        # Common first words («از», «به») open many phrases: the second word parts them.
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], R]]]] = {}
        for row in rows:
            for surface in row.surfaces:
                first, *rest = (word for word, _, _ in split(surface))
                seconds = self._phrases.setdefault(first, {})
                seconds.setdefault(rest[0] if rest else "", []).append((tuple(rest[1:]), row))
        for first, seconds in list(self._phrases.items()):
            # «وتولید», «باصادرات»: archives lose the space behind small words.
            if len(first) >= _LONG:
                for prefix in _GLUED:
                    self._phrases.setdefault(prefix + first, seconds)
        for seconds in self._phrases.values():
            for entries in seconds.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Word], plain: Sequence[str] | None = None) -> list["Hit[R]"]:
        """All hits in text order; hits of different rows may overlap.

        ``plain`` are the words without their offsets, if they are at hand.

        >>> row = Row(id="x", surfaces=("سرمایه‌گذاری",))
        >>> [(h.start, h.end) for h in PhraseIndex([row]).find(split("مجموع سرمایه گذاری"))]
        [(6, 18)]
        """
        found: list[Hit[R]] = []
        opening = self._phrases
        if plain is None:
            plain = [word for word, _, _ in words]
        for i in positions(plain, opening):
            seconds = opening[plain[i]]
            following = plain[i + 1] if i + 1 < len(plain) else ""
            if following not in seconds and "" not in seconds:
                continue
            _, start, end = words[i]
            seen: set[str] = set()
            for rest, row in seconds.get(following, ()) if following else ():
                last = i + 1 + len(rest)
                if row.id not in seen and (not rest or tuple(plain[i + 2 : last + 1]) == rest):
                    seen.add(row.id)
                    found.append(Hit(start, words[last][2], row))
            found += [Hit(start, end, row) for _, row in seconds.get("", ()) if row.id not in seen]
        return found


def occurrences(text: str, *signs: str) -> list[int]:
    """Where these stand in a text, in text order.

    >>> occurrences("الف، ب: پ، ت", "،", ":")
    [3, 6, 9]
    """
    found: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + len(sign))
    return sorted(found)


class Positions:
    """How many of something stand between two offsets."""

    def __init__(self, starts: Iterable[int]) -> None:
        self._starts = sorted(starts)

    def between(self, start: int, end: int) -> int:
        """How many start in ``start:end``."""
        first = bisect_left(self._starts, start)
        return bisect_left(self._starts, end, first) - first

    def before(self, position: int) -> int | None:
        """The last one that starts before the position."""
        i = bisect_left(self._starts, position)
        return self._starts[i - 1] if i else None

    def after(self, position: int) -> int | None:
        """The first one that starts at or after the position."""
        i = bisect_left(self._starts, position)
        return self._starts[i] if i < len(self._starts) else None
