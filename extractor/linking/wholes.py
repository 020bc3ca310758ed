"""Which figure another one is a part of: «از این تعداد», «۷۳ درصد از آن», «از ۲۴۰ کارگاه، …»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.linking.distances import arrives_at, is_changed_to
from extractor.linking.nearest import compatible, fits, nearest
from extractor.linking.pointing import Pointer, find_pointer, is_named, is_of_all
from extractor.linking.restatements import restated_part, whole_restated
from extractor.linking.rows import first_of_row, is_of_another, shared_with_previous
from extractor.linking.scene import REACHED, Scene
from extractor.linking.sums import find_sums
from extractor.mentions import Quantity
from extractor.reasons import inherit, note
from schemas.vocabularies import Indicator, Unit

_TIMES = "برابر"  # «۵۰ برابر وزن آن» is no part of it
_NEVER_PARTS = frozenset((Unit.HOUR, Unit.COUNTRY, Unit.PROVINCE))
_OF, _THIS = "از", "این"  # «۹ واحد از ۱۲ واحد», «۴۷ درصد این ۹۰ واحد»
_THAT = "که"
_FROM_PLURAL = re.compile(r" از ([^\W\d_]+)\u200cها(?![^\W_])")
_BACK = 8  # figures
_COUNTED = frozenset((Unit.PERSON, Unit.ENTERPRISE, Unit.WORKSHOP, Unit.OTHER, Unit.ITEM))
_BESIDE = 20  # characters between a whole and «شامل» with its first part


def link_wholes(scene: Scene, indicators: Sequence[Indicator]) -> list[int | None]:
    """For each quantity the index of the quantity it is a part of."""
    wholes: list[int | None] = []
    sums = find_sums(scene)
    for i, quantity in enumerate(scene.quantities):
        whole = _whole_of(scene, indicators, wholes, i, quantity)
        if i in sums and (whole is None or (whole < i and wholes[whole] is not None)):
            whole = _told(scene, i, "summed", sums[i])
        wholes.append(whole)
    return wholes


def _whole_of(
    scene: Scene,
    indicators: Sequence[Indicator],
    wholes: Sequence[int | None],
    i: int,
    quantity: Quantity,
) -> int | None:
    if quantity.unit in _NEVER_PARTS or quantity.unit_text == _TIMES:
        return None
    if quantity.unit == Unit.PERCENT and not (indicators[i] is Indicator.SHARE and _sums(scene, i)):
        return None
    following = _named_after(scene, i)
    if following is not None:
        return _told(scene, i, "named_after", following)
    restated = whole_restated(scene, wholes, i)
    if restated is not None:
        return _told(scene, i, "restated", restated)
    pointer = find_pointer(scene, quantity) or _pointer_behind(scene, i)
    if pointer:
        whole = nearest(scene, wholes, i, pointer)
        if whole is not None and wholes[whole] is not None and is_of_all(scene, quantity):
            whole = wholes[whole]
        named = whole is None or is_named(scene, quantity, whole)
        return _told(scene, i, "said", whole) if named else None
    if _in_brackets(scene, quantity):
        whole = nearest(scene, wholes, i, Pointer(quantity.start, must_fit=True))
        return _told(scene, i, "in_brackets", whole)
    opened = _opened(scene, wholes, i)
    if opened is not None:
        return _told(scene, i, "opened", opened)
    for find in (_included, _relative, _of_kind, _sibling):
        whole = find(scene, wholes, i)
        if whole is not None:
            return _told(scene, i, find.__name__[1:], whole)
    shared = shared_with_previous(scene, indicators, wholes, i)
    if shared is not None:
        return _told(scene, i, "shared", shared)
    return _told(scene, i, "first_of_row", first_of_row(scene, i))


def _pointer_behind(scene: Scene, i: int) -> Pointer | None:
    """«۹ میلیارد ریال یعنی ۲۵ درصد آن»: the percentage points for both."""
    share = restated_part(scene, i)
    pointer = find_pointer(scene, share) if share else None
    return pointer and replace(pointer, before=scene.quantities[i].start, must_fit=True)


def _told(scene: Scene, i: int, rule: str, whole: int | None) -> int | None:
    """The whole found, noted with its words and those that told it."""
    if whole is not None:
        part, found = scene.quantities[i], scene.quantities[whole]
        told = ("figures", part, "part_of")
        inherit(*told, f"figures.part_of.{rule}", told, found)
    return whole


def _sums(scene: Scene, i: int) -> bool:
    """Not so in «۷۷ درصد شامل ۱۸ درصد …»: shares of a share."""
    previous = scene.quantities[i - 1] if i else None
    if previous is None or previous.unit != Unit.PERCENT:
        return True
    return not scene.hits("includes", previous.end, scene.quantities[i].start)


def _included(scene: Scene, wholes: Sequence[int | None], i: int) -> int | None:
    """«۱۰ نفر، شامل هشت نفر زن …»: the whole names its parts."""
    quantity, whole = scene.quantities[i], scene.quantities[i - 1]
    if i == 0 or wholes[i - 1] is not None or quantity.unit == Unit.PERCENT:
        return None
    if not compatible(quantity, whole) or quantity.start - whole.end > _BESIDE:
        return None
    listed = scene.hits("includes", whole.end, quantity.start)
    if not listed or not fits(quantity, whole):
        return None
    note("figures", quantity, "part_of", "figures.part_of.included", listed[0])
    return i - 1


def _relative(scene: Scene, wholes: Sequence[int | None], i: int) -> int | None:
    """«۴۷ کارگاه داریم که ۱۹ کارگاه در پاوه مستقرند»: of those just told of."""
    quantity = scene.quantities[i]
    if i == 0 or quantity.unit == Unit.PERCENT or wholes[i - 1] is not None:
        return None
    whole = scene.quantities[i - 1]
    gap = scene.gap(whole.end, quantity.start)
    alike = whole.unit == quantity.unit and whole.unit_text == quantity.unit_text
    if not alike or gap.split()[-1:] != [_THAT] or scene.clause(quantity.start).start > whole.start:
        return None
    sure = fits(quantity, whole) and scene.verbs.between(whole.end, quantity.start) == 1
    return i - 1 if sure and quantity.unit in _COUNTED else None


def _of_kind(scene: Scene, _: Sequence[int | None], i: int) -> int | None:
    """«۳ هزار هکتار گلستان … برای ۲۵۰ هکتار از گلستان‌ها»: of what was counted before."""
    quantity = scene.quantities[i]
    of = _FROM_PLURAL.match(scene.text, quantity.end)
    if of is None or quantity.unit == Unit.PERCENT:
        return None
    for j in range(i - 1, max(-1, i - 1 - _BACK), -1):
        whole = scene.quantities[j]
        if whole.unit == quantity.unit and of[1] in (whole.item or "").split():
            return j if fits(quantity, whole) else None
    return None


def _sibling(scene: Scene, wholes: Sequence[int | None], i: int) -> int | None:
    """«… که ۳۵ میلیارد ریال آن صرف آموزش و ۲۷ میلیارد ریال صرف نمایشگاه شد»."""
    quantity = scene.quantities[i]
    whole = wholes[i - 1] if i else None
    if whole is None or quantity.unit != scene.quantities[i - 1].unit:
        return None
    if quantity.unit == Unit.PERCENT or not scene.same_sentence(quantity, scene.quantities[i - 1]):
        return None
    near = scene.quantities_in(scene.sentence(quantity.start))
    parts = [scene.quantities[j] for j in near if j < i and wholes[j] == whole]
    total = sum(part.number.value for part in [*parts, quantity])
    joined = scene.text.endswith((" و ", "، "), 0, quantity.start)
    return whole if joined and total <= scene.quantities[whole].number.value else None


def _in_brackets(scene: Scene, quantity: Quantity) -> bool:
    """«۵۲ میلیارد ریال را سازمان (۵۰ درصد) و شرکت (۲۵ درصد) می‌پردازند»."""
    around = (
        scene.gap(quantity.start - 1, quantity.start),
        scene.gap(quantity.end, quantity.end + 1),
    )
    return quantity.unit == Unit.PERCENT and around == ("(", ")")


def _named_after(scene: Scene, i: int) -> int | None:
    """«۳۱ برنامه از ۳۶ برنامه»: the whole follows."""
    quantity = scene.quantities[i]
    if i + 1 == len(scene.quantities):
        return None
    whole = scene.quantities[i + 1]
    gap = scene.gap(quantity.end, whole.start)
    if quantity.unit == Unit.PERCENT and whole.unit != Unit.PERCENT and gap.strip() == _THIS:
        note(
            "figures",
            quantity,
            "part_of",
            "figures.part_of.named_after",
            (quantity.end, whole.start),
        )
        return i + 1
    if len(gap) < 30 and compatible(quantity, whole) and "،" not in gap:
        hits = scene.hits("whole_before", quantity.end, whole.start)
        beside = [h for h in hits if scene.gap(h.end, whole.start).isspace()]
        if beside and (fits(quantity, whole) or _says_so(scene, i)):
            note("figures", quantity, "part_of", "figures.part_of.named_after", beside[0])
            return i + 1
    return None


def _says_so(scene: Scene, i: int) -> bool:
    """«۹۰ شرکت از ۷۰ شرکت عضو»: a part of the same noun, though it does not fit.

    «به ۵ واحد از ۳ واحد» is a change.
    """
    quantity, whole = scene.quantities[i], scene.quantities[i + 1]
    rest = (quantity.item or "").removeprefix(quantity.unit_text).split()
    alone = scene.gap(quantity.end, whole.start).split() in ([_OF], [*rest, _OF])
    if scene.hits("includes", quantity.end, whole.start):
        return False  # «۱۲۰ کارگاه متشکل از ۷۰ کارگاه خرد و …»
    changed = scene.gap(quantity.start - 3, quantity.start).strip() == "به"
    return alone and quantity.unit_text == whole.unit_text and not changed


def _opened(scene: Scene, wholes: Sequence[int | None], i: int) -> int | None:
    """«از ۲۴۰ کارگاه این خوشه، ۴۵ درصد …»: the whole opens the sentence's row of parts."""
    quantity = scene.quantities[i]
    if _opener(scene, i) or _converted(scene, i):
        return None
    if quantity.unit == Unit.PERCENT and arrives_at(scene, quantity):
        return None  # «از ۱۴۵ واحد … و ظرفیت خالی به ۵۵ درصد رسیده»
    if is_changed_to(scene, quantity):
        return None  # «از ۱۲ میلیون یورو … با ۱۰ درصد کاهش به ۱۱ میلیون یورو»
    clause = scene.clause(quantity.start)
    listed = scene.gap(clause.start, quantity.start).endswith(" و ")
    for j in range(i - 1, -1, -1):
        whole = scene.quantities[j]
        if whole.start < clause.start:
            return None
        if not compatible(quantity, whole) or not (opener := _is_opener(scene, j)):
            continue
        # «از ۴ استاد و ۲ دانشجو» opens a list, not a whole; «از مجموع» always opens one.
        carried = not listed or wholes[i - 1] == j
        certain = " " in opener or quantity.unit == Unit.PERCENT or fits(quantity, whole)
        certain = certain or (j == i - 1 and quantity.unit_text == whole.unit_text)
        if not carried or not certain or is_of_another(scene, quantity, whole):
            return None
        said = scene.text.rindex(opener, 0, whole.start)
        note("figures", quantity, "part_of", "figures.part_of.opened", (said, said + len(opener)))
        return j
    return None


def _converted(scene: Scene, i: int) -> bool:
    """«۳۸ میلیارد ریال (۳ میلیارد و ۸۰۰ میلیون تومان)»: the same sum once more."""
    gap = scene.gap(scene.quantities[i - 1].end, scene.quantities[i].start) if i else ""
    return gap.strip() == "(" and scene.quantities[i].unit != Unit.PERCENT


def _opener(scene: Scene, j: int) -> str | None:
    """«از», «از مجموع», … right before a figure."""
    whole = scene.quantities[j]
    hits = scene.hits("whole_before", max(0, whole.start - 14), whole.start)
    found = [scene.gap(h.start, h.end) for h in hits if scene.gap(h.end, whole.start).isspace()]
    return max(found, key=len, default=None)


def _is_opener(scene: Scene, j: int) -> str | None:
    whole = scene.quantities[j]
    if whole.number.upper is not None or j + 1 >= len(scene.quantities):
        return None
    if not scene.text.endswith(whole.unit_text, whole.start, whole.end):
        return None  # «از ۳۰ میلیون، ۴۰ میلیون و ۵۰ میلیون تومان گذشت»: a row, its unit at the end
    gap = scene.gap(whole.end, scene.quantities[j + 1].start)
    # «از ۹۰ میلیارد … به ۱۶۰ میلیارد» is a change, «از ۱۰ تا ۲۰» a range.
    reached = not REACHED.isdisjoint(gap.split()[-2:])
    return None if reached else _opener(scene, j)
