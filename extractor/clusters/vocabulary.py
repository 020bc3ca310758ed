"""The words of the grammar of cluster names, looked up whatever their spacing."""

from collections.abc import Iterable, Sequence
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue, FrequentWord, PlaceRow, ProductRow
from extractor.lexicon.places import fold
from extractor.text.characters import ZWNJ
from extractor.verbs import Tense, verb_forms
from extractor.words import Word, flat

PRODUCT, PAIR, FREQUENT, TOWN = "product", "pair", "frequent", "town"
AND, COMMA, LINK = "و", "،", "ی"  # «و», «،» and the «ی» of ezafe are grammar, not vocabulary
_COPULA = frozenset(("است", "بود", "نیست", "نبود"))
_VOWELS = ("ا", "و", "ه")
_PLURALS = ("های", "ها")
_LONGEST = 9  # words in a term
_SHORTEST_TRADE = 5  # letters


def squeeze(text: str) -> str:
    """A surface as the keys of its words in a row.

    >>> squeeze("سنگ\u200cهای تزئینی")
    'سنگهایتزیینی'
    """
    return fold(flat(text)).replace(" ", "")


class TermIndex:
    """Terms by kind; a term may be of several kinds."""

    def __init__(self) -> None:
        self._kinds: dict[str, frozenset[str]] = {}
        self._beginnings: set[str] = set()

    def add(self, kind: str, surfaces: Iterable[str]) -> None:
        """Take up terms of one kind."""
        for surface in surfaces:
            key = squeeze(surface)
            self._kinds[key] = self._kinds.get(key, frozenset()) | {kind}
            self._beginnings.update(key[:end] for end in range(1, len(key)))

    def kinds(self, key: str) -> frozenset[str]:
        """The kinds of a term, also of one with the «ی» of ezafe."""
        found, bare = self._kinds.get(key, frozenset()), _bare(key)
        return found if bare == key else found | self._kinds.get(bare, frozenset())

    def owns_its_ending(self, key: str) -> bool:
        """Whether the «ی» behind a vowel is the word's own: «چای», not «چاقوی»."""
        bare = _bare(key)
        return bare != key and key in self._kinds and bare not in self._kinds

    def matches(self, keys: Sequence[str], at: int) -> dict[str, int]:
        """Of each kind, how many words from here make its longest term."""
        found: dict[str, int] = {}
        key = ""
        for count, word in enumerate(keys[at : at + _LONGEST], 1):
            key += word
            found.update(dict.fromkeys(self.kinds(key), count))
            if key not in self._beginnings:
                break
        return found


class Terms:
    """The terms at each word of a sentence, looked up once."""

    def __init__(self, index: TermIndex, words: Sequence[Word]) -> None:
        self.keys = [fold(word.key) for word in words]
        self._index = index
        self._found: dict[int, dict[str, int]] = {}

    def longest(self, at: int, kind: str) -> int:
        """How many words from here make the longest term of a kind; 0 for none."""
        if at not in self._found:
            self._found[at] = self._index.matches(self.keys, at) if at >= 0 else {}
        return self._found[at].get(kind, 0)


class Vocabulary(TermIndex):
    """The terms of cluster names, with products and verbs."""

    def __init__(self) -> None:
        super().__init__()
        for product in load_rows("products.csv", ProductRow):
            self.add(PAIR if product.kind == PAIR else PRODUCT, product.surfaces)
        for row in load_rows("cluster_words.toml", Cue):
            self.add(row.kind, row.surfaces)
        self.add(FREQUENT, [word.id for word in load_rows("frequent_words.csv", FrequentWord)])
        towns = (p.name for p in load_rows("places.csv", PlaceRow))
        self.add(TOWN, [name for name in towns if "stop" not in self.kinds(squeeze(name))])
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

    def product(self, terms: Terms, at: int) -> int:
        """How many words from here name a product: a listed one, its plural, a trade («…بافی»)."""
        found = self._uncut(terms, at, terms.longest(at, PRODUCT))
        if not found and at < len(terms.keys):
            key = terms.keys[at]
            base = next((key.removesuffix(s) for s in _PLURALS if key.endswith(s)), "")
            found = int(PRODUCT in self.kinds(base) or self._is_trade(key))
        return found

    def _uncut(self, terms: Terms, at: int, size: int) -> int:
        """The term up to its «و» if it cuts the next product: «لوازم خانگی و قطعات خودرو»."""
        keys = terms.keys
        for joint in range(at + size - 1, at, -1):
            if keys[joint] == AND:
                cuts = joint + 1 + terms.longest(joint + 1, PRODUCT) > at + size
                alone = PRODUCT in self.kinds("".join(keys[at:joint]))
                return joint - at if cuts and alone else size
        return size

    def is_made_of(self, terms: Terms, at: int) -> bool:
        """Whether the word is an adjective of a product: «فرآورده‌های گچی»."""
        key = terms.keys[at] if at < len(terms.keys) else ""
        return key.endswith(LINK) and PRODUCT in self.kinds(key[:-1])

    def _is_trade(self, key: str) -> bool:
        ending = key.endswith(self._trades) and len(key) > _SHORTEST_TRADE
        return ending and self.kinds(key).isdisjoint(("stop", FREQUENT))

    def is_pair(self, keys: Sequence[str]) -> bool:
        """Whether these words are two products that often make one cluster."""
        return PAIR in self.kinds("".join(keys))

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
