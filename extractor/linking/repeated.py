"""A figure that is told once more: «از این ۲۵۰ میلیارد تومان»."""

from collections.abc import Iterator, Sequence

from extractor.linking.restatements import restates
from extractor.linking.scene import Scene
from extractor.mentions import Mention
from extractor.reasons import inherit
from schemas.vocabularies import Indicator, Modality

_THESE = frozenset(("این", "آن", "همین"))
_HEAD = 8  # characters: the word before a figure
_BACK = 12  # figures: what is taken up stands no farther back


def inherit_from_repeated(scene: Scene, told: list[tuple[Indicator, Mention | None]]) -> None:
    """What is told once more measures what it did."""
    for i, source in _repeated(scene):
        told[i] = told[source]
        _take_over(scene, "indicator", i, source)


def keep_modalities(scene: Scene, found: list[Modality]) -> None:
    """What is told once more, or in another unit, is as sure as it was."""
    sources = dict(_repeated(scene))
    for i in range(1, len(found)):
        source = sources.get(i, i - 1 if restates(scene, i) else None)
        if source is not None and found[i] is Modality.ACTUAL is not found[source]:
            found[i] = found[source]
            _take_over(scene, "modality", i, source)


def _repeated(scene: Scene) -> Iterator[tuple[int, int]]:
    quantities = scene.quantities
    for i, quantity in enumerate(quantities):
        word = scene.gap(max(0, quantity.start - _HEAD), quantity.start).split()[-1:]
        if not word or word[0] not in _THESE:
            continue
        for j in _before(i):
            same = quantities[j].unit == quantity.unit
            if same and quantities[j].number.value == quantity.number.value:
                yield i, j
                break


def _before(i: int) -> Sequence[int]:
    return range(i - 1, max(-1, i - 1 - _BACK), -1)


def _take_over(scene: Scene, field: str, i: int, source: int) -> None:
    there = ("figures", scene.quantities[source], field)
    inherit("figures", scene.quantities[i], field, f"figures.{field}.repeated", there)
