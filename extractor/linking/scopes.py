"""Of which cluster and which province a figure speaks, and on whose word."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from extractor.linking.provinces import COUNTS_OF_AREAS, ProvinceLinker
from extractor.linking.scene import Scene
from extractor.mentions import Mention, Quantity, Statement, Topic
from extractor.reasons import inherit, note
from schemas.vocabularies import Basis, Indicator, Unit

_TO, _FROM = "به", "از"
_GUESTS = frozenset((Unit.ENTERPRISE, Unit.WORKSHOP, Unit.PERSON, Unit.OTHER, Unit.ITEM))
_NAMED = 90  # characters from a figure to the words that name what it is of

M = TypeVar("M", bound=Mention)


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
        gathered = _is_gathered(scene, i)
        abroad = quantity.unit == Unit.COUNTRY and indicators[i] is Indicator.EXPORTS
        cluster, cluster_basis = link_cluster(scene, quantity, of_area=not abroad)
        whole = wholes[i]
        near = whole is not None and whole < i and _same_talk(scene, i, whole)
        if cluster is None and whole is not None and near:
            cluster, cluster_basis = scopes[whole].cluster, scopes[whole].cluster_basis
            source = ("figures", scene.quantities[whole], "cluster")
            inherit("figures", quantity, "cluster", "figures.cluster.of_whole", source)
        aside = _of_the_market(scene, quantity) or _of_inputs(scene, quantity, indicators[i])
        if indicators[i] is Indicator.IMPORTS or aside or gathered:
            cluster, cluster_basis = None, None
            note("figures", quantity, "cluster", "figures.cluster.of_the_market", quantity)
        speaker = link_speaker(scene, quantity)
        last = scopes[-1] if i else None
        before = (scene.quantities[i - 1], last.speaker, last.province) if last else None
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


def link_cluster(
    scene: Scene, quantity: Quantity, *, of_area: bool = True
) -> tuple[int | None, Basis | None]:
    """The cluster the text is about at the figure, if it is about just one.

    A count of areas is of none, but the countries that it exports to (not ``of_area``).
    """
    if of_area and quantity.unit in COUNTS_OF_AREAS:
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
    first = bisect_left(mentions, clause.start, key=attrgetter("start"))
    named = [m for m in mentions[first : first + 1] if m.start < clause.end]
    _note_topic(quantity, "same_sentence" if named else "topic", topic, *named)
    return cluster, Basis.STATED if named else Basis.CONTEXT


def _note_topic(quantity: Quantity, rule: str, topic: Topic, *words: Mention) -> None:
    source = ("topics", topic.start, "clusters")
    inherit("figures", quantity, "cluster", f"figures.cluster.{rule}", source, *words)


def _is_gathered(scene: Scene, i: int) -> bool:
    """«با حضور ۱۴۰ شرکت از ۹ استان»: guests of a fair from everywhere are no one cluster's."""
    if i + 1 == len(scene.quantities) or scene.quantities[i].unit not in _GUESTS:
        return False
    quantity, following = scene.quantities[i : i + 2]
    areas = following.unit in COUNTS_OF_AREAS
    return areas and scene.gap(quantity.end, following.start).split() == [_FROM]


def _of_the_market(scene: Scene, quantity: Quantity) -> bool:
    """«۲۰ درصد بازار ما», «سهم کالای وارداتی»: a share of the market is no cluster's."""
    clause = scene.clause(quantity.start)
    left, right = max(clause.start, quantity.start - 40), min(clause.end, quantity.end + 12)
    if quantity.unit != Unit.PERCENT:
        return False
    if scene.hits("market", left, right):
        return True
    # «سهم آن از بازار از ۳۲ درصد … به ۴۷ درصد رسید»: one change.
    hits = scene.hits("market", max(clause.start, quantity.start - _NAMED), quantity.start)
    changed = scene.gap(max(0, quantity.start - 4), quantity.start).split()[-1:] == [_TO]
    return changed and bool(hits) and not scene.verbs.between(hits[-1].end, quantity.start)


def _of_inputs(scene: Scene, quantity: Quantity, indicator: Indicator) -> bool:
    """«کرایه هر تن بار», «هزینه برداشت هر هکتار»: what the trade has to pay."""
    clause = scene.clause(quantity.start)
    hits = scene.hits("input", max(clause.start, quantity.start - _NAMED), quantity.start)
    return indicator is Indicator.PRICE and any(
        not scene.verbs.between(hit.end, quantity.start) for hit in hits[-1:]
    )


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
    i = bisect_right(stretches, position, key=attrgetter("start"))
    return next((m for m in reversed(stretches[max(0, i - 8) : i]) if m.end > position), None)
