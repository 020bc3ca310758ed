"""A plain text file is one article: its text, with no title or date of its own."""

import io
from collections.abc import Iterator

from corpus.encodings import decode
from corpus.readers.places import Group, Item, Place, one
from corpus.readers.streams import READ_ERRORS, explain, read_all
from schemas.errors import ArticleError


def read_plain(place: Place, stream: io.BufferedReader) -> Iterator[Group]:
    """The one article of a text file; a Reject if it is empty or in no known encoding."""
    yield one(lambda: _read(place, stream))


def _read(place: Place, stream: io.BufferedReader) -> Item:
    try:
        data = read_all(stream, place.limits.document)
        found = decode(data)
    except ArticleError as error:
        return place.reject(str(error), key=place.id)
    except READ_ERRORS as error:
        return place.reject(explain(error), key=place.id)
    return place.article({"text": found.text}, None, ("byte", 0, len(data)), found.encoding)
