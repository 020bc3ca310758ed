"""The quantities an article states, with what they count and whom they are said by."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Id, Model, ProvinceCode
from schemas.entities import check_basis
from schemas.spans import Span
from schemas.values import Number
from schemas.vocabularies import Basis, Comparator, Indicator, Modality, Unit

CurrencyCode = Annotated[
    str, Field(pattern=r"^[A-Z]{3}$", description="Any other ISO 4217 code", examples=["KWD"])
]


class Figure(Model):
    """One quantity of the article, linked to what it is about."""

    id: Id = Field(description="Unique in the record")
    span: Span = Field(description="The number with its comparator and its unit or counted noun")
    value: Number = Field(description="Scale words multiplied out; the lower end of a range")
    upper: Number | None = Field(description="The upper end of a range, else null")
    comparator: Comparator = Field(description="How the number bounds the quantity")
    unit: Unit | CurrencyCode = Field(
        union_mode="left_to_right", description="What is counted or measured in"
    )
    unit_text: str = Field(description="The unit or counted noun as written, normalized")
    item: str | None = Field(description="The noun phrase that is counted or measured")
    indicator: Indicator = Field(description="Which quantity of a cluster's life it is")
    modality: Modality = Field(description="Reached, estimated, or aimed at")
    cluster: Id | None = Field(description="Id of the cluster it is about")
    cluster_basis: Basis | None = Field(description="What the cluster rests on")
    province: ProvinceCode | None = Field(description="The province it is about")
    province_basis: Basis | None = Field(description="What the province rests on")
    place: Id | None = Field(description="Id of the city or county it is about")
    date: Id | None = Field(description="Id of the date or period it holds for")
    speaker: Id | None = Field(description="Id of the official who says it")
    part_of: Id | None = Field(description="Id of the figure it is a part of")

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        check_basis(self.cluster, self.cluster_basis, "cluster")
        check_basis(self.province, self.province_basis, "province")
        if (self.upper is None) == (self.comparator is Comparator.RANGE):
            raise ValueError(f"figure {self.id}: a range has an upper end, and nothing else has")
        return self
