"""``recycled_figure``: one figure of a thing, told again for another year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.checks.amounts import digits_of
from corpus.checks.drafts import Copies, Draft
from corpus.checks.points import Point
from corpus.checks.things import DIGITS
from schemas.numerals import show
from schemas.vocabularies import FindingCode

_STOCK_DIGITS = 4  # the number of workshops may well stay what it is
_APART = 300  # days between two articles that tell a stock without a date
_REPRINT = 90  # days within which the same text is one report, whatever year it is read as


def find_recycled(points: Sequence[Point], copies: Copies) -> Iterator[Draft]:
    """A finding for each value that stands for several years."""
    values: defaultdict[Decimal, list[Point]] = defaultdict(list)
    for point in points:
        if point.comparator == "exact" and point.year is not None and _is_marked(point):
            values[point.amount.value].append(point)
    for value, same in values.items():
        years = _first_of_years(same, copies)
        if len(years) > 1:
            shown = show(value)
            yield Draft(
                FindingCode.RECYCLED_FIGURE,
                tuple(years),
                " = ".join(f"{p.year}: {shown}" for p in years),
                tolerance=None,
            )


def _is_marked(point: Point) -> bool:
    """Whether a value has so many digits that chance hardly makes it twice."""
    digits = len(digits_of(point.amount.value))
    if point.kind == "stock" and not (point.dated and point.indicator == "employment"):
        return digits >= _STOCK_DIGITS
    return point.dated and digits >= DIGITS


def _first_of_years(points: Sequence[Point], copies: Copies) -> list[Point]:
    """The first article of each year that tells the value; one article alone recycles nothing."""
    years: list[Point] = []
    for point in sorted(points, key=lambda p: (p.told, p.article, p.start)):
        if any(p.year == point.year or p.article == point.article for p in years):
            continue
        before = years[-1] if years else None
        if before is None or _is_other_report(before, point, copies):
            years.append(point)
    return years


def _is_other_report(first: Point, second: Point, copies: Copies) -> bool:
    if first.published is None or second.published is None:
        return not copies(first, second)
    days = second.published - first.published
    if not (first.dated and second.dated) and days < _APART:
        return False
    return days > _REPRINT or not copies(first, second)
