"""Which field of a source is which of an article's, and the article made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

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
        for key in KNOWN:
            for name in self.names(key):
                value = values.get(name, lower.get(name.lower()))
                if value is None and "." in name:
                    value = _inside(values, name.split("."))
                if value is not None:
                    found[key] = value
                    break
        if "published" in found:
            found["published"] = parse_date(found["published"])
        return found


BY_NAME = Fields()
"""All fields by the names that are known."""


def _inside(value: object, path: list[str]) -> object:
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value
