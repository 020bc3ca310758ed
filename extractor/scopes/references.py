"""What the words of a clause say of clusters that it does not name."""

from collections.abc import Sequence

from extractor.clauses import Clause
from extractor.cues import Hit, Sentence
from extractor.lexicon.models import PhraseRow
from extractor.scopes.phrases import is_number, word_set

_CLUSTER, _A_CLUSTER = "خوشه", "خوشه‌ای".replace("\u200c", "")
_RELATIVE = frozenset(("که",))
_TAKEN_UP = frozenset(("این", "آن", "همین", "هر"))


def is_pronoun(hit: Hit[PhraseRow]) -> bool:
    """«آن», «آنها»: of what was told of last, whatever it is."""
    return hit.first == hit.last and hit.row.kind in ("anaphor", "they")


def announces_one(sentence: Sentence) -> bool:
    """«… سرمایه خوشه‌ای است که …»: a cluster that is named only afterwards."""
    keys = [word.key for word in sentence.words]
    return any(
        key == _A_CLUSTER and not _RELATIVE.isdisjoint(keys[at + 1 : at + 3])
        for at, key in enumerate(keys)
    )


def opens(hits: Sequence[Hit[PhraseRow]], first: str, second: str) -> bool:
    """Whether of two kinds of phrases the first stands before the second."""
    kinds = (hit.row.kind for hit in hits)
    return next((kind for kind in kinds if kind in (first, second)), "") == first


def says_clusters(sentence: Sentence, hit: Hit[PhraseRow]) -> bool:
    """Whether a phrase has «خوشه‌ها» in it."""
    words = sentence.words[hit.first : hit.last + 1]
    return any(word.stem == _CLUSTER != word.key for word in words)


def counts_clusters(sentence: Sentence, clause: Clause) -> bool:
    """«۴۰ خوشه پایان‌یافته», none of them named: but not «این دو خوشه»."""
    words = sentence.words
    return any(
        words[at].key == _CLUSTER
        and is_number(words[at - 1].key)
        and words[at - 2].key not in _TAKEN_UP
        for at in range(clause.first + 1, clause.last + 1)
    )


def is_aside(sentence: Sentence, hit: Hit[PhraseRow]) -> bool:
    """«در جمع خوشه‌های کشور»: the cluster is one of them, and still the topic.

    «شرکت شهرک‌های صنعتی استان» is a body, and no talk of the estates.
    """
    if hit.row.kind != "general":
        return False
    before = [word.key for word in sentence.words[max(hit.first - 4, 0) : hit.first]]
    if sentence.words[hit.first].stem == _CLUSTER and not word_set("field_of").isdisjoint(
        before[-2:]
    ):
        return True  # «مدیر توسعه خوشه‌های شرکت شهرک‌های صنعتی»
    return before[-1:] != [] and (
        before[-1] in word_set("one_of") or not word_set("body").isdisjoint(before)
    )
