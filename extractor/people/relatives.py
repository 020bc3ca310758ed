"""Clauses that say who holds an office: «که سه سال عامل توسعه خوشه … بود»."""

from collections.abc import Collection, Sequence

_THAT, _OBJECT = "که", "را"
_FILLERS = frozenset(("نیز", "هم", "بر", "به"))
_COPULAS = frozenset(("است", "بود", "هست", "بوده"))
_LONGEST = 5  # words of «که سه سال پیش از این»


def opened_at(keys: Sequence[str], i: int) -> int | None:
    """Where «که» opens the clause in which an office begins at token ``i``."""
    for at in range(i - 1, max(-1, i - 1 - _LONGEST), -1):
        if keys[at] == _THAT:
            return at
        if not keys[at].isalnum():
            break
    return None


def is_held(keys: Sequence[str], i: int, end: int, charge: Collection[str]) -> bool:
    """Whether somebody has the office ``i:end``: «که … را بر عهده دارد», «که … است».

    ``charge`` are the words that say so of an object.
    """
    if opened_at(keys, i) is None:
        return False
    after = [key for key in keys[end : end + 5] if key not in _FILLERS]
    if after[:1] == [_OBJECT]:
        return any(key in charge for key in after[1:4])
    return after[:1] != [] and after[0] in _COPULAS
