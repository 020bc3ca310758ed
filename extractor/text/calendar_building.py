"""Build the words of the date grammar one by one, where neighbours decide what a word is.

«بیست و سوم» is one word, «دیماه» two, «سه شنبه» a weekday, «۱۴۰۲/۰۵/۱۲» a date.
"""

import re
from collections.abc import Sequence
from typing import Any

from extractor.text.calendar_vocabulary import (
    GREGORIAN_YEAR,
    JALALI_YEAR,
    NUMBER,
    NUMERIC,
    OTHER,
    PADDED,
    PRESENT_VERB,
    SHORT_YEAR,
    Entry,
    Vocabulary,
)
from extractor.text.characters import ZWNJ
from extractor.text.scan import MARKS

Columns = tuple[Sequence[Any], ...]  # starts, ends, values, letters, keys
# A full date in digits, or a number with its decimals.
_DIGITS = re.compile(
    r"(?P<date>\d{1,4}(?: ?/ ?\d{1,2} ?/ ?\d{1,4}|-\d{1,2}-\d{1,4}|\.\d{1,2}\.\d{1,4})(?![\d/]))"
    r"|\d++(?:[.,/٫٬،]\d++)*+"
)
OWNED = re.compile("\u200c(اش|شان|مان)$")  # whose it is: grammar
JOINS = re.compile(f"[\u200c{MARKS}]")
_UNKNOWN: Entry = (OTHER, 0)
_SATURDAY: Entry = ("W", 0)
_ADDED_TO = "d#y"
# Persian in code: what these add to a number is grammar.
_THOUSAND, _ONE = "هزار", "یک"
_FIRST_WRITTEN = 1200  # a number in words is a Jalali year from here on


def entry_of(word: str, key: str, known: Vocabulary) -> Entry:
    """Letter and value of a word that stands for itself; ``key`` is it without its joins."""
    entry = known.words.get(key)
    if entry is None:
        present = key.startswith(("می", "نمی")) and ZWNJ in word
        entry = (PRESENT_VERB, 0) if present else _UNKNOWN
    return entry


class WordBuilder:
    """Builds the words one by one; a phrase replaces the words it is made of."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self.text = text
        self.known = known
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[int] = []
        self.letters: list[str] = []
        self.keys: list[str] = []
        self.columns: tuple[list[Any], ...] = (
            self.starts,
            self.ends,
            self.values,
            self.letters,
            self.keys,
        )

    def take(self, plain: Columns, first: int, end: int) -> None:
        """Append the words ``first:end`` of columns as they are."""
        for column, words in zip(self.columns, plain, strict=True):
            column.extend(words[first:end])

    def add(self, start: int, end: int, entry: Entry, key: str) -> None:
        """Append one word that is read already."""
        self.starts.append(start)
        self.ends.append(end)
        self.letters.append(entry[0])
        self.values.append(entry[1])
        self.keys.append(key)

    def read(self, word: str, start: int, end: int) -> int:
        """Add a word, or the number or date that begins with it; where what was read ends."""
        if not word[0].isdigit():
            self.read_word(word, start, end)
            return end
        match = _DIGITS.match(self.text, start)
        if match is None:  # digits of another script
            self.add(start, end, _UNKNOWN, "")
            return end
        if not match["date"]:
            self.add(start, match.end(), _number(match.group()), "")
        elif _is_date(match.group()):
            self.add(start, match.end(), (NUMERIC, 0), "")
        else:
            for part in re.finditer(r"\d+|[^\d ]", match.group()):
                entry = _number(part.group()) if part.group().isdigit() else _UNKNOWN
                self.add(start + part.start(), start + part.end(), entry, "")
        return match.end()

    def read_word(self, word: str, start: int, end: int) -> None:
        """Append a word, or what it and the words before it are together."""
        key = JOINS.sub("", word) if not word.isalpha() else word
        known = self.known
        owned = OWNED.search(word)
        if owned and key[: -len(owned[1])] in known.joined:  # «سه‌ساله‌اش»
            word, end = word[: owned.start()], start + owned.start()
            key = key[: -len(owned[1])]
        if key in known.joined:
            cut, first, second = known.joined[key]
            middle = end - _tail_length(word, len(key) - cut)
            self.add(start, middle, first, key[:cut])
            self.add(middle, end, second, key[cut:])
            if second[0] in "do#":
                self._merge_number()
            return
        if key in known.endings and self._end_number(start, end):
            return
        entry = entry_of(word, key, known)
        self.add(start, end, entry, key)
        if entry[0] in "do#":
            self._merge_number()
        elif entry == _SATURDAY:
            self._merge_weekday()
        if key in known.closers:
            self._merge_phrase()

    def _merge_number(self) -> None:
        """«بیست و سوم» is one word, and so is «هزار و سیصد و نود»."""
        letters, values = self.letters, self.values
        if len(letters) < 3 or letters[-2] != "&" or not self.keys[-3]:
            return
        if self.keys[-3] == _THOUSAND and letters[-1] == NUMBER and values[-1] >= 100:
            counted = len(letters) > 3 and self.keys[-4] == _ONE
            self._replace(3 + counted, _written(1000 + values[-1]))
            return
        if letters[-3] not in _ADDED_TO or not _continues(values[-3], values[-1]):
            return
        total, letter = values[-3] + values[-1], letters[-1]
        self._replace(3, (letter, total) if letter == "o" else _written(total))

    def _end_number(self, start: int, end: int) -> bool:
        """«۱۲م»: the ending of an ordinal, where it touches the digits of a day."""
        if not self.ends or self.ends[-1] != start or self.letters[-1] not in "dq":
            return False
        self.ends[-1] = end
        self.letters[-1] = "o"
        return True

    def _merge_weekday(self) -> None:
        """«۵ شنبه», «امروزسه شنبه»: a count before «شنبه» that isn't a word of its own.

        «ساعت ۵ شنبه» is five o'clock on Saturday.
        """
        letters = self.letters
        if len(letters) < 2 or self.text[self.ends[-2] : self.starts[-1]] not in ("", " ", ZWNJ):
            return
        count = self.values[-2]
        if letters[-2] == "d" and not self.keys[-2] and count in self.known.weekdays.values():
            clock = len(letters) > 2 and (letters[-3] == "@" or "@" in letters[-5:-3])
            if not clock and self.ends[-2] - self.starts[-2] == 1:
                self._replace(2, ("W", count))
            return
        for word, number in self.known.weekdays.items():
            stem = self.keys[-2].removesuffix(word)
            if stem and stem != self.keys[-2] and stem in self.known.words:
                self._cut_before(word, stem, ("W", number))
                return

    def _cut_before(self, word: str, stem: str, entry: Entry) -> None:
        """Give the end of the last word but one to the last."""
        self.ends[-2] -= len(word)
        self.starts[-1] = self.ends[-2]
        self.letters[-2], self.values[-2] = self.known.words[stem]
        self.letters[-1], self.values[-1] = entry
        self.keys[-2:] = [stem, word + self.keys[-1]]

    def _merge_phrase(self) -> None:
        """«سه شنبه», «هفته دولت»: phrases end here that began one to five words before."""
        keys, known = self.keys, self.known
        for length in range(2, min(7, len(keys) + 1)):
            first = keys[-length]
            if not first:
                return
            if first not in known.openers:
                continue
            for rest, entry in known.phrases.get((first, keys[1 - length]), ()):
                if len(rest) == length - 2 and tuple(keys[len(keys) - length + 2 :]) == rest:
                    self._replace(length, entry)
                    return

    def _replace(self, count: int, entry: Entry) -> None:
        start, end = self.starts[-count], self.ends[-1]
        key = "".join(self.keys[-count:])
        for column in self.columns:
            del column[-count:]
        self.add(start, end, entry, key)


def _continues(before: int, value: int) -> bool:
    """Whether «و» between two numbers adds them: twenty and three, not three and four."""
    if before < 20:
        return False
    return (before % 100 == 0 and value < 100) or (before % 10 == 0 and value < 10)


def _written(value: int) -> Entry:
    """The letter of a number in words."""
    if _FIRST_WRITTEN <= value < 1500:
        return JALALI_YEAR, value
    return ("d" if value <= 31 else NUMBER), value


def _tail_length(word: str, letters: int) -> int:
    """Length of the stretch at the end of a word that holds so many letters."""
    length = 0
    while letters:
        length += 1
        letters -= not JOINS.match(word[-length])
    return length


def _is_date(digits: str) -> bool:
    parts = re.findall(r"\d+", digits)
    if len(parts[0]) == 4:
        return len(parts[2]) <= 2
    if len(parts[0]) > 2:
        return False
    # A year of two digits is read between slashes only: 2-1-3 is a score, 1.2.3 a version.
    return len(parts[2]) == 4 or (len(parts[2]) <= 2 and len(parts[0]) == 2 and "/" in digits)


def _number(digits: str) -> Entry:
    if not digits.isdigit() or len(digits) > 4:
        return NUMBER, 0
    value = int(digits)
    if len(digits) == 4:
        if 1200 <= value < 1500:
            return JALALI_YEAR, value
        return (GREGORIAN_YEAR if 1800 <= value < 2100 else NUMBER), value
    if len(digits) == 2 and (value > 31 or value < 1):
        return SHORT_YEAR, value
    if len(digits) == 2 and digits[0] in "0۰٠":
        return PADDED, value
    return ("d" if 1 <= value <= 31 else NUMBER), value
