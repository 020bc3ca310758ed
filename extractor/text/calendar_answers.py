"""What an expression turned out to mean, and the date written of it."""

from dataclasses import dataclass

from extractor.mentions import Date
from extractor.reasons import note
from extractor.text.calendar import DAY, Interval, persian_weekday
from extractor.text.calendar_expressions import Expression
from extractor.text.calendar_words import Words
from schemas.vocabularies import FindingCode, Resolution


@dataclass(slots=True)
class Answer:
    """The days an expression means and how they were found."""

    interval: Interval | None = None
    resolution: Resolution = Resolution.UNRESOLVED
    candidates: tuple[Interval, ...] = ()
    problem: FindingCode | None = None
    calculation: str = ""


def sighted(said: Expression, interval: Interval, resolution: Resolution) -> Answer:
    """Days of a Hijri month: it may begin a day later than the table says.

    The other reading is a candidate; a weekday that fits it alone settles for it.
    """
    later = (interval[0] + DAY, interval[1] + DAY)
    if said.days and said.weekday == persian_weekday(later[0]):
        return Answer(later, resolution, (interval,))
    return Answer(interval, resolution, (later,))


def to_date(words: Words, said: Expression, answer: Answer) -> Date:
    """The date as it is written to the document."""
    first, last = answer.interval or (None, None)
    text = words.stretch(said.first, said.last)
    start = words.starts[said.first]
    end = words.ends[said.last] - (len(text) - len(text.rstrip("\u200c")))
    for name in ("kind", "granularity", "calendar", "modifier", "duration"):
        note("dates", start, name, "dates.words", (start, end))
    return Date(
        start=start,
        end=end,
        kind=said.kind,
        granularity=said.granularity,
        calendar=said.calendar,
        modifier=said.modifier,
        first=first,
        last=last,
        duration=None if said.ago and answer.interval else said.duration,
        resolution=answer.resolution,
        candidates=answer.candidates,
        problem=answer.problem,
        calculation=answer.calculation,
    )
