"""The base of the closed vocabularies: a slug with a label in Persian and in English."""

from enum import StrEnum
from typing import Literal, Self

Language = Literal["fa", "en"]


class Vocabulary(StrEnum):
    """A slug that is a string, and knows what to call itself before a reader."""

    fa: str
    en: str

    def __new__(cls, slug: str, fa: str = "", en: str = "") -> Self:
        """The defaults only serve look-up by value: ``Unit("IRR")``."""
        member = str.__new__(cls, slug)
        member._value_ = slug
        member.fa = fa
        member.en = en
        return member

    def label(self, language: Language) -> str:
        """What people call it: ``fa`` Persian, ``en`` English."""
        return self.fa if language == "fa" else self.en
