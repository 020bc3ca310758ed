"""The words of the desk's pages, in Persian and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from schemas.labels import Language


@cache
def messages() -> Mapping[str, Mapping[Language, str]]:
    """Every message by its key: ``search.title``."""
    text = (files("extractor.desk") / "messages.toml").read_text(encoding="utf-8")
    sections = tomllib.loads(text)
    return {
        f"{section}.{name}": words
        for section, entries in sections.items()
        for name, words in entries.items()
    }
