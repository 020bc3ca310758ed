"""A web page is one article: the text of the block that is its body, with the way back."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.encodings import decode
from corpus.readers.html_blocks import Layout
from corpus.readers.html_body import Mapped, choose_body, compose
from corpus.readers.html_meta import Meta
from corpus.readers.html_source import Page
from corpus.readers.places import Group, Item, Place, Stretch, one
from corpus.readers.streams import READ_ERRORS, explain, read_all
from schemas.errors import ArticleError

MAX_PAGE = 20 << 20  # bytes; the tree of a page takes many times its size
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_DECLARED_IN = 4096  # bytes from the start in which a charset is declared; browsers read 1024


@dataclass(frozen=True, slots=True)
class WebArticle:
    """The article of a page; ``body`` leads from its text to the decoded source."""

    title: str | None
    byline: str | None
    published: date | None
    source: str | None
    url: str | None
    body: Mapped


def read_html(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The one article of a page; a Reject if it has none."""
    yield one(lambda: _read(place, stream))


def _read(place: Place, stream: io.BufferedReader) -> Item:
    try:
        data = read_all(stream, min(place.limits.document, MAX_PAGE))
    except ArticleError as error:
        return place.reject(str(error), key=place.id)
    except READ_ERRORS as error:
        return place.reject(explain(error), key=place.id)
    return page_item(place, data, None, ("byte", 0, len(data)))


def page_item(
    place: Place,
    data: bytes,
    charset: str | None,
    stretch: Stretch,
    given: dict[str, object] | None = None,
    number: int | None = None,
) -> Item:
    """The article of a page's bytes; ``given`` is known of it from elsewhere, and comes first.

    ``number`` is that of the record it stands in, for its reject.
    """
    key = (given or {}).get("id", place.id)
    try:
        found = decode(data, charset or declared_charset(data))
        article = read_page(found.text)
    except ArticleError as error:
        return place.reject(str(error), number, str(key))
    if not article.body.text:
        return place.reject("the page holds no text of an article", number, str(key))
    values: dict[str, object] = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "text": article.body.text,
    }
    known = {name: value for name, value in (given or {}).items() if value is not None}
    return place.article(values | known, number, stretch, found.encoding)


def declared_charset(data: bytes) -> str | None:
    """The charset that a page names in its first bytes."""
    head = data[:_DECLARED_IN]
    found = _XML_CHARSET.search(head) or _CHARSET.search(head)
    return found[1].decode("ascii", "replace") if found else None


def read_page(source: str) -> WebArticle:
    """The article of a decoded page. Raises ArticleError for what is no page that can be read.

    >>> page = read_page("<title>تیتر</title><p>خوشه &amp; فرش <b>قم</b> فعال شد.</p>")
    >>> page.title, page.body.text
    ('تیتر', 'خوشه & فرش قم فعال شد.')
    >>> start, end = page.body.source(5, 10)
    >>> source = "<title>تیتر</title><p>خوشه &amp; فرش <b>قم</b> فعال شد.</p>"
    >>> source[start:end]
    '&amp; فرش'
    """
    if (found := source.find("\0")) >= 0:
        raise ArticleError(f"NUL at character {found}, which no page has; the file is damaged")
    layout = Layout(Page(source))
    body = choose_body(layout)
    meta = Meta(layout)
    title = meta.title()
    return WebArticle(
        title=title,
        byline=meta.byline(),
        published=meta.published(body),
        source=meta.outlet(),
        url=meta.url(),
        body=compose(block for block in body if block.text() != title),
    )


def plain_text(fragment: str) -> str:
    r"""The text of HTML that stands in another format, as a feed; text without tags as it is.

    >>> plain_text("<p>یک</p><p>دو</p>"), plain_text("۳ < ۴")
    ('یک\nدو', '۳ < ۴')
    """
    if not re.search(r"<[a-zA-Z/!]|&(?:#\d|#x|[a-zA-Z]{2,})", fragment):
        return fragment
    return compose(Layout(Page(fragment)).blocks).text
