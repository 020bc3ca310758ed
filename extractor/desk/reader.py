"""What a page needs to speak to its reader: words, labels, digits, numbers, days.

Templates have it as ``ui``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal

import jdatetime
from markupsafe import Markup

import schemas.vocabularies
from corpus.jalali import to_jalali
from extractor.desk.messages import messages
from extractor.desk.sentences import sentence
from extractor.desk.tolerances import in_persian
from schemas.labels import Language, Vocabulary
from schemas.numerals import LATIN, PERSIAN
from schemas.provinces import Province, province_name

Digits = Literal["fa", "latn"]
# Signs of a text that is no number stay.
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PLAIN = ("exact", "range")
_HEADLINE = 160  # letters
_WIDEST = 25  # digits of a number that are written out


@dataclass(frozen=True, slots=True)
class Reader:
    """A language and a kind of digits."""

    language: Language = "fa"
    digits: Digits = "fa"

    @property
    def direction(self) -> str:
        """Which way the page runs."""
        return "rtl" if self.language == "fa" else "ltr"

    def t(self, key: str, **values: object) -> str:
        """The words of a key of messages.toml, with values filled in."""
        text = messages()[key][self.language]
        if not values:
            return self.n(text) if "digits" not in key else text
        return text.format(**{name: self._filled(value) for name, value in values.items()})

    def _filled(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float | Decimal) else str(value)

    def n(self, text: object) -> str:
        """A text of ours in the reader's digits. Never for words of an article."""
        return str(text).translate(_PERSIAN if self.digits == "fa" else LATIN)

    def number(self, value: object) -> str:
        """A number with its thousands apart.

        >>> Reader("en", "latn").number(1234567.5), Reader().number(1200)
        ('1,234,567.5', '۱٬۲۰۰')
        """
        text = _written(value)
        return text.translate(PERSIAN) if self.digits == "fa" else text

    def amount(self, row: Any) -> str:
        """A figure's value with its bound and its upper end: ``about 1,200``.

        ``row`` has ``value``, ``upper`` and ``comparator``.
        """
        text = self.number(row["value"])
        if row["upper"] is not None:
            text += f" {self.t('mark.to')} {self.number(row['upper'])}"
        if row["comparator"] in _PLAIN:
            return text
        return f"{self.label('Comparator', row['comparator'])} {text}"

    def headline(self, title: str) -> str:
        """A headline where it stands for its article, cut off where it goes on and on."""
        return title if len(title) <= _HEADLINE else f"{title[:_HEADLINE].rstrip()}…"

    def label(self, vocabulary: str, slug: object) -> str:
        """What a slug is called; what is no slug of the vocabulary stands for itself."""
        if slug is None:
            return ""
        found = _slugs(vocabulary).get(str(slug))
        return self.n(found.label(self.language)) if found is not None else str(slug)

    def sentence(self, persian: str, english: str) -> Markup:
        """What a finding says, in the language of the page."""
        told = persian if self.language == "fa" else english
        return sentence(told, self.language, self.digits)

    def tolerance(self, text: str) -> str:
        """How far off still counts as agreeing."""
        return self.n(in_persian(text) if self.language == "fa" else text)

    def province(self, code: object) -> str:
        """The name of a province's code."""
        if code is None:
            return ""
        return province_name(str(code), self.language)

    def order(self, text: str) -> list[int]:
        """By what a list is put in the order of the language's alphabet, not of Unicode's.

        >>> sorted(["همدان", "چهارمحال", "تهران"], key=Reader().order)
        ['تهران', 'چهارمحال', 'همدان']
        """
        places = _alphabet(self.language)
        return [places.get(letter, len(places) + ord(letter)) for letter in text.lower()]

    def by_province(self, code: object) -> list[int]:
        """The order of provinces by their names."""
        return self.order(self.province(code))

    def day(self, iso: object) -> str:
        """A Gregorian day as the Iranian calendar has it: ``1402/05/12``; others stay."""
        found = jalali_date(iso)
        return self.n(found.strftime("%Y/%m/%d")) if found else str(iso or "")

    def month(self, day: jdatetime.date) -> str:
        """The month of a day with its year.

        >>> Reader("en", "latn").month(jdatetime.date(1402, 7, 9))
        'Mehr 1402'
        """
        names = jdatetime.date.j_months_fa if self.language == "fa" else jdatetime.date.j_months_en
        return self.n(f"{names[day.month - 1]} {day.year}")

    def days(self, start: object, end: object) -> str:
        """A stretch of Jalali days; a whole month or year is named alone.

        >>> Reader("en", "latn").days("1402-01-01", "1402-12-29")
        '1402'
        """
        if not isinstance(start, str) or not isinstance(end, str):
            return ""
        if start == end:
            return self.n(start.replace("-", "/"))
        if start[:4] == end[:4] and start[5:] == "01-01" and end[5:] in ("12-29", "12-30"):
            return self.n(start[:4])
        first, last = start.replace("-", "/"), end.replace("-", "/")
        return self.n(f"{first} {self.t('mark.to')} {last}")


@lru_cache(maxsize=1 << 13)  # a page has hundreds of days, and most pages the same
def jalali_date(iso: object) -> jdatetime.date | None:
    """A Gregorian day in the Iranian calendar; None for what is no day or not of its years.

    >>> jalali_date("2023-03-21"), jalali_date("0001-01-01")
    (jdatetime.date(1402, 1, 1), None)
    """
    try:
        found = date.fromisoformat(str(iso))
    except ValueError:
        return None
    return to_jalali(found)


def _written(value: object) -> str:
    if value is None:
        return "?"  # beyond what the database can hold as a number
    number = Decimal(str(value))
    if number.adjusted() > _WIDEST:
        return f"{number:.3e}"
    return f"{number.normalize():,f}"


@cache
def _alphabet(language: Language) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(messages()["name.alphabet"][language])}


@cache
def province_names() -> dict[str, str]:
    """Persian names of the provinces by their codes."""
    return {province.value: province.fa for province in Province}


@cache
def _slugs(vocabulary: str) -> dict[str, Vocabulary]:
    members: type[Vocabulary] = getattr(schemas.vocabularies, vocabulary)
    return {member.value: member for member in members}
