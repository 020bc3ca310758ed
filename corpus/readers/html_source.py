"""Parse a page so that each piece of its text knows where in the source it stood.

The parser keeps no positions. So every run of text gets a mark before it is parsed, a number
between two characters that the page does not have; what comes out is cut at the marks.
Character references get marks of their own: between marks, text and source are the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from schemas.errors import ArticleError

MAX_DEPTH = 5_000  # the parser's time grows with the square of the depth
# An equals sign may be followed by a quoted value, in which > does not end the tag.
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(/?)([a-zA-Z][^\s/>]*+)(?:[^>=]|=\s*+(?:\"[^\"]*\"|'[^']*')?+)*+(>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL,
)
_RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes"}
# Elements that end by themselves do not add to the depth.
_FLAT = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dd",
        "dt",
        "option",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "caption",
    ]
)
_REFERENCE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as the page shows it, with where it stands in the decoded source; -1 if not known."""

    text: str
    start: int
    end: int

    @property
    def literal(self) -> bool:
        """Whether text and source correspond character by character."""
        return len(self.text) == self.end - self.start


class Page:
    """A parsed page and the way from its text nodes back to the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._mark = _unused(source)
        self._spans: list[tuple[int, int]] = []
        self._cut = re.compile(f"{self._mark}(\\d+){self._mark}")
        self.tree = LexborHTMLParser("".join(self._marked()))

    def pieces(self, text: str) -> Iterator[Piece]:
        """The pieces of what the parser gives as a text."""
        before, *parts = self._cut.split(text)
        if before:
            yield Piece(before, -1, -1)
        for number, part in zip(islice(parts, 0, None, 2), islice(parts, 1, None, 2), strict=True):
            start, end = self._spans[int(number)]
            if part:
                yield Piece(part, start, end)

    def clean(self, text: str) -> str:
        """A text of the parser without marks."""
        return self._cut.sub("", text)

    def _marked(self) -> Iterator[str]:
        source, position, depth = self.source, 0, 0
        while (tag := _TAG.search(source, position)) is not None:
            yield from self._text(position, tag.start())
            position = tag.end()
            yield tag.group()
            name = (tag[2] or "").lower()
            if not name or name in _FLAT:
                continue
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth > MAX_DEPTH:
                raise ArticleError(f"elements are nested over {MAX_DEPTH} deep")
            if name in _RAW and not tag[1]:
                end = _raw_end(source, name, position)
                yield source[position:end]
                position = end
        yield from self._text(position, len(source))

    def _text(self, start: int, end: int) -> Iterator[str]:
        if start == end:
            return
        text = self.source[start:end]
        if text.isspace():
            yield text
            return
        position = 0
        if "&" in text:
            for reference in _REFERENCE.finditer(text):
                yield from self._numbered(start + position, start + reference.start())
                yield from self._numbered(start + reference.start(), start + reference.end())
                position = reference.end()
        yield from self._numbered(start + position, end)

    def _numbered(self, start: int, end: int) -> Iterator[str]:
        if start < end:
            yield f"{self._mark}{len(self._spans)}{self._mark}{self.source[start:end]}"
            self._spans.append((start, end))


def _raw_end(source: str, name: str, start: int) -> int:
    found = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(source, start)
    return found.start() if found else len(source)


def _unused(source: str) -> str:
    """A character that the page does not have, of the private planes."""
    return next(mark for mark in map(chr, range(0xF0000, 0x10FFFE)) if mark not in source)
