"""Planted contradictions are found, and sound articles left alone, in a sample of the benchmark."""

import pytest

from benchmarks.contradictions import MAKERS, Tally, judge, make_stories, total
from extractor import Extractor

LEAST_FOUND, MOST_FLAGGED = 0.95, 0.02


@pytest.fixture(scope="module")
def tallies(extractor: Extractor) -> dict[str, Tally]:
    return judge(extractor, make_stories(seed=3, count=280))[0]


def test_contradictions_are_found(tallies: dict[str, Tally]) -> None:
    everything = total(tallies)
    assert everything.found >= LEAST_FOUND * everything.planted, tallies


def test_sound_articles_are_not_flagged(tallies: dict[str, Tally]) -> None:
    everything = total(tallies)
    assert everything.flagged <= MOST_FLAGGED * everything.clean, tallies


def test_stories_are_made_for_every_check_and_again_the_same(tallies: dict[str, Tally]) -> None:
    assert set(tallies) == set(MAKERS)
    first, second = ([s.article.text for s in make_stories(3, 60)] for _ in range(2))
    assert first == second
