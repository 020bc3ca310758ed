"""An article as it comes in, and as the record repeats it."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, NonNegativeInt, ValidationError

from schemas.base import SURROGATE, Id, Model
from schemas.errors import ArticleError

_DATE = re.compile(r"\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\ufeff"
_EARLIEST = 1800  # years below are Jalali: to take 1402 for Gregorian is worse than no date


def check_encodable(text: str) -> str:
    """The text itself; ValueError if a lone surrogate keeps it from being UTF-8."""
    found = SURROGATE.search(text)
    if found:
        raise ValueError(
            f"lone surrogate U+{ord(found.group()):04X} at character {found.start()}, "
            "which UTF-8 cannot hold; read the source again with its right encoding"
        )
    return text


Text = Annotated[str, AfterValidator(check_encodable)]


def parse_published(value: object) -> date | None:
    """A Gregorian day from ISO 8601 (with or without time) or RFC 2822; None for all else.

    >>> parse_published("2023-08-03T09:30:00+03:30"), parse_published("1402/05/12")
    (datetime.date(2023, 8, 3), None)
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if not isinstance(value, str):
        return None
    match = _DATE.match(value)
    try:
        if match:
            found = date(int(match[1]), int(match[3]), int(match[4]))
        else:
            found = parsedate_to_datetime(value).date()
    except (ValueError, IndexError, OverflowError):
        return None
    return found if found.year >= _EARLIEST else None


def compose(title: str | None, text: str) -> str:
    """The text all offsets count in: title, newline, body; the body alone without a title."""
    return f"{title}\n{text}" if title else text


class Origin(Model):
    """Where an article stood in what was read, so that it can be found again."""

    file: Text = Field(description="Path below the folder given, or the name of the file given")
    member: Text | None = Field(default=None, description="Path inside the archive, if in one")
    unit: Literal["byte", "row", "item"] = Field(
        description="What start and end count: bytes of the unpacked file, rows of a table, items"
    )
    start: NonNegativeInt = Field(description="First, counted from 0")
    end: NonNegativeInt = Field(description="One past the last")


class Article(Model):
    """One article of the source, its text exactly as read."""

    id: Annotated[Id, AfterValidator(check_encodable)] = Field(description="Unique in the archive")
    title: Text | None = Field(default=None, description="Title of its own, if the source has one")
    published: date | None = Field(default=None, description="Gregorian day of publication")
    url: Text | None = Field(default=None, description="Address, if known")
    source: Text | None = Field(default=None, description="Name of the outlet, if known")
    byline: Text | None = Field(default=None, description="Who wrote it, if the source says so")
    text: Text = Field(description="The body, no character changed")
    origin: Origin | None = Field(default=None, description="Where it was read; set by the reader")
    encoding: str | None = Field(default=None, description="Encoding of the bytes it was read from")

    @property
    def composed(self) -> str:
        """The text that every offset counts in."""
        return compose(self.title, self.text)

    @classmethod
    def from_source(
        cls,
        source: Mapping[str, object],
        origin: Origin | None = None,
        encoding: str | None = None,
    ) -> Self:
        """Read the seven known keys; others are ignored, a whole number serves as id.

        Raises ArticleError, in one sentence, for what is missing, empty or of a wrong type.
        """
        values: dict[str, object] = {key: source.get(key) for key in _KEYS}
        if isinstance(values["id"], int) and not isinstance(values["id"], bool):
            values["id"] = str(values["id"])
        values["published"] = parse_published(values["published"])
        for key in ("id", "text"):
            if values[key] is None:
                raise ArticleError(f"{key} is missing")
        try:
            article = cls.model_validate(values | {"origin": origin, "encoding": encoding})
        except ValidationError as error:
            raise ArticleError(describe(error)) from error
        if all(char.isspace() or char in _INVISIBLE for char in article.text):
            raise ArticleError("text is empty")
        return article


# What a source may say of an article; the rest is set by who reads it.
_KEYS = ("id", "title", "published", "url", "source", "byline", "text")


class ArticleInfo(Model):
    """The article as it stands in a finished record."""

    id: Id = Field(description="Unique in the archive")
    url: str | None = Field(description="Address, if known")
    source: str | None = Field(description="Name of the outlet, if known")
    title: str | None = Field(description="Title of its own, if the source has one")
    published: date | None = Field(description="Gregorian day of publication")
    text: str = Field(description="The composed text that every offset counts in")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Digest of the text's UTF-8 bytes")
    length: NonNegativeInt = Field(description="Code points of the text")
    copy_of: Id | None = Field(description="Id of the article this is a copy of; set at merge")
    byline: str | None = Field(default=None, description="Who wrote it, if the source says so")
    origin: Origin | None = Field(default=None, description="Where the article was read, if known")
    encoding: str | None = Field(default=None, description="Encoding of the bytes it was read from")

    @classmethod
    def of(cls, article: Article) -> Self:
        """The record's view of an article, with digest and length."""
        text = article.composed
        return cls(
            id=article.id,
            url=article.url,
            source=article.source,
            title=article.title,
            published=article.published,
            text=text,
            sha256=sha256(text),
            length=len(text),
            copy_of=None,
            byline=article.byline,
            origin=article.origin,
            encoding=article.encoding,
        )


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def describe(error: ValidationError) -> str:
    """The first thing wrong, as one sentence: field, then what is the matter."""
    first = error.errors(include_url=False, include_context=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{field}: {message}" if field else message
