"""The fields of a row: «شروع: مهر ۱۳۹۸», «(خاتمه‌یافته)», «مصوب اسفند ۱۴۰۲»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.cues import Hit, is_finite
from extractor.lexicon.models import StatusRow
from extractor.scopes.dealing import stage_between
from extractor.scopes.phrases import word_set
from extractor.scopes.readings import Naming, Reading
from schemas.vocabularies import ProgramStatus

_BORDERS = frozenset("،؛;|()–—-•*/.,")
_DASHES = frozenset("–—-")
_COLON, _TO, _AND = ":", "تا", "و"


@dataclass(frozen=True, slots=True)
class Field:
    """What the words ``first`` to ``last`` of a row tell."""

    first: int
    last: int
    stage: ProgramStatus | None = None
    started: int | None = None
    ended: int | None = None
    sure: bool = False  # told with a colon or in brackets right behind a name


def edge_of(stem: str) -> str | None:
    """Which end of a programme a word labels.

    >>> edge_of("آغاز"), edge_of("خاتمه"), edge_of("اجرا")
    ('start', 'end', None)
    """
    return next((edge for edge in ("start", "end") if stem in word_set(f"edge.{edge}")), None)


def find_fields(
    reading: Reading, hits: Sequence[Hit[StatusRow]], first: int, last: int, naming: Naming
) -> Iterator[Field]:
    """The fields that labels tell; beside a verb only those that can be nothing else."""
    verbs = any(first <= at and is_finite(verb) for at, verb in reading.sentence.verbs.items())
    found = []
    for begin, end in _cut(reading, first, last):
        field = _field(reading, hits, begin, end, naming)
        if field:
            found.append(field)
        elif naming.last < naming.first and not found and end - begin > 1:
            return  # a sentence that opens with something else is no row of labels
    pair = {field.started is not None for field in found} == {True, False}
    for field in found:
        if field.sure or not verbs or (pair and field.stage is None):
            yield field


def _cut(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Half-open stretches of words between borders, before labels and behind dates."""
    words = reading.sentence.words
    begin = first
    for at in range(first, last + 1):
        inside = reading.dates.covers(words[at].start)
        border = words[at].key in _BORDERS and not inside
        follows = at > begin and not inside and _opens(reading, at)
        if border and _joins(reading, at):
            continue
        if border or follows or _behind_date(reading, begin, at):
            if begin < at:
                yield begin, at
            begin = at + 1 if border or words[at].key == _AND else at
    if begin <= last:
        yield begin, last + 1


def _opens(reading: Reading, at: int) -> bool:
    """Whether a label begins here, and not in the middle of one."""
    words = reading.sentence.words
    prefix = word_set("edge.prefix")
    label = edge_of(words[at].stem) is not None or words[at].stem in prefix
    return label and words[at - 1].stem not in prefix


def _behind_date(reading: Reading, begin: int, at: int) -> bool:
    """Whether a date ends right before a word that is no part of the same range."""
    words = reading.sentence.words
    if at == begin or not reading.dates.covers(words[at - 1].start):
        return False
    same = reading.dates.covers(words[at].start) and reading.dates.covers(words[at].start - 1)
    return not same and words[at].key != _TO and not _joins(reading, at)


def _joins(reading: Reading, at: int) -> bool:
    """Whether a dash between two dates makes a range of them."""
    words = reading.sentence.words
    dash = words[at].key in _DASHES and 0 < at < len(words) - 1
    return dash and all(reading.dates.covers(words[i].start) for i in (at - 1, at + 1))


def _field(
    reading: Reading, hits: Sequence[Hit[StatusRow]], first: int, end: int, naming: Naming
) -> Field | None:
    words = reading.sentence.words
    first += words[first].key == _AND
    end -= words[end - 1].key == _AND
    if first >= end:
        return None
    dates = list(reading.dates_between(first, end - 1))
    bracket = words[first - 1].key == "(" and first - 1 <= naming.last + 2
    colon = any(words[at].key == _COLON for at in range(first + 1, end))
    sure = bracket or colon
    outside = [i for i in range(first, end) if not reading.dates.covers(words[i].start)]
    edges = {edge for i in outside if (edge := edge_of(words[i].stem))}
    plain = word_set("edge.prefix", "programme", "preposition") | {_COLON, _TO} | _DASHES
    labels = word_set("edge.start", "edge.end", "edge.term")
    others = [i for i in outside if words[i].key == _AND or plain.isdisjoint(words[i].forms)]
    if len(dates) == 1 and all(words[i].stem in labels for i in others):
        opening = next(i for i in range(first, end) if i not in outside)
        edges |= {edge for edge in (edge_of(words[opening].stem),) if edge and not edges}
        if edges == {"start"}:
            return Field(first, end - 1, None, dates[0], None, sure)
        return Field(first, end - 1, None, None, dates[0], sure) if edges == {"end"} else None
    term = bracket or any(words[i].stem in word_set("edge.term") for i in outside)
    if len(dates) == 2 and term and all(words[i].stem in labels for i in others):
        return Field(first, end - 1, None, dates[0], dates[1], sure)
    return _stage_field(reading, hits, (first, end), dates, sure)


def _stage_field(
    reading: Reading,
    hits: Sequence[Hit[StatusRow]],
    bounds: tuple[int, int],
    dates: Sequence[int],
    sure: bool,
) -> Field | None:
    """«خاتمه‌یافته در سال ۱۴۰۱», «وضعیت: در حال اجرا»."""
    words, (first, end) = reading.sentence.words, bounds
    stage = stage_between(reading, hits, first, end)
    if stage is None:
        return None
    rest = [i for i in range(first, end) if not stage[0] <= i <= stage[1]]
    known = word_set("edge.prefix", "edge.state", "preposition") | {_COLON}
    if any(
        known.isdisjoint(words[i].forms) and not reading.dates.covers(words[i].start) for i in rest
    ):
        return None
    started = ended = None
    if len(dates) == 1 and stage[2] is ProgramStatus.COMPLETED:
        ended = dates[0]
    elif len(dates) == 1 and stage[2] is ProgramStatus.IN_PROGRESS:
        until = reading.word_before(dates[0]) == _TO
        started, ended = (None, dates[0]) if until else (dates[0], None)
    return Field(first, end - 1, stage[2], started, ended, sure)
