"""The words and values that articles of an archive are written with."""

import random
import tomllib
from datetime import date, timedelta
from pathlib import Path

import jdatetime

from benchmarks.story_writing import Writer

_FILE = tomllib.loads(Path(__file__).with_name("archive_contradictions.toml").read_text("utf-8"))
SENTENCES, TRAPS = _FILE["sentences"], _FILE["traps"]["rows"]
_SCALES = {3: "هزار", 6: "میلیون", 9: "میلیارد"}


class Words:
    """The words of one group: its cluster, province and the day of the first article."""

    def __init__(self, draw: random.Random, trade: str, province: str) -> None:
        self.draw, self.trade, self.province = draw, trade, province
        first = date(2021, 4, 1) + timedelta(days=draw.randint(0, 1100))
        year = jdatetime.date.fromgregorian(date=first).year
        if jdatetime.date.fromgregorian(date=first).timetuple().tm_yday > 330:
            first += timedelta(days=60)  # Nowruz does not come between the articles
            year = jdatetime.date.fromgregorian(date=first).year
        self.first, self.year = first, year - 1  # the last year that is over

    def say(self, indicator: str, value: str, year: int = 0, unit: str = "") -> str:
        """A sentence that gives an indicator of the cluster this value."""
        row = self.draw.choice(SENTENCES[indicator])
        slots = {"t": self.trade, "province": self.province, "v": value, "u": unit}
        return str(row.format(**slots, y=year or self.year))


def other_value(draw: random.Random, value: int) -> int:
    """A value that rounding doesn't explain."""
    return int(value * draw.choice([draw.uniform(0.4, 0.8), draw.uniform(1.25, 2.2)]))


def write_value(draw: random.Random, value: int) -> str:
    """«۱ میلیون و ۲۵۰ هزار», «۱.۲۵ میلیون», «۱,۲۵۰,۰۰۰»."""
    for zeros in (9, 6):
        whole, rest = divmod(value, 10**zeros)
        if not whole:
            continue
        lower = rest // 10 ** (zeros - 3)
        if rest % 10 ** (zeros - 3):
            break
        if not rest:
            return f"{whole} {_SCALES[zeros]}"
        if rest % 10 ** (zeros - 2) == 0 and draw.random() < 0.5:
            return (
                f"{whole}.{rest // 10 ** (zeros - 1)} {_SCALES[zeros]}"
                if (rest % 10 ** (zeros - 1) == 0)
                else f"{whole}.{rest // 10 ** (zeros - 2):02} {_SCALES[zeros]}"
            )
        return f"{whole} {_SCALES[zeros]} و {lower} {_SCALES[zeros - 3]}"
    return Writer(draw).number(value)


def some_value(draw: random.Random, indicator: str) -> int:
    """A value such as the indicator has; not round."""
    three = draw.choice([n for n in range(101, 1000) if n % 10])
    size = {"exports": 4, "production": 1, "sales": 8, "credit": 8, "employment": 1}
    return three * int(10 ** size.get(indicator, 0))
