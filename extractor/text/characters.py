"""What becomes of single characters: hazm's tables, and Unicode where hazm says nothing."""

import unicodedata
import warnings
from dataclasses import dataclass
from functools import cache

# The letters of normalized text. After the first group the next letter stands apart anyway, so
# a half-space behind it can't be seen: «کشور‌ها» and «کشورها» look the same.
UNJOINED = "ءآأؤإادذرزژو"
JOINED = "ئبتثجحخسشصضطظعغفقلمنهپچکگی"
LETTERS = UNJOINED + JOINED
ZWNJ = "\u200c"
DIGITS = "۰۱۲۳۴۵۶۷۸۹"

# Letters that hazm leaves in their Arabic form, and spellings of he with the ezafe's hamza.
_LETTERS = {"ة": "ه", "ۀ": "ه", "ۂ": "ه", "ٱ": "ا", "ٲ": "أ", "ٳ": "إ"}
# What shows as a half-space: zero-width space, the «¬» of old typesetting programs, and the
# half-space of cp1256 read as Latin-1.
_ZWNJ_LIKE = "\u200b\u00ac\u009d"
_NEWLINES = "\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = (0x00AD, 0x034F, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F))
_ISOLATES = (*range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF)
_PRESENTATION_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
_MARKS = (0x0605, *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE))
_COMPOSED = ("آ", "أ", "إ", "ؤ", "ئ")


@dataclass(frozen=True)
class CharacterTables:
    """How characters are replaced, by what that does to the length of the text."""

    same: dict[int, int]  # one character for one
    longer: dict[str, str]  # one character for several: «ﻻ»
    composed: dict[str, str]  # a letter and a mark for one character: «آ» typed as two
    dropped: frozenset[str]  # marks and what can't be seen


@cache
def character_tables() -> CharacterTables:
    """The tables, read from hazm, which costs some seconds at the first call."""
    with warnings.catch_warnings():
        # Libraries that hazm imports, and that are not used here, warn of their own future.
        warnings.simplefilter("ignore")
        from hazm import Normalizer

        hazm = Normalizer(correct_spacing=False, decrease_repeated_chars=False, seperate_mi=False)
    specials = hazm.specials_chars_patterns[0][0].strip("[]")
    invisible = "".join(map(chr, _INVISIBLE + _ISOLATES + _MARKS))
    dropped = frozenset(specials + invisible + "ـ") - {"۔"}
    same = dict(zip(hazm.translation_src, hazm.translation_dst, strict=True))
    same |= dict(zip(hazm.number_translation_src, hazm.number_translation_dst, strict=True))
    same |= _LETTERS | {"۔": "."} | _other_spaces_and_digits()
    longer = {old: new for olds, new in hazm.replacements for old in olds.strip("()").split("|")}
    for char in map(chr, _PRESENTATION_FORMS):
        plain = "".join(same.get(c, c) for c in unicodedata.normalize("NFKC", char))
        plain = "".join(c for c in plain if c not in dropped)
        if len(plain) == 1 and plain != char:
            same[char] = plain
        elif len(plain) > 1 and char not in dropped:
            longer.setdefault(char, plain)
    composed = {unicodedata.normalize("NFD", c): c for c in _COMPOSED}
    composed["ی\u0654"] = composed.pop("ي\u0654")  # the letters are Persian by then
    return CharacterTables(_table(same), longer, composed, dropped - same.keys() - longer.keys())


def _other_spaces_and_digits() -> dict[str, str]:
    spaces = {
        c: " " for c in map(chr, range(0x3001)) if unicodedata.category(c) == "Zs" or c in "\t\x1f"
    }
    digits = {chr(0xFF10 + n): digit for n, digit in enumerate(DIGITS)}
    half_spaces = dict.fromkeys(_ZWNJ_LIKE, ZWNJ)
    return spaces | dict.fromkeys(_NEWLINES, "\n") | digits | half_spaces


def _table(same: dict[str, str]) -> dict[int, int]:
    # str.translate raises and catches an exception for each character without an entry: the
    # common ones get themselves. A lone surrogate can't be encoded, so nothing later could take it.
    table = {code: code for code in (*range(0x0700), *range(0x2000, 0x2070))}
    table |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    table |= {ord(old): ord(new) for old, new in same.items()}
    return table
