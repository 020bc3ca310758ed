"""Which figure before it a figure without a date of its own has its date from."""

from collections.abc import Sequence
from datetime import date

from extractor.linking.scene import Scene
from extractor.verbs import Tense
from schemas.vocabularies import Indicator, Unit

_THAT = "که"
_JOINTS = (" و ", "، ")
_TO = "به"
_CHANGE = 3  # words: «کاهش به», «درصدی رشد به»
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
    if _takes_up(scene, i):
        return "taken_up", i - 1
    return ("of_clause", i - 1) if _same_deed(scene, found, i) else None


def _same_deed(scene: Scene, found: Sequence[int | None], i: int) -> bool:
    """«۴۲ تن آن به هند رفت و ۳۸ دلار ارز آورد»: the date of what is told of before."""
    quantity, previous, at = scene.quantities[i], scene.quantities[i - 1], found[i - 1]
    told = scene.verb_after(previous.end, quantity.start)
    then = scene.verb_after(quantity.end, scene.clause(quantity.start).end)
    if at is None or told is None or then is None or not scene.same_sentence(previous, quantity):
        return False
    elsewhere = scene.dates[at].start < scene.sentence(quantity.start).start or (
        scene.dates[at].start < scene.clause(quantity.start).start
    )
    past = told.tense is then.tense is Tense.PAST
    return elsewhere and past and scene.gap(told.end, quantity.start) == _JOINTS[0]


def _later(scene: Scene, found: Sequence[int | None], i: int) -> int | None:
    """Of the figures compared before a growth, the one of the later period."""
    bounds = scene.sentence(scene.quantities[i].start)
    inside = scene.quantities_in(bounds)
    last = i + 1 if _goes_to(scene, i) else i
    first = inside.start - 1 if _of_sentence_before(scene, found, inside.start, i) else inside.start
    dated = [
        (_first(scene, found, j), -j)
        for j in range(first, inside.stop)
        if j <= last and found[j] is not None
    ]
    best = max(dated, default=None)
    return None if best is None or -best[1] == i else -best[1]


def _goes_to(scene: Scene, i: int) -> bool:
    """«از ۱۸ تن در ۱۴۰۱ با ۱۴ درصد کاهش به ۱۵ تن در ۱۴۰۲ رسید»: the end stands behind."""
    if i + 1 == len(scene.quantities):
        return False
    gap = scene.gap(scene.quantities[i].end, scene.quantities[i + 1].start)
    clause = len(gap.split()) <= _CHANGE and gap.split()[-1:] == [_TO]
    return clause and not scene.verbs.between(
        scene.quantities[i].end, scene.quantities[i + 1].start
    )


def _of_sentence_before(scene: Scene, found: Sequence[int | None], first: int, i: int) -> bool:
    """«این رقم در سال گذشته ۳ تن بود که از رشد ۲۵ درصدی حکایت دارد»: with that of before."""
    if first == 0 or found[first - 1] is None or first == i:
        return False
    opening = scene.sentence(scene.quantities[i].start).start
    hits = scene.hits("again", opening, scene.quantities[first].start)
    near = any(len(scene.gap(opening, hit.start)) < _SHORT for hit in hits)
    sentence = scene.sentence_index(scene.quantities[i].start)
    before = scene.sentence_index(scene.quantities[first - 1].start)
    same = scene.quantities[first - 1].unit == scene.quantities[first].unit
    return near and same and sentence - before == 1


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
    start = scene.clause(quantity.start).start
    before = scene.gap(start, quantity.start)
    told = bool(scene.hits("again", start, quantity.start)) and len(before) < _SHORT
    return told and scene.sentence_index(quantity.start) - scene.sentence_index(previous.start) == 1
