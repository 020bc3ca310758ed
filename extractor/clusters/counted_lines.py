"""The words behind a stated count, as the search for its list looks at them."""

from functools import cache

from extractor.clusters.vocabulary import AND, TermIndex, Terms
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue
from extractor.verbs import Tense, verb_forms
from extractor.words import Word

# The forms of verbs that the list of verbs may not have: «می‌کوشند».
_PRESENT, _PERSONS = ("می", "نمی"), ("ند", "یم", "ید")
_HAVING, _BEING = "داشتن", "بودن"


class CountedLine:
    """The words behind a count."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self._terms = Terms(_index(), words)

    def __len__(self) -> int:
        return len(self.words)

    def key(self, at: int) -> str:
        """The key of a word; empty behind the last one."""
        return self.words[at].key if at < len(self.words) else ""

    def is_a(self, at: int, kind: str) -> int:
        """How many words from here are a term of this kind."""
        return self._terms.longest(at, kind)

    def is_verb(self, at: int) -> bool:
        """Whether the word is a finite form."""
        key = self.key(at)
        return key in _verbs() or (key.startswith(_PRESENT) and key.endswith(_PERSONS))

    def has(self, at: int) -> bool:
        """Whether the word is a form of to have: «این خوشه چهار زنجیره دارد: …»."""
        return self._lemma(at) == _HAVING

    def opens(self, at: int) -> bool:
        """Whether the word is a form of to have or to be."""
        return self._lemma(at) in (_HAVING, _BEING)

    def _lemma(self, at: int) -> str:
        verb = verb_forms().get(self.key(at))
        return verb.lemma if verb else ""

    def is_bound(self, at: int) -> bool:
        """Whether the words around a «و» are one: «کسب و کارها»."""
        if not 0 < at < len(self.words) - 1:
            return False
        return f"{self.words[at - 1].key}{AND}{self.words[at + 1].stem}" in _bound()

    def is_word(self, at: int) -> bool:
        """Whether it is a word, no number and no sign."""
        return self.key(at)[:1].isalpha()


@cache
def _index() -> TermIndex:
    index = TermIndex()
    for row in load_rows("enumeration_words.toml", Cue):
        index.add(row.kind, row.surfaces)
    return index


@cache
def _bound() -> frozenset[str]:
    rows = [row for row in load_rows("enumeration_words.toml", Cue) if row.kind == "bound"]
    return frozenset(surface.replace(" ", "") for row in rows for surface in row.surfaces)


@cache
def _verbs() -> frozenset[str]:
    unfinished = (Tense.INFINITIVE, Tense.PARTICIPLE)
    return frozenset(form for form, verb in verb_forms().items() if verb.tense not in unfinished)
