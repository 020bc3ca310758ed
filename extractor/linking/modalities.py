"""Whether a figure has been reached, is estimated, or is aimed at."""

from collections.abc import Sequence

from extractor.lexicon.models import Cue
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Quantity
from schemas.vocabularies import Modality

_REACH = 90  # characters


def link_modalities(scene: Scene, wholes: Sequence[int | None]) -> list[Modality]:
    """For each quantity: read off the verbs of its clause; a part is as sure as its whole."""
    found = [_modality(scene, q) for q in scene.quantities]
    for i, whole in enumerate(wholes):
        if whole is not None and found[whole] is Modality.ESTIMATE:
            found[i] = Modality.ESTIMATE
    return found


def _modality(scene: Scene, quantity: Quantity) -> Modality:
    clause = scene.clause(quantity.start)
    left, right = max(clause.start, quantity.start - _REACH), min(clause.end, quantity.end + _REACH)
    if scene.hits("actual", left, right):
        return Modality.ACTUAL
    for kind, modality in (("estimate", Modality.ESTIMATE), ("target", Modality.TARGET)):
        if any(_governs(scene, hit, quantity) for hit in scene.hits(kind, left, right)):
            return modality
    return Modality.ACTUAL


def _governs(scene: Scene, hit: Hit[Cue], quantity: Quantity) -> bool:
    """Whether a cue on its own side of the figure is not cut off from it by another verb."""
    side = hit.row.direction or "both"
    if hit.end <= quantity.start:
        return side != "right" and scene.verbs.between(hit.end, quantity.start) == 0
    return side != "left" and scene.verbs.between(quantity.end, hit.start) <= (side == "both")
