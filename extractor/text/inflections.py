"""How often a stem is expected with an ending: «شهرک» with «‌های», «خوشه» with «‌ای»."""

from extractor.lexicon.models import AffixRow
from extractor.text.affixes import Affixes, joint_after
from extractor.text.characters import JOINED, ZWNJ
from extractor.text.word_forms import WordForms

# A word rarer than this is in the list of rare words alone, which holds much that is none.
KNOWN = 1.0
# Expected less often than this, a way to part an unknown word is chance.
LEAST = 0.01
# A word never met in so much text is the rarer the more it could have been.
_UNSEEN_SHAPE = 0.5
# Still rarer is a plural if no plural of that word was met, though the word was, so often.
_UNSEEN_PLURAL_SHAPE, _MET_OFTEN = 0.15, 10.0
# The plural ending is enough even after a word that nobody knows, if it has some letters.
_UNKNOWN_STEM, _UNKNOWN_STEM_LETTERS = 1.2, 4
# What becomes of the rate where hazm's dictionary says the stem is no noun or no adjective.
_MISFIT = 0.02
# Nothing is joined to these; what looks so is another ending.
_CLOSED = (ZWNJ + "ها", ZWNJ + "های", ZWNJ + "ای")
# Endings of plurals that also end the perfect of verbs.
_LIKE_PERFECT = ("هاست", "هایم", "هاند")

Parting = tuple[float, str]


class Inflections:
    """Endings weighed with the counts of words."""

    def __init__(self, affixes: Affixes, forms: WordForms) -> None:
        self.affixes = affixes
        self.forms = forms

    def with_ending(self, stem: str, known: Parting, ending: str, row: AffixRow) -> Parting:
        """The stem, known so often and parted so, with the ending behind it."""
        count, parted = known
        if row.kind in ("joined", "joined_last"):
            belongs = ZWNJ in parted and self._takes_joined(stem, parted)
            return (count * row.rate if belongs else 0.0, parted + ending)
        if row.kind in ("perfect", "perfect_is") and stem not in self.forms.participles:
            return 0.0, stem
        if row.kind == "plural" and self._no_plural(stem, ending):
            return 0.0, stem
        if row.kind == "plural" and (unknown := self._unknown_stem(stem)) > count:
            count, parted = unknown, parted if count >= LEAST else stem
        return self.expected(stem, (count, parted), row), parted + joint_after(stem) + ending

    def expected(self, stem: str, known: Parting, row: AffixRow) -> float:
        """How often the stem, known so often and parted so, is expected with such an ending."""
        count, parted = known
        rarely = row.kind == "plural" and count >= _MET_OFTEN and not self._has_plural(parted)
        mean = count * row.rate * self.fit(stem, row.kind)
        return unseen(mean, _UNSEEN_PLURAL_SHAPE if rarely else _UNSEEN_SHAPE)

    def _takes_joined(self, stem: str, parted: str) -> bool:
        """Not «پیمان‌نامهی», nor «سالهاش», «نشستهایم», «حرفهایی»: «ساله‌اش», «حرف‌هایی»."""
        silent = stem[-1] == "ه" and not self.affixes.he_is_heard(stem)
        return not silent and not parted.endswith(_CLOSED)

    def _no_plural(self, stem: str, ending: str) -> bool:
        """«مسئولانهای» has one plural already; «گشتهاست», «نشستهایم» are verbs."""
        if ending in _LIKE_PERFECT and stem + "ه" in self.forms.participles:
            return True
        return (
            stem.endswith("ان")
            and len(stem) > _UNKNOWN_STEM_LETTERS
            and self.forms.count(stem[:-2]) >= KNOWN
            and "N" not in self.forms.speech_parts.get(stem, "")
            and not self._has_plural(stem)
        )

    def _unknown_stem(self, stem: str) -> float:
        if len(stem) < _UNKNOWN_STEM_LETTERS or stem[-1] not in JOINED:
            return 0.0
        return 0.0 if self._silent_he_belongs(stem) else _UNKNOWN_STEM

    def _silent_he_belongs(self, stem: str) -> bool:
        """«ملاحظهای», «ارتقایافتهای», «مسئولانهای»: no plural, since with a he it is a word."""
        with_he = stem + "ه"
        if stem.endswith("ان") and self.forms.count(stem[:-2]):
            return True
        starts = [0, *(len(first) for first in self.affixes.open_firsts if stem.startswith(first))]
        return any(self.forms.count(with_he[start:]) for start in starts) or any(
            with_he[-length:] in self.forms.participles or with_he[-length:] in self.affixes.seconds
            for length in (3, 4, 5, 6)
        )

    def _has_plural(self, stem: str) -> bool:
        return any(
            self.forms.count(stem + joint_after(stem) + plural) for plural in self.affixes.plurals
        )

    def fit(self, stem: str, kind: str) -> float:
        """How well the kind of word that the dictionary calls the stem takes such an ending."""
        tags = self.forms.speech_parts.get(stem)
        wanted = {"plural": "N", "comparative": "AJ"}.get(kind)
        if kind == "comparative" and len(stem) < 3 and "AJ" not in (tags or ""):
            return 0.0  # «سنتر»: too short to be taken for an adjective unseen
        return 1.0 if tags is None or wanted is None or wanted in tags else _MISFIT


def unseen(mean: float, shape: float = _UNSEEN_SHAPE) -> float:
    """How often to expect what was never met, though so often would have been likely."""
    return shape * mean / (shape + mean)
