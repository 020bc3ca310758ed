"""Days that do not exist, weekdays that do not fit, programmes that end before they start."""

from collections.abc import Iterator

from extractor.checks.registry import Draft, Evidence, check
from schemas.entities import Date
from schemas.vocabularies import DateKind, FindingCode, Granularity

_FINE = frozenset((Granularity.DAY, Granularity.MONTH))


@check
def check_dates(evidence: Evidence) -> Iterator[Draft]:
    """A day that the month does not have, or a weekday that is not the day's."""
    for found, entry in zip(evidence.dates, evidence.record.dates, strict=True):
        if found.problem is FindingCode.INVALID_DATE:
            yield Draft(
                FindingCode.INVALID_DATE,
                f"تاریخ «{entry.span.text}» با تقویم نمی‌خواند: {found.calculation}",
                f"The date '{entry.span.text}' and the calendar do not agree: {found.calculation}",
                found.calculation,
                (entry.id,),
            )
        elif found.problem is FindingCode.WEEKDAY_MISMATCH:
            yield Draft(
                FindingCode.WEEKDAY_MISMATCH,
                f"روز هفته و تاریخ در «{entry.span.text}» با هم نمی‌خوانند: {found.calculation}",
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


def _is_open(entry: Date) -> bool:
    return (
        entry.kind is DateKind.DATE
        and entry.jalali is None
        and entry.duration is None
        and entry.granularity in _FINE
    )


@check
def check_program_order(evidence: Evidence) -> Iterator[Draft]:
    """A programme whose end lies wholly before its start."""
    dates = {d.id: d for d in evidence.record.dates}
    for program in evidence.record.programs:
        start, end = dates.get(program.start or ""), dates.get(program.end or "")
        if not (start and end and start.jalali and end.jalali):
            continue
        if end.jalali.end < start.jalali.start:
            yield Draft(
                FindingCode.DATE_ORDER,
                f"آغاز («{start.span.text}») و پایان («{end.span.text}») برنامه با هم نمی‌خوانند.",
                f"Start ('{start.span.text}') and end ('{end.span.text}') do not agree.",
                f"end {end.jalali.end} < start {start.jalali.start}",
                (program.id, start.id, end.id),
            )
