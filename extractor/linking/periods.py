"""The date or period a figure holds for."""

from collections.abc import Sequence

from extractor.linking.scene import Scene
from extractor.mentions import Quantity
from schemas.vocabularies import Calendar, DateKind, Granularity, Indicator

_AFTER = 12  # «… دلار در سال ۱۳۹۹»: characters between a figure and its own date


def link_periods(
    scene: Scene,
    indicators: Sequence[Indicator],
    wholes: Sequence[int | None],
) -> list[int | None]:
    """For each quantity the index of its date; a part takes its whole's where it has none."""
    found = [_own_period(scene, i) for i in range(len(scene.quantities))]
    for i, whole in enumerate(wholes):
        if found[i] is None and whole is not None and whole < i:
            found[i] = found[whole]
    for i in range(1, len(found)):
        if found[i] is None and indicators[i] is Indicator.GROWTH:
            found[i] = _growth_period(scene, found, i)
    return found


def _usable(scene: Scene, i: int) -> bool:
    date = scene.dates[i]
    return (
        date.kind is DateKind.DATE
        and date.first is not None
        and date.calendar is Calendar.JALALI
        and date.granularity not in (Granularity.ERA, Granularity.DECADE, Granularity.CENTURY)
    )


def _own_period(scene: Scene, i: int) -> int | None:
    quantity = scene.quantities[i]
    if quantity.start < scene.headline_end:
        return None
    clause = scene.clause(quantity.start)
    following = scene.quantities[i + 1].start if i + 1 < len(scene.quantities) else clause.end
    limit = min(clause.end, following)
    for j, date in enumerate(scene.dates):
        if not _usable(scene, j) or _overlaps(scene, quantity, j):
            continue
        if quantity.end <= date.start < limit and date.start - quantity.end <= _AFTER:
            return j
    return _preceding(scene, quantity, clause.start)


def _overlaps(scene: Scene, quantity: Quantity, j: int) -> bool:
    date = scene.dates[j]
    return date.start < quantity.end and quantity.start < date.end


def _preceding(scene: Scene, quantity: Quantity, start: int) -> int | None:
    """The last date of the clause before the figure that is not another figure's own."""
    for j in range(len(scene.dates) - 1, -1, -1):
        date = scene.dates[j]
        if date.end > quantity.start or not _usable(scene, j):
            continue
        if date.start < start:
            return None
        if not _compares(scene, date.start) and not _belongs_to_figure(scene, date.start, start):
            return j
    return None


def _compares(scene: Scene, position: int) -> bool:
    """«نسبت به سال قبل»: the year compared with is not the figure's."""
    return "نسبت به" in scene.gap(
        max(0, position - 24), position
    )  # the one fixed phrase of comparing


def _belongs_to_figure(scene: Scene, position: int, start: int) -> bool:
    """A date right behind a figure is that figure's: «۱.۸ میلیون دلار در سال ۱۳۹۹ به ۲.۷ …»."""
    return any(
        q.start >= start
        and 0 < position - q.end <= _AFTER
        and "،" not in scene.gap(q.end, position)
        for q in scene.quantities
    )


def _growth_period(scene: Scene, found: Sequence[int | None], i: int) -> int | None:
    """A growth holds for the later of the periods compared."""
    bounds = scene.sentence(scene.quantities[i].start)
    previous = scene.quantities[i - 1]
    return found[i - 1] if previous.start >= bounds.start else None
