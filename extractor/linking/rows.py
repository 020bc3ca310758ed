"""Figures in one row that are of one whole: shares of it, and counts of clusters."""

import re
from collections.abc import Sequence

from extractor.linking.distances import unit_classes
from extractor.linking.scene import Scene
from extractor.mentions import Mention, Quantity
from schemas.vocabularies import Indicator, Unit

_OTHER = "دیگر"
_GOODS = frozenset(("money", "amount"))
_ADVERSATIVE = frozenset(("اما", "ولی", "لیکن", "لکن", "حال"))  # «در حالی که», «حال آنکه»
_PLURAL = re.compile(r" ([^\W\d_]{2,})\u200cها(?:ی|یی)?(?![^\W_])")
_PRONOUNS = frozenset(("آن", "این"))  # «آن‌ها»


def shared_with_previous(
    scene: Scene, indicators: Sequence[Indicator], wholes: Sequence[int | None], i: int
) -> int | None:
    """Shares in one row are shares of one whole."""
    quantity = scene.quantities[i]
    if i == 0 or quantity.unit != Unit.PERCENT:
        return None
    bounds = scene.sentence(quantity.start)
    # «۴۷ درصد این ۹۰ واحد در یزد، ۳۰ درصد …»: the whole stands behind the first share.
    last = i - 2 if i > 1 and wholes[i - 2] == i - 1 else i - 1
    previous = scene.quantities[last]
    if previous.start >= bounds.start and previous.unit == Unit.PERCENT:
        return wholes[last] if indicators[last] is Indicator.SHARE else None
    gap_start = max(bounds.start, previous.end)
    if previous.start < bounds.start:
        return None
    gap = Mention(gap_start, quantity.start)
    by_country = indicators[i - 1] is Indicator.EXPORTS and scene.names_abroad(gap)
    sent = scene.hits("destinations", gap.start, gap.end) and _is_goods(previous)
    if by_country or sent or scene.hits("breakdown", gap.start, gap.end):
        return i - 1
    return None


def _is_goods(quantity: Quantity) -> bool:
    """«با ۶۵ واحد …؛ مقصد محموله‌ها عراق با ۵۲ درصد»: firms are sent nowhere."""
    return not _GOODS.isdisjoint(unit_classes(quantity.unit))


def first_of_row(scene: Scene, i: int) -> int | None:
    """«۴۳ خوشه شناسایی شده، ۱۳ خوشه پایان یافته و دو خوشه در دست اجراست»."""
    quantity = scene.quantities[i]
    if quantity.unit != Unit.CLUSTER:
        return None
    bounds = scene.sentence(quantity.start)
    row = [j for j in scene.quantities_in(bounds) if scene.quantities[j].unit == Unit.CLUSTER]
    values = [scene.quantities[j].number.value for j in row]
    if len(row) < 2 or scene.hits("said", scene.quantities[row[0]].end, quantity.start):
        return None  # «… ۱۳ خوشه را برشمرد و گفت: سه خوشه …»
    if len(row) == 2 and scene.gap(quantity.end, quantity.end + 6).split()[:1] == [_OTHER]:
        return None  # «۶ خوشه در حال اجراست و ۴ خوشه دیگر مطالعه می‌شود»
    if len(row) == 2 and _falls_short(scene, scene.quantities[row[0]], quantity):
        return None
    if row[0] < i and values[0] >= sum(values[1:]):
        return row[0]
    return None


def _falls_short(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """«قول داده بودند ده خوشه راه بیفتد، اما فقط سه خوشه …»: what was aimed at is no whole."""
    if _ADVERSATIVE.isdisjoint(scene.gap(first.end, second.start).split()):
        return False
    return bool(scene.hits("target", scene.clause(first.start).start, second.start))


def is_of_another(scene: Scene, share: Quantity, whole: Quantity) -> bool:
    """«از ۷۵ واحد …، ۴۰ درصد اتاق‌ها»: the share names in the plural what it is of."""
    named = _PLURAL.match(scene.text, share.end) if share.unit == Unit.PERCENT else None
    if named is None or named[1] in _PRONOUNS:
        return False
    return named[1] not in f"{whole.unit_text} {whole.item or ''}".split()
