"""The format of examples and test tables: the text shows the answer."""

import re
from dataclasses import dataclass

# <date jalali=1402-05-12..1402-05-12>…</date>; a value with spaces stands in quotes.
_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>[a-z_]+)(?P<attributes>(?: [a-z_]+=(?:\"[^\"]*\"|[^ >\"]*))*)>"
)
_ATTRIBUTE = re.compile(r" (?P<key>[a-z_]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^ >\"]*))")


@dataclass(frozen=True, slots=True)
class Tag:
    """One marked stretch: half-open offsets into the text without the marks."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


def parse_markup(marked: str) -> tuple[str, list[Tag]]:
    """The bare text and its tags in text order; tags may nest.

    Raises ValueError for a tag that is not closed, or closed and never opened.

    >>> parse_markup("در <date year=1402>سال ۱۴۰۲</date> بود")
    ('در سال ۱۴۰۲ بود', [Tag(name='date', attributes={'year': '1402'}, start=3, end=11)])
    """
    pieces: list[str] = []
    length = position = 0
    tags: list[Tag] = []
    opened: list[tuple[str, dict[str, str], int]] = []
    for match in _TAG.finditer(marked):
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if not match["end"]:
            opened.append((match["name"], _attributes(match["attributes"]), length))
            continue
        if not opened or opened[-1][0] != match["name"]:
            raise ValueError(f"</{match['name']}> closes nothing in {marked!r}")
        name, attributes, start = opened.pop()
        tags.append(Tag(name, attributes, start, length))
    if opened:
        raise ValueError(f"<{opened[-1][0]}> is not closed in {marked!r}")
    pieces.append(marked[position:])
    return "".join(pieces), sorted(tags, key=lambda tag: (tag.start, -tag.end))


def _attributes(text: str) -> dict[str, str]:
    return {
        m["key"]: m["quoted"] if m["quoted"] is not None else m["bare"]
        for m in _ATTRIBUTE.finditer(text)
    }
