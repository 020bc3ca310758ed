"""A stated count of anything with its members beside it.

>>> from extractor.text.numerals import find_numbers
>>> text = "چهار کشور عراق، ترکیه، ارمنستان و گرجستان"
>>> [len(e.members) for e in find_counted(text, find_numbers(text), [Mention(0, len(text))], [])]
[4]
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.clusters.counted_lines import CountedLine
from extractor.clusters.vocabulary import AND, COMMA
from extractor.mentions import Enumeration, Mention, Number, NumberKind, Place
from extractor.quantities.surroundings import Surroundings
from extractor.quantities.vocabulary import word_set
from extractor.text.numerals_lexicon import number_lexicon
from extractor.words import split_words
from schemas.vocabularies import Comparator

_MOST = 12  # longer lists are read as prose
_WORDS = 60  # from the count to the end of its list
_LETTERS = 400
# A noun and, before the clause ends, a separator: most numbers are passed over so.
_BEHIND = re.compile(r"[ \u200c]?+[^\W\d_]{2}[^.؟!\n0-9۰-۹]{3,250}?(?: و |،)")
_NOUN = 6  # words between the count and «شامل»
_MEMBER = 9  # words in one member
_CLEAR = 3  # and in one of a list whose count disagrees
_QUOTES = frozenset("«»\"“”'")
_ENDS = frozenset(".؛;!؟?()[]…-–:")
_OPENED, _CLOSED = "()"
_LOOSE = frozenset(("؛", COMMA))  # «سه زنجیره دارد؛ چاپ، دوخت و برش», or another sentence
_JOINTS = frozenset((COMMA, AND))
_SIGNS = _ENDS | _JOINTS


@dataclass(frozen=True, slots=True)
class _Part:
    """Words ``first`` to ``last`` between two separators; ``joint`` is «و» or «،» before them."""

    first: int
    last: int
    joint: str


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
        if sentence and _countable(number) and _BEHIND.match(text, number.end, sentence.end):
            end = min(sentence.end, number.end + _LETTERS)
            line = CountedLine(split_words(text, number.end, end)[:_WORDS])
            if _is_label(text, number, line):
                continue
            found += [e for e in _after(number, line, towns) if e.start >= _end_of(found)]
    return found


def _end_of(found: Sequence[Enumeration]) -> int:
    return found[-1].end if found else 0


def _countable(number: Number) -> bool:
    exact = number.comparator is Comparator.EXACT and number.kind is NumberKind.CARDINAL
    return exact and number.unit is None and number.value in range(2, _MOST + 1)


def _is_label(text: str, number: Number, line: CountedLine) -> bool:
    """«منطقه پنج شامل …», «بند دو یعنی …»: the number names what stands before it."""
    before = Surroundings(text, number.start, number.end, number.end).before
    if not before or line.is_a(0, "noun"):
        return False
    shown = len(before) > 1 and before[1] in word_set("again")  # «این منطقه پنج محله دارد»
    return before[0] in word_set("label") or (before[0] in word_set("place_label") and not shown)


def _after(number: Number, line: CountedLine, towns: Mapping[int, int]) -> Iterator[Enumeration]:
    if len(line) < 3 or not line.is_word(0) or line.is_a(0, "time"):
        return
    if line.is_a(0, "end") and not (line.is_a(0, "taken") or line.is_a(0, "noun")):
        return  # «پنج نیز»: nothing is counted
    count, is_open = int(number.value), False
    if announced := _announced(line):
        begin, is_open = announced
        members = _members(line, begin, count, towns, strict=False)
        if not members and not is_open and line.key(begin - 1) not in _LOOSE:
            members = _miscounted(line, begin, count)
    elif size := line.is_a(0, "noun"):
        members = _members(line, size, count, towns, strict=True)
        if not members and line.is_a(0, "apposed"):
            members = _miscounted(line, size, count, strict=True)
    else:
        members = _taken_up(line, count, towns)
    if members:
        end = members[-1].end
        yield Enumeration(number.start, end, number, tuple(members), is_open, line.key(0))


def _announced(line: CountedLine) -> tuple[int, bool] | None:
    """The word behind «شامل» or a colon, and whether the list is open."""
    for at in range(1, min(_NOUN, len(line) - 1)):
        for kind in ("closed", "open"):
            if size := line.is_a(at, kind):
                begin = at + size + (line.key(at + size) == ":")
                # «شامل محله‌هایی همچون …»: open for all that.
                given = any(line.is_a(begin + i, "open") for i in range(_CLEAR))
                return begin, kind == "open" or given
        colon = line.key(at) == ":" and not line.is_verb(at - 1)
        if colon or _opens_row(line, at - 1):
            return at + 1, False
        if line.key(at) == _OPENED and not line.is_a(at + 1, "open"):
            return at + 1 + line.is_a(at + 1, "closed"), False
        if line.key(at) in _SIGNS or (line.is_verb(at) and not _opens_row(line, at)):
            return None
    return None


def _opens_row(line: CountedLine, at: int) -> bool:
    """«این خوشه سه زنجیره دارد: چاپ، دوخت و برش»; «… دارد: یا این شود و یا آن» does not."""
    sign = line.key(at + 1)
    opens = line.opens(at) if sign == ":" else line.has(at) and sign in _LOOSE
    return opens and not line.is_a(at + 2, "end")


def _taken_up(line: CountedLine, count: int, towns: Mapping[int, int]) -> list[Mention]:
    """The places of «دو مورد از این کشورها چین و ایتالیا»."""
    pointed = line.key(1) == "از" and line.key(2) in ("این", "آن")
    places = _places(line, 4, towns) if pointed and line.is_a(0, "taken") else []
    return places if len(places) == count else []


def _members(
    line: CountedLine, begin: int, count: int, towns: Mapping[int, int], *, strict: bool
) -> list[Mention]:
    """The members that make the count; else, of places alone, as many as there are."""
    placed = _places(line, begin, towns)
    if len(placed) == count or len(placed) > 2:
        return placed
    for end in _possible_ends(line, begin):
        parts = _parts(line, begin, end)
        # Without commas nothing tells which «و» stands inside a member.
        readings = (_by_commas(parts), parts) if _has_comma(parts) or not strict else (parts,)
        for read in readings:
            if len(read) == count and _plausible(line, read, strict):
                return [Mention(line.words[p.first].start, line.words[p.last].end) for p in read]
    return []


def _miscounted(
    line: CountedLine, begin: int, count: int, *, strict: bool = False
) -> list[Mention]:
    """Members that are not as many as was said, where they can be parted in one way only.

    Their last «و» might stand inside a member, so that one too many is none too many.
    """
    end = next(_possible_ends(line, begin))
    parts = _parts(line, begin, end)
    clear = len(parts) > 2 and [p.joint for p in parts[1:-1]] == [COMMA] * (len(parts) - 2)
    short = all(p.last - p.first < _CLEAR for p in parts)
    if not (clear and short and _plausible(line, parts, strict=True)):
        return []
    if line.key(begin - 1) == _OPENED and line.key(end) != _CLOSED:
        return []
    # «پنج اولویت اقتصادی، اجتماعی و فرهنگی»: adjectives, not members.
    adjectives = sum(line.key(p.first).endswith("ی") for p in parts)
    if len(parts) - count == 1 or (strict and 2 * adjectives >= len(parts)):
        return []
    return [Mention(line.words[p.first].start, line.words[p.last].end) for p in parts]


def _possible_ends(line: CountedLine, begin: int) -> Iterator[int]:
    """Words before which the list may end: at a preposition, at the verb, at the closing mark."""
    quoted = line.key(begin) in _QUOTES
    inside = listed = False
    for at in range(begin, len(line)):
        key = line.key(at)
        closes = quoted and at > begin and key in _QUOTES and not _inside_row(line, at)
        if closes or key in _ENDS or line.is_verb(at):
            yield at
            return
        listed = listed or key in _JOINTS
        if not quoted and at > begin and line.is_a(at, "end"):
            yield at
            if listed or inside:  # else the preposition stands inside the first member
                return
            inside = True
    yield len(line)


def _inside_row(line: CountedLine, at: int) -> bool:
    """Whether a quotation mark parts two members: «هرس»، «پوست‌گیری» و «بسته‌بندی»."""
    return line.key(at - 1) in _JOINTS or line.key(at + 1) in _JOINTS


def _parts(line: CountedLine, begin: int, end: int) -> list[_Part]:
    """The stretches between all separators."""
    parts: list[_Part] = []
    first, joint = begin, ""
    for at in range(begin, end + 1):
        key = line.key(at)
        if at < end and (key not in _JOINTS or (key == AND and line.is_bound(at))):
            continue
        if at > first:
            parts.append(_Part(*_trim(line, first, at - 1), joint))
            joint = ""
        joint = COMMA if COMMA in (joint, key) else AND
        first = at + 1
    return [part for part in parts if part.first <= part.last]


def _trim(line: CountedLine, first: int, last: int) -> tuple[int, int]:
    while first <= last and line.key(first) in _QUOTES:
        first += 1
    while last >= first and line.key(last) in _QUOTES:
        last -= 1
    return first, last


def _by_commas(parts: list[_Part]) -> list[_Part]:
    """The parts with every «و» inside a member but the last one, which is the list's own."""
    joined: list[_Part] = []
    for i, part in enumerate(parts):
        if joined and part.joint == AND and i < len(parts) - 1:
            before = joined.pop()
            part = _Part(before.first, part.last, before.joint)
        joined.append(part)
    return joined


def _has_comma(parts: list[_Part]) -> bool:
    return any(part.joint == COMMA for part in parts[1:])


def _plausible(line: CountedLine, parts: list[_Part], strict: bool) -> bool:
    """Whether these are members: words enough, no numbers, not merely adjectives."""
    closed = len(parts) > 1 and parts[-1].joint == AND
    short = all(part.last - part.first < _MEMBER for part in parts)
    plain = all(line.is_word(at) for p in parts for at in range(p.first, p.last + 1))
    # «دو نماینده مجلس و دو فعال سیاسی»: another count is no member.
    plain = plain and not any(line.key(p.first) in number_lexicon().terms for p in parts)
    if not (closed and short and plain) or not strict:
        return closed and short and plain
    edges = [at for p in parts for at in (p.first, p.last)]
    return not any(line.is_a(at, kind) for at in edges for kind in ("vague", "end"))


def _places(line: CountedLine, begin: int, towns: Mapping[int, int]) -> list[Mention]:
    """Places listed one after another, with «و» before the last."""
    found: list[Mention] = []
    at, joint = begin, ""
    while at < len(line) and (end := towns.get(line.words[at].start)):
        found.append(Mention(line.words[at].start, end))
        last = joint == AND
        while at < len(line) and line.words[at].start < end:
            at += 1
        joint = line.key(at)
        if joint not in _JOINTS:
            return found if last else []
        at += 1
    return []
