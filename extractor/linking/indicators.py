"""What a figure measures: its unit, and the nouns and verbs that stand by it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import IndicatorDefault, IndicatorRow
from extractor.linking.scene import REACHED, Scene, islands
from extractor.linking.words import Hit, PhraseIndex, Positions
from extractor.mentions import Mention, Quantity
from extractor.reasons import inherit, note
from schemas.vocabularies import Indicator, Unit

_CLASSES: dict[str, str] = {
    **dict.fromkeys((Unit.PERSON, Unit.JOB), "person"),
    **dict.fromkeys((Unit.ENTERPRISE, Unit.WORKSHOP), "firm"),
    **dict.fromkeys((Unit.HECTARE, Unit.SQUARE_METRE), "area"),
    **dict.fromkeys((Unit.METRE, Unit.KILOMETRE), "length"),
    **dict.fromkeys(
        (Unit.TONNE, Unit.KILOGRAM, Unit.GRAM, Unit.LITRE, Unit.CUBIC_METRE, Unit.ITEM, Unit.OTHER),
        "amount",
    ),
    Unit.PRODUCT: "product",
    Unit.MEGAWATT: "power",
}
_COMMAS, _CLAUSES = re.compile("[،,]"), re.compile("[؛:(]")
_BRACKETS = re.compile(r"\([^()\n]{1,60}\)")
# What a word costs on the way from the figure to it, in words.
_PERSON = "person"
_BESIDE = 16  # characters: « به ارزش »
_TO = "به"
_NEXT = 24  # characters from a figure to its verb: « دلار رسیده است»
_BACK = 4  # figures: an elided subject is not looked for farther back
_COMMA, _CLAUSE, _VERB, _FIGURE = 3, 8, 6, 3
_MARGIN = 100  # times the price paid: what is sold for more is no longer one piece
_HOPELESS = 60  # a distance that no weight outweighs
_FARTHEST = 40  # words; names, dates and numbers among them count as one each


def unit_classes(unit: str) -> frozenset[str]:
    """The classes of units that indicator rows speak of.

    >>> sorted(unit_classes("IRR")), sorted(unit_classes("workshop"))
    (['IRR', 'money'], ['firm', 'workshop'])
    """
    if len(unit) == 3 and unit.isupper():
        return frozenset((unit, "money"))
    return frozenset((unit, _CLASSES.get(unit, unit)))


class IndicatorLinker:
    """Chooses an indicator for each quantity of a text."""

    def __init__(self) -> None:
        self._cues = PhraseIndex(load_rows("indicators.toml", IndicatorRow))
        self._defaults = {
            unit: row.indicator
            for row in load_rows("indicators.toml", IndicatorDefault, "default")
            for unit in row.units
        }

    def link(self, scene: Scene) -> list[tuple[Indicator, Mention | None]]:
        """For each quantity its indicator and the words that told it (None: its unit alone)."""
        distances = _Distances(scene, self._cues.find(scene.words))
        out: list[tuple[Indicator, Mention | None]] = []
        carried: tuple[Quantity, Indicator, Mention | None] | None = None
        for quantity in scene.quantities:
            bounds = scene.sentence(quantity.start)
            hit = distances.best(quantity, bounds)
            if hit and carried and _still_priced(scene, carried[0], carried[1], quantity, hit):
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
                out.append((self._defaults.get(quantity.unit, Indicator.OTHER), None))
        _carry_back(scene, out)
        return out


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
    alike = earlier.unit == quantity.unit and scene.same_sentence(earlier, quantity)
    return sold and alike and quantity.number.value < _MARGIN * earlier.number.value


def _take_over(rule: str, quantity: Quantity, source: Quantity) -> None:
    source_field = ("figures", source, "indicator")
    inherit("figures", quantity, "indicator", f"figures.indicator.{rule}", source_field)


def _taken_up(
    scene: Scene, out: Sequence[tuple[Indicator, Mention | None]], quantity: Quantity
) -> int | None:
    """«صادرات … ۲۱۰ تن بود. امسال به ۱۸۵ تن رسید»: the subject left out is that of before."""
    if not _arrives(scene, quantity):
        return None
    here = scene.sentence_index(quantity.start)
    for i in range(len(out) - 1, max(-1, len(out) - 1 - _BACK), -1):
        earlier = scene.quantities[i]
        if here - scene.sentence_index(earlier.start) > 1 or earlier.start < scene.headline_end:
            return None
        if earlier.unit == quantity.unit != Unit.PERCENT and out[i][1] is not None:
            return None if out[i][0] is Indicator.PRICE else i
    return None


def _arrives(scene: Scene, quantity: Quantity) -> bool:
    """«به ۱۸۵ تن رسید»."""
    if scene.gap(max(0, quantity.start - 4), quantity.start).split()[-1:] != [_TO]:
        return False
    return bool(scene.hits("reached", quantity.end, quantity.end + _NEXT))


def _carry_back(scene: Scene, told: list[tuple[Indicator, Mention | None]]) -> None:
    """«۲۱ تن زرشک و ۶ تن عناب برداشت شد»: the verb behind the second tells of the first too."""
    for i in range(len(told) - 2, -1, -1):
        first, second = scene.quantities[i], scene.quantities[i + 1]
        words = told[i + 1][1]
        if told[i][1] is None and words and words.start >= second.end:
            joined = scene.gap(first.end, second.start).endswith((" و ", "، "))
            if joined and _carries_on(scene, first, second):
                told[i] = told[i + 1]
                _take_over("carried_back", first, second)


def _carries_on(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«از ۹۰ میلیارد تومان … به ۱۶۰ میلیارد تومان»: one measure, told of twice."""
    if not scene.same_sentence(earlier, quantity) or quantity.unit in (
        Unit.PERCENT,
        Unit.JOB,
        Unit.CLUSTER,
        Unit.PRODUCT,
    ):
        return False
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


class _Distances:
    """How far the words of one text stand from its figures."""

    def __init__(self, scene: Scene, cues: list[Hit[IndicatorRow]]) -> None:
        text = scene.text
        self._scene = scene
        self._cues = cues
        self._cue_starts = [c.start for c in cues]
        self._words = Positions(start for _, start, _ in scene.words)
        self._islands = islands(scene)
        self._island_starts = [m.start for m in self._islands]
        # How many words the islands before each have beyond the one that each counts for.
        self._spared = [0]
        for m in self._islands:
            self._spared.append(self._spared[-1] + max(0, self._words.between(m.start, m.end) - 1))
        self._commas = Positions(m.start() for m in _COMMAS.finditer(text))
        self._clauses = Positions(m.start() for m in _CLAUSES.finditer(text))
        self._verbs = scene.verbs
        self._quantities = Positions(q.start for q in scene.quantities)
        brackets = [m.span() for m in _BRACKETS.finditer(text)]
        self._bracket_starts = [start for start, _ in brackets]
        self._bracket_ends = [end for _, end in brackets]
        self._asides = [0.0]
        for start, end in brackets:
            self._asides.append(self._asides[-1] + self._cost(start, end))

    def best(self, quantity: Quantity, bounds: Mention) -> Hit[IndicatorRow] | None:
        """The cue with the highest score above zero; the nearest of equals."""
        classes = unit_classes(quantity.unit)
        first = bisect_left(self._cue_starts, bounds.start)
        last = bisect_left(self._cue_starts, max(bounds.end, quantity.end))
        arrives = _arrives(self._scene, quantity)
        scored = [
            (score, -abs(cue.start - quantity.start), cue)
            for cue in self._cues[first:last]
            if not classes.isdisjoint(cue.row.units)
            and (score := self._score(cue, quantity, arrives)) > 0
            and (cue.row.needs is None or self._has(cue.row.needs, cue, bounds))
        ]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def asked(self, quantity: Quantity, bounds: Mention) -> Hit[IndicatorRow] | None:
        """«چند نفر شاغلند؟ حدود ۳۰۰ نفر»: the cue of the question that is answered."""
        i = self._scene.sentence_index(quantity.start)
        question = self._scene.sentences[i - 1] if i else None
        if question is None or "؟" not in self._scene.gap(question.end - 3, bounds.start):
            return None
        classes = unit_classes(quantity.unit)
        first = bisect_left(self._cue_starts, question.start)
        last = bisect_left(self._cue_starts, question.end)
        fitting = [
            cue
            for cue in self._cues[first:last]
            if cue.row.needs is None
            and cue.row.side != "inside"
            and not classes.isdisjoint(cue.row.units)
        ]
        return max(fitting, key=lambda cue: cue.row.weight, default=None)

    def _has(self, needed: str, cue: Hit[IndicatorRow], bounds: Mention) -> bool:
        if needed == "abroad":
            return self._scene.names_abroad(self._scene.clause(cue.start))
        return bool(self._scene.hits(needed, bounds.start, bounds.end))

    def _score(self, cue: Hit[IndicatorRow], quantity: Quantity, arrives: bool) -> float:
        row = cue.row
        if cue.end <= quantity.start:
            if row.side not in ("left", "both"):
                return 0.0
            distance = self._before(cue, quantity, arrives)
        elif cue.start >= quantity.end:
            if row.side not in ("right", "both"):
                return 0.0
            distance = self._behind(cue, quantity)
        else:
            inside = row.side != "left" and cue.start >= quantity.number.end
            return 15.0 * row.weight if inside else 0.0
        if row.reach is not None and distance > row.reach:
            return 0.0
        return 10 * row.weight - distance

    def _before(self, cue: Hit[IndicatorRow], quantity: Quantity, arrives: bool) -> float:
        distance = self._distance(cue.end, quantity.start)
        if distance >= _HOPELESS:
            return distance
        # «تولید کردند که …» has closed its clause; «ارزش آن» takes up what was said before.
        closed = self._verbs.between(cue.start, quantity.start)
        if not closed:
            return distance
        if arrives or self._scene.hits("again", cue.end, quantity.start):
            figures = self._quantities.between(cue.end, quantity.start) if arrives else 0
            passed = self._verbs.between(cue.end, quantity.start)
            return distance - _VERB * passed - _FIGURE * figures
        return distance + _VERB * (closed - self._verbs.between(cue.end, quantity.start))

    def _behind(self, cue: Hit[IndicatorRow], quantity: Quantity) -> float:
        distance = self._distance(quantity.end, cue.start)
        verb = self._verbs.after(quantity.end)
        # The verb of the clause is told of the figure however long a list parts them.
        governs = verb is not None and cue.start <= verb < cue.end
        if governs and not self._quantities.between(quantity.end, cue.start):
            distance -= _COMMA * self._commas.between(quantity.end, cue.start)
        return distance

    def _distance(self, start: int, end: int) -> float:
        if self._words.between(start, end) > _FARTHEST:
            return float("inf")
        distance = self._cost(start, end)
        first = bisect_left(self._bracket_starts, start)
        last = bisect_right(self._bracket_ends, end)
        return distance - max(0.0, self._asides[last] - self._asides[first]) if last else distance

    def _cost(self, start: int, end: int) -> float:
        first, last = bisect_left(self._island_starts, start), bisect_left(self._island_starts, end)
        return (
            self._words.between(start, end)
            - (self._spared[last] - self._spared[first])
            + _COMMA * self._commas.between(start, end)
            + _CLAUSE * self._clauses.between(start, end)
            + _VERB * self._verbs.between(start, end)
            + _FIGURE * self._quantities.between(start, end)
        )
