"""Programmes that end before they start."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.registry import Draft, Evidence, check
from extractor.checks.wording import says
from schemas.entities import Date
from schemas.vocabularies import FindingCode, Resolution

_BESIDE = 60  # characters from a cluster's name to the time of its programme
_AROUND = 40  # characters before and after a time in which it says what began or ended
_APART = 50  # and between the two times: beyond it another thing may be spoken of
_PART = re.compile(r" و |[،؛.:()\n]")
_EXPLICIT = Resolution.EXPLICIT
# Persian in code: the particles of a range.
_FROM, _UNTIL = "از", "تا"


@check
def check_orders(evidence: Evidence) -> Iterator[Draft]:
    """Each pair of times once: by the programme, as a range, or by the words beside them."""
    told: set[tuple[str, ...]] = set()
    for draft in (*_of_programs(evidence), *_of_pairs(evidence)):
        if draft.refs[-2:] not in told:
            told.add(draft.refs[-2:])
            yield draft


def _of_programs(evidence: Evidence) -> Iterator[Draft]:
    """A programme whose end lies wholly before its start."""
    dates = {d.id: d for d in evidence.record.dates}
    for program in evidence.record.programs:
        start, end = dates.get(program.start or ""), dates.get(program.end or "")
        if start and end and _is_before(end, start):
            yield _order_draft(start, end, (program.id,))


def _is_before(end: Date, start: Date) -> bool:
    return bool(end.jalali and start.jalali and end.jalali.end < start.jalali.start)


def _of_pairs(evidence: Evidence) -> Iterator[Draft]:
    """Two times beside a cluster's name, of which the text says that one began, one ended it."""
    clusters = [m.start for c in evidence.record.clusters for m in c.mentions]
    entries, owners = evidence.record.dates, _owners(evidence)
    for i, (first, last) in enumerate(pairwise(entries)):
        if not first.resolution is last.resolution is _EXPLICIT:
            continue
        near = any(0 < first.span.start - m < _BESIDE for m in clusters)
        other = any(first.span.end <= m < last.span.start for m in clusters)
        if not near or other:
            continue
        ours, theirs = owners.get(first.id), owners.get(last.id)
        if ours and theirs and ours.isdisjoint(theirs):
            continue  # «گز از مهر ۱۴۰۱ آغاز شده، سنگ در مهر ۱۴۰۰ به پایان رسیده»
        start, end = (first, last) if _is_range(evidence, i) else _roles(evidence, i)
        if start and end and _is_before(end, start):
            yield _order_draft(start, end, ())


def _owners(evidence: Evidence) -> dict[str, set[str]]:
    """The programmes that a date is the start or the end of."""
    found: dict[str, set[str]] = {}
    for program in evidence.record.programs:
        for day in (program.start, program.end):
            if day:
                found.setdefault(day, set()).add(program.id)
    return found


def _is_range(evidence: Evidence, i: int) -> bool:
    """«از خرداد ۱۴۰۲ تا اردیبهشت ۱۴۰۰»."""
    first, last = evidence.dates[i : i + 2]
    opened = evidence.text[max(0, first.start - 4) : first.start].split()[-1:] == [_FROM]
    return opened and evidence.text[first.end : last.start].split() == [_UNTIL]


def _roles(evidence: Evidence, i: int) -> tuple[Date | None, Date | None]:
    """Which of two times began and which ended a thing: «آغاز برنامه تیر ۱۴۰۰ و پایان آن …»."""
    first, last = evidence.dates[i : i + 2]
    if last.start - first.end > _APART:
        return None, None
    said = [_said(evidence, j) for j in (i, i + 1)]
    pair = evidence.record.dates[i], evidence.record.dates[i + 1]
    if said == ["starts", "ends"]:
        return pair
    return (pair[1], pair[0]) if said == ["ends", "starts"] else (None, None)


def _said(evidence: Evidence, i: int) -> str | None:
    """Whether a time is of a start or an end: by the words behind it, else by those before."""
    day = evidence.dates[i]
    left = max(day.start - _AROUND, evidence.dates[i - 1].end if i else 0)
    behind = _PART.split(evidence.text[day.end : day.end + _AROUND], maxsplit=1)[0]
    before = _PART.split(evidence.text[left : day.start])[-1]
    for words in (behind, before):
        starts, ends = says("starts", words), says("ends", words)
        if starts != ends:
            return "starts" if starts else "ends"
    return None


def _order_draft(start: Date, end: Date, programs: tuple[str, ...]) -> Draft:
    days = [date.jalali for date in (start, end)]
    ended, started = (days[1].end if days[1] else ""), (days[0].start if days[0] else "")
    return Draft(
        FindingCode.DATE_ORDER,
        f"آغاز («{start.span.text}») و پایان («{end.span.text}») برنامه با هم نمی‌خوانند.",
        f"Start ('{start.span.text}') and end ('{end.span.text}') do not agree.",
        f"end {ended} < start {started}",
        (*programs, start.id, end.id),
        "none; the end lies wholly before the start",
    )
