"""How many planted contradictions the checks find, and how many sound articles they flag.

    python -m benchmarks.contradictions [--articles 2000] [--seed 1] [--errors 5] [--only growth]

Small articles are made from the sentences of contradictions.toml, each twice: with numbers that
agree and with one that does not. "false" counts sound articles with any finding of severity error
or warning.
"""

import argparse
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jdatetime
from num2words import num2words

from extractor import Extractor
from schemas.article import Article
from schemas.findings import Finding
from schemas.vocabularies import Severity

_ROWS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_WORDS: Mapping[str, Sequence[str]] = _ROWS["words"]
_SLOT = re.compile(r"{(\w+)}")
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_TO_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
_TO_ARABIC = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_LETTERS = str.maketrans("یک", "يك")
_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
_OF_WORDS = {"t": "trade", "c": "country", "k": "county", "x": "craft", "y": "product"}
_PRODUCTS = ("زعفران", "پسته", "خرما", "عسل", "گلاب", "چای", "کشمش", "زیتون", "شیشه", "آجر")

Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Story:
    """An article, the check it is made for, and whether its numbers contradict each other."""

    article: Article
    code: str
    row: int
    planted: bool


class Writer:
    """Draws words and numbers, and writes them in one style throughout an article."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self._grouped = draw.random()
        self._spelled = draw.random() < 0.5
        self._sign = draw.choice("./٫")

    def number(self, value: float) -> str:
        """«۲۳۵۰», «۲,۳۵۰», «۲ هزار و ۳۵۰»; decimals with one digit."""
        if value != int(value):
            return f"{value:.1f}".replace(".", self._sign)
        whole, rest = divmod(int(value), 1000)
        if whole and self._grouped < 0.35:
            return f"{int(value):,}"
        if whole and self._grouped < 0.7:
            return f"{whole} هزار و {rest}" if rest else f"{whole} هزار"
        return str(int(value))

    def count(self, value: int) -> str:
        """A small number, in words or digits."""
        return num2words(value, lang="fa") if self._spelled else str(value)

    def some(self, kind: str, size: int) -> list[str]:
        """Different words of one kind."""
        words = _PRODUCTS if kind == "product" else _WORDS[kind]
        return self.draw.sample(list(words), size)

    def listed(self, members: Sequence[str]) -> str:
        """«الف، ب و ج»."""
        return f"{'، '.join(members[:-1])} و {members[-1]}"

    def near(self, low: int, high: int) -> int:
        """A whole number, bounds included."""
        return self.draw.randint(low, high)


# For each check the slots of a sound and of a contradictory article.
Pair = tuple[Slots, Slots]
Maker = Callable[[Writer, str], Pair]
MAKERS: dict[str, Maker] = {}


def maker(function: Maker) -> Maker:
    MAKERS[function.__name__.removeprefix("make_")] = function
    return function


@maker
def make_list_count(write: Writer, row: str) -> Pair:
    size = write.near(3, 6)
    kind = row.partition("{list_")[2].partition("}")[0]
    slots = {f"list_{kind}": write.listed(write.some(kind, size))}
    wrong = size + write.draw.choice([-1, 1, 1, 2] if size > 3 else [1, 2])
    return slots | {"n": write.count(size)}, slots | {"n": write.count(wrong)}


@maker
def make_share_sum(write: Writer, row: str) -> Pair:
    first = write.near(30, 55)
    second = write.near(10, 85 - first)
    off = write.near(5, 25) * (write.draw.choice([-1, 1]) if "باقی" in row else 1)
    third = 100 - first - second
    off = max(off, 4 - third) if off < 0 else off
    slots = {"s0": str(first), "s1": str(second), "w": write.number(write.near(40, 2400))}
    return (
        slots | {"s2": str(third), "s3": str(100 - first)},
        slots | {"s2": str(third + off), "s3": str(100 - first + off)},
    )


@maker
def make_part_exceeds_whole(write: Writer, row: str) -> Pair:  # noqa: ARG001
    whole = write.near(20, 3000)
    part, wrong = (int(whole * write.draw.uniform(*w)) for w in ((0.2, 0.9), (1.15, 1.9)))
    slots = {"w": write.number(whole)}
    return slots | {"p": write.number(part)}, slots | {"p": write.number(wrong)}


def _day(day: jdatetime.date) -> Slots:
    return {
        "day": str(day.day),
        "month": _MONTHS[day.month - 1],
        "year": str(day.year),
        "mm": f"{day.month:02}",
        "dd": f"{day.day:02}",
    }


def _some_day(write: Writer) -> jdatetime.date:
    return jdatetime.date(write.near(1390, 1403), write.near(1, 12), write.near(1, 29))


@maker
def make_weekday_mismatch(write: Writer, row: str) -> Pair:  # noqa: ARG001
    day = _some_day(write)
    right = day.weekday()
    wrong = (right + write.near(1, 6)) % 7
    slots = _day(day)
    return slots | {"weekday": _WEEKDAYS[right]}, slots | {"weekday": _WEEKDAYS[wrong]}


@maker
def make_invalid_date(write: Writer, row: str) -> Pair:
    slots = _day(_some_day(write))
    month = write.near(7, 11)
    if "{mm}" in row and write.draw.random() < 0.5:
        return slots, slots | {"mm": str(write.near(13, 19))}
    short = write.near(1, 12) if write.draw.random() < 0.3 else month
    day = 32 if short < 7 else 31
    wrong = {"month": _MONTHS[short - 1], "mm": f"{short:02}", "day": str(day), "dd": str(day)}
    return slots, slots | wrong


@maker
def make_date_order(write: Writer, row: str) -> Pair:  # noqa: ARG001
    months = sorted(write.draw.sample(range(1392 * 12, 1403 * 12), 2))
    texts = [f"{_MONTHS[m % 12]} {m // 12}" for m in months]
    if months[0] // 12 != months[1] // 12 and write.draw.random() < 0.5:
        texts = [f"سال {m // 12}" for m in months]
    return {"start": texts[0], "end": texts[1]}, {"start": texts[1], "end": texts[0]}


@maker
def make_figure_conflict(write: Writer, row: str) -> Pair:
    value = write.near(40, 3000)
    factors = write.draw.uniform(0.4, 0.85), write.draw.uniform(1.2, 2)
    wrong = int(value * write.draw.choice(factors))
    slots = {"name2": _name(write), "say2": write.draw.choice(_WORDS["speech"])}
    if " {say2} شمار" in row:
        slots["say2"] += " که" if write.draw.random() < 0.5 else ""
    slots["a"] = write.number(value)
    return slots | {"b": slots["a"]}, slots | {"b": write.number(wrong)}


@maker
def make_unit_doubt(write: Writer, row: str) -> Pair:  # noqa: ARG001
    toman = write.near(2, 90)
    wrong = write.draw.choice([toman, toman * 100, toman * 10 + write.near(5, 60)])
    slots = {"o": write.number(toman)}
    return slots | {"r": write.number(toman * 10)}, slots | {"r": write.number(wrong)}


@maker
def make_unresolved_date(write: Writer, row: str) -> Pair:  # noqa: ARG001
    day = _day(_some_day(write))
    return day | {"year": f" {day['year']}"}, day | {"year": ""}


@maker
def make_sum_of_parts(write: Writer, row: str) -> Pair:  # noqa: ARG001
    first, second = write.near(15, 900), write.near(15, 900)
    wrong = int((first + second) * write.draw.choice([1.15, 1.4, 1.75]))
    slots = {"p0": write.number(first), "p1": write.number(second)}
    return slots | {"w": write.number(first + second)}, slots | {"w": write.number(wrong)}


@maker
def make_share_of_count(write: Writer, row: str) -> Pair:  # noqa: ARG001
    whole = write.near(30, 2500)
    part = write.near(whole // 10, whole * 9 // 10)
    share = part / whole * 100
    wrong = share + write.draw.choice([-1, 1]) * write.near(8, 25)
    if not 3 < wrong < 99:
        wrong = 100 - share if abs(100 - 2 * share) > 8 else share + 9
    slots = {"w": write.number(whole), "p": write.number(part)}
    places = write.draw.choice([0, 0, 1])
    return tuple(  # type: ignore[return-value]
        slots | {"q": write.number(round(q, places))} for q in (share, wrong)
    )


@maker
def make_growth(write: Writer, row: str) -> Pair:
    old = write.near(20, 900)
    rises = write.draw.random() < 0.7
    new = int(old * (write.draw.uniform(1.1, 2.2) if rises else write.draw.uniform(0.5, 0.9)))
    size = abs(new / old - 1) * 100
    more = size < 30 or write.draw.random() < 0.5
    wrong = size + write.near(8, 40) if more else size - write.near(9, 20)
    words = ("رشد", "افزایش") if rises else ("کاهش",)
    rise = write.draw.choice(words if "{rise} یافته" not in row else words[-1:])
    slots = {"a": write.number(old), "b": write.number(new), "rise": rise}
    return slots | {"g": write.number(round(size))}, slots | {"g": write.number(round(wrong))}


@maker
def make_headline_body(write: Writer, row: str) -> Pair:
    return make_figure_conflict(write, row)


@maker
def make_traps(write: Writer, row: str) -> Pair:  # noqa: ARG001
    return {}, {}


def _name(write: Writer) -> str:
    return f"{write.draw.choice(_WORDS['first_name'])} {write.draw.choice(_WORDS['last_name'])}"


def _common(write: Writer) -> Slots:
    slots = {
        "name": _name(write),
        "say": write.draw.choice(_WORDS["speech"]),
        "firm": write.draw.choice(_WORDS["firm"]),
        "province": write.draw.choice(_WORDS["province"]),
        "n7": write.count(write.near(5, 9)),
        "n3": write.count(write.near(2, 4)),
    }
    for letter, kind in _OF_WORDS.items():
        slots |= {f"{letter}{i}": word for i, word in enumerate(write.some(kind, 3))}
    slots |= {f"m{i}": str(write.near(10, 59)) for i in range(7)}
    slots |= {f"h{i}": write.number(write.near(100 * i, 100 * i + 99)) for i in range(1, 10)}
    return slots


def _typography(draw: random.Random) -> Callable[[str], str]:
    """One hand's habits: digits, letters, what became of the half-spaces."""
    digits = draw.choice([_TO_PERSIAN, _TO_PERSIAN, _TO_PERSIAN, _TO_LATIN, _TO_ARABIC])
    letters = _ARABIC_LETTERS if draw.random() < 0.2 else {}
    half = draw.choice(["\u200c", "\u200c", "\u200c", " ", ""])

    def change(text: str) -> str:
        text = text.translate(_TO_LATIN).translate(digits).translate(letters)
        return text.replace("\u200c", half)

    return change


def make_stories(seed: int, count: int, only: str = "") -> Iterator[Story]:
    """Pairs of articles, sound and contradictory, the checks in turn."""
    draw = random.Random(seed)
    codes = [code for code in MAKERS if only in code]
    turns: Counter[str] = Counter()
    for i in range(count // 2):
        code = codes[i % len(codes)]
        rows = _ROWS[code]["rows"]
        row = turns[code] % len(rows)
        turns[code] += 1
        yield from _pair(draw, code, row, f"{code}-{i}")


def _pair(draw: random.Random, code: str, row: int, name: str) -> Iterator[Story]:
    write = Writer(draw)
    template = _ROWS[code]["rows"][row]
    common = _common(write)
    title, _, body = template.rpartition(" | ")
    lede = draw.choice(_ROWS["lede"]["rows"])
    before, after = draw.sample(_ROWS["filler"]["rows"], 2)
    whole = f"{lede}{before} {body} {after}" if draw.random() < 0.5 else f"{lede}{body} {after}"
    change = _typography(draw)
    for planted, slots in enumerate(MAKERS[code](write, template)):
        if planted and code == "traps":
            return
        filled = [change(_fill(text, common | slots)) for text in (title, whole)]
        article = Article(id=f"{name}-{planted}", title=filled[0] or None, text=filled[1])
        yield Story(article, code, row, bool(planted))


def _fill(text: str, slots: Slots) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], text)


@dataclass(slots=True)
class Tally:
    """What became of the stories of one check."""

    planted: int = 0
    found: int = 0
    clean: int = 0
    flagged: int = 0


def is_alarm(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def judge(
    extractor: Extractor, stories: Iterator[Story]
) -> tuple[dict[str, Tally], list[tuple[Story, list[Finding]]]]:
    """The tallies by check, and the stories that went wrong with what was found in them."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    wrong: list[tuple[Story, list[Finding]]] = []
    for story in stories:
        findings = list(extractor.extract(story.article).findings)
        tally = tallies[story.code]
        if story.planted:
            good = any(f.code == story.code for f in findings)
            tally.planted += 1
            tally.found += good
        else:
            good = not any(is_alarm(f) or f.code == story.code for f in findings)
            tally.clean += 1
            tally.flagged += not good
        if not good:
            wrong.append((story, findings))
    return dict(tallies), wrong


def total(tallies: Mapping[str, Tally]) -> Tally:
    fields: dict[str, Any] = {
        name: sum(getattr(t, name) for t in tallies.values()) for name in Tally.__slots__
    }
    return Tally(**fields)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    tallies, wrong = judge(Extractor(), make_stories(options.seed, options.articles, options.only))
    shown: Counter[tuple[str, int, bool]] = Counter()
    for story, findings in wrong:
        key = (story.code, story.row, story.planted)
        shown[key] += 1
        if shown[key] <= options.errors:
            print("missed" if story.planted else "false", *key[:2], story.article.composed)
            for f in findings:
                print("   ", f.code.value, f.calculation)
    print(f"{'check':<20}{'planted':>9}{'found':>8}{'clean':>8}{'false':>8}")
    for code, t in [*tallies.items(), ("all", total(tallies))]:
        print(f"{code:<20}{t.planted:>9}{t.found:>8}{t.clean:>8}{t.flagged:>8}")


if __name__ == "__main__":
    main()
