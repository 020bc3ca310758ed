"""Of what thing a figure is, as far as figures can be held against each other."""

from corpus.checks.amounts import family
from corpus.checks.surroundings import Surroundings
from corpus.checks.words import words
from corpus.folding import fold

# Indicators of which a cluster has one value at a time, and those that add up over a period.
STOCKS = frozenset(("employment", "enterprises", "area", "capacity"))
FLOWS = frozenset(("exports", "imports", "production", "sales"))
# Of these a cluster may have several in a period, but two of a whole season that are near to each
# other are taken for one.
LOOSE = frozenset(("participants", "training", "investment", "credit"))
PARTED = frozenset(("employment", "enterprises", "area"))  # of which mostly some are told of
COUNTED = frozenset(("clusters", "estates"))  # of a province
SINGLE = STOCKS | FLOWS | COUNTED
DIGITS = 3  # from which on the same digits are not met twice by chance
# Words beside a figure that make of a stock something that was done.
_DONE = frozenset(
    (
        "made", "loan", "grant", "training", "consulting", "tour", "exhibition", "meeting",
        "registered", "loss",
    )
)  # fmt: skip
# Of a flow only these tell one from another; other words beside it speak of something else.
_OF_FLOWS = frozenset(
    (
        "member", "country", "whole_province", "daily", "raw", "loss", "capacity", "exhibition",
        "customs", "one", "past", "possible",
    )
)  # fmt: skip
# Words that say no more than the indicator does.
_SAID = {
    "training": {"training"},
    "exhibitions": {"exhibition"},
    "tours": {"tour"},
    "meetings": {"meeting"},
    "events": {"meeting"},
    "credit": {"loan"},
    "permits": {"licensed"},
    "estates": {"estate"},
    "capacity": {"capacity", "yearly"},
}
_CUMULATIVE = frozenset(("identified", "completed"))  # stages that clusters do not leave


def kind_of(
    indicator: str, around: Surroundings, day: str | None, modifier: str | None
) -> str | None:
    """Which sort of quantity it is, as ``Point`` has them; None for what nothing is held against.

    ``day`` is the first day of its date, if it has one.
    """
    if around.unfit:
        return None
    if around.so_far:
        return "total"
    if indicator == "clusters" and not _CUMULATIVE.isdisjoint(around.stages):
        # «در سال ۱۴۰۲ پنج خوشه شناسایی شد» is not of all up to then.
        return "total" if not day or modifier == "end" else "some"
    if indicator in COUNTED:
        return "stock"
    if indicator in FLOWS:
        # What is said to be so each year holds for a while, as a stock does.
        return "flow" if day else "stock" if "yearly" in around.classes else "some"
    if indicator in STOCKS and _DONE.isdisjoint(around.classes):
        # «۲۰۰ شغل ایجاد شد» is of a time, if one is told.
        return "flow" if day and "created" in around.classes else "stock"
    if indicator in LOOSE and day and (indicator != "participants" or around.classes):
        return "loose"
    return "some"


def classes_of(indicator: str, around: Surroundings) -> list[str]:
    """What tells a figure from others of its indicator; for counts, how far clusters are."""
    if indicator in COUNTED:
        return list(around.stages)
    found = set(around.classes) - _SAID.get(indicator, set())
    if indicator in FLOWS:
        # Class names are Latin; names of countries stand for themselves.
        found = {c for c in found if c in _OF_FLOWS or not c.isascii()}
    return sorted(found)


def noun_of(unit: str, unit_text: str) -> str:
    """What is counted, unless any noun may stand for it."""
    if family(unit) not in ("person", "enterprise", "other", "item"):
        return ""
    noun = fold(unit_text)
    return "" if noun in words("nouns", "any") else noun
