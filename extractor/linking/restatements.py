"""A part told twice, as a number and as a percentage: «۹ میلیارد ریال یعنی ۲۵ درصد آن»."""

from collections.abc import Sequence

from extractor.linking.nearest import compatible, fits
from extractor.linking.scene import Scene
from extractor.mentions import Quantity
from schemas.vocabularies import Unit

_REACH = 30  # characters between the two
_BRACKET = "("


def restates(scene: Scene, i: int) -> bool:
    """Whether a figure says the one before it over again."""
    if i == 0:
        return False
    quantity, previous = scene.quantities[i], scene.quantities[i - 1]
    gap = scene.gap(previous.end, quantity.start)
    if len(gap) > _REACH:
        return False
    hits = scene.hits("restated", previous.end, quantity.start)
    said = any(not scene.gap(hit.end, quantity.start).strip() for hit in hits)
    return said or gap.strip() == _BRACKET


def restated_part(scene: Scene, i: int) -> Quantity | None:
    """The percentage behind a number that says it over again."""
    if i + 1 == len(scene.quantities) or scene.quantities[i].unit == Unit.PERCENT:
        return None
    share = scene.quantities[i + 1]
    return share if share.unit == Unit.PERCENT and restates(scene, i + 1) else None


def whole_restated(scene: Scene, wholes: Sequence[int | None], i: int) -> int | None:
    """The whole of the figure that this one says over again, if it is a part of one."""
    if not restates(scene, i):
        return None
    quantity, previous = scene.quantities[i], scene.quantities[i - 1]
    if quantity.unit == Unit.PERCENT:
        whole = wholes[i - 1]
        # «۶۰ واحد از ۹۰ واحد (۶۷ درصد)»: the whole may stand between.
        if whole is None and i > 1 and wholes[i - 2] == i - 1:
            whole = i - 1
    elif previous.unit == Unit.PERCENT:
        whole = wholes[i - 1]
    else:
        shared = i > 1 and wholes[i - 2] == i - 1
        share = shared and scene.quantities[i - 2].unit == Unit.PERCENT
        whole = i - 1 if share and quantity.unit == previous.unit else None
    if whole is None or whole == i:
        return None
    of = scene.quantities[whole]
    return whole if compatible(quantity, of) and _same(quantity, of) else None


def _same(part: Quantity, whole: Quantity) -> bool:
    return part.unit == Unit.PERCENT or (part.unit == whole.unit and fits(part, whole))
