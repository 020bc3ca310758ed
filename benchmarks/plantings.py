"""Numbers that agree, and the same with one that does not, for each check."""

from collections.abc import Callable

import jdatetime

from benchmarks.story_writing import WORDS, Slots, Writer, some_name

_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")

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
    # A craft too many is none: «چاپ و دوخت» at the end of the list may be one of them.
    fewer = [-1] if size > 3 and kind != "craft" else []
    wrong = size + write.draw.choice([*fewer, 1, 1, 2])
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
    slots = {"name2": some_name(write), "say2": write.draw.choice(WORDS["speech"])}
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
