"""Whether two words with a space between them are one: «خوشه های», «برنامه ریزی»."""

from functools import cache, lru_cache

from extractor.lexicon.models import AffixRow
from extractor.text.affixes import Affixes, affixes, joint_after
from extractor.text.characters import ZWNJ
from extractor.text.inflections import Inflections
from extractor.text.word_forms import word_forms
from extractor.text.word_parts import part_word

# A compound must be met this often to be joined.
_SEEN_TWICE = 2.0
# In a text that has its half-spaces a space is a slip if not even one in so many writes it.
_SLIP = 0.1


@lru_cache(maxsize=1 << 14)
def joint(before: str, word: str, intact: bool = False) -> str | None:
    """What belongs between two words instead of a space: a half-space, nothing; None for a space.

    ``intact`` if their text has its half-spaces, and a space is more likely meant.

    >>> joint("خوشه", "های") == "\u200c", joint("کشور", "ها"), joint("خوشه", "فرش")
    (True, '', None)
    """
    adjacent = _adjacent()
    between = joint_after(before)
    whole = before + between + word
    # A word that would part anew is none; so joining twice is joining once.
    belongs = before not in adjacent.affixes.no_stems and adjacent.belong(before, word, intact)
    return between if belongs and all(part_word(whole, i) == whole for i in (True, False)) else None


@cache
def _adjacent() -> "_AdjacentWords":
    return _AdjacentWords(affixes())


class _AdjacentWords:
    def __init__(self, tables: Affixes) -> None:
        self.affixes = tables
        self.forms = word_forms()
        self.inflections = Inflections(tables, self.forms)

    def belong(self, before: str, word: str, intact: bool) -> bool:
        """Whether two words with a space between them are one."""
        last = before.rsplit(ZWNJ, 1)[-1]
        whole = last + joint_after(last) + word
        counted = self.forms.count(whole)
        apart = self.forms.apart.get(f"{last} {word}", 0.0)
        if intact and apart >= _SLIP * (counted + apart) > 0:
            return False
        if word in self.affixes.apart_seconds:
            joined = ZWNJ in whole and counted >= _SEEN_TWICE and counted > apart
            return joined and word not in self.forms.participles
        return any(
            self._takes(before, last, row, whole) for row in self.affixes.apart.get(word, ())
        )

    def _takes(self, before: str, last: str, row: AffixRow, whole: str) -> bool:
        """Whether the word ``before``, whose last part is ``last``, takes this ending."""
        if row.after is not None and last[-1] not in row.after:
            return False
        if row.kind == "perfect":
            return last in self.forms.participles and self.forms.count(whole) > 0
        if len(last) < 3 or self.inflections.fit(last, row.kind) < 1.0:
            return False
        known = self.forms.count(last) > 0 or ZWNJ in before
        return known and (row.kind == "plural" or ZWNJ not in whole or self.forms.count(whole) > 0)
