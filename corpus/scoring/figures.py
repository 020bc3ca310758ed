"""Score the figures and the findings of one article."""

from collections import Counter
from typing import Any

from corpus.scoring.entities import Names, words
from corpus.scoring.matching import Item, overlap, pair_up, squash
from corpus.scoring.tally import Scores

# The gold tells of these findings only; others are not held against a record.
_WITH_OK = ("list_count", "share_sum")
MARKED_FINDINGS = frozenset(
    [
        *_WITH_OK,
        *(f"{code}.ok" for code in _WITH_OK),
        "part_exceeds_whole",
        "weekday_mismatch",
        "invalid_date",
        "date_order",
        "figure_conflict",
        "unit_doubt",
    ]
)
# What makes a figure "linked"; the other links have an accuracy of their own.
_LINKS = ("indicator", "cluster", "province", "speaker")


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)


def _value(item: Item) -> tuple[Any, ...]:
    # A classifier and a counted noun without a code of its own are told apart by nobody.
    unit = "other" if item.get("unit") == "item" else item.get("unit")
    bound = item.get("comparator") or "exact"
    return _number(item.get("value")), _number(item.get("upper")), unit, bound


def _likeness(gold: Item, found: Item) -> float:
    shared = overlap(gold, found)
    same = _number(gold.get("value")) == _number(found.get("value"))
    return shared + 0.5 if shared and same else shared


def _show(item: Item) -> str:
    return f"{words(item)}={_value(item)}"


def score_figures(
    scores: Scores, article: str, gold: list[Item], record: Item, people: Names, clusters: Names
) -> None:
    """A figure is right with value, upper, unit and bound; linked, if it is also about the same."""
    found: list[Item] = record.get("figures", [])
    links = _Links(gold, record, people, clusters)

    def same_number(g: Item, f: Item) -> bool:
        return _number(g.get("value")) == _number(f.get("value"))

    def right(g: Item, f: Item) -> bool:
        return _value(g) == _value(f)

    pairs = pair_up(gold, found, _likeness)
    scores.count("figures.value", article, gold, found, pairs, same_number, _show)
    scores.count("figures", article, gold, found, pairs, right, _show)
    for g, f in ((gold[i], found[j]) for i, j in pairs):
        if not g.get("optional") and right(g, f):
            for key, (wanted, got) in links.of(g, f).items():
                scores.compare(f"figures.{key}", f"{article} {_show(g)}", wanted, got)

    def linked(g: Item, f: Item) -> bool:
        told = links.of(g, f)
        return right(g, f) and all(told[key][0] == told[key][1] for key in _LINKS)

    scores.count("figures.linked", article, gold, found, pairs, linked, _show)


class _Links:
    """What the figures of one article are about, as the gold and as the record say it."""

    def __init__(self, gold: list[Item], record: Item, people: Names, clusters: Names) -> None:
        self._dates: dict[Any, Item] = {d.get("id"): d for d in record.get("dates", [])}
        self._figures: dict[Any, Item] = {f.get("id"): f for f in record.get("figures", [])}
        self._wholes = {squash(g["text"]): _number(g.get("value")) for g in gold}
        self._people = people
        self._clusters = clusters

    def of(self, gold: Item, found: Item) -> dict[str, tuple[object, object]]:
        """Link -> what is wanted and what was found."""
        return {
            "indicator": (gold.get("indicator"), found.get("indicator")),
            "modality": (gold.get("modality") or "actual", found.get("modality") or "actual"),
            "cluster": (_named(gold.get("cluster")), _lookup(self._clusters, found.get("cluster"))),
            "province": (gold.get("province"), found.get("province")),
            "speaker": (_named(gold.get("speaker")), _lookup(self._people, found.get("speaker"))),
            "date": (True, self._same_period(gold.get("date"), found)),
            "part_of": (self._marked_whole(gold), self._found_whole(found)),
        }

    def _same_period(self, wanted: str | None, found: Item) -> bool:
        days = self._dates.get(found.get("date"), {}).get("jalali") or {}
        if not wanted or not days:
            return not wanted and not days
        return all(str(days.get(end, "")).startswith(wanted) for end in ("start", "end"))

    def _marked_whole(self, gold: Item) -> float | None:
        return self._wholes.get(squash(gold.get("part_of"))) if gold.get("part_of") else None

    def _found_whole(self, found: Item) -> float | None:
        whole = self._figures.get(found.get("part_of"))
        return None if whole is None else _number(whole.get("value"))


def _named(name: str | None) -> str | None:
    return squash(name) or None


def _lookup(names: Names, key: str | None) -> str | None:
    """The marked name that a found entry answers; ``?`` if it answers none."""
    return names.get(key, "?") if key else names.get("", None)


def score_findings(scores: Scores, article: str, gold: list[str], found: list[Item]) -> None:
    """Findings count by their codes; an extra ``.ok`` costs nothing."""
    wanted, got = Counter(gold), Counter(f.get("code") or "" for f in found)
    tally = scores.tallies["findings"]
    for code in sorted(wanted.keys() | (got.keys() & MARKED_FINDINGS)):
        right = min(wanted[code], got[code])
        tally.tp += right
        tally.fn += wanted[code] - right
        if not code.endswith(".ok"):
            tally.fp += got[code] - right
        if wanted[code] != got[code]:
            scores.tell("findings", f"{article} {code}: want {wanted[code]} got {got[code]}")
