"""Find full names of persons: given names by gazetteer, family names by what they are not."""

from dataclasses import dataclass

from extractor.people.tokens import Tokens, token_key
from extractor.people.vocabulary import SECOND, SEYED, Vocabulary, vocabulary
from extractor.text.scan import watch

_SURE_ENDINGS = (
    *("زاده", "پور", "نژاد", "نیا", "فرد", "راد", "تبار", "منش", "وند", "خواه", "پناه", "مقدم"),
    *("دوست", "نسب", "آبادی", "اوف"),
)
_FAMILY_ENDINGS = (*_SURE_ENDINGS, "یان", "لو", "ی", "فر", "مهر", "بخش", "چی")
_ARABIC_SCRIPT = "\u0600"
_PLURALS = ("های", "هایی", "ها")
_VILLAGE = "آباد"
_HOLY = frozenset(("الاسلام", "المسلمین", "العظمی"))  # «حجت الاسلام»
_GLUED = ("در", "با", "به", "از")
_SHORTEST_FAMILY, _SHORTEST_GLUED = 4, 6
_MOST_GIVEN, _MOST_FAMILY, _MOST_QUOTED = 4, 3, 3
_GAP = frozenset("«»،\"'()-–ـ:؛*")  # signs between a name and the office beside it
_OPENS_NAME = watch(lambda word: token_key(word) in vocabulary().openings)


@dataclass(frozen=True, slots=True)
class Name:
    """A naming: tokens ``first:end``, of which the family name starts at ``family``.

    A weak one may be no name at all and counts only beside an office.
    """

    first: int
    family: int
    end: int
    weak: bool = False


class Names:
    """The names of one text.

    >>> from extractor.people.tokens import tokenize
    >>> from extractor.people.vocabulary import vocabulary
    >>> text = tokenize("دکتر سعید پاپی پور افزود")
    >>> [text.quote(n.first, n.end) for n in Names(text, vocabulary(), {}).found.values()]
    ['سعید پاپی پور']
    """

    def __init__(
        self,
        tokens: Tokens,
        words: Vocabulary,
        places: dict[int, int],
        countries: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens, self.words, self.places, self.countries = tokens, words, places, countries
        self.keys = tokens.keys
        self.found: dict[int, Name] = {}
        self.ends: dict[int, Name] = {}
        self._find()

    def add(self, name: Name) -> None:
        """Register a name that its neighbourhood revealed."""
        self.found[name.first] = name
        self.ends[name.end] = name

    def _find(self) -> None:
        end = 0
        for i in self.tokens.where(_OPENS_NAME):
            i -= self.keys[i] in SECOND  # «روح الله»: the first word alone opens no name
            if i >= end:
                name = self._name_at(i)
                if name:
                    self.add(name)
                    end = name.end

    def _name_at(self, first: int) -> Name | None:
        keys, words = self.keys, self.words
        if self._hosted(first):
            return None
        end, strong = first, False
        while end < len(keys) and end - first < _MOST_GIVEN:
            if self._pair(end):
                strong, end = True, end + 1
            elif keys[end] in words.given:
                strong = True
            elif keys[end] not in words.weak_given and keys[end] not in SEYED:
                break
            end += 1
        family = end
        while end < len(keys) and end - family < _MOST_FAMILY and self._in_family(end, family):
            end += 1
        if (end == family and keys[end - 1] not in SECOND) or self._is_part(family, end):
            family -= 1  # «علی حسین حسین زاده»; «غلامرضا عباس پاشا»
        bare = family == first + 1 and keys[first] in SEYED and not strong
        if family <= first or family == end or bare:
            return None
        sure = keys[family] in words.family or keys[family].endswith(_SURE_ENDINGS)
        listed = sure and keys[family] not in words.common
        return Name(first, family, end, weak=not (strong or listed))

    def _is_part(self, family: int, end: int) -> bool:
        return family < end and self.keys[family] in self.words.family_parts

    def _pair(self, i: int) -> bool:
        """Whether a given name in two words starts here: «روح الله»."""
        after = self.keys[i + 1] if i + 1 < len(self.keys) else ""
        return after in SECOND and self.keys[i] + after in self.words.given

    def _hosted(self, first: int) -> bool:
        """Whether the name is that of a street, a school, a martyr."""
        before = first - 1
        while before >= 0 and self.keys[before] in self.words["honorific"]:
            before -= 1
        return before >= 0 and self.keys[before] in self.words["host"]

    def _in_family(self, i: int, family: int) -> bool:
        key, words = self.keys[i], self.words
        if self._month(i, family):
            return True
        if key in _HOLY or not (self.can_name(i) or self._only_looks_glued(i, family)):
            return False
        if key in words.family_parts:
            return i > 0
        if i == family and key.startswith(_VILLAGE) and not key.endswith("ی"):
            return False  # «علی آبادکتول»
        if i == family:
            if key in words.family or (key not in words.common and key not in words.given):
                return True
            return key.endswith("ی") and key not in words.given and self.closes(i + 1)
        if key in words.given and self.keys[i - 1] in words.family_parts:  # «حاجی زاد منصور»
            return self.closes(i + 1)
        if key in words.given or words.roles.at(self.keys, i):
            return False
        if key in words.common:  # «رجبی مشهدی»
            return key in words.family and key.endswith("ی") and self.closes(i + 1)
        return self.family_like(key) or self.closes(i + 1)

    def _only_looks_glued(self, i: int, family: int) -> bool:
        """«کاظم بابادی»: behind a given name no preposition that lost its blank."""
        key, words = self.keys[i], self.words
        if i != family or not key.startswith(_GLUED) or not key.endswith("ی"):
            return False
        word = key.isalpha() and key not in words["stop"] and key not in words.finite
        return word and i > 0 and self.keys[i - 1] in words.given and i not in self.places

    def _month(self, i: int, family: int) -> bool:
        """«عادل آذر»: a family name that is a month's too, but not in «محمد آذر ۱۴۰۲»."""
        key, after = self.keys[i], self.keys[i + 1 : i + 2]
        if i != family or key not in self.words.family or key not in self.words["stop"]:
            return False
        dated = after and (after[0].isdecimal() or after[0] in ("ماه", "سال"))
        opened = self.keys[i - 1] in self.words.openings
        return key not in self.words.common and not dated and opened

    def closes(self, i: int) -> bool:
        """Whether a name can end before the token."""
        return i >= len(self.keys) or not self.keys[i].isalpha() or self.stops(self.keys[i])

    def is_word(self, i: int) -> bool:
        """Whether the token is a word that carries meaning of its own."""
        key = self.keys[i]
        return key.isalpha() and len(key) > 1 and not self.stops(key)

    def can_name(self, i: int) -> bool:
        """Whether the token can be part of a name at all."""
        key, latin = self.keys[i], self.keys[i][0] < _ARABIC_SCRIPT
        return self.is_word(i) and not (latin or i in self.places or key.endswith(_PLURALS))

    def stops(self, key: str) -> bool:
        """Whether a word is of the grammar, not of a name or a body."""
        if key in self.words["stop"] or key in self.words.finite:
            return True
        # «درمراسم»: a preposition whose blank was lost.
        common = self.words.common
        if not key.startswith(_GLUED) or key[2:] not in common or key in self.words.family:
            return False
        if len(key) < _SHORTEST_GLUED and key.endswith("ی"):  # «بامری»
            return False
        return key not in common and key.removesuffix("های").removesuffix("ی") not in common

    def family_like(self, key: str) -> bool:
        """Whether an unlisted word looks like a family name."""
        if key in self.words.family:
            return key not in self.words.common
        long = len(key) >= _SHORTEST_FAMILY
        return long and key.endswith(_FAMILY_ENDINGS) and key not in self.words.common

    def skip_back(self, i: int) -> int:
        """Index of the last word at or before ``i``, past signs."""
        while i >= 0 and self.keys[i] in _GAP:
            i -= 1
        return i

    def skip_on(self, i: int) -> int:
        """Index of the first word from ``i`` on, past signs and honorifics."""
        honorifics = self.words["honorific"]
        while i < len(self.keys) and (self.keys[i] in _GAP or self.keys[i] in honorifics):
            i += 1
        return i

    def before(self, i: int) -> Name | None:
        """The name that ends just before token ``i``, an office; also one of unknown words."""
        last = self.skip_back(i - 1)
        name = self.ends.get(last + 1)
        if name or i - 1 - last > 2:
            return name
        return self._quoted_before(last) or self._parted_before(last) or self._unknown_before(last)

    def _parted_before(self, last: int) -> Name | None:
        """«از سوی دیگر، خلوصی آکار، وزیر …»: two or three words between signs."""
        if self.keys[last + 1] != "،":
            return None
        first = last + 1
        while first > 0 and last - first < _MOST_FAMILY and self.can_name(first - 1):
            first -= 1
        length = last + 1 - first
        opened = first == 0 or not self.keys[first - 1].isalpha()
        if not opened or not 1 < length <= _MOST_FAMILY:
            return None
        run = self.keys[first : last + 1]
        nouns = any(key in self.words["organization"] or key in self.words.roles for key in run)
        if nouns or all(key in self.words.common for key in run):
            return None
        return self._added(Name(first, last, last + 1))

    def _quoted_before(self, last: int) -> Name | None:
        """«سوان تک کین» before an office: what the quotation marks hold is the name."""
        if self.keys[last + 1] != "»":
            return None
        first = last
        while first > 0 and last - first < _MOST_QUOTED and self.can_name(first - 1):
            first -= 1
        bare = first == 0 or self.keys[first - 1] != "«"
        if bare or first == last or not self.can_name(last):
            return None
        if self.keys[first] in self.words["organization"]:
            return None
        return self._added(Name(first, last, last + 1))

    def _added(self, name: Name) -> Name:
        self.add(name)
        return name

    def _unknown_before(self, last: int) -> Name | None:
        first = last + 1
        parts = 2 + (self.keys[last] in self.words.family_parts)  # «بامری زاده» is one name
        while first > 0 and last + 1 - first < parts and self.unknown(first - 1):
            first -= 1
        honoured = first > 0 and self.keys[first - 1] in self.words["honorific"]
        length = last + 1 - first
        if not length or (length == 1 and not honoured and not self.family_like(self.keys[last])):
            return None
        if not honoured and not self._opens(first, length):
            return None
        family = last - (length > 2) if length > 1 else first
        return self._added(Name(first, family, last + 1))

    def unknown(self, i: int) -> bool:
        """Whether a token can be a rare name: no common word, no office."""
        key, words = self.keys[i], self.words
        if not self.can_name(i) or key in words["honorific"]:
            return False
        if words.roles.at(self.keys, i):
            return False
        listed = key in words.family or key in words.weak_given or key in words.given
        return listed or key not in words.common or (i > 0 and self.keys[i - 1] in words.given)

    def _opens(self, first: int, length: int) -> bool:
        """Whether a run of unknown words can begin here: not in the middle of a noun phrase."""
        if first == 0 or length > 1:
            return True
        before, key, words = self.keys[first - 1], self.keys[first], self.words
        # «تیم استارتاپی عضو خوشه»: an adjective of the noun before it.
        described = before in words.common or before.endswith(_PLURALS)
        if not described or before in words["stop"] or not key.endswith("ی"):
            return True
        return key in words.family and key not in words.common

    def _family_after(self, i: int) -> Name | None:
        """«رئیس‌جمهور روحانی»: a listed family name straight after an office."""
        listed = i < len(self.keys) and self.keys[i] in self.words.family
        if not listed or not self.can_name(i) or not self.family_like(self.keys[i]):
            return None
        return self._added(Name(i, i, i + 1)) if self.closes(i + 1) else None

    def after(self, i: int) -> Name | None:
        """The name that starts just after an office that ends at token ``i``."""
        first = self.skip_on(i)
        name = self.found.get(first)
        if name or first - i > 4:
            return name
        if first == i:
            return self._family_after(i)
        end = first
        while end < len(self.keys) and end - first < 3 and self.unknown(end):
            end += 1
        if end - first < 2 or not self.closes(end):
            return None
        return self._added(Name(first, end - 1, end))
