"""Which of the years is meant where a text gives a day and no year."""

import re
from collections.abc import Sequence
from datetime import date

from extractor.reasons import collecting, note
from extractor.text.calendar import Interval, persian_weekday, to_jalali
from extractor.text.calendar_expressions import Expression
from extractor.text.calendar_intervals import ImpossibleDateError, interval_of, year_in
from extractor.text.calendar_vocabulary import (
    FUTURE_VERB,
    PAST_VERB,
    PRESENT_VERB,
    SUBJUNCTIVE_VERB,
)
from extractor.text.calendar_words import Words
from schemas.vocabularies import Calendar

NO_VERB = ""
_FIRST_HIJRI = 1411  # a Hijri month of a year before it may be one of a Jalali year
_VERB = re.compile(f"[{PAST_VERB}{PRESENT_VERB}{FUTURE_VERB}{SUBJUNCTIVE_VERB}]")
# «تا آذر آماده شود», but not «از آبان تا آذر»
_UNTIL = re.compile(r"(?<!A)(?<!A.)(?<!A..)~$")
_STOP = re.compile(r"[.|]")
_HEAD_WORDS = 80
_SENTENCE_WORDS = 60  # how far the verb of a sentence is looked for
_CLAUSE_WORDS = 12  # how far back «قرار است» is
# «راهپیمایی ۲۲ بهمن» in early Bahman is the coming one, whatever the verb.
_SOON, _LONG = 45, 250
_WEEKDAYS = ("Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_WINDOW = 30  # years back in which a weekday is tried


def same_sentence(shape: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two words, which must not be far apart."""
    return end - start <= _SENTENCE_WORDS and not _STOP.search(shape, start, end)


def is_mixed(shape: str, said: Expression) -> bool:
    """«رمضان ۱۴۰۲»: a month of one calendar, a year of another, unless «قمری» says not."""
    if not said.years or shape[said.last] == "j":
        return False
    return said.years[0] < _FIRST_HIJRI


def compared(shape: str, said: Expression, place: int) -> bool:
    """«در سال ۱۴۰۱ نسبت به سال قبل»: the year before that year, not before now."""
    near = shape[max(0, said.first - 4) : said.first]
    return "%" in near and same_sentence(shape, place, said.first)


def stands_beside(shape: str, said: Expression, before: Expression) -> bool:
    """Whether only signs stand between: «فردا (شنبه)»."""
    between = shape[before.last + 1 : min(said.first, before.last + 4)]
    return 1 <= len(between) <= 2 and all(sign in "(/,-" for sign in between)


def note_days(words: Words, said: Expression, rule: str, other: Expression | None = None) -> None:
    """Note how the days were found: by the words of the expression, and of another one."""
    if not collecting():
        return
    told = [(words.starts[e.first], words.ends[e.last]) for e in (said, other) if e]
    note("dates", told[0][0], "days", f"dates.{rule}", *told)


def tense_of(shape: str, first: int, last: int) -> str:
    """The letter of the verb that a date goes with; ``NO_VERB`` where none tells.

    «قرار است», «باید» make a present verb a future one, and so does «تا» before the date
    where there is no verb; «تا کنون» after it is past.
    """
    after = shape[last + 1 : last + 1 + _SENTENCE_WORDS]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    if after[:1] == "~" and after[1:2] in ("R", "7"):
        return PAST_VERB
    before = shape[max(0, first - _CLAUSE_WORDS) : first]
    before = before[max(before.rfind("."), before.rfind("|")) + 1 :]
    verb = _VERB.search(after)
    if verb and verb.group() == PAST_VERB:  # «از سر گرفته شود»: the second part tells
        verb = _VERB.match(after, verb.end()) or verb
    obliged = "^" in before or "^" in (after[: verb.start()] if verb else after)
    if verb is None:
        return FUTURE_VERB if obliged else PRESENT_VERB if before.endswith("~") else NO_VERB
    due = obliged or bool(_UNTIL.search(before))
    tense = verb.group()
    if tense == SUBJUNCTIVE_VERB:  # at the end of its sentence it says what is to be
        due = due or (verb.end() == len(after) <= _CLAUSE_WORDS)
        tense = PRESENT_VERB
    return FUTURE_VERB if due and tense == PRESENT_VERB else tense


def in_year(said: Expression, year: int) -> Interval | None:
    """The days in that year; None where there are none such."""
    try:
        return interval_of(said, year)
    except ImpossibleDateError:
        return None


def dateline(expressions: Sequence[Expression]) -> tuple[Expression, date] | None:
    """The first full date with a weekday, or near the start: when the text was written."""
    for said in expressions:
        if said.days and said.years and (said.weekday is not None or said.first < _HEAD_WORDS):
            interval = in_year(said, said.years[0])
            if interval:
                return said, interval[0]
    return None


def year_near(said: Expression, anchor: date, tense: str) -> int:
    """The year of the occurrence before or after a day, by the verb and by nearness."""
    middle = year_in(said.calendar, anchor)
    found = [(f, year) for year in range(middle - 2, middle + 3) if (f := in_year(said, year))]
    past = [f for f in found if f[0][0] <= anchor]
    future = [f for f in found if f[0][0] > anchor]
    if not past or not future:
        return middle
    (_, end), past_year = past[-1]
    (start, _), future_year = future[0]
    if said.direction is not None:
        ended = [year for interval, year in past if interval[1] < anchor]
        return (ended or [past_year])[-1] if said.direction < 0 else future_year
    coming = _is_future((anchor - end).days, (start - anchor).days, tense)
    return future_year if coming else past_year


def _is_future(gap: int, ahead: int, tense: str) -> bool:
    """Whether the coming occurrence is meant, ``gap`` days after one and ``ahead`` of the other."""
    if gap <= 0:  # the month or season that is now
        return False
    if min(ahead, gap) <= _SOON and max(ahead, gap) >= _LONG:
        return ahead < gap
    if tense in (PAST_VERB, FUTURE_VERB):
        return tense == FUTURE_VERB
    return ahead * (1 if tense == PRESENT_VERB else 2) < gap


def fitting_years(said: Expression, known: Sequence[int], as_of: date) -> list[Interval]:
    """The days on which the weekday fits, best first: nearest to the known years, else latest.

    Without a known year only days up to ``as_of`` count. Empty where no weekday fits.
    """
    latest = year_in(said.calendar, as_of)
    near = list(known) or [latest]
    years = range(min([latest, *near]) - _WINDOW, max([latest, *near]) + 1)
    fits = [(f, year) for year in years if (f := in_year(said, year)) and _fits(said, f)]
    if not known:
        fits = [f for f in fits if f[0][0] <= as_of]
    fits.sort(key=lambda f: (min(abs(f[1] - year) for year in near), -f[1]))
    return [interval for interval, year in fits if abs(year - fits[0][1]) <= _WINDOW // 2]


def _fits(said: Expression, interval: Interval) -> bool:
    return persian_weekday(interval[0]) == said.weekday


def mismatch(day: date, said: Expression) -> str:
    """How a reader can see that the weekday is another."""
    jalali = "-".join(f"{part:02}" for part in to_jalali(day))
    written = day.isoformat() if said.calendar is Calendar.GREGORIAN else jalali
    assert said.weekday is not None
    return (
        f"{written} is a {_WEEKDAYS[persian_weekday(day)]}; the text says {_WEEKDAYS[said.weekday]}"
    )
