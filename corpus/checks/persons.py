"""Which namings of officials are one person; no database here.

A full name is one person within a body, or within an office of a province. Namesakes in other
offices are others, since no article says that someone changed office. A family name alone and
an office alone are the person who holds that office in that province and body in that year, if
only one does.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from corpus.checks.decisions import Variant, identity_of

# Offices of which a body has one at a time.
_ONE_OF_BODY = frozenset(
    ("managing_director", "director_general", "head", "chair", "secretary", "spokesperson")
)
_ONE_OF_PROVINCE = frozenset(("governor_general",))


class Office(NamedTuple):
    """An office as compared: its slug, else its words; the body; the province."""

    role: str
    body: str
    province: str

    @property
    def has_one_holder(self) -> bool:
        """Whether nobody else can hold it at the same time."""
        if self.role in _ONE_OF_PROVINCE:
            return bool(self.province)
        return self.role in _ONE_OF_BODY and bool(self.body)

    def fits(self, other: "Office") -> bool:
        """The same role in the same province, where no other body is named."""
        bodies = {self.body, other.body} - {""}
        return self[::2] == other[::2] and len(bodies) < 2


@dataclass(slots=True)
class Naming:
    """All namings of officials that say the same: name, office, and the year if need be."""

    variant: Variant
    words: tuple[str, ...]  # of the name; none if the office alone is named
    office: Office
    years: set[int] = field(default_factory=set)
    first: tuple[str, str] = ("9999", "")  # day and article in which it was first said

    @property
    def is_full(self) -> bool:
        """Whether the name has a forename."""
        return len(self.words) > 1


def group_persons(namings: Collection[Naming]) -> dict[Variant, str | None]:
    """The identity of every naming; None for an office that several may hold."""
    groups = _Groups(namings)
    by_name: defaultdict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.words:
            by_name["".join(naming.words)].append(naming)
    for same in by_name.values():
        _join_named(same, groups)
    _join_unnamed([n for n in namings if not n.is_full], [n for n in namings if n.is_full], groups)
    return {
        n.variant: groups.identity(n.variant) if n.words or n.office.has_one_holder else None
        for n in namings
    } | dict(groups.joined())


class _Groups:
    """Sets of namings that grow together (union-find)."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        self._up = {n.variant: n.variant for n in namings}
        self._rank = {n.variant: (*n.first, n.variant) for n in namings}
        self._late: dict[Variant, Variant] = {}

    def root(self, variant: Variant) -> Variant:
        while self._up[variant] != variant:
            self._up[variant] = self._up[self._up[variant]]
            variant = self._up[variant]
        return variant

    def join(self, first: Variant, second: Variant) -> None:
        """One group of two; it is called after the naming that was first."""
        roots = sorted({self.root(first), self.root(second)}, key=self._rank.__getitem__)
        for root in roots[1:]:
            self._up[root] = roots[0]

    def follow(self, variant: Variant, person: Variant) -> None:
        """The office or family name of a person, which brings no other namings along."""
        self._late[variant] = person

    def identity(self, variant: Variant) -> str:
        return identity_of("official", *self.root(variant))

    def joined(self) -> Iterator[tuple[Variant, str]]:
        for variant, person in self._late.items():
            yield variant, self.identity(person)


def _join_named(namings: list[Naming], groups: _Groups) -> None:
    """Join the namings of one name."""
    bodies: defaultdict[str, list[Naming]] = defaultdict(list)
    posts: defaultdict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.office.body:
            bodies[naming.office.body].append(naming)
        if naming.office.role:
            posts[naming.office.role, naming.office.province].append(naming)
    for of_body in bodies.values():
        _join_in_one_province(of_body, groups)
    for of_post in posts.values():
        named = {n.office.body for n in of_post} - {""}
        alike = of_post if len(named) < 2 else [n for n in of_post if not n.office.body]
        _join_all(alike, groups)
    _join_bare([n for n in namings if n.is_full], groups)


def _join_in_one_province(namings: list[Naming], groups: _Groups) -> None:
    """One body: its province, and, if there is but one, those who do not tell it."""
    by_province: defaultdict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_province[naming.office.province].append(naming)
    known = [province for province in by_province if province]
    if len(known) == 1:
        by_province[known[0]] += by_province.pop("", [])
    for same in by_province.values():
        _join_all(same, groups)


def _join_bare(namings: list[Naming], groups: _Groups) -> None:
    """A full name without an office is its only bearer in the province."""
    bare = [n for n in namings if not n.office.role and not n.office.body and n.office.province]
    for naming in bare:
        there = [n for n in namings if n.office.province == naming.office.province]
        if len({groups.root(n.variant) for n in there if n is not naming}) == 1:
            _join_all(there, groups)


def _join_all(namings: Iterable[Naming], groups: _Groups) -> None:
    for first, second in pairwise(namings):
        groups.join(first.variant, second.variant)


def _join_unnamed(unnamed: list[Naming], full: list[Naming], groups: _Groups) -> None:
    """Give a family name or an office alone to the one who holds it in that year."""
    holders: defaultdict[tuple[object, ...], list[Naming]] = defaultdict(list)
    for naming in full:
        for year in naming.years:
            for key in _keys_of_holder(naming):
                holders[(year, *key)].append(naming)
    for naming in unnamed:
        person = _only_holder(naming, holders, groups)
        if person is not None:
            groups.follow(naming.variant, person)


def _keys_of_holder(naming: Naming) -> Iterator[tuple[str, str, str]]:
    """By what is left of a person where the name is shortened or left out.

    A compound family name may be written in two words.
    """
    role, body, province = naming.office
    for i in range(1, len(naming.words)):
        yield role, province, "".join(naming.words[i:])
    yield role, province, f"@{body}"


def _only_holder(
    naming: Naming, holders: Mapping[tuple[object, ...], list[Naming]], groups: _Groups
) -> Variant | None:
    office = naming.office
    if not office.role or not (office.province or office.body) or len(naming.years) != 1:
        return None
    if not naming.words and not office.has_one_holder:
        return None
    post = min(naming.years), office.role, office.province
    called = ["".join(naming.words)] if naming.words else sorted({f"@{office.body}", "@"})
    there = (n for name in called for n in holders.get((*post, name), ()))
    fitting = [n.variant for n in there if office.fits(n.office)]
    return fitting[0] if len({groups.root(v) for v in fitting}) == 1 else None
