"""Cut a text into the words and digits that the number grammar reads."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from extractor.text.numerals_digits import RUN, read_run
from extractor.text.numerals_lexicon import number_lexicon, split_and, split_glued

_LETTER = "ء-غف-يٱ-ۓ"
_MARKS = "\u064b-\u0655\u0670"
# An address is one token, so that its digits are not read.
_TOKEN = re.compile(
    rf"(?:https?://|www\.)\S++|{RUN}|[{_LETTER}](?:[{_LETTER}{_MARKS}]|\u200c(?=[{_LETTER}]))*+|[A-Za-z_@#]++"
)
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
    """The tokens of a text. Most words are no part of a number and are made when asked for."""

    __slots__ = ("_items",)

    def __init__(self, items: list[Token | re.Match[str]]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self._items)))]
        item = self._items[index]
        if not isinstance(item, Token):
            item = self._items[index] = Token(item.group(), *item.span(), "", _NOTHING)
        return item


def tokenize(text: str) -> tuple[Tokens, list[int]]:
    """The tokens of a text, and the indices of those with which a number can begin."""
    terms, stems = number_lexicon().terms, number_lexicon().stems
    items: list[Token | re.Match[str]] = []
    starts: list[int] = []
    added_to = False  # whether «و» glued to a word may add it to the number before
    for match in _TOKEN.finditer(text):
        word = match.group()
        term = terms.get(word)
        if term:
            if term.starts:
                starts.append(len(items))
            items.append(Token(word, *match.span(), term.kind, term.value))
        elif word[0] in _PLAIN_DIGITS:
            for token in _digits(text, match):
                if token.kind == "digits":
                    starts.append(len(items))
                items.append(token)
        elif word[:2] in stems and (parts := split_glued(word)):
            starts.append(len(items))
            items.extend(_parts(text, match.start(), parts))
        elif added_to and (parts := split_and(word)):
            starts.append(len(items) + 1)
            items.extend(_parts(text, match.start(), parts))
        else:
            items.append(match)
            added_to = False
            continue
        last = items[-1]
        added_to = isinstance(last, Token) and last.kind in _ADDED_TO
    return Tokens(items), starts


def _digits(text: str, match: re.Match[str]) -> Iterator[Token]:
    touching = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    latin = _LATIN.search(touching)
    for read in read_run(match.group(), match.start()):
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
