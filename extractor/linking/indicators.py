"""What a figure measures: its unit, and the nouns and verbs that stand by it."""

import re
from collections.abc import Sequence

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import IndicatorDefault, IndicatorRow
from extractor.linking.distances import Distances, arrives_at, unit_classes
from extractor.linking.pieces import piece_sold
from extractor.linking.scene import REACHED, Scene
from extractor.linking.words import Hit, PhraseIndex
from extractor.mentions import Mention, Quantity
from extractor.quantities.units import names_workers
from extractor.reasons import inherit, note
from schemas.vocabularies import Indicator, Unit

_PERSON = "person"
_AND, _THIS = " و ", "این "
_SUBJECT = 7  # words: «و ارزش سرمایه‌گذاری آنها »
_WITH = "با"
_NOUN = re.compile(r" ([^\W\d_\u200c]+(?:\u200c[^\W\d_\u200c]+){0,3})")
_BESIDE = 16  # characters: « به ارزش »
_NEXT = 24  # characters from a figure to its verb: « دلار رسیده است»
_BACK = 4  # figures: an elided subject is not looked for farther back
_COMPARING = 16  # characters: «در مقایسه با »
_TRADED = frozenset((Indicator.SALES, Indicator.EXPORTS))
_MARGIN = 100  # times the price paid: what is sold for more is no longer one piece


class IndicatorLinker:
    """Chooses an indicator for each quantity of a text."""

    def __init__(self) -> None:
        self._cues = PhraseIndex(load_rows("indicators.toml", IndicatorRow))
        self._defaults: tuple[IndicatorDefault, ...] = load_rows(
            "indicators.toml", IndicatorDefault, "default"
        )

    def link(self, scene: Scene) -> list[tuple[Indicator, Mention | None]]:
        """For each quantity its indicator and the words that told it (None: its unit alone)."""
        cues = [c for c in self._cues.find(scene.words, scene.plain) if _is_of_its_kind(scene, c)]
        distances = Distances(scene, cues)
        out: list[tuple[Indicator, Mention | None]] = []
        carried: tuple[Quantity, Indicator, Mention | None] | None = None
        for quantity in scene.quantities:
            bounds = scene.sentence(quantity.start)
            hit = distances.best(quantity, bounds)
            if (hit is None or hit.row.value in _TRADED) and (paid := piece_sold(scene, quantity)):
                note("figures", quantity, "indicator", "figures.indicator.piece", paid)
                out.append((Indicator.PRICE, paid))
                carried = (quantity, Indicator.PRICE, paid)
            elif hit and carried and _goes_on(scene, carried[:2], quantity, hit):
                out.append(carried[1:])
                _take_over("carried", quantity, carried[0])
            elif hit:
                told = Mention(hit.start, hit.end)
                note("figures", quantity, "indicator", "figures.indicator.cue", hit)
                out.append((hit.row.value, told))
                if hit.row.value is not Indicator.GROWTH:
                    carried = (quantity, hit.row.value, told)
            elif carried and _carries_on(scene, carried[0], quantity):
                out.append(carried[1:])
                _take_over("carried", quantity, carried[0])
            elif (before := _taken_up(scene, out, quantity)) is not None:
                out.append(out[before])
                _take_over("taken_up", quantity, scene.quantities[before])
            elif hit := distances.asked(quantity, bounds):
                note("figures", quantity, "indicator", "figures.indicator.asked", hit)
                out.append((hit.row.value, Mention(hit.start, hit.end)))
            else:
                note("figures", quantity, "indicator", "figures.indicator.unit", quantity)
                out.append((self._by_unit(scene, quantity), None))
        _carry_back(scene, out)
        return out

    def _by_unit(self, scene: Scene, quantity: Quantity) -> Indicator:
        """What such units measure as a rule: in all news, or in news of clusters."""
        classes = {quantity.unit, *unit_classes(quantity.unit)}
        for row in self._defaults:
            here = row.news == "any" or bool(scene.doc._.clusters)
            if here and quantity.number.value >= row.least and not classes.isdisjoint(row.units):
                return row.indicator
        return Indicator.OTHER


def _is_of_its_kind(scene: Scene, cue: Hit[IndicatorRow]) -> bool:
    """«شمار بافندگان», but not «شمار دستگاه‌ها»; and in news that the row is for."""
    if cue.row.news == "clusters" and not scene.doc._.clusters:
        return False
    if cue.row.of is None:
        return True
    noun = _NOUN.match(scene.text, cue.end)
    return noun is not None and names_workers(noun[1])


def inherit_from_wholes(
    scene: Scene,
    told: list[tuple[Indicator, Mention | None]],
    wholes: Sequence[int | None],
) -> None:
    """«۴۱۲ بافنده عضو هستند که ۲۸۷ نفرشان …»: a part measures what its whole does."""
    for i, whole in enumerate(wholes):
        if whole is None or told[whole][1] is None:
            continue
        own = told[i][1]
        if own is not None and not _of_clause_before(scene, own, whole, i):
            continue
        units = (scene.quantities[i].unit, scene.quantities[whole].unit)
        if not unit_classes(units[0]).isdisjoint(unit_classes(units[1])):
            told[i] = told[whole]
            _take_over("of_whole", scene.quantities[i], scene.quantities[whole])


def _of_clause_before(scene: Scene, words: Mention, whole: int, part: int) -> bool:
    """«۷۰ میلیارد با سود کم دیده شد که ۴۰ میلیارد آن …»: said of the whole, in its clause."""
    start, end = scene.quantities[part].start, scene.quantities[whole].end
    return end <= words.start < start and scene.verbs.between(words.end, start) > 0


def _goes_on(
    scene: Scene, told: tuple[Quantity, Indicator], quantity: Quantity, hit: Hit[IndicatorRow]
) -> bool:
    """Whether a figure is but another of what the one before it measures, whatever its own cue."""
    earlier, indicator = told
    if earlier.unit != quantity.unit or not scene.same_sentence(earlier, quantity):
        return False
    # «درآمد … ۴ میلیون تومان است و امیدواریم با اجرای طرح به ۷ میلیون تومان برسد».
    aside = _WITH in scene.gap(earlier.end, max(earlier.end, hit.start)).split()[-2:]
    aside = aside and quantity.unit != Unit.PERCENT
    return (aside and arrives_at(scene, quantity)) or _still_priced(
        scene, earlier, indicator, quantity, hit
    )


def _still_priced(
    scene: Scene,
    earlier: Quantity,
    indicator: Indicator,
    quantity: Quantity,
    hit: Hit[IndicatorRow],
) -> bool:
    """«هر تن را ۹۰۰ هزار تومان می‌خرند و به دو میلیون تومان می‌فروشند»: one price, then another."""
    if indicator is not Indicator.PRICE or hit.row.value is not Indicator.SALES:
        return False
    verb = scene.verb_after(quantity.end, quantity.end + _NEXT)
    sold = verb is not None and hit.start <= verb.start < hit.end
    return sold and quantity.number.value < _MARGIN * earlier.number.value


def _take_over(rule: str, quantity: Quantity, source: Quantity) -> None:
    source_field = ("figures", source, "indicator")
    inherit("figures", quantity, "indicator", f"figures.indicator.{rule}", source_field)


def _taken_up(
    scene: Scene, out: Sequence[tuple[Indicator, Mention | None]], quantity: Quantity
) -> int | None:
    """«صادرات … ۲۱۰ تن بود. امسال به ۱۸۵ تن رسید»: the subject left out is that of before."""
    if not arrives_at(scene, quantity):
        return None
    here = scene.sentence_index(quantity.start)
    for i in range(len(out) - 1, max(-1, len(out) - 1 - _BACK), -1):
        earlier = scene.quantities[i]
        if here - scene.sentence_index(earlier.start) > 1 or earlier.start < scene.headline_end:
            return None
        if earlier.unit == quantity.unit != Unit.PERCENT and out[i][1] is not None:
            if _is_headed(scene, earlier, quantity):
                return None
            return None if out[i][0] is Indicator.PRICE else i
    return None


def _is_headed(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«شمار مهمانان به ۹ هزار نفر رسید» has a subject; «این تعداد به …» takes up another's."""
    start = max(earlier.end, scene.sentence(quantity.start).start)
    return any(
        not scene.text.startswith(_THIS, max(start, hit.start - len(_THIS)))
        for hit in scene.hits("headed", start, quantity.start)
    )


def _carry_back(scene: Scene, told: list[tuple[Indicator, Mention | None]]) -> None:
    """«۲۱ تن زرشک و ۶ تن عناب برداشت شد»: the verb behind the second tells of the first too."""
    for i in range(len(told) - 2, -1, -1):
        first, second = scene.quantities[i], scene.quantities[i + 1]
        words = told[i + 1][1]
        if told[i][1] is None and words and words.start >= second.end:
            joined = scene.gap(first.end, second.start).endswith((" و ", "، "))
            if (joined and _carries_on(scene, first, second)) or _grows_with(scene, told, i):
                told[i] = told[i + 1]
                _take_over("carried_back", first, second)


def _grows_with(scene: Scene, told: Sequence[tuple[Indicator, Mention | None]], i: int) -> bool:
    """«شمار پروانه‌ها ۲۰ درصد و ارزش آنها ۳۱ درصد بالا رفت»: one verb for two subjects."""
    first, second = scene.quantities[i], scene.quantities[i + 1]
    gap = scene.gap(first.end, second.start)
    shared = first.unit == second.unit == Unit.PERCENT and gap.startswith(_AND)
    growth = told[i + 1][0] is Indicator.GROWTH and len(gap.split()) <= _SUBJECT
    return shared and growth and not scene.verbs.between(first.end, second.start)


def _carries_on(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«از ۹۰ میلیارد تومان … به ۱۶۰ میلیارد تومان»: one measure, told of twice."""
    if not scene.same_sentence(earlier, quantity) or quantity.unit in (
        Unit.PERCENT,
        Unit.JOB,
        Unit.CLUSTER,
        Unit.PRODUCT,
    ):
        return False
    if _compared(scene, quantity) and earlier.unit == quantity.unit:
        return True
    if earlier.unit == quantity.unit and _is_aim(scene, earlier, quantity):
        return True
    again = scene.hits("again", earlier.end, quantity.start)
    if not again and scene.verbs.between(earlier.end, quantity.start):
        return False
    if _PERSON in unit_classes(quantity.unit):
        # Of people a new number says a new thing, unless it is the end of a change.
        return bool(again) or not REACHED.isdisjoint(
            scene.gap(earlier.end, quantity.start).split()[-1:]
        )
    beside = bool(again) and quantity.start - earlier.end < _BESIDE
    return beside or not unit_classes(earlier.unit).isdisjoint(unit_classes(quantity.unit))


def _is_aim(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«به ۷۴۰ میلیارد تومان رسید، در حالی که هدف ما ۸۰۰ میلیارد تومان بود»: done, and aimed at."""
    hits = scene.hits("aimed", earlier.end, quantity.start)
    if not hits or _PERSON in unit_classes(quantity.unit):
        return False
    return not scene.verbs.between(hits[-1].end, quantity.start)


def _compared(scene: Scene, quantity: Quantity) -> bool:
    """«… ۵۱۰ هزار تن که در مقایسه با ۶۸۰ هزار تن پارسال کمتر است»: the same, at another time."""
    hits = scene.hits("compared", quantity.start - _COMPARING, quantity.start)
    return any(hit.end == quantity.start - 1 for hit in hits)
