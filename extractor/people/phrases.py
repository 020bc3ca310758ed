"""Phrases of several words, found by their first word."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from extractor.people.tokens import spellings

V = TypeVar("V")


class Phrases(Generic[V]):
    """Longest phrase at a place of a token list."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for surface, value in entries:
            for keys in spellings(surface):
                self._first.setdefault(keys[0], []).append((keys, value))
        for found in self._first.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self.firsts = self._first.keys()

    def __contains__(self, key: str) -> bool:
        return key in self._first

    def at(self, keys: list[str], i: int) -> tuple[int, V] | None:
        """Index after the phrase that starts at ``i``, with its value.

        >>> Phrases([("مدیر عامل", 1), ("مدیر", 2)]).at(["آن", "مدیر", "عامل"], 1)
        (3, 1)
        """
        for phrase, value in self._first.get(keys[i], ()):
            end = i + len(phrase)
            if len(phrase) == 1 or tuple(keys[i:end]) == phrase:
                return end, value
        return None
