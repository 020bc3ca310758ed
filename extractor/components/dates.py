"""Find dates and lengths of time and write them to ``doc._.dates``.

>>> from datetime import date
>>> [(d.first, d.last) for d in find_dates("در بهار امسال گفت", published=date(2022, 8, 29))]
[(datetime.date(2022, 3, 21), datetime.date(2022, 6, 21))]
"""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.config import DEFAULT_AS_OF
from extractor.mentions import Date
from extractor.text.calendar_grammar import find_expressions
from extractor.text.calendar_resolution import resolve


@component("dates", writes=["dates"])
class DateFinder:
    """Reads calendar expressions by our own grammar and resolves them."""

    def __init__(self, nlp: Language) -> None:
        del nlp  # dates are found on the text alone
        find_dates("")  # the vocabulary is read and generated once, before the first article

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.dates``; relative dates count from ``doc._.published``."""
        found = find_dates(
            text_of(doc), published=doc._.published, as_of=doc._.as_of or DEFAULT_AS_OF
        )
        write_group(doc, "dates", found)
        return doc


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
