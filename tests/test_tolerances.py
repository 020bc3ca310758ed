"""Every tolerance that a check may state has its Persian."""

import ast
from pathlib import Path

import pytest

from corpus.checks.amounts import TOLERANCE
from extractor.desk.reader import Reader
from extractor.desk.tolerances import in_persian, is_known

CHECKS = Path(__file__).parent.parent / "extractor" / "checks"
_BEGINNINGS = ("none", "half of", "5 %")


def stated() -> list[str]:
    """The sentences of tolerances among the strings of the checks."""
    found = {TOLERANCE}
    for path in CHECKS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and str(node.value).startswith(_BEGINNINGS):
                found.add(str(node.value))
    return sorted(found)


def test_tolerances_of_the_checks_are_found() -> None:
    assert len(stated()) >= 8


@pytest.mark.parametrize("tolerance", stated())
def test_tolerance_of_a_check_has_its_persian(tolerance: str) -> None:
    assert is_known(tolerance)


@pytest.mark.parametrize(
    "tolerance",
    [
        "none; the year is not said: that of the nearest such day is taken",
        "half of the last digit written, for each share; a whole one if the percentage was cut off",
        "half of the last digit written, for each sum; to agree, not over a tenth of the whole",
        "-12.5 to 1,230 by the rounding of the values",
    ],
    ids=["two parts", "percentage", "whole", "numbers"],
)
def test_tolerance_put_together_has_its_persian(tolerance: str) -> None:
    assert is_known(tolerance)


def test_tolerance_keeps_its_numbers() -> None:
    told = Reader().tolerance("19.5 to 20.5 by the rounding of the values")
    assert "۱۹.۵" in told
    assert "۲۰.۵" in told


def test_tolerance_of_others_stays() -> None:
    assert in_persian("give or take a few") == "give or take a few"
    assert not is_known("give or take a few")
