"""How a record's values are put before a reader: names for ids, labels for slugs."""

from datetime import date

from schemas.entities import Date
from schemas.figures import Figure
from schemas.labels import Language, Vocabulary
from schemas.record import ArticleRecord
from schemas.spans import Span


class View:
    """One record in the reader's language."""

    def __init__(self, record: ArticleRecord, language: Language) -> None:
        self.record = record
        self.language = language
        self._names = {d.id: d.span.text for d in record.dates}
        self._names |= {o.id: o.name or o.role or o.mentions[0].text for o in record.officials}
        self._names |= {c.id: c.name for c in record.clusters}

    def label(self, slug: str | None) -> str | None:
        """What a slug is called; a code outside the vocabularies stands for itself."""
        return slug.label(self.language) if isinstance(slug, Vocabulary) else slug

    def name(self, key: str | None) -> str | None:
        """What the entry of this id is called in the article."""
        return None if key is None else self._names.get(key, key)

    def amount(self, figure: Figure) -> str:
        """The value with thousands apart, its bound and its upper end: ``about 1,200``."""
        values = [figure.value] if figure.upper is None else [figure.value, figure.upper]
        text = " - ".join(f"{value.normalize():,f}" for value in values)
        plain = figure.comparator in ("exact", "range")
        return text if plain else f"{self.label(figure.comparator)} {text}"


def evidence(span: Span | None) -> str | None:
    """The quoted words with their place: ``12..15 «فرش»``."""
    return None if span is None else f"{span.start}..{span.end} «{span.text}»"


def days(start: str | date, end: str | date) -> str:
    """A stretch of days; a single one is said once."""
    return str(start) if start == end else f"{start} - {end}"


def jalali_days(found: Date) -> str | None:
    """The Jalali days of a date, or its length."""
    return days(found.jalali.start, found.jalali.end) if found.jalali else found.duration


def gregorian_days(found: Date) -> str | None:
    """The Gregorian days of a date."""
    return days(found.gregorian.start, found.gregorian.end) if found.gregorian else None
