import random
from decimal import Decimal

import pytest
from num2words import num2words

from extractor.mentions import Number, NumberKind
from extractor.text.numerals import find_numbers

ZWNJ = "\u200c"
ORDERS = [
    ("پانصد", "پونصد"),
    ("هجده", "هیجده"),
    ("میلیارد", "ملیارد"),
    ("میلیون", "ملیون"),
    ("تریلیون", "بیلیون"),
    (" و ", f"{ZWNJ}و{ZWNJ}"),
]


def only(text: str) -> Number:
    found = find_numbers(text)
    assert len(found) == 1, (text, found)
    return found[0]


def spoken(value: int) -> str:
    # A noun follows, since «نه» and «ده» alone are other words too.
    return f"{num2words(value, lang='fa')} نفر"


def test_number_words_read_back_to_ten_thousand() -> None:
    for value in range(10_001):
        text = spoken(value)
        number = only(text)
        assert (number.value, number.end) == (value, len(text) - len(" نفر")), text


def test_number_words_read_back_at_random() -> None:
    chance = random.Random(14)
    for _ in range(3_000):
        value = chance.randrange(10 ** chance.randrange(5, 15))
        text = spoken(value)
        assert only(text).value == value, text


@pytest.mark.parametrize(("plain", "variant"), ORDERS, ids=[b for _, b in ORDERS])
def test_spelling_variants_read_the_same(plain: str, variant: str) -> None:
    chance = random.Random(5)
    for _ in range(300):
        value = chance.randrange(10 ** chance.randrange(3, 15))
        text = spoken(value).replace(plain, variant)
        assert only(text).value == value, text


@pytest.mark.parametrize("value", [1250, 13_400, 1_000_000, 987_654_321])
@pytest.mark.parametrize("separator", ["٬", ",", "،", ""])
def test_thousands_separators(value: int, separator: str) -> None:
    text = f"{value:,}".replace(",", separator)
    for shift in (0x30, 0x6F0, 0x660):
        digits = "".join(chr(ord(c) - 0x30 + shift) if c.isdigit() else c for c in text)
        assert only(digits).value == value


CARDINALS = [
    ("۱۳ هزار و ۵۰۰", "13500"),
    ("هزار و ۲۰۰", "1200"),
    ("هزار ۲۰۰", "1200"),
    ("یک هزار میلیون", "1000000000"),
    ("۲ هزار میلیارد", "2000000000000"),
    ("دو هزار و ۵۰۰ میلیارد", "2500000000000"),
    ("۲ هزار میلیارد و ۵۰۰ میلیارد", "2500000000000"),
    ("یک میلیون ۲۰۰ هزار", "1200000"),
    ("9 میلیارد و 500 میلیون", "9500000000"),
    ("صد و ۵۰", "150"),
    ("یک صد", "100"),
    ("یکهزار و ۶۱۳", "1613"),
    ("هزارو ۵۰۰", "1500"),
    ("سی‌ودو", "32"),
    ("سی‌ و دو", "32"),
    ("بیستویک", "21"),
    ("دوهزار", "2000"),
    ("۲/۵ میلیون", "2500000"),
    ("۲٫۵", "2.5"),
    ("۱.۸ میلیون", "1800000"),
    ("۱.۲۵۰ میلیارد", "1250000000"),
    ("۱.۲۵۰.۰۰۰", "1250000"),
    ("۱۲,۵۰۰.۵", "12500.5"),
    ("۲,۵ میلیون", "2500000"),
    ("دو و نیم میلیون", "2500000"),
    ("یک میلیون و نیم", "1500000"),
    ("نیم میلیون", "500000"),
    ("سه و هفت دهم", "3.7"),
    ("بیست و سه دهم", "20.3"),
    ("۱۲ و ۶ دهم", "12.6"),
    ("دو و بیست و پنج صدم", "2.25"),
    ("دو و چهار دهم میلیون", "2400000"),
    ("منفی ۵", "-5"),
]


@pytest.mark.parametrize(("text", "value"), CARDINALS, ids=[t for t, _ in CARDINALS])
def test_cardinals(text: str, value: str) -> None:
    number = only(f"{text} درصد")
    assert (number.start, number.end) == (0, len(text))
    assert (number.value, number.kind) == (Decimal(value), NumberKind.CARDINAL)


RANGES = [
    ("۱۲ تا ۱۵ هزار", 12_000, 15_000),
    ("۵۰۰ تا ۶۰۰", 500, 600),
    ("۵۰۰ تا هزار", 500, 1000),
    ("۵۰۰ هزار تا یک میلیون", 500_000, 1_000_000),
    ("یک تا ۲ میلیون و ۵۰۰ هزار", 1_000_000, 2_500_000),
    ("۱۵ الی ۲۰", 15, 20),
    ("۱۵-۲۰", 15, 20),
    ("دو سه هزار", 2000, 3000),
    ("ده دوازده", 10, 12),
    ("بین ۲۱۰۰ تا ۲,۲۰۰", 2100, 2200),
    ("بین ۵ و ۱۰", 5, 10),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES, ids=[t for t, _, _ in RANGES])
def test_ranges(text: str, low: int, high: int) -> None:
    number = only(f"{text} نفر")
    assert (number.start, number.end) == (0, len(text))
    assert (number.value, number.upper, number.comparator) == (low, high, "range")


COMPARED = [
    ("بیش از", "more_than"),
    ("بالغ بر", "more_than"),
    ("بالای", "more_than"),
    ("افزون بر", "more_than"),
    ("حدود", "about"),
    ("نزدیک به", "about"),
    ("نزدیک", "about"),
    ("قریب به", "about"),
    ("دست‌کم", "at_least"),
    ("دست کم", "at_least"),
    ("دستکم", "at_least"),
    ("حداقل", "at_least"),
    ("حداکثر", "at_most"),
    ("حداکثر تا", "at_most"),
    ("تا سقف", "at_most"),
    ("تا", "at_most"),
    ("کمتر از", "less_than"),
    ("زیر", "less_than"),
]


@pytest.mark.parametrize(("words", "comparator"), COMPARED, ids=[w for w, _ in COMPARED])
def test_comparator_before(words: str, comparator: str) -> None:
    number = only(f"رشد {words} ۲۰ درصد")
    assert number.comparator == comparator
    assert (number.start, number.core_start) == (4, 4 + len(words) + 1)


def test_comparator_after() -> None:
    number = only("دو هزار و اندی نفر")
    assert (number.value, number.comparator, number.end) == (2000, "more_than", 14)


def test_until_after_a_verb_is_no_comparator() -> None:
    assert only("مقرر شد تا ۵ نفر بیایند").comparator == "exact"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("دوم", 2),
        ("سومین", 3),
        ("سی‌ام", 30),
        ("سی ام", 30),
        ("۱۱۰مین", 110),
        ("۱۲ ام", 12),
        ("بیست و یکم", 21),
        ("صد و دهمین", 110),
        ("یکصد و نهمین", 109),
        ("هزار و چهارصدمین", 1400),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    number = only(text)
    assert (number.value, number.kind, number.end) == (value, NumberKind.ORDINAL, len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("یک سوم", "0.333333"), ("دو‌سوم", "0.666667"), ("سه‌چهارم", "0.75"), ("نیمی", "0.5")],
)
def test_fractions(text: str, value: str) -> None:
    number = only(f"{text} از آنان")
    assert (number.value, number.kind) == (Decimal(value), NumberKind.FRACTION)


@pytest.mark.parametrize("text", ["صدها نفر", "ده‌ها هزار نفر", "میلیون‌ها تومان"])
def test_orders_of_magnitude_are_approximate(text: str) -> None:
    assert only(text).kind is NumberKind.APPROXIMATE


def test_hemmat_names_its_unit() -> None:
    number = only("۱.۲ همت")
    assert (number.value, number.unit) == (1_200_000_000_000, "IRT")


@pytest.mark.parametrize(
    ("text", "value"), [("۲. ۳ میلیون", 2_300_000), ("۱.\n۸ میلیون", 1_800_000)]
)
def test_decimals_cut_in_two_are_doubtful(text: str, value: int) -> None:
    number = only(f"شمار آنان {text} نفر")
    assert (number.value, number.doubtful) == (value, True)


@pytest.mark.parametrize("text", ["۲/ ۱ میلیارد", "۲۰-۱۵ درصد"])
def test_digits_that_may_be_reversed_are_doubtful(text: str) -> None:
    assert only(text).doubtful


def test_comma_between_members_of_a_list() -> None:
    assert [n.value for n in find_numbers("بندهای ۵،۸ و ۱۳،۱۴")] == [5, 8, 13, 14]


NO_NUMBERS = [
    "سهم صدا و سیما",
    "هزاره، دهه، دهکده، سیستان، نهاد، یکی، یکدیگر، سیم، دوده",
    "نه تنها",
    "نه کارگاه داریم و نه کارخانه",
    "این ده آباد است",
    "به همت مردم",
    "چند هزار نفر",
    "سه شنبه",
    "چهار محال و بختیاری",
    "۱۴۰۲/۰۵/۱۲",
    "۱۴۰۲/۵",
    "۱۴:۳۰",
    "۰۳۵-۳۷۲۷۴۴۶۶",
    "۰۹۱۲۰۰۰۰۰۰۰",
    "https://example.org/12",
    "A320",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    "text", ["هزار و ", "۱،", "۱-", "یک ", "۱ تا ", "۱.\n", "1/", "نه ", "هزارو"]
)
def test_hostile_text_is_read_whole(text: str) -> None:
    for number in find_numbers(text * 2_000):
        assert 0 <= number.start <= number.core_start < number.end <= len(text) * 2_000
