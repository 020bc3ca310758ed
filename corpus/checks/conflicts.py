"""``archive_conflict``: one thing, one period, and values that differ beyond rounding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.checks.amounts import factor, ratio
from corpus.checks.drafts import Copies, Draft, by_article
from corpus.checks.points import Point
from schemas.numerals import show
from schemas.vocabularies import FindingCode

# Days between which a stock is taken to be the same, and a running year's flow.
STOCK_DAYS, FLOW_DAYS = 92, 7
_LISTED = 3  # from so many values on an article lists things rather than telling one
_TIMES = Decimal("2.5")
_SHOWN = 5  # values beside which a new one is shown
_VERSIONS = 20  # kept of a thing at a time; a bound on the work, not on what is found


@dataclass(slots=True)
class Version:
    """One value of a thing, as the first article and the latest one give it."""

    first: Point
    latest: Point

    def is_near(self, point: Point, days: int) -> bool:
        """Whether it was told of about the same day."""
        return abs(point.asof - self.latest.asof) <= days

    def shown(self, point: Point, days: int) -> Point:
        """The first article that gives the value about the same day as a point."""
        return self.first if abs(point.asof - self.first.asof) <= days else self.latest

    def agrees(self, point: Point) -> bool:
        """Whether a point may be of this value."""
        return any(point.amount.agrees(own.amount) for own in (self.first, self.latest))


def find_conflicts(points: Sequence[Point], days: int, copies: Copies) -> Iterator[Draft]:
    """A finding for each value that is new beside those told of about the same days."""
    versions: list[Version] = []
    for article in by_article(points):
        if _is_list(article):
            continue
        near = [v for v in versions if v.is_near(article[0], days)]
        old, new = _part(article, near)
        if new and near and not any(copies(v.first, new) for v in near):
            yield conflict((*(v.shown(new, days) for v in near[-_SHOWN:]), new))
        elif new and near:
            continue  # a copy is no further witness, whatever it says
        for version, point in old:
            version.latest = point
        if new:
            versions = [*near, Version(new, new)][-_VERSIONS:]


def is_near(draft: Draft) -> bool:
    """Whether values are so near to each other that one is hardly a part of another."""
    values = [abs(point.amount.value) for point in draft.points]
    return max(values) <= _TIMES * min(values)


def _part(
    article: list[Point], near: list[Version]
) -> tuple[list[tuple[Version, Point]], Point | None]:
    """The versions that an article continues, and a value it has that no version has.

    An article that has a version's value tells nothing new, unless it says that it corrects
    one: then it quotes the old value too.
    """
    old, others = [], []
    for point in article:
        version = next((v for v in near if v.agrees(point)), None)
        if version is None:
            others.append(point)
        else:
            old.append((version, point))
    if article[0].corrects:
        return ([] if others else old), (others[0] if others else None)
    return old, (others[0] if not old else None)


def _is_list(article: list[Point]) -> bool:
    return len({point.amount.value for point in article}) >= _LISTED


def conflict(points: tuple[Point, ...]) -> Draft:
    """The finding that these values of one thing do not agree."""
    values = [point.amount.value for point in points]
    times = ratio(values[0], values[-1]) if len(points) == 2 else None
    units = {point.unit for point in points}
    alike = factor(points[0].unit) if len(units) == 1 else Decimal(1)
    calculation = " ≠ ".join(
        show(p.amount.value / alike) if len(units) == 1 else _in_common(p) for p in points
    )
    if times:
        large, small = (show(bound(values) / alike) for bound in (max, min))
        calculation += f"; {large} ÷ {small} = {show(times)}"
    return Draft(FindingCode.ARCHIVE_CONFLICT, points, calculation, times)


def _in_common(point: Point) -> str:
    """A value in the unit that all are compared in, and how it is got: tomans as rials."""
    times, value = factor(point.unit), show(point.amount.value)
    return value if times == 1 else f"{show(point.amount.value / times)} × {show(times)} = {value}"
