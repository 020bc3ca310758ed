"""Give back the half-spaces that a text has lost, inside words and between their parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.text.alignment import Edit
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.word_forms import word_forms
from extractor.text.word_parts import joint, may_join, part_word

_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")
# The prefixes of the durative, which Persian typists part from their verb by a space.
_VERB_PREFIXES = ("می", "نمی")

# What was joined to more letters than this is no word: endless «ها ها ها» must not grow.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a word should be in a text that has its half-spaces, and in one that lost them."""

    intact: tuple[int, ...]  # where half-spaces are to be inserted
    lost: tuple[int, ...]
    joins: bool  # it may belong to the word before


def find_half_spaces(text: str) -> Iterator[Edit]:
    """The half-spaces to insert into words, and the spaces to make half-spaces.

    Whether the text has half-spaces at all decides how sure a word must be: compounds are
    often written together, but hardly in a text where «میشود» is.
    """
    found = [(match.start(), match.group(), _read(match.group())) for match in _WORD.finditer(text)]
    intact = text.count(ZWNJ) >= sum(bool(reading.intact) for _, _, reading in found)
    before, end = "", -2  # the last word as it is now, and where it ended
    for start, word, reading in found:
        now = part_word(word, intact) if reading.lost else word
        between = None
        if start == end + 1 and text[end] == " " and (reading.joins or before in _VERB_PREFIXES):
            between = _between(before, now)
            if between is not None:
                yield end, start, between
        for cut in reading.intact if intact else reading.lost:
            yield start + cut, start + cut, ZWNJ
        before = now if between is None else before + between + now
        end = start + len(word)


@lru_cache(maxsize=1 << 16)
def _read(word: str) -> _Reading:
    joins = may_join(word)
    return _Reading(_missing(word, intact=True), _missing(word, intact=False), joins)


def _between(before: str, word: str) -> str | None:
    if len(before) > _LONGEST:
        return None
    if before in _VERB_PREFIXES:
        return ZWNJ if word_forms().count(before + ZWNJ + word) else None
    return joint(before, word) if may_join(word) else None


def _missing(word: str, intact: bool) -> tuple[int, ...]:
    cuts: list[int] = []
    at = 0
    for char in part_word(word, intact):
        if at < len(word) and word[at] == char:
            at += 1
        else:
            cuts.append(at)
    return tuple(cuts)
