"""Normalize Persian text as hazm does, with each edit tracked and numerals left whole.

>>> normalize("شهركهاي 25هكتاري").text == "شهرک\u200cهای ۲۵ هکتاری"
True
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from extractor.text.alignment import AlignedText, Edit
from extractor.text.characters import (
    DIGITS,
    JOINED,
    LETTERS,
    ZWNJ,
    character_tables,
)
from extractor.text.halfspaces import find_half_spaces

# A long run of ASCII is an address if one of these is in it; its digits stay ASCII.
_ASCII_RUN = re.compile(r"[!#-~]{4,}")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:ir|com|org|net|info|gov|ac)", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"\n]*)"')
_GAP = re.compile(r"[ \u200c]{2,}|\u200c")
# The half-spaces that change, in a text where none stands beside a blank or another one.
_STRAY = re.compile(rf"{ZWNJ}(?:(?![{LETTERS}])|(?<![{JOINED}]{ZWNJ}))")
_WIDE = ("  ", " " + ZWNJ, ZWNJ + " ", ZWNJ + ZWNJ)
# Up to so many characters are replaced one by one: faster than to look up each of the text.
_FEW = 30
_DIGITS = re.compile(f"[{DIGITS}]+")
# The ending of an ordinal stays with its digits: «۱۱۰مین», «۲م».
_ORDINAL_ENDING = re.compile(rf"(?:ا?مین|ا?م)(?![{LETTERS}{ZWNJ}])")
# Between two of these a joiner makes one emoji of them; elsewhere it is an invisible stray.
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0010ffff]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")


def normalize(raw: str) -> AlignedText:
    """Normalized text with the way back to the original, for any string whatever."""
    return _apply(find_half_spaces, clean(raw))


def warm_up() -> None:
    """Import hazm and build all tables now, some seconds' work, instead of at the first text."""
    normalize("حرفهای خوشههای صنعتی")


def clean(raw: str) -> AlignedText:
    """As ``normalize``, but with half-spaces where the text has them."""
    return _normalizer().clean(raw)


def normalize_name(text: str) -> str:
    """A name in normalized form: single spaces, no punctuation at the edges.

    >>> normalize_name(" «شركت  شهرك‌هاي صنعتي»،") == "شرکت شهرک\u200cهای صنعتی"
    True
    """
    return _EDGES.sub("", _SPACES.sub(" ", normalize(text).text))


@cache
def _normalizer() -> "_Normalizer":
    tables = character_tables()
    dropped = re.escape("".join(sorted(tables.dropped)))
    longer = re.escape("".join(tables.longer))
    composed = "|".join(tables.composed)
    seconds = "".join(letters[1] for letters in tables.composed)
    changed = "".join(chr(old) for old, new in tables.same.items() if old != new)
    return _Normalizer(
        tables.same,
        tables.longer | tables.composed,
        tables.dropped,
        changed=re.compile(f"[{re.escape(changed)}]"),
        resizing=re.compile(f"[ـ\r\u200d{dropped}{longer}{seconds}]"),
        resized=re.compile(f"{composed}|ـ+|[{dropped}\u200d]|[{longer}]|\r\n?"),
    )


@dataclass(frozen=True)
class _Normalizer:
    """The passes over a text; each makes what the next one relies on."""

    same: dict[int, int]
    replaced: dict[str, str]
    dropped: frozenset[str]
    changed: re.Pattern[str]  # a character that is replaced by another one
    resizing: re.Pattern[str]  # a text without such a character keeps its length
    resized: re.Pattern[str]

    def clean(self, raw: str) -> AlignedText:
        aligned = AlignedText(raw).with_text(self._translate(raw))
        for find_edits in (self._find_resized, _find_gaps, _find_glued_digits):
            aligned = _apply(find_edits, aligned)
        return aligned

    def _translate(self, raw: str) -> str:
        """Replace what keeps its length: letters, digits, spaces, quotation marks."""
        text = raw
        changing = set(self.changed.findall(raw))
        if len(changing) <= _FEW:
            for character in changing:
                text = text.replace(character, chr(self.same[ord(character)]))
        else:
            text = text.translate(self.same)
        if '"' in text:
            text = _QUOTED.sub(r"«\1»", text)
        for run in _ASCII_RUN.finditer(raw):
            if _ADDRESS.search(run.group()):
                text = text[: run.start()] + run.group() + text[run.end() :]
        return text

    def _find_resized(self, text: str) -> Iterator[Edit]:
        """Drop marks, compose letters typed as two characters, take ligatures apart."""
        if not self.resizing.search(text):
            return
        for match in self.resized.finditer(text):
            old, start, end = match.group(), match.start(), match.end()
            if old[0] == "ـ":
                new = "" if self._touches_word(text, start, end) else "-" * len(old)
            elif old == "\u200d":
                joins = _EMOJI.match(text, start - 1) if start else None
                new = old if joins and _EMOJI.match(text, end) else ""
            elif old[0] == "\r":
                new = "\n"
            else:
                new = self.replaced.get(old, "")
            if new != old:
                yield start, end, new

    def _touches_word(self, text: str, start: int, end: int) -> bool:
        beside = text[max(start - 1, 0) : start] + text[end : end + 1]
        return any(c in LETTERS or c in self.dropped for c in beside)


def _apply(find_edits: Callable[[str], Iterator[Edit]], aligned: AlignedText) -> AlignedText:
    return aligned.sub(find_edits(aligned.text))


def _find_gaps(text: str) -> Iterator[Edit]:
    """Make one of several spaces; drop half-spaces that separate nothing."""
    pattern = _GAP if any(wide in text for wide in _WIDE) else _STRAY
    for match in pattern.finditer(text):
        start, end = match.span()
        new = " " if " " in match.group() else _between(text, start, end)
        if match.group() != new:
            yield start, end, new


def _between(text: str, start: int, end: int) -> str:
    """What belongs where half-spaces stand: one, a space beside digits, or nothing."""
    if not start or end == len(text):
        return ""
    before, after = text[start - 1], text[end]
    if before in JOINED and after in LETTERS:
        return ZWNJ
    if before in LETTERS and after in DIGITS:
        return " "
    parted = before in DIGITS and after in LETTERS and not _ORDINAL_ENDING.match(text, end)
    return " " if parted else ""


def _find_glued_digits(text: str) -> Iterator[Edit]:
    """Part numbers and words that were written together: «۳۵۰میلیارد»."""
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in LETTERS:
            yield start, start, " "
        if end < len(text) and text[end] in LETTERS and not _ORDINAL_ENDING.match(text, end):
            yield end, end, " "
