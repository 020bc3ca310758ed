"""The paragraphs of a page, with what is needed to tell an article from what surrounds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from corpus.readers.html_source import Page, Piece

# Never part of an article's text.
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "button",
        "select",
        "textarea",
        "input",
        "nav",
        "footer",
        "aside",
        "dialog",
        "menu",
        "figcaption",
        "video",
        "audio",
        "canvas",
        "map",
        "title",
        "head",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_PARAGRAPH = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "tr", "dd", "dt"]
)
# What names of classes and ids say of an element, whole words of them.
_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:shar(?:e|es|ing)|socials?|related|tags?|breadcrumbs?|menu|navbar|nav"
    r"|sidebar|footer|copyright|ads?|advert\w*|banner|subscribe|newsletter|popup|modal|cookies?"
    r"|print|rating|pagination|pager|most|keywords?|shortlink|toolbar|byline|authors?|meta"
    r"|metadata|date|time|newscode|visits?|hits?|recommend\w*|suggest\w*|others?)(?:$|[-_\s])",
    re.IGNORECASE,
)
# What readers write may be longer than the article itself.
_COMMENTS = re.compile(r"(?:^|[-_\s])(?:comments?|replies|disqus)(?:$|[-_\s])", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Element:
    """An element of the page, in order of its start tag."""

    tag: str
    parent: int
    names: str
    node: LexborNode
    text: int = 0
    """Characters below it."""
    out: bool = False
    """Whether it is no part of an article, by its own or a parent's kind."""


@dataclass(slots=True)
class Block:
    """A paragraph: its element, its pieces, and how much of it is links."""

    element: int
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    linked: int = 0

    @property
    def prose(self) -> int:
        """Characters that are no link."""
        return self.length - self.linked

    @property
    def mostly_links(self) -> bool:
        """Whether it is a list of other pages rather than a sentence."""
        return self.linked * 2 > self.length

    def text(self) -> str:
        """The paragraph as read, spaces collapsed."""
        return _SPACE.sub(" ", "".join(piece.text for piece in self.pieces)).strip(" ")


class Layout:
    """All elements and paragraphs of a page, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.elements: list[Element] = []
        self.blocks: list[Block] = []
        self._open: Block | None = None
        self._links = 0
        if page.tree.body is not None:
            self._walk(page.tree.body)
        self._flush()
        self._settle()

    def inside(self, chosen: int) -> list[bool]:
        """Of each element, whether it is the chosen one or below it."""
        found: list[bool] = []
        for index, element in enumerate(self.elements):
            found.append(index == chosen or (element.parent >= 0 and found[element.parent]))
        return found

    def in_page_header(self, element: int) -> bool:
        """Whether an element stands in the header of the page, not of its article."""
        while element >= 0 and self.elements[element].tag not in ("article", "main"):
            if self.elements[element].tag == "header":
                parents = (self.elements[i].tag for i in ancestors(self, element))
                return not {"article", "main"} & set(parents)
            element = self.elements[element].parent
        return False

    def _walk(self, top: LexborNode) -> None:
        # Not recursive: a page may be thousands of elements deep.
        node, parent = top, -1
        while True:
            child = None
            if node.tag == "-text":
                self._text(node.text_content or "", parent)
            elif node.is_element_node and node.tag not in _SKIPPED:
                self._enter(node, parent)
                child = node.first_child
            if child is not None:
                parent, node = len(self.elements) - 1, child
                continue
            if node.is_element_node and node.tag not in _SKIPPED:
                self._leave(node.tag or "")
            while (following := node.next) is None or node.mem_id == top.mem_id:
                if node.mem_id == top.mem_id or parent < 0:
                    return
                node, parent = self.elements[parent].node, self.elements[parent].parent
                self._leave(node.tag or "")
            node = following

    def _enter(self, node: LexborNode, parent: int) -> None:
        tag = node.tag or ""
        names = ""
        if tag not in _INLINE or tag in ("time", "span"):
            found = node.attributes
            names = f"{found.get('class') or ''} {found.get('id') or ''}".strip()
            if found.get("hidden", "no") != "no" or "display:none" in (
                found.get("style") or ""
            ).replace(" ", ""):
                names += " modal"
        self.elements.append(Element(tag, parent, names, node))
        if tag in ("td", "th"):
            self._add(Piece("\t", -1, -1), parent) if self._open and self._open.pieces else None
        elif tag == "br" or tag not in _INLINE:
            self._flush()
        self._links += tag == "a"

    def _leave(self, tag: str) -> None:
        self._links -= tag == "a"
        if tag not in _INLINE and tag not in ("td", "th", "br"):
            self._flush()

    def _text(self, text: str, element: int) -> None:
        for piece in self.page.pieces(text):
            self._add(piece, element)

    def _add(self, piece: Piece, element: int) -> None:
        if self._open is None:
            if not piece.text.strip(" \t\r\n\f"):
                return
            while self.elements[element].tag in _INLINE and self.elements[element].parent >= 0:
                element = self.elements[element].parent
            self._open = Block(element)
        length = len(piece.text.strip())
        self._open.pieces.append(piece)
        self._open.length += length
        self._open.linked += length if self._links else 0

    def _flush(self) -> None:
        if self._open is not None:
            self.blocks.append(self._open)
            self._open = None

    def _settle(self) -> None:
        """Sum the text up, and mark what stands aside; never what holds most of the page."""
        for block in self.blocks:
            self.elements[block.element].text += block.prose
        for element in reversed(self.elements):
            if element.parent >= 0:
                self.elements[element.parent].text += element.text
        whole = self.elements[0].text if self.elements else 0
        for element in self.elements:
            beside = element.text * 2 < whole and bool(_ASIDE.search(element.names))
            beside |= element.text * 10 < whole * 9 and bool(_COMMENTS.search(element.names))
            element.out = beside or (element.parent >= 0 and self.elements[element.parent].out)


def container_of(layout: Layout, block: Block) -> int:
    """The element that a paragraph is one of several of."""
    element = layout.elements[block.element]
    return element.parent if element.tag in _PARAGRAPH and element.parent >= 0 else block.element


def ancestors(layout: Layout, element: int) -> Iterator[int]:
    """An element and those around it, from the inside."""
    while element >= 0:
        yield element
        element = layout.elements[element].parent
