"""How far the words that tell what is measured stand from the figures."""

import re
from bisect import bisect_left, bisect_right

from extractor.lexicon.models import IndicatorRow
from extractor.linking.scene import Scene, islands
from extractor.linking.words import Hit, Positions, occurrences
from extractor.mentions import Mention, Quantity
from schemas.vocabularies import Unit

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
_COMMAS, _CLAUSES = ("،", ","), ("؛", ":", "(")
_BRACKETS = re.compile(r"\([^()\n]{1,60}\)")
_TO = "به"
_NEXT = 24  # characters from a figure to its verb: « دلار رسیده است»
# What these cost on the way from a figure to a word, in words.
_COMMA, _CLAUSE, _VERB, _FIGURE = 3, 8, 6, 3
_NEXT_CLAUSE = 4  # more for a verb between a figure and a word behind it: another clause
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


def arrives_at(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is what something reached: «به ۱۸۵ تن رسید»."""
    if scene.gap(max(0, quantity.start - 4), quantity.start).split()[-1:] != [_TO]:
        return False
    return bool(scene.hits("reached", quantity.end, quantity.end + _NEXT))


def is_changed_to(scene: Scene, quantity: Quantity) -> bool:
    """«با ۱۰ درصد کاهش به ۱۱ میلیون یورو»: what something rose or fell to."""
    start = scene.text.rfind(f" {_TO} ", max(0, quantity.start - 5), quantity.start)
    if start < 0:
        return False
    near = max(0, start - _NEXT), start
    changes = (*scene.hits("less", *near), *scene.hits("more", *near))
    return any(hit.end == start for hit in changes)


def _is_counted(scene: Scene, cue: Hit[IndicatorRow]) -> bool:
    """Whether a cue is the noun that a figure counts: «هفت پروژه»."""
    i = bisect_right(scene.quantities, cue.start, key=lambda q: q.start) - 1
    return i >= 0 and cue.end <= scene.quantities[i].end


class Distances:
    """How far the words of one text stand from its figures."""

    def __init__(self, scene: Scene, cues: list[Hit[IndicatorRow]]) -> None:
        text = scene.text
        self._scene = scene
        self._cues = cues
        self._cue_starts = [c.start for c in cues]
        self._words = Positions([start for _, start, _ in scene.words])
        self._islands = islands(scene)
        self._island_starts = [m.start for m in self._islands]
        # How many words the islands before each have beyond the one that each counts for.
        self._spared = [0]
        for m in self._islands:
            self._spared.append(self._spared[-1] + max(0, self._words.between(m.start, m.end) - 1))
        self._commas = Positions(occurrences(text, *_COMMAS))
        self._clauses = Positions(occurrences(text, *_CLAUSES))
        self._verbs = scene.verbs
        self._quantities = Positions(q.start for q in scene.quantities)
        self._counted = {c.start for c in cues if _is_counted(scene, c)}
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
        arrives = arrives_at(self._scene, quantity)
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
        if quantity.unit.isupper() and cue.start in self._counted:
            distance += _FIGURE  # «اعتبار هفت پروژه به ۶ ریال رسید»: the noun of another figure
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
        distance += _NEXT_CLAUSE * self._verbs.between(quantity.end, cue.start)
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
        if not self._bracket_ends:
            return distance
        first = bisect_left(self._bracket_starts, start)
        last = bisect_right(self._bracket_ends, end)
        return distance - max(0.0, self._asides[last] - self._asides[first])

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
