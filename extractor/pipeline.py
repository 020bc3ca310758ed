"""Build the spaCy pipeline of all registered components."""

import importlib
import pkgutil

import spacy
from spacy.language import Language

from extractor import components
from extractor.components.base import PREFIX, component_order
from extractor.text.tokenization import TOKENIZER


def import_components() -> None:
    """Import every file of ``extractor.components``, which registers its component."""
    for module in pkgutil.iter_modules(components.__path__):
        importlib.import_module(f"{components.__name__}.{module.name}")


def build_nlp() -> Language:
    """A blank Persian pipeline with our components, ordered by what they read and write."""
    import_components()
    nlp = spacy.blank("fa", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    # A hostile or very long article is the deadline's business, not the tokenizer's.
    nlp.max_length = 1 << 40
    for name in component_order():
        nlp.add_pipe(PREFIX + name)
    return nlp
