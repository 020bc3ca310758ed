"""Give back the half-spaces that a text has lost, inside words and between their parts."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from extractor.text.adjacent_words import joint
from extractor.text.affixes import affixes
from extractor.text.alignment import Edit
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.ending_contexts import singular_odds
from extractor.text.remembered import Remembered
from extractor.text.word_forms import DURATIVE_PREFIXES, word_forms
from extractor.text.word_parts import Rival, part_word, rival_of

_IN_WORD = LETTERS + ZWNJ
_WORD = re.compile(f"[{_IN_WORD}]+")
# What was joined to more letters than this is no word: endless «ها ها ها» must not grow.
_LONGEST = 40
# A text that has one of these standing apart writes spaces for half-spaces.
_STANDING_APART = (" های ", " می ")

# Where, and what: a half-space, or a space between words that were glued.
Insertion = tuple[int, str]


class _Reading(NamedTuple):
    """What a word should be in a text that has its half-spaces, or in one that lost them."""

    parted: str
    insertions: tuple[Insertion, ...]
    joins: bool  # it may belong to the word before
    rival: Rival | None = None  # another word that looks the same


class _Open(NamedTuple):
    """A word in a piece of text that may change, or join what stands before or behind it."""

    start: int
    end: int
    reading: _Reading


def find_half_spaces(text: str) -> Iterator[Edit]:
    """The half-spaces to insert into words, and the spaces to make half-spaces.

    Whether the text has half-spaces at all decides how sure a word must be: compounds are
    often written together, but hardly in a text where «میشود» is.
    """
    pieces = text.replace("\n", " ").split(" ")
    found = _OPEN_WORDS[True].all(pieces)
    lost = sum(bool(word.reading.insertions) for words in found for word in words)
    intact = text.count(ZWNJ) >= lost
    if not intact:
        found = _OPEN_WORDS[False].all(pieces)
    spaced = intact and ZWNJ in text and not any(ending in text for ending in _STANDING_APART)
    edges = list(accumulate(map(len, pieces), initial=0))
    before, last = "", -1  # the word that ends the last piece that was looked at, as it is now
    for i in _places(pieces, found):
        if i - 1 != last:
            before = _last_word(pieces[i - 1]) if i else ""
        last, start = i, edges[i] + i  # a blank stands behind each piece
        words = found[i]
        if before in DURATIVE_PREFIXES and not (words and words[0].start == 0):
            words = (*_first_word(pieces[i]), *words)
        for word in words:
            reading = _settled(word, text, start)
            between = None
            if word.start == 0 and before and text[start - 1] == " ":
                between = _between(before, reading, spaced)
                if between is not None:
                    yield start - 1, start, between
            for at, new in reading.insertions:
                yield start + word.start + at, start + word.start + at, new
            whole = reading.parted if between is None else before + between + reading.parted
            before = whole.rpartition(" ")[2]
        if not words or words[-1].end < len(pieces[i]):
            before = _last_word(pieces[i])


def _places(pieces: list[str], found: list[tuple[_Open, ...]]) -> list[int]:
    """Numbers of the pieces with open words, and of those behind «می»."""
    places = [i for i, words in enumerate(found) if words]
    prefixes = [i for i in places if _last_word(pieces[i]) in DURATIVE_PREFIXES]
    behind = {i + 1 for i in prefixes if i + 1 < len(pieces)}
    return sorted(behind.union(places)) if behind else places


def _find_open_words(piece: str, *, intact: bool) -> tuple[_Open, ...]:
    if not piece.strip(_IN_WORD):  # nearly always it is one word
        reading = _read(piece, intact) if piece else None
        return (_Open(0, len(piece), reading),) if reading else ()
    found: list[_Open] = []
    for match in _WORD.finditer(piece):
        for word in _OPEN_WORDS[intact][match.group()]:  # it comes back beside other signs
            found.append(_Open(*match.span(), word.reading))
    return tuple(found)


# By whether the text has its half-spaces. Hardly a piece in twenty has an open word.
_OPEN_WORDS = {i: Remembered(partial(_find_open_words, intact=i)) for i in (True, False)}


def _first_word(piece: str) -> tuple[_Open, ...]:
    match = _WORD.match(piece)
    return (_Open(*match.span(), _Reading(match.group(), (), joins=False)),) if match else ()


def _last_word(piece: str) -> str:
    """The word that a piece ends with; empty if it ends with something else."""
    return piece[len(piece.rstrip(_IN_WORD)) :]


def _read(word: str, intact: bool) -> _Reading | None:
    """The reading of an open word; None for the others."""
    parted = part_word(word, intact)
    joins = affixes().may_join(parted.partition(" ")[0])
    if parted != word:
        return _Reading(parted, _missing(word, parted), joins, rival_of(word))
    return _Reading(word, (), joins) if joins or word in DURATIVE_PREFIXES else None


def _settled(word: _Open, text: str, base: int) -> _Reading:
    """The reading of a word where it stands: of two that look the same the likelier one."""
    reading = word.reading
    if reading.rival and reading.insertions:
        return _choose(reading.rival, text, base + word.start, base + word.end)
    return reading


def _choose(rival: Rival, text: str, start: int, end: int) -> _Reading:
    odds = rival.odds + singular_odds(text, start, end)
    parted = rival.singular if odds > 0 else rival.plural
    return _Reading(parted, _missing(text[start:end], parted), joins=False)


def _between(before: str, reading: _Reading, intact: bool) -> str | None:
    """What belongs between a word and the one before instead of a space; None for a space."""
    if len(before) > _LONGEST:
        return None
    word = reading.parted.partition(" ")[0]
    if before in DURATIVE_PREFIXES:
        return ZWNJ if word_forms().count(before + ZWNJ + word) else None
    return joint(before, word, intact) if reading.joins else None


def _missing(word: str, parted: str) -> tuple[Insertion, ...]:
    insertions: list[Insertion] = []
    at = 0
    for char in parted:
        if at < len(word) and word[at] == char:
            at += 1
        else:
            insertions.append((at, char))
    return tuple(insertions)
