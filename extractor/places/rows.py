"""Names in one row: with commas between them, or with the count of each beside it.

>>> is_row("، ", None), is_row(" با ۱۲ خوشه، ", None), is_row(" است. ", None)
(True, True, False)
>>> is_row("، ۳۵ درصد به ", "به"), is_row("، ۳۵ درصد به ", "در")
(True, False)
"""

import re
from functools import cache
from typing import Literal

from extractor.places.cues import word_set
from extractor.places.matching import word_key
from extractor.text.numerals_lexicon import number_lexicon

# Between members of one list: comma, and, or, a dash, a slash; «از الف تا ب».
_LIST = re.compile(
    r"[\s\u200c«»\"]*(?:[،,/]|[-–]|(?:[،,]\s*)?(?:و|یا|تا)(?=\s)|و(?=$))?[\s\u200c«»\"]*"
)
# In a table written as text: «گیلان: ۴۹۶ نفر، اصفهان: ۵۶۴ نفر».
_CELL = re.compile(r"[\s:(]{0,3}[\d.,٫٬/]{1,12}\s{0,2}[^\W\d]{0,8}[\s)،,؛و]{0,4}")
Side = Literal["behind", "before"]
_LONGEST_LIST = 40
_LONGEST_CELL = 60
_TOKEN = re.compile(r"\d[\d.٫٬/]*|[^\W\d_](?:[^\W\d_]|\u200c)*|[^\s\u200c]")
_SEPARATORS = frozenset("،,؛")
_AND, _IN = "و", "در"
# Kinds of tokens: N number, P particle, A and, S separator, C colon or bracket, T the word that
# stands before the first name too, I «در», W any other word, X any other sign.
_COUNT = "P{0,4}N[NAPWI]{0,6}"
_BEHIND = re.compile(f"C?{_COUNT}C?(?:S|S?A)[TI]?")  # «یزد با ۳ خوشه و »
_BEFORE = re.compile(f"(?:S|S?A){_COUNT}T")  # «به عمان، ۳۵ درصد به »
_CLUSTERS = re.compile("C?P{0,6}N[NA]{0,5}K")


def is_row(gap: str, word: str | None) -> bool:
    """Whether what stands between two names makes them members of one row.

    ``word`` stands right before the first name: where counts part them, it is before both.
    """
    # No row has a longer gap; the bound keeps the patterns from long stretches of blanks.
    if len(gap) <= _LONGEST_LIST and (_LIST.fullmatch(gap) or _CELL.fullmatch(gap)):
        return True
    return parted_by_count(gap, word) is not None


def parted_by_count(gap: str, word: str | None) -> Side | None:
    """Where the count between two names of a row stands: behind its name or before it.

    >>> parted_by_count(" با ۱۲ خوشه، ", None), parted_by_count("، ۳۵ درصد به ", "به")
    ('behind', 'before')
    """
    if len(gap) > _LONGEST_CELL or not (_AND in gap or not _SEPARATORS.isdisjoint(gap)):
        return None
    kinds = _kinds(_TOKEN.findall(gap), word)
    if _BEHIND.fullmatch(kinds):
        return "behind"
    return "before" if _BEFORE.fullmatch(kinds) else None


def only_particles(gap: str) -> bool:
    """Whether nothing but particles parts a name from its count.

    >>> only_particles(" با بیش از "), only_particles(" را با ")
    (True, False)
    """
    return len(gap) <= _LONGEST_LIST and not _kinds(_TOKEN.findall(gap), None).strip("PC")


def counts_clusters(behind: str) -> bool:
    """Whether a count of clusters follows a name, as one of provinces only does.

    >>> counts_clusters(" با ۱۲ خوشه، فارس"), counts_clusters(" با ۱۲ کارگاه")
    (True, False)
    """
    tokens = _TOKEN.findall(behind)[:8]
    kinds = _kinds(tokens, None)
    kinds = "".join("K" if t in _clusters() else k for k, t in zip(kinds, tokens, strict=True))
    return _CLUSTERS.match(kinds) is not None


def _kinds(tokens: list[str], word: str | None) -> str:
    kinds = [_kind(token) for token in tokens]
    if word and kinds and kinds[-1] in "PWI" and word_key(tokens[-1]) == word:
        kinds[-1] = "T"
    return "".join(kinds)


def _kind(token: str) -> str:
    if token in _SEPARATORS:
        return "S"
    if token in (_AND, _IN):
        return "A" if token == _AND else "I"
    term = number_lexicon().terms.get(token)
    if token[0].isdigit() or (term is not None and term.kind in ("cardinal", "scale")):
        return "N"
    if not token[0].isalpha():
        return "C" if token in ":()" else "X"
    return "P" if word_key(token) in _particles() else "W"


@cache
def _clusters() -> frozenset[str]:
    return word_set("cluster")


@cache
def _particles() -> frozenset[str]:
    return word_set("row_particle")
