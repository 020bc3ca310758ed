"""What people said of names, laid over the groups that the rules make of them."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from corpus.reviews import Kind, Merge

_DIGEST = 6  # bytes: among 100,000 names two are alike with a chance of 1 in 50,000


class Variant(NamedTuple):
    """One way in which a cluster or an official is named: what a decision can be about."""

    name_key: str
    province: str = ""
    office: str = ""


def identity_of(kind: Kind, *key: str) -> str:
    """An identity that is the same in every run.

    >>> identity_of("cluster", "سنگ", "IR-10")
    'c44b8cd933aba'
    """
    told = "\x1f".join((kind, *key))
    return kind[0] + blake2b(told.encode(), digest_size=_DIGEST).hexdigest()


class Decisions:
    """The decisions of one kind; ``groups`` are the identities that the rules gave."""

    def __init__(self, kind: Kind, groups: Mapping[Variant, str], told: Iterable[Merge]) -> None:
        self._kind: Kind = kind
        self._groups = groups
        told = [merge for merge in told if merge.kind == kind]
        known = set(groups.values())
        # An identity may go by the name of one of its variants: those it was known by before.
        self._known = {identity_of(kind, *v): group for v, group in groups.items()}
        self._known |= {group: group for group in known}
        self._of_name = {Variant(m.name_key, m.province, m.office): m.identity for m in told}
        whole = [m for m in told if m.name_key in self._known and m.identity]
        self._moved = {self._known[m.name_key]: m.identity for m in whole}

    def identity(self, variant: Variant) -> str:
        """To whom a name belongs after all."""
        said = self._of_name.get(variant)
        if said is None:
            return self._resolve(self._groups[variant])
        return self._resolve(said) if said else identity_of(self._kind, "apart", *variant)

    def _resolve(self, identity: str) -> str:
        """Follow an identity that was moved; those moved in a circle are one."""
        seen: list[str] = []
        while True:
            identity = self._known.get(identity, identity)
            if identity in seen:
                return min(seen[seen.index(identity) :])
            seen.append(identity)
            if identity not in self._moved:
                return identity
            identity = self._moved[identity]
