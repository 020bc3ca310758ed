"""Parts against their whole: do they add up, and are they the percentage stated?"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extractor.checks.registry import Draft, Evidence, check, show
from extractor.checks.rounding import is_bounded, slack
from schemas.figures import Figure
from schemas.vocabularies import FindingCode, Unit

_HALF = Decimal("0.5")
_BESIDE = 30  # characters between a part and its percentage: «۱۲۰ واحد، یعنی ۶۰ درصد»
_ALL = ("شامل", "متشکل از", "مشتمل بر")  # words that say the parts named are all there are


@check
def check_part_sums(evidence: Evidence) -> Iterator[Draft]:
    """Parts of one whole in its own unit: they make it, or were said to and do not."""
    figures = {f.id: f for f in evidence.record.figures}
    rows: dict[str, list[Figure]] = defaultdict(list)
    for figure in evidence.record.figures:
        whole = figures.get(figure.part_of or "")
        if whole and whole.unit == figure.unit and is_bounded(figure) and is_bounded(whole):
            rows[whole.id].append(figure)
    for key, parts in rows.items():
        if len(parts) >= 2:
            yield from _compare(evidence, figures[key], parts)


def _compare(evidence: Evidence, whole: Figure, parts: list[Figure]) -> Iterator[Draft]:
    total = sum((p.value for p in parts), Decimal(0))
    allowed = slack(whole) + sum(map(slack, parts)) - Decimal(len(parts) + 1) / 2
    agrees = abs(total - whole.value) <= max(allowed, Decimal(0))
    if not agrees and not _claims_all(evidence, whole, parts[0]):
        return
    fits = "می‌خواند" if agrees else "نمی‌خواند"
    yield Draft(
        FindingCode.SUM_OF_PARTS_OK if agrees else FindingCode.SUM_OF_PARTS,
        f"جمع جزءها ({show(total)}) با کل («{whole.span.text}») {fits}.",
        f"The parts ({show(total)}) and the whole ('{whole.span.text}') "
        f"{'agree' if agrees else 'do not agree'}.",
        f"{' + '.join(show(p.value) for p in parts)} = {show(total)} "
        f"{'=' if total == whole.value else '≈' if agrees else '≠'} {show(whole.value)}",
        (whole.id, *(p.id for p in parts)),
        "half of the last digit written, for each number",
    )


def _claims_all(evidence: Evidence, whole: Figure, first: Figure) -> bool:
    gap = evidence.record.article.text[whole.span.end : first.span.start]
    return len(gap) <= _BESIDE and any(word in gap for word in _ALL)


@check
def check_share_of_count(evidence: Evidence) -> Iterator[Draft]:
    """«از ۲۰۰ واحد، ۱۲۰ واحد (۶۰ درصد) …»: the percentage beside a part is the part's."""
    figures = evidence.record.figures
    by_id = {f.id: f for f in figures}
    for part, share in pairwise(figures):
        whole = by_id.get(part.part_of or "")
        if whole is None or whole.unit != part.unit or not whole.value:
            continue
        gap = evidence.record.article.text[part.span.end : share.span.start]
        if share.unit != Unit.PERCENT or len(gap) > _BESIDE or not _is_same(gap):
            continue
        if all(map(is_bounded, (part, whole, share))):
            yield _share_draft(part, whole, share)


def _is_same(gap: str) -> bool:
    """Whether the words between say that the percentage is the count over again."""
    return gap.rstrip().endswith(("(", "یعنی", "معادل", "برابر با", "برابر"))


def _share_draft(part: Figure, whole: Figure, share: Figure) -> Draft:
    percent = part.value / whole.value * 100
    off = slack(part) - _HALF  # a count written to the last unit is exact
    least, most = whole.value + slack(whole) - _HALF, whole.value - slack(whole) + _HALF
    low = (part.value - off) / least * 100
    high = (part.value + off) / max(most, Decimal(1)) * 100
    agrees = low - slack(share) <= share.value <= high + slack(share)
    fits = "می‌خواند" if agrees else "نمی‌خواند"
    return Draft(
        FindingCode.SHARE_OF_COUNT_OK if agrees else FindingCode.SHARE_OF_COUNT,
        f"«{part.span.text}» از «{whole.span.text}» با «{share.span.text}» {fits}.",
        f"'{part.span.text}' of '{whole.span.text}' and '{share.span.text}' "
        f"{'agree' if agrees else 'do not agree'}.",
        f"{show(part.value)} ÷ {show(whole.value)} × 100 = {show(round(percent, 1))} "
        f"{'≈' if agrees else '≠'} {show(share.value)}",
        (part.id, whole.id, share.id),
        "half of the last digit written, for each number",
    )
