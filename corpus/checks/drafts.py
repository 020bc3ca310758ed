"""What a check across articles found, before it has a key and sentences."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from corpus.checks.amounts import TOLERANCE
from corpus.checks.points import Point
from corpus.deduplication import are_copies
from schemas.vocabularies import FindingCode

Copies = Callable[[Point, Point], bool]
_TEXT = "SELECT text FROM article_texts WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding: the points in the order in which they were told, and the sum."""

    code: FindingCode
    points: tuple[Point, ...]
    calculation: str
    ratio: Decimal | None = None
    tolerance: str | None = TOLERANCE


def by_article(points: Iterable[Point]) -> list[list[Point]]:
    """The points of each article and day, in the order given; copies are left out."""
    articles: dict[tuple[int, int], list[Point]] = {}
    roots: dict[str, int] = {}
    for point in points:
        if roots.setdefault(point.root, point.article) == point.article:
            articles.setdefault((point.article, point.asof), []).append(point)
    return list(articles.values())


def copies_in(base: sqlite3.Connection) -> Copies:
    """Whether the articles of two points are copies, whatever the records say of it."""

    def copies(first: Point, second: Point) -> bool:
        if first.root == second.root:
            return True
        texts = [base.execute(_TEXT, (p.article,)).fetchone()[0] for p in (first, second)]
        return are_copies(*texts)

    return copies
