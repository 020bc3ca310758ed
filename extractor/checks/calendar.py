"""Days that do not exist, and weekdays that do not fit."""

import re
from calendar import day_name
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.registry import Draft, Evidence, check
from extractor.mentions import Date as Day
from schemas.entities import Date
from schemas.vocabularies import DateKind, FindingCode, Granularity, Resolution

_EXACT = "none"  # the calendar allows nothing
_FINE = frozenset((Granularity.DAY, Granularity.MONTH))
# Persian in code: what the names of the weekdays are made of, from Monday on.
_NAMED_DAY = re.compile("(?:(یک|دو|سه|چهار|پنج)[\u200c ]?)?شنبه|جمعه")
_PREFIXES = ("دو", "سه", "چهار", "پنج", "جمعه", "شنبه", "یک")
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
                _EXACT,
            )
        elif found.problem is FindingCode.WEEKDAY_MISMATCH:
            yield Draft(
                FindingCode.WEEKDAY_MISMATCH,
                f"روز هفته و تاریخ در «{entry.span.text}» با هم نمی‌خوانند{_real(found)}.",
                f"Weekday and date in '{entry.span.text}' do not agree: {found.calculation}",
                found.calculation,
                (entry.id,),
                _year_of(entry),
            )
        elif _is_open(entry):
            yield Draft(
                FindingCode.UNRESOLVED_DATE,
                f"سال «{entry.span.text}» از متن به دست نمی‌آید.",
                f"The text does not tell the year of '{entry.span.text}'.",
                "no year in the text, no date of publication, no weekday that decides",
                (entry.id,),
                _EXACT,
            )


def _year_of(entry: Date) -> str:
    """The tolerance: none, or what was taken for the year."""
    said = entry.resolution is Resolution.EXPLICIT
    return (
        _EXACT if said else f"{_EXACT}; the year is not said: that of the nearest such day is taken"
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
        weekday = _weekday_in(evidence.text[named.start : named.end])
        if weekday is None or day.granularity is not Granularity.DAY:
            continue
        if day.first and day.first.weekday() != weekday:
            said = evidence.text[named.start : day.end]
            calculation = (
                f"{entries[i + 1].span.text} is a {day.first:%A}; the text says {day_name[weekday]}"
            )
            yield Draft(
                FindingCode.WEEKDAY_MISMATCH,
                f"روز هفته و تاریخ در «{said}» با هم نمی‌خوانند{_real(day)}.",
                f"Weekday and date in '{said}' do not agree: {calculation}",
                calculation,
                (entries[i].id, entries[i + 1].id),
                _EXACT,
            )


def _weekday_in(text: str) -> int | None:
    """The weekday of «روز جمعه», «سه‌شنبه گذشته», as Python counts it; None beside a number."""
    named = _NAMED_DAY.search(text)
    if not named or any(sign.isdecimal() for sign in text):
        return None
    return _PREFIXES.index(named[1] or named[0])
