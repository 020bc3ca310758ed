"""Cut a text into the words and digits that the number grammar reads."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

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


def tokenize(text: str) -> tuple[list[Token], list[int]]:
    """The tokens of a text, and the indices of those with which a number can begin."""
    terms, stems = number_lexicon().terms, number_lexicon().stems
    tokens: list[Token] = []
    starts: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        term = terms.get(word)
        if term:
            if term.starts:
                starts.append(len(tokens))
            tokens.append(Token(word, *match.span(), term.kind, term.value))
        elif word[0] in _PLAIN_DIGITS:
            for token in _digits(text, match):
                if token.kind == "digits":
                    starts.append(len(tokens))
                tokens.append(token)
        elif word[:2] in stems and (parts := split_glued(word)):
            starts.append(len(tokens))
            tokens.extend(_parts(text, match.start(), parts))
        elif tokens and tokens[-1].kind in _ADDED_TO and (parts := split_and(word)):
            starts.append(len(tokens) + 1)
            tokens.extend(_parts(text, match.start(), parts))
        else:
            tokens.append(Token(word, *match.span(), "", _NOTHING))
    return tokens, starts


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
