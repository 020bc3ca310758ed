"""A number that is looked for, whichever way it is written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from extractor.mentions import NumberKind
from extractor.quantities.finding import find_quantities
from extractor.text.numerals import find_numbers
from schemas.vocabularies import Unit

_MOST = 100  # characters
_LETTERS = str.maketrans({"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9"})
_WORD = re.compile(r"\w")
_KINDS = (NumberKind.CARDINAL, NumberKind.FRACTION)
_VAGUE = (Unit.OTHER, Unit.ITEM)


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of a figure, with its unit if that is said."""

    value: float
    unit: str | None


@lru_cache(maxsize=256)
def read_amount(words: str) -> Amount | None:
    """The one number that words are; None for other words.

    >>> read_amount("۶ هزار و ۴۵۰ نفر"), read_amount("12,470,000"), read_amount("فرش ۱۲")
    (Amount(value=6450.0, unit='person'), Amount(value=12470000.0, unit=None), None)
    """
    text = unicodedata.normalize("NFKC", words[: _MOST + 1]).translate(_LETTERS)
    numbers = find_numbers(text) if len(text) <= _MOST else []
    if len(numbers) != 1 or numbers[0].kind not in _KINDS or numbers[0].upper is not None:
        return None
    quantities = find_quantities(text, numbers)
    if not quantities:
        start, end, unit = numbers[0].start, numbers[0].end, None
    else:
        start, end, unit = quantities[0].start, quantities[0].end, quantities[0].unit
    if unit in _VAGUE or _WORD.search(text[:start] + text[end:]):
        return None
    return Amount(float(numbers[0].value), unit)
