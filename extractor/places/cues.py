"""The words around names of places, read from the lexicon into tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue, ProductRow, UnitRow, WordsRow
from extractor.lexicon.places import Reading, fold, readings, squash
from extractor.places.matching import PhraseTable
from extractor.text.characters import ZWNJ
from schemas.vocabularies import PlaceKind

Readings = tuple[Reading, ...]

_BEFORE = frozenset(
    ("level", "levels", "weak_level", "hint", "person", "street", "agency", "planted")
)


@dataclass(frozen=True)
class Cues:
    """Names, and what may stand around them."""

    names: PhraseTable[Readings]  # a name of something else that contains one has no readings
    before: PhraseTable[tuple[Cue, ...]]
    after: PhraseTable[str]
    bodies: PhraseTable[PlaceKind]
    among: PhraseTable[str]
    clusters: PhraseTable[bool]
    glued: Mapping[str, PlaceKind | None]  # words that careless typing joins to a name
    stops: frozenset[str]  # words that no name starts with
    products: frozenset[str]
    given_names: frozenset[str]


@cache
def load_cues() -> Cues:
    """The tables of names and of the words around them."""
    masks: Iterator[tuple[str, Readings]] = ((s, ()) for s in _masks())
    return Cues(
        names=PhraseTable((*masks, *readings().items())),
        before=_before(),
        after=PhraseTable((s, row.value or "") for s, row in surfaces("after")),
        bodies=PhraseTable((s, PlaceKind(row.value or "")) for s, row in surfaces("body")),
        among=PhraseTable((s, row.id) for s, row in surfaces("among")),
        clusters=PhraseTable((s, True) for s, _ in surfaces("cluster")),
        glued={s: PlaceKind(r.value) if r.value else None for s, r in surfaces("glued")},
        stops=word_set("area_stop"),
        products=_products(),
        given_names=listed_words("names.toml", "given"),
    )


def _masks() -> Iterator[str]:
    """Longer names that contain a place's; «ریال عمان» is a currency."""
    yield from (surface for surface, _ in surfaces("mask"))
    for row in load_rows("units.toml", UnitRow):
        if row.kind == "money":
            yield from (surface for surface in row.surfaces if " " in surface)


def surfaces(*kinds: str) -> Iterator[tuple[str, Cue]]:
    """Surfaces of the rows of these kinds, each with its row."""
    for row in load_rows("place_context.toml", Cue, "cue"):
        if row.kind in kinds:
            yield from ((surface, row) for surface in row.surfaces)


def word_set(kind: str) -> frozenset[str]:
    """Surfaces of a kind as keys of words."""
    return frozenset(_key(surface) for surface, _ in surfaces(kind))


def listed_words(file: str, kind: str) -> frozenset[str]:
    """Words of one kind in a file of word lists, as keys of words."""
    rows = load_rows(file, WordsRow)
    return frozenset(_key(w) for row in rows if row.kind == kind for w in row.words.split())


def _before() -> PhraseTable[tuple[Cue, ...]]:
    """One phrase may say several things, each in a row of its own."""
    rows: defaultdict[str, list[Cue]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for surface, row in surfaces(*_BEFORE):
        rows[spelled.setdefault(squash(surface), surface)].append(row)
    return PhraseTable((surface, tuple(found)) for surface, found in rows.items())


def _products() -> frozenset[str]:
    rows = load_rows("products.csv", ProductRow)
    return frozenset(_key(w) for row in rows for s in row.surfaces for w in s.split())


def _key(word: str) -> str:
    return fold(word).replace(ZWNJ, "")
