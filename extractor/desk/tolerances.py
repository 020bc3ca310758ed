"""How far off still counts as agreeing, in the reader's language; findings say it in English."""

import re
from functools import cache

from extractor.desk.messages import messages

_PARTS = "; "
_SECTION = "tolerance."
_SLOT = re.compile(r"\\{(\w+)\\}")  # {low}, as re.escape leaves it


def in_persian(tolerance: str) -> str:
    """A finding's tolerance in Persian; what is no sentence of ours stays as it is.

    >>> in_persian("none; the year is told otherwise")
    'هیچ؛ the year is told otherwise'
    """
    return "؛ ".join(map(_translated, tolerance.split(_PARTS)))


def is_known(tolerance: str) -> bool:
    """Whether all parts of a tolerance have their Persian."""
    return all(_translated(part) != part for part in tolerance.split(_PARTS))


def _translated(part: str) -> str:
    for pattern, persian in _sentences():
        found = pattern.fullmatch(part)
        if found:
            return persian.format(**found.groupdict())
    return part


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English sentence as a pattern, with its Persian."""
    return tuple(
        (re.compile(_SLOT.sub(r"(?P<\1>[-\\d.,]+)", re.escape(words["en"]))), words["fa"])
        for key, words in messages().items()
        if key.startswith(_SECTION)
    )
