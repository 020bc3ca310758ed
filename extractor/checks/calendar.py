"""Days that do not exist, weekdays that do not fit, programmes that end before they start."""

from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.registry import Draft, Evidence, check
from extractor.mentions import Date as Day
from extractor.mentions import Mention
from schemas.entities import Date
from schemas.vocabularies import DateKind, FindingCode, Granularity, Resolution

_FINE = frozenset((Granularity.DAY, Granularity.MONTH))
_BESIDE = 60  # characters from a cluster's name to the time of its programme
# Persian in code: the particles of a range, and how the names of all weekdays end.
_FROM, _UNTIL = "از", "تا"
_WEEK = ("شنبه", "جمعه")
_WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")


@check
def check_dates(evidence: Evidence) -> Iterator[Draft]:
    """A day that the month does not have, or a weekday that is not the day's."""
    for found, entry in zip(evidence.dates, evidence.record.dates, strict=True):
        if found.problem is FindingCode.INVALID_DATE:
            yield Draft(
                FindingCode.INVALID_DATE,
                f"روز و ماه در «{entry.span.text}» با هم نمی‌خوانند؛ تقویم چنین روزی ندارد.",
                f"The date '{entry.span.text}' and the calendar do not agree: {found.calculation}",
                found.calculation,
                (entry.id,),
            )
        elif found.problem is FindingCode.WEEKDAY_MISMATCH:
            yield Draft(
                FindingCode.WEEKDAY_MISMATCH,
                f"روز هفته و تاریخ در «{entry.span.text}» با هم نمی‌خوانند{_real(found)}.",
                f"Weekday and date in '{entry.span.text}' do not agree: {found.calculation}",
                found.calculation,
                (entry.id,),
            )
        elif _is_open(entry):
            yield Draft(
                FindingCode.UNRESOLVED_DATE,
                f"سال «{entry.span.text}» از متن به دست نمی‌آید.",
                f"The text does not tell the year of '{entry.span.text}'.",
                "no year in the text, no date of publication, no weekday that decides",
                (entry.id,),
            )


def _real(day: Day) -> str:
    """The weekday that the calendar has for a day, for the Persian message."""
    if day.first is None:
        return ""
    return f"؛ این روز {_WEEKDAYS[day.first.weekday()]} است"


def _is_open(entry: Date) -> bool:
    return (
        entry.kind is DateKind.DATE
        and entry.jalali is None
        and entry.duration is None
        and entry.granularity in _FINE
    )


@check
def check_weekdays_beside(evidence: Evidence) -> Iterator[Draft]:
    """«روز جمعه (۲ مهر ۱۳۹۲)»: a weekday with its day in brackets, read as two dates."""
    entries = evidence.record.dates
    for i, (named, day) in enumerate(pairwise(evidence.dates)):
        gap = evidence.text[named.end : day.start]
        if gap.strip() != "(" or day.resolution is not Resolution.EXPLICIT:
            continue
        if not (_is_weekday(evidence, named) and day.granularity is Granularity.DAY):
            continue
        if named.first and day.first and named.first.weekday() != day.first.weekday():
            said = evidence.text[named.start : day.end]
            told, real = (f"{d.first:%A}" for d in (named, day))
            calculation = f"{entries[i + 1].span.text} is a {real}; the text says {told}"
            yield Draft(
                FindingCode.WEEKDAY_MISMATCH,
                f"روز هفته و تاریخ در «{said}» با هم نمی‌خوانند{_real(day)}.",
                f"Weekday and date in '{said}' do not agree: {calculation}",
                calculation,
                (entries[i].id, entries[i + 1].id),
            )


def _is_weekday(evidence: Evidence, date: Mention) -> bool:
    return evidence.text[date.start : date.end].replace("\u200c", "").endswith(_WEEK)


@check
def check_range_order(evidence: Evidence) -> Iterator[Draft]:
    """«از خرداد ۱۴۰۲ تا اردیبهشت ۱۴۰۰»: a programme's time that ends before it starts."""
    clusters = [m.start for c in evidence.record.clusters for m in c.mentions]
    entries = evidence.record.dates
    for i, (first, last) in enumerate(pairwise(evidence.dates)):
        sure = first.resolution is last.resolution is Resolution.EXPLICIT
        if not (sure and first.first and last.last and last.last < first.first):
            continue
        opened = evidence.text[max(0, first.start - 4) : first.start].split()[-1:] == [_FROM]
        joined = evidence.text[first.end : last.start].split() == [_UNTIL]
        start = entries[i].span.start
        if opened and joined and any(0 < start - m < _BESIDE for m in clusters):
            yield _order_draft(entries[i], entries[i + 1], ())


@check
def check_program_order(evidence: Evidence) -> Iterator[Draft]:
    """A programme whose end lies wholly before its start."""
    dates = {d.id: d for d in evidence.record.dates}
    for program in evidence.record.programs:
        start, end = dates.get(program.start or ""), dates.get(program.end or "")
        if not (start and end and start.jalali and end.jalali):
            continue
        if end.jalali.end < start.jalali.start:
            yield _order_draft(start, end, (program.id,))


def _order_draft(start: Date, end: Date, programs: tuple[str, ...]) -> Draft:
    days = [date.jalali for date in (start, end)]
    ended, started = (days[1].end if days[1] else ""), (days[0].start if days[0] else "")
    return Draft(
        FindingCode.DATE_ORDER,
        f"آغاز («{start.span.text}») و پایان («{end.span.text}») برنامه با هم نمی‌خوانند.",
        f"Start ('{start.span.text}') and end ('{end.span.text}') do not agree.",
        f"end {ended} < start {started}",
        (*programs, start.id, end.id),
    )
