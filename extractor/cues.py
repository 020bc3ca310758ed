r"""Phrases with verb slots and gaps, found among words in one pass.

A surface is a row of tokens parted by spaces: ``آغاز|شروع`` is one of these words (also in
the plural, also with the copula glued on: «اجراست»), ``{شدن|گرفتن}`` any form of these verbs,
``خود?`` a word that may be missing, ``…`` a few words of the same clause.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from extractor.errors import LexiconError
from extractor.text.characters import ZWNJ
from extractor.verbs import Form, Tense, Verb, find_verbs, known_verbs
from extractor.words import Word, flat, split_words

GAP = "…"
MAX_GAP = 7


class Phrases(Protocol):
    """A row with surfaces."""

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The surfaces, in the notation above."""


R = TypeVar("R", bound=Phrases)
Token = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a sentence with the verbs among them, by the index of their first word."""

    words: Sequence[Word]
    verbs: Mapping[int, Verb]

    def inside(self, at: int) -> bool:
        """Whether a gap may run over the word at this index."""
        verb = self.verbs.get(at)
        return self.words[at].key not in STOPS and not (verb and is_finite(verb))


STOPS = frozenset(".؛:!؟?")
UNFINISHED = frozenset((Tense.PARTICIPLE, Tense.INFINITIVE))


def is_finite(verb: Form) -> bool:
    """Whether the form closes a clause by itself."""
    return verb.tense not in UNFINISHED


# Three components read each sentence of an article, one after the other.
@lru_cache(maxsize=256)
def read_sentence(text: str, start: int = 0, end: int | None = None) -> Sentence:
    """Words and verbs of a stretch of text."""
    words = split_words(text, start, end)
    return Sentence(words, {verb.first: verb for verb in find_verbs(words)})


@dataclass(frozen=True, slots=True)
class Hit(Generic[R]):
    """A row found in the words ``first`` to ``last``, with the verb in its slot."""

    first: int
    last: int
    row: R
    verb: Verb | None


@dataclass(frozen=True, slots=True)
class _Step:
    words: Token
    lemmas: Token
    optional: bool = False
    gap: bool = False
    plain: bool = False  # one word of the list, and nothing else, stands here
    parts: Token = frozenset()  # first parts of those words that may be written apart


class CueMatcher(Generic[R]):
    """Finds the surfaces of rows; of hits that overlap the longest stays, and its equals.

    >>> from extractor.lexicon.models import PhraseRow
    >>> row = PhraseRow(id="start", kind="x", surfaces=("آغاز به? کار? {شدن|کردن}",))
    >>> sentence = read_sentence("پروژه در مهر آغاز شده است")
    >>> [(hit.first, hit.last, hit.verb.tense.value) for hit in CueMatcher([row]).find(sentence)]
    [(3, 5, 'perfect')]
    """

    def __init__(self, rows: Iterable[R]) -> None:
        self._index: dict[str, list[tuple[R, tuple[_Step, ...]]]] = {}
        self._parts: set[str] = set()  # first parts of compounds: «راه» of «راه‌اندازی»
        for row in rows:
            for surface in row.surfaces:
                steps = tuple(map(_step, surface.split()))
                _check(surface, steps)
                self._add(row, steps)

    def _add(self, row: R, steps: tuple[_Step, ...]) -> None:
        for word in steps[0].words:
            self._index.setdefault(word, []).append((row, steps))
        self._parts |= steps[0].parts

    def find(self, sentence: Sentence, *, overlap: bool = False) -> list[Hit[R]]:
        """Hits in text order; with ``overlap`` also those that lie within a longer one."""
        found: dict[tuple[int, int, int], Hit[R]] = {}
        for at, word in enumerate(sentence.words):
            keys = word.forms
            if word.key in self._parts:
                keys = (*keys, *_joined(sentence, at))
            for key in keys:
                for row, steps in self._index.get(key, ()):
                    if _may_follow(sentence, at, steps) and (end := _follow(sentence, at, steps)):
                        found[at, end[0], id(row)] = Hit(at, end[0], row, end[1])
        hits = list(found.values())
        if not overlap:
            hits.sort(key=lambda hit: (hit.first - hit.last, hit.first))
            hits = list(_apart(hits))
        return sorted(hits, key=lambda hit: (hit.first, hit.last))


def _check(surface: str, steps: Sequence[_Step]) -> None:
    """Raise LexiconError for a surface that could never be found."""
    if not steps or not steps[0].words or steps[0].optional:
        raise LexiconError(f"surface {surface!r}: its first token must be words of its own")
    unknown = sorted(lemma for step in steps for lemma in step.lemmas - known_verbs())
    if unknown:
        raise LexiconError(f"surface {surface!r}: {unknown} is not in verb_stems.csv")


def _may_follow(sentence: Sentence, at: int, steps: Sequence[_Step]) -> bool:
    """A quick look at the second word, which rules most surfaces out."""
    if len(steps) == 1 or not steps[1].plain or sentence.words[at].key in steps[0].parts:
        return True
    after = at + 1
    return after < len(sentence.words) and not steps[1].words.isdisjoint(
        sentence.words[after].forms
    )


def _apart(hits: Iterable[Hit[R]]) -> Iterator[Hit[R]]:
    taken: set[int] = set()
    kept: set[tuple[int, int]] = set()
    for hit in hits:
        span = range(hit.first, hit.last + 1)
        if taken.isdisjoint(span) or (hit.first, hit.last) in kept:
            taken.update(span)
            kept.add((hit.first, hit.last))
            yield hit


def _joined(sentence: Sentence, at: int) -> Iterator[str]:
    """Two and three words as one: «راه اندازی» for «راه‌اندازی»."""
    words = sentence.words[at : at + 3]
    if len(words) > 1:
        yield words[0].key + words[1].key
        yield words[0].key + words[1].stem
    if len(words) > 2:
        yield words[0].key + words[1].key + words[2].key


def _step(token: str) -> _Step:
    if token == GAP:
        return _Step(frozenset(), frozenset(), gap=True)
    optional = token.endswith("?")
    token = token.removesuffix("?")
    if token.startswith("{"):
        return _Step(frozenset(), frozenset(token[1:-1].split("|")), optional)
    words = frozenset(flat(word) for word in token.split("|"))
    parts = frozenset(word.split(ZWNJ)[0] for word in token.split("|") if ZWNJ in word)
    return _Step(words, frozenset(), optional, plain=not (optional or parts), parts=parts)


def _follow(
    sentence: Sentence, at: int, steps: Sequence[_Step], verb: Verb | None = None
) -> tuple[int, Verb | None] | None:
    """Index of the last word of the match that starts at this word, and its verb."""
    if not steps:
        return at - 1, verb
    step, rest = steps[0], steps[1:]
    if step.gap:
        for skip in range(MAX_GAP + 1):
            if end := _follow(sentence, at + skip, rest, verb):
                return end
            if at + skip >= len(sentence.words) or not sentence.inside(at + skip):
                return None
        return None
    if at < len(sentence.words):
        for following, found in _steps_over(sentence, at, step):
            if end := _follow(sentence, following, rest, found or verb):
                return end
    return _follow(sentence, at, rest, verb) if step.optional else None


def _steps_over(sentence: Sentence, at: int, step: _Step) -> Iterator[tuple[int, Verb | None]]:
    """Where the words or the verb of a step end that begin at a word."""
    verb, word = sentence.verbs.get(at), sentence.words[at]
    if verb and verb.lemma in step.lemmas:
        yield verb.last + 1, verb
    if not step.words.isdisjoint(word.forms):
        yield at + 1, None
    if word.key in step.parts:
        for count, joined in zip((2, 2, 3), _joined(sentence, at), strict=False):
            if joined in step.words:
                yield at + count, None
