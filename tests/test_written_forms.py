"""Samples of the evaluations of numerals and calendar, and their time on hostile texts."""

import gc
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import jdatetime
import pytest

import benchmarks.numeral_parts  # noqa: F401  # adds its forms to FORMS
from benchmarks.calendar_days import failures_of
from benchmarks.calendar_forms import days_without_year, forms_of, parts_of, relative_to, traps
from benchmarks.numeral_forms import FORMS
from benchmarks.numerals import percent_problem, percents, problem_of
from extractor.text.dates import find_dates
from extractor.text.numerals import find_numbers

_CHANCE = random.Random(3)
_INTEGERS = [
    *range(40), *range(95, 1005, 13), 1000, 1001, 1100, 2000, 2500, 10_000, 100_000, 10**6,
    *(_CHANCE.randrange(10 ** _CHANCE.randrange(3, 16)) for _ in range(60)),
]  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_written_forms_of_integers_read_back(name: str) -> None:
    # «چهاردهم» is the fourteenth before it is four tenths.
    cases = [case for value in _INTEGERS for case in FORMS[name](value) if case.text != "چهاردهم"]
    assert cases
    wrong = [(case.text, problem) for case in cases if (problem := problem_of(case))]
    assert wrong == []


@pytest.mark.parametrize("value", [1, 7, 12, 73, 100, 250])
def test_percentages_in_all_their_signs_and_words(value: int) -> None:
    assert [text for text in percents(value) if percent_problem(text, value)] == []


def test_written_forms_of_days_read_back() -> None:
    # Strides through all months and weekdays, and the leap days.
    days = [jdatetime.date(1300, 1, 1) + jdatetime.timedelta(n) for n in range(0, 55_000, 1201)]
    for day in [*days, jdatetime.date(1399, 12, 30), jdatetime.date(1408, 12, 30)]:
        assert list(failures_of(list(forms_of(day)))) == []


def test_written_forms_counted_from_a_day_read_back() -> None:
    for month in range(1, 13):
        day = jdatetime.date(1403, month, 2 * month + 5)
        for form in (*days_without_year(day), *relative_to(day)):
            assert list(failures_of([form], day.togregorian())) == []


@pytest.mark.parametrize("year", [1300, 1357, 1390, 1399, 1403, 1420])
def test_written_forms_of_parts_of_a_year_read_back(year: int) -> None:
    assert list(failures_of(list(parts_of(year)))) == []


def test_no_date_in_ages_scores_prices_hours_and_names() -> None:
    assert [trap for trap in traps() if find_dates(trap)] == []


HOSTILE: dict[str, tuple[Callable[[str], Sequence[Any]], str]] = {
    "numbers: tens": (find_numbers, "بیست و یک و نیم "),
    "numbers: scales": (find_numbers, "هزار میلیارد "),
    "numbers: letters": (find_numbers, "هزارو"),
    "dates: days": (find_dates, "۱۲ مهر "),
    "dates: dashes": (find_dates, "۱-"),
    "dates: letters": (find_dates, "سی\u200cو\u200c"),
}


@pytest.mark.parametrize(("find", "unit"), HOSTILE.values(), ids=HOSTILE.keys())
def test_time_doubles_with_a_hostile_text_up_to_a_megabyte(
    find: Callable[[str], Sequence[Any]], unit: str
) -> None:
    times = 10**6 // len(unit.encode())

    def seconds(text: str) -> float:
        gc.collect()
        gc.disable()  # its pauses grow with all that the tests before have made
        start = time.process_time()
        find(text)
        spent = time.process_time() - start
        gc.enable()
        return spent

    find(unit)  # the vocabulary is read once
    quarter, whole = seconds(unit * (times // 4)), seconds(unit * times)
    # Two doublings: linear is 4, quadratic 16. Small times are lost in the noise of the clock.
    assert whole <= 8 * quarter + 0.3
