"""Counts of right, extra and missed entries, and of right and wrong attributes."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.scoring.matching import Item, Pairs


@dataclass
class Tally:
    """True positives, false positives, false negatives of one thing over all articles."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def row(self) -> dict[str, float | None]:
        """The counts with precision, recall and F1; None where there was nothing to count."""
        found, wanted = self.tp + self.fp, self.tp + self.fn
        precision = self.tp / found if found else None
        recall = self.tp / wanted if wanted else None
        f1 = 0.0 if found or wanted else None
        if precision and recall:
            f1 = 2 * precision * recall / (precision + recall)
        counts = {"tp": self.tp, "fp": self.fp, "fn": self.fn}
        return {**counts, "p": precision, "r": recall, "f1": f1}


@dataclass
class Hits:
    """How often an attribute of a paired entry was right."""

    right: int = 0
    wrong: int = 0

    def row(self) -> dict[str, float | None]:
        """Number of cases and share of right ones."""
        n = self.right + self.wrong
        return {"n": n, "accuracy": self.right / n if n else None}


@dataclass
class Scores:
    """All counts so far, and the first ``keep`` differences, of one row if ``only`` names it."""

    keep: int = 0
    only: str | None = None
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    hits: dict[str, Hits] = field(default_factory=lambda: defaultdict(Hits))
    differences: list[str] = field(default_factory=list)

    def tell(self, key: str, difference: str) -> None:
        """Keep a difference if it is asked for."""
        if len(self.differences) < self.keep and self.only in (None, key):
            self.differences.append(f"{key}: {difference}")

    def compare(self, key: str, where: str, wanted: object, found: object) -> bool:
        """Count one attribute as right or wrong."""
        if wanted == found:
            self.hits[key].right += 1
            return True
        self.hits[key].wrong += 1
        self.tell(key, f"{where}: want {wanted!r} got {found!r}")
        return False

    def count(
        self,
        key: str,
        article: str,
        gold: Sequence[Item],
        found: Sequence[Item],
        pairs: Pairs,
        right: Callable[[Item, Item], bool],
        show: Callable[[Item], str],
    ) -> None:
        """Count entries: an optional one, and what answers it, neither gains nor costs."""
        tally = self.tallies[key]
        settled_gold, settled_found = set(), set()
        for i, j in pairs:
            optional = gold[i].get("optional")
            if optional or right(gold[i], found[j]):
                settled_gold.add(i)
                settled_found.add(j)
                tally.tp += not optional
            else:
                self.tell(key, f"{article} wrong  gold={show(gold[i])}  got={show(found[j])}")
        paired_gold, paired_found = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, item in enumerate(gold):
            if i not in settled_gold and not item.get("optional"):
                tally.fn += 1
                if i not in paired_gold:
                    self.tell(key, f"{article} missed {show(item)}")
        for j, item in enumerate(found):
            if j not in settled_found:
                tally.fp += 1
                if j not in paired_found:
                    self.tell(key, f"{article} extra  {show(item)}")
