"""Rial and toman confused, and sums out of all proportion."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.rounding import slack
from extractor.checks.wording import ends_with
from schemas.figures import Figure
from schemas.numerals import show
from schemas.vocabularies import FindingCode, Unit

_RIALS_PER_TOMAN = 10
_MONEY_OF_IRAN = frozenset((Unit.IRR, Unit.IRT))
_BACK = 6  # figures among which a sum that is taken up stands
_BESIDE = 20  # characters between a sum and the same sum said again: « یا به عبارتی »
# Above these no sum of the domain lies: more than the whole state budget of 1404,
# more than twice the country's yearly non-oil exports.
_PROPORTION = "none; no cluster or province reaches such a sum"
_CEILINGS = {
    Unit.IRR: Decimal(10) ** 17,
    Unit.IRT: Decimal(10) ** 16,
    Unit.USD: Decimal(10) ** 11,
    Unit.EUR: Decimal(10) ** 11,
}


@check
def check_units(evidence: Evidence) -> Iterator[Draft]:
    """One sum given in rials and in tomans that are not ten to one."""
    for i, (first, second) in enumerate(pairwise(evidence.record.figures), 1):
        if {first.unit, second.unit} != {Unit.IRR, Unit.IRT} or not _is_same(evidence, i):
            continue
        rials, tomans = (first, second) if first.unit == Unit.IRR else (second, first)
        allowed = slack(rials) + slack(tomans) * _RIALS_PER_TOMAN
        if abs(rials.value - tomans.value * _RIALS_PER_TOMAN) > allowed:
            yield _doubt(
                (first, second),
                f"{show(tomans.value)} × 10 = {show(tomans.value * 10)} ≠ {show(rials.value)}",
                "half of the last digit written, for each sum",
            )


@check
def check_sums_taken_up(evidence: Evidence) -> Iterator[Draft]:
    """«از این ۱۴ میلیارد ریال» of what were 14 billion tomans before."""
    figures = evidence.record.figures
    for i, second in enumerate(figures):
        if second.unit not in _MONEY_OF_IRAN or not ends_with("takes_up", evidence.before(i, 8)):
            continue
        said = [f for f in figures[max(0, i - _BACK) : i] if f.unit in _MONEY_OF_IRAN]
        alike = [f for f in said if f.value == second.value]
        if alike and all(f.unit != second.unit for f in alike):
            value = show(second.value)
            yield _doubt(
                (alike[-1], second), f"{value} {alike[-1].unit} ≠ {value} {second.unit}", "none"
            )


@check
def check_proportions(evidence: Evidence) -> Iterator[Draft]:
    """A sum that no programme, company or trade of a province reaches."""
    for figure in evidence.record.figures:
        # In news without clusters provinces are named beside the sums of nations.
        local = figure.province and evidence.record.clusters
        if not (figure.cluster or local):
            continue
        ceiling = _CEILINGS.get(figure.unit) if isinstance(figure.unit, Unit) else None
        if ceiling is not None and figure.value > ceiling:
            yield _doubt(
                (figure,), f"{show(figure.value)} > {show(ceiling)} {figure.unit}", _PROPORTION
            )


def _is_same(evidence: Evidence, i: int) -> bool:
    """Whether a sum is the one before it over again: «(معادل …)», «یعنی …», in brackets alone."""
    gap = evidence.gap(i - 1, i)
    bracketed = gap.strip() == "(" and evidence.after(i, 2).strip()[:1] == ")"
    return len(gap) <= _BESIDE and (bracketed or ends_with("restated", gap))


def _doubt(figures: tuple[Figure, ...], calculation: str, tolerance: str) -> Draft:
    quoted = [f.span.text for f in figures]
    said_fa, said_en = "» و «".join(quoted), "' and '".join(quoted)
    return Draft(
        FindingCode.UNIT_DOUBT,
        f"یکای «{said_fa}» جای تردید دارد؛ عددها با هم نمی‌خوانند.",
        f"The unit of '{said_en}' is doubtful; the numbers do not agree.",
        calculation,
        tuple(f.id for f in figures),
        tolerance,
    )
