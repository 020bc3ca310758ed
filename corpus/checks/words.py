"""The words of ``words.toml``, read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of words.

    >>> "صنعت" in words("names", "heads")
    True
    """
    return frozenset(_tables()[table][key])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
