"""Bring the namings of one cluster together under its fullest name."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.clusters.namings import Naming
from extractor.clusters.provinces import ProvinceSource, is_abroad
from extractor.lexicon.places import fold
from extractor.mentions import Cluster, Mention, Place
from extractor.reasons import inherit, note
from extractor.words import split_words
from schemas.vocabularies import Basis, PlaceKind

# What makes another form of a product's word: «سفال» and «سفالگری» are one trade.
_ENDINGS = frozenset(
    ("ی", "ها", "های", "ان", "ات", "جات", "آلات", "کاری", "سازی", "بافی", "دوزی", "تراشی", "گری",
     "پزی", "داری", "کوبی", "ریزی", "بری", "ین")
)  # fmt: skip
_TRADES = tuple(ending for ending in sorted(_ENDINGS) if len(ending) > 2 and ending != "های")
_LOOSE = frozenset(("و", "،"))
_ALIKE = 2  # letters in which forms of one word agree
_NEAR = 40  # groups that are looked at: no article has as many alike


@dataclass(slots=True)
class _Group:
    words: frozenset[str]
    namings: list[Naming] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    listings: set[int] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)

    def add(self, naming: Naming, province: str | None) -> None:
        self.namings.append(naming)
        insort(self.starts, naming.start)
        self.listings.add(naming.listing)
        self.provinces.update((province,) if province else ())

    def last_before(self, start: int) -> int:
        """Where the group was named last before an offset, -1 for nowhere."""
        at = bisect_right(self.starts, start)
        return self.starts[at - 1] if at else -1


def merge(
    namings: Sequence[Naming], places: Sequence[Place], provinces: ProvinceSource
) -> list[Cluster]:
    """One cluster for all namings that are forms of one name in one province."""
    groups: list[_Group] = []
    similar: defaultdict[str, list[_Group]] = defaultdict(list)  # by how one of the words begins
    read = [(naming, words_of(naming.name)) for naming in namings]
    # The fullest first: a short form has then all that it can be short for before it.
    for naming, words in sorted(read, key=lambda pair: -len(pair[1])):
        province = _province_of(naming, places)
        near = similar[min(words, default="")[:_ALIKE]][-_NEAR:]
        fitting = [group for group in near if _fits(group, naming, words, province)]
        if fitting:
            _best(fitting, naming, words).add(naming, province)
            continue
        groups.append(_Group(words))
        groups[-1].add(naming, province)
        for beginning in sorted({word[:_ALIKE] for word in words}):
            similar[beginning].append(groups[-1])
    heads: dict[int, Naming] = {}
    for naming in sorted(namings, key=lambda n: n.start):
        heads.setdefault(naming.listing, naming)
    clusters = [
        _cluster(group, places, provinces, [heads[i] for i in sorted(group.listings)])
        for group in groups
    ]
    return sorted(clusters, key=lambda c: (c.mentions[0].start, c.mentions[0].end))


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others.

    >>> sorted(words_of("رب و ترشیجات")) == sorted(words_of("ترشیجات، رب"))
    True
    """
    keys = (fold(w.key) for part in name.split() for w in split_words(part))
    return frozenset(key for key in keys if key not in _LOOSE and key.isalpha())


def _fits(group: _Group, naming: Naming, words: frozenset[str], province: str | None) -> bool:
    """Whether the naming is a short form of the group's name and nothing speaks against it."""
    if naming.listing in group.listings and words != group.words:
        return False
    if province and group.provinces and province not in group.provinces:
        return False
    return all(any(akin(word, other) for other in group.words) for word in words)


def _best(groups: Sequence[_Group], naming: Naming, words: frozenset[str]) -> _Group:
    """Of several full names the very same one, else the one named last before."""

    def rank(group: _Group) -> tuple[bool, int]:
        return group.words == words, group.last_before(naming.start)

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


def _cluster(
    group: _Group, places: Sequence[Place], provinces: ProvinceSource, heads: Sequence[Naming]
) -> Cluster:
    """The cluster of a group; ``heads`` open the lists that it was named in."""
    namings = sorted(group.namings, key=lambda n: n.start)
    mentions = tuple(Mention(n.start, n.end) for n in namings)
    place = next((n.place for n in namings if n.place is not None), None)
    stated = next((n for n in namings if n.province), None)
    beside = provinces.beside(heads) if place is None and stated is None else None
    if beside is not None and is_abroad(places[beside]):
        place, beside = beside, None
    inside = places[place].province if place is not None else None
    if place is not None:
        note("clusters", mentions[0], "place", "clusters.place", places[place])
    if stated:
        found: tuple[str | None, Basis | None] = (stated.province, Basis.STATED)
        _take_over(mentions, "province", "clusters.province.stated", stated, "place")
    elif inside and place is not None:
        found = (inside, Basis.PLACE)
        note("clusters", mentions[0], "province", "clusters.province.of_place", places[place])
    elif place is not None and is_abroad(places[place]):
        found = None, None
    elif beside is not None:
        is_province = places[beside].kind is PlaceKind.PROVINCE
        found = places[beside].province, Basis.STATED if is_province else Basis.PLACE
        note("clusters", mentions[0], "province", "clusters.province.beside", places[beside])
    else:
        found = provinces.at(mentions)
    name = _name(namings)
    full = next(n for n in namings if n.name == name)
    _take_over(mentions, "name", "clusters.name.fullest", full, "name")
    return Cluster(name, mentions, *found, place=place)


def _take_over(
    mentions: Sequence[Mention], field: str, rule: str, naming: Naming, source: str
) -> None:
    inherit("clusters", mentions[0], field, rule, ("namings", naming.start, source))


def _name(namings: Sequence[Naming]) -> str:
    """The fullest form; of equals a trade («ملیله‌کاری»), then the most frequent, the shortest."""
    counts = Counter(n.name for n in namings)

    def rank(name: str) -> tuple[int, bool, int, int]:
        return len(words_of(name)), name.endswith(_TRADES), counts[name], -len(name)

    return max(counts, key=rank)
