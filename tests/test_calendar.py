from datetime import date, timedelta

import jdatetime
import pytest

from extractor.text.calendar import (
    from_jalali,
    gregorian_month,
    is_leap,
    month_length,
    months_interval,
    persian_weekday,
    shift_month,
    to_jalali,
    week_of,
    year_interval,
)


def test_calendar_converts_every_tenth_day_of_fifty_years_there_and_back() -> None:
    start = date(1979, 3, 21)
    for days in range(0, 50 * 365, 10):
        day = start + timedelta(days=days)
        oracle = jdatetime.date.fromgregorian(date=day)
        assert to_jalali(day) == (oracle.year, oracle.month, oracle.day)
        assert from_jalali(*to_jalali(day)) == day


def test_calendar_months_follow_one_another_without_a_gap() -> None:
    for year in range(1390, 1412):
        for month in range(1, 13):
            _, last = months_interval(year, month, month)
            following = shift_month(year, month, 1)
            assert from_jalali(*following, 1) == last + timedelta(days=1)


def test_calendar_leap_years() -> None:
    assert [y for y in range(1395, 1412) if is_leap(y)] == [1395, 1399, 1403, 1408]
    assert month_length(1403, 12) == 30
    assert month_length(1404, 12) == 29


def test_calendar_refuses_a_day_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="day"):
        from_jalali(1402, 12, 30)


def test_calendar_year_and_month_intervals() -> None:
    assert year_interval(1402) == (date(2023, 3, 21), date(2024, 3, 19))
    assert year_interval(1397, 1398)[1] == from_jalali(1398, 12, 29)
    assert gregorian_month(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert gregorian_month(2023, 12) == (date(2023, 12, 1), date(2023, 12, 31))


def test_calendar_week_runs_from_saturday_to_friday() -> None:
    first, last = week_of(date(2024, 9, 15))
    assert (persian_weekday(first), persian_weekday(last)) == (0, 6)
    assert first <= date(2024, 9, 15) <= last
    assert week_of(first) == week_of(last) == (first, last)
