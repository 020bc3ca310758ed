"""Khooshechin reads Persian news and finds what became of Iran's industrial clusters."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.extractor import Extractor

__all__ = ["Extractor"]


def __getattr__(name: str) -> Any:
    # Imported on use: hazm and spaCy take seconds, and ``khooshechin --help`` needs neither.
    if name == "Extractor":
        from extractor.extractor import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
