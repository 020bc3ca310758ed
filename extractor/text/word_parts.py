"""Where a word parts: the grammar of affixes and compounds, weighed by counts.

Each way to part a word gets the number of times it would be expected in as much news as was
counted; the word stays as it is unless one way is expected more often than it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import AffixRow
from extractor.text.characters import JOINED, ZWNJ
from extractor.text.word_forms import WordForms, word_forms

# No word is this long; what is costs time only.
_LONGEST = 32
# Expected less often than this, a way to part an unknown word is chance. In a text that has its
# half-spaces an unknown compound is more likely one that is written together.
_LEAST, _LEAST_INTACT = 0.01, 0.1
# A word met this often as it stands needs no grammar, only the comparison with its parted forms.
_FREQUENT = 60.0
# A word never met in so much text is the rarer the more it could have been.
_UNSEEN_SHAPE = 0.5
# Still rarer is a plural if no plural of that word was met, though the word was, so often.
_UNSEEN_PLURAL_SHAPE, _MET_OFTEN = 0.15, 10.0
# The plural ending is enough even after a word that nobody knows, if it has some letters.
_UNKNOWN_STEM, _UNKNOWN_STEM_LETTERS = 1.2, 4
# Two words written as one without being an affix and a stem, against two words side by side.
# The most frequent words are grammar («است», «این») and stand in too many unknown words.
_TWO_WORDS, _TOO_FREQUENT = 0.4 / 2_600_000, 6000.0
_TWO_WORDS_LETTERS = 3
# Long parts are hardly found in a word by chance, nor is a silent he before another letter.
_LONG_PART, _BY_CHANCE, _TWO_LONG_WORDS, _AFTER_HE = 4, 0.15, 4.0, 10.0
# A word rarer than this is in the list of rare words alone, which holds much that is none.
_KNOWN = 1.0
_DEEPEST = 3
# Endings that are found standing apart, and how often a compound must be met to be one.
_APART_KINDS = ("plural", "comparative", "perfect", "inflection")
_SEEN_TWICE = 2.0
_SECOND_KINDS = ("second", "family", "infinitive")
# What becomes of the rate where hazm's dictionary says the stem is no noun or no adjective.
_MISFIT = 0.02

_VERB_PREFIXES = ("می", "نمی")
_UNSEEN_PREFIXED = 0.1

Parting = tuple[float, str]


@lru_cache(maxsize=1 << 16)
def part_word(word: str, intact: bool = False) -> str:
    """The word with the half-spaces it should have; ``intact`` if its text has not lost them.

    >>> part_word("خوشههای") == "خوشه\u200cهای", part_word("انتهای")
    (True, 'انتهای')
    """
    return _parts().part(word, intact)


@cache
def _parts() -> "WordParts":
    return WordParts(load_rows("affixes.toml", AffixRow, "affix"), word_forms())


@lru_cache(maxsize=1 << 14)
def joint(before: str, word: str) -> str | None:
    """What belongs between two words instead of a space: a half-space, nothing; None for a space.

    >>> joint("خوشه", "های") == "\u200c", joint("کشور", "ها"), joint("خوشه", "فرش")
    (True, '', None)
    """
    parts = _parts()
    between = _joint(before)
    whole = before + between + word
    # A word that would part anew is none; so joining twice is joining once.
    belongs = before not in parts.no_stems and parts.belong(before, word)
    return between if belongs and all(part_word(whole, i) == whole for i in (True, False)) else None


def may_join(word: str) -> bool:
    """Whether the word can belong to the one before it."""
    parts = _parts()
    return word in parts.apart or word in parts.apart_seconds


class WordParts:
    """The affixes by their surfaces, and the counts they are weighed with."""

    def __init__(self, rows: tuple[AffixRow, ...], forms: WordForms) -> None:
        self.forms = forms
        self.endings: dict[str, list[AffixRow]] = {}
        self.firsts: dict[str, float] = {}
        self.seconds: dict[str, float] = {}
        self.seconds_after_he: dict[str, float] = {}
        self.preverbs: tuple[str, ...] = ()
        self.apart_seconds: set[str] = set()
        self.no_stems: set[str] = set()
        self.heard_he: set[str] = set()
        for row in rows:
            for surface in row.surfaces:
                if row.kind == "first":
                    self.firsts[surface] = row.rate
                elif row.kind in _SECOND_KINDS:
                    for form in _agent_forms(surface):
                        self.seconds[form] = max(row.rate, self.seconds.get(form, 0.0))
                    if row.kind != "infinitive":  # «بسته شدن» is two words
                        self.apart_seconds.update(_agent_forms(surface))
                elif row.kind == "second_after_he":
                    for form in _agent_forms(surface):
                        self.seconds_after_he[form] = row.rate
                elif row.kind == "preverb":
                    self.preverbs += (surface,)
                elif row.kind == "heard_he":
                    self.heard_he.add(surface)
                elif row.kind == "no_stem":
                    self.no_stems.add(surface)
                else:
                    self.endings.setdefault(surface, []).append(row)
        self.apart = {
            surface: apart
            for surface, rows in self.endings.items()
            if len(surface) > 1 and (apart := [row for row in rows if row.kind in _APART_KINDS])
        }
        self.plurals = [
            ending for ending, (row, *_) in self.endings.items() if row.kind == "plural"
        ]
        # Nothing is set off after these: «غیر», «ضد».
        self.open_firsts = [first for first in self.firsts if first[-1] not in JOINED]
        self._longest_ending = max(map(len, self.endings))

    def part(self, word: str, intact: bool) -> str:
        """The word, or the way to part it that is expected more often."""
        joined = word.replace(ZWNJ, "")
        if not 3 < len(joined) <= _LONGEST:
            return word
        kept = self.forms.count(word)
        if kept >= _FREQUENT:
            expected, parted = self.forms.parted.get(joined, (0.0, word))
        else:
            expected, parted = self._part(joined, 0, compounds=not intact)
            kept = max(kept, self._plain(word, 0))
        if expected <= max(kept, _LEAST_INTACT if intact else _LEAST):
            return word
        return parted if ZWNJ not in word or _cuts(word) <= _cuts(parted) else word

    def _part(self, word: str, depth: int, compounds: bool) -> Parting:
        best = self.forms.parted.get(word, (0.0, word))
        if word.startswith(self.preverbs):
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
        for stem, _, row in self._endings(word) if depth < _DEEPEST else ():
            if row.kind == "plural" and stem[-1] not in JOINED:
                mean = self.forms.count(stem) * row.rate * self._fit(stem, row.kind)
                best = max(best, _unseen(mean))
            # Nothing is joined to a silent he, and after these letters it is mostly heard.
            if row.kind == "joined_last" and depth == 0:
                best = max(best, row.rate * self._plain(stem, depth + 1))
            if row.kind == "joined" and (stem[-1] != "ه" or _heard_he(stem)):
                best = max(best, row.rate * self._plain(stem, depth + 1))
        return best

    def _endings(self, word: str) -> Iterator[tuple[str, str, AffixRow]]:
        for length in range(1, min(self._longest_ending, len(word) - 2) + 1):
            stem, ending = word[:-length], word[-length:]
            for row in self.endings.get(ending, ()):
                if row.after is None or stem[-1] in row.after:
                    yield stem, ending, row

    def _stem(self, word: str, depth: int, compounds: bool) -> Parting:
        return max((self._plain(word, depth + 1), word), self._part(word, depth + 1, compounds))

    def belong(self, before: str, word: str) -> bool:
        """Whether two words with a space between them are one."""
        last = before.rsplit(ZWNJ, 1)[-1]
        whole = last + _joint(last) + word
        if word in self.apart_seconds:
            parted = self.forms.count(whole) if ZWNJ in whole else 0.0
            return parted >= _SEEN_TWICE and word not in self.forms.participles
        return any(self._takes(before, last, row, whole) for row in self.apart.get(word, ()))

    def _takes(self, before: str, last: str, row: AffixRow, whole: str) -> bool:
        """Whether the word ``before``, whose last part is ``last``, takes this ending."""
        if row.after is not None and last[-1] not in row.after:
            return False
        if row.kind == "perfect":
            return last in self.forms.participles and self.forms.count(whole) > 0
        if len(last) < 3 or self._fit(last, row.kind) < 1.0:
            return False
        known = self.forms.count(last) > 0 or ZWNJ in before
        return known and (row.kind == "plural" or ZWNJ not in whole or self.forms.count(whole) > 0)

    def _prefixed_verb(self, word: str) -> Parting:
        """«برمی‌گشتند»: of the prefix and a verb, not of what else follows the prefix."""
        for preverb in self.preverbs:
            rest = word[len(preverb) :]
            if word.startswith(preverb) and rest.startswith(_VERB_PREFIXES):
                count, parted = self.forms.parted.get(rest, (0.0, rest))
                if parted.startswith(tuple(prefix + ZWNJ for prefix in _VERB_PREFIXES)):
                    return min(count, _UNSEEN_PREFIXED), preverb + parted
        return 0.0, word

    def _inflected(self, word: str, depth: int, compounds: bool) -> Iterator[Parting]:
        for stem, ending, row in self._endings(word):
            # The he of «راه» is heard; only a silent one needs the half-space. «صدایشان» has a
            # linking ye, «زندگی‌شان» an own one.
            heard = row.after == "ه" and (stem[-2:] == "اه" or stem in self.heard_he)
            if not heard and (row.after != "ی" or stem[-2] not in "او"):
                known = self._stem(stem, depth, compounds)
                yield self._with_ending(stem, known, ending, row)

    def _with_ending(self, stem: str, known: Parting, ending: str, row: AffixRow) -> Parting:
        count, parted = known
        if row.kind in ("joined", "joined_last"):
            return (count * row.rate if ZWNJ in parted else 0.0, parted + ending)
        if row.kind in ("perfect", "perfect_is") and stem not in self.forms.participles:
            return 0.0, stem
        shape = _UNSEEN_SHAPE
        if row.kind == "plural":
            if (unknown := self._unknown_stem(stem)) > count:
                count, parted = unknown, parted if count >= _LEAST else stem
            if count >= _MET_OFTEN and not self._has_plural(parted):
                shape = _UNSEEN_PLURAL_SHAPE
        mean = count * row.rate * self._fit(stem, row.kind)
        return _unseen(mean, shape), parted + _joint(stem) + ending

    def _unknown_stem(self, stem: str) -> float:
        if len(stem) < _UNKNOWN_STEM_LETTERS or stem[-1] not in JOINED:
            return 0.0
        return 0.0 if self._silent_he_belongs(stem) else _UNKNOWN_STEM

    def _silent_he_belongs(self, stem: str) -> bool:
        """«ملاحظهای», «ارتقایافتهای», «مسئولانهای»: no plural, since with a he it is a word."""
        with_he = stem + "ه"
        if stem.endswith("ان") and self.forms.count(stem[:-2]):
            return True
        starts = [0, *(len(first) for first in self.open_firsts if stem.startswith(first))]
        return any(self.forms.count(with_he[start:]) for start in starts) or any(
            with_he[-length:] in self.forms.participles for length in (3, 4, 5, 6)
        )

    def _has_plural(self, stem: str) -> bool:
        return any(self.forms.count(stem + _joint(stem) + plural) for plural in self.plurals)

    def _fit(self, stem: str, kind: str) -> float:
        tags = self.forms.speech_parts.get(stem)
        wanted = {"plural": "N", "comparative": "AJ"}.get(kind)
        if kind == "comparative" and len(stem) < 3:
            tags = tags or ""  # «مستر»: too short to be taken for an adjective unseen
        return 1.0 if tags is None or wanted is None or wanted in tags else _MISFIT

    def _compounds(self, word: str, depth: int) -> Iterator[Parting]:
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            rate = self.seconds.get(second)
            if first[-1] == "ه":
                rate = rate or self.seconds_after_he.get(second)
            if rate and self.forms.count(first) < _TOO_FREQUENT:
                count, parted = self._stem(first, depth, compounds=True)
                score = _unseen(count * rate * _surely(second))
                yield score * (count >= _KNOWN or ZWNJ in parted), parted + _joint(first) + second
            if (rate := self.firsts.get(first)) and self._may_follow(second):
                count, parted = self._stem(second, depth, compounds=False)
                yield _unseen(count * rate * _surely(second)), first + _joint(first) + parted
            if min(cut, len(second)) >= _TWO_WORDS_LETTERS and first[-1] in JOINED:
                yield self._two_words(first, second), first + ZWNJ + second

    def _may_follow(self, second: str) -> bool:
        """Whether a first part can stand before this: «بیایستند» is a verb as it stands."""
        return len(second) > 2 and second not in self.forms.finite_verbs

    def _two_words(self, first: str, second: str) -> float:
        counts = self.forms.count(first), self.forms.count(second)
        if max(counts) >= _TOO_FREQUENT or min(counts) < _KNOWN:
            return 0.0
        surely = _TWO_LONG_WORDS if min(len(first), len(second)) >= _LONG_PART else 1.0
        surely *= _AFTER_HE if first[-1] == "ه" and len(first) >= _LONG_PART else 1.0
        return _unseen(counts[0] * counts[1] * _TWO_WORDS * surely)


def _surely(part: str) -> float:
    return 1.0 if len(part) >= _LONG_PART else _BY_CHANCE


def _unseen(mean: float, shape: float = _UNSEEN_SHAPE) -> float:
    return shape * mean / (shape + mean)


def _heard_he(stem: str) -> bool:
    """Whether the he at the end is more likely heard («راه», «شبیه») than silent («پایه»)."""
    return stem[-2] in "او" or (stem[-2] == "ی" and stem[-3:-2] != "ا")


def _joint(before: str) -> str:
    return ZWNJ if before[-1] in JOINED else ""


def _agent_forms(stem: str) -> Iterator[str]:
    yield stem
    if len(stem) > 1 and stem[-1] not in "ایه":
        yield from (stem + "ی", stem + "ان", stem + "انه")
    elif stem[-1] == "ا":
        yield from (stem + "یی", stem + "یان")


def _cuts(word: str) -> set[int]:
    cuts, at = set(), 0
    for piece in word.split(ZWNJ)[:-1]:
        at += len(piece)
        cuts.add(at)
    return cuts
