"""Why values are what they are: noted where they are decided, while somebody collects.

The rules that decide call ``note``, which does nothing unless a collector is on:

>>> with collected() as reasons:
...     note("figures", 7, "modality", "figures.modality.cue", (0, 6), row="target")
>>> reasons.find("figures", 7, "modality")
Reason(rule='figures.modality.cue', words=((0, 6),), row='target')
>>> note("figures", 7, "modality", "figures.modality.default")

Offsets count in the normalized text, as those of all mentions. ``docs/explain.md`` lists the rules.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Protocol, cast


class Stretch(Protocol):
    """Anything with half-open offsets: a mention, a word, a hit of a phrase."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """Code point after the last one."""


Words = Stretch | tuple[int, int] | None
Subject = Stretch | int  # a mention, or where it starts
_Key = tuple[str, int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that decided, the words that triggered it, and the lexicon's row if one did."""

    rule: str
    words: tuple[tuple[int, int], ...]
    row: str | None = None


class Reasons:
    """The reasons of one article; of several for one value the last one holds."""

    def __init__(self) -> None:
        self._noted: dict[_Key, Reason] = {}

    def add(self, group: str, subject: Subject, field: str, reason: Reason) -> None:
        """Keep the reason for a field of what starts where the subject does."""
        self._noted[_key(group, subject, field)] = reason

    def find(self, group: str, subject: Subject, field: str) -> Reason | None:
        """The reason for a field, None if none was noted."""
        return self._noted.get(_key(group, subject, field))


def _key(group: str, subject: Subject, field: str) -> _Key:
    if isinstance(subject, int):
        return group, subject, (), field
    # One cue may say something of several clusters, and of each something else.
    return group, subject.start, getattr(subject, "clusters", ()), field


_collector: ContextVar[Reasons | None] = ContextVar("khooshechin_reasons", default=None)


@contextmanager
def collected() -> Iterator[Reasons]:
    """Collect the reasons of what is read within."""
    reasons = Reasons()
    token = _collector.set(reasons)
    try:
        yield reasons
    finally:
        _collector.reset(token)


def collecting() -> bool:
    """Whether anybody wants reasons: asked before words are looked up only to be noted."""
    return _collector.get() is not None


def note(
    group: str, subject: Subject, field: str, rule: str, *words: Words, row: str | None = None
) -> None:
    """Note what decided a field. The row is that of the first of the words which has one."""
    reasons = _collector.get()
    if reasons is None:
        return
    told = tuple(_offsets(word) for word in words if word is not None)
    if row is None:
        rows = (getattr(word, "row", None) for word in words)  # a hit knows its row
        row = next((found.id for found in rows if found is not None), None)
    reasons.add(group, subject, field, Reason(rule, told, row))


def _offsets(words: Stretch | tuple[int, int]) -> tuple[int, int]:
    if type(words) is tuple:
        return words
    stretch = cast(Stretch, words)  # maybe a tuple with names
    return stretch.start, stretch.end


def inherit(
    group: str,
    subject: Subject,
    field: str,
    rule: str,
    source: tuple[str, Subject, str],
    *words: Words,
    row: str | None = None,
) -> None:
    """Note that a field was taken over: its words are those that decided the source's.

    ``source`` is group, subject and field. Words given here come first.
    """
    reasons = _collector.get()
    if reasons is None:
        return
    other = reasons.find(*source)
    note(group, subject, field, rule, *words, row=row)
    own = reasons.find(group, subject, field)
    if own and other:
        told = tuple(dict.fromkeys(own.words + other.words))
        reasons.add(group, subject, field, replace(own, words=told))
