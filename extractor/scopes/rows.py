"""Rows of a list that tell a programme's stage and times by labels, without a verb.

«خوشه گز (متوقف) – شروع: تیر ۱۴۰۰، توقف: آذر ۱۴۰۱», «خوشه گز (۱۳۹۸ تا ۱۴۰۱)», and rows of a
table whose first line names the columns.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.cues import Hit, is_finite, read_sentence
from extractor.lexicon.models import StatusRow
from extractor.mentions import Mention
from extractor.scopes.dealing import Dealt
from extractor.scopes.phrases import is_number, pieces, word_set
from extractor.scopes.readings import Naming, Reading
from extractor.scopes.row_fields import Field, edge_of, find_fields
from extractor.scopes.subjects import is_governed
from schemas.vocabularies import ProgramStatus

_ITEMS = frozenset("•▪◾■●*✓✔–—-")
_LONGEST_HEAD = 150  # characters of a line that names the columns
_MOST_ROWS = 100
_MOST_TABLES = 50
_STUDIES = frozenset((ProgramStatus.FEASIBILITY_STUDY, ProgramStatus.DIAGNOSTIC_STUDY))
_AHEAD = frozenset((None, ProgramStatus.PLANNED, ProgramStatus.APPROVED))


@dataclass(frozen=True, slots=True)
class Columns(Mention):
    """A line that names columns; ``edges`` are those of its columns of dates, in order."""

    edges: tuple[str, ...]
    stop: int


def find_columns(text: str, sentences: Sequence[Mention]) -> list[Columns]:
    """The lines that name columns with a start and an end."""
    found: list[Columns] = []
    lines = list(pieces(text, sentences))
    for at, line in enumerate(lines):
        if line.end - line.start > _LONGEST_HEAD or not _has_label(text[line.start : line.end]):
            continue
        words = read_sentence(text, line.start, line.end).words
        edges = tuple(edge for edge in (edge_of(word.stem) for word in words) if edge)
        if set(edges) < {"start", "end"} or any(is_number(word.key) for word in words):
            continue
        rows = lines[at + 1 : at + 1 + _MOST_ROWS]
        stop = next((row.start for row in rows if _has_verb(text, row)), len(text))
        if not _has_verb(text, line):
            found.append(Columns(line.start, line.end, edges, stop))
    return found[:_MOST_TABLES]


def _has_label(line: str) -> bool:
    return all(any(w in line for w in word_set(f"edge.{edge}")) for edge in ("start", "end"))


def _has_verb(text: str, line: Mention) -> bool:
    return any(map(is_finite, read_sentence(text, line.start, line.end).verbs.values()))


def read_rows(
    reading: Reading,
    hits: Sequence[Hit[StatusRow]],
    columns: Iterable[Columns],
    default: ProgramStatus | None,
    published: date | None,
) -> list[Dealt]:
    """What labels tell of each cluster named in a sentence, or of the topic.

    ``default`` is the stage that a heading tells.
    """
    words = reading.sentence.words
    dated = next(reading.dates_between(0, len(words) - 1), None) is not None
    if not dated and not (reading.namings and _is_item(reading)):
        return []
    begin = words[0].start
    head = next((c for c in columns if c.end < begin < c.stop), None)
    found: list[Dealt] = []
    for naming, first, last in _regions(reading):
        fields = list(find_fields(reading, hits, first, last, naming))
        edges = [field for field in fields if (field.started, field.ended) != (None, None)]
        if head and naming.first <= naming.last:
            edges = list(_by_columns(reading, first, last, head)) or edges
        stage = next((field.stage for field in fields if field.stage), None)
        told = edges or [field for field in fields if field.stage]
        if not edges and not _is_item(reading):
            continue
        if told and (not edges or (stage or default) not in _STUDIES):
            found.append(_told(reading, naming, told, stage or default, published))
    return found


def _is_item(reading: Reading) -> bool:
    """Whether the sentence opens with the sign of an item of a list."""
    return reading.sentence.words[0].key in _ITEMS


def _told(
    reading: Reading,
    naming: Naming,
    fields: Sequence[Field],
    stage: ProgramStatus | None,
    published: date | None,
) -> Dealt:
    started = next((field.started for field in fields if field.started is not None), None)
    ended = next((field.ended for field in fields if field.ended is not None), None)
    reached = _reached(reading, stage, started, ended, published)
    return Dealt(fields[0].first, fields[-1].last, reached, naming.clusters, started, ended)


def _regions(reading: Reading) -> Iterator[tuple[Naming, int, int]]:
    """Each naming, or list of namings, with the words behind it up to the next."""
    named = [n for n in reading.namings if not n.ordinal]
    end = len(reading.sentence.words) - 1
    if not named:
        topic = reading.topic(0)
        if len(topic) == 1:
            yield Naming(0, -1, topic), 0, end
        return
    for at, naming in enumerate(named):
        last = named[at + 1].first - 1 if at + 1 < len(named) else end
        if naming.last < last and not is_governed(reading, naming):
            yield naming, naming.last + 1, last


def _by_columns(reading: Reading, first: int, last: int, head: Columns) -> Iterator[Field]:
    """The dates of a row, where there are as many as columns of dates."""
    dates = list(reading.dates_between(first, last))
    if len(dates) == len(head.edges):
        by_edge = dict(zip(head.edges, dates, strict=True))
        yield Field(first, last, None, by_edge.get("start"), by_edge.get("end"))


def _reached(
    reading: Reading,
    stage: ProgramStatus | None,
    started: int | None,
    ended: int | None,
    published: date | None,
) -> ProgramStatus:
    """The stage told; where none is, or one before the work, that by the dates."""
    if stage is not None and (stage not in _AHEAD or published is None):
        return stage
    values = reading.dates.values
    first = values[started].first if started is not None else None
    last = values[ended].last if ended is not None else None
    if published and last and last < published:
        return ProgramStatus.COMPLETED
    if published and first and first > published:
        return stage or ProgramStatus.PLANNED
    return ProgramStatus.IN_PROGRESS
