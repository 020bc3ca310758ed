"""A growth stated, against the old and the new value beside it."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.registry import Draft, Evidence, check, show
from extractor.checks.rounding import is_bounded, slack
from schemas.figures import Figure
from schemas.vocabularies import FindingCode, Indicator, Unit

_HUNDRED = Decimal(100)


@check
def check_growth(evidence: Evidence) -> Iterator[Draft]:
    """«از ۱.۸ به ۲.۷ میلیون دلار رسید که ۵۰ درصد رشد نشان می‌دهد»."""
    figures = evidence.record.figures
    for i in range(2, len(figures)):
        old, new, growth = figures[i - 2], figures[i - 1], figures[i]
        if evidence.sentences[i - 2] == evidence.sentences[i] and _is_change(
            evidence, old, new, growth
        ):
            yield _draft(old, new, growth)


def _is_change(evidence: Evidence, old: Figure, new: Figure, growth: Figure) -> bool:
    if growth.unit != Unit.PERCENT or growth.indicator is not Indicator.GROWTH or not old.value:
        return False
    if old.unit != new.unit or old.indicator is not new.indicator or old.unit == Unit.PERCENT:
        return False
    text = evidence.record.article.text
    # «از … به …» is what makes two values the ends of one change.
    before = text[: old.span.start].split()[-1:]
    between = text[old.span.end : new.span.start].split()[-1:]
    joined = before == ["از"] and between == ["به"]
    return joined and all(map(is_bounded, (old, new, growth)))


def _draft(old: Figure, new: Figure, growth: Figure) -> Draft:
    change = (new.value - old.value) / old.value * _HUNDRED
    low, high = _bounds(old, new)
    stated = abs(growth.value)
    agrees = low - slack(growth) <= stated <= high + slack(growth)
    sign = "≈" if agrees else "≠"
    fits = "می‌خواند" if agrees else "نمی‌خواند"
    return Draft(
        FindingCode.GROWTH_OK if agrees else FindingCode.GROWTH,
        f"تغییر از «{old.span.text}» به «{new.span.text}» با «{growth.span.text}» {fits}.",
        f"The change from '{old.span.text}' to '{new.span.text}' and '{growth.span.text}' "
        f"{'agree' if agrees else 'do not agree'}.",
        f"({show(new.value)} − {show(old.value)}) ÷ {show(old.value)} × 100 = "
        f"{show(round(change, 1))} {sign} {show(growth.value)}",
        (old.id, new.id, growth.id),
        f"{show(round(low, 1))} to {show(round(high, 1))} by the rounding of the values",
    )


def _bounds(old: Figure, new: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest size of the change that the rounded values allow."""
    floor = max(old.value - slack(old), slack(old))  # a value rounded to nothing bounds nothing
    changes = [
        ((new.value + dn) / base - 1) * _HUNDRED
        for dn in (-slack(new), slack(new))
        for base in (floor, old.value + slack(old))
    ]
    sizes = [abs(c) for c in changes]
    return (Decimal(0) if min(changes) < 0 < max(changes) else min(sizes)), max(sizes)
