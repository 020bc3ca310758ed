"""The figure that another one can be a part of, by its unit, its size and where it stands."""

from collections.abc import Sequence

from extractor.linking.distances import unit_classes
from extractor.linking.pointing import Pointer
from extractor.linking.scene import Scene
from extractor.mentions import Quantity
from schemas.vocabularies import Unit

_FAR = 160  # a whole farther back is no longer what «آن» means
_COUNTED = frozenset((Unit.ITEM, Unit.OTHER))
_PEOPLE = frozenset((Unit.PERSON, Unit.JOB))


def compatible(part: Quantity, whole: Quantity) -> bool:
    """A percentage can be of any count; a count only of its own kind."""
    if whole.unit == Unit.PERCENT:
        return False
    if (part.unit, whole.unit) == (Unit.PERSON, Unit.ITEM):
        return True  # «۸۲۷ مورد ابتلا … از این میان ۱۴ نفر»
    if part.unit in (Unit.PERCENT, whole.unit):
        return True
    if (part.unit in _COUNTED) != (whole.unit in _COUNTED):
        return False  # what is weighed is no part of what is counted
    return not unit_classes(part.unit).isdisjoint(unit_classes(whole.unit))


def nearest(scene: Scene, wholes: Sequence[int | None], i: int, pointer: Pointer) -> int | None:
    """The nearest figure that the part fits into; failing that, the nearest of its kind.

    Of «از این تعداد ۴ نفر … و ۹ نفر …» the second is no part of the first but of its whole.
    """
    quantity = scene.quantities[i]
    larger = None
    for j in range(i - 1, -1, -1):
        whole = scene.quantities[j]
        if quantity.start - whole.end > _FAR or whole.start < scene.headline_end:
            break
        if not compatible(quantity, whole) or wholes[j] == i or _is_aside(scene, whole, quantity):
            continue
        if not _is_meant(whole, pointer):
            continue
        if whole.end > pointer.before and quantity.unit != Unit.PERCENT:
            continue
        sibling = wholes[j] is not None and whole.unit == quantity.unit
        if quantity.unit == Unit.PERCENT or (not sibling and fits(quantity, whole)):
            return j
        if larger is None and not sibling and not pointer.must_fit:
            larger = j
    return larger


def _is_meant(whole: Quantity, pointer: Pointer) -> bool:
    """«این کارگاه‌ها» are firms, «آن را» is no person."""
    classes = unit_classes(whole.unit)
    if pointer.of and pointer.of not in classes:
        return False
    return not (pointer.of_things and whole.unit in _PEOPLE)


def _is_aside(scene: Scene, whole: Quantity, part: Quantity) -> bool:
    """«۲۴۱ کرسی (به جز ۳۰ نماینده پایتخت) … که از میان آنها»: a bracket closed again."""
    opened, closed = (scene.text.find(sign, whole.end, part.start) for sign in "()")
    return closed >= 0 and not 0 <= opened < closed


def fits(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is not more than the whole."""
    return part.number.value <= (whole.number.upper or whole.number.value)
