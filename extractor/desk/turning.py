"""Signs that turn the direction of a text: left out of what is shown outside of its own text.

One that is not closed would turn all that follows it in a line, as the date behind a headline.
"""

import re
from typing import TypeVar

from markupsafe import Markup

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
Shown = TypeVar("Shown")


def straight(words: str) -> str:
    r"""The words without such signs.

    >>> straight("\u202eخبر\u2066")
    'خبر'
    """
    return _TURNING.sub("", words)


def straightened(value: Shown) -> Shown | str:
    """As ``straight`` what a template is about to show; markup is ours, and stays."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return straight(value)
    return value
