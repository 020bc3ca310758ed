"""A corrected sheet as gold, which ``khooshechin evaluate`` measures records against."""

import re
from collections.abc import Callable
from typing import Any

from corpus.annotations.sheets import (
    ATTRIBUTES,
    COUNTRY_CODE,
    PROVINCE_CODE,
    RELATIONS,
    SHOWN_ONLY,
    Region,
    Sheet,
)
from corpus.annotations.values import TypedValueError, period_of, read_days, read_number
from corpus.readers.archive import InputError
from corpus.scoring.matching import squash
from schemas.article import compose

# From a label and the words of a region without values to values for it, {} if there are none.
Fill = Callable[[str, str], dict[str, str]]
Gold = dict[str, Any]
_CODES = {"province": PROVINCE_CODE, "country": COUNTRY_CODE}  # other places have none


def no_fill(_label: str, _words: str) -> dict[str, str]:
    """Leave a region without values as it is."""
    return {}


def gold_article(sheet: Sheet) -> Gold:
    """The article as it came in, its title parted from the body again."""
    head = f"{sheet.title}\n" if sheet.title else ""
    text = sheet.text.removeprefix(head)
    if compose(sheet.title, text) != sheet.text:
        raise InputError(f"article {sheet.id!r}: the text does not begin with the title")
    told = {"id": sheet.id, "title": sheet.title, "published": sheet.published}
    return told | {"url": sheet.url, "source": sheet.source, "text": text}


def gold_entry(sheet: Sheet, fill: Fill = no_fill) -> Gold:
    """The gold of a sheet. Raises InputError, naming article and words, for what can't be read."""
    return _Reader(sheet, fill).entry()


class _Reader:
    """A sheet with its regions by id, and namings of one thing put together."""

    def __init__(self, sheet: Sheet, fill: Fill) -> None:
        self._sheet = sheet
        self._regions = {r.id: r for r in sheet.regions if r.label not in SHOWN_ONLY}
        self._links = {(n.source, n.type): n.target for n in sheet.relations if self._fits(n)}
        for region in self._regions.values():
            self._check(region)
            if not self._is_further_naming(region):
                missing = fill(region.label, self._words(region)) if _lacks(region) else {}
                region.attributes = missing | region.attributes
        self._first = {key: self._first_naming(r) for key, r in self._regions.items()}

    def entry(self) -> Gold:
        """The whole entry."""
        return {
            "id": self._sheet.id,
            "places": [self._place(r) for r in self._all("place")],
            "dates": [self._date(r) for r in self._all("date")],
            "officials": [self._official(r) for r in self._firsts("official")],
            "clusters": [self._cluster(r) for r in self._firsts("cluster")],
            "figures": [self._figure(r) for r in self._all("figure")],
            "findings": list(self._sheet.findings),
        }

    def _fits(self, relation: Any) -> bool:
        ends = self._regions.get(relation.source), self._regions.get(relation.target)
        if relation.type not in RELATIONS or None in ends:
            return False
        sources, targets, _ = RELATIONS[relation.type]
        return ends[0].label in sources and ends[1].label in targets  # type: ignore[union-attr]

    def _check(self, region: Region) -> None:
        where = f"article {self._sheet.id!r}: region {region.id}"
        # An export that was edited may have them as strings.
        if not all(type(offset) is int for offset in (region.start, region.end)):
            offsets = f"{region.start!r} to {region.end!r}"
            raise InputError(f"{where} goes from {offsets}; offsets must be whole numbers")
        if not 0 <= region.start < region.end <= len(self._sheet.text):
            raise InputError(f"{where} is not in the text")
        for attribute in ATTRIBUTES[region.label]:
            told = region.attributes.get(attribute.name, "")
            values = told.split(",") if attribute.many and told else [told] if told else []
            for value in values:
                if attribute.choices and value not in attribute.choices:
                    raise self._error(region, f"{attribute.name}: {value!r} is none of the choices")
                if attribute.form and not re.fullmatch(attribute.form, value):
                    wanted = attribute.description
                    raise self._error(region, f"{attribute.name}: {value!r} is no {wanted}")

    def _error(self, region: Region, problem: str) -> InputError:
        where = f"article {self._sheet.id!r}: {region.label} {self._words(region)!r}"
        return InputError(f"{where} at {region.start}: {problem}")

    def _words(self, region: Region) -> str:
        return self._sheet.text[region.start : region.end]

    def _is_further_naming(self, region: Region) -> bool:
        return (region.id, "same") in self._links or _is_bare(region)

    def _first_naming(self, region: Region) -> str:
        """The naming that says all: by the relation, else a naming of the same words."""
        key = region.id
        for _ in range(len(self._regions)):  # relations may go in a circle
            key, before = self._links.get((key, "same"), key), key
            if key == before:
                break
        if key == region.id and _is_bare(region):
            return self._of_the_same_words(region) or key
        return key

    def _of_the_same_words(self, region: Region) -> str | None:
        words = squash(self._words(region))
        for other in self._all(region.label):
            names = squash(self._words(other)), squash(other.attributes.get("name"))
            if not _is_bare(other) and words in names:
                return other.id
        return None

    def _all(self, label: str) -> list[Region]:
        found = [r for r in self._regions.values() if r.label == label]
        return sorted(found, key=lambda r: (r.start, r.end))

    def _firsts(self, label: str) -> list[Region]:
        return [r for r in self._all(label) if self._first[r.id] == r.id]

    def _span(self, region: Region) -> Gold:
        return {"start": region.start, "end": region.end, "text": self._words(region)}

    def _optional(self, region: Region) -> Gold:
        return {"optional": True} if region.attributes.get("optional") else {}

    def _mentions(self, first: Region) -> list[Gold]:
        return [self._span(r) for r in self._all(first.label) if self._first[r.id] == first.id]

    def _place(self, r: Region) -> Gold:
        kind, code = r.attributes.get("kind"), r.attributes.get("code")
        if kind is None:
            raise self._error(r, "say its kind")
        if code and not re.fullmatch(_CODES.get(kind, "(?!)"), code):
            raise self._error(r, f"code: {code!r} is none of a {kind}")
        told = {"kind": kind, "code": code}
        return self._span(r) | told | self._optional(r)

    def _date(self, r: Region) -> Gold:
        told = {
            "kind": r.attributes.get("kind", "date"),
            "jalali": self._days(r),
            "duration": r.attributes.get("duration"),
            "modifier": r.attributes.get("modifier"),
        }
        return self._span(r) | told | self._optional(r)

    def _days(self, r: Region) -> list[str] | None:
        told = r.attributes.get("jalali")
        try:
            return read_days(told) if told else None
        except TypedValueError as problem:
            raise self._error(r, f"jalali: {problem}") from problem

    def _name(self, r: Region) -> str | None:
        return r.attributes.get("name") or (None if r.attributes.get("role") else self._words(r))

    def _official(self, r: Region) -> Gold:
        told: Gold = {"name": self._name(r)}
        for key in ("role_code", "role", "organization", "province"):
            told[key] = r.attributes.get(key)
        return told | {"mentions": self._mentions(r)} | self._optional(r)

    def _cluster(self, r: Region) -> Gold:
        activities = r.attributes.get("activities")
        told = {
            "name": self._name(r),
            "province": r.attributes.get("province"),
            "status": r.attributes.get("status"),
            "start": self._end_of("start", r),
            "end": self._end_of("end", r),
            "activities": sorted(activities.split(",")) if activities else [],
        }
        return told | {"mentions": self._mentions(r)} | self._optional(r)

    def _end_of(self, end: str, cluster: Region) -> str | None:
        date = self._linked(cluster, end)
        days = self._days(date) if date else None
        return days[end == "end"] if days else None

    def _linked(self, region: Region, relation: str) -> Region | None:
        key = self._links.get((region.id, relation))
        return self._regions[self._first[key]] if key else None

    def _figure(self, r: Region) -> Gold:
        told = r.attributes
        cluster, speaker = self._linked(r, "cluster"), self._linked(r, "speaker")
        period, whole = self._linked(r, "period"), self._linked(r, "part_of")
        days = self._days(period) if period else None
        return {
            **self._span(r),
            "value": self._number(r, "value"),
            "upper": self._number(r, "upper") if "upper" in told else None,
            "comparator": told.get("comparator", "exact"),
            "unit": told.get("currency") or told.get("unit", "other"),
            "indicator": told.get("indicator", "other"),
            "modality": told.get("modality", "actual"),
            "cluster": self._name(cluster) if cluster else None,
            "province": told.get("province"),
            "date": period_of(days) if days else None,
            "speaker": self._name(speaker) or speaker.attributes.get("role") if speaker else None,
            "part_of": self._words(whole) if whole else None,
            **self._optional(r),
        }

    def _number(self, r: Region, name: str) -> int | float:
        if not r.attributes.get(name):
            raise self._error(r, f"say its {name}")
        try:
            return read_number(r.attributes[name])
        except TypedValueError as problem:
            raise self._error(r, f"{name}: {problem}") from problem


def _is_bare(region: Region) -> bool:
    """Whether a naming was only marked: perhaps it is one more of somebody who is there."""
    named = region.label in ("official", "cluster")
    return named and not region.attributes.keys() & {"name", "role"}


def _lacks(region: Region) -> bool:
    """Whether a region says less than gold must have."""
    needed = {"place": "kind", "date": "kind", "figure": "value"}
    return region.label in needed and needed[region.label] not in region.attributes
