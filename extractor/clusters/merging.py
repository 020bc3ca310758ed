"""Bring the namings of one cluster together under its fullest name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.clusters.namings import Naming
from extractor.lexicon.places import fold
from extractor.mentions import Cluster, Mention, Place
from extractor.words import split_words
from schemas.vocabularies import Basis

# What makes another form of a product's word: «سفال» and «سفالگری» are one trade.
_ENDINGS = frozenset(
    ("ی", "ها", "های", "ان", "ات", "جات", "آلات", "کاری", "سازی", "بافی", "دوزی", "تراشی", "گری",
     "پزی", "داری", "کوبی", "ریزی", "بری", "ین")
)  # fmt: skip
_LOOSE = frozenset(("و", "،"))


@dataclass(slots=True)
class _Group:
    namings: list[Naming] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    listings: set[int] = field(default_factory=set)

    def add(self, naming: Naming, words: frozenset[str]) -> None:
        self.namings.append(naming)
        self.listings.add(naming.listing)
        if len(words) > len(self.words):
            self.words = words

    @property
    def provinces(self) -> set[str]:
        return {n.province for n in self.namings if n.province}


def merge(
    namings: Sequence[Naming], places: Sequence[Place], provinces: "ProvinceSource"
) -> list[Cluster]:
    """One cluster for all namings that are forms of one name in one province."""
    groups: list[_Group] = []
    located = [(n, _province_of(n, places)) for n in namings]
    # The fullest first: a short form has then all that it can be short for before it.
    for naming, province in sorted(located, key=lambda pair: -len(words_of(pair[0].name))):
        words = words_of(naming.name)
        fitting = [g for g in groups if _fits(g, naming, words, province, places)]
        if fitting:
            _best(fitting, naming, words).add(naming, words)
        else:
            groups.append(_Group())
            groups[-1].add(naming, words)
    clusters = [_cluster(group, places, provinces) for group in groups]
    return sorted(clusters, key=lambda c: (c.mentions[0].start, c.mentions[0].end))


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others.

    >>> sorted(words_of("رب و ترشیجات")) == sorted(words_of("ترشیجات، رب"))
    True
    """
    keys = (fold(w.key) for part in name.split() for w in split_words(part))
    return frozenset(key for key in keys if key not in _LOOSE and key.isalpha())


def _fits(
    group: _Group,
    naming: Naming,
    words: frozenset[str],
    province: str | None,
    places: Sequence[Place],
) -> bool:
    """Whether the naming is a short form of the group's name and nothing speaks against it."""
    same = len(words) == len(group.words)
    if naming.listing in group.listings and not (same and words == group.words):
        return False
    known = {_province_of(n, places) for n in group.namings} - {None}
    if province and known and province not in known:
        return False
    return all(any(akin(word, other) for other in group.words) for word in words)


def _best(groups: Sequence[_Group], naming: Naming, words: frozenset[str]) -> _Group:
    """Of several full names the very same one, else the one named last before."""

    def rank(group: _Group) -> tuple[bool, int]:
        before = [n.start for n in group.namings if n.start <= naming.start]
        return group.words == words, max(before, default=-1)

    return max(groups, key=rank)


def akin(word: str, other: str) -> bool:
    """Whether two words are forms of one.

    >>> akin("مس", "مسی"), akin("سفال", "سفالگری"), akin("گل", "گلیم")
    (True, True, False)
    """
    short, long = sorted((word, other), key=len)
    return short == long or (long.startswith(short) and long[len(short) :] in _ENDINGS)


def _province_of(naming: Naming, places: Sequence[Place]) -> str | None:
    if naming.province:
        return naming.province
    return places[naming.place].province if naming.place is not None else None


def _cluster(group: _Group, places: Sequence[Place], provinces: "ProvinceSource") -> Cluster:
    namings = sorted(group.namings, key=lambda n: n.start)
    mentions = tuple(Mention(n.start, n.end) for n in namings)
    place = next((n.place for n in namings if n.place is not None), None)
    stated = next((n.province for n in namings if n.province), None)
    if stated:
        province, basis = stated, Basis.STATED
    elif place is not None and places[place].province:
        province, basis = places[place].province, Basis.PLACE
    else:
        return Cluster(_name(namings), mentions, *provinces.at(mentions), place=place)
    return Cluster(_name(namings), mentions, province, basis, place)


def _name(namings: Sequence[Naming]) -> str:
    """The fullest form; of equals the most frequent, then the one without an ending."""
    counts = Counter(n.name for n in namings)

    def rank(name: str) -> tuple[int, int, int]:
        return len(words_of(name)), counts[name], -len(name)

    return max(counts, key=rank)


class ProvinceSource:
    """The province a text speaks of where a cluster's own is not stated."""

    def __init__(self, places: Sequence[Place], offices: Sequence[tuple[int, str | None]]) -> None:
        """``offices``: where an office is named, and its province; None for a national one."""
        self._offices = offices
        named = [p.code or p.province for p in places]
        self._counts = Counter(code for code in named if code and code.startswith("IR-"))

    def at(self, mentions: Sequence[Mention]) -> tuple[str | None, Basis | None]:
        """Province and basis: the office spoken of last, else the one province of the text."""
        for mention in mentions:
            before = [province for start, province in self._offices if start <= mention.start]
            if before and before[-1]:
                return before[-1], Basis.OFFICE
        nation = any(province is None for _, province in self._offices)
        first = next((province for _, province in self._offices if province), None)
        if first and not nation:
            return first, Basis.OFFICE
        ranked = self._counts.most_common(2)
        sure = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        if sure and (not nation or len(ranked) == 1):
            return ranked[0][0], Basis.CONTEXT
        return None, None


def offices(
    text: str, places: Sequence[Place], cues: Sequence[str], nations: Sequence[str]
) -> Iterator[tuple[int, str | None]]:
    """Where the text names a provincial or a national office, in text order."""
    found: list[tuple[int, str | None]] = []
    for place in places:
        code = place.code if place.code and place.code.startswith("IR-") else place.province
        before = text[max(0, place.start - 60) : place.start]
        if code and any(cue in before for cue in cues):
            found.append((place.start, code))
    for nation in nations:
        at = text.find(nation)
        while at >= 0:
            found.append((at, None))
            at = text.find(nation, at + 1)
    yield from sorted(found, key=lambda pair: pair[0])


