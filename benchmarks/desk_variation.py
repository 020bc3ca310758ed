"""Records like a given one: other clusters, persons, provinces, years and sums, the text with them.

Every span is moved along with the words that change before it.
"""

import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from benchmarks.desk_world import Named, World, true_value, written
from schemas.article import sha256
from schemas.record import ArticleRecord
from schemas.spans import Span
from schemas.vocabularies import Basis, Comparator

_YEAR = re.compile("[1۱][34۳۴][0-9۰-۹]{2}")
_TO_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_FIRST = date(2011, 3, 21)
_DAYS = 5_600
_SOURCES = tuple(f"خبرگزاری {name}" for name in ("آوند", "پیک", "رویداد", "نگاه", "کارون", "الوند"))
_OFF = 0.03  # of the figures are told otherwise than they are


@dataclass(slots=True)
class Edits:
    """Words to put in place of others, none across another."""

    text: str
    found: dict[int, tuple[int, str]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def put(self, span: Span, words: str) -> None:
        """Have these words in place of those, unless others are."""
        places = range(span.start, span.end)
        if self.taken.isdisjoint(places):
            self.taken.update(places)
            self.found[span.start] = (span.end, words)

    def apply(self) -> tuple[str, Callable[[int], int]]:
        """The new text, and where an old offset lies in it."""
        starts = sorted(self.found)
        pieces, news, last, length = [], [], 0, 0
        for start in starts:
            end, words = self.found[start]
            news.append(length + start - last)
            pieces += [self.text[last:start], words]
            length, last = news[-1] + len(words), end
        pieces.append(self.text[last:])

        def moved(offset: int) -> int:
            i = bisect_right(starts, offset) - 1
            if i < 0:
                return offset
            end, words = self.found[starts[i]]
            if offset < end:
                return news[i] + min(offset - starts[i], len(words) - 1)
            return news[i] + len(words) + offset - end

        return "".join(pieces), moved


def vary(record: ArticleRecord, number: int, world: World, draw: random.Random) -> ArticleRecord:
    """One more article that tells the like of what this one tells."""
    return _Variation(record, world, draw).make(f"made-{number:06d}")


class _Variation:
    def __init__(self, record: ArticleRecord, world: World, draw: random.Random) -> None:
        self._old, self._world, self._draw = record, world, draw
        self._published = _FIRST + timedelta(days=int(_DAYS * draw.random() ** 0.6))
        self._years = self._published.year - (record.article.published or date(2023, 6, 1)).year
        self._main = world.clusters.draw(draw)
        self._province = self._provinces()
        self._cluster = {c.id: self._some_cluster(i) for i, c in enumerate(record.clusters)}
        self._person = {o.id: self._some_person() for o in record.officials if o.name}
        self._figures = {f.id: self._value(f) for f in record.figures if f.upper is None}

    def make(self, key: str) -> ArticleRecord:
        """The varied record."""
        edits = Edits(self._old.article.text)
        for span, words in self._replacements():
            edits.put(span, words)
        text, moved = edits.apply()
        record = rebuilt(self._old, self._changed, text, moved)
        title = self._old.article.title
        change = {
            "id": key,
            "published": self._published,
            "source": self._draw.choice(_SOURCES),
            "url": f"https://news.example/{key}",
            "title": text[: moved(len(title))] if title else None,
            "text": text,
            "length": len(text),
            "sha256": sha256(text),
        }
        return record.model_copy(update={"article": record.article.model_copy(update=change)})

    def _provinces(self) -> dict[str, str]:
        """The province it is mostly about becomes the main cluster's, the others any."""
        told = Counter(c.province for c in self._old.clusters if c.province)
        told.update(f.province for f in self._old.figures if f.province)
        others = list(self._world.provinces)
        found = dict(
            zip(self._world.provinces, self._draw.sample(others, len(others)), strict=True)
        )
        return found | {code: self._main.province for code, _ in told.most_common(1)}

    def _some_cluster(self, place: int) -> Named:
        return (
            self._world.clusters_of[self._main.province].draw(self._draw) if place else self._main
        )

    def _some_person(self) -> Named:
        near = self._draw.random() < 0.8
        persons = self._world.persons_of[self._main.province] if near else self._world.persons
        return persons.draw(self._draw)

    def _value(self, figure: Any) -> Any:
        about = self._cluster.get(figure.cluster)
        names = about.names[0] if about else figure.item
        days = next((d.jalali for d in self._old.dates if d.id == figure.date), None)
        year = int(days.end[:4]) + self._years if days else self._published.year - 621
        value = true_value(figure.unit, figure.indicator, names, self._main.province, year)
        return value * self._draw.choice((2, 3, 10)) if self._draw.random() < _OFF else value

    def _replacements(self) -> Iterator[tuple[Span, str]]:
        for cluster in self._old.clusters:
            for mention in cluster.mentions:
                yield mention, self._draw.choice(self._cluster[cluster.id].names)
        for official in self._old.officials:
            if person := self._person.get(official.id):
                for mention in official.mentions:
                    yield mention, person.names[0 if " " in mention.text else 1]
        for figure in self._old.figures:
            if figure.id in self._figures:
                unit = figure.unit_text or "مورد"
                yield figure.span, f"{written(self._figures[figure.id])} {unit}"
        for named in self._old.dates:
            yield named.span, _YEAR.sub(self._later, named.span.text)
        for place in self._old.places:
            yield place.span, self._place(place)

    def _later(self, year: re.Match[str]) -> str:
        return str(int(year[0].translate(_TO_LATIN)) + self._years).translate(_TO_PERSIAN)

    def _place(self, place: Any) -> str:
        if place.kind == "province" and place.code in self._province:
            return self._world.provinces[self._province[place.code]]
        if place.province in self._province:
            return self._draw.choice(self._world.cities[self._province[place.province]])
        return str(place.span.text)

    def _changed(self, model: BaseModel) -> dict[str, Any]:
        """What of an entry is not a span and yet changes."""
        values: dict[str, Any] = {}
        for name in ("province", "code"):
            if (old := getattr(model, name, None)) in self._province:
                values[name] = self._province[old]
        key = getattr(model, "id", None)
        kind = type(model).__name__
        if kind == "Cluster":
            named = self._cluster[str(key)]
            values |= {"name": self._draw.choice(named.names), "province": named.province}
            values["province_basis"] = Basis.STATED
        elif kind == "Official" and key in self._person:
            values["name"] = self._person[key].names[0]
        elif kind == "Figure" and key in self._figures:
            values |= {"value": self._figures[key], "comparator": Comparator.EXACT}
        elif kind in ("JalaliInterval", "GregorianInterval"):
            values = {"start": self._shift(model.start), "end": self._shift(model.end)}  # type: ignore[attr-defined]
        return values

    def _shift(self, day: Any) -> Any:
        year, month, rest = str(day).split("-")
        rest = "29" if (month, rest) == ("12", "30") else rest
        rest = "28" if (month, rest) == ("02", "29") else rest
        told = f"{int(year) + self._years:04d}-{month}-{rest}"
        return date.fromisoformat(told) if isinstance(day, date) else told


def rebuilt(
    value: Any,
    changed: Callable[[BaseModel], dict[str, Any]],
    text: str,
    moved: Callable[[int], int],
) -> Any:
    """A model with its spans moved and its values changed; not validated, which takes longer."""
    if isinstance(value, Span):
        start = moved(value.start)
        end = max(start + 1, moved(value.end - 1) + 1)
        if text[start:end] != value.text and moved(value.end) > start:
            end = moved(value.end)
        return Span.model_construct(start=start, end=end, text=text[start:end])
    if isinstance(value, tuple):
        return tuple(rebuilt(v, changed, text, moved) for v in value)
    if isinstance(value, BaseModel):
        held = {
            name: rebuilt(inner, changed, text, moved)
            for name, inner in value
            if isinstance(inner, (BaseModel, tuple)) and inner
        }
        return value.model_copy(update=held | changed(value))
    return value
