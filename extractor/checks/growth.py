"""A growth stated, against the old and the new value beside it."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.rounding import is_bounded, slack
from extractor.checks.wording import consists_of, ends_with, says
from schemas.figures import Figure
from schemas.numerals import show
from schemas.vocabularies import FindingCode, Indicator, Unit

_HUNDRED = Decimal(100)
_NEAR = 16  # characters in which «کاهش» beside a percentage tells its direction
# Persian in code: the two particles of a change are grammar, «از … به …».
_FROM, _TO = "از", "به"


@check
def check_growth(evidence: Evidence) -> Iterator[Draft]:
    """«از ۱.۸ به ۲.۷ میلیون دلار رسید که ۵۰ درصد رشد نشان می‌دهد»."""
    figures = evidence.record.figures
    for i, growth in enumerate(figures):
        if growth.unit != Unit.PERCENT or growth.indicator is not Indicator.GROWTH:
            continue
        ends = _ends(evidence, i)
        if ends and all(map(is_bounded, (growth, *ends))):
            yield _draft(*ends, growth, _direction(evidence, i))


def _ends(evidence: Evidence, i: int) -> tuple[Figure, Figure] | None:
    """The old and the new value that the words around a growth tie to it."""
    figures = evidence.record.figures
    for old, new, tied in (
        (i - 2, i - 1, _after_change),
        (i + 1, i + 2, _before_change),
        (i - 1, i + 1, _in_between),
        (i - 1, i - 2, _compared),
    ):
        first, last = min(old, new, i), max(old, new, i)
        if first < 0 or last >= len(figures):
            continue
        if evidence.sentences[first] != evidence.sentences[last] or not figures[old].value:
            continue
        if _one_measure(figures[old], figures[new]) and tied(evidence, i):
            return figures[old], figures[new]
    return None


def _one_measure(old: Figure, new: Figure) -> bool:
    return old.unit == new.unit != Unit.PERCENT and old.unit_text == new.unit_text


def _is_change(evidence: Evidence, old: int) -> bool:
    """«از … به …» is what makes two values the ends of one change."""
    before = evidence.before(old, 8).split()[-1:]
    between = evidence.gap(old, old + 1)
    return before == [_FROM] and between.split()[-1:] == [_TO] and not _changes_topic(between)


def _after_change(evidence: Evidence, i: int) -> bool:
    changed = _is_change(evidence, i - 2) or _was_then(evidence, i - 2)
    return changed and not _changes_topic(evidence.gap(i - 1, i))


def _was_then(evidence: Evidence, old: int) -> bool:
    """«پارسال ۲۰۰ نفر بود امسال به ۳۰۰ نفر رسید، یعنی …»."""
    between, behind = evidence.gap(old, old + 1), evidence.gap(old + 1, old + 2)
    reached = between.split()[-1:] == [_TO] and consists_of("then", between)
    return reached and ends_with("restated", behind) and len(behind) <= 2 * _NEAR


def _before_change(evidence: Evidence, i: int) -> bool:
    """«با ۲۸ درصد افزایش از … به …»."""
    gap = evidence.gap(i, i + 1)
    return len(gap) <= 2 * _NEAR and _is_change(evidence, i + 1) and not _changes_topic(gap)


def _in_between(evidence: Evidence, i: int) -> bool:
    """«سال گذشته ۳۲۸ تن بود و امسال با ۴۸ درصد افزایش به ۳۶۸ تن رسید»."""
    gap = evidence.gap(i, i + 1)
    turned = gap.split()[-1:] == [_TO] and len(gap) <= _NEAR
    return turned and consists_of("then", gap) and consists_of("then", evidence.gap(i - 1, i))


def _compared(evidence: Evidence, i: int) -> bool:
    """«به ۴۸۰ میلیون دلار رسید که نسبت به ۵۵۶ میلیون دلار سال قبل ۱۴ درصد کاهش دارد»."""
    between, behind = evidence.gap(i - 2, i - 1), evidence.gap(i - 1, i)
    return ends_with("against", between) and not _changes_topic(between + behind)


def _changes_topic(gap: str) -> bool:
    """«… رسید و قیمت ۲۰ درصد افزایش یافت»: the growth is that of another thing."""
    return says("other_measure", gap)


def _direction(evidence: Evidence, i: int) -> int:
    """Which way the words beside the percentage say it went; 0 if they leave it open."""
    before = evidence.before(i, _NEAR).rpartition("،")[2]
    near = f"{before} {evidence.after(i, _NEAR).partition('،')[0]}"
    return says("up", near) - says("down", near)


def _draft(old: Figure, new: Figure, growth: Figure, direction: int) -> Draft:
    change = (new.value - old.value) / old.value * _HUNDRED
    low, high = _bounds(old, new)
    stated = abs(growth.value)
    off = slack(growth)
    if direction:
        stated *= direction
        agrees = low - off <= stated <= high + off
    else:
        sizes = sorted(map(abs, (low, high)))
        least = Decimal(0) if low < 0 < high else sizes[0]
        agrees = least - off <= stated <= sizes[1] + off
    sign = "≈" if agrees else "≠"
    fits = "می‌خواند" if agrees else "نمی‌خواند"
    return Draft(
        FindingCode.GROWTH_OK if agrees else FindingCode.GROWTH,
        f"تغییر از «{old.span.text}» به «{new.span.text}» با «{growth.span.text}» {fits}.",
        f"The change from '{old.span.text}' to '{new.span.text}' and '{growth.span.text}' "
        f"{'agree' if agrees else 'do not agree'}.",
        f"({show(new.value)} − {show(old.value)}) ÷ {show(old.value)} × 100 = "
        f"{show(round(change, 1))} {sign} {show(stated)}",
        (old.id, new.id, growth.id),
        f"{show(round(low, 1))} to {show(round(high, 1))} by the rounding of the values",
    )


def _bounds(old: Figure, new: Figure) -> tuple[Decimal, Decimal]:
    """The least and the greatest change that the rounded values allow."""
    off = slack(old)
    if not old.span.text.endswith(old.unit_text):
        off = max(off, slack(new))  # «از ۱.۸ به ۲.۷ میلیون دلار»: written to the same step
    floor = max(old.value - off, off)  # a value rounded to nothing bounds nothing
    changes = [
        ((new.value + dn) / base - 1) * _HUNDRED
        for dn in (-slack(new), slack(new))
        for base in (floor, old.value + off)
    ]
    return min(changes), max(changes)
