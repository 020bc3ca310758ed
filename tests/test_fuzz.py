"""Whatever a text is, its record is exact."""

from benchmarks.fuzz import fuzz
from extractor import Extractor

FUZZED = 20_000


def test_fuzzed_strings_give_exact_records(extractor: Extractor) -> None:
    ended, wrong = fuzz(FUZZED, 20, extractor)
    assert wrong == []
    assert ended["read"] > FUZZED * 0.9
    assert ended["spans"] > FUZZED
