"""Cut a text into sentences.

>>> text = "رشد ۱.۸ درصد بود. «چه شد؟ هیچ» را م.ر. پرسید"
>>> [text[start:end] for start, end in find_sentences(text)]
['رشد ۱.۸ درصد بود.', '«چه شد؟ هیچ» را م.ر. پرسید']
"""

import re

# A quotation longer than this is taken for one that was never closed.
_LONGEST_QUOTATION = 1500
_MARK = re.compile(r"[.!?؟…]+[»\"”)\]]*|\n|«")
_DIGIT_AFTER = re.compile(r"[ \n]{0,2}[0-9۰-۹]")
# A whole part of a decimal has at most three digits; «سال ۱۴۰۲. ۵ نفر» is no decimal.
_WHOLE_PART = re.compile(r"(?<![0-9۰-۹])[0-9۰-۹]{1,3}$")
_LIST_NUMBER = re.compile(r"(?:^|\n) {0,4}[0-9۰-۹]{1,2}$")
_INITIAL_BEFORE = re.compile(r"(?:^|[\s.(«])[^\W\d_]$")
_WORD_BEFORE = re.compile(r"[آ-ی\u200c]{3}$")
_WORD_AFTER = re.compile(r"[آ-ی]{2}")
# Neither the object marker nor «که» can open a sentence: «هیچ.» را پرسید.
_CANNOT_OPEN = re.compile(r" ?(?:را|که)(?!\w)")


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences, without the blanks around them.

    A full stop ends none between digits, even if a line break follows it («۱.⏎۸ میلیون»: some
    archives are cut so), nor after an initial, nor inside «» unless the line ends there.
    """
    found: list[tuple[int, int]] = []
    start = 0
    closing = -1  # up to here the text is inside a quotation
    for mark in _MARK.finditer(text):
        if mark.group() == "«":
            if mark.start() > closing:
                closing = _quotation_end(text, mark.start())
        elif _ends(text, mark, closing):
            _append(found, text, start, mark.end())
            start = mark.end()
    _append(found, text, start, len(text))
    return found


def _quotation_end(text: str, start: int) -> int:
    end = text.find("»", start, start + _LONGEST_QUOTATION)
    newline = text.find("\n", start, start + _LONGEST_QUOTATION)
    return end if newline < 0 or end < newline else -1


def _ends(text: str, mark: re.Match[str], closing: int) -> bool:
    sign, start, end = mark.group(), mark.start(), mark.end()
    before = text[max(start - 6, 0) : start]
    if sign == "\n":
        # Not after the stop of a decimal that was cut there.
        after_stop = before.endswith(".") and _WHOLE_PART.search(before[:-1])
        return not (after_stop and _DIGIT_AFTER.match(text, end))
    if start < closing:
        return end > closing and sign[0] == "." and not _CANNOT_OPEN.match(text, end)
    if sign != ".":
        return True
    if _WHOLE_PART.search(before) and (
        _DIGIT_AFTER.match(text, end) or _LIST_NUMBER.search(before)
    ):
        return False
    if end < len(text) and not text[end].isspace():
        # Inside an address, a date, an abbreviation; or the blank was forgotten: «رفت.سپس».
        return bool(_WORD_BEFORE.search(before) and _WORD_AFTER.match(text, end))
    return not _INITIAL_BEFORE.search(before)


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if start < end:
        found.append((start, end))
