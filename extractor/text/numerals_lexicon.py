"""The words of the number grammar, ready for lookup: built once from ``numbers.toml``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue, NumberWord
from extractor.text.characters import ZWNJ
from schemas.vocabularies import Comparator

_FILE = "numbers.toml"
# What a number can begin with.
STARTING = frozenset(("digits", "cardinal", "scale", "half", "fraction", "approximate", "ordinal"))
_LONGEST_GLUED = 40
_STEM = 2


@dataclass(frozen=True, slots=True)
class Term:
    """What a word is in the number grammar: a kind of ``numbers.toml`` and its value."""

    kind: str
    value: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Lookup tables; phrases are tuples of words, comparators by the side they stand on."""

    terms: dict[str, Term]
    stems: frozenset[str]
    labels: frozenset[str]
    names: frozenset[tuple[str, ...]]
    comparators: dict[str, dict[tuple[str, ...], Comparator]]
    # Without one of these words beside a number nothing longer need be looked up.
    name_openings: frozenset[str]
    closings_before: frozenset[str]  # of comparators before numbers
    openings_behind: frozenset[str]  # of those behind


def spellings(surface: str) -> Iterator[str]:
    """The surface as typed, and with its half-spaces closed or opened.

    >>> [s.replace(ZWNJ, "_") for s in spellings("دست\u200cکم")]
    ['دست_کم', 'دستکم', 'دست کم']
    """
    yield surface
    if ZWNJ in surface:
        yield surface.replace(ZWNJ, "")
        yield surface.replace(ZWNJ, " ")


@cache
def number_lexicon() -> NumberLexicon:
    """The tables of the number grammar."""
    rows = load_rows(_FILE, NumberWord)
    terms: dict[str, Term] = {}
    labels: set[str] = set()
    for row in rows:
        for surface in row.surfaces:
            if row.kind == "label":
                labels.add(surface)
                continue
            for spelled in spellings(surface):
                terms.setdefault(spelled, Term(row.kind, row.value or Decimal(0)))
    for word, term in list(terms.items()):
        if term.kind in ("cardinal", "scale") and term.value:
            for ordinal in _ordinals(word):
                terms.setdefault(ordinal, Term("ordinal", term.value))
    rows_of_names = load_rows(_FILE, NumberWord, "name")
    names = frozenset(p for row in rows_of_names for p in _phrases(row.surfaces))
    comparators = _comparators()
    before = [phrase for side in ("before", "between", "weak") for phrase in comparators[side]]
    return NumberLexicon(
        terms=terms,
        stems=frozenset(w[:_STEM] for w, t in terms.items() if t.kind in STARTING),
        labels=frozenset(labels),
        names=names,
        comparators=comparators,
        name_openings=frozenset(first for first, *_ in names),
        closings_before=frozenset(last for *_, last in before),
        openings_behind=frozenset(first for first, *_ in comparators["after"]),
    )


def _ordinals(word: str) -> Iterator[str]:
    # «سیم» is a wire and «سهم» a share; «سی‌ام» and «سوم» are in the data.
    if word not in ("سی", "سه"):
        yield from (word + "م", word + "مین", word + ZWNJ + "مین")


def _phrases(surfaces: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for surface in surfaces:
        for spelled in spellings(surface):
            yield tuple(spelled.split())


def _comparators() -> dict[str, dict[tuple[str, ...], Comparator]]:
    tables: dict[str, dict[tuple[str, ...], Comparator]] = {}
    for row in load_rows(_FILE, Cue, "comparator"):
        table = tables.setdefault(row.direction or "before", {})
        table.update(dict.fromkeys(_phrases(row.surfaces), Comparator(row.value or "")))
    return tables


@lru_cache(maxsize=4096)
def split_glued(word: str) -> tuple[str, ...]:
    """The parts of a word made of several number words, or of one and a unit; else nothing.

    >>> split_glued("سی\u200cودو"), split_glued("صدوبیستم"), split_glued("هزارتومان")
    (('سی', 'و', 'دو'), ('صد', 'و', 'بیستم'), ('هزار', 'تومان'))
    >>> split_glued("صدا"), split_glued("دوده"), split_glued("سیستان")
    ((), (), ())
    """
    lexicon = number_lexicon()
    if len(word) > _LONGEST_GLUED or word[:_STEM] not in lexicon.stems:
        return ()
    first = _first_part(word, lexicon)
    return _split_rest(first, word[len(first) :], lexicon) if first else ()


def _first_part(word: str, lexicon: NumberLexicon) -> str:
    """The longest number word at the start of a word that is longer."""
    for end in range(min(len(word) - 1, 8), 1, -1):
        term = lexicon.terms.get(word[:end])
        if term and term.kind in ("cardinal", "scale"):
            return word[:end]
    return ""


def _split_rest(first: str, rest: str, lexicon: NumberLexicon) -> tuple[str, ...]:
    """The parts of a word whose first part is known."""
    term = lexicon.terms[first]
    rest = rest.removeprefix(ZWNJ)
    if rest.startswith("و") and (term.kind == "scale" or term.value >= 20):
        after = rest[1:].removeprefix(ZWNJ)
        if not after:
            return (first, "و")
        if tail := _known(after, lexicon):
            below = lexicon.terms[tail[0]].value < term.value
            return (first, "و", *tail) if below else ()
    if rest in lexicon.labels:
        return (first, rest) if term.kind == "scale" or rest.startswith("درصد") else ()
    tail = _known(rest, lexicon)
    if not tail or term.kind != "cardinal":
        return ()
    second = lexicon.terms[tail[0]]
    tenths = second.value <= 10 or second.value in (100, 1000)
    fraction = second.kind == "ordinal" and term.value < second.value and tenths
    return (first, *tail) if fraction or second.kind == "scale" else ()


def split_and(word: str) -> tuple[str, ...]:
    """«و» and the number words glued to it, as in «بیست ویک»; else nothing.

    >>> split_and("ویک"), split_and("واحد")
    (('و', 'یک'), ())
    """
    tail = _known(word[1:].removeprefix(ZWNJ), number_lexicon()) if word[0] == "و" else ()
    return (word[0], *tail) if tail else ()


def _known(word: str, lexicon: NumberLexicon) -> tuple[str, ...]:
    term = lexicon.terms.get(word)
    if term and term.kind in ("cardinal", "scale", "ordinal", "half"):
        return (word,)
    return split_glued(word)
