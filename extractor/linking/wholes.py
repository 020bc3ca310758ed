"""Which figure another one is a part of: «از این تعداد», «۷۳ درصد از آن», «از ۲۴۰ کارگاه، …»."""

from collections.abc import Sequence

from extractor.linking.indicators import unit_classes
from extractor.linking.scene import Scene
from extractor.mentions import Quantity
from schemas.vocabularies import Indicator, Unit

_NEAR = 14  # characters within which «آن» after a figure still speaks of it
_FAR = 160  # a whole farther back is no longer what «آن» means


def link_wholes(scene: Scene, indicators: Sequence[Indicator]) -> list[int | None]:
    """For each quantity the index of the quantity it is a part of."""
    wholes: list[int | None] = []
    for i, quantity in enumerate(scene.quantities):
        wholes.append(_whole_of(scene, indicators, wholes, i, quantity))
    return wholes


def _whole_of(
    scene: Scene,
    indicators: Sequence[Indicator],
    wholes: Sequence[int | None],
    i: int,
    quantity: Quantity,
) -> int | None:
    if quantity.unit == Unit.PERCENT and indicators[i] is not Indicator.SHARE:
        return None
    following = _named_after(scene, i)
    if following is not None:
        return following
    if _says_part(scene, quantity):
        return _nearest(scene, i)
    opened = _opened(scene, i)
    if opened is not None:
        return opened
    return _shared_with_previous(scene, indicators, wholes, i) or _first_of_row(scene, i)


def _compatible(part: Quantity, whole: Quantity) -> bool:
    """A percentage can be of any count; a count only of its own kind."""
    if whole.unit == Unit.PERCENT:
        return False
    return part.unit in (Unit.PERCENT, whole.unit) or not unit_classes(part.unit).isdisjoint(
        unit_classes(whole.unit)
    )


def _says_part(scene: Scene, quantity: Quantity) -> bool:
    clause = scene.clause(quantity.start)
    after = scene.hits("part_after", quantity.end, min(quantity.end + _NEAR + 12, clause.end))
    if any(h.start - quantity.end <= 1 + _item_length(quantity) for h in after):
        return True
    before = scene.hits("part_before", max(clause.start, quantity.start - 60), quantity.start)
    return bool(before) and scene.clause(before[-1].start) == clause


def _item_length(quantity: Quantity) -> int:
    """How far the counted noun phrase runs on beyond the span."""
    return min(_NEAR, max(0, len(quantity.item or "") - len(quantity.unit_text)))


def _nearest(scene: Scene, i: int) -> int | None:
    quantity = scene.quantities[i]
    for j in range(i - 1, -1, -1):
        whole = scene.quantities[j]
        if quantity.start - whole.end > _FAR:
            return None
        if _compatible(quantity, whole) and whole.start >= scene.headline_end:
            return j
    return None


def _named_after(scene: Scene, i: int) -> int | None:
    """«۳۱ برنامه از ۳۶ برنامه»: the whole follows."""
    quantity = scene.quantities[i]
    if i + 1 == len(scene.quantities):
        return None
    whole = scene.quantities[i + 1]
    gap = scene.gap(quantity.end, whole.start)
    if len(gap) < 30 and _compatible(quantity, whole) and "،" not in gap:
        hits = scene.hits("whole_before", quantity.end, whole.start)
        if any(scene.gap(h.end, whole.start).isspace() for h in hits):
            return None if quantity.number.value > whole.number.value else i + 1
    return None


def _opened(scene: Scene, i: int) -> int | None:
    """«از ۲۴۰ کارگاه این خوشه، ۴۵ درصد …»: the whole opens the sentence's row of parts."""
    quantity = scene.quantities[i]
    clause = scene.clause(quantity.start)
    for j in range(i - 1, -1, -1):
        whole = scene.quantities[j]
        if whole.start < clause.start:
            return None
        if _compatible(quantity, whole) and _is_opener(scene, j):
            return j
    return None


def _is_opener(scene: Scene, j: int) -> bool:
    whole = scene.quantities[j]
    hits = scene.hits("whole_before", max(0, whole.start - 14), whole.start)
    if not any(scene.gap(h.end, whole.start).isspace() for h in hits):
        return False
    following = scene.quantities[j + 1]
    # «از ۹۰ میلیارد … به ۱۶۰ میلیارد» is a change, «از ۱۰ تا ۲۰» a range.
    reached = scene.gap(whole.end, following.start).rstrip().endswith((" به", " تا"))
    return not (reached and following.unit == whole.unit)


def _shared_with_previous(
    scene: Scene, indicators: Sequence[Indicator], wholes: Sequence[int | None], i: int
) -> int | None:
    """Shares in one row are shares of one whole."""
    quantity = scene.quantities[i]
    if i == 0 or quantity.unit != Unit.PERCENT:
        return None
    bounds = scene.sentence(quantity.start)
    previous = scene.quantities[i - 1]
    if previous.start >= bounds.start and previous.unit == Unit.PERCENT:
        return wholes[i - 1] if indicators[i - 1] is Indicator.SHARE else None
    gap_start = max(bounds.start, previous.end)
    if scene.hits("destinations", gap_start, quantity.start) and previous.start >= bounds.start:
        return i - 1
    return None


def _first_of_row(scene: Scene, i: int) -> int | None:
    """«۴۳ خوشه شناسایی شده، ۱۳ خوشه پایان یافته و دو خوشه در دست اجراست»."""
    quantity = scene.quantities[i]
    if quantity.unit != Unit.CLUSTER:
        return None
    bounds = scene.sentence(quantity.start)
    row = [
        j
        for j, q in enumerate(scene.quantities)
        if q.unit == Unit.CLUSTER and bounds.start <= q.start < bounds.end
    ]
    values = [scene.quantities[j].number.value for j in row]
    if len(row) >= 2 and row[0] < i and values[0] >= sum(values[1:]):
        return row[0]
    return None
