"""Bring the namings of one cluster together under its fullest name."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.clusters.namings import Naming
from extractor.lexicon.places import fold
from extractor.mentions import Cluster, Mention, Place
from extractor.reasons import collecting, inherit, note
from extractor.words import split_words
from schemas.vocabularies import Basis

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
    namings: Sequence[Naming], places: Sequence[Place], provinces: "ProvinceSource"
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
    clusters = [_cluster(group, places, provinces) for group in groups]
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


def _cluster(group: _Group, places: Sequence[Place], provinces: "ProvinceSource") -> Cluster:
    namings = sorted(group.namings, key=lambda n: n.start)
    mentions = tuple(Mention(n.start, n.end) for n in namings)
    place = next((n.place for n in namings if n.place is not None), None)
    stated = next((n for n in namings if n.province), None)
    inside = places[place].province if place is not None else None
    if place is not None:
        note("clusters", mentions[0], "place", "clusters.place", places[place])
    if stated:
        found: tuple[str | None, Basis | None] = (stated.province, Basis.STATED)
        _take_over(mentions, "province", "clusters.province.stated", stated, "place")
    elif inside and place is not None:
        found = (inside, Basis.PLACE)
        note("clusters", mentions[0], "province", "clusters.province.of_place", places[place])
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


class ProvinceSource:
    """The province a text speaks of where a cluster's own is not stated."""

    def __init__(self, places: Sequence[Place], offices: Sequence[tuple[int, str | None]]) -> None:
        """``offices``: where an office is named, and its province; None for a national one."""
        self._starts = [start for start, _ in offices]
        self._codes = [code for _, code in offices]
        self._first = next((code for code in self._codes if code), None)
        self._nation = None in self._codes
        self._places = places
        named = [place.code or place.province for place in places]
        self._counts = Counter(code for code in named if code and code.startswith("IR-"))

    def at(self, mentions: Sequence[Mention]) -> tuple[str | None, Basis | None]:
        """Province and basis: the office spoken of last, else the one province of the text."""
        for mention in mentions:
            before = bisect_right(self._starts, mention.start)
            if before and (code := self._codes[before - 1]):
                self._note(mentions, "last_office", code, self._starts[before - 1])
                return code, Basis.OFFICE
        if self._first and not self._nation:
            self._note(mentions, "first_office", self._first)
            return self._first, Basis.OFFICE
        ranked = self._counts.most_common(2)
        sure = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        if sure and (not self._nation or len(ranked) == 1):
            self._note(mentions, "of_article", ranked[0][0])
            return ranked[0][0], Basis.CONTEXT
        return None, None

    def _note(self, mentions: Sequence[Mention], rule: str, code: str, start: int = 0) -> None:
        if collecting():
            named = (p for p in self._places if p.start >= start and code in (p.code, p.province))
            rule = f"clusters.province.{rule}"
            note("clusters", mentions[0], "province", rule, next(named))


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
