"""Read one name of a cluster: a product with what belongs to it, up to where it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.clusters.vocabulary import AND, FREQUENT, TOWN, Terms, Vocabulary
from extractor.lexicon.places import province_code
from extractor.mentions import Place
from extractor.words import Word
from schemas.vocabularies import PlaceKind

_LONGEST = 9  # words
_STRANGE = 2  # unknown words in one name
_COPULAS = ("اند", "ند", "ست")
# «پایان‌یافته», «متوقف‌شده»: the state of a cluster, not what it makes.
_STATES = ("یافته", "نیافته", "شده", "نشده", "گرفته", "پذیرفته", "مانده", "رسیده")
_PARTED = ("ام", "ایم", "اید", "اند")  # «گنجانده ایم»: a perfect written in two words
_STEM = 3  # letters, at least, before the ending of a state
OPENING, CLOSING = frozenset("«\"“'("), frozenset("»\"”')")


@dataclass(frozen=True, slots=True)
class Name:
    """Words ``first`` to ``last`` name a cluster; ``next`` is the word behind all that was read.

    ``province`` is a code stated behind the name and no part of it, ``place`` the index of a
    place in or behind the name, ``known`` whether a product of the lexicon is in it.
    """

    first: int
    last: int
    next: int
    known: bool = False
    province: str | None = None
    place: int | None = None
    linked: bool = False  # a province was left out: the last word may carry ezafe
    ended: bool = False  # a place closes the name: nothing can be joined to it


class NameReader:
    """Reads names among the words of one sentence."""

    def __init__(
        self, vocabulary: Vocabulary, words: Sequence[Word], places: Mapping[int, tuple[int, Place]]
    ) -> None:
        """``places`` are those of the document by the offset of their start."""
        self.words = words
        self.vocabulary = vocabulary
        self.terms = Terms(vocabulary, words)
        self._places = places

    def key(self, at: int) -> str:
        """The key of a word; empty behind the last one."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def is_a(self, at: int, kind: str) -> int:
        """How many words from here are a term of this kind."""
        return self.terms.longest(at, kind)

    def qualifies(self, at: int) -> int:
        """How many words from here tell of which sort or state a «خوشه» is, and no name."""
        return self.is_a(at, "attribute") or int(self._is_state(at))

    def _is_state(self, at: int) -> bool:
        key = self.key(at)
        return any(key.endswith(end) and len(key) >= len(end) + _STEM for end in _STATES)

    def is_placed(self, name: Name) -> bool:
        """Whether the name bears its place, or one stands behind it: «در شهرستان چرام»."""
        if name.ended or self.is_a(name.next, "area"):
            return True
        behind = name.next + 1
        return self.key(name.next) == "در" and bool(
            self.is_a(behind, "area") or self.place_at(behind)
        )

    def place_at(self, at: int) -> tuple[int, Place] | None:
        """The place that begins at this word, with its index."""
        return self._places.get(self.words[at].start) if at < len(self.words) else None

    def after(self, at: int, place: Place) -> int:
        """The first word behind a place that begins at this one."""
        while at < len(self.words) and self.words[at].start < place.end:
            at += 1
        return at

    def quoted(self, at: int) -> Name | None:
        """A name in quotation marks that open at this word."""
        if self.key(at) not in OPENING:
            return None
        closing = range(at + 2, min(at + 2 + _LONGEST, len(self.words)))
        end = next((i for i in closing if self.key(i) in CLOSING), 0)
        name = self.name(at + 1, strange=True) if end else None
        if not name or name.first > end:
            return None
        if name.next < end:  # the marks say where it ends
            name = replace(name, last=end - 1)
        return replace(name, next=end + 1, known=True)

    def name(self, at: int, *, strange: bool = False) -> Name | None:
        """The name that begins at this word; ``strange`` ones need no product we know."""
        first, last, unknown, known, need = at, -1, 0, False, False
        while at < len(self.words) and at - first < _LONGEST:
            if size := self.vocabulary.product(self.terms, at):
                known, need = True, False
            elif need and self.vocabulary.is_made_of(self.terms, at):
                size, known, need = 1, True, False
            elif size := self._head(at):
                need = True
            elif size := self._second_modifier(at):
                pass
            elif self._ends(at) or (last < 0 and self._is_state(at)):
                break
            elif self.place_at(at):
                return None if last < 0 else self._closed(Name(first, last, at, known))
            elif size := self.is_a(at, "modifier"):
                if last < 0:
                    break
                need = False
            elif self.is_a(at, "compass"):
                return self._compass(Name(first, last, at, known)) if last >= 0 else None
            elif known and (size := self._town(at)):
                return Name(first, at + size - 1, at + size, known, ended=True)
            elif self._may_be_strange(at, need, known or strange, unknown):
                size, unknown, need = 1, unknown + 1, False
            else:
                break
            last, at = at + size - 1, at + size
        if last < 0 or need:
            return None
        return Name(first, last, last + 1, known)

    def _head(self, at: int) -> int:
        """How many words begin a name that needs a complement, if one follows."""
        size = self.is_a(at, "head")
        if not size:
            return 0
        behind = at + size
        if self.key(behind) == AND and self.is_a(behind + 1, "head"):
            behind += 1 + self.is_a(behind + 1, "head")
        if self.vocabulary.product(self.terms, behind) or self._head(behind):
            return behind - at
        if self.is_a(behind, "modifier"):
            return behind - at
        blocked = self._ends(behind) or self.place_at(behind) or self._noun_of_verb(behind)
        return 0 if blocked else behind - at

    def _second_modifier(self, at: int) -> int:
        """«بهداشتی و صنعتی»: how many words join one more adjective to the last."""
        if self.key(at) != AND or not self.is_a(at - 1, "modifier") or self._head(at + 1):
            return 0
        size = self.is_a(at + 1, "modifier")
        return size + 1 if size and not self.vocabulary.product(self.terms, at + 1) else 0

    def _ends(self, at: int) -> bool:
        """Whether no name goes over this word: grammar, a verb, a number, punctuation."""
        if at >= len(self.words):
            return True
        word = self.words[at]
        if not word.key[0].isalpha() or self.vocabulary.is_verb(word):
            return True
        if word.key.endswith("ه") and self.key(at + 1) in _PARTED:
            return True
        return bool(self.is_a(at, "stop")) or word.stem == "خوشه" or self._has_copula(at)

    def _has_copula(self, at: int) -> bool:
        """Whether a copula is glued to a word that ends a name: «فعالند», «مهم‌اند»."""
        key = self.terms.keys[at]
        return any(
            key.endswith(copula)
            and not self.vocabulary.kinds(key.removesuffix(copula)).isdisjoint(("stop", FREQUENT))
            for copula in _COPULAS
        )

    def _town(self, at: int) -> int:
        """How many words are a town that is an everyday word elsewhere («بادام سامان»)."""
        size = self.is_a(at, TOWN)
        return 0 if self._noun_of_verb(at + size - 1) else size

    def _may_be_strange(self, at: int, need: bool, allowed: bool, unknown: int) -> bool:
        if need:
            return True
        if not allowed or unknown >= _STRANGE:
            return False
        if any(self.is_a(at, kind) for kind in (FREQUENT, "attribute", "generic")):
            return False
        return not self._noun_of_verb(at)

    def _noun_of_verb(self, at: int) -> bool:
        """Whether the word makes a verb with the next («خاتمه یافت»)."""
        return at + 1 < len(self.words) and self.vocabulary.is_action(self.words[at + 1])

    def _compass(self, name: Name) -> Name:
        """«سنگ شمال استان» keeps the part of the province, «سنگ شمال کشور» doesn't."""
        behind = name.next + self.is_a(name.next, "compass")
        if self.key(behind) != "استان":
            return name
        return replace(name, last=behind, next=behind + 1, ended=True)

    def _closed(self, name: Name) -> Name:
        """The name with the town that belongs to it; a province is left out."""
        found = self.place_at(name.next)
        if not found or found[1].kind in (PlaceKind.COUNTRY, PlaceKind.ESTATE):
            return name
        index, place = found
        behind = self.after(name.next, place)
        if code := province_of(place):
            return replace(name, next=behind, province=code, linked=True, ended=True)
        last = behind - 1
        second = self.place_at(behind + 1) if self.key(behind) == AND else None
        if second and not province_of(second[1]) and second[1].kind is not PlaceKind.COUNTRY:
            behind = self.after(behind + 1, second[1])  # «کلوچه فومن و لاهیجان»
            last = behind - 1
        name = replace(name, last=last, next=behind, place=index, ended=True)
        if (third := self.place_at(behind)) and (code := province_of(third[1])):
            return replace(name, next=self.after(behind, third[1]), province=code)
        return name

    def tail(self, name: Name) -> Name:
        """The name with the place stated right behind it: «استان قم», «در شهرستان کاشان»."""
        at = name.next
        if self.key(at) == "در":
            at += 1
        at += self.is_a(at, "area")
        found = self.place_at(at)
        if at == name.next or not found or found[1].kind is PlaceKind.COUNTRY:
            return replace(name, linked=True) if self.key(name.next) == "استان" else name
        index, place = found
        code = province_of(place) if self.key(at - 1) not in ("شهرستان", "شهر") else None
        linked = self.key(name.next) != "در"
        return replace(
            name,
            next=self.after(at, place),
            province=name.province or code,
            place=name.place if name.place is not None or code else index,
            linked=name.linked or linked,
            ended=True,
        )


def province_of(place: Place) -> str | None:
    """The code of the province a place name stands for in a cluster's name."""
    if place.kind is PlaceKind.PROVINCE:
        return place.code
    return province_code(place.name) if place.kind is PlaceKind.CITY else None
