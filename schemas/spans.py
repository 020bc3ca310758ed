"""Evidence: which characters of the original text a value was read from."""

from typing import Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from schemas.base import Model


class Span(Model):
    """Where a value was read: half-open code-point offsets into ``article.text``."""

    start: NonNegativeInt = Field(description="First code point of the original text")
    end: PositiveInt = Field(description="Code point after the last one")
    text: str = Field(min_length=1, description="article.text[start:end], to the character")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}..{self.end} has {self.end - self.start} code points, "
                f"its text {self.text!r} has {len(self.text)}"
            )
        return self
