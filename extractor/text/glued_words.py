"""Part words that were written without the space between them: «رامیتوان», «نیستدبیرکل».

Blanks are lost around links and where a line ended. Two words are taken apart only if the whole was
never met, both are frequent, and one of them is of a kind that hardly makes compounds: a verb, or
the object marker.
"""

from collections.abc import Iterator
from functools import cache

from extractor.text.affixes import Affixes, affixes
from extractor.text.characters import ZWNJ
from extractor.text.word_forms import DURATIVE_PREFIXES, WordForms, word_forms

# Counts of the words on both sides, the second one if the other is no durative verb.
_FREQUENT, _VERY_FREQUENT = 30.0, 100.0
# No word is this long; what is costs time only.
_SHORTEST, _LONGEST = 5, 32
_IS = "است"  # the one verb that may lose its first letter


def part_glued(word: str) -> str | None:
    """Both words with a space between them, or None if it can't be told.

    >>> part_glued("رامیتوان") == "را می\u200cتوان", part_glued("نیستدبیرکل"), part_glued("بودجه")
    (True, 'نیست دبیرکل', None)
    """
    joined = word.replace(ZWNJ, "")
    if not _SHORTEST <= len(joined) <= _LONGEST or word_forms().count(joined) >= 1.0:
        return None
    found = max(_glued().partings(joined), default=None)
    if found is None:
        return None
    parted = found[1]
    # A half-space of the text stays one.
    kept = _places(word, ZWNJ) <= _places(parted, ZWNJ)
    return parted if kept else None


@cache
def _glued() -> "_GluedWords":
    return _GluedWords(word_forms(), affixes())


class _GluedWords:
    def __init__(self, forms: WordForms, tables: Affixes) -> None:
        self.forms = forms
        self.affixes = tables

    def partings(self, joined: str) -> Iterator[tuple[float, str]]:
        for cut in range(2, len(joined) - 1):
            first, second = joined[:cut], joined[cut:]
            # Looking up counts is dear: first what only looks at the words themselves.
            verbs = self._durative(first), self._durative(second)
            if not (any(verbs) or self._apart(first, second)):
                continue
            counts = self.forms.count(first), self.forms.count(second)
            if verbs[1] and counts[0] >= _FREQUENT and first not in self.affixes.preverbs:
                yield counts[0], f"{first} {verbs[1]}"
            elif verbs[0] and counts[1] >= _FREQUENT:
                yield counts[1], f"{verbs[0]} {second}"
            elif min(counts) >= _VERY_FREQUENT and self._apart(first, second):
                yield min(counts), f"{first} {second}"

    def _durative(self, joined: str) -> str | None:
        if not joined.startswith(DURATIVE_PREFIXES) or len(joined) < _SHORTEST:
            return None
        count, parted = self.forms.parted.get(joined, (0.0, joined))
        verb = parted.partition(ZWNJ)[0] in DURATIVE_PREFIXES
        return parted if verb and count >= 1.0 and count > self.forms.count(joined) else None

    def _apart(self, first: str, second: str) -> bool:
        if second in self.affixes.postpositions:
            return len(first) > 2
        alone = self.affixes.verbs_alone
        if min(len(first), len(second)) < 3 or not (first in alone or second in alone):
            return False
        # «باباست» is no «باب است».
        return not (second == _IS and self.forms.count(first + _IS[0]))


def _places(word: str, separator: str) -> set[int]:
    """Before which letters a separator stands."""
    places, at = set(), 0
    for char in word:
        if char == separator:
            places.add(at)
        at += char not in (ZWNJ, " ")
    return places
