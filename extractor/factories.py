"""The spaCy factories by name: what the package's entry points lead to.

With them ``spacy.blank("fa").add_pipe("khooshechin_numbers")`` works without an import of ours.
"""

from collections.abc import Callable

from spacy.language import Language

from extractor.components.base import REGISTRY, Component
from extractor.pipeline import import_components


def __getattr__(name: str) -> Callable[[Language, str], Component]:
    import_components()
    for spec in REGISTRY.values():
        if spec.factory == name:
            return spec.create
    raise AttributeError(f"no component is registered as {name!r}")
