"""Which readings of a name the text gives enough evidence for.

A name that is nothing else is believed at once; a doubtful one needs a word before it that says
its kind, a neighbour of its own province, or at least its province somewhere in the text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from extractor.lexicon.places import Reading
from extractor.places.context import CLUSTER, Naming
from extractor.places.cues import Readings
from schemas.vocabularies import PlaceKind

INNER = frozenset((PlaceKind.CITY, PlaceKind.COUNTY))
_SURE_PROVINCE = 2  # a province's own name counts as two of its towns


def provinces_seen(namings: Sequence[Naming]) -> Counter[str]:
    """How often each province or country is named, itself or by a place that lies in it."""
    seen = Counter[str]()
    for naming in namings:
        cued = not naming.weak_cue
        sure = [
            r for r in naming.readings if r.evidence == "none" or (cued and _cue_fits(naming, r))
        ]
        for code in {r.code for r in sure if r.code}:
            seen[code] += _SURE_PROVINCE
        inside = {r.inside for r in sure if r.inside}
        if len(inside) == 1:
            seen.update(inside)
    return seen


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """The readings of a name beside another, and whether a comma or «و» parts them."""

    readings: Readings
    listed: bool

    @property
    def is_province(self) -> bool:
        return any(r.evidence == "none" and PlaceKind.PROVINCE in r.kinds for r in self.readings)


def _neighbours(naming: Naming, before: Naming | None, after: Naming | None) -> list[_Neighbour]:
    found: list[_Neighbour] = []
    for other, second in ((before, naming), (after, after)):
        if other is not None and second is not None and (second.linked or second.adjoins):
            found.append(_Neighbour(other.readings, second.linked and not second.adjoins))
    return found


def believed(namings: Sequence[Naming], seen: Counter[str]) -> list[Naming]:
    """Namings without the readings that their context gives no evidence for."""
    kept: list[Naming] = []
    known = {
        naming.key
        for naming in namings
        if not naming.weak_cue and any(_cue_fits(naming, r) for r in naming.readings)
    }
    for naming, after in zip_longest(namings, namings[1:]):
        near = _neighbours(naming, kept[-1] if kept else None, after)
        likely = [r for r in naming.readings if _is_likely(naming, r, near, seen, known)]
        at_home = [r for r in likely if any(_shares_home(r, n.readings) for n in near)]
        if at_home:
            likely = [r for r in likely if r in at_home or _is_peer_province(r, near)]
        naming.readings = tuple(likely)
        if naming.readings:
            kept.append(naming)
            known.add(naming.key)
    return kept


def _is_likely(
    naming: Naming,
    reading: Reading,
    near: Sequence[_Neighbour],
    seen: Counter[str],
    known: set[str],
) -> bool:
    """Whether the context gives the evidence that this reading needs."""
    if reading.evidence == "none":
        return True
    if naming.timed:
        return False
    if _cue_fits(naming, reading):
        return not naming.weak_cue or home_of(reading) in seen
    if naming.hint and naming.key in known:
        return True
    # «فیروزه نیشابور» is a stone, «در بهار همدان» a town: beside a name it takes a word more.
    beside = near if naming.hint or reading.evidence == "weak" else [n for n in near if n.listed]
    if any(_shares_home(reading, n.readings) for n in beside):
        return True
    if naming.hint == CLUSTER:
        return home_of(reading) in seen
    if reading.evidence == "strong":
        return bool(reading.code) and any(n.is_province for n in beside if n.listed)
    inland = home_of(reading).startswith("IR-")
    if home_of(reading) in seen and (naming.hint or inland):
        return True
    return any(_is_sure_peer(reading, n.readings) for n in near if n.listed or inland)


def _cue_fits(naming: Naming, reading: Reading) -> bool:
    """Whether the word before the name says a kind that the reading is of."""
    cue = naming.cue or naming.row_cue
    return cue in reading.kinds or (cue in INNER and not INNER.isdisjoint(reading.kinds))


def home_of(reading: Reading) -> str:
    """Code of the province or country that the place is or lies in."""
    return reading.inside or reading.code or ""


def _shares_home(reading: Reading, others: Readings) -> bool:
    home = home_of(reading)
    return any(other.evidence == "none" and home in (other.inside, other.code) for other in others)


def _is_peer_province(reading: Reading, near: Sequence[_Neighbour]) -> bool:
    """«استان‌های قزوین، البرز …»: a province in a row with what may be one, no county of it."""
    return (
        reading.evidence == "none"
        and PlaceKind.PROVINCE in reading.kinds
        and any(n.listed and PlaceKind.PROVINCE in r.kinds for n in near for r in n.readings)
    )


def _is_sure_peer(reading: Reading, others: Readings) -> bool:
    """Whether a sure name beside this one is of the same sort, at home or abroad."""
    abroad = not home_of(reading).startswith("IR-")
    return any(
        other.evidence == "none" and abroad is not home_of(other).startswith("IR-")
        for other in others
    )
