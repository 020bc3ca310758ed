"""Read a text as words of the date grammar: one letter a word, so that patterns stay small.

The letters of a text make its *shape*: «سه‌شنبه ۱۲ مهر ۱۴۰۲» is ``Wdmy``. The grammar is
matched on the shape, in which every word has the length one.
"""

import re
from dataclasses import dataclass, field

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
    vocabulary,
)

ZWNJ = "\u200c"
_SIGNS = {
    "\n": "|", ".": ".", "!": ".", "؟": ".", "?": ".", "؛": ".", ";": ".", "،": ",", ",": ",",
    "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", "–": "-", "—": "-", "ـ": "-", "/": "/",
    "٪": "z", "%": "z",
}  # fmt: skip
# A full date in digits; then a number with its decimals; a word with its joins; any sign.
_TOKEN = re.compile(
    r"(?P<date>\d{1,4}(?: ?/ ?\d{1,2} ?/ ?\d{1,4}|-\d{1,2}-\d{1,4}|\.\d{1,2}\.\d{1,4})(?![\d/]))"
    r"|(?P<number>\d++(?:[.,/٫٬،]\d++)*+)"
    r"|(?P<word>[^\W\d_]++(?:[\u200c\u064b-\u0652\u0654]++[^\W\d_]++)*+)"
    r"|\n|[^\s\w\u200c]"
)
_OWNED = re.compile("\u200c(اش|شان|مان)$")  # whose it is: grammar
_MARKS = re.compile(r"[\u200c\u064b-\u0652]")
_UNKNOWN: Entry = (OTHER, 0)
_SATURDAY: Entry = ("W", 0)
_ADDED_TO = "d#y"
# Persian in code: what these add to a number is grammar.
_THOUSAND, _ONE = "هزار", "یک"
_FIRST_WRITTEN = 1200  # a number in words is a Jalali year from here on


@dataclass(slots=True)
class Words:
    """The words of a text; ``shape[i]`` is the letter of the i-th."""

    text: str
    shape: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)

    def stretch(self, first: int, last: int) -> str:
        """The text from one word to another."""
        return self.text[self.starts[first] : self.ends[last]]


def letter(words: Words, i: int) -> str:
    """The letter of a word; empty outside the text."""
    return words.shape[i] if 0 <= i < len(words.shape) else ""


def read_words(text: str) -> Words:
    """The words of a text, with their letters and values.

    >>> read_words("سه‌شنبه ۱۲ مهر ۱۴۰۲").shape
    'Wdmy'
    >>> read_words("شب بیست و سوم دی ماه").shape
    'TomL'
    """
    known = vocabulary()
    reader = _Reader(text, known)
    for match in _TOKEN.finditer(text):
        word = match.group()
        # Nearly all words are plain ones: those with no join that are part of nothing longer.
        if match.lastgroup == "word" and word not in known.special and word.isalpha():
            reader.add(match.start(), match.end(), known.words.get(word, _UNKNOWN), word)
        else:
            reader.read(match)
    found = reader.found
    found.shape = "".join(reader.letters)
    return found


class _Reader:
    """Builds the words one by one; a phrase replaces the words it is made of."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self.found = Words(text)
        self.known = known
        self.letters: list[str] = []
        self.keys: list[str] = []

    def add(self, start: int, end: int, entry: Entry, key: str) -> None:
        found = self.found
        found.starts.append(start)
        found.ends.append(end)
        found.values.append(entry[1])
        self.letters.append(entry[0])
        self.keys.append(key)

    def read(self, match: re.Match[str]) -> None:
        start, end = match.span()
        kind = match.lastgroup
        if kind == "word":
            self.read_word(match.group(), start, end)
        elif kind is None:
            self.add(start, end, (_SIGNS.get(match.group(), OTHER), 0), "")
        elif kind == "date" and _is_date(match.group()):
            self.add(start, end, (NUMERIC, 0), "")
        elif kind == "date":
            for part in re.finditer(r"\d+|[^\d ]", match.group()):
                entry = _number(part.group()) if part.group().isdigit() else _UNKNOWN
                self.add(start + part.start(), start + part.end(), entry, "")
        else:
            self.add(start, end, _number(match.group()), "")

    def read_word(self, word: str, start: int, end: int) -> None:
        key = _MARKS.sub("", word) if not word.isalpha() else word
        known = self.known
        owned = _OWNED.search(word)
        if owned and key[: -len(owned[1])] in known.joined:  # «سه‌ساله‌اش»
            word, end = word[: owned.start()], start + owned.start()
            key = key[: -len(owned[1])]
        if key in known.joined:
            cut, first, second = known.joined[key]
            middle = end - _tail_length(word, len(key) - cut)
            self.add(start, middle, first, key[:cut])
            self.add(middle, end, second, key[cut:])
            if second[0] in "do#":
                self.merge_number()
            return
        if key in known.endings and self.end_number(start, end):
            return
        entry = known.words.get(key)
        if entry is None:
            entry = _UNKNOWN
            if key.startswith(("می", "نمی")) and ZWNJ in word:
                entry = (PRESENT_VERB, 0)
        self.add(start, end, entry, key)
        if entry[0] in "do#":
            self.merge_number()
        elif entry == _SATURDAY:
            self.merge_weekday()
        if key in known.closers:
            self.merge_phrase()

    def merge_number(self) -> None:
        """«بیست و سوم» is one word, and so is «هزار و سیصد و نود»."""
        letters, values = self.letters, self.found.values
        if len(letters) < 3 or letters[-2] != "&" or not self.keys[-3]:
            return
        if self.keys[-3] == _THOUSAND and letters[-1] == NUMBER and values[-1] >= 100:
            counted = len(letters) > 3 and self.keys[-4] == _ONE
            self.replace(3 + counted, _written(1000 + values[-1]))
            return
        if letters[-3] not in _ADDED_TO or not _continues(values[-3], values[-1]):
            return
        total, letter = values[-3] + values[-1], letters[-1]
        self.replace(3, (letter, total) if letter == "o" else _written(total))

    def end_number(self, start: int, end: int) -> bool:
        """«۱۲م»: the ending of an ordinal, where it touches the digits of a day."""
        found = self.found
        if not found.ends or found.ends[-1] != start or self.letters[-1] not in "dq":
            return False
        found.ends[-1] = end
        self.letters[-1] = "o"
        return True

    def merge_weekday(self) -> None:
        """«۵ شنبه», «امروزسه شنبه»: a count before «شنبه» that isn't a word of its own.

        «ساعت ۵ شنبه» is five o'clock on Saturday.
        """
        letters, found = self.letters, self.found
        if len(letters) < 2 or found.text[found.ends[-2] : found.starts[-1]] not in ("", " ", ZWNJ):
            return
        count = found.values[-2]
        if letters[-2] == "d" and not self.keys[-2] and count in self.known.weekdays.values():
            clock = len(letters) > 2 and (letters[-3] == "@" or "@" in letters[-5:-3])
            if not clock and found.ends[-2] - found.starts[-2] == 1:
                self.replace(2, ("W", count))
            return
        for word, number in self.known.weekdays.items():
            stem = self.keys[-2].removesuffix(word)
            if stem and stem != self.keys[-2] and stem in self.known.words:
                self.cut_before(word, stem, ("W", number))
                return

    def cut_before(self, word: str, stem: str, entry: Entry) -> None:
        """Give the end of the last word but one to the last."""
        found = self.found
        found.ends[-2] -= len(word)
        found.starts[-1] = found.ends[-2]
        self.letters[-2], found.values[-2] = self.known.words[stem]
        self.letters[-1], found.values[-1] = entry
        self.keys[-2:] = [stem, word + self.keys[-1]]

    def merge_phrase(self) -> None:
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
                    self.replace(length, entry)
                    return

    def replace(self, count: int, entry: Entry) -> None:
        start, end = self.found.starts[-count], self.found.ends[-1]
        key = "".join(self.keys[-count:])
        for column in (self.found.starts, self.found.ends, self.found.values, self.keys):
            del column[-count:]
        del self.letters[-count:]
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
        letters -= not _MARKS.match(word[-length])
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
