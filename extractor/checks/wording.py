"""What the words between two figures say of them: all there are, the rest, the same again."""

import re
from functools import cache
from typing import Literal

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue

Kind = Literal[
    "all_parts", "anyone", "remainder", "total", "restated", "takes_up", "then", "against",
    "many_answers", "one_answer", "other_measure", "sent", "up", "down", "makes", "starts", "ends",
]  # fmt: skip

_WORD = re.compile(r"[^\W_]+")
_MOST = 3  # words of the longest phrase


@cache
def _phrases(kind: Kind) -> frozenset[tuple[str, ...]]:
    rows = [row for row in load_rows("check_words.toml", Cue) if row.kind == kind]
    return frozenset(tuple(_WORD.findall(surface)) for row in rows for surface in row.surfaces)


def says(kind: Kind, text: str) -> bool:
    """Whether a phrase of this kind stands anywhere in a text.

    >>> says("remainder", " را و بقیه، "), says("total", " مجموعه ")
    (True, False)
    """
    words = _WORD.findall(text)
    return any(
        tuple(words[i : i + size]) in _phrases(kind)
        for i in range(len(words))
        for size in range(1, _MOST + 1)
    )


def are_opposite(first: str, second: str) -> bool:
    """Whether what is said of two shares excludes each other.

    >>> are_opposite(" زن ", " آنان مرد هستند"), are_opposite(" زنان ", " مردان")
    (True, False)
    """
    words = [set(_WORD.findall(text)) for text in (first, second)]
    return any(
        (a in words[0] and b in words[1]) or (b in words[0] and a in words[1])
        for a, b in _opposites()
    )


@cache
def _opposites() -> tuple[tuple[str, ...], ...]:
    rows = [row for row in load_rows("check_words.toml", Cue) if row.kind == "opposite"]
    return tuple(tuple(surface.split("|")) for row in rows for surface in row.surfaces)


def ends_with(kind: Kind, text: str) -> bool:
    """Whether a text ends with a phrase of this kind, signs aside.

    >>> ends_with("restated", "، یعنی "), ends_with("restated", " یعنی در یزد ")
    (True, False)
    """
    words = _WORD.findall(text[-40:])
    return any(tuple(words[-size:]) in _phrases(kind) for size in range(1, _MOST + 1))


def starts_with(kind: Kind, text: str) -> bool:
    """Whether a text starts with a phrase of this kind, signs aside.

    >>> starts_with("remainder", " باقی‌مانده در یزد"), starts_with("remainder", "، ۳ واحد باقی")
    (True, False)
    """
    words = _WORD.findall(text[:40])
    return any(tuple(words[:size]) in _phrases(kind) for size in range(1, _MOST + 1))


def consists_of(kind: Kind, text: str) -> bool:
    """Whether a text has no words but phrases of one word of this kind, and numbers.

    >>> consists_of("then", " بود و امسال با "), consists_of("then", " بود و صادرات با ")
    (True, False)
    """
    allowed = {word for phrase in _phrases(kind) for word in phrase}
    return all(word in allowed or word.isdecimal() for word in _WORD.findall(text))
