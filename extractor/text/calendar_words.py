"""Read a text as words of the date grammar: one letter a word, so that patterns stay small.

The letters of a text make its *shape*: «سه‌شنبه ۱۲ مهر ۱۴۰۲» is ``Wdmy``. The grammar is
matched on the shape, in which every word has the length one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.text.calendar_building import JOINS, OWNED, WordBuilder, entry_of
from extractor.text.calendar_vocabulary import OTHER, vocabulary
from extractor.text.remembered import Remembered
from extractor.text.scan import scan, watch

_SIGNS = {
    "\n": "|", ".": ".", "!": ".", "؟": ".", "?": ".", "؛": ".", ";": ".", "،": ",", ",": ",",
    "(": "(", ")": ")", "[": "(", "]": ")", "-": "-", "–": "-", "—": "-", "ـ": "-", "/": "/",
    "٪": "z", "%": "z",
}  # fmt: skip
Reading = tuple[str, int, str]  # letter, value, key
_OPEN: Reading = ("", 0, "")  # what the word is, its neighbours decide


@dataclass(slots=True)
class Words:
    """The words of a text; ``shape[i]`` is the letter of the i-th."""

    text: str
    shape: str
    starts: list[int]
    ends: list[int]
    values: list[int]

    def stretch(self, first: int, last: int) -> str:
        """The text from one word to another."""
        return self.text[self.starts[first] : self.ends[last]]


def letter(words: Words, i: int) -> str:
    """The letter of a word; empty outside the text."""
    return words.shape[i] if 0 <= i < len(words.shape) else ""


def spelled(words: Words, i: int) -> str:
    """The spelling of a word without its joins; empty outside the text."""
    return JOINS.sub("", words.stretch(i, i)) if 0 <= i < len(words.shape) else ""


def read_words(text: str) -> Words:
    """The words of a text, with their letters and values.

    >>> read_words("سه‌شنبه ۱۲ مهر ۱۴۰۲").shape
    'Wdmy'
    >>> read_words("شب بیست و سوم دی ماه").shape
    'TomL'
    """
    scanned = scan(text)
    # Most words say nothing of dates: they are taken over by the column.
    letters, values = [OTHER] * len(scanned.words), [0] * len(scanned.words)
    keys = scanned.words.copy()
    telling = scanned.where(_TELLS)
    for i in telling:
        letters[i], values[i], keys[i] = _READINGS[keys[i]]
    plain = (scanned.starts, scanned.ends, values, letters, keys)
    reader = WordBuilder(text, vocabulary())
    done = 0
    for i in _open_words(scanned.words, telling, letters, keys):
        if i < done:  # part of a date in digits
            continue
        reader.take(plain, done, i)
        stop = reader.read(scanned.words[i], scanned.starts[i], scanned.ends[i])
        done = i + 1 if stop == scanned.ends[i] else bisect_left(scanned.starts, stop)
    reader.take(plain, done, len(letters))
    return Words(text, "".join(reader.letters), reader.starts, reader.ends, reader.values)


def _reading(word: str) -> Reading:
    """Letter, value and key of a word or sign; the letter is empty if its neighbours decide."""
    known = vocabulary()
    if word[0].isdigit():
        return _OPEN
    if not word[0].isalpha():
        return _SIGNS.get(word, OTHER), 0, ""
    key = word if word.isalpha() else JOINS.sub("", word)
    if key in known.special or (key is not word and (key in known.closing or OWNED.search(word))):
        return _OPEN
    return (*entry_of(word, key, known), key)


_READINGS = Remembered(_reading)
_TELLS = watch(lambda word: _reading(word) != (OTHER, 0, word) or word in vocabulary().closing)


def _open_words(
    words: list[str], telling: list[int], letters: list[str], keys: list[str]
) -> Iterator[int]:
    """The words to read one by one; one that ends phrases («در») only behind what opens them."""
    closing = vocabulary().closing
    changed = -2  # the last one read so: it may have become part of something longer
    for i in telling:
        if not letters[i] or (
            words[i] in closing and (changed == i - 1 or (i and keys[i - 1] in closing[words[i]]))
        ):
            changed = i
            yield i
