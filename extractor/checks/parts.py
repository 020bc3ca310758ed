"""Parts against their whole: do they add up, and are they the percentage stated?"""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.part_rows import part_rows
from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.rounding import is_bounded, slack
from extractor.checks.wording import ends_with, starts_with
from schemas.figures import Figure
from schemas.numerals import show, show_persian
from schemas.vocabularies import FindingCode, Unit

_HALF = Decimal("0.5")
_THAT = "که"  # Persian in code: the relative particle
_MOST = Decimal("0.1")  # of the whole: «۲ میلیون» is not «۳ میلیون», however round both are
_BESIDE = 30  # characters between a part and its percentage: «۱۲۰ واحد، یعنی ۶۰ درصد»
_TOLERANCE = "half of the last digit written, for each number"


@check
def check_part_sums(evidence: Evidence) -> Iterator[Draft]:
    """Parts of one whole in its own unit: they make it, or were said to and do not."""
    figures = evidence.record.figures
    for row in part_rows(evidence):
        whole, parts = figures[row.whole], [figures[i] for i in row.parts]
        total = sum((p.value for p in parts), Decimal(0))
        allowed = slack(whole) + sum(map(slack, parts)) - Decimal(len(parts) + 1) / 2
        off = abs(total - whole.value)
        agrees = off <= min(max(allowed, Decimal(0)), abs(whole.value) * _MOST)
        if agrees or (row.claimed and off > allowed):
            yield _sum_draft(whole, parts, total, agrees=agrees)


def _sum_draft(whole: Figure, parts: list[Figure], total: Decimal, *, agrees: bool) -> Draft:
    fits = "می‌خواند" if agrees else "نمی‌خواند"
    sign = "=" if total == whole.value else "≈" if agrees else "≠"
    return Draft(
        FindingCode.SUM_OF_PARTS_OK if agrees else FindingCode.SUM_OF_PARTS,
        f"جمع جزءها ({show_persian(total)}) با کل («{whole.span.text}») {fits}.",
        f"The parts ({show(total)}) and the whole ('{whole.span.text}') "
        f"{'agree' if agrees else 'do not agree'}.",
        f"{' + '.join(show(p.value) for p in parts)} = {show(total)} {sign} {show(whole.value)}",
        (whole.id, *(p.id for p in parts)),
        f"{_TOLERANCE}; to agree, not over a tenth of the whole",
    )


@check
def check_share_of_count(evidence: Evidence) -> Iterator[Draft]:
    """«از ۲۰۰ واحد، ۱۲۰ واحد (۶۰ درصد) …»: the percentage beside a part is the part's."""
    figures = evidence.record.figures
    for part, whole, share in _stated_shares(evidence):
        chosen = figures[part], figures[whole], figures[share]
        if chosen[1].value and all(map(is_bounded, chosen)):
            yield _share_draft(*chosen)


def _stated_shares(evidence: Evidence) -> Iterator[tuple[int, int, int]]:
    """Indexes of a part, its whole, and the percentage that says the part over again."""
    figures = evidence.record.figures
    index = {f.id: i for i, f in enumerate(figures)}
    for i in range(1, len(figures)):
        yield from _of_whole_first(evidence, i)
        whole = {j: index.get(figures[j].part_of or "") for j in (i - 1, i)}
        if evidence.sentences[i] != evidence.sentences[i - 1] or not _is_same(evidence, i):
            continue
        if figures[i].unit == Unit.PERCENT:
            # «۶۰ واحد از ۹۰ واحد (۶۷ درصد)»: the whole may stand between.
            part = i - 2 if i > 1 and index.get(figures[i - 2].part_of or "") == i - 1 else i - 1
            of = index.get(figures[part].part_of or "")
            if of is not None and figures[of].unit == figures[part].unit:
                yield part, of, i
        elif figures[i - 1].unit == Unit.PERCENT and whole[i] is not None:
            of = whole[i]
            if of is not None and of < i - 1 and figures[of].unit == figures[i].unit:
                yield i, of, i - 1


def _of_whole_first(evidence: Evidence, i: int) -> Iterator[tuple[int, int, int]]:
    """«۶۰ درصد از ۱۵۰ واحد خوشه، یعنی ۹۰ واحد»: the share, its whole, and the part."""
    figures = evidence.record.figures
    if i < 2 or figures[i - 2].unit != Unit.PERCENT or figures[i].unit != figures[i - 1].unit:
        return
    near = evidence.sentences[i - 2] == evidence.sentences[i]
    if near and figures[i - 2].part_of == figures[i - 1].id and _is_same(evidence, i):
        yield i, i - 1, i - 2


def _is_same(evidence: Evidence, i: int) -> bool:
    """Whether the words beside a figure say that it is the one before over again."""
    gap = evidence.gap(i - 1, i)
    if len(gap) > _BESIDE:
        return False
    # «۹۰ واحد از آنها که ۶۰ درصد می‌شود»
    made = gap.split()[-1:] == [_THAT] and starts_with("makes", evidence.after(i, _BESIDE))
    return made or gap.rstrip().endswith("(") or ends_with("restated", gap)


def _share_draft(part: Figure, whole: Figure, share: Figure) -> Draft:
    percent = part.value / whole.value * 100
    off = slack(part) - _HALF  # a count written to the last unit is exact
    least, most = whole.value + slack(whole) - _HALF, whole.value - slack(whole) + _HALF
    # «۴.۷۹ درصد» of 4.799: the press cuts digits off as well as rounding them.
    low = (part.value - off) / least * 100 - slack(share)
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
        f"{_TOLERANCE}; a whole one if the percentage was cut off",
    )
