"""Headings of a report that tell the stage of the clusters named under them.

«۲. خوشه‌های در حال اجرا: خوشه گز از تیر ۱۴۰۱ و خوشه فرش», or a line of its own before a row
of items.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.cues import CueMatcher, Hit, Sentence, is_finite, read_sentence
from extractor.lexicon.models import StatusRow
from extractor.mentions import Mention, StatusCue
from extractor.reasons import note
from extractor.scopes.phrases import is_number, pieces, word_set
from extractor.scopes.readings import Reading
from schemas.vocabularies import ProgramStatus

_LONGEST = 70  # characters up to the colon of a heading
_ITEM = re.compile(r"(?:[-–—•▪◾■●*✓✔]|[0-9۰-۹]{1,2} ?[.)\-–/ـ]|[آ-ی] ?[).\-])[ \u200c]*")
_STATES = ("یافته", "شده", "گرفته", "پذیرفته", "مانده", "رسیده")
_STARTED = frozenset((ProgramStatus.APPROVED, ProgramStatus.IN_PROGRESS))
_FROM, _TO = "از", "تا"


@dataclass(frozen=True, slots=True)
class Heading(Mention):
    """A label that tells a stage; it governs the text from ``end`` to ``stop``."""

    status: ProgramStatus
    stop: int


def opens_item(text: str, start: int, end: int) -> bool:
    """Whether an item of a list begins here whose label ends in a colon: «۴. آموزش: …»."""
    if not _ITEM.match(text, start, end):
        return False
    colon = text.find(":", start, min(end, start + _LONGEST))
    if colon < 0:
        return False
    return not any(is_finite(verb) for verb in read_sentence(text, start, colon).verbs.values())


def find_headings(
    text: str, sentences: Sequence[Mention], cues: CueMatcher[StatusRow]
) -> list[Heading]:
    """The headings of a text, in text order."""
    found: list[Heading] = []
    for bounds in pieces(text, sentences):
        colon = text.find(":", bounds.start, min(bounds.end, bounds.start + _LONGEST))
        if colon < 0:
            continue
        item = _ITEM.match(text, bounds.start, colon)
        start = item.end() if item else bounds.start
        status = _status(read_sentence(text, start, colon), cues) if start < colon else None
        if status:
            found.append(Heading(start, colon + 1, status, _governed(text, colon + 1)))
    return found


def _status(label: Sentence, cues: CueMatcher[StatusRow]) -> ProgramStatus | None:
    """The stage that a label tells, if it tells nothing else."""
    if not _is_of_clusters(label):
        return None
    told: ProgramStatus | None = None
    covered: set[int] = set()
    for hit in cues.find(label):
        if not hit.row.negative:
            told = told or hit.row.value
            covered.update(range(hit.first, hit.last + 1))
    if any(is_finite(verb) for verb in label.verbs.values()):
        return None
    for at, word in enumerate(label.words):
        alone = next((s for s in ProgramStatus if word.stem in word_set("stage." + s.value)), None)
        told = told or alone
        known = alone or word_set("programme", "pronoun").intersection(word.forms)
        if not (at in covered or known or word.stem in word_set("heading") or is_number(word.key)):
            return None
    return told


def _is_of_clusters(label: Sentence) -> bool:
    """«خوشه‌های مصوب», «در دست مطالعه», «خاتمه‌یافته», but neither «مصوبه یک» nor «اجرا»."""
    stems = [word.stem for word in label.words]
    return "خوشه" in stems or stems[:1] == ["در"] or any(stem.endswith(_STATES) for stem in stems)


def _governed(text: str, start: int) -> int:
    """Where a heading's line ends, or the row of items behind a heading with a line of its own."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if text[start:end].strip():
        return end
    while end < len(text):
        following = text.find("\n", end + 1)
        following = len(text) if following < 0 else following
        line = text[end + 1 : following]
        if line.strip() and not _ITEM.match(line.lstrip()):
            return end
        end = following
    return end


def under(reading: Reading, headings: Sequence[Heading]) -> Heading | None:
    """The heading that governs a sentence, or stands in it."""
    start, end = reading.sentence.words[0].start, reading.sentence.words[-1].end
    within = [h for h in headings if h.start < end and start < h.stop]
    return within[-1] if within else None


def told_by(
    reading: Reading, heading: Heading, labelled: Collection[int] = ()
) -> Iterator[StatusCue]:
    """The heading's stage for each cluster named under it, with the dates beside the name.

    The dates of those ``labelled`` are told by labels of their own.
    """
    words = reading.sentence.words
    named = [n for n in reading.namings if words[n.first].start >= heading.end and not n.ordinal]
    named = [n for n in named if words[n.first].start < heading.stop]
    ends = [n.first - 1 for n in named[1:]] + [len(words) - 1]
    for naming, last in zip(named, ends, strict=False):  # where none is named, one end is left
        started = ended = None
        if not set(naming.clusters) <= set(labelled):
            started, ended = _dates(reading, naming.last + 1, last, heading.status)
        span = heading.start, heading.end - 1
        cue = StatusCue(*span, heading.status, naming.clusters, started, ended)
        note("statuses", cue, "status", "statuses.headed", cue)
        note("statuses", cue, "clusters", "statuses.cluster.headed", cue)
        yield cue


def outside(
    reading: Reading, hits: Iterable[Hit[StatusRow]], heading: Heading
) -> Iterator[Hit[StatusRow]]:
    """The cues that are no part of the heading itself."""
    words = reading.sentence.words
    for hit in hits:
        if not heading.start <= words[hit.first].start < heading.end:
            yield hit


def _dates(
    reading: Reading, first: int, last: int, status: ProgramStatus
) -> tuple[int | None, int | None]:
    """Start and end of the programme, told without a verb: «از تیر ۱۴۰۱ تا تیر ۱۴۰۴»."""
    verbs = (at for at, verb in reading.sentence.verbs.items() if first <= at and is_finite(verb))
    last = min(last, min(verbs, default=last))
    started = ended = None
    if first > last or status not in (*_STARTED, ProgramStatus.COMPLETED):
        return None, None
    for index in reading.dates_between(first, last):
        before = reading.word_before(index)
        if before == _TO or (status is ProgramStatus.COMPLETED and before != _FROM):
            ended = ended if ended is not None else index
        elif started is None:
            started = index
    return started, ended if status is not ProgramStatus.APPROVED else None
