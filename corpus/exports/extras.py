"""Libraries that come with an extra of ours, not with the program itself."""

from importlib import import_module
from types import ModuleType

from schemas.errors import KhooshechinError


class ExtraError(KhooshechinError):
    """A library is wanted that is not installed."""


def need(module: str, extra: str) -> ModuleType:
    """The module; ExtraError, saying how to get it, if it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraError(
            f"{module} is not installed; it comes with the extra {extra}: "
            f"pip install '.[{extra}]' in the folder of khooshechin's source"
        ) from error
