"""The words around a quantity, ready for lookup: built once from ``quantity_words.toml``."""

from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import ProductRow, WordsRow
from extractor.text.characters import ZWNJ

_LONGEST_ENDING = 5
_SHORTEST_STEM = 2


@cache
def word_set(kind: str) -> frozenset[str]:
    """All words of a kind, with and without their half-spaces."""
    rows = load_rows("quantity_words.toml", WordsRow)
    words = {word for row in rows if row.kind == kind for word in row.words.split()}
    return frozenset(words | {word.replace(ZWNJ, "") for word in words})


@cache
def _goods() -> frozenset[str]:
    rows = load_rows("products.csv", ProductRow)
    return frozenset(s.replace(ZWNJ, "") for row in rows for s in row.surfaces if " " not in s)


def names_goods(noun: str) -> bool:
    """Whether a noun is a product, so that «تن» before it weighs.

    >>> names_goods("گردو"), names_goods("نجار")
    (True, False)
    """
    return noun.replace(ZWNJ, "") in _goods()


def names_person(noun: str) -> bool:
    """Whether a noun is made like the names of trades.

    >>> names_person("سوزن\u200cدوز"), names_person("گلخانه\u200cدار"), names_person("درخت")
    (True, True, False)
    """
    flat = noun.replace(ZWNJ, "")
    endings = word_set("person_ending")
    return any(
        flat[-length:] in endings
        for length in range(2, _LONGEST_ENDING + 1)
        if len(flat) >= length + _SHORTEST_STEM
    )
