"""How a check is registered and run."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor import checks
from extractor.mentions import Date, Enumeration, Mention
from schemas.findings import Finding
from schemas.record import ArticleRecord
from schemas.spans import Span
from schemas.vocabularies import FindingCode, Severity

# What arithmetic or the calendar proves to be impossible.
_ERRORS = frozenset(
    (
        FindingCode.INVALID_DATE,
        FindingCode.WEEKDAY_MISMATCH,
        FindingCode.DATE_ORDER,
        FindingCode.PART_EXCEEDS_WHOLE,
        FindingCode.SHARE_SUM,
    )
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check may look at: the record, and what was found that the record does not hold.

    ``dates`` run parallel to ``record.dates``, ``figures`` and ``sentences`` (the number of the
    sentence) to ``record.figures``; they count in ``text``, which is normalized, so that checks
    read one spelling. ``span`` gives the original characters.
    """

    record: ArticleRecord
    text: str
    dates: Sequence[Date]
    figures: Sequence[Mention]
    enumerations: Sequence[Enumeration]
    sentences: Sequence[int]
    span: Callable[[Mention], Span]

    def gap(self, first: int, second: int) -> str:
        """The words between two figures, by their index."""
        return self.text[self.figures[first].end : self.figures[second].start]

    def before(self, index: int, reach: int) -> str:
        """The characters before a figure."""
        start = self.figures[index].start
        return self.text[max(0, start - reach) : start]

    def after(self, index: int, reach: int) -> str:
        """The characters behind a figure."""
        end = self.figures[index].end
        return self.text[end : end + reach]


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding that has no id yet."""

    code: FindingCode
    message_fa: str
    message_en: str
    calculation: str
    refs: tuple[str, ...] = ()
    tolerance: str | None = None
    spans: tuple[Span, ...] = ()
    severity: Severity | None = None  # where it is not that of its code


Check = Callable[[Evidence], Iterable[Draft]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Register a check; checks run in the order of their names."""
    CHECKS.append(function)
    CHECKS.sort(key=lambda f: f.__name__)
    return function


def import_checks() -> None:
    """Import every file of ``extractor.checks``, which registers its checks."""
    for module in pkgutil.iter_modules(checks.__path__):
        importlib.import_module(f"{checks.__name__}.{module.name}")


def run_checks(evidence: Evidence) -> tuple[Finding, ...]:
    """All findings of a record, numbered in the order of the checks."""
    drafts = [draft for run in CHECKS for draft in run(evidence)]
    return tuple(
        Finding(
            id=f"x{i}",
            code=draft.code,
            severity=draft.severity or severity(draft.code),
            message_fa=draft.message_fa,
            message_en=draft.message_en,
            calculation=draft.calculation,
            tolerance=draft.tolerance,
            refs=draft.refs,
            spans=draft.spans,
        )
        for i, draft in enumerate(drafts, 1)
    )


def severity(code: FindingCode) -> Severity:
    """How grave a finding of this code is.

    >>> severity(FindingCode.INVALID_DATE).value, severity(FindingCode.LIST_COUNT_OK).value
    ('error', 'info')
    """
    if code in _ERRORS:
        return Severity.ERROR
    if code.endswith(".ok") or code is FindingCode.UNRESOLVED_DATE:
        return Severity.INFO
    return Severity.WARNING
