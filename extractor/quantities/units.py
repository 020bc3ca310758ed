"""Which unit or counted noun follows a number."""

from typing import NamedTuple

from extractor.mentions import Number, Quantity
from extractor.quantities.currencies import Currencies
from extractor.quantities.surroundings import Surroundings
from extractor.quantities.vocabulary import names_goods, names_person, word_set
from extractor.text.characters import ZWNJ
from extractor.text.units import find_unit
from extractor.verbs import verb_forms
from schemas.vocabularies import Unit

_FEW, _SMALL = 2, 10
_SHORTEST_NOUN = 3
_NO_NOUNS = ("ها", "های", "هایی", "ترین", "ان", "ات", "یم", "ند")
_PLURALS = (("گان", "ه"), ("یان", ""), ("ان", ""), ("ین", ""), ("های", ""), ("ها", ""))
_WORKERS = "unit.person_work"
_TAKEN_UP = ("آن", "آنها")  # «… که تنها ۵ میلیارد آن رسید»
_MILLION = 10**6
_MANY = 1000
# Words whose unit their qualifier, or their neighbours, decide.
_UNIT = "واحد"
_DWELLINGS = ("واحد مسکونی", "واحدهای مسکونی", "واحد\u200cهای مسکونی")


def names_workers(noun: str) -> bool:
    """Whether a noun names persons by their work, in the plural.

    >>> names_workers("نوغان‌داران"), names_workers("بافندگان"), names_workers("مجروحان")
    (True, True, False)
    """
    flat = noun.replace(ZWNJ, "")
    for ending, rest in _PLURALS:
        if flat.endswith(ending) and len(flat) > len(ending) + 1:
            single = flat.removesuffix(ending) + rest
            unit = find_unit([single])
            if unit[0].row == _WORKERS if unit else names_person(single):
                return True
    return False


class Measured(NamedTuple):
    """The unit of a number; ``length`` is how many words it takes."""

    code: str
    kind: str
    length: int
    noun: str = ""
    inflected: bool = False
    row: str = ""  # of the lexicon; empty where the noun is in no list
    rule: str = "noun"  # which decided the code

    @property
    def sure(self) -> bool:
        """Whether the number is a quantity whatever stands before it."""
        return self.kind in ("money", "measure")


class UnitReader:
    """Reads the units of one text; a bare «واحد» is what the last qualified one was."""

    def __init__(self, text: str, currencies: Currencies) -> None:
        self._text = text
        self._currencies = currencies
        self._unit_code: str | None = None
        self._currency = Unit.OTHER.value

    def note(self, quantity: Quantity) -> None:
        """Remember the currency, for sums that leave it out."""
        if quantity.unit.isupper():
            self._currency = quantity.unit

    def read(self, number: Number, around: Surroundings) -> Measured | None:
        """The unit after a number, a noun counted without one, or None."""
        known = find_unit([word.text for word in around.after])
        if known is None:
            return self._unknown(number, around)
        unit, length = known
        noun = around.after[0].text
        code, rule = unit.code, "row"
        if unit.kind == "person_or_tonne":
            code = Unit.PERSON if self._is_people(number, around) else Unit.TONNE
            rule = "person_or_tonne"
        elif unit.kind == "money" and length == 1:
            code = self._currencies.settle(unit.code, number.start)
        elif noun == _UNIT:
            code, rule = self._of_unit(unit.code, length), "of_unit"
            length = 1 if unit.code == Unit.ENTERPRISE else length
        if code != unit.code and rule == "row":
            rule = "by_place"
        if code == Unit.ENTERPRISE and self._is_point(number, around):
            code, rule = Unit.OTHER, "of_index"
        return Measured(code, unit.kind, length, noun, unit.inflected, unit.row, rule)

    def _of_unit(self, code: str, length: int) -> str:
        """«واحد مسکونی» is a dwelling, and so are bare «واحد» after it."""
        if length > 1:
            self._unit_code = code
        elif self._unit_code is None:
            dwellings = any(dwelling in self._text for dwelling in _DWELLINGS)
            self._unit_code = Unit.OTHER if dwellings else code
        return self._unit_code or code

    @staticmethod
    def _is_point(number: Number, around: Surroundings) -> bool:
        """«شاخص کل ۱۲ هزار واحد افت کرد»: what an index is counted in; no firm has decimals."""
        if not around.after[0].text.startswith(_UNIT):
            return False
        return number.value % 1 != 0 or not around.clause.isdisjoint(word_set("index"))

    def _is_people(self, number: Number, around: Surroundings) -> bool:
        following = around.after[1].text if len(around.after) > 1 else ""
        if following == "از" or number.value >= _MILLION:
            return following == "از" and not around.clause & word_set("goods")
        people, goods = around.clause & word_set("people"), around.clause & word_set("goods")
        if following in word_set("goods") or names_goods(following):
            return False
        counted = find_unit([following])
        if names_person(following) or (counted and counted[0].code == Unit.PERSON):
            return True
        return len(people) > len(goods)

    def _unknown(self, number: Number, around: Surroundings) -> Measured | None:
        """A noun that is in no list, counted with a number too large to be said in passing."""
        words = around.after
        known = self._currency != Unit.OTHER.value
        if known and words and words[0].text in _TAKEN_UP and number.value >= _MILLION:
            return Measured(self._currency, "money", 0, rule="last_currency")
        if not words or not self._is_noun(words[0].text) or words[0].start == number.end:
            return None
        noun = words[0].text
        written = self._text[number.core_start : number.end]
        if names_person(noun):
            return Measured("person", "count", 1, noun, rule="person")
        if noun in word_set("money") and number.value >= _MILLION:
            return Measured(self._currency, "money", 0, noun, rule="last_currency")
        small = number.value <= (_FEW if written.isdecimal() else _SMALL)
        if small or _is_year(written, number) or written == "هزار":
            return None
        if number.value < _MANY and not self._stands_apart(number, around):
            return None
        return Measured("other", "count", 1, noun)

    def _stands_apart(self, number: Number, around: Surroundings) -> bool:
        """Whether the number begins a phrase: not so in «گلکسی ۸۸۰ استفاده می‌کند»."""
        words = around.after
        if len(words) > 1 and self.is_verb(words[1].text):
            return False
        if number.start < number.core_start:
            return True
        before = around.before[0] if around.before else ""
        return not before or before in word_set("stop") or self.is_verb(before)

    @classmethod
    def _is_noun(cls, word: str) -> bool:
        if len(word) < _SHORTEST_NOUN or word in word_set("stop") or cls.is_verb(word):
            return False
        return not word.endswith(_NO_NOUNS)

    @staticmethod
    def is_verb(word: str) -> bool:
        """Whether a word is a form of a common verb."""
        flat = word.replace("\u200c", "")
        return flat in verb_forms() or flat.startswith(("می\u200c", "نمی\u200c"))


def _is_year(written: str, number: Number) -> bool:
    year = 1300 <= number.value < 1450 or 1900 <= number.value < 2100
    return year and written.isdecimal()
