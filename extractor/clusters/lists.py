"""Lists of clusters, and which «و» joins two words into one name.

The «و» before the last member is the list's own; one before a comma stands inside a name:
«طلا و جواهر، حوله و گز» are three. A stated count decides where the words leave it open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.clusters.names import CLOSING, Name, NameReader
from extractor.clusters.vocabulary import AND, COMMA, LINK

_BEFORE = 30  # words of a list that stands before «از خوشه‌های»
_BRACKET = 10  # words of a bracket behind a member
_LIST_SIGNS = frozenset((COMMA, ",", "/"))


@dataclass(frozen=True, slots=True)
class NameList:
    """Names read one after another; ``next`` is the word behind them."""

    names: tuple[Name, ...]
    next: int


def read_singles(reader: NameReader, at: int, *, strange: bool) -> list[Name]:
    """The name behind «خوشه», and those named on with it: «خوشه پته کرمان و فرش راور»."""
    name = read_single(reader, at, strange=strange)
    found = [name] if name else []
    while found and (behind := separated(reader, found[-1].next)):
        if name := reader.quoted(behind):
            found.append(reader.tail(name))
            continue
        if not found[-1].ended or behind != found[-1].next + 1:
            break
        name = reader.name(behind)
        if not name or not (name.known and name.ended):
            break
        found.append(reader.tail(name))
    return found


def read_single(reader: NameReader, at: int, *, strange: bool) -> Name | None:
    """The one name behind «خوشه», with the words that «و» joins to it.

    «خوشه گلیم، جاجیم و ماشته» is one cluster too: all its words are products.
    """
    name = reader.quoted(at)
    if name:
        return reader.tail(name)
    name = reader.name(at, strange=strange)
    while name and not name.ended and name.known:
        joined = _joined(reader, name, AND) or _joined_by_commas(reader, name)
        if not joined:
            break
        name = joined
    return reader.tail(name) if name else None


def _joined(reader: NameReader, name: Name, sign: str) -> Name | None:
    if reader.key(name.next) != sign:
        return None
    second = reader.name(name.next + 1)
    if not second or not second.known:
        second = _unknown_second(reader, name.next + 1) if sign == AND else None
    if not second or _opens_clause(reader, second):
        return None
    return replace(second, first=name.first, known=True)


def _unknown_second(reader: NameReader, at: int) -> Name | None:
    """«موسیر و کنگر در شهرستان چرام», «نرم‌افزار و خدمات ابری»: no word we know is joined."""
    second = reader.name(at, strange=True)
    if not second:
        return None
    served = reader.is_a(at, "head") and reader.key(second.last).endswith(LINK)
    return second if served or reader.is_placed(second) else None


def _opens_clause(reader: NameReader, name: Name) -> bool:
    """Whether a verb with its object begins here: «خوشه گز و نمایشگاه را»."""
    alone = name.last == name.first and not (name.ended or name.province)
    return alone and reader.key(name.next) == "را"


def _joined_by_commas(reader: NameReader, name: Name) -> Name | None:
    whole: Name | None = name
    for _ in range(4):
        whole = _joined(reader, whole, COMMA) if whole and not whole.ended else None
        if whole and (end := _joined(reader, whole, AND)):
            return end
    return None


def read_list(reader: NameReader, at: int, count: int | None, *, strange: bool) -> NameList | None:
    """The members of a list that begins at this word, or None."""
    name = _member(reader, at, strange=strange)
    if not name:
        return None
    names, joints = [name], list[int]()
    at = name.next
    while (behind := separated(reader, at)) and len(names) < 60:
        name = _member(reader, behind, strange=True)
        if not name or not (name.known or _fits(reader, name, len(names) + 1, count)):
            break
        if behind == at + 1 and reader.key(at) == AND:
            joints.append(len(names))
        names.append(name)
        at = name.next
    names[-1] = reader.tail(names[-1])
    at = names[-1].next
    names = _all_located(names)
    joined = _joints(reader, names, joints, count)
    return NameList(tuple(_group(_spread(names, joints), joined)), at)


def read_list_before(reader: NameReader, trigger: int) -> NameList | None:
    """The list of products that ends right before this word and begins a clause."""
    for at in range(max(0, trigger - _BEFORE), trigger):
        if at and reader.key(at - 1).isalpha() and not _opens(reader, at - 1):
            continue
        found = read_list(reader, at, None, strange=False)
        if found and found.next == trigger and all(name.known for name in found.names):
            return found
    return None


def _opens(reader: NameReader, at: int) -> bool:
    return reader.key(at) in ("که", "همچنین") or reader.vocabulary.is_verb(reader.words[at])


def _member(reader: NameReader, at: int, *, strange: bool) -> Name | None:
    name = reader.quoted(at) or reader.name(at, strange=strange)
    if not name:
        return None
    located = reader.tail(name)  # «چای در گیلان و …»: a place within the list
    return located if separated(reader, located.next) else name


def _fits(reader: NameReader, name: Name, members: int, count: int | None) -> bool:
    """Whether a word we don't know is a member: more follows, or it makes the count."""
    short = name.last - name.first < 4
    return short and (members == count or bool(separated(reader, name.next)))


def separated(reader: NameReader, at: int) -> int:
    """The first word of the next member, behind what parts two members; 0 if nothing does."""
    if reader.key(at) in CLOSING:
        at += 1
    at = _behind_bracket(reader, at)
    start = at
    if reader.key(at) in _LIST_SIGNS:
        at += 1
    if size := reader.is_a(at, "joint"):
        at += size
    elif reader.key(at) == AND:
        at += 1
    return at if at > start and reader.key(at) else 0


def _behind_bracket(reader: NameReader, at: int) -> int:
    """The word behind a bracket: «گز (خاتمه‌یافته)، سوهان (در حال اجرا)»."""
    if reader.key(at) != "(":
        return at
    stop = min(at + _BRACKET, len(reader.words))
    return next((i + 1 for i in range(at, stop) if reader.key(i) == ")"), at)


def _joints(
    reader: NameReader, names: Sequence[Name], joints: Sequence[int], count: int | None
) -> frozenset[int]:
    """Members that «و» joins to the one before; ``joints`` are all those behind an «و»."""
    free = [i for i in joints if not (names[i - 1].ended or names[i - 1].province)]
    last = len(names) - 1
    final = last
    while final in joints:
        final -= 1  # where the part behind the last comma begins
    inner = [i for i in free if i < final]
    outer = [i for i in free if i > final]
    pairs = [i for i in free if _is_pair(reader, names[i - 1], names[i])]
    if len(outer) == 1 and sum(i > final for i in joints) == 1:  # the list's own «و»
        free = inner
    default = inner + ([i for i in pairs if i in outer] if len(outer) > 1 else [])
    if count and len(names) < count:
        return frozenset(inner)
    if count is None or not 0 <= len(names) - count <= len(free):
        return frozenset(default)
    ranked = sorted(free, key=lambda i: (i not in pairs, i not in inner, i))
    return frozenset(ranked[: len(names) - count])


def _is_pair(reader: NameReader, first: Name, second: Name) -> bool:
    return reader.vocabulary.is_pair(reader.terms.keys[first.first : second.last + 1])


def _all_located(names: list[Name]) -> list[Name]:
    """«… و زعفران در خراسان رضوی»: a province behind the list is that of all members."""
    alone = not any(name.province or name.place is not None for name in names[:-1])
    if not alone or not names[-1].province or names[-1].place is not None:
        return names
    return [replace(name, province=names[-1].province) for name in names]


def _spread(names: Sequence[Name], joints: Sequence[int]) -> list[Name]:
    """«مبلمان و مرکبات در مازندران»: the place is that of both."""
    spread = list(names)
    for i in sorted(joints, reverse=True):
        here, before = spread[i], spread[i - 1]
        if before.province is None and before.place is None and here.next > here.last + 1:
            spread[i - 1] = replace(before, province=here.province)
    return spread


def _group(names: Sequence[Name], joined: frozenset[int]) -> list[Name]:
    groups: list[Name] = []
    for i, name in enumerate(names):
        if i in joined:
            name = replace(name, first=groups.pop().first)
        groups.append(name)
    return groups
