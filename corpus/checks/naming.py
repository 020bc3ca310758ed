"""Names as they are compared across articles: what outlets write in different ways is made one."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.checks.words import words
from corpus.folding import fold

_WORD = re.compile(r"\w+|،")
_HALF_SPACES = re.compile("[\u200b\u200c]")
_CACHE = 50_000

Words = tuple[str, ...]


@lru_cache(maxsize=_CACHE)
def name_words(name: str) -> Words:
    """The folded words of a name, and its commas.

    >>> name_words("رُب و ترشي\u200cجات")
    ('رب', 'و', 'ترشی', 'جات')
    """
    return tuple(_WORD.findall(fold(name)))


def cluster_name(name: str, province: Words = ()) -> str:
    """What a cluster is called, without what is not always said; ``province`` is its name.

    >>> cluster_name("صنعت خودروی کرمان", ("کرمان",)) == cluster_name("خودرو")
    True
    >>> cluster_name("رب و ترشیجات") == cluster_name("ترشیجات و رب")
    True
    >>> cluster_name("خرمای بم") == cluster_name("خرما")
    False
    """
    kept = _without_place(list(name_words(name)), province)
    parts = ["".join(map(_bare, part)) for part in _parts(kept)]
    return "+".join(sorted({part for part in parts if part}))


def _without_place(found: list[str], province: Words) -> list[str]:
    """«چرم استان یزد» in Yazd is «چرم»; a name that is nothing but the place is left."""
    size = len(province)
    if size and len(found) > size and tuple(found[-size:]) == province:
        found = found[:-size]
        if len(found) > 1 and found[-1] in words("names", "regions"):
            found = found[:-1]
    return found


def _parts(found: Sequence[str]) -> list[list[str]]:
    """The members that «و» and commas part, without the word for trade and plural endings."""
    parts: list[list[str]] = [[]]
    for i, word in enumerate(found):
        if word == "،" or word in words("names", "joints"):
            parts.append([])
        elif i == 0 and len(found) > 1 and word in words("names", "heads"):
            continue
        elif word not in words("names", "plurals"):
            parts[-1].append(word)
    return parts


def _bare(word: str) -> str:
    """«خرمای» and «خودروی» without the letter that ties them to the next word."""
    return word[:-1] if len(word) > 3 and word.endswith(("ای", "وی")) else word


@lru_cache(maxsize=_CACHE)
def person_name(name: str) -> Words:
    """The words of a person's name without «سید», which outlets put or leave.

    >>> person_name("سيد احمد نیک\u200cراد") == person_name("احمد نیکراد")
    True
    """
    found = name_words(_HALF_SPACES.sub("", name))  # «نیک\u200cراد» is one word, a family name
    kept = tuple(word for word in found if word not in words("names", "titles"))
    # «سیدجلال» in one word; but no name is only «سید».
    return tuple(_untitled(word) for word in kept) or found


def _untitled(word: str) -> str:
    for title in words("names", "titles"):
        if word.startswith(title) and len(word) > len(title) + 2:
            return word.removeprefix(title)
    return word


@lru_cache(maxsize=_CACHE)
def body_name(organization: str | None, province: Words = ()) -> str:
    """A body without the name of the province it works in.

    >>> body_name("شرکت شهرک\u200cهای صنعتی استان یزد", ("یزد",))
    'شرکتشهرکصنعتی'
    """
    found = list(name_words(organization or ""))
    found = _without_place(found, province)
    dropped = words("names", "plurals") | words("names", "regions")
    return "".join(word for word in found if word not in dropped)


def province_words(names: Mapping[str, str]) -> dict[str, Words]:
    """The words of each province's name, by code."""
    return {code: name_words(name) for code, name in names.items()}
