"""``falling_total``: what adds up over time was more before than it is later."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.checks.conflicts import conflict
from corpus.checks.days import jalali_day
from corpus.checks.drafts import Copies, Draft, by_article
from corpus.checks.points import Point
from schemas.numerals import show
from schemas.vocabularies import FindingCode

_SAME_DAYS = 1  # a total of the same days that differs does not fall, but conflicts


def find_falls(points: Sequence[Point], copies: Copies) -> Iterator[Draft]:
    """A finding for each total that is less than an earlier one of the same beginning."""
    begun: defaultdict[str, list[Point]] = defaultdict(list)
    for point in points:
        begun[point.period.partition("..")[0]].append(point)
    for same in begun.values():
        yield from _falls(same, copies)


def _falls(points: Sequence[Point], copies: Copies) -> Iterator[Draft]:
    most: Point | None = None
    for point in _largest_by_day(points):
        if most is None or not _is_less(point, most):
            most = point if most is None or most.amount.value <= point.amount.value else most
        elif not copies(most, point):
            days = point.asof - most.asof
            if days > _SAME_DAYS:
                yield _fall(most, point)
            elif most.kind == "total":
                yield conflict((most, point))
            most = point


def _largest_by_day(points: Sequence[Point]) -> list[Point]:
    """The largest of each article, which is the whole of what it tells."""
    largest: dict[tuple[int, int], Point] = {}
    for article in by_article(points):
        for point in article:
            known = largest.setdefault((point.article, point.asof), point)
            if point.amount.value > known.amount.value:
                largest[point.article, point.asof] = point
    return sorted(largest.values(), key=lambda p: (p.asof, p.told, p.article, p.start))


def _is_less(later: Point, earlier: Point) -> bool:
    return later.article != earlier.article and later.amount.high < earlier.amount.low


def _fall(first: Point, second: Point) -> Draft:
    days = [jalali_day(p.asof) for p in (first, second)]
    values = [show(p.amount.value) for p in (first, second)]
    calculation = f"{days[0]}: {values[0]} > {days[1]}: {values[1]}"
    return Draft(FindingCode.FALLING_TOTAL, (first, second), calculation)
