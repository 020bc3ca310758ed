"""Build the spaCy pipeline of all registered components."""

import importlib
import pkgutil

import spacy
from spacy.language import Language

from extractor import components
from extractor.components.base import PREFIX, component_order
from extractor.text.tokenization import TOKENIZER
from extractor.text.word_forms import word_forms

_FREQUENT = 2  # times in the counted news: forty thousand words, a third of a second


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
    # Nothing here reads spaCy's own attributes of words, which cost most of making a new one.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # left out of its stubs
    # Within a memory zone each word that the vocabulary does not hold yet is made anew.
    for word, count in word_forms().counts.items():
        if count >= _FREQUENT:
            nlp.vocab[word]
    return nlp
