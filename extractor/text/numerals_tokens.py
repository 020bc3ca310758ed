"""Cut a text into the words and digits that the number grammar reads."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from extractor.text.numerals_digits import RUN, read_run
from extractor.text.numerals_lexicon import STARTING, number_lexicon, split_and, split_glued
from extractor.text.scan import Scan, scan, watch

_RUN = re.compile(RUN)
# The digits of an address are not read.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++")
_ADDRESSES = frozenset(("http", "https", "www"))
_LATIN = re.compile(r"[A-Za-z_@#]")
_PLAIN_DIGITS = frozenset("0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")
_ADDED_TO = frozenset(("cardinal", "scale", "digits"))
_NOTHING = Decimal(0)


class Token(NamedTuple):
    """A word or a number in digits; ``kind`` is its part in the grammar, or ``""``."""

    text: str
    start: int
    end: int
    kind: str
    value: Decimal
    decimal: Decimal | None = None
    integer: bool = True


class Tokens(Sequence[Token]):
    """The tokens of a text in columns; the few that are part of a number are kept whole."""

    __slots__ = ("_numbers", "ends", "kinds", "starts", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[str] = []
        self._numbers: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self.texts)))]
        if index < 0:
            index += len(self.texts)
        found = self._numbers.get(index)
        return found or Token(self.texts[index], self.starts[index], self.ends[index], "", _NOTHING)

    def add(self, token: Token) -> None:
        """Append a token that may be part of a number."""
        if token.kind:
            self._numbers[len(self.texts)] = token
        self.texts.append(token.text)
        self.starts.append(token.start)
        self.ends.append(token.end)
        self.kinds.append(token.kind)

    def extend(self, found: Scan, first: int, end: int) -> None:
        """Append words that are no part of a number."""
        self.texts += found.words[first:end]
        self.starts += found.starts[first:end]
        self.ends += found.ends[first:end]
        self.kinds += [""] * (end - first)


def tokenize(text: str) -> tuple[Tokens, list[int]]:
    """The tokens of a text, and the indices of those with which a number can begin."""
    found = scan(text).unsigned
    tokens = Tokens()
    starts: list[int] = []
    done = 0
    for i in found.where(_READ):
        if i < done:  # part of a run of digits
            continue
        tokens.extend(found, done, i)
        run = _run(text, found.words[i], found.starts[i], found.ends[i])
        before = tokens.kinds[-1] if tokens.kinds else ""
        for token in _number_tokens(text, *run, before):
            if token.kind in STARTING:
                starts.append(len(tokens))
            tokens.add(token)
        done = i + 1 if run[1] == found.ends[i] else bisect_left(found.starts, run[1])
    tokens.extend(found, done, len(found.words))
    return tokens, starts


def _run(text: str, word: str, start: int, end: int) -> tuple[int, int]:
    """Where the run of digits and separators, or the address, ends that begins with a word."""
    match = (_ADDRESS if word in _ADDRESSES else _RUN).match(text, start)
    return start, match.end() if match else end


def _is_read(word: str) -> bool:
    """Whether a word may be, or hold, a part of a number."""
    return bool(
        word in number_lexicon().terms
        or word[0] in _PLAIN_DIGITS
        or word in _ADDRESSES
        or split_glued(word)
        or split_and(word)
    )


_READ = watch(_is_read)


def _number_tokens(text: str, start: int, end: int, before: str) -> Iterator[Token]:
    """The tokens of a word or run; ``before`` is the kind of the one before it."""
    word = text[start:end]
    term = number_lexicon().terms.get(word)
    if term:
        yield Token(word, start, end, term.kind, term.value)
    elif word[0] in _PLAIN_DIGITS:
        yield from _digits(text, word, start)
    else:
        # «و» is cut off where it may add the word to the number before.
        parts = split_glued(word) or (before in _ADDED_TO and split_and(word)) or (word,)
        yield from _parts(text, start, parts)


def _digits(text: str, run: str, start: int) -> Iterator[Token]:
    end = start + len(run)
    touching = text[max(0, start - 1) : start] + text[end : end + 1]
    latin = _LATIN.search(touching)
    for read in read_run(run, start):
        surface = text[read.start : read.end]
        if read.value is None or latin:
            yield Token(surface, read.start, read.end, "code", _NOTHING)
        else:
            found = read.value, read.decimal, read.integer
            yield Token(surface, read.start, read.end, "digits", *found)


def _parts(text: str, start: int, parts: tuple[str, ...]) -> Iterator[Token]:
    terms = number_lexicon().terms
    for part in parts:
        start = text.index(part, start)
        term = terms.get(part)
        kind, value = (term.kind, term.value) if term else ("", _NOTHING)
        yield Token(part, start, start + len(part), kind, value)
        start += len(part)
