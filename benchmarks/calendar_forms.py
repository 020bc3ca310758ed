"""The ways a day, a part of a year or a day counted from now is written, with what they mean.

Everything here comes from jdatetime and hijridate, not from the project's own calendar.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import jdatetime
from hijridate import Gregorian
from num2words import num2words

ZWNJ = "\u200c"
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MONTHS = (
    ("فروردین",), ("اردیبهشت", "اردی‌بهشت"), ("خرداد",), ("تیر",), ("مرداد", "امرداد"),
    ("شهریور",), ("مهر",), ("آبان", "ابان"), ("آذر", "اذر"), ("دی",), ("بهمن",),
    ("اسفند",),
)  # fmt: skip
GREGORIAN_MONTHS = (
    ("ژانویه",), ("فوریه",), ("مارس",), ("آوریل", "آپریل"), ("مه", "می"), ("ژوئن",),
    ("ژوئیه", "جولای"), ("اوت", "آگوست"), ("سپتامبر",), ("اکتبر",), ("نوامبر",), ("دسامبر",),
)  # fmt: skip
HIJRI_MONTHS = (
    ("محرم",), ("صفر",), ("ربیع‌الاول", "ربیع الاول"), ("ربیع‌الثانی", "ربیع الثانی"),
    ("جمادی‌الاول", "جمادی الاول"), ("جمادی‌الثانی", "جمادی الثانی"), ("رجب",), ("شعبان",),
    ("رمضان",), ("شوال",), ("ذی‌القعده", "ذیقعده", "ذی القعده"), ("ذی‌الحجه", "ذیحجه", "ذی الحجه"),
)  # fmt: skip
_COUNTED_WEEKDAYS = ("", "یک", "دو", "سه", "چهار", "پنج")


class Written(NamedTuple):
    """A text and the days it means, both inclusive."""

    form: str
    text: str
    first: date
    last: date


def persian(value: object) -> str:
    return str(value).translate(_PERSIAN)


def weekdays(day: jdatetime.date) -> list[str]:
    """All spellings of its weekday; jdatetime counts from Saturday."""
    index = day.weekday()
    if index == 0:
        return ["شنبه"]
    if index == 6:
        return ["جمعه"]
    word = _COUNTED_WEEKDAYS[index]
    gaps = [f"{word}{gap}شنبه" for gap in (ZWNJ, " ", "")]
    return gaps + [f"{n}{gap}شنبه" for n in (index, persian(index)) for gap in (" ", "", ZWNJ)]


def day_words(day: int) -> list[str]:
    cardinal = num2words(day, lang="fa")
    ordinal = {3: "سوم", 23: "بیست و سوم", 30: f"سی{ZWNJ}ام"}.get(day, f"{cardinal}م")
    words = [cardinal, ordinal]
    if " و " in cardinal:
        for gap in (f"{ZWNJ}و{ZWNJ}", " و", "و "):
            words += [cardinal.replace(" و ", gap), ordinal.replace(" و ", gap)]
    if day == 1:
        words += ["اول", "نخست"]
    if day == 30:
        words += ["سی ام", "سیام"]
    return [word for word in words if word != "نه"]  # «نه مهر» is "not Mehr" more often


def days(day: int) -> list[str]:
    digits = [str(day), persian(day), str(day).translate(_ARABIC), persian(f"{day:02}")]
    return digits + [f"{persian(day)}{end}" for end in ("م", "ام", " ام")] + day_words(day)


def months(name: str) -> list[str]:
    return [name, f"{name} ماه", f"{name}{ZWNJ}ماه", f"{name}ماه"]


def years(year: int) -> list[str]:
    full = [str(year), persian(year), str(year).translate(_ARABIC)]
    full += [f"سال {persian(year)}", f"سال{persian(year)}", f"سال {year}"]
    full += [f"{persian(year)} {name}" for name in ("شمسی", "خورشیدی", "هجری شمسی")]
    full += [f"، {persian(year)}", f"سال {num2words(year, lang='fa')}"]
    return full + (short_years(year) if year < 1400 else [])


def short_years(year: int) -> list[str]:
    """Two digits; «۰۲» of 1402 is written so with slashes or behind «سال» only."""
    return [persian(year % 100), f"سال {persian(year % 100)}"] if 1332 <= year < 1400 else []


def in_digits(day: jdatetime.date) -> Iterator[str]:
    for sign in "/-.":
        yield f"{day.year}{sign}{day.month:02}{sign}{day.day:02}"
        yield f"{day.day}{sign}{day.month}{sign}{day.year}"
        yield persian(f"{day.year}{sign}{day.month}{sign}{day.day}")
    yield f"{day.year}/{day.month:02}/{day.day:02}".translate(_ARABIC)
    yield persian(f"{day.year}/ {day.month}/ {day.day}")
    yield persian(f"{day.year} / {day.month} / {day.day}")
    if 1316 <= day.year <= 1415:
        yield persian(f"{day.year % 100:02}/{day.month:02}/{day.day:02}")
    yield f"{weekdays(day)[0]} {persian(day.year)}/{persian(day.month)}/{persian(day.day)}"


def forms_of(day: jdatetime.date, mixes: int = 8) -> Iterator[Written]:
    """Every way to write a day with its year: each part in all its ways, and mixes of them."""
    same = day.togregorian()
    for text in in_digits(day):
        yield Written("digits", text, same, same)
    d, y = persian(day.day), persian(day.year)
    names = [spelled for name in MONTHS[day.month - 1] for spelled in months(name)]
    for text in days(day.day):
        yield Written("day", f"{text} {names[0]} {y}", same, same)
    for text in names:
        yield Written("month", f"{d} {text} {y}", same, same)
    for text in years(day.year):
        yield Written("year", f"{d} {names[0]} {text}".replace(" ،", "،"), same, same)
    for weekday in weekdays(day):
        yield Written("weekday", f"{weekday} {d} {names[0]} {y}", same, same)
        yield Written("weekday", f"روز {weekday}، {d} {names[0]} ماه {y}", same, same)
        yield Written("weekday", f"{weekday} مورخ {d} {names[0]} {y}", same, same)
    chance = random.Random(day.toordinal())
    for _ in range(mixes):
        chosen = [chance.choice(ways) for ways in (weekdays(day), days(day.day), names)]
        text = f"{' '.join(chosen)} {chance.choice(years(day.year))}".replace(" ،", "،")
        yield Written("mixed", text, same, same)
    yield from _gregorian(same)
    yield from _hijri(same)


def _gregorian(day: date) -> Iterator[Written]:
    for name in GREGORIAN_MONTHS[day.month - 1]:
        yield Written("gregorian", f"{persian(day.day)} {name} {persian(day.year)}", day, day)
        yield Written("gregorian", f"{day.day} {name} {day.year} میلادی", day, day)
        yield Written("gregorian", f"{day.day} {name} سال {day.year}", day, day)
    for text in (f"{day.year}/{day.month:02}/{day.day:02}", day.isoformat()):
        yield Written("gregorian", text, day, day)
        yield Written("gregorian", persian(text), day, day)


def _hijri(day: date) -> Iterator[Written]:
    if not 1925 <= day.year < 2077:  # the table of hijridate
        return
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    for name in HIJRI_MONTHS[hijri.month - 1]:
        text = f"{persian(hijri.day)} {name} {persian(hijri.year)}"
        yield Written("hijri", f"{text} قمری", day, day)
        if hijri.year > 1410:  # «رمضان ۱۴۰۲» may be of a Jalali year
            yield Written("hijri", text, day, day)


def days_without_year(day: jdatetime.date) -> Iterator[Written]:
    """To be read on that day: the year is that of the publication, and the weekday fits."""
    same = day.togregorian()
    for weekday in weekdays(day):
        text = f"{weekday} {persian(day.day)} {MONTHS[day.month - 1][0]}"
        yield Written("no year, weekday", text, same, same)
    yield Written("no year", f"{persian(day.day)} {MONTHS[day.month - 1][0]}", same, same)


def relative_to(day: jdatetime.date) -> Iterator[Written]:
    """What is counted from a publication on that day."""
    today = day.togregorian()

    def point(text: str, by: int) -> Written:
        return Written("relative", text, today + timedelta(by), today + timedelta(by))

    for text, by in (("پریروز", -2), ("دیروز", -1), ("امروز", 0), ("فردا", 1), ("پس‌فردا", 2)):
        yield point(text, by)
    yield point("سه روز پیش", -3)
    for by, weekday in ((-7, weekdays(day)[0]), (-1, weekdays(day - timedelta(1))[0])):
        yield point(f"{weekday} گذشته", by)
    yield point(f"{weekdays(day + timedelta(1))[0]} آینده", 1)
    saturday = today - timedelta(day.weekday())
    for text, by in (("هفته گذشته", -7), ("هفته جاری", 0), ("هفته آینده", 7)):
        yield Written("relative", text, saturday + timedelta(by), saturday + timedelta(by + 6))
    for text, by in (("ماه گذشته", -1), ("ماه جاری", 0), ("ماه آینده", 1), ("دو ماه پیش", -2)):
        count = day.year * 12 + day.month - 1 + by
        yield Written("relative", text, *span(count // 12, count % 12 + 1))
    for text, by in (("پارسال", -1), ("امسال", 0), ("سال آینده", 1), ("دو سال پیش", -2)):
        yield Written("relative", text, *span(day.year + by, 1, 12))


def span(year: int, first: int, months: int = 1) -> tuple[date, date]:
    """First and last day of some months of a year."""
    after = year * 12 + first - 1 + months
    start = jdatetime.date(year, first, 1).togregorian()
    end = jdatetime.date(after // 12, after % 12 + 1, 1).togregorian()
    return start, end - timedelta(1)


_PARTS = (
    ("سه‌ماهه نخست", 1, 3), ("سه ماهه دوم", 4, 3), ("سه‌ماهه پایانی", 10, 3), ("نیمه نخست", 1, 6),
    ("نیمه دوم", 7, 6), ("شش‌ماهه اول", 1, 6), ("شش ماه دوم", 7, 6), ("نه‌ماهه", 1, 9),
    ("۹ ماهه نخست", 1, 9), ("پنج ماه ابتدایی", 1, 5), ("ده‌ماهه", 1, 10), ("بهار", 1, 3),
    ("تابستان", 4, 3), ("فصل پاییز", 7, 3), ("زمستان", 10, 3), ("ابتدای", 1, 12),
    ("پایان", 1, 12), ("اواخر", 1, 12), ("نیمه", 1, 12),
)  # fmt: skip


def parts_of(year: int) -> Iterator[Written]:
    """The year, its parts and edges, its months, the years beside it, its decade."""
    for text, first, count in _PARTS:
        yield Written("part of a year", f"{text} سال {persian(year)}", *span(year, first, count))
    for text in (f"سال {persian(year)}", f"سال {year} شمسی", f"سال {num2words(year, lang='fa')}"):
        yield Written("year alone", text, *span(year, 1, 12))
    for month, names in enumerate(MONTHS, 1):
        yield Written("month alone", f"{names[0]} ماه سال {persian(year)}", *span(year, month))
        yield Written("month alone", f"اواخر {names[0]} {persian(year)}", *span(year, month))
        first = span(year, month)[0]
        ten = first + timedelta(9)
        yield Written("part of a month", f"دهه اول {names[0]} {persian(year)}", first, ten)
        text = f"۱۰ تا ۱۵ {names[0]} {persian(year)}"
        yield Written("days", text, first + timedelta(9), first + timedelta(14))
        text = f"۱۷ و ۱۸ {names[0]} ماه {persian(year)}"
        yield Written("days", text, first + timedelta(16), first + timedelta(17))
    text = f"سال‌های {persian(year)} و {persian(year + 1)}"
    yield Written("years", text, span(year, 1, 12)[0], span(year + 1, 1, 12)[1])
    farm = span(year, 7, 12)
    yield Written("years", f"سال زراعی {year}-{year + 1}", *farm)
    if 1332 <= year < 1409:
        yield Written("years", f"سال تحصیلی {persian(f'{year}-{(year + 1) % 100:02}')}", *farm)
    if year % 10 == 0:
        yield Written("decade", f"دهه {persian(year)}", *span(year, 1, 120))


def traps() -> Iterator[str]:
    """Sentences with numbers and names that look like dates and are none."""
    for n in range(1, 60):
        number = persian(n)
        yield f"جوان {number} ساله بازداشت شد"
        yield f"تیم با نتیجه {number}-{persian(n % 7)} برنده شد"
        yield f"قیمت {number}/۵۰۰ تومان است"
        yield f"ساعت {persian(n % 24)}:{persian(f'{n:02}')} آغاز شد"
        yield f"شماره تماس ۰۲۱-۸۸{persian(f'{n:02}')}۱۲۳۴ است"
        yield f"{number} می گوید و {number} می رسد"
        yield f"نرخ {number}/{persian(n % 9 + 1)} درصد بود"
    for name in ("می گوید", "مهر و محبت", "تیر خلاص", "بهمن سقوط کرد", "آذر خانم", "دی اکسید کربن"):
        yield f"او گفت که {name} و رفت"
