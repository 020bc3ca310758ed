"""How often words are written, and where: counts of real news, hazm's words and verbs."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extractor.text.characters import JOINED, LETTERS, ZWNJ

# hazm counts another and larger corpus: about so many of its counts make one of ours.
_HAZM_SCALE = 50_000
# A word of hazm's dictionary part, and one of its long list of rare words, without any count.
_IN_DICTIONARY, _LISTED = 3.0, 0.3
_MOST_PARTED = 0.09
_UNSEEN_VERB = 0.3
_DATA = files("extractor.lexicon") / "data"
FORMS: Traversable = _DATA / "word_forms.txt"
# Stands for the space in a word that is written as two.
APART = "_"
# Their words are spelled as normalized text has them: stems that general news seldom has.
_LEXICON_FILES = ("names.toml", "places.csv", "products.csv")


# Persian typists part them from their verb by a space.
DURATIVE_PREFIXES = ("می", "نمی")
_SPOKEN_ENDINGS = ("م", "ی", "ه", "د", "یم", "ین", "ن")
_PLURALS = ("ها", "های", "هایی")
_SPELLED = re.compile(f"[{LETTERS}{ZWNJ}]+")
_NEEDLESS = re.compile(f"(?<![{JOINED}]){ZWNJ}")


@dataclass
class WordForms:
    """What is known of whole words. Counts are per 2.6 million words of news."""

    counts: dict[str, float] = field(default_factory=dict)
    parted: dict[str, tuple[float, str]] = field(default_factory=dict)
    apart: dict[str, float] = field(default_factory=dict)  # «پیش بینی»: two words for one
    speech_parts: dict[str, str] = field(default_factory=dict)
    participles: set[str] = field(default_factory=set)
    finite_verbs: set[str] = field(default_factory=set)

    def count(self, word: str) -> float:
        """How often the word is expected just as it is spelled."""
        return self.counts.get(word, 0.0)

    def add(self, word: str, count: float) -> None:
        """Note a count; of several ways to part a word the most frequent is kept."""
        word = _NEEDLESS.sub("", word).rstrip(ZWNJ)
        self.counts[word] = max(count, self.count(word))
        if ZWNJ in word:
            joined = word.replace(ZWNJ, "")
            self.parted[joined] = max((count, word), self.parted.get(joined, (0.0, word)))


@cache
def word_forms() -> WordForms:
    """The counts, read once; it takes most of a second."""
    forms = WordForms()
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        count, *words = line.split(" ")
        for word in words:
            if APART in word:
                forms.apart[word.replace(APART, " ")] = float(count)
            else:
                forms.add(word, float(count))
    _add_hazm_words(forms)
    _add_hazm_verbs(forms)
    for name in _LEXICON_FILES:
        for word in _SPELLED.findall((_DATA / name).read_text(encoding="utf-8")):
            forms.add(word, max(_IN_DICTIONARY, forms.count(word)))
    return forms


def _add_hazm_words(forms: WordForms) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from hazm.utils import words_list

        words = words_list()
    parted = {word.replace(ZWNJ, "") for word, _, _ in words if ZWNJ in word}
    for word, count, tags in words:
        known = tags != ("0",)
        # In the list of rare words are some that lost a half-space.
        lost = not count and not known and (word in parted or word.endswith(_PLURALS))
        if lost or not _SPELLED.fullmatch(word):
            continue
        if known:
            forms.speech_parts[word] = ",".join(tags)
        least = _IN_DICTIONARY if known and (count or ZWNJ not in word) else _LISTED
        expected = max(least, count / _HAZM_SCALE)
        # hazm parts more words than news does: enough for a text that has lost its half-spaces.
        forms.add(word, min(expected, _MOST_PARTED) if ZWNJ in word else expected)


def _add_hazm_verbs(forms: WordForms) -> None:
    for word in (*_duratives(), *_spoken_duratives()):
        _, _, verb = word.partition(ZWNJ)
        # What is left of the shortest ones is found in too many other words.
        if len(verb) > 2:
            forms.add(word, _UNSEEN_VERB)
            forms.finite_verbs.add(verb)
    for verb in forms.finite_verbs:
        if verb[0] == "ا":  # «نیاندازیم» is a verb as it stands
            for prefix in ("نی", "بی"):
                forms.add(prefix + verb, _UNSEEN_VERB)
    for word in _perfects():
        forms.add(word, _UNSEEN_VERB)
        forms.participles.add(word.split(ZWNJ)[0])
    for participle in forms.participles:
        for prefix in DURATIVE_PREFIXES:
            forms.add(prefix + ZWNJ + participle, _UNSEEN_VERB)


def _duratives() -> Iterator[str]:
    from hazm.lemmatizer import Conjugation
    from hazm.utils import verbs_list

    make = Conjugation()
    for verb in verbs_list():
        past, present = verb.split("#")
        if past:
            yield from make.imperfective_past(past)
            yield from make.negative_imperfective_past(past)
        if past and present:
            yield from make.imperfective_present(present)
            yield from make.negative_imperfective_present(present)


def _spoken_duratives() -> Iterator[str]:
    """«می‌خوام», «نمی‌دونه»: how people who are quoted speak."""
    from hazm.utils import informal_verbs

    for line in informal_verbs.read_text(encoding="utf-8").splitlines():
        stem = line.split(" ")[1]
        for prefix in DURATIVE_PREFIXES:
            yield from (prefix + ZWNJ + stem + ending for ending in _SPOKEN_ENDINGS)


def _perfects() -> Iterator[str]:
    from hazm.lemmatizer import Conjugation
    from hazm.utils import verbs_list

    make = Conjugation()
    for verb in verbs_list():
        if past := verb.split("#")[0]:
            forms = make.present_perfect(past) + make.negative_present_perfect(past)
            yield from (word for word in forms if ZWNJ in word)
