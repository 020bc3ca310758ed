"""Who said what, and what a fact-checker should look at."""

from typing import Self

from pydantic import Field, model_validator

from schemas.base import Id, Model
from schemas.spans import Span
from schemas.vocabularies import FindingCode, Severity


class Statement(Model):
    """A stretch of speech, direct or reported."""

    id: Id = Field(description="Unique in the record")
    speaker: Id | None = Field(description="Id of the official who speaks")
    verb: str = Field(description="The verb of speech, normalized")
    span: Span = Field(description="What is said")


class Finding(Model):
    """A check that was done, with its sum, so that the reader can do it again."""

    id: Id = Field(description="Unique in the record")
    code: FindingCode = Field(description="Which check")
    severity: Severity = Field(description="Impossible, doubtful, or good to know")
    message_fa: str = Field(min_length=1, description="One sentence in Persian")
    message_en: str = Field(min_length=1, description="One sentence in English")
    calculation: str = Field(description="The sum with its numbers")
    tolerance: str | None = Field(description="How far off still counts as agreeing; null if exact")
    refs: tuple[Id, ...] = Field(description="Ids of the entries it is about")
    spans: tuple[Span, ...] = Field(description="The words it rests on, where no entry has them")

    @model_validator(mode="after")
    def _ok_is_info(self) -> Self:
        if self.code.endswith(".ok") and self.severity is not Severity.INFO:
            raise ValueError(
                f"finding {self.id}: {self.code} has severity {self.severity}, not info"
            )
        return self
