"""Words that point from a part back to its whole: «آن», «از این تعداد», «از این واحدها»."""

import re
from dataclasses import dataclass

from extractor.lexicon.models import Cue
from extractor.linking.scene import Scene
from extractor.linking.words import WORD, Hit
from extractor.mentions import Quantity
from extractor.reasons import note
from extractor.words import stem_of
from schemas.vocabularies import Unit

_NEAR = 14  # characters within which «آن» after a figure still speaks of it
_OF, _ALL, _IT = "از", "کل", "آن"
_THEIR = "شان"  # «۲۸۷ نفرشان»: the possessive ending of the third person plural
_OBJECT = " را"  # the particle of the direct object
_POINTED = re.compile(r"از این ([^\W_]+)(?:\u200cها)?")
_POINTING = 30  # characters of «از این» with its noun
_PLURAL = "ان"
_SPENT = 10  # characters: « صرف»
_BEFORE = 40  # characters before a whole in which its noun may stand
_COUNTED = frozenset((Unit.PERSON, Unit.JOB, Unit.ENTERPRISE, Unit.WORKSHOP))


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that say a figure is a part: of one that ends before ``before``.

    «آن را» may also be an object, so that the whole ``must_fit``.
    """

    before: int
    must_fit: bool = False
    of: str | None = None  # the class of units taken up, if the words tell it
    of_things: bool = False  # «آن را», «۱۸ درصد آن»: no persons


def find_pointer(scene: Scene, quantity: Quantity) -> Pointer | None:
    """What the words beside a figure say of its whole, if anything."""
    clause = scene.clause(quantity.start)
    if quantity.unit_text.endswith(_THEIR) and quantity.unit == Unit.PERSON:
        _note(quantity, (quantity.end - len(_THEIR), quantity.end))
        return Pointer(quantity.start)
    if scene.gap(quantity.end, quantity.end + 4).lstrip("\u200c").startswith(_THEIR):
        their = scene.text.index(_THEIR, quantity.end)
        _note(quantity, (quantity.end, their + len(_THEIR)))
        return Pointer(quantity.start)
    after = scene.hits("part_after", quantity.end, min(quantity.end + _NEAR + 12, clause.end))
    for hit in after:
        beside = hit.start - quantity.end <= 1 + _item_length(quantity)
        if beside and not _compared(scene, hit.start):
            _note(quantity, hit)
            spent = scene.hits("spent", hit.end, hit.end + _SPENT)
            paid = bool(spent) and not scene.gap(hit.end, spent[0].start).strip()
            object_ = scene.gap(hit.end, hit.end + 3) == _OBJECT
            # «۹۰۰ نفر از آنان را زنان …» may be persons, «آن را» and «۱۸ درصد آن» are none.
            things = _is_single(scene, hit) and (object_ or quantity.unit == Unit.PERCENT)
            return Pointer(quantity.start, object_, "money" if paid else hit.row.value, things)
    before = scene.hits("part_before", max(clause.start, quantity.start - 60), quantity.start)
    before = [hit for hit in before if not _compared(scene, hit.start)]
    if not before or scene.clause(before[-1].start) != clause:
        return None
    if quantity.unit == Unit.PERCENT and _is_closed(scene, before[-1], quantity):
        return None
    _note(quantity, before[-1])
    # «از این جمع پنج شهید و هفت جانباز»: five is no whole of seven.
    return Pointer(before[-1].start, of=before[-1].row.value)


def _is_single(scene: Scene, hit: Hit[Cue]) -> bool:
    """«آن», «از آن»: one thing, and not «آنها»."""
    return scene.gap(hit.start, hit.end).split()[-1] == _IT


def is_of_all(scene: Scene, quantity: Quantity) -> bool:
    """«از این تعداد ۲۸۵ نفر … که ۲۵ درصد کل بافندگان‌اند»."""
    return scene.gap(quantity.end, quantity.end + _NEAR).split()[:1] == [_ALL]


def _is_closed(scene: Scene, hit: Hit[Cue], quantity: Quantity) -> bool:
    """«در ۷ خوشه از این تعداد شبکه‌ها از هم پاشید و ۶۵ درصد اعضا …»: another clause."""
    verbs = scene.verbs.between(hit.end, quantity.start)
    return verbs > 0 and not is_of_all(scene, quantity)


def _note(quantity: Quantity, words: Hit[Cue] | tuple[int, int]) -> None:
    note("figures", quantity, "part_of", "figures.part_of.said", words)


def _compared(scene: Scene, position: int) -> bool:
    """«بیش از این تعداد», «غیر از آن»: measured by it, or set apart from it, and no part of it."""
    return any(hit.end == position - 1 for hit in scene.hits("set_apart", position - 12, position))


def is_named(scene: Scene, quantity: Quantity, whole: int) -> bool:
    """«۵۰۰ کیلو از این ویتامین» is of the whole only if that is of a «ویتامین», too."""
    reach = quantity.end + _item_length(quantity)
    pointed = _POINTED.search(scene.text, quantity.end, reach + _POINTING)
    if quantity.unit == Unit.PERCENT or not pointed or pointed.start() > reach + 1:
        return True
    if any(hit.end >= pointed.end(1) for hit in scene.hits("part_after", reach, pointed.end())):
        return True  # «از این تعداد»
    of = scene.quantities[whole]
    # Persons and firms are also taken up by a noun of the words before: «از این کارگران».
    start = of.start - (_BEFORE if of.unit in _COUNTED else 0)
    behind = scene.gap(of.end, of.end + _NEAR).partition(f" {_OF} ")[0]
    named = f"{scene.gap(max(0, start), of.end)}{behind} {of.item or ''}"
    return _singular(pointed[1]) in {_singular(word) for word in WORD.findall(named)}


def _singular(noun: str) -> str:
    """«شاغلان», «واحدهای» as «شاغل», «واحد»."""
    return stem_of(noun).removesuffix(_PLURAL)


def _item_length(quantity: Quantity) -> int:
    """How far the counted noun phrase runs on beyond the span."""
    return min(_NEAR, max(0, len(quantity.item or "") - len(quantity.unit_text)))
