"""Give back the half-spaces that a text has lost, inside words and between their parts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.text.adjacent_words import joint
from extractor.text.affixes import affixes
from extractor.text.alignment import Edit
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.ending_contexts import singular_odds
from extractor.text.word_forms import DURATIVE_PREFIXES, word_forms
from extractor.text.word_parts import Rival, part_word, rival_of

_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")
# What was joined to more letters than this is no word: endless «ها ها ها» must not grow.
_LONGEST = 40
# A text that has one of these standing apart writes spaces for half-spaces.
_STANDING_APART = (" های ", " می ")

# Where, and what: a half-space, or a space between words that were glued.
Insertion = tuple[int, str]


def find_half_spaces(text: str) -> Iterator[Edit]:
    """The half-spaces to insert into words, and the spaces to make half-spaces.

    Whether the text has half-spaces at all decides how sure a word must be: compounds are
    often written together, but hardly in a text where «میشود» is.
    """
    matches = list(_WORD.finditer(text))
    words = [match.group() for match in matches]
    different = set(words)
    lost = {word for word in different if _read(word, True).insertions}
    intact = text.count(ZWNJ) >= (sum(word in lost for word in words) if lost else 0)
    spaced = intact and ZWNJ in text and not any(ending in text for ending in _STANDING_APART)
    readings = {word: _read(word, intact) for word in different}
    changing = {word for word in different if readings[word].insertions or readings[word].joins}
    before, changed = "", -2  # the last word that was looked at as it is now, and its number
    for i in _places(words, changing):
        match, reading = matches[i], readings[words[i]]
        start, end = match.span()
        if i - 1 != changed:
            before = words[i - 1] if i else ""
        changed = i
        if reading.rival and reading.insertions:
            reading = _choose(reading.rival, text, start, end)
        between = None
        joins = reading.joins or before in DURATIVE_PREFIXES
        if joins and i and text[matches[i - 1].end() : start] == " ":
            between = _between(before, reading.parted.partition(" ")[0], spaced)
            if between is not None:
                yield start - 1, start, between
        for at, new in reading.insertions:
            yield start + at, start + at, new
        whole = reading.parted if between is None else before + between + reading.parted
        before = whole.rpartition(" ")[2]


def _places(words: list[str], changing: set[str]) -> list[int]:
    """Where words stand that may change, or join the word before them."""
    if any(prefix in words for prefix in DURATIVE_PREFIXES):
        pairs = zip(["", *words], words, strict=False)
        return [i for i, (w, v) in enumerate(pairs) if v in changing or w in DURATIVE_PREFIXES]
    return [i for i, word in enumerate(words) if word in changing]


class _Reading(NamedTuple):
    """What a word should be in a text that has its half-spaces, or in one that lost them."""

    parted: str
    insertions: tuple[Insertion, ...]
    joins: bool  # it may belong to the word before
    rival: Rival | None = None  # another word that looks the same


@lru_cache(maxsize=1 << 17)
def _read(word: str, intact: bool) -> _Reading:
    parted = part_word(word, intact)
    joins = affixes().may_join(parted.partition(" ")[0])
    rival = rival_of(word) if parted != word else None
    return _Reading(parted, _missing(word, parted), joins, rival)


def _choose(rival: Rival, text: str, start: int, end: int) -> _Reading:
    odds = rival.odds + singular_odds(text, start, end)
    parted = rival.singular if odds > 0 else rival.plural
    return _Reading(parted, _missing(text[start:end], parted), joins=False)


def _between(before: str, word: str, intact: bool) -> str | None:
    if len(before) > _LONGEST:
        return None
    if before in DURATIVE_PREFIXES:
        return ZWNJ if word_forms().count(before + ZWNJ + word) else None
    return joint(before, word, intact) if affixes().may_join(word) else None


def _missing(word: str, parted: str) -> tuple[Insertion, ...]:
    insertions: list[Insertion] = []
    at = 0
    for char in parted:
        if at < len(word) and word[at] == char:
            at += 1
        else:
            insertions.append((at, char))
    return tuple(insertions)
