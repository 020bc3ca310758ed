"""Whether a figure has been reached, is estimated, or is aimed at."""

from extractor.linking.scene import Scene
from extractor.mentions import Quantity
from schemas.vocabularies import Modality

_REACH = 90  # characters


def link_modality(scene: Scene, quantity: Quantity) -> Modality:
    """Read off the verbs of the clause: future, wish and plan are targets."""
    clause = scene.clause(quantity.start)
    left, right = max(clause.start, quantity.start - _REACH), min(clause.end, quantity.end + _REACH)
    if scene.hits("estimate", left, right):
        return Modality.ESTIMATE
    for hit in scene.hits("target", left, right):
        side = "left" if hit.end <= quantity.start else "right"
        if hit.row.direction in (side, "both", None):
            return Modality.TARGET
    return Modality.ACTUAL
