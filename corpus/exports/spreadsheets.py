"""What a spreadsheet can hold in a cell, and what it would run as a formula."""

import re

CELL = 32_767  # UTF-16 units, the most that Excel keeps; beyond it spills into other cells
# What XML 1.0 and so the workbook can't hold, the halves of surrogate pairs left aside.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠\t\r\n]")


def cell_text(text: str) -> str:
    """The text without control characters (``U+FFFD`` instead), cut to what a cell holds."""
    text = _CONTROLS.sub("\ufffd", text)
    if len(text) * 2 > CELL and len(text.encode("utf-16-le")) // 2 > CELL:
        text = text.encode("utf-16-le")[: CELL * 2].decode("utf-16-le", "ignore")
    return text


def guard(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could run it.

    >>> guard("=1+1"), guard("فرش")
    ("'=1+1", 'فرش')
    """
    return f"'{text}"[:CELL] if _FORMULA.match(text) else text
