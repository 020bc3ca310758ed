"""Which figure before it a figure without a date of its own has its date from."""

from collections.abc import Sequence
from datetime import date

from extractor.linking.scene import Scene
from schemas.vocabularies import Indicator, Unit

_THAT = "که"
_JOINTS = (" و ", "، ")
_SHORT = 48  # characters from the start of a sentence to the figure that takes up another


def find_source(
    scene: Scene, indicators: Sequence[Indicator], found: Sequence[int | None], i: int
) -> tuple[str, int] | None:
    """The rule by which a figure has the date of one before it, and which that is."""
    quantity, previous = scene.quantities[i], scene.quantities[i - 1]
    joined = scene.same_sentence(previous, quantity)
    if found[i - 1] is None:
        return None
    if indicators[i] is Indicator.GROWTH and joined:
        later = _later(scene, found, i)
        return None if later is None else ("of_growth", later)
    if found[i] is not None:
        return None
    shares = quantity.unit == previous.unit == Unit.PERCENT
    listed = scene.text.endswith(_JOINTS, previous.end, quantity.start)
    if shares and joined and listed and indicators[i] is indicators[i - 1] is Indicator.SHARE:
        return "of_row", i - 1
    return ("taken_up", i - 1) if _takes_up(scene, i) else None


def _later(scene: Scene, found: Sequence[int | None], i: int) -> int | None:
    """Of the figures compared before a growth, the one of the later period."""
    bounds = scene.sentence(scene.quantities[i].start)
    inside = scene.quantities_in(bounds)
    dated = [(_first(scene, found, j), -j) for j in inside if j <= i and found[j] is not None]
    best = max(dated, default=None)
    return None if best is None or -best[1] == i else -best[1]


def _first(scene: Scene, found: Sequence[int | None], j: int) -> date:
    at = found[j]
    return date.min if at is None else scene.dates[at].first or date.min


def _takes_up(scene: Scene, i: int) -> bool:
    """«این مقدار ۱۷ درصد صادرات کشور است», «… که ۷۵ درصد تولید کشور است»."""
    quantity, previous = scene.quantities[i], scene.quantities[i - 1]
    if quantity.unit != Unit.PERCENT:
        return False
    gap = scene.gap(previous.end, quantity.start)
    if scene.same_sentence(previous, quantity):
        return gap.split()[-1:] == [_THAT]
    start = scene.sentence(quantity.start).start
    before = scene.gap(start, quantity.start)
    told = bool(scene.hits("again", start, quantity.start)) and len(before) < _SHORT
    return told and scene.sentence_index(quantity.start) - scene.sentence_index(previous.start) == 1
