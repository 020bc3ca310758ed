"""Decide which days calendar expressions mean, from the text and the publication date.

Nothing here asks the clock: without a publication date the text's own dates decide, and
``as_of`` only picks one of the years in which a weekday fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from extractor.mentions import Date
from extractor.reasons import collecting
from extractor.text.calendar import (
    DAY,
    Interval,
    months_interval,
    persian_weekday,
    shift_month,
    to_jalali,
    week_of,
)
from extractor.text.calendar_answers import Answer, sighted, to_date
from extractor.text.calendar_expressions import Expression
from extractor.text.calendar_intervals import (
    ImpossibleDateError,
    era_interval,
    interval_of,
    observance_days,
    year_in,
)
from extractor.text.calendar_nearness import (
    compared,
    dateline,
    fitting_years,
    in_year,
    is_mixed,
    mismatch,
    note_days,
    same_sentence,
    stands_beside,
    tense_of,
    year_near,
)
from extractor.text.calendar_vocabulary import FUTURE_VERB, PRESENT_VERB
from extractor.text.calendar_words import Words
from schemas.vocabularies import Calendar, DateKind, FindingCode, Resolution

_NEAR = timedelta(days=31)  # a weekday that does not fit so near the publication is a slip
_LAST_YEAR = 3000
_LEAP_YEARS = {Calendar.JALALI: 1403, Calendar.GREGORIAN: 2024, Calendar.HIJRI: 1445}


def resolve(
    words: Words, expressions: Sequence[Expression], published: date | None, as_of: date
) -> list[Date]:
    """The dates meant, in text order."""
    resolver = _Resolver(words, expressions, published, as_of)
    return [to_date(words, e, resolver.resolve(i)) for i, e in enumerate(expressions)]


@dataclass(slots=True)
class _Resolver:
    """Holds what was said so far: the years spoken of and the expression before."""

    words: Words
    said: Sequence[Expression]
    published: date | None
    as_of: date
    anchor: date | None = None
    line: Expression | None = None  # the text's own dateline, where nothing else is known
    anchored: Resolution = Resolution.PUBLISHED
    spoken: dict[Calendar, tuple[int, int]] = field(default_factory=dict)  # year, word
    stated: dict[Calendar, tuple[int, int]] = field(default_factory=dict)  # the same, if in words
    before: tuple[Expression, Interval] | None = None
    named: dict[Calendar, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.anchor = self.published
        if self.anchor is None:
            self.anchored = Resolution.CONTEXT
            self.line, self.anchor = dateline(self.said) or (None, None)

    def resolve(self, i: int) -> Answer:
        said = self.said[i]
        lasting = said.duration and not (said.ago and self.anchor)
        if said.kind is not DateKind.DATE or lasting:
            note_days(self.words, said, "no_days")
            return Answer(resolution=Resolution.EXPLICIT)
        try:
            answer = self.answer(i, said)
        except ImpossibleDateError as error:
            answer = Answer(None, error.resolution, (), FindingCode.INVALID_DATE, str(error))
        if answer.interval:
            self.remember(said, answer.interval)
        elif not answer.problem:
            note_days(self.words, said, "unresolved")
        return answer

    def remember(self, said: Expression, interval: Interval) -> None:
        self.before = (said, interval)
        years = [year_in(said.calendar, day) for day in interval]
        compared = "%" in self.words.shape[max(0, said.first - 4) : said.first]
        if years[0] == years[1] and not said.era and not said.ago and not compared:
            self.spoken[said.calendar] = (years[0], said.last)
            if said.dated:
                self.stated[said.calendar] = (years[0], said.last)

    def answer(self, i: int, said: Expression) -> Answer:
        if said.era:
            note_days(self.words, said, "era")
            interval = era_interval(said.era)
            return Answer(interval, Resolution.ERA if interval else Resolution.UNRESOLVED)
        if said.observance is not None:
            said.months, said.days = observance_days(said.observance)
        if said.months is None and not said.dated:
            return self.from_anchor(i, said)
        if said.years and said.years[0] != said.years[1]:
            note_days(self.words, said, "years_said")
            return Answer(interval_of(said, said.years[0]), Resolution.EXPLICIT)
        if said.calendar is Calendar.HIJRI and is_mixed(self.words.shape, said):
            return Answer()
        year, resolution = self.said_year(said)
        if year is not None and not 1 <= year <= _LAST_YEAR:
            return Answer()  # counted back before the calendar, or no year at all
        if year is None:
            return self.without_year(i, said) if said.months and not said.dated else Answer()
        return self.checked(said, year, resolution)

    def said_year(self, said: Expression) -> tuple[int | None, Resolution]:
        """The year where the expression itself says it."""
        spoken = self.spoken.get(said.calendar) or self.spoken.get(Calendar.JALALI)
        if said.years:
            note_days(self.words, said, "year_said")
            return said.years[0], Resolution.EXPLICIT
        if said.same_year is not None and spoken:
            note_days(self.words, said, "same_year", self.at(spoken[1]))
            return spoken[0] + said.same_year, Resolution.CONTEXT
        shift = said.year_shift if said.same_year is None else said.same_year
        if shift is None:
            return None, Resolution.UNRESOLVED
        if shift == -1 and spoken and compared(self.words.shape, said, spoken[1]):
            note_days(self.words, said, "year_compared", self.at(spoken[1]))
            return spoken[0] - 1, Resolution.CONTEXT
        if self.anchor is None:
            return None, Resolution.UNRESOLVED
        note_days(self.words, said, self.from_day("year_counted"), self.line)
        return year_in(said.calendar, self.anchor) + shift, self.anchored

    def at(self, word: int) -> Expression | None:
        """The expression that ends with a word."""
        return next((e for e in self.said if e.last == word), None) if collecting() else None

    def from_day(self, rule: str) -> str:
        """The rule, as it counts from the publication or from the text's own dateline."""
        return f"{rule}.published" if self.published else f"{rule}.dateline"

    def checked(self, said: Expression, year: int, resolution: Resolution) -> Answer:
        """The days in that year; a weekday that is another is a finding."""
        try:
            interval = interval_of(said, year)
        except ImpossibleDateError as error:
            error.resolution = resolution
            raise
        if said.calendar is Calendar.HIJRI:
            return sighted(said, interval, resolution)
        answer = Answer(interval, resolution)
        if said.weekday is None or not said.days:
            return answer
        if persian_weekday(interval[0]) != said.weekday:
            answer.problem = FindingCode.WEEKDAY_MISMATCH
            answer.calculation = mismatch(interval[0], said)
        return answer

    def from_anchor(self, i: int, said: Expression) -> Answer:
        """Days, weeks and months counted from the publication; a weekday alone."""
        if self.anchor is None:
            return Answer()
        anchor = self.anchor
        note_days(self.words, said, self.from_day("counted"), self.line)
        if said.day_shift is not None:
            day = anchor + said.day_shift * DAY
            return Answer((day, day), self.anchored)
        if said.week_shift is not None:
            first, last = week_of(anchor + 7 * said.week_shift * DAY)
            if said.weekday is not None:
                first = last = first + said.weekday * DAY
            return Answer((first, last), self.anchored)
        if said.month_shift is not None:
            year, month = shift_month(*to_jalali(anchor)[:2], said.month_shift)
            return Answer(months_interval(year, month, month), self.anchored)
        if said.weekday is None:
            return Answer()
        note_days(self.words, said, self.from_day("weekday_near"), self.line)
        day = self.weekday_near(i, said, anchor)
        return Answer((day, day), self.anchored)

    def weekday_near(self, i: int, said: Expression, anchor: date) -> date:
        """The nearest such weekday: not after the anchor, unless the verb says otherwise."""
        assert said.weekday is not None
        back = (persian_weekday(anchor) - said.weekday) % 7
        near = self.interval_beside(i, said)
        if near and near[0] == near[1] and persian_weekday(near[0]) == said.weekday:
            return near[0]
        if said.direction == 1 or (said.direction is None and self.is_coming(said, back)):
            return anchor + (7 - back) * DAY
        return anchor - (back or (7 if said.direction == -1 else 0)) * DAY

    def is_coming(self, said: Expression, back: int) -> bool:
        """A future verb means the next such day, a present one the nearer."""
        tense = self.tense(said)
        return back > 0 and (tense == FUTURE_VERB or (tense == PRESENT_VERB and back > 3))

    def interval_beside(self, i: int, said: Expression) -> Interval | None:
        """The days of the date before a bracket, or of a full one in the bracket after."""
        if self.before and stands_beside(self.words.shape, said, self.before[0]):
            return self.before[1]
        after = self.said[i + 1] if i + 1 < len(self.said) else None
        if after and after.years and after.days and stands_beside(self.words.shape, after, said):
            return in_year(after, after.years[0])
        return None

    def without_year(self, i: int, said: Expression) -> Answer:
        """A day, month or season of which the text doesn't say the year."""
        year, resolution = self.context_year(i, said)
        if year is None and self.anchor is not None:
            note_days(self.words, said, self.from_day("year_near"), self.line)
            year, resolution = year_near(said, self.anchor, self.tense(said)), self.anchored
        spoken = self.spoken.get(said.calendar)
        if year is None and spoken:
            note_days(self.words, said, "year_spoken", self.at(spoken[1]))
            year, resolution = spoken[0], Resolution.CONTEXT
        if year is None and said.days:
            interval_of(said, _LEAP_YEARS[said.calendar])  # ۳۱ آبان is in no year
        if said.weekday is None or not said.days:
            return Answer() if year is None else self.checked(said, year, resolution)
        return self.fitting(said, year, resolution)

    def context_year(self, i: int, said: Expression) -> tuple[int | None, Resolution]:
        """The year of a date beside it, or said before in the same sentence."""
        after = self.said[i + 1] if i + 1 < len(self.said) else None
        if after and after.dated and after.months and after.calendar is said.calendar:
            between = self.words.shape[said.last + 1 : min(after.first, said.last + 4)]
            year, _ = self.said_year(after)
            if year is not None and between in ("~", "&", "~A") and said.months:
                over = between != "&" and said.months[0] > after.months[0]
                note_days(self.words, said, "year_after", after)
                return year - over, Resolution.CONTEXT
        near = self.interval_beside(i, said)
        if near:
            note_days(self.words, said, "beside", self.before[0] if self.before else None)
            return year_near(said, near[0], PRESENT_VERB), Resolution.CONTEXT
        stated = self.stated.get(said.calendar)
        if not stated or said.direction is not None:
            return None, Resolution.UNRESOLVED
        if same_sentence(self.words.shape, stated[1], said.first):
            note_days(self.words, said, "year_of_sentence", self.at(stated[1]))
            return self.continued(said, stated[0]), Resolution.CONTEXT
        return None, Resolution.UNRESOLVED

    def continued(self, said: Expression, year: int) -> int:
        """«از آذر ۱۳۹۸ تا مهر» ends in the next year."""
        before = self.before[0] if self.before else None
        if not before or not before.months or not said.months:
            return year
        if self.words.shape[before.last + 1 : min(said.first, before.last + 3)] in ("~", "A~"):
            return year + (before.months[0] > said.months[0])
        return year

    def tense(self, said: Expression) -> str:
        return tense_of(self.words.shape, said.first, said.last)

    def fitting(self, said: Expression, year: int | None, resolution: Resolution) -> Answer:
        """With a weekday: the year found, if it fits, else the nearest in which it does."""
        tried = [] if year is None else [(year, resolution)]
        if self.anchor:
            tried.append((year_near(said, self.anchor, self.tense(said)), self.anchored))
        for i, (known, how) in enumerate(tried):
            if self.anchor and i == len(tried) - 1:
                note_days(self.words, said, self.from_day("year_near"), self.line)
            answer = self.checked(said, known, how)
            last = i == len(tried) - 1
            if not answer.problem or (last and self.is_near(answer.interval)):
                return answer
        note_days(self.words, said, "weekday_year")
        fits = fitting_years(said, [y for y, _ in tried[-1:]] or self.text_years(said), self.as_of)
        return Answer(fits[0], Resolution.WEEKDAY, tuple(fits[1:])) if fits else Answer()

    def is_near(self, interval: Interval | None) -> bool:
        """So near the publication a weekday that does not fit is a slip, not another year."""
        return bool(self.anchor and interval and abs(interval[0] - self.anchor) <= _NEAR)

    def text_years(self, said: Expression) -> list[int]:
        """The years that the text names in the calendar, before or after."""
        if said.calendar not in self.named:
            years = {s.years[0] for s in self.said if s.years and s.calendar is said.calendar}
            self.named[said.calendar] = sorted(years)
        return self.named[said.calendar]
