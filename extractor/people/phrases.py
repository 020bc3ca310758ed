"""Phrases of several words, found by their first word."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from extractor.people.tokens import spellings

V = TypeVar("V")


class Phrases(Generic[V]):
    """Longest phrase at a place of a token list."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        # Common first words open many phrases: the second word parts them.
        self._longer: dict[tuple[str, str], list[tuple[tuple[str, ...], V]]] = {}
        self._single: dict[str, V] = {}
        for surface, value in entries:
            for keys in spellings(surface):
                if len(keys) == 1:
                    self._single.setdefault(keys[0], value)
                else:
                    self._longer.setdefault((keys[0], keys[1]), []).append((keys, value))
        for found in self._longer.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self.firsts = frozenset(first for first, _ in self._longer) | self._single.keys()

    def __contains__(self, key: str) -> bool:
        return key in self.firsts

    def at(self, keys: list[str], i: int) -> tuple[int, V] | None:
        """Index after the phrase that starts at ``i``, with its value.

        >>> Phrases([("مدیر عامل", 1), ("مدیر", 2)]).at(["آن", "مدیر", "عامل"], 1)
        (3, 1)
        """
        first = keys[i]
        if first not in self.firsts:
            return None
        if i + 1 < len(keys):
            for phrase, value in self._longer.get((first, keys[i + 1]), ()):
                end = i + len(phrase)
                if tuple(keys[i:end]) == phrase:
                    return end, value
        return (i + 1, self._single[first]) if first in self._single else None
