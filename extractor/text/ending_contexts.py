"""Which of two words is meant that look the same without half-spaces, by what stands beside.

«حرفهای» is «حرفه‌ای» (professional) or «حرف‌های» (words of). The plural is followed by what it
belongs to, hardly by a verb or a full stop. The weights are counted by
``benchmarks/ending_contexts.py``.
"""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extractor.text.characters import DIGITS, LETTERS, ZWNJ

CONTEXTS: Traversable = files("extractor.lexicon") / "data" / "ending_contexts.txt"

# Stands for all words without a weight of their own.
OTHER = "*"

_NEAR = 24
_BEFORE = re.compile(rf"(?:([{LETTERS}{ZWNJ}]+)|([{DIGITS}])|([^\s])) ?$")
_AFTER = re.compile(rf" ?(?:([{LETTERS}{ZWNJ}]+)|([{DIGITS}])|([^\s])|$|\n)")


def before(text: str, start: int) -> str:
    """The word before: «۰» for a number, «.» for a sign, nothing at the start of a line."""
    return _name(_BEFORE.search(text, max(0, start - _NEAR), start))


def after(text: str, end: int) -> str:
    """The word after; the end of a line counts as a sign."""
    found = _AFTER.match(text, end, end + _NEAR)
    return _name(found) or "."


def singular_odds(text: str, start: int, end: int) -> float:
    """The log of how much more likely the context makes «…ه‌ای» than «…‌های»."""
    return _weight("before", before(text, start)) + _weight("after", after(text, end))


def _weight(side: str, word: str) -> float:
    weights = _weights()
    return weights[side, word if (side, word) in weights else OTHER]


def _name(found: re.Match[str] | None) -> str:
    if not found:
        return ""
    word, digit, sign = found.groups()
    return word.replace(ZWNJ, "") if word else "۰" if digit else "." if sign else ""


@cache
def _weights() -> dict[tuple[str, str], float]:
    weights = {}
    for line in CONTEXTS.read_text(encoding="utf-8").splitlines():
        side, weight, *words = line.split(" ")
        weights.update({(side, word): float(weight) for word in words})
    return weights
