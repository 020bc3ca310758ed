"""Where a word parts: the grammar of affixes and compounds, weighed by counts.

Each way to part a word gets the number of times it would be expected in as much news as was
counted; the word stays as it is unless one way is expected more often than it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from extractor.text.affixes import Affixes, affixes, joint_after
from extractor.text.characters import JOINED, ZWNJ
from extractor.text.glued_words import part_glued
from extractor.text.inflections import KNOWN, LEAST, Inflections, Parting, unseen
from extractor.text.word_forms import DURATIVE_PREFIXES, WordForms, word_forms

# No word is this long; what is costs time only.
_LONGEST = 32
# In a text that has its half-spaces an unknown compound is more likely one that is written
# together than one that lost its half-space.
_LEAST_INTACT = 0.1
# A word met this often as it stands needs no grammar, only the comparison with its parted forms.
_FREQUENT = 60.0
# In a text that has its half-spaces a word stays as it is if it was met so, in such texts, this
# often and at least once for so many times it was met with one.
_ATTESTED, _ATTESTED_SHARE = 2.0, 0.1
# Two words written as one without being an affix and a stem, against two words side by side.
# The most frequent words are grammar («است», «این») and stand in too many unknown words.
_TWO_WORDS, _TOO_FREQUENT = 0.4 / 2_600_000, 2000.0
_TWO_WORDS_LETTERS = 3
# Both met so often, but never together, they were glued, and not one compound.
_GLUED = 300.0
# Long parts are hardly found in a word by chance, nor is a silent he before another letter.
_LONG_PART, _BY_CHANCE, _TWO_LONG_WORDS, _AFTER_HE = 4, 0.15, 2.0, 10.0
_UNSEEN_PREFIXED = 0.4
_DEEPEST = 3


class Rival(NamedTuple):
    """Two words that look the same without half-spaces: «حرفه‌ای», «حرف‌های»."""

    singular: str
    plural: str
    odds: float  # the log of how much more frequent the first is


@lru_cache(maxsize=1 << 12)
def part_word(word: str, intact: bool = False) -> str:
    """The word with the half-spaces it should have; ``intact`` if its text has not lost them.

    >>> part_word("خوشههای") == "خوشه\u200cهای", part_word("انتهای")
    (True, 'انتهای')
    """
    parted = _parts().part(word, intact)
    if parted == word:
        glued = part_glued(word)
        if glued is None or not _settled(glued):
            return word
        whole = word.replace(ZWNJ, "")
        return glued if whole == word or _parts().part(whole, intact) == whole else word
    if " " not in parted:
        return parted
    if ZWNJ in word:  # a half-space of the text stays one
        return word
    return parted if _settled(parted) else parted.replace(" ", ZWNJ)


def _settled(glued: str) -> bool:
    """Whether the words neither part anew nor are joined again: normalizing twice is once."""
    words = glued.split(" ")
    parted = (_parts().part(word, intact) == word for word in words for intact in (True, False))
    joins = any(map(affixes().may_join, words)) or words[0] in DURATIVE_PREFIXES
    return not joins and all(parted)


@cache
def _parts() -> "WordParts":
    return WordParts(affixes(), word_forms())


def rival_of(word: str) -> Rival | None:
    """The two readings of a word that may end in «ه‌ای» or in «‌های»; None if only one is known.

    >>> rival_of("حرفهای").singular == "حرفه\u200cای", rival_of("کشورهای")
    (True, None)
    """
    return _parts().rival(word) if word.endswith("های") else None


class WordParts:
    """The affixes, and the counts they are weighed with."""

    def __init__(self, tables: Affixes, forms: WordForms) -> None:
        self.affixes = tables
        self.forms = forms
        self.inflections = Inflections(tables, forms)

    def part(self, word: str, intact: bool) -> str:
        """The word, or the way to part it that is expected more often."""
        joined = word.replace(ZWNJ, "")
        if not 3 < len(joined) <= _LONGEST:
            return word
        kept = self.forms.count(word)
        expected, parted = self.forms.parted.get(joined, (0.0, word))
        if intact and (ZWNJ in word or kept >= max(_ATTESTED, _ATTESTED_SHARE * expected)):
            return word
        if kept < _FREQUENT:
            expected, parted = self._part(joined, 0, compounds=not intact)
        if expected <= max(kept, _LEAST_INTACT if intact else LEAST):
            return word
        if kept < _FREQUENT and expected <= self._plain(word, 0):
            return word
        if intact and self._met_once(parted):
            return word
        return parted if ZWNJ not in word or _cuts(word) <= _cuts(parted) else word

    def _met_once(self, parted: str) -> bool:
        """Whether it is a compound that was met once with its half-space, not an inflection."""
        last = parted.rpartition(ZWNJ)[2]
        return self.forms.count(parted) == 1.0 and last not in self.affixes.endings

    def rival(self, word: str) -> Rival | None:
        """Both readings of a word in «های», weighed, if both are known."""
        stem = word[:-3]
        if len(stem) < 2 or ZWNJ in word or stem[-1] not in JOINED:
            return None
        readings = (stem + "ه", "ای", "ه" + ZWNJ + "ای"), (stem, "های", ZWNJ + "های")
        counts = [
            max(self.forms.count(stem + written), *self._rates(base, ending))
            for base, ending, written in readings
        ]
        if min(counts) < LEAST or self._plain(word, 0) > max(counts):
            return None
        (_, _, singular), (_, _, plural) = readings
        return Rival(stem + singular, stem + plural, log(counts[0] / counts[1]))

    def _rates(self, base: str, ending: str) -> Iterator[float]:
        yield 0.0
        for row in self.affixes.endings[ending]:
            if row.kind in ("plural", "inflection"):
                yield self.inflections.expected(base, (self.forms.count(base), base), row)

    def _part(self, word: str, depth: int, compounds: bool) -> Parting:
        best = self.forms.parted.get(word, (0.0, word))
        if word.startswith(self.affixes.preverbs):
            best = max(best, self._prefixed_verb(word))
        if depth < _DEEPEST:
            for parting in self._inflected(word, depth, compounds):
                best = max(best, parting)
            for parting in self._compounds(word, depth) if compounds else ():
                best = max(best, parting)
        return best

    def _plain(self, word: str, depth: int) -> float:
        """How often the word is expected as it stands, being one that was met with an ending."""
        best = self.forms.count(word)
        for stem, _, row in self.affixes.endings_of(word) if depth < _DEEPEST else ():
            if row.kind == "plural" and stem[-1] not in JOINED:
                mean = self.forms.count(stem) * row.rate * self.inflections.fit(stem, row.kind)
                best = max(best, unseen(mean))
            # Nothing is joined to a silent he, and after these letters it is mostly heard.
            if row.kind == "joined_last" and depth == 0:
                best = max(best, row.rate * self._plain(stem, depth + 1))
            if row.kind == "joined" and (stem[-1] != "ه" or self.affixes.he_is_heard(stem)):
                best = max(best, row.rate * self._plain(stem, depth + 1))
        return best

    def _stem(self, word: str, depth: int, compounds: bool) -> Parting:
        return max((self._plain(word, depth + 1), word), self._part(word, depth + 1, compounds))

    def _prefixed_verb(self, word: str) -> Parting:
        """«برمی‌گشتند»: of the prefix and a verb, not of what else follows the prefix."""
        for preverb in self.affixes.preverbs:
            rest = word[len(preverb) :]
            if word.startswith(preverb) and rest.startswith(DURATIVE_PREFIXES):
                count, parted = self.forms.parted.get(rest, (0.0, rest))
                if parted.startswith(tuple(prefix + ZWNJ for prefix in DURATIVE_PREFIXES)):
                    return min(count, _UNSEEN_PREFIXED), preverb + parted
        return 0.0, word

    def _inflected(self, word: str, depth: int, compounds: bool) -> Iterator[Parting]:
        for stem, ending, row in self.affixes.endings_of(word):
            # The he of «راه» is heard; only a silent one needs the half-space. «صدایشان» has a
            # linking ye, «زندگی‌شان» an own one.
            heard = row.after == "ه" and self.affixes.he_is_heard(stem)
            if not heard and (row.after != "ی" or stem[-2] not in "او"):
                known = self._stem(stem, depth, compounds)
                yield self.inflections.with_ending(stem, known, ending, row)

    def _compounds(self, word: str, depth: int) -> Iterator[Parting]:
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            rate = self.affixes.seconds.get(second)
            if first[-1] == "ه":
                rate = rate or self.affixes.seconds_after_he.get(second)
            if rate and self.forms.count(first) < _TOO_FREQUENT:
                count, parted = self._stem(first, depth, compounds=True)
                score = unseen(count * rate * _surely(second))
                yield (
                    score * (count >= KNOWN or ZWNJ in parted),
                    parted + joint_after(first) + second,
                )
            if (rate := self.affixes.firsts.get(first)) and self._may_follow(second):
                count, parted = self._stem(second, depth, compounds=False)
                joint = " " if first in self.affixes.first_words else joint_after(first)
                yield unseen(count * rate * _surely(second)), first + joint + parted
            long = min(cut, len(second)) >= _TWO_WORDS_LETTERS
            if long and first[-1] in JOINED and second not in self.affixes.endings:
                score, frequent = self._two_words(first, second)
                yield score, first + (" " if frequent else ZWNJ) + second

    def _may_follow(self, second: str) -> bool:
        """Whether a first part can stand before this: «بیایستند» is a verb as it stands."""
        return len(second) > 2 and second not in self.forms.finite_verbs

    def _two_words(self, first: str, second: str) -> tuple[float, bool]:
        """How surely they are two words, and whether so frequent that they are no compound."""
        counts = self.forms.count(first), self.forms.count(second)
        if max(counts) >= _TOO_FREQUENT or min(counts) < KNOWN:
            return 0.0, False
        surely = _TWO_LONG_WORDS if min(len(first), len(second)) >= _LONG_PART else 1.0
        surely *= _AFTER_HE if first[-1] == "ه" and len(first) >= _LONG_PART else 1.0
        frequent = min(counts) >= _GLUED and min(len(first), len(second)) >= _LONG_PART
        return unseen(counts[0] * counts[1] * _TWO_WORDS * surely), frequent


def _surely(part: str) -> float:
    return 1.0 if len(part) >= _LONG_PART else _BY_CHANCE


def _cuts(word: str) -> set[int]:
    cuts, at = set(), 0
    for piece in word.replace(" ", ZWNJ).split(ZWNJ)[:-1]:
        at += len(piece)
        cuts.add(at)
    return cuts
