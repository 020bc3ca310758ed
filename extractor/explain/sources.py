"""Where the reason for each field of a record was noted: group, subject and field."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc

from extractor.mentions import Activity
from extractor.program_drafts import ProgramDraft
from extractor.reasons import Subject
from schemas.record import ArticleRecord


class Source(NamedTuple):
    """A field of an entry with its value, and the key its reason was noted by."""

    field: str
    value: Any
    group: str
    subject: Subject
    noted: str


_PLACE = ("kind", "name", "code", "province")
_DATE = ("kind", "granularity", "calendar", "modifier", "duration")
_OFFICIAL = ("name", "role", "role_code", "organization", "province")
_CLUSTER = ("name", "province", "place")
_NUMBER = ("value", "upper", "comparator", "unit")
_LINKS = ("indicator", "modality", "cluster", "province", "place", "date", "speaker", "part_of")
_PROGRAM = ("start", "end", "organization", "agent", "officials", "figures")


def sources(
    record: ArticleRecord, doc: Doc, drafts: Sequence[ProgramDraft], group: str, index: int
) -> Iterator[Source]:
    """The fields of one entry that are decided by rules."""
    entry = getattr(record, group)[index]
    if group == "programs":
        yield from _of_program(entry, doc, drafts[index])
        return
    found = getattr(doc._, group)[index]
    subject: Subject = found.mentions[0] if group in ("officials", "clusters") else found.start
    if group == "figures":
        number = found.quantity.number.start
        yield from (Source(f, getattr(entry, f), "numbers", number, f) for f in _NUMBER)
    if group == "dates":
        yield Source("jalali", entry.jalali, group, subject, "days")
        yield Source("gregorian", entry.gregorian, group, subject, "days")
        yield Source("resolution", entry.resolution, group, subject, "days")
    yield from (Source(f, getattr(entry, f), group, subject, f) for f in _FIELDS[group])


_FIELDS = {
    "places": _PLACE,
    "dates": _DATE,
    "officials": _OFFICIAL,
    "clusters": _CLUSTER,
    "figures": _LINKS,
    "statements": ("speaker", "verb"),
}


def _of_program(entry: Any, doc: Doc, draft: ProgramDraft) -> Iterator[Source]:
    at = doc._.clusters[draft.cluster].mentions[0]
    if draft.status:
        yield Source("status", entry.status, "statuses", draft.status, "status")
        yield Source("status_span", entry.status_span.text, "programs", draft.status, "chosen")
        yield Source("cluster", entry.cluster, "statuses", draft.status, "clusters")
    else:
        yield Source("cluster", entry.cluster, "programs", at, "cluster")
    yield from (Source(f, getattr(entry, f), "programs", at, f) for f in _PROGRAM)
    for i, (told, found) in enumerate(zip(entry.activities, draft.activities, strict=True)):
        yield from _of_activity(f"activities[{i}]", told, found)


def _of_activity(name: str, entry: Any, found: Activity) -> Iterator[Source]:
    start = found.start
    yield Source(f"{name}.type", entry.type, "activities", start, f"type {found.type}")
    yield Source(f"{name}.phase", entry.phase, "activities", start, "mood")
    for field in ("place", "date"):
        yield Source(f"{name}.{field}", getattr(entry, field), "activities", start, field)
