"""A stated count of anything with its members beside it.

>>> from extractor.text.numerals import find_numbers
>>> text = "چهار کشور عراق، ترکیه، ارمنستان و گرجستان"
>>> [len(e.members) for e in find_counted(text, find_numbers(text), [Mention(0, len(text))], [])]
[4]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.clusters.vocabulary import AND, COMMA, TermIndex
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue
from extractor.mentions import Enumeration, Mention, Number, NumberKind, Place
from extractor.verbs import Tense, verb_forms
from extractor.words import Word, split_words
from schemas.vocabularies import Comparator

_MOST = 12  # longer lists are read as prose
_WORDS = 60  # from the count to the end of its list
_NOUN = 6  # words between the count and «شامل»
_MEMBER = 9  # words in one member
_QUOTES = frozenset("«»\"“”'")
_ENDS = frozenset(".؛;!؟?()[]…-–:")


@dataclass(frozen=True, slots=True)
class _Part:
    """Words ``first`` to ``last`` between two separators; ``joint`` is «و» or «،» before them."""

    first: int
    last: int
    joint: str


@cache
def _terms() -> TermIndex:
    index = TermIndex()
    for row in load_rows("enumeration_words.toml", Cue):
        index.add(row.kind, row.surfaces)
    return index


@cache
def _verbs() -> frozenset[str]:
    unfinished = (Tense.INFINITIVE, Tense.PARTICIPLE)
    return frozenset(form for form, verb in verb_forms().items() if verb.tense not in unfinished)


def find_counted(
    text: str, numbers: Sequence[Number], sentences: Sequence[Mention], places: Sequence[Place]
) -> list[Enumeration]:
    """Enumerations of a text; those whose count disagrees only where nothing else can be meant."""
    towns = {place.start: place.end for place in places}
    found: list[Enumeration] = []
    remaining = iter(sentences)
    sentence = next(remaining, None)
    for number in numbers:
        while sentence and sentence.end <= number.start:
            sentence = next(remaining, None)
        if sentence and _countable(number):
            words = split_words(text, number.end, sentence.end)[:_WORDS]
            found += [e for e in _after(number, words, towns) if e.start >= _end_of(found)]
    return found


def _end_of(found: Sequence[Enumeration]) -> int:
    return found[-1].end if found else 0


def _countable(number: Number) -> bool:
    exact = number.comparator is Comparator.EXACT and number.kind is NumberKind.CARDINAL
    return exact and number.unit is None and number.value in range(2, _MOST + 1)


def _after(number: Number, words: list[Word], towns: dict[int, int]) -> Iterator[Enumeration]:
    if len(words) < 3 or not words[0].key[0].isalpha():
        return
    announced = _announced(words)
    if announced:
        begin, is_open = announced
        members = _members(words, begin, int(number.value), towns, strict=False)
    elif size := _terms().longest(words, 0, "noun"):
        begin, is_open = size, False
        members = _members(words, begin, int(number.value), towns, strict=True)
    else:
        return
    if members:
        noun = " ".join(w.key for w in words[:1])
        yield Enumeration(number.start, members[-1].end, number, tuple(members), is_open, noun)


def _announced(words: list[Word]) -> tuple[int, bool] | None:
    """The word behind «شامل» or a colon, and whether the list claims to be whole."""
    for at in range(1, min(_NOUN, len(words) - 1)):
        for kind in ("closed", "open"):
            if size := _terms().longest(words, at, kind):
                behind = at + size + (words[at + size].key == ":" if at + size < len(words) else 0)
                return behind, kind == "open"
        if words[at].key == ":" and not _is_verb(words[at - 1]):
            return at + 1, False
        if words[at].key in _ENDS or words[at].key in (COMMA, AND) or _is_verb(words[at]):
            return None
    return None


def _is_verb(word: Word) -> bool:
    return word.key in _verbs()


def _members(
    words: list[Word], begin: int, count: int, towns: dict[int, int], *, strict: bool
) -> list[Mention]:
    """The members that make the count; else, of places alone, as many as there are."""
    for end in _possible_ends(words, begin):
        parts = _parts(words, begin, end)
        for joined in (_comma_parts(parts), parts):
            if len(joined) == count and _plausible(words, joined, strict):
                return [Mention(words[p.first].start, words[p.last].end) for p in joined]
    placed = _places(words, begin, towns)
    return placed if len(placed) > 2 else []


def _possible_ends(words: list[Word], begin: int) -> Iterator[int]:
    """Words before which the list may end: at a preposition, at the verb, at the closing mark."""
    quoted = words[begin].key in _QUOTES if begin < len(words) else False
    weak = True
    for at in range(begin, len(words)):
        key = words[at].key
        if quoted and at > begin and key in _QUOTES:
            yield at
            return
        if key in _ENDS or _is_verb(words[at]):
            yield at
            return
        if weak and not quoted and at > begin and _terms().longest(words, at, "end"):
            yield at
            weak = False
    yield len(words)


def _parts(words: list[Word], begin: int, end: int) -> list[_Part]:
    """The stretches between all separators."""
    parts: list[_Part] = []
    first, joint = begin, ""
    for at in range(begin, end + 1):
        if at == end or words[at].key in (COMMA, AND):
            if at > first and not (parts and joint == ""):
                parts.append(_Part(*_trim(words, first, at - 1), joint))
                joint = ""
            if at < end:
                joint = COMMA if joint == COMMA or words[at].key == COMMA else AND
            first = at + 1
    return [p for p in parts if p.first <= p.last]


def _trim(words: list[Word], first: int, last: int) -> tuple[int, int]:
    while first <= last and words[first].key in _QUOTES:
        first += 1
    while last >= first and words[last].key in _QUOTES:
        last -= 1
    return first, last


def _comma_parts(parts: list[_Part]) -> list[_Part]:
    """The parts with every «و» inside a member but the last one, which is the list's own."""
    joined: list[_Part] = []
    for i, part in enumerate(parts):
        if joined and part.joint == AND and i < len(parts) - 1:
            before = joined.pop()
            part = _Part(before.first, part.last, before.joint)
        joined.append(part)
    return joined


def _plausible(words: list[Word], parts: list[_Part], strict: bool) -> bool:
    """Whether these are members: words enough, no numbers, not merely adjectives."""
    if parts[-1].joint != AND or len(parts) < 2:
        return False
    if any(not word.key[0].isalpha() for p in parts for word in words[p.first : p.last + 1]):
        return False
    if any(p.last - p.first >= _MEMBER for p in parts):
        return False
    if not strict:
        return True
    edges = [at for p in parts for at in (p.first, p.last)]
    return not any(_terms().longest(words, at, kind) for at in edges for kind in ("vague", "end"))


def _places(words: list[Word], begin: int, towns: dict[int, int]) -> list[Mention]:
    """Places listed one after another."""
    found: list[Mention] = []
    at = begin
    while at < len(words) and words[at].start in towns:
        end = towns[words[at].start]
        found.append(Mention(words[at].start, end))
        while at < len(words) and words[at].start < end:
            at += 1
        if at < len(words) and words[at].key in (COMMA, AND):
            at += 1
        else:
            break
    closed = len(found) > 1 and any(
        w.key == AND for a, b in [(found[-2].end, found[-1].start)] for w in words if a <= w.start < b
    )
    return found if closed else []


