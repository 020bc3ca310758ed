"""An archive of any size out of one at hand: its articles again and again, with ids of their own.

A part of the words is put in place of others and never comes twice, as a large archive always
has words that were not seen before: what keeps every word it meets grows by them.
"""

import json
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from corpus.readers.archive import find_sources, read_sources
from schemas.article import Article

_CONSONANTS = "بپتجچخدرزسشغفقکگلمنهی"
_VOWELS = "اوی"
_SYLLABLES = [first + vowel for first in _CONSONANTS for vowel in _VOWELS]
# Numbers that follow each other give words that look nothing alike: a step without a common
# divisor with the number of words of four syllables, so that each comes once.
_WORDS = len(_SYLLABLES) ** 4
_STEP = 7_654_321
_WORD = re.compile(r"[\u0600-\u06ff\u200c]{4,}")


def new_word(number: int) -> str:
    """A word that can be said and is none, another for each number.

    >>> new_word(1), new_word(2), len({new_word(i) for i in range(10_000)})
    ('جوغافیشا', 'دیپاچییو', 10000)
    """
    rest = number * _STEP % _WORDS
    word = ""
    for _ in range(4):
        rest, at = divmod(rest, len(_SYLLABLES))
        word += _SYLLABLES[at]
    return word


class NewWords:
    """Puts a word never seen in the place of every so-manieth."""

    def __init__(self, share: float) -> None:
        self._share, self._due, self.count = share, 0.0, 0

    def __call__(self, text: str) -> str:
        """The text with such words in it."""
        return _WORD.sub(self._next, text) if self._share else text

    def _next(self, match: re.Match[str]) -> str:
        self._due += self._share
        if self._due < 1:
            return match.group()
        self._due -= 1
        self.count += 1
        return new_word(self.count)


def read_articles(archive: Path, every: int = 1) -> list[Article]:
    """The articles of an archive, or each n-th of them."""
    items = islice(read_sources(find_sources([archive])), 0, None, every)
    return [item for item in items if isinstance(item, Article)]


def repeat(articles: list[Article], count: int, share: float) -> Iterator[Article]:
    """So many articles; ``share`` of the words of four letters and more are never seen."""
    spoil = NewWords(share)
    for number, article in enumerate(islice(cycle(articles), count)):
        told = {"id": f"n{number}", "title": article.title, "text": spoil(article.text)}
        yield Article.from_source(told | {"published": article.published})


def write(articles: Iterator[Article], target: Path) -> int:
    """Write articles as JSON lines, and give the number of their characters."""
    characters = 0
    with target.open("w", encoding="utf-8") as file:
        for article in articles:
            characters += len(article.composed)
            published = article.published and article.published.isoformat()
            line = {"id": article.id, "title": article.title, "published": published}
            file.write(json.dumps(line | {"text": article.text}, ensure_ascii=False) + "\n")
    return characters
