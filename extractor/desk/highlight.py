"""The mentions of a text, each shown as a whole, however they overlap.

Persian letters join: a mention is one element, and only where two cross is the later one
continued in a second. Styles of these elements must not give them margin, border or padding at
their sides, else browsers draw the letters unjoined.
"""

import heapq
from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import category

from markupsafe import Markup, escape

DEPTH = 12  # mentions drawn over one letter; bounds the work where all of them cross
_REACH = 8  # letters that an edge is moved by, at most
_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
# What a page cannot hold as it is: browsers read CR as LF, and UTF-8 has no surrogates.
_NUMBERED = str.maketrans({"\r": "&#13;", "\0": "\ufffd"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: where it stands, of which kind (a class of style), and the id of its entry.

    ``anchor`` is what links to it name, where it is not the id: a person is named many times.
    """

    start: int
    end: int
    kind: str
    id: str
    anchor: str = ""

    @property
    def order(self) -> tuple[int, int, str, str]:
        """By place; of two that begin together the longer first, which then holds the other."""
        return self.start, -self.end, self.kind, self.id


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the mentions over it, in the order they begin."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The whole text in stretches that differ in their mentions; in O(n log n).

    What lies outside of the text is cut off, what is empty left out, and so is what would lie
    over DEPTH others.

    >>> marks = [Mark(0, 11, "cluster", "c1"), Mark(9, 11, "place", "p1")]
    >>> for s in segments("خوشه فرش قم", marks):
    ...     print(s.start, s.end, [mark.id for mark in s.marks])
    0 9 ['c1']
    9 11 ['c1', 'p1']
    """
    drawn = list(_drawn(len(text), marks))
    points = sorted({0, len(text), *(m.start for m in drawn), *(m.end for m in drawn)})
    upcoming = iter(drawn)
    following = next(upcoming, None)
    open_marks: list[Mark] = []
    for start, end in pairwise(points):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while following is not None and following.start == start:
            insort(open_marks, following, key=lambda mark: mark.order)
            following = next(upcoming, None)
        yield Segment(start, end, tuple(open_marks))


def _drawn(length: int, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks within the text, in order, never more than DEPTH over one letter."""
    fitting = (replace(m, start=max(0, m.start), end=min(length, m.end)) for m in marks)
    ends: list[int] = []
    for mark in sorted((m for m in fitting if m.start < m.end), key=lambda mark: mark.order):
        while ends and ends[0] <= mark.start:
            heapq.heappop(ends)
        if len(ends) < DEPTH:
            heapq.heappush(ends, mark.end)
            yield mark


def markup(text: str, marks: Iterable[Mark]) -> Markup:
    """The text as HTML with a ``mark`` element for each mention; its text content is the text.

    A mention's first element has its anchor as id, each has the entry's id as ``data-id``.

    >>> print(markup("<فرش> قم", [Mark(0, 8, "cluster", "c1"), Mark(6, 8, "place", "p1")]))
    <mark class="cluster" id="c1" data-id="c1">&lt;فرش&gt; <mark class="place" id="p1" \
data-id="p1">قم</mark></mark>
    """
    parts: list[str] = []
    stack: list[Mark] = []
    begun: set[Mark] = set()
    for segment in segments(text, (_whole(text, mark) for mark in marks)):
        kept = _kept(stack, segment.marks)
        parts += ["</mark>"] * (len(stack) - kept)
        del stack[kept:]
        opening = [mark for mark in segment.marks if mark not in stack]
        for mark in sorted(opening, key=lambda mark: (-mark.end, mark.order)):
            parts.append(_tag(mark, first=mark not in begun))
            begun.add(mark)
            stack.append(mark)
        parts.append(escaped(text[segment.start : segment.end]))
    parts += ["</mark>"] * len(stack)
    return Markup("".join(parts))  # every part is escaped above


def _kept(stack: list[Mark], wanted: tuple[Mark, ...]) -> int:
    """How many elements from the outside in go on."""
    return next((i for i, mark in enumerate(stack) if mark not in wanted), len(stack))


def _tag(mark: Mark, *, first: bool) -> str:
    anchor = f' id="{escape(mark.anchor or mark.id)}"' if first else ""
    more = "" if first else " more"
    return f'<mark class="{escape(mark.kind)}{more}"{anchor} data-id="{escape(mark.id)}">'


def escaped(text: str) -> Markup:
    r"""Text as HTML that browsers read back to the character, but for NUL, which they can't.

    >>> print(escaped("<a>\r\n"))
    &lt;a&gt;&#13;
    <BLANKLINE>
    """
    held = text.encode("utf-8", "replace").decode()
    return Markup(str(escape(held)).translate(_NUMBERED))


def _whole(text: str, mark: Mark) -> Mark:
    """The mark with its edges moved out of what is one letter to the eye."""
    start = max(0, min(mark.start, len(text)))
    end = max(0, min(mark.end, len(text)))
    if start >= end:
        return mark
    for _ in range(_REACH):
        start -= _is_inside(text, start)
        end += _is_inside(text, end)
    return replace(mark, start=start, end=end)


def _is_inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return (
        category(after)[0] == "M"
        or _JOINER in (before, after)
        or ord(after) in _SKIN
        or (before == "\r" and after == "\n")
    )
