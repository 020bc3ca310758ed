"""Slips of rial and toman, of thousand and million: the same digits, 10, 10³ or 10⁶ apart.

They are ``archive_conflict`` too. A cluster has many loans and budgets, so that most that differ
do not conflict; the same digits do, if there are enough of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from corpus.checks.amounts import digits_of, ratio
from corpus.checks.conflicts import STOCK_DAYS, conflict
from corpus.checks.drafts import Copies, Draft, by_article
from corpus.checks.points import Point
from corpus.checks.things import DIGITS

_DAYS = 366  # between two articles
_SOON = 31  # days within which one sum may go round with rial for toman, whatever its digits
_KEPT = 20  # points of the same digits looked back at
_MONEY = ("IRR", "IRT")
_TEN = Decimal(10)
_ROUND = 2  # digits that are not zeros at the end


def find_slips(points: Sequence[Point], copies: Copies) -> Iterator[Draft]:
    """A finding for each two articles, the first before the second, that such a slip parts."""
    seen: defaultdict[str, list[Point]] = defaultdict(list)
    values: defaultdict[int, set[Decimal]] = defaultdict(set)
    for point in points:
        values[point.article].add(point.amount.value)
    for article in by_article(points):
        for point in article:
            digits = digits_of(point.amount.value)
            earlier = next((p for p in reversed(seen[digits]) if _is_slip(p, point, values)), None)
            if earlier is not None and not copies(earlier, point):
                yield conflict((earlier, point))
                break
        for point in article:
            told = seen[digits_of(point.amount.value)]
            told.append(point)
            del told[:-_KEPT]


def _is_slip(first: Point, second: Point, values: Mapping[int, set[Decimal]]) -> bool:
    times = ratio(first.amount.value, second.amount.value)
    if times is None or {first.comparator, second.comparator} - {"exact", "about"}:
        return False
    if not values[first.article].isdisjoint(values[second.article]):
        return False
    days = second.asof - first.asof
    if times == _TEN:
        if first.unit not in _MONEY:
            return False
        if first.unit != second.unit and days <= _SOON:
            return True
    enough = _is_marked(first, second)
    # A stock that differs within these days is found by comparing values.
    return enough and days <= _DAYS and (second.kind != "stock" or days > STOCK_DAYS)


def _is_marked(first: Point, second: Point) -> bool:
    """Whether there are so many digits that chance hardly makes them the same.

    Of one and the same time a round one, as «۳۲۰ میلیارد», will do.
    """
    if len(digits_of(first.amount.value)) >= DIGITS:
        return True
    if first.kind != "loose" or first.period != second.period:
        return False
    return (
        len(digits_of(first.amount.value)) >= _ROUND
        and min(map(_written, (first, second))) >= DIGITS
    )


def _written(point: Point) -> int:
    """How many digits are written of a number, before its «میلیارد»."""
    return sum(map(str.isdecimal, point.quote))
