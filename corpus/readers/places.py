"""Where a reader stands: what to call it in messages, ids and origins."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from corpus.readers.fields import BY_NAME, Fields
from corpus.readers.limits import DEFAULT, LimitError, Limits
from corpus.rejects import Reject
from corpus.stores import StoreError
from schemas.article import Article, Origin
from schemas.errors import ArticleError

Item = Article | Reject
Stretch = tuple[Literal["byte", "row", "item"], int, int]
"""What is counted, the first, and one past the last: as in an Origin."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The bytes of an item and where they start in the stream; or why there is none."""

    data: bytes
    start: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """So many items of a source, not read yet: ``read(first, stop)`` reads a range of them."""

    count: int
    read: Callable[[int, int], Iterable[Item]]


def one(make: Callable[[], Item]) -> Group:
    """A group of a single item."""
    return Group(1, lambda _first, _stop: (make(),))


def told(reject: Reject) -> Group:
    """What can't be read is an item too: it is counted and found again."""
    return Group(1, lambda _first, _stop: (reject,))


def read_group(place: "Place", group: Group, first: int, stop: int) -> Iterator[Item]:
    """Items of a group; whatever a parser makes of bad data, what comes after it is read."""
    try:
        yield from group.read(first, stop)
    except StoreError:
        raise
    except Exception as error:
        yield place.reject(f"cannot be read: {type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class Place:
    """A stream's names, and what the caller asked of its readers."""

    name: str
    """In messages."""
    id: str
    """In ids made from origins; the id itself of a file that is one article."""
    file: str
    """In origins."""
    label: str
    """The file's name as far as it is not unpacked yet: what its suffix promises."""
    member: str | None = None
    fields: Fields = BY_NAME
    limits: Limits = DEFAULT
    depth: int = 0

    def inside(self, member: str) -> "Place":
        """A member of this archive."""
        return replace(
            self,
            name=f"{self.name}/{member}",
            id=f"{self.id}/{member}",
            label=member.rpartition("/")[2],
            member=member if self.member is None else f"{self.member}/{member}",
        )

    def unpacked(self, label: str) -> "Place":
        """One layer deeper. Raises LimitError below the last that is allowed."""
        if self.depth >= self.limits.depth:
            raise LimitError(f"packed in more than {self.limits.depth} layers")
        return replace(self, label=label, depth=self.depth + 1)

    def at(self, number: int | None) -> str:
        """What messages call an item of this stream, counted from 1."""
        return self.name if number is None else f"{self.name}:{number}"

    def reject(self, reason: str, number: int | None = None, key: str | None = None) -> Reject:
        """A reject of this stream, or of one item of it."""
        return Reject(self.at(number), reason, key)

    def article(
        self,
        values: Mapping[str, object],
        number: int | None,
        stretch: Stretch,
        encoding: str | None,
    ) -> Item:
        """The article of these values, by its own names; without an id it gets one of its place."""
        given = dict(values)
        if given.get("id") is None:
            given["id"] = self.id if number is None else f"{self.id}:{number}"
        key = str(given["id"])
        unit, start, end = stretch
        origin = Origin(file=self.file, member=self.member, unit=unit, start=start, end=end)
        try:
            article = Article.from_source(given, origin, encoding)
            _check(article, self.limits)
        except ArticleError as error:
            return self.reject(str(error), number, key)
        return article


def _check(article: Article, limits: Limits) -> None:
    for name, text in (("text", article.text), ("title", article.title or "")):
        if len(text) > limits.characters:
            raise ArticleError(
                f"{name} has {len(text)} characters, over {limits.characters}; "
                "split it into articles"
            )
        if (found := text.find("\0")) >= 0:
            raise ArticleError(
                f"{name}: NUL at character {found}, which no text has; the file is damaged"
            )
