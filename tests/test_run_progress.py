"""The line that tells how far a run has come."""

import pytest

from extractor.desk import run_progress
from extractor.desk.run_progress import Rate, describe
from extractor.engines.local import Progress


@pytest.mark.parametrize(
    ("state", "rate", "line"),
    [
        (
            Progress(parts=3, articles=2500, planned=False),
            0.0,
            "planning: 2,500 articles in 3 parts so far",
        ),
        (
            Progress(parts=4, articles=4000),
            0.0,
            "0 of 4,000 articles, 0 of 4 parts, 0/s, -:--:-- left, 0 rejected",
        ),
        (
            Progress(4, 10_000, 2, 1000, 1000, rejects=1, in_work=500, rejects_in_work=2),
            0.5,
            "2,500 of 10,000 articles, 2 of 4 parts, 0/s, 4:10:00 left, 3 rejected",
        ),
    ],
    ids=["planning", "begun", "in-work"],
)
def test_line_tells_what_is_done(state: Progress, rate: float, line: str) -> None:
    assert describe(state, rate) == line


def test_rate_is_that_of_the_last_minute() -> None:
    rate = Rate()
    told = [rate.at(second, articles) for second, articles in ((0, 0), (60, 60), (90, 660))]
    assert told == [0.0, 1.0, 20.0]


def test_rate_forgets_nothing_it_needs_when_work_is_lost() -> None:
    rate = Rate()
    rate.at(0, 100)
    assert rate.at(1, 50) == 0.0


def test_log_has_a_line_a_minute(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr(run_progress.time, "monotonic", lambda: now[0])
    with run_progress.run_progress() as show:
        for second in range(0, 130, 10):
            now[0] = float(second)
            show(Progress(parts=1, articles=100, in_work=second // 10))
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "khooshechin: 6 of 100 articles",
        "khooshechin: 12 of 100 articles",
    ]
