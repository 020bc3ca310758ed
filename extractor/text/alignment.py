"""A text under edit that remembers where each of its characters came from."""

from array import array
from collections.abc import Iterable, Mapping

from extractor.errors import OffsetError

# Slices of this array are the positions of an unedited text: copying them is a memory copy.
_POSITIONS = array("i", range(1 << 16))

Edit = tuple[int, int, str]


class AlignedText:
    """The original text, an edited form of it, and the way back from the one to the other.

    It never changes: each edit gives a new one.

    >>> aligned = AlignedText("شهرکهای  صنعتی").sub([(4, 4, "\u200c"), (7, 9, " ")])
    >>> aligned.text == "شهرک\u200cهای صنعتی"
    True
    >>> aligned.to_raw(0, 8), aligned.to_raw(9, 14)
    ((0, 7), (9, 14))
    """

    __slots__ = ("_ends", "_starts", "raw", "text")

    raw: str
    text: str
    _starts: "array[int] | None"
    _ends: "array[int] | None"

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._starts = None  # None: every character stands where it stood
        self._ends = None

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of ``text[start:end]``, from its first to its last own character.

        Inserted characters at the edges do not widen it; a span of nothing else comes out empty.
        Raises OffsetError for a span outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise OffsetError(f"span {start}..{end} is outside a text of {len(self.text)}")
        if self._starts is None or self._ends is None:
            return start, end
        starts, ends = self._starts, self._ends
        place = starts[start] if start < len(starts) else len(self.raw)
        while start < end and starts[start] == ends[start]:
            start += 1
        while start < end and starts[end - 1] == ends[end - 1]:
            end -= 1
        return (starts[start], ends[end - 1]) if start < end else (place, place)

    def with_text(self, text: str) -> "AlignedText":
        """The same alignment over a text that differs in characters, not in their number."""
        if len(text) != len(self.text):
            raise OffsetError(f"a text of {len(self.text)} characters became one of {len(text)}")
        return self._made(text, self._starts, self._ends)

    def translate(self, table: Mapping[int, int]) -> "AlignedText":
        """Replace single characters by single characters."""
        return self.with_text(self.text.translate(table))

    def sub(self, edits: Iterable[Edit]) -> "AlignedText":
        """Replace ``text[start:end]`` by the new string, for edits in order and not overlapping.

        A replacement of the same length keeps the place of each character; of any other length,
        each new character stands for the whole of what was replaced.
        """
        old_starts, old_ends = self._arrays()
        starts, ends = array("i"), array("i")
        pieces: list[str] = []
        at = 0
        for start, end, new in edits:
            pieces += (self.text[at:start], new)
            starts += old_starts[at:start]
            ends += old_ends[at:start]
            if len(new) == end - start:
                starts += old_starts[start:end]
                ends += old_ends[start:end]
            elif new:
                first, last = self._source(start, end)
                starts += array("i", [first]) * len(new)
                ends += array("i", [last]) * len(new)
            at = end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        starts += old_starts[at:]
        ends += old_ends[at:]
        return self._made("".join(pieces), starts, ends)

    def _source(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.to_raw(start, end)
        place = self.to_raw(start - 1, start)[1] if start else 0
        return place, place

    def _arrays(self) -> "tuple[array[int], array[int]]":
        if self._starts is not None and self._ends is not None:
            return self._starts, self._ends
        size = len(self.text) + 1
        positions = _POSITIONS if size <= len(_POSITIONS) else array("i", range(size))
        return positions[: size - 1], positions[1:size]

    def _made(
        self, text: str, starts: "array[int] | None", ends: "array[int] | None"
    ) -> "AlignedText":
        made = AlignedText(self.raw)
        made.text, made._starts, made._ends = text, starts, ends
        return made
