"""What the words around a figure say of it: of whom it is, and whether of all up to now."""

import re
from functools import cache
from typing import NamedTuple

from corpus.checks.words import table
from corpus.checks.words import words as known
from corpus.folding import fold

_REACH = 160  # characters of a sentence looked at on each side
# Sentences, and what is quoted: «گفت: …». Points and colons between digits are of a number.
_ENDS = re.compile(r"[؟!؛\n]|[.:](?!\d)")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_BEHIND = 4  # words behind a figure that may say that it is a change
_FROM, _TO = "از", "به"  # «از ۴۰۰ نفر به ۶۰۰ نفر»: the first is no longer so
_AHEAD = 12
_ITSELF = "itself"  # the label of words each of which is a class of its own


class Surroundings(NamedTuple):
    """What stands around a figure; ``classes`` are those of words.toml, in order."""

    classes: tuple[str, ...]
    stages: tuple[str, ...]
    so_far: bool
    unfit: bool


def look_around(text: str, start: int, end: int) -> Surroundings:
    """Read the sentence of a figure that stands from ``start`` to ``end``.

    >>> look_around("این خوشه ۲۴ واحد عضو دارد.", 9, 16).classes
    ('member',)
    """
    before = _last_part(text[max(0, start - _REACH) : start])
    behind = _first_part(text[end : end + _REACH])
    words_before, words_behind = (_WORD.findall(fold(part)) for part in (before, behind))
    own = _WORD.findall(fold(text[start:end]))
    near_before = _last_clause(words_before)
    near_behind = _first_clause(words_behind)
    sentence = _padded([*words_before, *own, *words_behind])
    beside = _padded([*near_before, *own, *near_behind])
    classes = [c for name in ("sentence", "abroad") for c in _found(name, sentence)]
    classes += _found("beside", beside)
    stages = _found("stages", _padded(near_behind)) or _found("stages", beside)
    return Surroundings(
        tuple(sorted(classes)),
        tuple(stages),
        bool(_found("totals", sentence)),
        _is_unfit(near_before, near_behind, words_behind),
    )


def _last_part(text: str) -> str:
    ends = [m.end() for m in _ENDS.finditer(text)]
    return text[ends[-1] :] if ends else text


def _first_part(text: str) -> str:
    end = _ENDS.search(text)
    return text[: end.start()] if end else text


def _last_clause(words: list[str]) -> list[str]:
    """What stands behind the last number or verb."""
    cuts = [i for i, word in enumerate(words) if _DIGIT.search(word) or _is_verb(word)]
    return words[cuts[-1] + 1 :] if cuts else words


def _first_clause(words: list[str]) -> list[str]:
    """What stands before the next number, or up to the next verb."""
    for i, word in enumerate(words):
        if _DIGIT.search(word):
            return words[:i]
        if _is_verb(word):
            return words[: i + 1]
    return words


def _is_verb(word: str) -> bool:
    return word in known("clauses", "verbs")


def _is_unfit(before: list[str], behind: list[str], rest: list[str]) -> bool:
    """An average, a change, or the old value of something that changed."""
    if _found("unfit", _padded(before), "each"):
        return True
    if _found("unfit", _padded(behind[:_BEHIND]), "change"):
        return True
    return before[-1:] == [_FROM] and _TO in rest[:_AHEAD] and any(map(_DIGIT.search, rest))


def _padded(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _found(name: str, padded: str, only: str = "") -> list[str]:
    """The classes of a table of which a word or phrase stands in the words."""
    single, phrases = _index(name)
    found = {single[word] for word in padded.split() if word in single}
    found |= {label for phrase, label in phrases if phrase in padded}
    return sorted(label for label in found if not only or label == only)


@cache
def _index(name: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    rows = [
        (word, word if label == _ITSELF else label)
        for label, surfaces in table(name).items()
        for word in surfaces
    ]
    return (
        {fold(word): label for word, label in rows if " " not in word},
        tuple((f" {fold(word)} ", label) for word, label in rows if " " in word),
    )
