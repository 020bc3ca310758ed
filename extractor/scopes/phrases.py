"""The words and phrases that tell scope and mood, compiled once."""

from collections.abc import Iterable, Iterator
from functools import cache

from extractor.cues import CueMatcher
from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import PhraseRow
from extractor.mentions import Mention
from extractor.words import flat

# A sentence longer than this is read in pieces: some checks look at all pairs in a sentence.
_LONGEST = 3000


@cache
def phrase_matcher(*kinds: str) -> CueMatcher[PhraseRow]:
    """A matcher of the phrases of these kinds."""
    return CueMatcher(
        row for row in load_rows("scope_phrases.toml", PhraseRow) if row.kind in kinds
    )


@cache
def word_set(*kinds: str) -> frozenset[str]:
    """The single words of these kinds, without ZWNJ.

    >>> "امروز" in word_set("now"), "دیروز" in word_set("now")
    (True, False)
    """
    rows = load_rows("scope_phrases.toml", PhraseRow)
    return frozenset(flat(word) for row in rows if row.kind in kinds for word in row.surfaces)


def is_number(word: str) -> bool:
    """Whether a word is a cardinal number in digits or letters."""
    return word.isdigit() or word in word_set("numeral")


def pieces(text: str, sentences: Iterable[Mention]) -> Iterator[Mention]:
    """The sentences, with overlong ones cut at blanks."""
    for bounds in sentences:
        start = bounds.start
        while bounds.end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cut = start + _LONGEST if cut < 0 else cut
            yield Mention(start, cut)
            start = cut
        yield Mention(start, bounds.end)
