"""Dates and lengths of time in Persian text; usable without a pipeline.

>>> from datetime import date
>>> [(d.first, d.last) for d in find_dates("در بهار امسال گفت", published=date(2022, 8, 29))]
[(datetime.date(2022, 3, 21), datetime.date(2022, 6, 21))]
"""

from datetime import date

from extractor.config import DEFAULT_AS_OF
from extractor.mentions import Date
from extractor.text.calendar_grammar import find_expressions
from extractor.text.calendar_resolution import resolve


def find_dates(
    text: str, *, published: date | None = None, as_of: date = DEFAULT_AS_OF
) -> list[Date]:
    """All dates, durations and repetitions of a normalized text, in text order.

    ``published`` is the day that «دیروز» and a missing year count from; without it they count
    from the text's own dateline. ``as_of`` bounds the years tried for a weekday.

    >>> [d.duration for d in find_dates("طی سه سال اجرا")]
    ['P3Y']
    """
    words, expressions = find_expressions(text)
    return resolve(words, expressions, published, as_of)
