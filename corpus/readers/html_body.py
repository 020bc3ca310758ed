"""Choose the block of a page that is the article, and compose its text with the way back."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from corpus.readers.html_blocks import Block, Layout, ancestors, container_of
from corpus.readers.html_source import Piece

_LEAD = re.compile(
    r"(?:^|[-_\s])(?:leads?|introtext|intro|summary|excerpt|subtitle|standfirst)(?:$|[-_\s])",
    re.IGNORECASE,
)
# The line above a headline.
_KICKER = re.compile(r"(?:^|[-_\s])(?:kicker|ru-?ti?tr)(?:$|[-_\s])", re.IGNORECASE)
_MOST_LEADS = 3
_LEAST = 40  # characters of a paragraph that speaks for its container
_ENOUGH = 4  # a part that is marked as the article holds at least a quarter of the page's prose
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and, for stretches of it, where they stand in the source: text start, start, end."""

    text: str
    stretches: tuple[tuple[int, int, int, int], ...]

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """The source range, in code points, that ``text[start:end]`` was read from."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None or start >= end:
            return None
        return self._point(first, start)[0], self._point(last, end - 1)[1]

    def _at(self, position: int) -> tuple[int, int, int, int] | None:
        index = bisect_right(self.stretches, position, key=lambda stretch: stretch[0]) - 1
        if index < 0 or position >= self.stretches[index][1]:
            return None
        return self.stretches[index]

    @staticmethod
    def _point(stretch: tuple[int, int, int, int], position: int) -> tuple[int, int]:
        begin, stop, start, end = stretch
        # Where text and source differ in length, as at &amp;, the whole is meant.
        if stop - begin != end - start:
            return start, end
        return start + position - begin, start + position - begin + 1


# What a page writes beside its article in no element of its own, Persian being its language:
# number of the item, day of publication, short link, number of visits.
_FURNITURE = re.compile(
    r"(?:کد|شماره|شناسه) (?:خبر|مطلب)|(?:تاریخ|زمان|ساعت) (?:انتشار|درج|خبر)"
    r"|(?:تاریخ|زمان): ?[\d۰-۹]|لینک کوتاه|(?:تعداد )?بازدید"
)
_LETTERS = str.maketrans("يك", "یک")
_LABEL = 60  # characters of such a line


def choose_body(layout: Layout) -> list[Block]:
    """The paragraphs of the article, in order."""
    blocks = [
        block
        for block in layout.blocks
        if not layout.elements[block.element].out
        and not block.mostly_links
        and not (block.length <= _LABEL and _FURNITURE.match(block.text().translate(_LETTERS)))
    ]
    chosen = _marked_up(layout, blocks)
    if chosen is None:
        chosen = _densest(layout, blocks)
    inside = layout.inside(chosen)
    body = [block for block in blocks if chosen < 0 or inside[block.element]]
    return _leads(layout, blocks, body) + body


def _leads(layout: Layout, blocks: list[Block], body: list[Block]) -> list[Block]:
    """Paragraphs before the body that are its lead, which many sites keep outside of it."""
    leads = []
    for block in blocks:
        if not body or block is body[0]:
            break
        near = [layout.elements[i].names for i in islice(ancestors(layout, block.element), 2)]
        lead = any(map(_LEAD.search, near)) and not any(map(_KICKER.search, near))
        if lead and block.prose >= _LEAST:
            leads.append(block)
    # Of a page of several articles no lead is this one's; a lead may be told again in the body.
    told = {block.text() for block in body}
    return [lead for lead in leads if lead.text() not in told] if len(leads) <= _MOST_LEADS else []


def _marked_up(layout: Layout, blocks: list[Block]) -> int | None:
    """The element that the page itself calls the article."""
    prose = [0] * len(layout.elements)
    for block in blocks:
        prose[block.element] += block.prose
    # Elements stand in the order of their start tags: each comes after the one around it.
    for i in range(len(prose) - 1, 0, -1):
        prose[layout.elements[i].parent] += prose[i]
    whole = sum(block.prose for block in blocks)
    for wanted in (_is_article_body, _is_article):
        found = [i for i, count in enumerate(prose) if count and wanted(layout, i)]
        best = max(found, key=lambda i: (prose[i], -i), default=None)
        if best is not None and prose[best] * _ENOUGH >= whole:
            return best
    return None


def _is_article_body(layout: Layout, index: int) -> bool:
    node = layout.elements[index].node
    kind = node.attributes.get("itemprop") or ""
    return kind.lower() == "articlebody"


def _is_article(layout: Layout, index: int) -> bool:
    return layout.elements[index].tag == "article"


def _densest(layout: Layout, blocks: list[Block]) -> int:
    """The element with the most prose of its own; half of it counts for the one around."""
    score: Counter[int] = Counter()
    for block in blocks:
        if block.prose >= _LEAST:
            container = container_of(layout, block)
            score[container] += 2 * block.prose
            if (parent := layout.elements[container].parent) >= 0:
                score[parent] += block.prose
    return max(score, key=lambda i: (score[i], -i), default=-1)


def compose(blocks: Iterable[Block]) -> Mapped:
    """One line a paragraph; runs of white space are one space, as a browser shows them."""
    writer = _Writer()
    for block in blocks:
        writer.add(block.pieces)
    return Mapped("".join(writer.parts), tuple(writer.stretches))


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.stretches: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._pending = ""

    def add(self, pieces: list[Piece]) -> None:
        """Write a paragraph; white space at its ends is left out."""
        self._pending = "\n" if self.parts else ""
        fresh = True
        for piece in pieces:
            position = 0
            for space in _SPACES.finditer(piece.text):
                fresh = self._write(piece, position, space.start()) and fresh
                position = space.end()
                if not fresh and self._pending != "\t":
                    self._pending = "\t" if piece.text == "\t" else " "
            fresh = self._write(piece, position, len(piece.text)) and fresh

    def _write(self, piece: Piece, start: int, end: int) -> bool:
        """Write a word run of a piece; True if there was nothing to write."""
        if start >= end:
            return True
        self._put(self._pending)
        self._pending = ""
        begin = self._length
        self._put(piece.text[start:end])
        if piece.literal:
            stretch = (begin, self._length, piece.start + start, piece.start + end)
        else:
            stretch = (begin, self._length, piece.start, piece.end)
        if piece.start >= 0:
            self.stretches.append(stretch)
        return False

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
