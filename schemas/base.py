"""What all models share: they are frozen, closed, and say what each field means."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# One code point of the UTF-16 surrogate range: not a character, has no UTF-8.
SURROGATE = re.compile("[\ud800-\udfff]")

Id = Annotated[str, Field(min_length=1)]
ProvinceCode = Annotated[
    str,
    Field(
        pattern=r"^IR-(?:[012][0-9]|30)$", description="ISO 3166-2:IR code, as since November 2020"
    ),
]


class Model(BaseModel):
    """A frozen, closed value."""

    model_config = ConfigDict(frozen=True, extra="forbid")
