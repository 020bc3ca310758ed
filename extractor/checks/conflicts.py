"""One thing, two values: by two speakers, or by headline and body."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.registry import Draft, Evidence, check, show
from schemas.figures import Figure
from schemas.record import ArticleRecord
from schemas.vocabularies import Comparator, FindingCode, Indicator, Modality

# Indicators of which a cluster has one value at a time; of courses or loans it has many.
_SINGLE = frozenset((Indicator.EMPLOYMENT, Indicator.ENTERPRISES, Indicator.EXPORTS))
_ROUNDING = 0.05  # «حدود» and a rounded headline: five percent


@check
def check_conflicts(evidence: Evidence) -> Iterator[Draft]:
    """Values of one indicator, cluster and period that differ beyond rounding."""
    for figures in _same_things(evidence.record).values():
        for i, first in enumerate(figures):
            second = next(
                (f for f in figures[i + 1 :] if _conflict(evidence.record, first, f)), None
            )
            if second is not None:
                yield _draft(first, second)
                break


def _same_things(record: ArticleRecord) -> dict[tuple[object, ...], list[Figure]]:
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in record.figures:
        if (
            figure.cluster
            and figure.indicator in _SINGLE
            and figure.part_of is None
            and figure.modality is Modality.ACTUAL
        ):
            key = (figure.indicator, figure.cluster, figure.unit, figure.date)
            groups[key].append(figure)
    return groups


def _conflict(record: ArticleRecord, first: Figure, second: Figure) -> bool:
    headline = len(record.article.title or "")
    by_two = (
        first.speaker is not None and second.speaker is not None and first.speaker != second.speaker
    )
    in_headline = first.span.end <= headline < second.span.start
    return (by_two or in_headline) and _differ(first, second)


def _differ(first: Figure, second: Figure) -> bool:
    if first.comparator not in (Comparator.EXACT, Comparator.ABOUT) or first.upper:
        return False
    if second.comparator not in (Comparator.EXACT, Comparator.ABOUT) or second.upper:
        return False
    larger = max(abs(first.value), abs(second.value))
    return float(abs(first.value - second.value)) > _ROUNDING * float(larger)


def _draft(first: Figure, second: Figure) -> Draft:
    return Draft(
        FindingCode.FIGURE_CONFLICT,
        f"«{first.span.text}» و «{second.span.text}» دربارهٔ یک چیزند و با هم نمی‌خوانند.",
        f"'{first.span.text}' and '{second.span.text}' are of one thing and do not agree.",
        f"{show(first.value)} ≠ {show(second.value)}",
        (first.id, second.id),
        "5 % for rounding",
    )
