"""Find calendar expressions and lengths of time in the shape of a text.

A pattern names the reader that turns its match into an expression. A number before a unit
or a scale is no year, and what a longer expression covers is never read alone.
"""

import re
from functools import lru_cache

from extractor.text.calendar_expressions import Expression
from extractor.text.calendar_readers import READERS
from extractor.text.calendar_words import Words, read_words

_NO_COUNT = r"(?![uz'])"
_YEAR = rf"(?:Y[yg]j?|[yg]{_NO_COUNT}j?|Y[eq]{_NO_COUNT}j?|Ydj|YPn|Yj[pfk]|Y[pfk]j?|[ht]Yj?|Z)"
_TAIL = rf"(?:{_YEAR}|[eq]{_NO_COUNT}|[pf]|k)"
_MONTH = "[MmGaH]"
_EDGE = "[PBO]"
_DAY = "[doq]'?"
_COUNT = "[dqe#]"
_UNIT = "[DKLYEC]"

_PATTERNS = (
    # «خیابان ۱۷ شهریور», «سال تحصیلی جاری», «چند روز گذشته»: not to be read at all
    ("hidden", rf"9{_DAY}[Mm]"),
    ("hidden", rf"9A?[Mm](?!L?{_TAIL})"),  # «به نقل از مهر», but «ایسنا از مهر ۱۴۰۱»
    ("hidden", r"[BoN]?Y2(?:[kpf]|[g#](?:[-&/]?[ye])?)?"),
    ("hidden", r"\+[DKLYE][pcfw]?|z[DKLYEC][pcfw]?|[yg]Y[pcfw]?|!D?W"),
    ("date", r"[TD]{0,2}(?:R,?)?[TD]{0,2}(?:W,?)?[TD]{0,2}J?Q"),
    (
        "date",
        rf"{_EDGE}?[TD]{{0,2}}(?:R,?)?[TDr]{{0,2}}(?:W(?:&W)?,?)?[TDr]{{0,2}}J?"
        rf"{_DAY}(?:[,&~-]{{1,2}}{_DAY}){{0,4}}L?{_MONTH}L?(?:,?{_TAIL})?",
    ),
    ("impossible", r"[TD]{0,2}(?:W,?)?J?eL?[Mm]L?,?Y?y"),
    ("month", rf"(?:{_EDGE}|N)?L?{_MONTH}L?{_TAIL}?"),
    ("months", rf"l[Mm](?:[,&~][Mm]){{1,4}}{_TAIL}?"),
    ("part_of_month", rf"(?:[NEK][oB]|[dq][DK][obB])L?[MmGa]L?{_TAIL}?"),
    ("relative_month", rf"{_EDGE}?(?:L[pfk]|tL)|BL(?![pfk2*ygeqdoMmGaH#])"),
    ("year", rf"(?:{_EDGE}|N|o)?{_YEAR}"),
    ("this_year", r"(?<![dqe#yg+])[BoN]Y(?![2*ygopfjP]|[deq#](?![uz'¤]))"),
    ("year_end", rf"(?<=Y[ye]~)e{_NO_COUNT}j?"),
    ("farm_year", f"Y2[ye][-/~]?[yeq]{_NO_COUNT}"),
    ("year", rf"{_EDGE}?Y2[yeq]{_NO_COUNT}"),
    ("year", rf"(?<=\$)[yge]{_NO_COUNT}j?"),
    ("years", rf"v[yge](?:[,&~-]{{1,2}}[yge]){{1,6}}{_NO_COUNT}j?"),
    ("years", rf"Y[yge](?:[,&-][yge]){{1,6}}{_NO_COUNT}j?"),
    ("season", rf"(?:{_EDGE}|N)?F?[Ss]{_TAIL}?"),
    ("part_of_year", rf"(?:[dq][LU]|N)(?:[obB]|p(?=Y|y|Z))?(?:I?{_YEAR}|Y(?![2*]))"),
    ("part_of_year", "dU[ob]"),
    ("part_of_year", rf"[FL]o(?:{_YEAR}|Y(?![2*]))"),
    ("decade", rf"{_EDGE}?E[d#eqyg]j?"),
    ("century", rf"{_EDGE}?C[od#]j?"),
    ("era", rf"{_EDGE}?(?:Vo|3(?:dU)?o5)"),
    ("observance", rf"{_EDGE}?_{_TAIL}?"),
    ("week", rf"{_EDGE}?(?:K[pfk]|tK)|BK(?![pfko])"),
    ("week", r"[DT]{0,2}W,?T?(?:K[pfk]|tK)|(?:K[pfk]|tK),?D?W"),
    ("weekday", r"[TD]{0,2}W[TD]?(?:[pf])?"),
    ("relative_day", r"T?RT?(?:D?W)?|[DT]p|Dk"),
    ("from_now", rf"O?(?:{_COUNT}[~-]|d(?=d))?{_COUNT}(?:&4)?(?:{_UNIT}(?:&4)?|U)[pcfw]"),
    ("repetition", rf"6|X(?:{_COUNT}?[DKLY])1?"),
    (
        "duration",
        rf"O?(?:{_COUNT}[~-]|d(?=d))?{_COUNT}(?:&4)?(?:{_UNIT}(?![yg])|U)(?:&(?:[4N](?!Y)|{_COUNT}[DL]))?",
    ),
    ("duration", "O?4[YC]"),
)
# Letters of no pattern part a text into islands; what is found in one depends on it alone.
_SYNTAX = frozenset(r".|()?=<>[]{}:\\")
_ISLAND = re.compile(
    "[" + re.escape("".join(sorted(set().union(*(p for _, p in _PATTERNS)) - _SYNTAX))) + "]+"
)
_REMEMBERED = 24  # letters: longer islands hardly come back
_COMPILED = tuple((READERS[name], re.compile(pattern)) for name, pattern in _PATTERNS)


def find_expressions(text: str) -> tuple[Words, list[Expression]]:
    """The words of a text and its expressions in order, none within another.

    Of two that overlap the leftmost is taken, then the longest.
    """
    words = read_words(text)
    found: list[Expression] = []
    reached = 0
    for island in _ISLAND.finditer(words.shape):
        first, letters = island.start(), island.group()
        find = _remembered_matches if len(letters) <= _REMEMBERED else _matches
        for start, end, order in find(letters):
            if first + start < reached:
                continue
            expression = _COMPILED[order][0](words, first + start, first - end - 1)
            if expression:
                reached = expression.last + 1
                if not expression.hidden:
                    found.append(expression)
    return words, found


def _matches(shape: str) -> list[tuple[int, int, int]]:
    """What each pattern matches, leftmost and longest first: start, negative end, pattern."""
    return sorted(
        (match.start(), -match.end(), order)
        for order, (_, pattern) in enumerate(_COMPILED)
        for match in pattern.finditer(shape)
    )


_remembered_matches = lru_cache(maxsize=1 << 13)(_matches)
