"""Contradictions planted across articles are found, and sound groups left alone."""

import pytest

from benchmarks.archive_contradictions import judge, make_groups
from benchmarks.archive_plantings import MAKERS
from benchmarks.contradictions import Tally, total
from extractor import Extractor

LEAST_FOUND, MOST_FLAGGED = 0.95, 0.02


@pytest.fixture(scope="module")
def tallies(extractor: Extractor) -> dict[str, Tally]:
    return judge(extractor, make_groups(seed=5, count=240))[0]


def test_contradictions_across_articles_are_found(tallies: dict[str, Tally]) -> None:
    everything = total(tallies)
    assert everything.found >= LEAST_FOUND * everything.planted, tallies


def test_sound_groups_are_not_flagged(tallies: dict[str, Tally]) -> None:
    everything = total(tallies)
    assert everything.flagged <= MOST_FLAGGED * everything.clean, tallies


def test_groups_are_made_of_every_kind_and_again_the_same(tallies: dict[str, Tally]) -> None:
    assert set(tallies) == set(MAKERS)
    first, second = ([g for base in make_groups(5, 60) for g in base] for _ in range(2))
    assert first == second
