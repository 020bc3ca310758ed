"""Cut a text into the words and digits that the number grammar reads."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, overload

from extractor.text.numerals_digits import RUN, read_run
from extractor.text.numerals_lexicon import STARTING, number_lexicon, split_and, split_glued

_LETTER = "ء-غف-يٱ-ۓ"
_MARKS = "\u064b-\u0655\u0670"
# An address is one token, so that its digits are not read.
_TOKEN = re.compile(
    rf"(?:https?://|www\.)\S++|{RUN}|[{_LETTER}](?:[{_LETTER}{_MARKS}]++|\u200c(?=[{_LETTER}]))*+|[A-Za-z_@#]++"
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

    def extend(self, texts: list[str], matches: list[re.Match[str]]) -> None:
        """Append words that are no part of a number."""
        self.texts += texts
        self.starts += [match.start() for match in matches]
        self.ends += [match.end() for match in matches]
        self.kinds += [""] * len(texts)


def tokenize(text: str) -> tuple[Tokens, list[int]]:
    """The tokens of a text, and the indices of those with which a number can begin."""
    matches = list(_TOKEN.finditer(text))
    texts = [match.group() for match in matches]
    tokens = Tokens()
    starts: list[int] = []
    done = 0
    for i in [i for i, word in enumerate(texts) if _is_read(word)]:
        tokens.extend(texts[done:i], matches[done:i])
        done = i + 1
        for token in _number_tokens(text, matches[i], tokens.kinds[-1] if tokens.kinds else ""):
            if token.kind in STARTING:
                starts.append(len(tokens))
            tokens.add(token)
    tokens.extend(texts[done:], matches[done:])
    return tokens, starts


@lru_cache(maxsize=1 << 15)
def _is_read(word: str) -> bool:
    """Whether a word may be, or hold, a part of a number."""
    return bool(
        word in number_lexicon().terms
        or word[0] in _PLAIN_DIGITS
        or split_glued(word)
        or split_and(word)
    )


def _number_tokens(text: str, match: re.Match[str], before: str) -> Iterator[Token]:
    """The tokens of a word; ``before`` is the kind of the one before it."""
    word = match.group()
    term = number_lexicon().terms.get(word)
    if term:
        yield Token(word, *match.span(), term.kind, term.value)
    elif word[0] in _PLAIN_DIGITS:
        yield from _digits(text, match)
    else:
        # «و» is cut off where it may add the word to the number before.
        parts = split_glued(word) or (before in _ADDED_TO and split_and(word)) or (word,)
        yield from _parts(text, match.start(), parts)


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
