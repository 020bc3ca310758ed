"""Sizes of what the sentence before says will be built: aimed at, though told in the present."""

from extractor.linking.distances import unit_classes
from extractor.linking.scene import Scene
from extractor.mentions import Mention, Quantity
from extractor.verbs import Tense

_IRREAL = frozenset((Tense.SUBJUNCTIVE, Tense.FUTURE))
_SIZES = frozenset(("power", "amount", "area", "length"))
_THESE = frozenset(("این", "آن"))
_TAKEN_UP = 8  # words: «ظرفیت این نیروگاه را »


def find_planned(scene: Scene, quantity: Quantity) -> Mention | None:
    """«… برای ساخت نیروگاه پرداخت شود. ظرفیت این نیروگاه دو مگاوات است»: what is to be built."""
    if unit_classes(quantity.unit).isdisjoint(_SIZES):
        return None
    words = scene.words_before(quantity.start, _TAKEN_UP)
    taken = next((i for i in range(len(words) - 1) if words[i][0] in _THESE), None)
    if taken is None or scene.sentence_index(quantity.start) == 0:
        return None
    noun = words[taken + 1][0]
    before = scene.sentences[scene.sentence_index(quantity.start) - 1]
    at = scene.text.find(noun, before.start, before.end)
    if at < 0:
        return None
    verb = scene.verb_after(at, before.end)
    ahead = verb is not None and verb.tense in _IRREAL
    built = scene.hits("built", before.start, before.end)
    return Mention(at, at + len(noun)) if ahead and built else None
