"""Rows of parts beside their whole, and whether the text says that they are all there is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.registry import Evidence
from extractor.checks.rounding import is_bounded
from extractor.checks.wording import ends_with, says, starts_with
from schemas.figures import Figure
from schemas.vocabularies import Unit

_BESIDE = 30  # characters between a whole and the first of its parts
_APART = 60  # and between two parts of one row
_BEHIND = 24  # characters in which «باقی‌مانده» beside a part stands
_TAIL = re.compile(r"[^.؛:\n]{0,40}")
_JOINED = re.compile(r"(?: و|،) ?[^.؛:!؟\n]{0,20}$")
_OPENED = ("(", ":")
# Of these codes two figures may count quite different things.
_VAGUE = frozenset((Unit.OTHER, Unit.ITEM))


@dataclass(frozen=True, slots=True)
class PartRow:
    """A whole and its parts, by their index; ``claimed`` if they are said to be all."""

    whole: int
    parts: tuple[int, ...]
    claimed: bool


def part_rows(evidence: Evidence) -> Iterator[PartRow]:
    """Each whole at most once: rows that claim all of it before those merely linked to it."""
    figures = evidence.record.figures
    seen: set[int] = set()
    for row in [*_claimed(evidence), *_linked(evidence)]:
        # «از این ۲۴ نفر … فهرست ۲۴ نفره»: the whole once more is no part of itself.
        again = any(figures[i].value == figures[row.whole].value for i in row.parts)
        if row.whole not in seen and not again:
            seen.add(row.whole)
            yield row


def same_kind(first: Figure, second: Figure) -> bool:
    """Whether two figures count in one unit, and one noun where the unit says little."""
    if first.unit != second.unit or first.unit == Unit.PERCENT:
        return False
    return first.unit not in _VAGUE or first.unit_text == second.unit_text


def _claimed(evidence: Evidence) -> Iterator[PartRow]:
    for run in _runs(evidence):
        first, last = run[0], run[-1]
        if len(run) >= 3 and ends_with("total", evidence.gap(last - 1, last)):
            yield PartRow(last, tuple(run[:-1]), claimed=True)
        if len(run) < 2:
            continue
        whole = first - 1
        if whole < 0:
            continue
        rest = is_rest(evidence, last) and _counts(evidence, whole, first)
        if rest or _announces(evidence, whole, run):
            yield PartRow(whole, tuple(run), claimed=True)
    yield from _inside(evidence)


def _inside(evidence: Evidence) -> Iterator[PartRow]:
    """«۴۰ واحد شامل ۳۰ واحد خرد و …»: the whole heads a run of figures like itself."""
    for run in _runs(evidence):
        for at in range(len(run) - 2):
            parts = run[at + 1 :]
            if _announces(evidence, run[at], parts):
                yield PartRow(run[at], tuple(parts), claimed=True)
                break


def _announces(evidence: Evidence, whole: int, parts: list[int]) -> bool:
    """Whether the words before the first part say that all parts follow, and nothing else does."""
    if not _counts(evidence, whole, parts[0]):
        return False
    gap = evidence.gap(whole, parts[0])
    if len(gap) > _BESIDE or not (gap.rstrip().endswith(_OPENED) or says("all_parts", gap)):
        return False
    # «پنسیلوانیا (۲۰ کرسی)، میشیگان (۱۳ کرسی)»: brackets that each close again.
    if any(")" in evidence.gap(i - 1, i) for i in parts):
        return False
    # «شامل ۳۰ واحد خرد، ۱۰ واحد کوچک و چند کارگاه»: the row goes on with what has no number.
    tail = _TAIL.match(evidence.text, evidence.figures[parts[-1]].end)
    rest = tail.group() if tail else ""
    return " و " not in rest.split(")")[0]


def is_rest(evidence: Evidence, part: int) -> bool:
    """«و بقیه یعنی ۴۷ کارگاه», «۶۳۴ تن باقی‌مانده»: with this part all is told."""
    before = evidence.gap(part - 1, part)[-_BEHIND:] if part else ""
    if ends_with("restated", before):
        before = before.rsplit(maxsplit=1)[0]
    if ends_with("remainder", before) or starts_with("remainder", evidence.after(part, _BEHIND)):
        return True
    # «۷۸۴ واحد صنعتی باقی‌مانده»
    return says("remainder", evidence.record.figures[part].item or "")


def _counts(evidence: Evidence, whole: int, part: int) -> bool:
    figures = evidence.record.figures
    near = evidence.sentences[part] == evidence.sentences[whole]
    return near and is_bounded(figures[whole]) and same_kind(figures[whole], figures[part])


def _runs(evidence: Evidence) -> Iterator[list[int]]:
    """Figures of one kind one after another, joined by «و» or a comma, in one sentence."""
    figures = evidence.record.figures
    run: list[int] = []
    for i, figure in enumerate(figures):
        if run and not (_joined(evidence, i) and same_kind(figures[run[-1]], figure)):
            yield run
            run = []
        if is_bounded(figure):
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _joined(evidence: Evidence, i: int) -> bool:
    if evidence.sentences[i] != evidence.sentences[i - 1]:
        return False
    gap = evidence.gap(i - 1, i)
    return len(gap) <= _APART and bool(_JOINED.search(gap) or ends_with("total", gap))


def _linked(evidence: Evidence) -> Iterator[PartRow]:
    """Parts that point to one whole in its own unit."""
    figures = evidence.record.figures
    index = {f.id: i for i, f in enumerate(figures)}
    rows: dict[int, list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        whole = index.get(figure.part_of or "")
        if whole is not None and figures[whole].unit == figure.unit and is_bounded(figure):
            rows[whole].append(i)
    for whole, parts in rows.items():
        if len(parts) >= 2 and is_bounded(figures[whole]):
            # «هفت هزار نفر باقی مانده‌اند که … دو هزار نفر باقی می‌مانند»: two rests, at two times.
            rests = [part for part in parts if part > whole and is_rest(evidence, part)]
            claimed = rests == parts[-1:]
            yield PartRow(whole, tuple(parts), claimed)
