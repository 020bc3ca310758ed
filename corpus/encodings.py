"""Decode the bytes of an article: never guess where UTF-8 fits, never drop a byte."""

import codecs
import re
from dataclasses import dataclass

from schemas.errors import ArticleError

# The longer mark first: that of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings of older Persian archives; a guess among all that exist is often wrong.
LEGACY = ("cp1256", "iso8859_6")
# Latin-1 and its kin are often declared by default and decode anything, never to Persian.
_DECLARED = {"utf-8", "cp1256", "iso8859-6", "mac-arabic", "mac-farsi", "cp720"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What a wrong guess shows besides: control characters of the second row, Latin letters with signs.
_SECOND_CONTROL = re.compile(r"[\x80-\x9f]")
_WRITTEN = re.compile("[\u0600-\u06ff\u200c-\u200f\u2010-\u203a\xa0\xab\xad\xbb]")
# The letters of seven in ten in Persian, as legacy encodings have them: with Arabic yeh and kaf.
_FREQUENT = re.compile("[اينردهموتبسشكلى]")
_PERSIAN_SHARE = 0.9  # of what is not ASCII
_HIGH = bytes(range(0x80, 0x100))
_ARABIC_BLOCK = 0x06  # high byte of the UTF-16 code units of Persian letters


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and how that was found."""

    text: str
    encoding: str
    how: str  # "mark", "declared", "strict" or "guess"


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Byte order mark, else what is declared, else strict UTF-8, else UTF-16 or a legacy encoding.

    What is declared holds if it can write Persian and the bytes decode; a legacy encoding is not
    believed of bytes that are UTF-8, since real text of such an encoding never is by chance.
    Raises ArticleError if none of them fits. The mark itself is no part of the text.

    >>> decode("خوشه فرش قم".encode("cp1256"))
    Decoded(text='خوشه فرش قم', encoding='cp1256', how='guess')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding), encoding, "mark")
    if wide := unmarked_utf16(data):
        return Decoded(_strict(data, wide), wide, "guess")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "declared" if declared else "strict")
    except UnicodeDecodeError as error:
        if found := _declared(data, declared):
            return found
        if _mostly_utf8(data):
            raise ArticleError(
                f"damaged UTF-8: byte 0x{data[error.start]:02x} at {error.start}; "
                "mend the file or fetch it again"
            ) from error
    return _guess(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"not valid {encoding} at byte {error.start}: {error.reason}") from error


def declared_encoding(name: str | None) -> str | None:
    """The codec of a declared charset, if it is one that can hold Persian.

    >>> declared_encoding("Windows-1256"), declared_encoding("iso-8859-1")
    ('cp1256', None)
    """
    try:
        found = codecs.lookup((name or "").strip().strip("'\"")).name
    # A name with NUL or a lone surrogate is none.
    except (LookupError, ValueError):
        return None
    return found if found in _DECLARED else None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    encoding = declared_encoding(declared)
    if encoding is None or encoding == "utf-8":
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else Decoded(text, encoding, "declared")


def unmarked_utf16(data: bytes) -> str | None:
    """Persian in UTF-16 has 0x06 as every other byte, and UTF-8 text never has it."""
    if len(data) % 2 or not data:
        return None
    even, odd = data[0::2], data[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        arabic = high.count(_ARABIC_BLOCK)
        # Markup around the text: its high bytes are zero, its low bytes are not.
        latin = high.count(0) if low.count(0) * 10 < len(low) else 0
        if arabic * 2 > len(high) or (arabic + latin) * 10 > len(high) * 9:
            return encoding
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether nine in ten of the non-ASCII bytes stand in valid UTF-8 sequences."""
    high = len(data) - len(data.translate(None, _HIGH))
    valid = data.decode("utf-8", "ignore").encode()
    return 10 * (len(valid) - len(valid.translate(None, _HIGH))) >= 9 * high


def _guess(data: bytes) -> Decoded:
    """The legacy encoding in which nearly all looks like Persian; of two the one more like it."""
    fitting = [found for encoding in LEGACY if (found := _likeness(data, encoding))]
    if not fitting:
        raise ArticleError(
            f"neither UTF-8 nor UTF-16 nor {' nor '.join(LEGACY)}; is it a text file?"
        )
    _, text, encoding = max(fitting, key=lambda found: found[0])
    return Decoded(text, encoding, "guess")


def _likeness(data: bytes, encoding: str) -> tuple[tuple[float, float], str, str] | None:
    """The shares of Persian and of frequent letters, text, encoding; None for what is no Persian.

    No library of detection serves: they take the half-space of cp1256 for a control character.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text) or _SECOND_CONTROL.search(text):
        return None
    foreign = sum(not char.isascii() for char in text)
    written = len(_WRITTEN.findall(text)) / foreign
    frequent = len(_FREQUENT.findall(text)) / foreign
    return ((written, frequent), text, encoding) if written >= _PERSIAN_SHARE else None
