"""Words that make a figure one of a narrower thing: «۲۷ تن چای خشک», «صادرات مستقیم خوشه».

They stand right behind the figure, behind the noun of its indicator, or, of what there is at one
time, before the verb: «۸۰ واحد نوسازی شدند» are not all the enterprises that there are.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from corpus.checks.things import FLOWS
from corpus.checks.words import folded, table
from corpus.folding import fold

_REACH = 140  # characters of a sentence looked at on each side
_MOST = 3  # words of one noun that are looked at
_PLURALS = ("های", "ها")
_TOKEN = re.compile(r"[\w\u064b-\u065f]+|[^\w\s\u200b\u200c]")
_CACHE = 50_000

Words = tuple[str, ...]


def narrowing(text: str, start: int, end: int, indicator: str, name: str) -> Words:
    """The words, in order; ``name`` is the cluster's.

    >>> narrowing("در خوشه چای ۲۷ تن چای خشک تولید شد", 12, 17, "production", "چای")
    ('خشک',)
    >>> narrowing("صادرات مستقیم خوشه چای ۲۷ تن بود", 23, 28, "exports", "چای")
    ('مستقیم',)
    """
    before, behind = _around(text, start, end, name)
    known = _known(name, indicator)
    nouns = _nouns(indicator)
    told = {*_told_of(behind, known)}
    last = max((i for i, word in enumerate(before) if word in nouns), default=len(before))
    first = next((i for i, word in enumerate(behind) if word in nouns), len(behind))
    for words in (before[last + 1 :], behind[first + 1 :]):
        told.update(_told_of(words, known))
    return tuple(sorted(told))


def is_of_some(text: str, start: int, end: int, indicator: str, name: str) -> bool:
    """Whether a figure counts those of whom something is said, not all there are.

    >>> is_of_some("در خوشه چای ۸۰ واحد فعالیت می\u200cکنند", 12, 19, "enterprises", "چای")
    False
    >>> is_of_some("۸۰ واحد خوشه چای به گاز وصل شدند", 0, 7, "enterprises", "چای")
    True
    """
    before, behind = _around(text, start, end, name)
    return _is_part(before, behind) or _is_said_of(behind, _known(name, indicator))


def _is_part(before: Sequence[str], behind: Sequence[str]) -> bool:
    """«۷۰ واحد از واحدهای خوشه», «از میان واحدهای خوشه ۷۰ واحد»."""
    of = folded("parts", "of")
    if len(behind) > 1 and behind[0] in of and behind[1] in folded("parts", "wholes"):
        return True
    among = folded("parts", "among")
    pairs = pairwise(before[:-1])  # «از مجموع ۷۰ واحد» is of all
    return any(word in of and second in among for word, second in pairs)


def _is_said_of(behind: Sequence[str], known: frozenset[str]) -> bool:
    """Whether the verb behind says more than that they are there."""
    told, within = False, False  # within: behind «در», that is to say where
    for word in behind:
        if _is_verb(word):
            return told and not (within and word in folded("predicates", "being"))
        if _is_sign(word) or (not told and word in folded("narrowing", "joints")):
            return False
        if word in folded("narrowing", "stops"):
            told, within = False, word in folded("predicates", "places")
        else:
            told = not _says_no_more(word, known) and word not in folded("narrowing", "heads")
    return False


def _told_of(found: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """What tells a noun from others, up to where it ends."""
    told = 0
    for word in found:
        if told == _MOST or _ends(word):
            return
        if not _says_no_more(word, known):
            told += 1
            yield word


def _ends(word: str) -> bool:
    ends = ("stops", "heads", "joints")
    return _is_sign(word) or _is_verb(word) or any(word in folded("narrowing", e) for e in ends)


def _is_sign(word: str) -> bool:
    """A sign, a number and the like, behind which something else is told."""
    if not word[0].isalpha() or word in folded("narrowing", "breaks"):
        return True
    return word.endswith(tuple(folded("narrowing", "superlatives")))


def _is_verb(word: str) -> bool:
    verbs, prefixes = folded("clauses", "verbs"), folded("clauses", "prefixes")
    if word in verbs or word in prefixes or word in folded("clauses", "future"):
        return True
    # «میکنند», «شدهاند»: half-spaces get lost.
    return any(word.removeprefix(p) in verbs for p in prefixes) or any(
        word.removesuffix(s) in verbs for s in folded("clauses", "suffixes")
    )


def _says_no_more(word: str, known: frozenset[str]) -> bool:
    if word in known:
        return True
    return any(word.removesuffix(e) in known for e in folded("narrowing", "endings"))


def _around(text: str, start: int, end: int, name: str) -> tuple[Words, Words]:
    """The words and signs of the sentence before a figure, and those behind it.

    Names of several words are left out: the «و» of «کاشی و سرامیک» joins no clauses.
    """
    before = _tokens(text[max(0, start - _REACH) : start])
    behind = _tokens(text[end : end + _REACH])
    ends = folded("narrowing", "ends")
    first = max((i + 1 for i, word in enumerate(before) if word in ends), default=0)
    last = next((i for i, word in enumerate(behind) if word in ends), len(behind))
    return _without(before[first:], _tokens(name)), _without(behind[:last], _tokens(name))


def _without(found: Words, name: Words) -> Words:
    size = len(name)
    at = range(len(found) - size + 1) if size > 1 else ()
    first = next((i for i in at if found[i : i + size] == name), None)
    return found if first is None else found[:first] + _without(found[first + size :], name)


@lru_cache(maxsize=_CACHE)
def _tokens(text: str) -> Words:
    return tuple(word for word in map(_bare, _TOKEN.findall(text)) if word)


@lru_cache(maxsize=_CACHE)
def _bare(word: str) -> str:
    """A word folded, without the ending of plurals: «واحدهای» is «واحد»."""
    known = fold(word).strip()
    for ending in _PLURALS:
        if len(known) > len(ending) + 1 and known.endswith(ending):
            return known.removesuffix(ending)
    return known


def _nouns(indicator: str) -> frozenset[str]:
    return folded("indicators", indicator) if indicator in table("indicators") else frozenset()


@lru_cache(maxsize=_CACHE)
def _known(name: str, indicator: str) -> frozenset[str]:
    """Words that say no more than the name of the cluster and what is told anyway."""
    own = (word for word in _tokens(name) if len(word) > 1)
    return _general(indicator).union(own)


@cache
def _general(indicator: str) -> frozenset[str]:
    """What says no more of a figure than its unit, its indicator and its classes do.

    Few classes are heeded of flows, so that their words count.
    """
    general = folded("narrowing", "general") | folded("predicates", "there") | _nouns(indicator)
    general |= folded("nouns", "any")
    return general if indicator in FLOWS else general | _surfaces("sentence") | _surfaces("beside")


def _surfaces(name: str) -> frozenset[str]:
    return frozenset().union(*(folded(name, label) for label in table(name)))
