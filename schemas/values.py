"""Numbers and intervals of the calendar."""

from datetime import date
from decimal import Context, Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from schemas.base import Model

# What a double always holds: more digits after the point would not survive a JSON reader.
_SHORT = Context(prec=15)


def _round_fraction(value: Decimal) -> Decimal:
    """The value itself where JSON can carry it; integers always can."""
    if value == value.to_integral_value():
        return value
    return value if Decimal(repr(float(value))) == value else _SHORT.plus(value)


def json_number(value: Decimal) -> int | float:
    """A decimal as the JSON number that says the same.

    >>> json_number(Decimal("45000000000.0")), json_number(Decimal("2.50"))
    (45000000000, 2.5)
    """
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(_round_fraction),
    PlainSerializer(json_number, return_type=int | float, when_used="json"),
]

# Thirty-one days in the first six months, thirty at most in the others.
_DAY_30 = "(?:0[1-9]|[12][0-9]|30)"
_JALALI = f"^[0-9]{{4}}-(?:0[1-6]-(?:{_DAY_30}|31)|(?:0[7-9]|1[0-2])-{_DAY_30})$"
JalaliDate = Annotated[str, Field(pattern=_JALALI, examples=["1402-05-12"])]


class JalaliInterval(Model):
    """Days of the Iranian calendar, both inclusive, as ``YYYY-MM-DD``.

    >>> JalaliInterval(start="1404-01-01", end="1404-12-29").end
    '1404-12-29'
    """

    start: JalaliDate = Field(description="First day")
    end: JalaliDate = Field(description="Last day")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        # Strings of one shape sort as the days do.
        if self.end < self.start:
            raise ValueError(f"interval {self.start}..{self.end} ends before it starts")
        return self


class GregorianInterval(Model):
    """Days of the Gregorian calendar, both inclusive."""

    start: date = Field(description="First day")
    end: date = Field(description="Last day")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"interval {self.start}..{self.end} ends before it starts")
        return self


class Candidate(Model):
    """Another reading of a date, in both calendars."""

    jalali: JalaliInterval = Field(description="In the Iranian calendar")
    gregorian: GregorianInterval = Field(description="The same days in the Gregorian calendar")
