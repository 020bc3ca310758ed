"""How much a figure says, and how exactly; money in rials, masses in tonnes."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from corpus.checks.words import table
from corpus.folding import fold

# Unit -> the family it is compared in, and how many of that family's unit it is.
_FAMILIES = {
    "IRR": ("money", Decimal(1)),
    "IRT": ("money", Decimal(10)),
    "tonne": ("mass", Decimal(1)),
    "kilogram": ("mass", Decimal("0.001")),
    "gram": ("mass", Decimal("0.000001")),
    "hectare": ("area", Decimal(1)),
    "square_metre": ("area", Decimal("0.0001")),
    "job": ("person", Decimal(1)),
}
_MOST = Decimal("0.05")  # «حدود», and zeros at the end, stand for at most five percent
_HALF = Decimal("0.5")
_DECIMALS = re.compile(r"[0-9][./٫]\s?([0-9]{1,4})(?![0-9])")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_RATIOS = (Decimal(10), Decimal(1000), Decimal(10**6))
_TOP = Decimal(10) ** 30  # above every amount there is

TOLERANCE = "half of the last digit that is not 0, at most 5 %; 5 % for «حدود»"


class Amount(NamedTuple):
    """Between what bounds the true value lies, in the unit of its family."""

    value: Decimal
    low: Decimal
    high: Decimal

    def agrees(self, other: "Amount") -> bool:
        """Whether one value may be both."""
        return self.low <= other.high and other.low <= self.high


def family(unit: str) -> str:
    """What a unit measures, as far as units can be compared.

    >>> family("IRT"), family("IRR"), family("USD")
    ('money', 'money', 'USD')
    """
    return _FAMILIES.get(unit, (unit, None))[0]


def factor(unit: str) -> Decimal:
    """How many of its family's unit a unit is."""
    return _FAMILIES[unit][1] if unit in _FAMILIES else Decimal(1)


def amount(value: Decimal, upper: Decimal | None, comparator: str, unit: str, text: str) -> Amount:
    """The bounds of a figure; ``text`` is how it is written.

    >>> amount(Decimal(1800000), None, "exact", "USD", "۱.۸ میلیون دلار").low
    Decimal('1750000')
    """
    slack = _slack(value, text)
    if comparator == "about":
        slack = max(slack, abs(value) * _MOST)
    low, high = value - slack, (value if upper is None else upper) + slack
    if comparator in ("more_than", "at_least"):
        high = _TOP
    elif comparator in ("less_than", "at_most"):
        low = -_TOP
    times = factor(unit)
    return Amount(value * times, low * times, high * times)


def _slack(value: Decimal, text: str) -> Decimal:
    """Half of the last digit written; zeros at the end may be rounded."""
    written = _last_place(fold(text)) * _HALF
    digits = value.normalize().as_tuple()
    zeros = Decimal(1).scaleb(int(digits.exponent)) * _HALF if value else Decimal(0)
    return max(written, min(zeros, abs(value) * _MOST))


def _last_place(text: str) -> Decimal:
    """What one step of the last written digit is worth: 100,000 in «1.8 میلیون دلار»."""
    place = 0
    for word in reversed(_WORD.findall(text)):
        zeros = _zeros(word)
        if word.isdecimal() or (place and zeros is None):
            break
        place += zeros or 0
    decimals = _DECIMALS.search(text)
    return Decimal(1).scaleb(place - (len(decimals[1]) if decimals else 0))


def _zeros(word: str) -> int | None:
    return _scales().get(word)


@cache
def _scales() -> dict[str, int]:
    return {word: int(zeros) for zeros, scale in table("scales").items() for word in scale}


def digits_of(value: Decimal) -> str:
    """The digits of a number without the zeros around them.

    >>> digits_of(Decimal("350000000000")), digits_of(Decimal("0.0350"))
    ('35', '35')
    """
    return "".join(map(str, value.normalize().as_tuple().digits))


def ratio(first: Decimal, second: Decimal) -> Decimal | None:
    """10, 1000 or 10⁶ if the larger of two values is exactly that many times the smaller."""
    small, large = sorted((abs(first), abs(second)))
    return next((r for r in _RATIOS if small * r == large), None)
