"""Shares of one whole, and parts that are larger than their whole."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from extractor.checks.registry import Draft, Evidence, check, show
from schemas.figures import Figure
from schemas.vocabularies import Comparator, FindingCode, Indicator, Unit

_SURE = frozenset((Comparator.EXACT, Comparator.ABOUT))
_HUNDRED = 100
# Each share may have been rounded by half a unit of its last digit.
_ROUNDING = "±0.5 for each rounded share"


@check
def check_parts(evidence: Evidence) -> Iterator[Draft]:
    """A part said to be larger than the whole it is a part of."""
    figures = {f.id: f for f in evidence.record.figures}
    for part in evidence.record.figures:
        whole = figures.get(part.part_of or "")
        if whole is None or whole.unit != part.unit or part.value <= (whole.upper or whole.value):
            continue
        if whole.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST):
            continue
        yield Draft(
            FindingCode.PART_EXCEEDS_WHOLE,
            f"جزء («{part.span.text}») و کل («{whole.span.text}») با هم نمی‌خوانند.",
            f"The part ('{part.span.text}') and the whole ('{whole.span.text}') do not agree.",
            f"{show(part.value)} > {show(whole.value)}",
            (part.id, whole.id),
        )


@check
def check_share_sums(evidence: Evidence) -> Iterator[Draft]:
    """Shares in one row: they make a hundred, or more than there is."""
    for row in share_rows(evidence):
        total = sum((f.value for f in row), Decimal(0))
        slack = len(row) * (0.5 if any(f.value % 1 for f in row) else 0)
        if total == _HUNDRED or (slack and abs(float(total) - _HUNDRED) <= slack):
            code, fits_fa, fits_en = FindingCode.SHARE_SUM_OK, "می‌خواند", "agree"
        elif total > _HUNDRED + len(row) / 2 and all(f.part_of for f in row):
            code, fits_fa, fits_en = FindingCode.SHARE_SUM, "نمی‌خواند", "do not agree"
        else:
            continue
        sign = "=" if total == _HUNDRED else "≠"
        yield Draft(
            code,
            f"جمع سهم‌ها {show(total)} درصد است و با صد {fits_fa}.",
            f"The shares make {show(total)} percent; they and the whole {fits_en}.",
            f"{' + '.join(show(f.value) for f in row)} = {show(total)} {sign} 100",
            tuple(f.id for f in row),
            _ROUNDING,
        )


def share_rows(evidence: Evidence) -> Iterator[list[Figure]]:
    """Rows of at least two shares of the same whole in one sentence."""
    shares = [
        (f.part_of, sentence, f)
        for f, sentence in zip(evidence.record.figures, evidence.sentences, strict=True)
        if f.unit == Unit.PERCENT
        and f.indicator is Indicator.SHARE
        and f.upper is None
        and f.comparator in _SURE
        and f.unit_text != f.span.text  # «دو سوم», «نیمی»: rounded, and often said again
    ]
    for _, group in groupby(shares, key=lambda share: share[:2]):
        row = [figure for _, _, figure in group]
        if len(row) >= 2:
            yield row
