"""Which field of a source is which of an article's, and the article made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isnan

from corpus.dates import parse_date

# Tried in this order where the caller names no field. Persian: what exports of CMSs call them.
KNOWN: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "docid", "docno", "guid", "news_id", "شناسه"),
    "title": ("title", "headline", "عنوان", "تیتر"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "pubdate",
        "datetime",
        "تاریخ",
    ),
    "url": ("url", "link", "لینک"),
    "source": ("source", "agency", "outlet", "publisher", "منبع"),
    "byline": ("byline", "author", "reporter", "خبرنگار"),
    "text": ("text", "body", "content", "maintext", "article", "متن"),
}

_OPTIONAL = ("title", "url", "source")
_SEVERAL = {"byline": "، "}  # fields that may name several, and what stands between them
_MOST_NAMES = 50
# What an object that stands for a name, an address or a title calls it.
_CALLED = ("name", "title", "full_name", "fullname", "rendered", "label", "#text", "href", "url")
# How MongoDB exports values that JSON has no type for.
_TYPED = ("$oid", "$date", "$numberLong", "$numberInt", "$uuid")


@dataclass(frozen=True, slots=True)
class Fields:
    """The caller's names of fields; a dot leads into an object: ``_source.body``."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    byline: str | None = None
    text: str | None = None

    def names(self, key: str) -> tuple[str, ...]:
        """The fields that may hold an article's ``key``, the likeliest first."""
        chosen: str | None = getattr(self, key)
        return KNOWN[key] if chosen is None else (chosen,)

    def pick(self, values: Mapping[str, object]) -> dict[str, object]:
        """The article's values, by its own names; a name's capitals do not matter.

        >>> Fields(text="lead").pick({"Title": "تیتر", "lead": "متن", "x": 1})
        {'title': 'تیتر', 'text': 'متن'}
        """
        lower = {str(name).lower(): value for name, value in values.items()}
        found: dict[str, object] = {}
        blank: dict[str, object] = {}
        for key in KNOWN:
            for name in self.names(key):
                value = values.get(name, lower.get(name.lower()))
                if value is None and "." in name:
                    value = _inside(values, name.split("."))
                value = _usable(key, value)
                if isinstance(value, str) and not value.strip():
                    blank.setdefault(key, value)
                elif value is not None:
                    found[key] = value
                    break
        if "published" in found:
            found["published"] = parse_date(found["published"])
        # A text that is there and empty is told so; of the others it is as if they were not there.
        return {"text": blank["text"]} | found if "text" in blank else found


def _usable(key: str, value: object) -> object:
    """The value as an article has it; None for an optional one of another type."""
    # Tables of numbers have "not a number" where a cell is empty.
    if isinstance(value, float) and isnan(value):
        return None
    if isinstance(value, dict) and len(value) == 1 and (kind := next(iter(value))) in _TYPED:
        value = value[kind]
    if key == "id":
        return int(value) if isinstance(value, float | Decimal) and value == value // 1 else value
    if key in _SEVERAL:
        return _SEVERAL[key].join(_names(value)) or None
    return next(_names(value), None) if key in _OPTIONAL else value


def _names(value: object) -> Iterator[str]:
    """The names in a value: itself, those of a list, what an object is called."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for member in value[:_MOST_NAMES]:
            if not isinstance(member, list | tuple):
                yield from _names(member)
    elif isinstance(value, dict):
        called = (value.get(name) for name in _CALLED)
        if found := next((name for name in called if isinstance(name, str) and name), None):
            yield found


BY_NAME = Fields()
"""All fields by the names that are known."""


def _inside(value: object, path: list[str]) -> object:
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value
