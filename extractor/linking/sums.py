"""Parts that make their whole: «۸۴ کارگاه دارد؛ ۵۰ کارگاه در … و ۳۴ کارگاه در …»."""

from collections.abc import Sequence
from decimal import Decimal

from extractor.linking.scene import Scene
from extractor.mentions import Mention, Quantity
from schemas.vocabularies import Unit

_MOST = 8  # parts of one whole
_FAR = 16  # figures
_BETWEEN = 80  # characters between a whole and its first part
_TOTAL = 24  # characters from «در مجموع» to the sum
_PARTING = ("؛", ":", "(")
_THAT = "که"
_NEVER = frozenset((Unit.PERCENT, Unit.HOUR, Unit.COUNTRY, Unit.PROVINCE))


def find_sums(scene: Scene) -> dict[int, int]:
    """Parts, by their index, with the whole that they make to the last unit."""
    found: dict[int, int] = {}
    for sentence in _with_three(scene):
        for whole in sentence:
            if whole not in found and scene.quantities[whole].unit not in _NEVER:
                for part in _parts_behind(scene, whole, sentence[-1]) or ():
                    found.setdefault(part, whole)
    for whole in range(2, len(scene.quantities)):
        for part in _parts_before(scene, whole):
            found.setdefault(part, whole)
    return found


def _with_three(scene: Scene) -> list[range]:
    """The figures of each sentence that has three or more."""
    starts = [scene.sentence_index(quantity.start) for quantity in scene.quantities]
    rows, first = [], 0
    for i in range(1, len(starts) + 1):
        if i == len(starts) or starts[i] != starts[first]:
            if i - first > 2:
                rows.append(range(first, i))
            first = i
    return rows


def _parts_behind(scene: Scene, whole: int, last: int) -> list[int] | None:
    """The figures of its kind that follow a whole and make it, if they are told as its parts."""
    of, parts, rest = scene.quantities[whole], [], _value(scene.quantities[whole])
    for i in range(whole + 1, min(last, whole + _FAR) + 1):
        part = scene.quantities[i]
        if not _alike(of, part):
            continue
        parts.append(i)
        rest -= _value(part)
        if rest <= 0 or len(parts) == _MOST:
            break
    row = [scene.quantities[i] for i in parts]
    if rest != 0 or len(row) < 2 or not _is_parted(scene, of, row):
        return None
    return None if _is_change(scene, of, row) else parts


def _value(quantity: Quantity) -> Decimal:
    return quantity.number.value


def _alike(first: Quantity, second: Quantity) -> bool:
    exact = first.number.upper is None and second.number.upper is None
    return exact and first.unit == second.unit and first.unit_text == second.unit_text


def _is_parted(scene: Scene, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether more stands between whole and parts than between the parts.

    In «۵۰ تن، ۳۰ تن و ۲۰ تن» and «قم: ۵۰ تن؛ یزد: ۳۰ تن؛ ری: ۲۰ تن» none is a whole.
    """
    gap, inner = (
        scene.gap(whole.end, parts[0].start),
        scene.gap(parts[0].end, parts[-1].start),
    )
    if len(gap) > _BETWEEN:
        return False
    return _THAT in gap.split() or any(sign in gap and sign not in inner for sign in _PARTING)


def _is_change(scene: Scene, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """«۱۱۸ تن که نسبت به ۹۴ تن سال قبل ۲۴ تن بیشتر است»; clusters told of one by one."""
    start, end = whole.end, parts[-1].end
    if any(scene.hits(kind, start, end + _TOTAL) for kind in ("compared", "less", "more")):
        return True
    told = Mention(start, end)
    return len(scene.dates_in(told)) >= len(parts) or scene.names_cluster(told)


def _parts_before(scene: Scene, whole: int) -> list[int]:
    """«۳۰ واحد خرد و ۲۰ واحد کوچک، در مجموع ۵۰ واحد»: what a total is the sum of."""
    of = scene.quantities[whole]
    hits = scene.hits("total", max(0, of.start - _TOTAL), of.start)
    if not hits or scene.gap(hits[-1].end, of.start).strip():
        return []
    parts, rest = [], _value(of)
    first = scene.sentence(of.start).start
    for i in range(whole - 1, max(-1, whole - 1 - _MOST), -1):
        part = scene.quantities[i]
        if part.start < first:
            break
        if _alike(of, part):
            parts.append(i)
            rest -= _value(part)
    return parts if rest == 0 and len(parts) > 1 else []
