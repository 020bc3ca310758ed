"""Runs of digits with separators inside: what number they write, if any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from schemas.numerals import LATIN

DIGIT = "0-9۰-۹٠-٩"
_SEPARATORS = "./٫٬,،:\\-–'’"
# Separators are no digits, so the pattern can match a run in one way only.
RUN = rf"[{DIGIT}]++(?:[{_SEPARATORS}][{DIGIT}]++)*+"
_SPLIT = re.compile(rf"([{_SEPARATORS}])")
_THOUSANDS = frozenset("٬,،'’")
_DECIMAL = frozenset("./٫")
_DASHES = frozenset("-–")
_LONGEST = 18  # digits; a longer run is a code


class Digits(NamedTuple):
    """A number in digits; ``value`` is None for a date, a clock time, a telephone number."""

    start: int
    end: int
    value: Decimal | None
    integer: bool = True
    decimal: Decimal | None = None  # «۱.۲۰۰»: what it is where thousands do not fit


def read_run(run: str, start: int = 0) -> list[Digits]:
    """The numbers that a run of digits and separators writes.

    >>> [str(d.value) for d in read_run("۱٬۲۵۰٬۰۰۰") + read_run("۲/۵") + read_run("۵،۸")]
    ['1250000', '2.5', '5', '8']
    >>> [d.value for d in read_run("1402/05/12") + read_run("14:30") + read_run("035-37274466")]
    [None, None, None]
    """
    if len(run) == 1 or not _SPLIT.search(run):
        return [Digits(start, start + len(run), _integer(run.translate(LATIN)))]
    parts = _SPLIT.split(run.translate(LATIN))
    groups, separators = parts[::2], parts[1::2]
    if _DASHES.intersection(separators):
        return list(_dashed(run, start))
    return list(_undashed(run, start, groups, separators))


def _integer(text: str) -> Decimal | None:
    if len(text) > _LONGEST or (text[0] == "0" and len(text) > 1):
        return None
    return Decimal(text)


def _dashed(run: str, start: int) -> Iterator[Digits]:
    """Two numbers around a dash, as in «۱۵-۲۰»; anything else is no number."""
    dashes = [i for i, c in enumerate(run) if c in _DASHES]
    if len(dashes) == 1:
        left = read_run(run[: dashes[0]], start)
        right = read_run(run[dashes[0] + 1 :], start + dashes[0] + 1)
        if (
            len(left) == len(right) == 1
            and left[0].value is not None
            and right[0].value is not None
        ):
            yield from (left[0], right[0])
            return
    yield Digits(start, start + len(run), None)


def _undashed(run: str, start: int, groups: list[str], separators: list[str]) -> Iterator[Digits]:
    found = _compound(groups, separators)
    if found is None and "،" in separators:
        # The Persian comma stands between the members of a list as well.
        position = start
        for piece in run.split("،"):
            yield from read_run(piece, position)
            position += len(piece) + 1
        return
    end = start + len(run)
    yield found.at(start, end) if found else Digits(start, end, None)


@dataclass(frozen=True, slots=True)
class _Read:
    value: Decimal
    integer: bool = True
    decimal: Decimal | None = None

    def at(self, start: int, end: int) -> Digits:
        return Digits(start, end, self.value, self.integer, self.decimal)


def _compound(groups: list[str], separators: list[str]) -> _Read | None:
    """The value of groups of digits, none of them around a dash or colon."""
    if sum(map(len, groups)) > _LONGEST or ":" in separators:
        return None
    head, last = groups[0], groups[-1]
    threes = all(len(g) == 3 for g in groups[1:]) and len(head) <= 3 and head[0] != "0"
    if threes and all(s in _THOUSANDS for s in separators):
        return _Read(Decimal("".join(groups)))
    if threes and len(groups) > 2 and len(set(separators)) == 1:
        return _Read(Decimal("".join(groups)))  # «۱.۲۵۰.۰۰۰»
    if separators[-1] in _DECIMAL and _thousands(groups[:-1], separators[:-1]):
        return _decimal(groups, separators, threes)
    if separators == [","] and len(last) <= 2 and len(head) <= 3:
        return _Read(Decimal(f"{head}.{last}"), integer=False)
    return None


def _decimal(groups: list[str], separators: list[str], threes: bool) -> _Read | None:
    head, last = "".join(groups[:-1]), groups[-1]
    if separators[-1] == "/" and (len(head) == 4 or (head[0] == "0" and len(head) > 1)):
        return None  # «۱۴۰۲/۵», «۰۵/۱۲»: parts of a date
    value = Decimal(f"{head}.{last}")
    if threes and len(groups) == 2 and separators[-1] != "/":
        return _Read(Decimal(head + last), decimal=value)
    return _Read(value, integer=False)


def _thousands(groups: list[str], separators: list[str]) -> bool:
    fits = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3
    return len(groups) == 1 or (fits and all(s in _THOUSANDS for s in separators))
