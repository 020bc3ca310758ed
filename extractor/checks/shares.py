"""Shares of one whole, and parts that are larger than their whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from extractor.checks.part_rows import is_rest
from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.rounding import is_bounded, slack
from extractor.checks.wording import are_opposite, says
from schemas.figures import Figure
from schemas.numerals import show, show_persian
from schemas.vocabularies import Comparator, FindingCode, Indicator, Severity, Unit

_HUNDRED = Decimal(100)
_ROUNDING = "half of the last digit written, for each share"
_CLAUSE = 60  # characters before the first share in which its whole is named
_PART = re.compile(r" و |[،؛.:()\n]")
_TARGET = 24  # characters behind a share in which its destination begins
# Persian in code: particles that part shares of one whole from one another.
_SHARE, _OF, _TO = "سهم", "از", "به"
_APART = 150  # characters between two shares of one row
# «وام‌های زیر ۱۰۰ میلیون تومان», «بیش از ۴۰ واحد»: classes and lower bounds are not exceeded.
_WHOLES = frozenset((Comparator.EXACT, Comparator.ABOUT, Comparator.RANGE))
_DOWNWARDS = frozenset((Comparator.LESS_THAN, Comparator.AT_MOST))


@check
def check_parts(evidence: Evidence) -> Iterator[Draft]:
    """A part said to be larger than the whole it is a part of."""
    figures = {f.id: f for f in evidence.record.figures}
    for part in evidence.record.figures:
        whole = figures.get(part.part_of or "")
        if whole is None or whole.unit != part.unit or part.value <= (whole.upper or whole.value):
            continue
        if whole.value <= 1:
            continue  # «یک نفر از تهران آمده بود که چهار نفر آنها …»: one has no parts
        # «حداکثر ۵» may be less than the whole.
        if whole.comparator not in _WHOLES or part.comparator in _DOWNWARDS:
            continue
        if part.value - slack(part) <= whole.value + slack(whole):
            continue
        yield Draft(
            FindingCode.PART_EXCEEDS_WHOLE,
            f"جزء («{part.span.text}») و کل («{whole.span.text}») با هم نمی‌خوانند.",
            f"The part ('{part.span.text}') and the whole ('{whole.span.text}') do not agree.",
            f"{show(part.value)} > {show(whole.value)}",
            (part.id, whole.id),
            "half of the last digit written, for each number; 5 % where it says «حدود»",
        )


@dataclass(frozen=True, slots=True)
class ShareRow:
    """Shares by index; ``apart`` if none counts in two, ``whole`` if the last is the rest."""

    shares: tuple[int, ...]
    apart: bool
    whole: bool


@check
def check_share_sums(evidence: Evidence) -> Iterator[Draft]:
    """Shares in one row: they make a hundred, or more than there is, or less with all told."""
    for row in share_rows(evidence):
        figures = [evidence.record.figures[i] for i in row.shares]
        total = sum((f.value for f in figures), Decimal(0))
        allowed = sum(map(slack, figures))
        rounded = row.whole or any(f.value % 1 for f in figures)
        if total == _HUNDRED or (rounded and abs(total - _HUNDRED) <= allowed):
            yield _draft(FindingCode.SHARE_SUM_OK, figures, total)
        elif total > _HUNDRED + allowed and row.apart:
            yield _draft(FindingCode.SHARE_SUM, figures, total)
        elif row.whole and abs(total - _HUNDRED) > allowed:
            yield _draft(FindingCode.SHARE_SUM, figures, total, Severity.WARNING)


def _draft(
    code: FindingCode, row: list[Figure], total: Decimal, severity: Severity | None = None
) -> Draft:
    agrees = code is FindingCode.SHARE_SUM_OK
    fits_fa, fits_en = ("می‌خواند", "agree") if agrees else ("نمی‌خواند", "do not agree")
    sign = "=" if total == _HUNDRED else "≈" if agrees else "≠"
    return Draft(
        code,
        f"جمع سهم‌ها {show_persian(total)} درصد است و با صد {fits_fa}.",
        f"The shares make {show(total)} percent; they and the whole {fits_en}.",
        f"{' + '.join(show(f.value) for f in row)} = {show(total)} {sign} 100",
        tuple(f.id for f in row),
        _ROUNDING,
        severity=severity,
    )


def share_rows(evidence: Evidence) -> Iterator[ShareRow]:
    """Rows of at least two shares of the same whole in one sentence."""
    figures, sentences = evidence.record.figures, evidence.sentences
    shares = [i for i, f in enumerate(figures) if _is_share(f)]
    for _, group in groupby(shares, key=lambda i: (figures[i].part_of, sentences[i])):
        row = tuple(group)
        if len(row) >= 2 and _is_row(evidence, row):
            whole = is_rest(evidence, row[-1])
            yield ShareRow(row, _are_apart(evidence, row), whole)


def _is_share(figure: Figure) -> bool:
    # «دو سوم», «نیمی» are rounded, and often said again.
    share = figure.unit == Unit.PERCENT and figure.indicator is Indicator.SHARE
    return share and is_bounded(figure) and figure.unit_text != figure.span.text


def _is_row(evidence: Evidence, row: tuple[int, ...]) -> bool:
    """Not so «از ۲۰ به ۸۰ درصد», «ژاپن و هند ۴۰ و ۶۰ درصد», and shares too far apart."""
    gaps = [evidence.gap(*pair) for pair in pairwise(row)]
    first = evidence.record.figures[row[0]]
    if len(row) == 2 and not first.span.text.endswith(first.unit_text):
        return False
    if any(gap.strip() == _TO for gap in gaps):
        return False
    return all(len(gap) <= _APART for gap in gaps) or is_rest(evidence, row[-1])


def _are_apart(evidence: Evidence, row: tuple[int, ...]) -> bool:
    """Whether nothing is counted in two shares: so with the whole named, unless opinions are."""
    figures = evidence.record.figures
    first, last = evidence.figures[row[0]], evidence.figures[row[-1]]
    behind = evidence.text[last.end : last.end + _CLAUSE].partition(".")[0]
    before = evidence.before(row[0], _CLAUSE)
    around = f"{before} {evidence.text[first.end : last.start]} {behind}"
    if says("many_answers", around) and not says("one_answer", around):
        return False
    if all(figures[i].part_of for i in row) or _names_shares(evidence, row, before + behind):
        return True
    return len(row) == 2 and are_opposite(*(_said_of(evidence, i) for i in row))


def _said_of(evidence: Evidence, share: int) -> str:
    """The words behind a share, up to the next part of the sentence."""
    return _PART.split(evidence.after(share, _TARGET), maxsplit=1)[0]


def _names_shares(evidence: Evidence, row: tuple[int, ...], around: str) -> bool:
    """«سهم … ۴۲ درصد، سهم … ۲۳ درصد»; «۵۴ درصد به …، ۱۱ درصد به …» of what is sent abroad."""
    if row[-1] - row[0] != len(row) - 1:
        return False
    gaps = [evidence.gap(i - 1, i).split() for i in row[1:]]
    if any(_OF in gap[-6:] for gap in gaps[1:]):
        return False  # «… از تولید و ۴۰ درصد از صادرات»: of another whole
    opening = evidence.before(row[0], _CLAUSE).split()
    if len(row) > 2 and _SHARE in opening and all(_SHARE in gap for gap in gaps):
        return True
    targets = [*gaps, evidence.after(row[-1], _TARGET).split()]
    return all(_TO in target[:5] for target in targets) and says("sent", around)
