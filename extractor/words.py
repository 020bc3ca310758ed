"""Words of a text as cues see them: one spelling for compounds, one stem for plurals."""

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.text.characters import ZWNJ

_MARKS = "\u064b-\u065f\u0670"  # vowel signs and the hamza above
_LETTERS = rf"[^\W_\u0640]|[{_MARKS}]|\u0640"
# A compound is one word; each sign of punctuation is a word of its own.
_WORD = re.compile(rf"(?:{_LETTERS})++(?:\u200c+(?:{_LETTERS})++)*+|[^\w\s\u200c]")
_DROPPED = re.compile(rf"[{_MARKS}\u0640]")
_PREFIXES = frozenset(("می", "نمی"))
# «اجراست», «پرونده‌اش», «فعالیتشان», «اجراء»: the copula, the pronouns, a mute hamza.
_GLUED = ("ست", "شان", "اش", "ش", "ء")
_SUFFIXES = ("هایی", "های", "ها")


class Word(NamedTuple):
    """A word or a sign: half-open offsets; ``key`` is its spelling without marks and ZWNJ."""

    start: int
    end: int
    key: str
    stem: str
    forms: tuple[str, ...] = ()  # key, stem, and the key without what is glued to it


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``; a verb's «می» apart is joined to it.

    >>> [word.key for word in split_words("راه‌اندازی می شود.")]
    ['راهاندازی', 'میشود', '.']
    >>> [word.stem for word in split_words("نمایشگاه‌های اجرای خوشه‌ای")]
    ['نمایشگاه', 'اجرا', 'خوشه']
    """
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        spelled = _DROPPED.sub("", match.group()).replace("ۀ", "ه")
        key = flat(spelled)
        if found and found[-1].key in _PREFIXES:
            begin = found.pop()
            found.append(_word(begin.start, match.end(), begin.key + key, key))
        elif found and key in _SUFFIXES:
            begin = found.pop()
            found.append(_word(begin.start, match.end(), begin.key + key, begin.stem))
        else:
            found.append(_word(match.start(), match.end(), key, _stem(spelled)))
    return found


def _word(start: int, end: int, key: str, stem: str) -> Word:
    return Word(start, end, key, stem, _forms(key, stem))


@lru_cache(maxsize=1 << 14)
def _forms(key: str, stem: str) -> tuple[str, ...]:
    bases = (key[: -len(e)] for e in _GLUED if key.endswith(e) and len(key) > len(e) + 2)
    return tuple(dict.fromkeys((key, stem, *bases)))


def flat(word: str) -> str:
    """The word without its zero-width joins, so that both spellings are one."""
    return word.replace(ZWNJ, "")


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    return flat(stem_of(word))


def stem_of(word: str) -> str:
    """The word without plural, indefinite or ezafe ending.

    >>> stem_of("کارگاه‌هایی"), stem_of("تورهای"), stem_of("تفاهم‌نامه‌ای"), stem_of("اعضای")
    ('کارگاه', 'تور', 'تفاهم‌نامه', 'اعضا')
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return word.removesuffix(suffix).removesuffix(ZWNJ)
    for suffix in (ZWNJ + "ای", ZWNJ + "ی"):
        if word.endswith(suffix):
            return word.removesuffix(suffix)
    return word[:-1] if word.endswith(("ای", "وی")) and len(word) > 3 else word
