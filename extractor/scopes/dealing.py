"""Stages and dates dealt out to the members of a list of clusters.

«به ترتیب» gives each member its own by place; brackets give it to the member before them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.cues import STOPS, Hit
from extractor.lexicon.models import StatusRow
from extractor.scopes.phrases import word_set
from extractor.scopes.readings import Naming, Reading
from schemas.vocabularies import ProgramStatus

_ORDER = frozenset(("ترتیب", "بهترتیب", "بترتیب"))
_LONGEST_BRACKET = 12
_NEAR = 2  # words that may stand between a member and its bracket


@dataclass(frozen=True, slots=True)
class Dealt:
    """A stage of one member, said by the words ``first`` to ``last``."""

    first: int
    last: int
    status: ProgramStatus
    clusters: tuple[int, ...]
    started: int | None = None
    ended: int | None = None


def deal(reading: Reading, hits: Sequence[Hit[StatusRow]]) -> list[Dealt]:
    """What the sentence deals out to single members of a list."""
    found = list(_in_brackets(reading, hits))
    at = next((i for i, w in enumerate(reading.sentence.words) if w.key in _ORDER), None)
    if at is not None:
        found += _in_order(reading, hits, at)
    return found


def _in_order(reading: Reading, hits: Sequence[Hit[StatusRow]], at: int) -> Iterator[Dealt]:
    words = reading.sentence.words
    members = _members(reading, at)
    end = next((i for i in range(at, len(words)) if words[i].key in STOPS), len(words))
    stages = list(_stages(reading, hits, at + 1, end))
    if len(members) < 2:
        return
    if len(stages) == len(members):
        for stage, cluster in zip(stages, members, strict=True):
            yield Dealt(*stage, (cluster,))
        return
    dates = list(reading.dates_between(at, end - 1))
    told = [hit for hit in hits if at < hit.first < end and hit.row.edge in ("start", "end")]
    if len(dates) != len(members) or not told:
        return
    hit = told[0]
    for date, cluster in zip(dates, members, strict=True):
        edges = (date, None) if hit.row.edge == "start" else (None, date)
        yield Dealt(hit.first, hit.last, hit.row.value, (cluster,), *edges)


def _members(reading: Reading, at: int) -> tuple[int, ...]:
    """The clusters of the list before a word, else those spoken of together there."""
    named = [n for n in reading.namings if n.last < at and not n.ordinal]
    joined: list[Naming] = named[-1:]
    for before, after in pairwise(reversed(named)):
        between = reading.sentence.words[after.last + 1 : before.first]
        if any(word.key not in word_set("joiner") for word in between):
            break
        joined.insert(0, after)
    clusters = tuple(dict.fromkeys(i for naming in joined for i in naming.clusters))
    return clusters if len(clusters) > 1 else reading.topic(at)


def _stages(
    reading: Reading, hits: Sequence[Hit[StatusRow]], first: int, end: int
) -> Iterator[tuple[int, int, ProgramStatus]]:
    """Stages among these words, one for each part between commas and «و»."""
    words = reading.sentence.words
    begin = first
    for at in range(first, end + 1):
        if at < end and words[at].key not in ("،", "و"):
            continue
        stage = stage_between(reading, hits, begin, at)
        if stage:
            yield stage
        begin = at + 1


def stage_between(
    reading: Reading, hits: Sequence[Hit[StatusRow]], first: int, end: int
) -> tuple[int, int, ProgramStatus] | None:
    """The words ``first`` to ``end``, exclusive, that tell a stage, by a cue or a bare noun."""
    for hit in hits:
        if first <= hit.first and hit.last < end and not hit.row.negative:
            return hit.first, hit.last, hit.row.value
    for at in range(first, end):
        if reading.dates.covers(reading.sentence.words[at].start):
            continue  # «پایان مهر ۱۴۰۳»
        for status in ProgramStatus:
            if reading.sentence.words[at].stem in word_set("stage." + status.value):
                return at, at, status
    return None


def _in_brackets(reading: Reading, hits: Sequence[Hit[StatusRow]]) -> Iterator[Dealt]:
    words = reading.sentence.words
    found: list[Dealt] = []
    namings = {naming.last: naming for naming in reading.namings}
    for at, word in enumerate(words):
        if word.key != "(":
            continue
        near = range(at - 1, max(at - 2 - _NEAR, -1), -1)
        naming = next((namings[i] for i in near if i in namings), None)
        stop = min(at + _LONGEST_BRACKET, len(words))
        end = next((i for i in range(at, stop) if words[i].key == ")"), None)
        if naming is None or end is None or reading.named(at, end):
            continue
        between = words[naming.last + 1 : at]
        stage = stage_between(reading, hits, at + 1, end)
        if stage and not any(between_word.key in ("،", "و") for between_word in between):
            found.append(Dealt(*stage, naming.clusters))
    # One bracket behind a list may be said of all of it.
    return iter(found if len(found) > 1 or len(reading.namings) == 1 else ())
