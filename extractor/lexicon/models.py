"""Row types of the lexicon. A row is the only place to change for a word of Persian."""

from decimal import Decimal

from pydantic import BaseModel

from schemas.vocabularies import RoleCode


class Row(BaseModel, frozen=True, extra="forbid"):
    """A stable id, how it is written, and marked-up examples that run as tests."""

    id: str
    surfaces: tuple[str, ...]
    examples: tuple[str, ...] = ()
    source: str | None = None


class Cue(Row, frozen=True):
    """A phrase that signals a value; ``direction`` says on which side its object stands."""

    kind: str
    value: str | None = None
    direction: str | None = None


class NumberWord(Row, frozen=True):
    """A word of the number grammar; ``kind`` names its part in it."""

    kind: str
    value: Decimal | None = None


class UnitRow(Row, frozen=True):
    """A unit of measure, a currency or a counted noun; a value is multiplied by ``factor``."""

    code: str
    factor: Decimal = Decimal(1)
    indicator: str | None = None


class RoleRow(Row, frozen=True):
    """An office a person can hold."""

    code: RoleCode
