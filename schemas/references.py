"""Check what holds a record together: unique ids, ids that exist, spans that quote the text."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from schemas.spans import Span

if TYPE_CHECKING:
    from schemas.record import ArticleRecord

GROUPS = (
    "places",
    "dates",
    "officials",
    "clusters",
    "figures",
    "programs",
    "statements",
    "findings",
)

# Group -> field -> the group its ids are looked up in; "" for any.
REFERENCES: dict[str, dict[str, str]] = {
    "clusters": {"place": "places"},
    "figures": {
        "cluster": "clusters",
        "place": "places",
        "date": "dates",
        "speaker": "officials",
        "part_of": "figures",
    },
    "programs": {
        "cluster": "clusters",
        "start": "dates",
        "end": "dates",
        "agent": "officials",
        "officials": "officials",
        "figures": "figures",
    },
    "activities": {"place": "places", "date": "dates"},
    "statements": {"speaker": "officials"},
    "findings": {"refs": ""},
}


# Group -> the fields that hold spans. To ask a model for a field it lacks is slow, hence the list.
SPANS: dict[str, tuple[str, ...]] = {
    "places": ("span",),
    "dates": ("span",),
    "officials": ("mentions",),
    "clusters": ("mentions",),
    "figures": ("span",),
    "programs": ("status_span",),
    "activities": ("span",),
    "statements": ("span",),
    "findings": ("spans",),
}


def entries(record: "ArticleRecord") -> Iterator[tuple[str, str, Any]]:
    """Every entry with its group and where it stands: ``figures[3]``."""
    for group in GROUPS:
        for i, entry in enumerate(getattr(record, group)):
            yield group, f"{group}[{i}]", entry
    for i, program in enumerate(record.programs):
        for j, activity in enumerate(program.activities):
            yield "activities", f"programs[{i}].activities[{j}]", activity


def count_entries(record: "ArticleRecord", counts: Counter[str]) -> None:
    """Add the number of entries of each group."""
    for group in GROUPS:
        counts[group] += len(getattr(record, group))


def spans_of(record: "ArticleRecord") -> Iterator[tuple[str, Span]]:
    """Every span of the record with where it stands: ``officials[0].mentions[1]``."""
    for group, where, entry in entries(record):
        for field in SPANS[group]:
            value = getattr(entry, field)
            if isinstance(value, Span):
                yield f"{where}.{field}", value
            elif value:
                yield from ((f"{where}.{field}[{i}]", span) for i, span in enumerate(value))


def check_spans(record: "ArticleRecord") -> Iterator[str]:
    """Say which spans do not quote the text."""
    text = record.article.text
    for where, span in spans_of(record):
        if text[span.start : span.end] != span.text:
            found = text[span.start : span.end]
            yield f"{where}: {span.text!r} at {span.start}..{span.end}, but the text has {found!r}"


def check_references(record: "ArticleRecord") -> Iterator[str]:
    """Say which ids are used twice, and which references lead nowhere."""
    known: dict[str, str] = {}  # id -> group
    for group, where, entry in entries(record):
        if group == "activities":
            continue
        if entry.id in known:
            yield f"{where}.id: {entry.id!r} is already used in {known[entry.id]}"
        known[entry.id] = group
    for group, where, entry in entries(record):
        for field, target in REFERENCES.get(group, {}).items():
            value = getattr(entry, field)
            for key in (value,) if isinstance(value, str) else value or ():
                if key not in known or (target and known[key] != target):
                    yield f"{where}.{field}: {key!r} is not an id of {target or 'this record'}"
