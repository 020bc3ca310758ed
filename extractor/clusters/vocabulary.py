"""The words of the grammar of cluster names, looked up whatever their spacing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue, FrequentWord, ProductRow
from extractor.lexicon.places import fold
from extractor.verbs import Tense, verb_forms
from extractor.words import ZWNJ, Word, flat

PRODUCT, PAIR, FREQUENT = "product", "pair", "frequent"
AND, COMMA, LINK = "و", "،", "ی"  # «و», «،» and the «ی» of ezafe are grammar, not vocabulary
_COPULA = frozenset(("است", "بود", "نیست", "نبود"))
_VOWELS = ("ا", "و", "ه")
_PLURALS = ("های", "ها")


def squeeze(text: str) -> str:
    """A surface as the keys of its words in a row.

    >>> squeeze("سنگ\u200cهای تزئینی")
    'سنگهایتزیینی'
    """
    return fold(flat(text)).replace(" ", "")


class TermIndex:
    """Terms by kind; a term may be of several kinds."""

    def __init__(self) -> None:
        self._terms: defaultdict[str, set[str]] = defaultdict(set)
        self._longest: defaultdict[str, int] = defaultdict(int)

    def add(self, kind: str, surfaces: Iterable[str]) -> None:
        """Take up terms of one kind."""
        for surface in surfaces:
            self._terms[kind].add(squeeze(surface))
            parts = surface.replace(ZWNJ, " ").replace(COMMA, " " + COMMA).split()
            self._longest[kind] = max(self._longest[kind], len(parts))

    def has(self, key: str, kind: str) -> bool:
        """Whether a key is a term of this kind, with or without the «ی» of ezafe."""
        terms = self._terms[kind]
        return key in terms or _bare(key) in terms

    def longest(self, words: Sequence[Word], at: int, kind: str) -> int:
        """How many words from here make the longest term of a kind; 0 for none."""
        found, key = 0, ""
        for count, word in enumerate(words[at : at + self._longest[kind]], 1):
            key += fold(word.key)
            if self.has(key, kind):
                found = count
        return found


class Vocabulary(TermIndex):
    """The terms of cluster names, with products and verbs."""

    def __init__(self) -> None:
        super().__init__()
        for product in load_rows("products.csv", ProductRow):
            self.add(PAIR if product.kind == PAIR else PRODUCT, product.surfaces)
        for row in load_rows("cluster_words.toml", Cue):
            self.add(row.kind, row.surfaces)
        self.add(FREQUENT, [word.id for word in load_rows("frequent_words.csv", FrequentWord)])
        self._evidence = self.surfaces("evidence")
        self._trades = self.surfaces("trade")
        self._verbs = frozenset(
            fold(form) for form, verb in verb_forms().items() if verb.tense is not Tense.INFINITIVE
        )

    @staticmethod
    def surfaces(kind: str) -> tuple[str, ...]:
        """The terms of a kind as they are written."""
        rows = load_rows("cluster_words.toml", Cue)
        return tuple(surface for row in rows if row.kind == kind for surface in row.surfaces)

    def product(self, words: Sequence[Word], at: int) -> int:
        """How many words from here name a product: a listed one, its plural, a trade («…بافی»)."""
        found = self.longest(words, at, PRODUCT)
        if not found and at < len(words):
            key = fold(words[at].key)
            base = next((key.removesuffix(s) for s in _PLURALS if key.endswith(s)), "")
            found = int(self.has(base, PRODUCT) or self._is_trade(words, at))
        return found

    def _is_trade(self, words: Sequence[Word], at: int) -> bool:
        key = fold(words[at].key)
        ending = key.endswith(self._trades) and len(key) > 5
        return ending and not self.longest(words, at, "stop") and not self.has(key, FREQUENT)

    def is_pair(self, words: Sequence[Word]) -> bool:
        """Whether these words are two products that often make one cluster."""
        return self.has("".join(fold(word.key) for word in words), PAIR)

    def is_verb(self, word: Word) -> bool:
        """Whether the word is a finite form or a participle."""
        return fold(word.key) in self._verbs

    def is_action(self, word: Word) -> bool:
        """Whether the word is a verb other than the copula: its noun stands before it."""
        return self.is_verb(word) and word.key not in _COPULA

    def has_evidence(self, text: str) -> bool:
        """Whether the text speaks of business clusters at all."""
        return any(surface in text for surface in self._evidence)


def _bare(key: str) -> str:
    """The key without the «ی» that links a word in a vowel to the next («خرمای بم»)."""
    return key[:-1] if key.endswith(LINK) and key[-2:-1] in _VOWELS else key


def bare_name(name: str) -> str:
    """A name without the «ی» or the hamza that linked it to a place left out.

    >>> bare_name("چاقوی"), bare_name("میوه\u200cی")
    ('چاقو', 'میوه')
    """
    name = name.removesuffix("\u0654").replace("ۀ", "ه")
    if name.endswith(ZWNJ + LINK):
        return name[:-2]
    vowel = name.endswith(("ای", "وی")) and not name.endswith(ZWNJ + "ای")  # «گلخانه‌ای»
    return name[:-1] if vowel else name


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary of the process."""
    return Vocabulary()
