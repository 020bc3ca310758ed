"""What the words around a figure say of it: of whom it is, and whether of all up to now."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.checks.words import folded, table
from corpus.checks.words import words as known
from corpus.folding import fold

_REACH = 140  # characters of a sentence looked at on each side
# Sentences, and what is quoted: «گفت: …». Points and colons between digits are of a number.
_ENDS = re.compile(r"[؟!؛\n]|[.:](?!\d)")
_WORD = re.compile(r"[\w\u064b-\u065f]+")
_CACHE = 100_000
_BEHIND = 4  # words behind a figure that may say that it is a change
_FROM, _TO = "از", "به"  # «از ۴۰۰ نفر به ۶۰۰ نفر»: the first is no longer so
_AHEAD = 12
_ITSELF = "itself"  # the label of words each of which is a class of its own
_NUMBER, _VERB = 1, 2
_YEAR = 4  # digits
_SUPERLATIVE = ["ترین"]  # «از بزرگ‌ترین خوشه‌ها» is nothing of what is counted
_TABLES = ("sentence", "abroad", "beside", "stages", "totals", "unfit")


class Surroundings(NamedTuple):
    """What stands around a figure; ``classes`` are those of words.toml, in order."""

    classes: tuple[str, ...]
    stages: tuple[str, ...]
    so_far: bool
    unfit: bool


class _Window(NamedTuple):
    """The words of a sentence, and where in it the figure and its clause begin and end."""

    words: list[str]
    clause: int
    start: int
    end: int
    clause_end: int


def look_around(text: str, start: int, end: int) -> Surroundings:
    """Read the sentence of a figure that stands from ``start`` to ``end``.

    >>> look_around("این خوشه ۲۴ واحد عضو دارد.", 9, 16).classes
    ('member',)
    """
    at = _window(text, start, end)
    classes: set[str] = set()
    stages: set[str] = set()
    stages_behind: set[str] = set()
    so_far, unfit = False, _was_so(at)
    cues = _cues(at.words)
    yearly = {i for i, _, label in cues if label == "yearly"}
    for i, name, label in cues:
        beside = at.clause <= i < at.clause_end
        if name in ("sentence", "abroad") or (name == "beside" and beside):
            classes.add(label)
        elif name == "stages" and beside:
            (stages_behind if i >= at.end else stages).add(label)
        elif name == "totals":
            so_far = True
        elif name == "unfit" and i not in yearly:  # «هر سال» is no «هر واحد»
            unfit |= _makes_unfit(label, i, at)
    told = tuple(sorted(stages_behind or stages))
    return Surroundings(tuple(sorted(classes)), told, so_far, unfit)


def may_be_total(text: str, start: int, end: int) -> bool:
    """Whether a word stands near that «تاکنون» and its like have; quicker than to look around."""
    near = text[max(0, start - _REACH) : end + _REACH].replace("ك", "ک").replace("آ", "ا")
    return any(word in near for word in _total_words())


@cache
def _total_words() -> frozenset[str]:
    """The last word of each phrase, the folded ones only."""
    return frozenset(fold(s).split()[-1] for told in table("totals").values() for s in told)


def _window(text: str, start: int, end: int) -> _Window:
    before = _read_all(_last_part(text[max(0, start - _REACH) : start]))
    own = _read_all(text[start:end])
    behind = _read_all(_first_part(text[end : end + _REACH]))
    first, last = len(before), len(before) + len(own)
    clause = next((i for i in range(first, 0, -1) if before[i - 1][1]), 0)
    clause_end = last + next(
        (i + (cut == _VERB) for i, (_, cut) in enumerate(behind) if cut), len(behind)
    )
    return _Window([word for word, _ in (*before, *own, *behind)], clause, first, last, clause_end)


def _read_all(text: str) -> list[tuple[str, int]]:
    """The words; the number of a year ends no clause."""
    found = [*map(_read, _WORD.findall(text))]
    for i in range(1, len(found)):
        (before, _), (word, cut) = found[i - 1 : i + 1]
        if cut == _NUMBER and len(word) == _YEAR and before in folded("clauses", "years"):
            found[i] = word, 0
    return found


@lru_cache(maxsize=_CACHE)
def _read(word: str) -> tuple[str, int]:
    """A word folded, and whether a clause ends with it: before a number, behind a verb."""
    folded = fold(word)
    if any(map(str.isdecimal, folded)):
        return folded, _NUMBER
    return folded, _VERB if folded in known("clauses", "verbs") else 0


def _last_part(text: str) -> str:
    ends = [m.end() for m in _ENDS.finditer(text)]
    return text[ends[-1] :] if ends else text


def _first_part(text: str) -> str:
    end = _ENDS.search(text)
    return text[: end.start()] if end else text


def _cues(words: list[str]) -> list[tuple[int, str, str]]:
    """Where in the words which class of which table is named."""
    found = []
    index = _index()
    for i, word in enumerate(words):
        for name, label, rest in index.get(word, ()):
            behind = i + 1 + len(rest)
            if words[i + 1 : behind] != rest:
                continue
            if words[behind : behind + 1] != _SUPERLATIVE:
                found.append((i, name, label))
    return found


def _makes_unfit(label: str, i: int, at: _Window) -> bool:
    """«به طور متوسط ۱۲ نفر», «۱۲ نفر افزایش»."""
    if label == "each":
        return at.clause <= i < at.start
    return at.end <= i < min(at.end + _BEHIND, at.clause_end)


def _was_so(at: _Window) -> bool:
    """Whether a figure is the old value of something that changed."""
    if at.start == 0 or at.words[at.start - 1] != _FROM:
        return False
    ahead = at.words[at.end : at.end + _AHEAD]
    return _TO in ahead and any(word[0].isdecimal() for word in at.words[at.end :])


@cache
def _index() -> dict[str, list[tuple[str, str, list[str]]]]:
    """The rows of all tables by their first word: table, label, further words."""
    rows: defaultdict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for name in _TABLES:
        for label, surfaces in table(name).items():
            for surface in surfaces:
                first, *rest = fold(surface).split()
                rows[first].append((name, surface if label == _ITSELF else label, rest))
    return dict(rows)
