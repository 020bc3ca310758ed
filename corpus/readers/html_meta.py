"""What a page says of its article: title, byline, day, outlet, address."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from selectolax.lexbor import LexborNode

from corpus.dates import parse_date
from corpus.readers.html_blocks import Block, Layout

_DAYS = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "og:pubdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "date",
)
_SEPARATED = re.compile(r"\s+[|»«:\-–—•/]+\s+|\s*[|]\s*|\s*::\s*")
_DATED = re.compile(
    r"(?:^|[-_\s])(?:\w*p(?:ub)?date|date|time|publish\w*|meta)(?:$|[-_\s])", re.IGNORECASE
)
_PUBLISHED = "انتشار"  # publication, as in the label «تاریخ انتشار»
_SHORT = 80  # characters of a line that is a date rather than a sentence
_NEAR = 24  # elements from the ends of the article within which its date stands
_NEXT = 8  # the same of one that nothing calls a date
_MAX_NAME = 100
_MOST_TITLES = 50  # elements that are looked at


class Meta:
    """The head of a page, read once."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._page, tree = layout, layout.page, layout.page.tree
        self._named: dict[str, str] = {}
        for node in tree.css("meta"):
            found = node.attributes
            name = found.get("property") or found.get("name") or found.get("itemprop")
            content = (found.get("content") or "").strip()
            if name and content:
                self._named.setdefault(name.strip().lower(), content)
        self._linked = list(_linked_data(tree.css('script[type="application/ld+json"]')))

    def title(self) -> str | None:
        """``<title>`` without the site's name, or the heading that is part of it."""
        whole = self._first("title")
        site = self.outlet()
        headings = [self._text(node) for node in self._page.tree.css("h1")]
        headlines = [str(entry.get("headline") or "").strip() for entry in self._linked]
        for names in (headings, headlines, [self._named.get("og:title", "")]):
            fitting = [name for name in names if name and (not whole or name in whole)]
            if found := max((name for name in fitting if name != site), key=len, default=None):
                return found
        return self._called_title(whole) or self._without_site(whole) if whole else None

    def _called_title(self, whole: str) -> str | None:
        """The first part of ``<title>``, if something on the page is called a title and says it."""
        first, *rest = _SEPARATED.split(whole, maxsplit=1)
        called = self._page.tree.css('[class*="title"], h2')[:_MOST_TITLES] if rest else []
        return next((first for node in called if self._text(node) == first), None)

    def byline(self) -> str | None:
        """Who wrote it."""
        for value in (
            self._named.get("author"),
            *(_name(entry.get("author")) for entry in self._linked),
            self._first('[itemprop="author"]'),
            self._first('[rel="author"]'),
            self._first(".byline"),
            self._first(".author"),
        ):
            if value and len(value) <= _MAX_NAME and not value.startswith("http"):
                return value
        return None

    def outlet(self) -> str | None:
        """Name of the site."""
        names = [_name(entry.get("publisher")) for entry in self._linked]
        return next(filter(None, (self._named.get("og:site_name"), *names)), None)

    def url(self) -> str | None:
        """The address that the page gives as its own."""
        node = self._page.tree.css_first('link[rel="canonical"]')
        for value in (node.attributes.get("href") if node else None, self._named.get("og:url")):
            if value and value.startswith(("http://", "https://")):
                return value
        return None

    def published(self, body: Sequence[Block]) -> date | None:
        """The day of publication, from what is written for machines before what is for people."""
        for name in _DAYS:
            if found := parse_date(self._named.get(name)):
                return found
        for entry in self._linked:
            if found := parse_date(entry.get("datePublished")):
                return found
        for node in self._page.tree.css('[itemprop="datePublished"]'):
            if found := self._dated(node):
                return found
        return self._timed(body) or self._written(body)

    def _timed(self, body: Sequence[Block]) -> date | None:
        """The day of the ``<time>`` nearest to the article; a page's header has the visit's."""
        first, last = (body[0].element, body[-1].element) if body else (0, 0)
        times = [i for i, element in enumerate(self._layout.elements) if element.tag == "time"]
        for index in sorted(times, key=lambda i: min(abs(i - first), abs(i - last))):
            found = self._dated(self._layout.elements[index].node)
            if found and not self._layout.in_page_header(index):
                return found
        return None

    def _dated(self, node: LexborNode) -> date | None:
        return parse_date(node.attributes.get("datetime")) or parse_date(self._text(node))

    def _written(self, body: Sequence[Block]) -> date | None:
        """A day in a short line by the article; of several, the one that says it is of publication.

        The clock at the top of a page shows the day of the visit: it is far from the article.
        """
        layout, lines = self._layout, []
        first, last = (body[0].element, body[-1].element) if body else (0, 0)
        inner = {id(block) for block in body[1:-1]}
        for block in layout.blocks:
            if id(block) not in inner:
                lines.append((block.text() if block.length <= _SHORT else "", block.element))
        for index, element in enumerate(layout.elements):
            if element.text <= _SHORT and _DATED.search(element.names):
                lines.append((self._text(element.node), index))
        found: list[tuple[int, int, date]] = []
        for text, index in lines:
            away = min(abs(index - first), abs(index - last))
            dated = bool(_DATED.search(layout.elements[index].names))
            sure = 2 * (_PUBLISHED in text) + dated
            near = away <= (_NEAR if sure else _NEXT) and not layout.in_page_header(index)
            if near and len(text) <= _SHORT and (day := parse_date(text)):
                found.append((-sure, away, day))
        return min(found)[2] if found else None

    def _without_site(self, title: str) -> str:
        site = (self.outlet() or "").strip()
        parts = _SEPARATED.split(title)
        if site and len(parts) > 1:
            for kept, other in ((0, -1), (-1, 0)):
                if parts[other] == site:
                    rest = title.removesuffix(site) if kept == 0 else title.removeprefix(site)
                    return rest.strip(" |»«:-–—•/\t\n")
        return title

    def _first(self, selector: str) -> str | None:
        node = self._page.tree.css_first(selector)
        return self._text(node) or None if node else None

    def _text(self, node: LexborNode) -> str:
        return " ".join(self._page.clean(node.text()).split())


def _linked_data(scripts: Sequence[LexborNode]) -> Iterator[dict[str, object]]:
    """The entries of the page's JSON-LD that are articles or say when they were published."""
    for script in scripts:
        try:
            value = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        for entry in value if isinstance(value, list) else [value]:
            if not isinstance(entry, dict):
                continue
            graph = entry.get("@graph")
            for inner in graph if isinstance(graph, list) else [entry]:
                if isinstance(inner, dict) and _is_article(inner):
                    yield inner


def _is_article(entry: dict[str, object]) -> bool:
    return "Article" in str(entry.get("@type")) or "datePublished" in entry


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [name for name in map(_name, value[:5]) if name]
        return "، ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None
