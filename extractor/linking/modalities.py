"""Whether a figure has been reached, is estimated, or is aimed at."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.lexicon.models import Cue
from extractor.linking.clause_verbs import ClauseVerb
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Mention, Quantity
from extractor.reasons import inherit, note
from extractor.verbs import Tense
from schemas.vocabularies import Modality

_REACH = 90  # characters
_NEXT = 14  # characters from a figure to the adjective behind it: «تومان مورد نیاز»
_OWN = 14  # characters from a noun of saying to its own verb: «برآورد ما این است که»
_ENDS = (" و ", "،", " اما ", " ولی ")
_THAT = "که"
_IRREAL = frozenset((Tense.SUBJUNCTIVE, Tense.FUTURE))


def link_modalities(scene: Scene, wholes: Sequence[int | None]) -> list[Modality]:
    """For each quantity: read off the verbs of its clause; a part is as sure as its whole."""
    found: list[Modality] = []
    for i, quantity in enumerate(scene.quantities):
        target = bool(i) and found[-1] is Modality.TARGET
        if target and _joined(scene, scene.quantities[i - 1], quantity):
            found.append(Modality.TARGET)
            source = ("figures", scene.quantities[i - 1], "modality")
            inherit("figures", quantity, "modality", "figures.modality.joined", source)
        else:
            found.append(_modality(scene, quantity))
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
    for kind, modality in (("current", Modality.ACTUAL), ("needed", Modality.TARGET)):
        if hits := scene.hits(kind, quantity.end, min(right, quantity.end + _NEXT)):
            note("figures", quantity, "modality", "figures.modality.cue", hits[0])
            return modality
    for kind, modality in (("estimate", Modality.ESTIMATE), ("target", Modality.TARGET)):
        hits = scene.hits(kind, left, right)
        if hit := next((hit for hit in hits if _governs(scene, hit, quantity)), None):
            note("figures", quantity, "modality", "figures.modality.cue", hit)
            return modality
    verb = scene.verb_after(quantity.end, right)
    if verb is not None and _is_ahead(scene, verb, quantity, Mention(left, right)):
        note("figures", quantity, "modality", "figures.modality.verb", verb)
        return Modality.TARGET
    note("figures", quantity, "modality", "figures.modality.default", quantity)
    return Modality.ACTUAL


def _governs(scene: Scene, hit: Hit[Cue], quantity: Quantity) -> bool:
    """Whether a cue on its own side of the figure is not cut off from it by another verb."""
    side = hit.row.direction or "both"
    if hit.end <= quantity.start:
        end = _end(scene, hit)
        closed = scene.verbs.between(hit.start, end) and scene.text.startswith(_ENDS, end)
        if side == "right" or closed or scene.verbs.between(end, quantity.start):
            return False
        return not _set_off(scene, end, quantity)
    told = scene.verb_after(quantity.end, hit.start)
    if side == "left" or (told is not None and side != "both"):
        return False
    # «۲۰ تن بود و پیش‌بینی می‌کنیم …» has told of the figure before it foresees another.
    joined = told is not None and scene.text.startswith(_ENDS, told.end)
    return not joined and scene.verbs.between(quantity.end, hit.start) <= 1


def _set_off(scene: Scene, position: int, quantity: Quantity) -> bool:
    """«می‌خواهیم سهم آن را که ۶۰ درصد است …»: a relative clause tells what there is."""
    if _THAT not in scene.gap(position + _OWN, quantity.start).split():
        return False
    verb = scene.verb_after(quantity.end, quantity.end + _OWN)
    return verb is not None and (verb.form.lemma, verb.tense) == ("بودن", Tense.PRESENT)


def _end(scene: Scene, hit: Hit[Cue]) -> int:
    """Where a cue ends with the verb that is its own: «برآورد کرد», «هدف این است که»."""
    verb = scene.verb_after(hit.end, hit.end + _OWN)
    if verb is None or scene.quantities_in(Mention(hit.end, verb.end)):
        return hit.end
    return verb.end


def _is_ahead(scene: Scene, verb: ClauseVerb, quantity: Quantity, bounds: Mention) -> bool:
    """Whether the verb behind a figure puts it into the future."""
    if verb.tense in _IRREAL:
        # «باعث شد ۶۰ کارگاه دست از کار بکشند» tells what happened.
        return not scene.hits("caused", bounds.start, quantity.start)
    if verb.tense is not Tense.PRESENT or scene.hits("habit", bounds.start, verb.start):
        return False
    begins = scene.hits("begins", quantity.end, verb.end)
    ahead = scene.hits("ahead", bounds.start, verb.start)
    return bool(begins or ahead) or _names_future(scene, Mention(bounds.start, verb.start))


def _names_future(scene: Scene, bounds: Mention) -> bool:
    """Whether a date after the day of the article stands within bounds."""
    published = scene.doc._.published
    if published is None:
        return False
    dates = scene.dates
    for i in range(bisect_left(dates, bounds.start, key=lambda d: d.start), len(dates)):
        if dates[i].start >= bounds.end:
            return False
        first = dates[i].first
        if first is not None and first > published:
            return True
    return False


def _joined(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«۸ هیئت به هند می‌روند و ۱۲ واحد گواهی می‌گیرند»: one more clause in the same tense."""
    clause = scene.clause(quantity.start)
    if earlier.start < clause.start or scene.verbs.between(earlier.end, quantity.start) != 1:
        return False
    first = scene.verb_after(earlier.end, quantity.start)
    second = scene.verb_after(quantity.end, clause.end)
    if first is None or second is None or first.tense is not second.tense:
        return False
    between = scene.gap(first.end, quantity.start)
    return first.tense is Tense.PRESENT and between.startswith(" و ") and len(between) < _NEXT
