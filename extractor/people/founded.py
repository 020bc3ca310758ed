"""Bodies that a programme has brought about: the news is of them, not theirs."""

from collections.abc import Collection, Sequence
from itertools import takewhile

_KINDS = frozenset(("شرکت", "تعاونی", "کنسرسیوم", "صندوق"))
_REACH = 8  # words from a body to «تأسیس شد»


def is_founded(keys: Sequence[str], first: int, end: int, founding: Collection[str]) -> bool:
    """Whether the body ``first:end`` is told of as newly made, by words of ``founding``.

    >>> is_founded(["ثبت", "شرکت", "لاله"], 1, 3, {"ثبت"})
    True
    >>> is_founded(["مدیر", "شرکت", "لاله", "گفت"], 1, 3, {"ثبت"})
    False
    """
    if keys[first] not in _KINDS:
        return False
    after = takewhile("\n".__ne__, keys[end : end + _REACH])
    return keys[first - 1] in founding or any(key in founding for key in after)
