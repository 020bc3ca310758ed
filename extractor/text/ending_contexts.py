"""Which of two words is meant that look the same without half-spaces, by what stands beside.

«حرفهای» is «حرفه‌ای» (professional) or «حرف‌های» (words of). The plural is followed by what it
belongs to, hardly by a verb or a full stop. Words that are often met in both readings, as this one,
have weights of their own beside those for all. The weights are counted by
``benchmarks/ending_contexts.py``.
"""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extractor.text.characters import DIGITS, LETTERS, ZWNJ
from extractor.text.word_forms import word_forms

CONTEXTS: Traversable = files("extractor.lexicon") / "data" / "ending_contexts.txt"

# Stands for all words without a weight of their own; «*N» for the nouns among them.
OTHER = "*"
# What is added to the weight for all where a word that has weights of its own was never met.
UNSEEN = "+"

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
    stem = text[start : end - len("های")]
    return _weight("before", before(text, start), stem) + _weight("after", after(text, end), stem)


def _weight(side: str, word: str, stem: str) -> float:
    weights = _weights()
    name = next(n for n in (word, kind(word), OTHER) if (side, n) in weights)
    own = f"{side}:{stem}"
    if (own, name) in weights:
        return weights[own, name]
    return weights[side, name] + weights.get((own, UNSEEN), 0.0)


def kind(word: str) -> str:
    """What a rare word is known by: the kinds of word that hazm's dictionary calls it."""
    return OTHER + word_forms().speech_parts.get(word, "")


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
