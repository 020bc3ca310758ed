"""Which found entry answers which marked one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
Pairs = list[tuple[int, int]]

# Letters that archives write in more than one way; the other Arabic forms of one Persian letter.
_SAME = dict(zip("يىئكةۀأإٱآؤ", "یییکههااااو", strict=True))
# Zero-width and direction marks, tatweel, short vowels, quotation marks and punctuation.
_MARKS = [
    *range(0x200B, 0x2010),
    *range(0x2066, 0x206A),
    0xFEFF,
    0x0640,
    *range(0x064B, 0x0656),
    0x0670,
    *map(ord, "«»\"'،,.؛:()-–"),
]
_FOLDED = str.maketrans(_SAME) | dict.fromkeys(_MARKS)


def squash(text: str | None) -> str:
    """A name without what is mere typography, to compare it with another.

    >>> squash("خوشه\u200cهاي «فرش»") == squash("خوشه های فرش")
    True
    """
    return "".join((text or "").split()).translate(_FOLDED)


def bounds(item: Item) -> tuple[int, int]:
    """Start and end of a marked or a found stretch."""
    span = item.get("span", item)
    return span["start"], span["end"]


def overlap(one: Item, other: Item) -> float:
    """Shared length over length from first to last character, 0 to 1.

    >>> overlap({"start": 0, "end": 4}, {"start": 2, "end": 6})
    0.3333333333333333
    """
    (a, b), (c, d) = bounds(one), bounds(other)
    shared = min(b, d) - max(a, c)
    return shared / (max(b, d) - min(a, c)) if shared > 0 else 0.0


def best_overlap(one: Item, other: Item) -> float:
    """The greatest overlap of any two namings of two entries."""
    pairs = ((a, b) for a in one.get("mentions", ()) for b in other.get("mentions", ()))
    return max((overlap(a, b) for a, b in pairs), default=0.0)


def pair_up(
    gold: Sequence[Item], found: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> Pairs:
    """One-to-one pairs of indices, the most alike first, then by position; 0 is no pair."""
    cells = [(likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: Pairs = []
    for _, i, j in sorted(filter(_alike, cells), key=lambda c: (-c[0], c[1], c[2])):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _alike(cell: tuple[float, int, int]) -> bool:
    return cell[0] > 0


def types(items: Iterable[Item]) -> set[str]:
    """The ``type`` of each activity, written as a string or as an object."""
    return {item if isinstance(item, str) else item["type"] for item in items}
