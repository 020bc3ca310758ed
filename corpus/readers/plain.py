"""A plain text file is one article: its text, with no title or date of its own."""

from typing import BinaryIO

from corpus.encodings import decode
from corpus.readers.streams import Source, read_all
from corpus.rejects import Reject
from schemas.article import Article
from schemas.errors import ArticleError


def read_plain(source: Source, stream: BinaryIO) -> Article | Reject:
    """The one article of a text file; a Reject if it is empty or in no known encoding."""
    try:
        return Article.from_source({"id": source.id, "text": decode(read_all(stream)).text})
    except ArticleError as error:
        return Reject(source.name, str(error), source.id)
