"""Decide of what kind the places named are, and which one is meant."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from extractor.mentions import Place
from extractor.places.belief import INNER, believed, home_of, provinces_seen
from extractor.places.context import ContextReader, Naming
from extractor.places.matching import Words
from extractor.places.rows import counts_clusters, is_row
from extractor.reasons import Stretch, note
from schemas.vocabularies import PlaceKind

_AND = "و"
_ADJOINING = " \u200c-–"
_PARALLEL_REACH = 6
_ALSO_REACH = 30  # «در قم هم»
_FEW = 8  # names before it that one may be parallel to
_COUNT_REACH = 40  # «یزد با ۱۲ خوشه»


class Resolver:
    """Turns namings into places, with the whole text as context."""

    def __init__(self, reader: ContextReader) -> None:
        self._reader = reader

    def places(self, words: Words, estates: Sequence[Place] = ()) -> list[Place]:
        """The places named, in text order; within an estate's name only a town is one."""
        namings = _outside(self._reader.namings(words), estates)
        _link(words, namings)
        seen = provinces_seen(namings)
        namings = believed(namings, seen)
        _link(words, namings)
        for row in _rows(namings):
            _settle_row(row)
        for i, naming in enumerate(namings):
            if naming.kind is None:
                naming.kind = self._kind(words, naming, namings[max(0, i - _FEW) : i])
        return [
            _place(naming, following, seen)
            for naming, following in zip_longest(namings, namings[1:])
        ]

    def _kind(self, words: Words, naming: Naming, earlier: Sequence[Naming]) -> PlaceKind:
        """The kind of a name that neither a cue nor its row has settled."""
        previous = earlier[-1] if earlier else None
        if not _is_both(naming):
            return _told(naming, "only", next(k for k in _PREFERENCE if naming.can_be(k)))
        if previous and naming.adjoins and _code(naming) in {r.inside for r in previous.readings}:
            return _told(naming, "behind_town", PlaceKind.PROVINCE, previous.match)
        if _is_province_first(naming):
            return _told(naming, "province_first", PlaceKind.PROVINCE)
        if self._reader.told_province(words, naming):
            behind = words.starts[naming.match.stop], words.ends[naming.match.stop]
            return _told(naming, "called_province", PlaceKind.PROVINCE, behind)
        if counts_clusters(words.text[naming.match.end : naming.match.end + _COUNT_REACH]):
            return _told(naming, "counted", PlaceKind.PROVINCE)
        if among := self._reader.among_provinces(words, naming):
            return _told(naming, "among_provinces", PlaceKind.PROVINCE, among, row=among.value)
        if said := self._reader.body(words, naming, previous):
            return _told(naming, "of_body", said.value, said)
        if previous and (peer := self._peer(words, naming, earlier)):
            return _told(naming, "parallel", PlaceKind.PROVINCE, peer.match)
        return _told(naming, "capital", PlaceKind.CITY)

    def _peer(self, words: Words, naming: Naming, earlier: Sequence[Naming]) -> Naming | None:
        """«چای در گیلان و قطعات خودرو در سمنان»: a province behind the same preposition."""
        peers = [
            other
            for other in earlier
            if other.kind is PlaceKind.PROVINCE and not _is_both(other)
            if words.keys[other.match.first - 1] == words.keys[naming.match.first - 1]
            if other.match.first
        ]
        if not peers:
            return None
        near = naming.match.first - 1 - peers[-1].match.stop
        also = self._reader.is_also(words, naming)
        if peers[-1] is earlier[-1] and near <= (_ALSO_REACH if also else _PARALLEL_REACH):
            return peers[-1]
        # «در گیلان …، در لرستان … و در قم هم»: towns of these provinces may stand in between.
        row = [p for p in peers if self._reader.in_sentence(words, p, naming)]
        return row[-1] if also and len(row) > 1 else None


def _told(
    naming: Naming,
    rule: str,
    kind: PlaceKind,
    *words: Stretch | tuple[int, int] | None,
    row: str | None = None,
) -> PlaceKind:
    note("places", naming.match, "kind", f"places.kind.{rule}", *words, naming.match, row=row)
    return kind


_PREFERENCE = (PlaceKind.PROVINCE, PlaceKind.COUNTRY, PlaceKind.CITY, PlaceKind.COUNTY)


def _outside(namings: list[Naming], estates: Sequence[Place]) -> list[Naming]:
    """Namings without those of provinces and countries inside the estates' names."""
    kept: list[Naming] = []
    starts = [estate.start for estate in estates]
    for naming in namings:
        nearest = bisect_right(starts, naming.match.start) - 1
        if nearest >= 0 and naming.match.start < estates[nearest].end:
            naming.readings = tuple(
                r for r in naming.readings if r.evidence == "none" and PlaceKind.CITY in r.kinds
            )
            naming.kind = _told(naming, "in_estate", PlaceKind.CITY, estates[nearest])
        if naming.readings:
            kept.append(naming)
    return kept


def _link(words: Words, namings: Sequence[Naming]) -> None:
    """Mark which names stand in one list with the name before them, or right behind it."""
    for before, naming in pairwise(namings):
        gap = words.text[before.match.end : naming.match.start]
        naming.linked = naming.cue is None and is_row(gap, _word_before(words, before))
        naming.joined = gap.strip() == _AND
        if naming.linked and before.whole_row:
            naming.row_cue, naming.whole_row = before.cue or before.row_cue, True
        naming.adjoins = not gap.strip(_ADJOINING) or naming.cue_first == before.match.stop


def _word_before(words: Words, naming: Naming) -> str | None:
    """The word before a name and its cue: «در» of «در شهرستان پاوه»."""
    first = naming.match.first if naming.cue is None else naming.cue_first
    return words.keys[first - 1] if words.touches(first) else None


def _rows(namings: Sequence[Naming]) -> Iterator[list[Naming]]:
    """Names that stand in one list, or alone."""
    row: list[Naming] = []
    for naming in namings:
        if row and not naming.linked:
            yield row
            row = []
        row.append(naming)
    if row:
        yield row


def _settle_row(row: Sequence[Naming]) -> None:
    """Give each name the kind that its cue, or the list it stands in, says."""
    head = row[0]
    if head.cue is not None and head.kind is None:
        head.kind = _of_kind(head, head.cue)
        if head.kind is not None:
            _told(head, "cue", head.kind, head.cue_words, row=head.cue_row)
    spreads = head.whole_row or head.kind is PlaceKind.PROVINCE
    for naming in row[1:]:
        # «شهرستان جیرفت و کهنوج»: careless writers leave the plural out before «و».
        spreads = spreads or (head.kind is PlaceKind.COUNTY and naming.joined)
        if head.kind is not None and spreads and not naming.adjoins:
            naming.kind = _of_kind(naming, head.kind)
            if naming.kind is not None:
                _told(naming, "row_cue", naming.kind, head.cue_words, head.match, row=head.cue_row)
    sure = [n for n in row if not _is_both(n) or _is_province_first(n)]
    if not sure:
        return
    kind = PlaceKind.PROVINCE if all(n.can_be(PlaceKind.PROVINCE) for n in sure) else None
    if any(n.can_be(PlaceKind.CITY) for n in sure if not _is_both(n)):
        kind = PlaceKind.CITY
    for naming in row:
        open_ = naming.kind is None and _is_both(naming) and not naming.adjoins
        if kind and open_ and not (kind is PlaceKind.PROVINCE and _is_province_first(naming)):
            naming.kind = _told(naming, "row", kind, sure[0].match)


def _of_kind(naming: Naming, kind: PlaceKind) -> PlaceKind | None:
    """The kind a cue gives this name; None where no such place bears it."""
    if kind is PlaceKind.REGION:
        return kind if any(map(naming.can_be, INNER)) else None
    if kind is PlaceKind.PROVINCE and not naming.can_be(kind):
        abroad = all(r.inside and not r.inside.startswith("IR-") for r in naming.readings)
        return PlaceKind.REGION if abroad else None
    if kind is PlaceKind.COUNTY:
        inland = any(r.inside and r.inside.startswith("IR-") for r in naming.readings)
        return kind if inland else None
    return kind if naming.can_be(kind) else None


def _is_both(naming: Naming) -> bool:
    return naming.can_be(PlaceKind.PROVINCE) and naming.can_be(PlaceKind.CITY)


def _is_province_first(naming: Naming) -> bool:
    """«گلستان»: the town of a province's name is not its capital."""
    return naming.can_be(PlaceKind.PROVINCE) and not any(r.capital for r in naming.readings)


def _code(naming: Naming) -> str | None:
    return next((r.code for r in naming.readings if PlaceKind.PROVINCE in r.kinds), None)


def _place(naming: Naming, following: Naming | None, seen: Counter[str]) -> Place:
    kind = naming.kind or PlaceKind.CITY
    # A county's name is often known only as that of its city, and the other way round.
    fitting = [r for r in naming.readings if kind in r.kinds] or list(naming.readings)
    fitting = [r for r in fitting if not r.code or kind not in INNER] or fitting
    next_code = _code(following) if following is not None and following.adjoins else None
    fitting.sort(
        key=lambda r: (r.inside != next_code, -seen[home_of(r)], PlaceKind.COUNTY not in r.kinds)
    )
    chosen, others = fitting[0], fitting[1:]
    beside = following if next_code is not None and chosen.inside == next_code else None
    rule = "of_several" if others else "only"
    neighbour = beside.match if beside else None
    row = f"{chosen.file}#{chosen.row}"
    for field in ("name", "code", "province"):
        note(
            "places", naming.match, field, f"places.which.{rule}", naming.match, neighbour, row=row
        )
    inland = bool(chosen.inside and chosen.inside.startswith("IR-"))
    return Place(
        naming.match.start,
        naming.match.end,
        kind,
        chosen.name,
        code=chosen.code if kind in (PlaceKind.PROVINCE, PlaceKind.COUNTRY) else None,
        province=chosen.code if kind is PlaceKind.PROVINCE else chosen.inside if inland else None,
        alternatives=tuple(
            dict.fromkeys(r.inside for r in others if r.inside and r.inside.startswith("IR-"))
        ),
    )
