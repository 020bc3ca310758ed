"""What a column of an exported table is, and the columns that many tables share."""

from dataclasses import dataclass
from typing import Literal

from schemas.labels import Vocabulary
from schemas.vocabularies import Basis

Type = Literal["string", "integer", "number", "date", "boolean"]
Value = str | int | float | bool | None
Row = tuple[Value, ...]
Slugs = type[Vocabulary]


@dataclass(frozen=True)
class Column:
    """One column: its name in the data, what it says, and its name in Persian."""

    name: str
    fa: str
    description: str
    type: Type = "string"
    required: bool = False
    vocabulary: Slugs | None = None
    refers_to: str | None = None  # the table whose ``id``, in the same article, it gives


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, and which of them tell its rows apart."""

    name: str
    fa: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of this name."""
        return self.columns[self.names.index(name)]


ARTICLE = Column("article_id", "شناسه خبر", "Id of the article", required=True)


def own_id(what: str) -> Column:
    """The id of an entry, unique in its article."""
    return Column("id", "شناسه", f"Id of the {what} in its article", required=True)


def span(required: bool = True) -> tuple[Column, Column, Column]:
    """Where in the text it stands, and the words there."""
    return (
        Column("span_start", "آغاز", "First code point in the article's text", "integer", required),
        Column("span_end", "پایان", "Code point after the last one", "integer", required),
        Column("span_text", "عبارت", "The words, to the character", required=required),
    )


def province() -> Column:
    """A province by its code."""
    return Column("province", "استان", "ISO 3166-2:IR code of the province")


def jalali() -> tuple[Column, Column]:
    """Days of the Iranian calendar."""
    return (
        Column("jalali_start", "از (شمسی)", "First day in the Iranian calendar"),
        Column("jalali_end", "تا (شمسی)", "Last day in the Iranian calendar"),
    )


def gregorian() -> tuple[Column, Column]:
    """The same days of the Gregorian calendar."""
    return (
        Column("gregorian_start", "از (میلادی)", "First day, Gregorian", "date"),
        Column("gregorian_end", "تا (میلادی)", "Last day, Gregorian", "date"),
    )


def slug(name: str, fa: str, description: str, vocabulary: Slugs, required: bool = True) -> Column:
    """A slug of a closed vocabulary."""
    return Column(name, fa, description, required=required, vocabulary=vocabulary)


def basis(name: str, fa: str, of: str) -> Column:
    """The ground of a link that is inferred."""
    return slug(name, fa, f"What the {of} rests on", Basis, required=False)


def ref(name: str, fa: str, description: str, table: str, required: bool = False) -> Column:
    """The id of an entry of the same article."""
    return Column(name, fa, description, required=required, refers_to=table)
