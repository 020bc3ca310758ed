"""What a caller may set. Everything here is part of a record's provenance."""

import hashlib
from datetime import date

from pydantic import BaseModel, Field

DEFAULT_AS_OF = date(2026, 6, 30)


class Config(BaseModel, frozen=True, extra="forbid"):
    """Settings of an extraction; two runs with the same digest give the same bytes."""

    as_of: date = Field(
        default=DEFAULT_AS_OF,
        description="The day taken as today where an article leaves its year open",
    )

    def digest(self) -> str:
        """SHA-256 over all settings."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()
