"""Groups of articles that agree, and such that do not, for each check over an archive."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from benchmarks.archive_writing import TRAPS, Words, other_value, some_value, write_value
from benchmarks.story_writing import ROWS, Slots, Writer, common_slots, typography
from schemas.article import Article


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one cluster; ``code`` is that of what is planted, "" if they agree."""

    name: str
    kind: str
    articles: tuple[Article, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article, and how many days after the first article it appears."""

    sentence: str
    days: int
    copy: bool = False


Maker = Callable[[random.Random, Words, bool], tuple[list[Told], str]]
MAKERS: dict[str, Maker] = {}


def maker(function: Maker) -> Maker:
    MAKERS[function.__name__.removeprefix("make_")] = function
    return function


def make_group(
    draw: random.Random, kind: str, name: str, trade: str, province: str, planted: int
) -> Group:
    """Write the articles of a group."""
    words = Words(draw, trade, province)
    told, code = MAKERS[kind](draw, words, bool(planted))
    articles: list[Article] = []
    for i, part in enumerate(told):
        text = _copied(articles[0].text) if part.copy else _text(draw, province, part.sentence)
        day = words.first + timedelta(days=part.days)
        articles.append(Article(id=f"{name}-{i}", published=day, text=text))
    return Group(name, kind, tuple(articles), code)


def _text(draw: random.Random, province: str, sentence: str) -> str:
    write = Writer(draw)
    slots: Slots = common_slots(write) | {"province": province}
    lede = draw.choice(ROWS["lede"]["rows"])
    before, after = draw.sample(ROWS["filler"]["rows"], 2)
    whole = draw.choice([f"{lede}{sentence} {after}", f"{lede}{before} {sentence} {after}"])
    return typography(draw)(whole.format(**slots))


def _copied(text: str) -> str:
    """The same with the small changes outlets make."""
    words = text.replace("\u200c", " ").split()
    return " ".join(words[:-1]) + " " + words[-1].rstrip(".") + " ."


@maker
def make_stock(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """Employment, enterprises, workshops: two articles of one season."""
    indicator = draw.choice(["employment", "employment", "enterprises", "workshops"])
    value = some_value(draw, indicator)
    other = other_value(draw, value) if planted else value
    days = draw.randint(0, 80)
    written = [write_value(draw, v) for v in (value, other)]
    if not planted:
        days, written[1] = _sound_stock(draw, value, days, written[1])
    told = [Told(words.say(indicator, written[0]), 0), Told(words.say(indicator, written[1]), days)]
    return told, "archive_conflict" if planted else ""


def _sound_stock(draw: random.Random, value: int, days: int, written: str) -> tuple[int, str]:
    """The same again, rounded, or more after some years."""
    way = draw.choice(["same", "about", "rounded", "later"])
    if way == "about":
        return days, f"حدود {write_value(draw, round(value, -1))}"
    if way == "rounded":
        return days, write_value(draw, round(value, 1 - len(str(value)) + 1))
    if way == "later":
        return days + draw.randint(300, 900), write_value(draw, int(value * draw.uniform(1.1, 1.6)))
    return days, written


@maker
def make_flow(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """Exports, production, sales of one year that is over."""
    indicator = draw.choice(["exports", "exports", "production", "sales"])
    value = some_value(draw, indicator)
    unit = draw.choice(["تومان", "ریال"])
    other, other_unit = value, unit
    if planted:
        other = other_value(draw, value)
        if indicator != "production":
            other = other // 1000 * 1000
    elif indicator == "sales" and draw.random() < 0.5:
        other_unit = "ریال" if unit == "تومان" else "تومان"
        other = value * 10 if other_unit == "ریال" else value // 10
    years = [words.year, words.year]
    if not planted and draw.random() < 0.3:
        years[1] -= 1
        other = other_value(draw, value) // 1000 * 1000 or value + 1
    told = [
        Told(words.say(indicator, write_value(draw, v), y, u), d)
        for v, y, u, d in zip(
            (value, other), years, (unit, other_unit), (0, draw.randint(0, 200)), strict=True
        )
    ]
    return told, "archive_conflict" if planted else ""


@maker
def make_copied(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """A copy of the first article, and, if planted, another that disagrees with both."""
    told, code = make_stock(draw, words, planted)
    return [told[0], Told("", draw.randint(0, 3), copy=True), told[1]], code


@maker
def make_rial_toman(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """One sum, in rials and in tomans; planted with the same number."""
    value = draw.randint(11, 990) * 10**9
    units = draw.sample(["تومان", "ریال"], 2)
    other = value
    if not planted:
        other = value * 10 if units[1] == "ریال" else value // 10
    days = draw.randint(0, 25)
    return [
        Told(words.say("credit", write_value(draw, value), unit=units[0]), 0),
        Told(words.say("credit", write_value(draw, other), unit=units[1]), days),
    ], "archive_conflict" if planted else ""


@maker
def make_scale(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """A sum a thousand times another; sound: another loan."""
    value = some_value(draw, "credit") // 10**8 * 10**8
    other = draw.choice([value * 1000 if value < 10**10 else value // 1000, value // 1000])
    if not planted:
        other = (value // 10**8 + draw.randint(1, 90)) * 10**8
    return [
        Told(words.say("credit", write_value(draw, value), unit="تومان"), 0),
        Told(words.say("credit", write_value(draw, other), unit="تومان"), draw.randint(0, 200)),
    ], "archive_conflict" if planted else ""


@maker
def make_yearly(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """What is produced each year, without a year; sound: the same, or another after years."""
    value, days = some_value(draw, "production"), draw.randint(0, 80)
    other = other_value(draw, value) if planted else value
    if not planted and draw.random() < 0.5:
        other, days = other_value(draw, value), days + 400
    return [
        Told(words.say("yearly", write_value(draw, value)), 0),
        Told(words.say("yearly", write_value(draw, other)), days),
    ], "archive_conflict" if planted else ""


@maker
def make_round_scale(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """A round investment of one year as millions and as milliards; sound: a part of it."""
    value = draw.choice([n for n in range(110, 990, 10) if n % 100])
    other = f"{value} میلیون" if planted else f"{value // 3} میلیارد"
    told = [words.say("investment", v, unit="تومان") for v in (f"{value} میلیارد", other)]
    draw.shuffle(told)
    code = "archive_conflict" if planted else ""
    return [Told(told[0], 0), Told(told[1], draw.randint(0, 200))], code


@maker
def make_recycled(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """A flow of two years; sound: other values, a round one, or the same year again."""
    indicator = draw.choice(["exports", "production"])
    value = some_value(draw, indicator)
    other, year = value, words.year + 1
    way = draw.choice(["other", "round", "again"])
    if not planted and way == "other":
        other = value + draw.randint(1, 9) * 10 ** (4 if indicator == "exports" else 1)
    elif not planted and way == "round":
        value = other = draw.randint(2, 9) * (10**6 if indicator == "exports" else 1000)
    elif not planted:
        year = words.year
    return [
        Told(words.say(indicator, write_value(draw, value), words.year), 0),
        Told(words.say(indicator, write_value(draw, other), year), draw.randint(366, 500)),
    ], "recycled_figure" if planted else ""


@maker
def make_falling(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """Persons trained or courses held so far."""
    return _totals(draw, words, draw.choice(["trained", "trained", "courses"]), planted)


@maker
def make_clusters(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """Clusters found so far in a province."""
    return _totals(draw, words, "clusters", planted)


def _totals(
    draw: random.Random, words: Words, indicator: str, planted: bool
) -> tuple[list[Told], str]:
    value = draw.randint(12, 60) if indicator != "trained" else draw.randint(60, 900)
    factor = draw.uniform(0.4, 0.85) if planted else draw.uniform(1, 2)
    days = draw.randint(40, 700)
    values = value, int(value * factor)
    return [
        Told(words.say(indicator, str(v)), d) for v, d in zip(values, (0, days), strict=True)
    ], "falling_total" if planted else ""


@maker
def make_correction(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:
    """An article that corrects one by a zero; sound: it only says the same again."""
    value = some_value(draw, "exports")
    wrong = value * 10 if planted else value
    first = words.say("exports", write_value(draw, wrong))
    right = "اصلاحیه: " + words.say("exports", write_value(draw, value))
    return [Told(first, 0), Told(right, draw.randint(1, 5))], "archive_conflict" if planted else ""


@maker
def make_traps(draw: random.Random, words: Words, planted: bool) -> tuple[list[Told], str]:  # noqa: ARG001
    """What invites a false alarm; nothing is planted."""
    values: Sequence[int] = sorted(draw.sample(range(60, 900), 3))
    slots = dict(zip("abc", map(str, values), strict=True)) | {"t": words.trade}
    slots |= {"y": str(words.year - 1), "z": str(words.year)}
    parts = draw.choice(TRAPS).format(**slots).split(" | ")
    draw.shuffle(parts)
    return [Told(part, i * draw.randint(1, 60)) for i, part in enumerate(parts)], ""
