"""What an explanation holds."""

from pydantic import Field, JsonValue

from schemas.base import Id, Model
from schemas.spans import Span


class Because(Model):
    """Why one field of an entry has its value."""

    field: str = Field(description="Name of the field; «activities[0].phase» for one within")
    value: JsonValue = Field(description="What the record holds")
    rule: str = Field(description="The rule that decided, as in docs/explain.md")
    says: str = Field(description="What the rule says")
    row: str | None = Field(description="The lexicon's row, as file#id; null if none decided")
    words: tuple[Span, ...] = Field(description="The words that triggered it")


class Entry(Model):
    """One entry of a record that can be explained."""

    id: Id = Field(description="The entry's id in the record")
    group: str = Field(description="The list it stands in")
    evidence: tuple[Span, ...] = Field(description="The words the entry quotes")


class Explanation(Entry):
    """Why one entry of a record is what it is."""

    because: tuple[Because, ...] = Field(description="One for each value and link")

    def find(self, field: str) -> Because | None:
        """The reason for a field; None where nothing decided it."""
        return next((b for b in self.because if b.field == field), None)
