"""Of which cluster and which province a figure speaks, and on whose word."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.lexicon.models import Cue
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Mention, Official, Place, Quantity, Reference, Statement, Topic
from extractor.reasons import inherit, note
from schemas.vocabularies import Basis, Indicator, PlaceKind, RoleCode, Unit

M = TypeVar("M", bound=Mention)

# Counts of these are about a province or the country, not about one cluster.
_NOT_OF_A_CLUSTER = frozenset((Unit.CLUSTER, Unit.ESTATE, Unit.PROVINCE, Unit.CITY, Unit.COUNTRY))
_HOME = frozenset((PlaceKind.PROVINCE, PlaceKind.COUNTY, PlaceKind.CITY, PlaceKind.ESTATE))


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what and on whose word a figure speaks; indexes count in the document's groups."""

    cluster: int | None
    cluster_basis: Basis | None
    speaker: int | None
    province: str | None
    province_basis: Basis | None
    place: int | None


def link_scopes(
    scene: Scene, indicators: Sequence[Indicator], wholes: Sequence[int | None]
) -> list[Scope]:
    """For each quantity its scope; in text order, since one may carry on the one before.

    A part without a province of its own lies in its whole's.
    """
    provinces = ProvinceLinker(scene)
    scopes: list[Scope] = []
    for i, quantity in enumerate(scene.quantities):
        cluster, cluster_basis = link_cluster(scene, quantity)
        whole = wholes[i]
        near = whole is not None and whole < i and _same_talk(scene, i, whole)
        if cluster is None and whole is not None and near:
            cluster, cluster_basis = scopes[whole].cluster, scopes[whole].cluster_basis
            source = ("figures", scene.quantities[whole], "cluster")
            inherit("figures", quantity, "cluster", "figures.cluster.of_whole", source)
        if indicators[i] is Indicator.IMPORTS or _of_the_market(scene, quantity):
            cluster, cluster_basis = None, None
            note("figures", quantity, "cluster", "figures.cluster.of_the_market", quantity)
        speaker = link_speaker(scene, quantity)
        before = (scene.quantities[i - 1], scopes[i - 1]) if i else None
        province = provinces.link(quantity, cluster, speaker, before)
        if province[0] is None and whole is not None and whole < i and scopes[whole].province:
            province = scopes[whole].province, Basis.CONTEXT, None
            source = ("figures", scene.quantities[whole], "province")
            inherit("figures", quantity, "province", "figures.province.of_whole", source)
        scopes.append(Scope(cluster, cluster_basis, speaker, *province))
    return scopes


def _same_talk(scene: Scene, i: int, whole: int) -> bool:
    """Whether a part stands so near its whole that it is of the same cluster."""
    here = scene.sentence_index(scene.quantities[i].start)
    return here - scene.sentence_index(scene.quantities[whole].start) <= 1


def link_cluster(scene: Scene, quantity: Quantity) -> tuple[int | None, Basis | None]:
    """The cluster the text is about at the figure, if it is about just one."""
    if quantity.unit in _NOT_OF_A_CLUSTER:
        note("figures", quantity, "cluster", "figures.cluster.counts_areas", quantity)
        return None, None
    topics: Sequence[Topic] = scene.doc._.topics
    topic = _covering(topics, quantity.start)
    if topic is None or len(topic.clusters) != 1:
        if topic is not None:
            _note_topic(quantity, "several", topic)
        return None, None
    cluster = topic.clusters[0]
    clause = scene.sentence(quantity.start)
    mentions = scene.doc._.clusters[cluster].mentions
    named = [m for m in mentions if clause.start <= m.start < clause.end]
    _note_topic(quantity, "same_sentence" if named else "topic", topic, *named[:1])
    return cluster, Basis.STATED if named else Basis.CONTEXT


def _note_topic(quantity: Quantity, rule: str, topic: Topic, *words: Mention) -> None:
    source = ("topics", topic.start, "clusters")
    inherit("figures", quantity, "cluster", f"figures.cluster.{rule}", source, *words)


def _of_the_market(scene: Scene, quantity: Quantity) -> bool:
    """«۲۰ درصد بازار ما», «سهم کالای وارداتی»: a share of the market is no cluster's."""
    clause = scene.clause(quantity.start)
    left, right = max(clause.start, quantity.start - 40), min(clause.end, quantity.end + 12)
    return quantity.unit == Unit.PERCENT and bool(scene.hits("market", left, right))


def link_speaker(scene: Scene, quantity: Quantity) -> int | None:
    """Who says it: the speaker of the innermost statement around the figure."""
    statements: Sequence[Statement] = scene.doc._.statements
    statement = _covering(statements, quantity.start)
    if statement is None:
        return None
    source = ("statements", statement.start, "speaker")
    inherit("figures", quantity, "speaker", "figures.speaker.statement", source)
    return statement.speaker


def _covering(stretches: Sequence[M], position: int) -> M | None:
    """The last stretch to begin of those that cover a position."""
    i = bisect_right(stretches, position, key=lambda m: m.start)
    return next((m for m in reversed(stretches[max(0, i - 8) : i]) if m.end > position), None)


class ProvinceLinker:
    """The province of each figure: stated, the cluster's, the speaker's, the article's."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._article = _main_province(scene)

    def link(
        self,
        quantity: Quantity,
        cluster: int | None,
        speaker: int | None,
        before: tuple[Quantity, Scope] | None,
    ) -> tuple[str | None, Basis | None, int | None]:
        """Province, its basis, and the index of the place where one is named for it."""
        if quantity.unit == Unit.COUNTRY or self._is_national(quantity):
            return None, None, None
        doc = self._scene.doc
        if cluster is not None and (province := doc._.clusters[cluster].province):
            first = doc._.clusters[cluster].mentions[0]
            _note_province(quantity, "of_cluster", ("clusters", first, "province"))
            return province, Basis.CONTEXT, None
        # Officials of a province speak of it; the places they name are fairs and markets.
        if speaker is not None and (province := _office_province(doc._.officials[speaker])):
            first = doc._.officials[speaker].mentions[0]
            _note_province(quantity, "of_office", ("officials", first.start, "province"))
            return province, Basis.OFFICE, self._home_place(quantity, province)
        stated = self._stated(quantity)
        if stated is not None:
            place = self._scene.places[stated]
            note("figures", quantity, "province", "figures.province.stated", place)
            note("figures", quantity, "place", "figures.place.stated", place)
            basis = Basis.STATED if place.kind is PlaceKind.PROVINCE else Basis.PLACE
            return place.province or place.code, basis, stated
        if before and (carried := self._carried(quantity, speaker, before)):
            _note_province(quantity, "carried", ("figures", before[0], "province"))
            return carried, Basis.CONTEXT, None
        if speaker is None and self._article:
            province, place = self._article
            note("figures", quantity, "province", "figures.province.of_article", place)
            return province, Basis.CONTEXT, None
        return None, None, None

    def _carried(
        self, quantity: Quantity, speaker: int | None, before: tuple[Quantity, Scope] | None
    ) -> str | None:
        """The province of the figure that the same speaker gave just before."""
        if speaker is None or before is None or before[1].speaker != speaker:
            return None
        here = self._scene.sentence_index(quantity.start)
        near = here - self._scene.sentence_index(before[0].start) <= 1
        return before[1].province if near else None

    def _home_place(self, quantity: Quantity, province: str) -> int | None:
        stated = self._stated(quantity)
        if stated is None or self._scene.places[stated].kind is PlaceKind.PROVINCE:
            return None
        place = self._scene.places[stated]
        if place.province != province:
            return None
        note("figures", quantity, "place", "figures.place.of_office", place)
        return stated

    def _stated(self, quantity: Quantity) -> int | None:
        """A place of this country in the sentence, the nearest one."""
        sentence = self._scene.sentence(quantity.start)
        places = self._scene.places
        inside = [
            i
            for i in self._scene.places_in(sentence)
            if _is_home(places[i]) and not self._is_aside(places[i])
        ]
        return min(inside, key=lambda i: _distance(places[i], quantity), default=None)

    def _is_aside(self, place: Place) -> bool:
        """A place in the name of a speaker's office, or of a road, tells of these."""
        if self._scene.hits("route", max(0, place.start - 20), place.start):
            return True
        references: Sequence[Reference] = self._scene.doc._.references
        last = bisect_right(references, place.start, key=lambda r: r.start)
        return any(place.start < r.end for r in references[max(0, last - 3) : last])

    def _is_national(self, quantity: Quantity) -> bool:
        """«در کل کشور» beside the figure, nearer than any place."""
        clause = self._scene.clause(quantity.start)
        start, end = max(clause.start, quantity.start - 45), min(clause.end, quantity.end + 25)
        hits = self._scene.hits("national", start, end)
        if not hits:
            return False
        stated = self._stated(quantity)
        nearest = min(hits, key=lambda h: _distance(h, quantity))
        reach = _distance(nearest, quantity)
        if stated is not None and reach >= _distance(self._scene.places[stated], quantity):
            return False
        note("figures", quantity, "province", "figures.province.national", nearest)
        return True


def _note_province(quantity: Quantity, rule: str, source: tuple[str, Mention | int, str]) -> None:
    inherit("figures", quantity, "province", f"figures.province.{rule}", source)


def _distance(named: Mention | Hit[Cue], quantity: Quantity) -> int:
    before = named.end <= quantity.start
    return quantity.start - named.end if before else named.start - quantity.end


def _is_home(place: Place) -> bool:
    return place.kind in _HOME and (place.province or place.code) is not None


def _office_province(official: Official) -> str | None:
    """The province an office is about; members of parliament speak of the whole country."""
    return None if official.role_code is RoleCode.MP else official.province


def _main_province(scene: Scene) -> tuple[str, Place] | None:
    """The province named most often, and where first; none known by its cities alone."""
    counts: Counter[str] = Counter()
    proper: set[str] = set()
    first: dict[str, Place] = {}
    for place in filter(_is_home, scene.places):
        province = place.province or place.code or ""
        counts[province] += 1
        first.setdefault(province, place)
        if place.kind is not PlaceKind.CITY or place.start < scene.headline_end:
            proper.add(province)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    code = ranked[0][0]
    return (code, first[code]) if code in proper else None
