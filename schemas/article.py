"""An article as it comes in, and as the record repeats it."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Annotated, Self

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


class Article(Model):
    """One article of the source, its text exactly as read."""

    id: Annotated[Id, AfterValidator(check_encodable)] = Field(description="Unique in the archive")
    title: Text | None = Field(default=None, description="Title of its own, if the source has one")
    published: date | None = Field(default=None, description="Gregorian day of publication")
    url: Text | None = Field(default=None, description="Address, if known")
    source: Text | None = Field(default=None, description="Name of the outlet, if known")
    text: Text = Field(description="The body, no character changed")

    @property
    def composed(self) -> str:
        """The text that every offset counts in."""
        return compose(self.title, self.text)

    @classmethod
    def from_source(cls, source: Mapping[str, object]) -> Self:
        """Read the six known keys; others are ignored, a whole number serves as id.

        Raises ArticleError, in one sentence, for what is missing, empty or of a wrong type.
        """
        values = {key: source.get(key) for key in cls.model_fields}
        if isinstance(values["id"], int) and not isinstance(values["id"], bool):
            values["id"] = str(values["id"])
        values["published"] = parse_published(values["published"])
        for key in ("id", "text"):
            if values[key] is None:
                raise ArticleError(f"{key} is missing")
        try:
            article = cls.model_validate(values)
        except ValidationError as error:
            raise ArticleError(describe(error)) from error
        if all(char.isspace() or char in _INVISIBLE for char in article.text):
            raise ArticleError("text is empty")
        return article


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
