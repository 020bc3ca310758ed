"""What one piece of goods is sold for is its price, whatever verb of selling stands by it."""

from extractor.linking.scene import Scene
from extractor.mentions import Mention, Quantity
from extractor.quantities.vocabulary import names_goods, word_set
from extractor.text.units import find_unit
from extractor.verbs import Tense
from schemas.vocabularies import Unit

_EACH, _ONE, _THAT = "هر", "یک", "که"
_WORDS = 14  # words back from a sum to the piece it is paid for
_NEXT = 24  # characters from a sum to the verb of the trade
_MEASURES = frozenset(
    (Unit.KILOGRAM, Unit.GRAM, Unit.TONNE, Unit.LITRE, Unit.METRE, Unit.SQUARE_METRE, Unit.ITEM)
)


def piece_sold(scene: Scene, quantity: Quantity) -> Mention | None:
    """«هر لیتر شیر را ۱۱۰ هزار تومان می‌فروشیم»: the words that name the piece, if any."""
    if not quantity.unit.isupper():
        return None
    traded = scene.hits("traded", quantity.end, quantity.end + _NEXT)
    if not traded:
        return None
    verb = scene.verb_after(quantity.end, traded[0].end + _NEXT)
    general = verb is None or verb.tense in (Tense.PRESENT, Tense.IMPERFECT)
    words = scene.words_before(quantity.start, _WORDS)
    relative = 0  # «یک گلیم که سه ماه پای آن می‌نشینیم به …»: its verb closes no clause before
    for i in range(len(words) - 1, -1, -1):
        word, start, _ = words[i]
        relative += word == _THAT
        if word in (_EACH, _ONE) and scene.verbs.between(start, quantity.start) > relative:
            return None
        if word != _EACH and not (general and word == _ONE):
            continue
        noun = words[i + 1][0] if i + 1 < len(words) else ""
        if _is_piece(noun):
            return Mention(start, words[i + 1][2])
    return None


def _is_piece(noun: str) -> bool:
    """Whether goods are counted, measured or named by a noun: «لیتر», «تخته», «گلیم»."""
    unit = find_unit([noun]) if noun else None
    measured = unit is not None and unit[0].code in _MEASURES
    return measured or noun in word_set("piece") or names_goods(noun)
