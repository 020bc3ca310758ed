"""The product of a cluster named without «خوشه»: «صادرات گز استان», «انگشترسازی»."""

from collections.abc import Iterator, Sequence
from functools import cache

from extractor.mentions import Cluster
from extractor.scopes.phrases import word_set
from extractor.text.characters import ZWNJ
from extractor.words import Word, flat, split_words

_JOINERS = frozenset(("و", "،"))


class ProductNames:
    """Product words of the clusters of one article, those of one cluster only."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        owners: dict[tuple[str, ...], set[int]] = {}
        for number, cluster in enumerate(clusters):
            for phrase in _phrases(cluster.name):
                owners.setdefault(phrase, set()).add(number)
        for phrase, numbers in owners.items():
            if len(numbers) == 1:
                self._index.setdefault(phrase[0], []).append((phrase, min(numbers)))

    def find(self, words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """First word, last word and cluster of each naming among these words."""
        for at in range(first, last + 1):
            for key in _bases(words[at].key, words[at].stem):
                for phrase, cluster in self._index.get(key, ()):
                    end = at + len(phrase) - 1
                    tail = words[at + 1 : end + 1]
                    if end <= last and all(
                        w.stem == p or w.key == p for w, p in zip(tail, phrase[1:], strict=True)
                    ):
                        yield at, end, cluster
                        break


def _phrases(name: str) -> Iterator[tuple[str, ...]]:
    """The full name, and the first word of each part of it if it says enough."""
    words = [word.stem for word in split_words(name)]
    yield tuple(words)
    base, joint, trade = name.split(" ")[0].partition(ZWNJ)
    if joint and trade in word_set("trade") and flat(base) not in word_set("generic_head"):
        yield (base,)  # «ملیله» of «ملیله‌کاری», but not «گردش» of «گردشگری»
    part: list[str] = []
    for word in [*words, "و"]:
        if word not in _JOINERS:
            part.append(word)
            continue
        if part and part[0] not in word_set("generic_head") and len(part[0]) > 1:
            yield (part[0],)
        elif len(part) > 1:
            yield tuple(part[:2])
        part = []


def _bases(key: str, stem: str) -> Iterator[str]:
    yield stem
    if not key.endswith(_trades()):
        return
    for trade in _trades():
        if key.endswith(trade) and len(key) - len(trade) > 1:
            yield key.removesuffix(trade)


@cache
def _trades() -> tuple[str, ...]:
    return tuple(sorted(word_set("trade")))
