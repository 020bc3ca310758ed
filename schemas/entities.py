"""Who, where, when: the places, dates, officials and clusters an article names."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Id, Model, ProvinceCode
from schemas.spans import Span
from schemas.values import Candidate, GregorianInterval, JalaliInterval
from schemas.vocabularies import (
    Basis,
    Calendar,
    DateKind,
    Granularity,
    Modifier,
    PlaceKind,
    Resolution,
    RoleCode,
)

_DURATION = r"^P(?:[0-9]+(?:[.][0-9]+)?[YMWD]){1,4}$"
_PLACE_CODE = r"^(?:IR-(?:[012][0-9]|30)|[A-Z]{2})$"


def check_basis(value: object, basis: Basis | None, field: str) -> None:
    """Raise ValueError unless a value and the ground for it are both there or both absent."""
    if (value is None) != (basis is None):
        raise ValueError(f"{field} is {value!r} but {field}_basis is {basis!r}; give both or none")


class Place(Model):
    """One naming of a place."""

    id: Id = Field(description="Unique in the record")
    span: Span = Field(description="The bare name: «خراسان رضوی», not «استان خراسان رضوی»")
    kind: PlaceKind = Field(description="What sort of place is meant here")
    name: str = Field(description="The name, normalized")
    code: Annotated[str, Field(pattern=_PLACE_CODE)] | None = Field(
        description="ISO 3166-2:IR of a province, ISO 3166-1 alpha-2 of a country, else null"
    )
    province: ProvinceCode | None = Field(description="The province a county or city lies in")
    alternatives: tuple[ProvinceCode, ...] = Field(
        description="Provinces in which other places of this name lie"
    )


class Date(Model):
    """One calendar expression or length of time."""

    id: Id = Field(description="Unique in the record")
    span: Span = Field(description="The expression, with «ابتدای», «پایان» and the like")
    kind: DateKind = Field(description="A stretch of the calendar, a length, or a repetition")
    granularity: Granularity = Field(description="The unit that is named or counted")
    calendar: Calendar = Field(description="The calendar in which the article says it")
    modifier: Modifier | None = Field(description="Which part of the unit is meant")
    jalali: JalaliInterval | None = Field(description="The whole unit named; null if unresolved")
    gregorian: GregorianInterval | None = Field(description="The same days, Gregorian")
    duration: Annotated[str, Field(pattern=_DURATION, examples=["P3Y"])] | None = Field(
        description="ISO 8601 length of a duration or of a relative span"
    )
    resolution: Resolution = Field(description="From what the year or the days were found")
    candidates: tuple[Candidate, ...] = Field(description="Other readings that fit as well")

    @model_validator(mode="after")
    def _both_calendars(self) -> Self:
        if (self.jalali is None) != (self.gregorian is None):
            raise ValueError(
                f"date {self.id}: jalali and gregorian must be both there or both null"
            )
        return self


class Official(Model):
    """A person, or the holder of an office whom the article never names."""

    id: Id = Field(description="Unique in the record")
    name: str | None = Field(description="Without honorifics; null if never named")
    role: str | None = Field(description="The office as stated, normalized")
    role_code: RoleCode | None = Field(description="The office as a slug")
    organization: str | None = Field(description="The body in which the office is held, as stated")
    province: ProvinceCode | None = Field(description="The province of the office")
    province_basis: Basis | None = Field(description="What the province rests on")
    mentions: tuple[Span, ...] = Field(
        min_length=1, description="Every naming; of one never named, the title"
    )

    @model_validator(mode="after")
    def _has_basis(self) -> Self:
        check_basis(self.province, self.province_basis, "province")
        return self


class Cluster(Model):
    """One industrial or business cluster."""

    id: Id = Field(description="Unique in the record")
    name: str = Field(description="Product or trade, without «خوشه», «صنعتی» and the province")
    province: ProvinceCode | None = Field(description="The province the cluster lies in")
    province_basis: Basis | None = Field(description="What the province rests on")
    place: Id | None = Field(description="Id of the city or county the cluster lies in")
    mentions: tuple[Span, ...] = Field(min_length=1, description="Every naming, the name alone")

    @model_validator(mode="after")
    def _has_basis(self) -> Self:
        check_basis(self.province, self.province_basis, "province")
        return self
