"""Whether a figure has been reached, is estimated, or is aimed at."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.lexicon.models import Cue
from extractor.linking.clause_verbs import ClauseVerb
from extractor.linking.distances import arrives_at, unit_classes
from extractor.linking.planned import find_planned
from extractor.linking.repeated import keep_modalities
from extractor.linking.scene import Scene
from extractor.linking.words import Hit
from extractor.mentions import Mention, Quantity
from extractor.reasons import inherit, note
from extractor.verbs import Tense
from schemas.vocabularies import Modality, Unit

_REACH = 90  # characters
_NEXT = 14  # characters from a figure to the adjective behind it: «تومان مورد نیاز»
_NEAR = 16  # characters from a noun of beginning to a figure: «راه‌اندازی »
_COUNTED = 20  # characters from a figure to an adjective of what it counts
_OWN = 14  # characters from a noun of saying to its own verb: «برآورد ما این است که»
_ENDS = (" و ", "،", " اما ", " ولی ")
_THAT, _FROM, _TO = "که", "از", "به"
_CONTRASTS = ("، اما ", "، ولی ", "، هرچند ", "، حال آنکه ", " اما ", " ولی ")
_ADJECTIVE = "ی"  # «۴۰۰ میلیون تومانی»
_OF_IT = frozenset(("آن", "از", "هم", "نیز"))
_TOLD = frozenset((Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE))
_STATES = frozenset(("بودن", "داشتن"))
_FORESEEN = "شده"
_COPULA = frozenset(("است", "بود", "که", "و", "اما", "ولی", "بودند", "تا", "هستند"))
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
    _carry_back(scene, found)
    keep_modalities(scene, found)
    for i, whole in enumerate(wholes):
        if whole is None or found[whole] is not Modality.ESTIMATE:
            continue
        if not _is_done(scene, scene.quantities[i]):
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
    if done := _is_done(scene, quantity):
        note("figures", quantity, "modality", "figures.modality.cue", done)
        return Modality.ACTUAL
    if beside := _beside(scene, quantity, right):
        note("figures", quantity, "modality", "figures.modality.cue", beside[1])
        return beside[0]
    if _is_baseline(scene, quantity):
        note("figures", quantity, "modality", "figures.modality.baseline", quantity)
        return Modality.ACTUAL
    for kind, modality in (("estimate", Modality.ESTIMATE), ("target", Modality.TARGET)):
        hits = scene.hits(kind, left, right)
        if hit := next((hit for hit in hits if _governs(scene, hit, quantity)), None):
            note("figures", quantity, "modality", "figures.modality.cue", hit)
            return modality
    if hit := _announced(scene, quantity, Mention(left, right)):
        note("figures", quantity, "modality", "figures.modality.cue", hit)
        return Modality.TARGET
    verb = scene.verb_after(quantity.end, right)
    if verb is not None and _is_ahead(scene, verb, quantity, Mention(left, right)):
        note("figures", quantity, "modality", "figures.modality.verb", verb)
        return Modality.TARGET
    if built := find_planned(scene, quantity):
        note("figures", quantity, "modality", "figures.modality.planned", built)
        return Modality.TARGET
    note("figures", quantity, "modality", "figures.modality.default", quantity)
    return Modality.ACTUAL


def _beside(scene: Scene, quantity: Quantity, right: int) -> tuple[Modality, Hit[Cue]] | None:
    """«۴۰۰ میلیون تومان مورد نیاز», «طلب ۴۰۰ میلیون تومانی»: what stands right by the figure."""
    for kind, modality in (("current", Modality.ACTUAL), ("needed", Modality.TARGET)):
        if hits := scene.hits(kind, quantity.end, min(right, quantity.end + _NEXT)):
            return modality, hits[0]
    if not scene.text.endswith(_ADJECTIVE, quantity.start, quantity.end):
        return None
    for kind, modality in (("standing", Modality.ACTUAL), ("promised", Modality.TARGET)):
        hits = scene.hits(kind, quantity.start - _NEAR, quantity.start)
        if hits and hits[-1].end == quantity.start - 1:
            return modality, hits[-1]
    return None


def _is_done(scene: Scene, quantity: Quantity) -> Hit[Cue] | None:
    """«از ۱۲ میلیارد تومان پیش‌بینی‌شده تنها ۵ میلیارد تومان پرداخت شد»."""
    hits = scene.hits("realized", quantity.end, quantity.end + _COUNTED)
    if not hits or not _OF_IT.issuperset(scene.gap(quantity.end, hits[0].start).split()):
        return None
    verb = scene.verb_after(hits[0].start, hits[0].end)
    return hits[0] if verb is not None and verb.tense in _TOLD else None


def _is_baseline(scene: Scene, quantity: Quantity) -> bool:
    """«می‌خواهیم صادرات را از ۴ تن به ۹ تن برسانیم»: where the change begins."""
    i = bisect_left(scene.quantities, quantity.end, key=lambda q: q.start)
    if i == len(scene.quantities) or not scene.same_sentence(quantity, scene.quantities[i]):
        return False
    reached = scene.quantities[i]
    before = scene.gap(max(0, quantity.start - _NEAR), quantity.start).split()[-1:]
    gap = scene.gap(quantity.end, reached.start)
    changed = before == [_FROM] and gap.split()[-1:] == [_TO] and quantity.unit == reached.unit
    return changed and not scene.verbs.between(quantity.end, reached.start)


def _announced(scene: Scene, quantity: Quantity, bounds: Mention) -> Hit[Cue] | None:
    """«از راه‌اندازی ۲۵ خوشه تازه خبر داد», «احداث ۸ سوله در سال آینده»: told by a noun."""
    hits = scene.hits("starting", max(bounds.start, quantity.start - _NEAR), quantity.start)
    if not hits or scene.verbs.between(hits[-1].end, quantity.start):
        return None
    verb = scene.verb_after(quantity.end, bounds.end)
    end = bounds.end if verb is None else verb.start
    new = scene.hits("new", quantity.end, min(end, quantity.end + _NEXT))
    if quantity.unit == Unit.CLUSTER and new:
        return hits[-1]
    return hits[-1] if _names_future(scene, Mention(quantity.end, end)) else None


def _governs(scene: Scene, hit: Hit[Cue], quantity: Quantity) -> bool:
    """Whether a cue on its own side of the figure is not cut off from it by another verb."""
    side = hit.row.direction or "both"
    if _is_adjective(scene, hit) or (
        hit.row.value and hit.row.value not in unit_classes(quantity.unit)
    ):
        return False
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


def _is_adjective(scene: Scene, hit: Hit[Cue]) -> bool:
    """«۳۰ برنامه پیش‌بینی‌شده این خوشه», but «۳۰ ریال پیش‌بینی شده است»."""
    if not scene.text.endswith(_FORESEEN, hit.start, hit.end):
        return False
    if not scene.quantities_in(Mention(max(0, hit.start - _COUNTED), hit.start)):
        return False  # «سرمایه‌گذاری پیش‌بینی‌شده ۸ میلیارد تومان است»
    after = scene.gap(hit.end, hit.end + _NEXT).split()[:1]
    return bool(after) and after[0].isalpha() and after[0] not in _COPULA


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
    if verb.tense is not Tense.PRESENT:
        return False
    start = _clause_start(scene, quantity, bounds.start)
    if _launched(scene, quantity, start):
        return verb.form.lemma not in _STATES and not scene.hits("now", start, verb.start)
    if _is_habit(scene, bounds.start, verb.start):
        return False
    begins = scene.hits("begins", quantity.end, verb.end)
    ahead = scene.hits("ahead", start, verb.start)
    return bool(begins or ahead) or _names_future(scene, Mention(start, verb.start))


def _launched(scene: Scene, quantity: Quantity, start: int) -> bool:
    """«با اجرای این طرح ۲۰ شغل ساخته می‌شود», but «با افتتاح آن شمار باغ‌ها به ۲۰ می‌رسد»."""
    hits = scene.hits("launch", start, quantity.start)
    if not hits or arrives_at(scene, quantity):
        return False
    return not scene.verbs.between(hits[-1].end, quantity.start)


def _is_habit(scene: Scene, start: int, end: int) -> bool:
    """«سالانه ۴۰ تن», «ماهی ۴۰ تن», but not «۲۵ مزرعه پرورش ماهی»."""
    return any(
        hit.row.value != "beside" or scene.quantities_in(Mention(hit.end, hit.end + 2))
        for hit in scene.hits("habit", start, end)
    )


def _clause_start(scene: Scene, quantity: Quantity, start: int) -> int:
    """«باید تا پایان سال به ۸ تن برسد، ولی سهم ما ۲ درصد است»: each clause has its own time."""
    before = scene.verb_before(quantity.start, start)
    joined = before is not None and scene.text.startswith(_ENDS, before.end)
    # «اگر … نباشد، ۴۰ نفر …»: the condition is one with what follows it.
    ahead = before is not None and (before.tense in _IRREAL or before.tense is Tense.PRESENT)
    contrast = before is not None and scene.text.startswith(_CONTRASTS, before.end)
    return before.end if before is not None and joined and (contrast or not ahead) else start


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


def _carry_back(scene: Scene, found: list[Modality]) -> None:
    """«۲۵ مزرعه به خوشه می‌پیوندند و پنج کارگاه برگزار خواهد شد»: what comes comes with it."""
    for i in range(len(found) - 2, -1, -1):
        first, second = scene.quantities[i], scene.quantities[i + 1]
        if found[i] is not Modality.ACTUAL or found[i + 1] is not Modality.TARGET:
            continue
        if second.start >= scene.clause(first.start).end:
            continue
        told, then = (
            scene.verb_after(first.end, second.start),
            scene.verb_after(second.end, scene.clause(second.start).end),
        )
        if told is None or then is None or then.tense is not Tense.FUTURE:
            continue
        alone = scene.verbs.between(first.end, second.start) == 1
        open_ = told.tense is Tense.PRESENT and told.form.lemma not in _STATES
        habit = _is_habit(scene, scene.clause(first.start).start, told.start)
        if alone and open_ and not habit and scene.text.startswith(_ENDS[0], told.end):
            found[i] = Modality.TARGET
            inherit(
                "figures",
                first,
                "modality",
                "figures.modality.joined",
                ("figures", second, "modality"),
            )


def _joined(scene: Scene, earlier: Quantity, quantity: Quantity) -> bool:
    """«۸ هیئت به هند می‌روند و ۱۲ واحد گواهی می‌گیرند»: one more clause in the same tense."""
    clause = scene.clause(quantity.start)
    if earlier.start < clause.start or scene.verbs.between(earlier.end, quantity.start) != 1:
        return False
    first = scene.verb_after(earlier.end, quantity.start)
    second = scene.verb_after(quantity.end, clause.end)
    if first is None or second is None or second.tense not in (first.tense, Tense.PRESENT):
        return False
    between = scene.gap(first.end, quantity.start)
    ahead = first.tense in (Tense.PRESENT, Tense.FUTURE)
    return ahead and between.startswith(_ENDS) and len(between) < _NEXT
