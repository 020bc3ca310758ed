"""How exact a number is meant to be, read from how it is written."""

import re
from decimal import Decimal
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import NumberWord
from schemas.figures import Figure
from schemas.vocabularies import Comparator

# «۲/۵», «۲٫۵», «۲.۵»: the digits behind the sign, which some archives follow with a line break;
# three of them behind a comma part thousands.
_DECIMALS = re.compile(r"\d[./٫]\s?(\d{1,4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ABOUT = Decimal("0.05")  # «حدود»: five percent of the value
_HALF = Decimal("0.5")


@cache
def _scales() -> dict[str, Decimal]:
    rows = load_rows("numbers.toml", NumberWord)
    return {s: row.value or Decimal(1) for row in rows if row.kind == "scale" for s in row.surfaces}


def last_place(text: str, unit_text: str) -> Decimal:
    """What one step of the last written digit is worth.

    >>> int(last_place("۱.۸ میلیون دلار", "دلار")), int(last_place("۱۳ هزار و ۵۰۰ نفر", "نفر"))
    (100000, 1)
    """
    number = text.removesuffix(unit_text)
    words = _WORD.findall(number)
    scale = Decimal(1)
    for word in reversed(words):
        if word not in _scales():
            break
        scale *= _scales()[word]
    decimals = _DECIMALS.search(number)
    return scale.scaleb(-len(decimals[1])) if decimals else scale


def slack(figure: Figure) -> Decimal:
    """How far the true value may lie from the one written: rounding, and «حدود»."""
    rounding = last_place(figure.span.text, figure.unit_text) * _HALF
    if figure.comparator is Comparator.ABOUT:
        return max(rounding, abs(figure.value) * _ABOUT)
    return rounding


def is_bounded(figure: Figure) -> bool:
    """Whether the figure is one value, not a range or an open bound."""
    return figure.upper is None and figure.comparator in (Comparator.EXACT, Comparator.ABOUT)
