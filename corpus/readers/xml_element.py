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
    "source": ("source", "publisher", "agency"),
    "byline": ("creator", "author", "byline", "author.name"),
    "text": ("text", "encoded", "content", "body", "description", "summary"),
}
_SECTION = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#\d{1,8}|#x[0-9a-fA-F]{1,6})|([A-Za-z][\w.-]{0,60}));|&")
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))


class ElementError(Exception):
    """An element that can't be parsed; the message is the reason of its reject."""


class Element:
    """The values of an element: by local name, by prefixed name, and ``parent.child`` below."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def add(self, name: str, value: str) -> None:
        """Keep a value; the first of a name is the one that counts."""
        if value.strip():
            self._found.setdefault(name, []).append(value)

    def values(self, fields: Fields) -> Mapping[str, object]:
        """By the names of an article's fields, or by the caller's where given."""
        values: dict[str, object] = {name: found[0] for name, found in self._found.items()}
        for key, names in _NAMES.items():
            if getattr(fields, key) is None:
                found = next((self._found[name] for name in names if name in self._found), None)
                values.pop(key, None)
                if found:
                    values[key] = _dated(found) if key == "published" else found[0].strip()
        return values


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
        # Words may be marked up within a text: they are part of it.
        if depth > 1 and self._texts:
            self._texts[-1].append(text)
        if depth == 0:
            self.element.add("", text)
            return
        local = tag.rpartition(":")[2].lower()
        if depth == 1:
            self.element.add(local, text)
            if tag.lower() != local:
                self.element.add(tag.lower(), text)
        elif depth == 2:
            parent = self._path[-1].rpartition(":")[2].lower()
            self.element.add(f"{parent}.{local}", text)
