"""The words of ``words.toml``, read once."""

import tomllib
from functools import cache
from pathlib import Path

from corpus.folding import fold


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words.

    >>> "صنعت" in words("names", "heads")
    True
    """
    return frozenset(_tables()[name][key])


@cache
def folded(name: str, key: str) -> frozenset[str]:
    """A list of words as texts are compared.

    >>> "ان" in folded("narrowing", "heads")
    True
    """
    return frozenset(fold(word) for word in _tables()[name][key])


def table(name: str) -> dict[str, list[str]]:
    """All lists of a table, by their labels."""
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
