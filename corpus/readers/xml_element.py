"""One element of XML as named values; no entity but the characters of HTML has a meaning."""

import re
from collections.abc import Mapping
from html.entities import html5
from xml.parsers import expat

from corpus.dates import parse_date
from corpus.readers.fields import Fields

# What feeds and collections call the parts of an article, the likeliest first.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("docid", "docno", "guid", "id"),
    "title": ("title", "headline"),
    "published": ("pubdate", "published", "date", "issued", "created", "updated"),
    "url": ("link", "url"),
    "source": ("source.title", "source", "publisher.name", "publisher", "agency"),
    "byline": ("creator", "author.name", "author", "byline"),
    "text": ("text", "content:encoded", "encoded", "content", "body", "description", "summary"),
}
_SECTION = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#\d{1,8}|#x[0-9a-fA-F]{1,6})|([A-Za-z][\w.-]{0,60}));|&")
# Elements of a text that stand on lines of their own; all others are marks within one.
_LINES = frozenset([
    "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "hr", "li", "ol", "p", "para", "paragraph", "pre", "section", "table",
    "tbody", "tr", "ul",
])  # fmt: skip
_BREAK = "\0"  # stands for a line end; no XML holds it
_NO_WORDS = frozenset(["image", "img", "script", "style"])
# What parts an element from what comes after it.
_BEHIND = dict.fromkeys(_LINES, _BREAK) | {"td": " ", "th": " "}
_BREAKS = re.compile(r"[ \t\r\n]*\0[\0 \t\r\n]*")
_OF_PICTURES = "media:"  # the titles and descriptions are those of a picture or film
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))


class ElementError(Exception):
    """An element that can't be parsed; the message is the reason of its reject."""


class Element:
    """The values of an element: by local name, by prefixed name, and ``parent.child`` below."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}
        self._prefixed: dict[str, str] = {}  # local name -> the first that has it, with prefix

    def add(self, name: str, value: str) -> None:
        """Keep a value; the first of a name is the one that counts, of a text all."""
        value = _BREAKS.sub("\n", value).strip("\n") if _BREAK in value else value
        if value.strip():
            self._found.setdefault(name, []).append(value)
            prefix, colon, local = name.rpartition(":")
            if colon and prefix + colon != _OF_PICTURES:
                self._prefixed.setdefault(local, name)

    def values(self, fields: Fields) -> Mapping[str, object]:
        """By the names of an article's fields, or by the caller's where given."""
        # A name without a prefix is the likelier one.
        known = {local: self._found[name] for local, name in self._prefixed.items()} | self._found
        values: dict[str, object] = {name: found[0] for name, found in known.items()}
        for key, names in _NAMES.items():
            if getattr(fields, key) is None:
                found = next((known[name] for name in names if name in known), None)
                values.pop(key, None)
                if found:
                    values[key] = _chosen(key, found)
        if fields.text and (found := known.get(fields.text.lower())):
            values[fields.text.lower()] = _chosen("text", found)
        return values


def _chosen(key: str, found: list[str]) -> str:
    if key == "text":
        return "\n".join(found)
    return _dated(found) if key == "published" else found[0].strip()


def _dated(found: list[str]) -> str:
    # Collections give a day in several calendars: the first that can be read serves.
    return next((value for value in found if parse_date(value)), found[0])


def parse_element(text: str) -> Element:
    """The values of one element. Raises ElementError for what is not well-formed.

    >>> parse_element("<item><dc:title>آ &amp; ب</dc:title></item>").values(Fields())["title"]
    'آ & ب'
    """
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(_mended(text), True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise ElementError(f"broken XML: {reason} in line {error.lineno} of the element") from error
    # A lone surrogate in a text that was made of escapes.
    except UnicodeEncodeError as error:
        raise ElementError(f"lone surrogate at character {error.start}") from error
    return builder.element


def _refuse(*_: object) -> None:
    raise ElementError("an element must not hold a document type")


def _mended(text: str) -> str:
    """Characters by their names in HTML, and a lone ampersand, are taken for what is meant."""
    parts = _SECTION.split(text)
    parts[::2] = (_AMPERSAND.sub(_reference, part) for part in parts[::2])
    return "".join(parts)


def _reference(found: re.Match[str]) -> str:
    number, name = found[1], found[2]
    if number or name in _PREDEFINED:
        return found.group()
    if name is None:
        return "&amp;"
    known = html5.get(f"{name};")
    if known is None:
        raise ElementError(f"uses the entity &{name};, which has no meaning by itself")
    return known.replace("&", "&amp;").replace("<", "&lt;")


_FIELD = 2  # depth of what stands within the elements of an element's fields


class _Builder:
    """Collects the text of each element below the first."""

    def __init__(self) -> None:
        self.element = Element()
        self._path: list[str] = []
        self._texts: list[list[str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        self._texts.append([])
        local = tag.rpartition(":")[2].lower()
        if len(self._path) > _FIELD and local in _LINES:
            self._texts[-2].append(_BREAK)
        if len(self._path) == 1:
            for name, value in attributes.items():
                self.element.add(name.lower(), value)
        elif local == "link" and attributes.get("rel", "alternate") == "alternate":
            self.element.add("link", attributes.get("href", ""))

    def text(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)

    def end(self, tag: str) -> None:
        text = "".join(self._texts.pop())
        self._path.pop()
        depth = len(self._path)
        local = tag.rpartition(":")[2].lower()
        # Words may be marked up within a text: they are part of it; the name of a picture is not.
        if depth >= _FIELD:
            kept = "" if local in _NO_WORDS else text
            self._texts[-1].append(kept + _BEHIND.get(local, ""))
        if depth == 0:
            self.element.add("", text)
        elif depth == 1:
            self.element.add(tag.lower(), text)
        elif depth == _FIELD:
            parent = self._path[-1].rpartition(":")[2].lower()
            self.element.add(f"{parent}.{local}", text)
