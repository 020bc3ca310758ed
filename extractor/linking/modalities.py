"""Whether a figure has been reached, is estimated, or is aimed at."""

from collections.abc import Sequence

from extractor.lexicon.models import Cue
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Quantity
from extractor.reasons import inherit, note
from schemas.vocabularies import Modality

_REACH = 90  # characters


def link_modalities(scene: Scene, wholes: Sequence[int | None]) -> list[Modality]:
    """For each quantity: read off the verbs of its clause; a part is as sure as its whole."""
    found = [_modality(scene, q) for q in scene.quantities]
    for i, whole in enumerate(wholes):
        if whole is not None and found[whole] is Modality.ESTIMATE:
            found[i] = Modality.ESTIMATE
            source = ("figures", scene.quantities[whole], "modality")
            inherit("figures", scene.quantities[i], "modality", "figures.modality.of_whole", source)
    return found


def _modality(scene: Scene, quantity: Quantity) -> Modality:
    clause = scene.clause(quantity.start)
    left, right = max(clause.start, quantity.start - _REACH), min(clause.end, quantity.end + _REACH)
    if hits := scene.hits("actual", left, right):
        note("figures", quantity, "modality", "figures.modality.cue", hits[0])
        return Modality.ACTUAL
    for kind, modality in (("estimate", Modality.ESTIMATE), ("target", Modality.TARGET)):
        hits = scene.hits(kind, left, right)
        if hit := next((hit for hit in hits if _governs(scene, hit, quantity)), None):
            note("figures", quantity, "modality", "figures.modality.cue", hit)
            return modality
    note("figures", quantity, "modality", "figures.modality.default", quantity)
    return Modality.ACTUAL


def _governs(scene: Scene, hit: Hit[Cue], quantity: Quantity) -> bool:
    """Whether a cue on its own side of the figure is not cut off from it by another verb."""
    side = hit.row.direction or "both"
    if hit.end <= quantity.start:
        return side != "right" and scene.verbs.between(hit.end, quantity.start) == 0
    return side != "left" and scene.verbs.between(quantity.end, hit.start) <= (side == "both")
