"""All the ways Persian news writes a number, generated from the number itself.

Each form is a function from an integer to the texts that write it, or something made of it (a
decimal, a range), with what should be read back. The evaluation runs them over many integers, the
tests over few.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from num2words import num2words

from extractor.mentions import NumberKind
from schemas.vocabularies import Comparator

ZWNJ = "\u200c"
SCALES = ((10**12, "تریلیون"), (10**9, "میلیارد"), (10**6, "میلیون"), (1000, "هزار"))
SPELLINGS = {
    "پانزده": ("پونزده",),
    "شانزده": ("شونزده",),
    "هفده": ("هیفده",),
    "هجده": ("هیجده", "هژده", "هیژده"),
    "صد": ("یکصد", "یک صد", f"یک{ZWNJ}صد"),
    "دویست": ("دو صد",),
    "سیصد": ("سی صد", f"سی{ZWNJ}صد", "سه صد"),
    "چهارصد": ("چهار صد", f"چهار{ZWNJ}صد"),
    "پانصد": ("پونصد", "پنجصد", "پنج صد"),
    "ششصد": ("شیشصد", f"شش{ZWNJ}صد", "شش صد"),
    "هفتصد": ("هفت صد",),
    "هشتصد": ("هشت صد",),
    "نهصد": ("نه صد",),
    "میلیون": ("ملیون",),
    "میلیارد": ("ملیارد",),
    "تریلیون": ("بیلیون", "هزار میلیارد"),
}
_ENDINGS = {"سی": f"سی{ZWNJ}ام", "سه": "سوم"}


@dataclass(frozen=True, slots=True)
class Case:
    """A number as written and what it says; ``before`` belongs to its context, not to it."""

    text: str
    value: Decimal
    upper: Decimal | None = None
    kind: NumberKind = NumberKind.CARDINAL
    comparator: Comparator = Comparator.EXACT
    unit: str | None = None
    doubtful: bool = False
    after: str = " نفر"  # a counted noun, since «نه» and «ده» alone are other words too


Form = Callable[[int], Iterator[Case]]
FORMS: dict[str, Form] = {}


def form(name: str) -> Callable[[Form], Form]:
    def register(function: Form) -> Form:
        FORMS[name] = function
        return function

    return register


def persian(text: object) -> str:
    return str(text).translate(str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫"))


def arabic(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def words(value: int) -> str:
    # The library says «تریلیارد» for 10^15, which news write as a million milliards.
    return str(num2words(value, lang="fa"))


def groups(value: int) -> list[tuple[int, str]]:
    """The number cut at its scales: 12,500 is 12 thousand and 500."""
    parts = []
    for scale, word in SCALES:
        count, value = divmod(value, scale)
        if count:
            parts.append((count, word))
    return parts + ([(value, "")] if value or not parts else [])


@form("words")
def in_words(value: int) -> Iterator[Case]:
    yield Case(words(value), Decimal(value))


@form("words, other spellings")
def in_spellings(value: int) -> Iterator[Case]:
    parts = words(value).split()
    for word in dict.fromkeys(parts):
        for spelling in SPELLINGS.get(word, ()):
            text = " ".join(spelling if part == word else part for part in parts)
            yield Case(text, Decimal(value))
    if parts[0] == "هزار":
        yield Case("یک " + " ".join(parts), Decimal(value))
        yield Case("یک" + " ".join(parts), Decimal(value))


@form("words, joined")
def in_joined_words(value: int) -> Iterator[Case]:
    text = words(value)
    if " و " in text:
        yield Case(text.replace(" و ", f"{ZWNJ}و{ZWNJ}"), Decimal(value))
        yield Case(text.replace(" و ", f" و{ZWNJ}"), Decimal(value))
        yield Case(text.replace(" و ", "و "), Decimal(value))
        yield Case(text.replace(" و ", " و"), Decimal(value))
        yield Case(re.sub(" و (?=\\S+$)", "و", text), Decimal(value))
    if " هزار" in text:
        yield Case(text.replace(" هزار", "هزار"), Decimal(value))


@form("ordinals")
def as_ordinal(value: int) -> Iterator[Case]:
    if not 0 < value < 10**6:
        return
    *head, last = words(value).split()
    ordinal = _ENDINGS.get(last, last + "م")
    text = " ".join([*head, ordinal])
    if value >= 10**5 or value % 1000:  # «دو هزارم» is two thousandths too
        yield Case(text, Decimal(value), kind=NumberKind.ORDINAL)
    yield Case(text + "ین", Decimal(value), kind=NumberKind.ORDINAL)
    for ending in (
        ()
        if value > 10_000
        else ("مین", f"{ZWNJ}مین", "ام", " ام", "امین", f"{ZWNJ}امین", "اُم", f"{ZWNJ}اُم")
    ):
        yield Case(f"{persian(value)}{ending}", Decimal(value), kind=NumberKind.ORDINAL)


@form("digits, three scripts")
def in_digits(value: int) -> Iterator[Case]:
    for text in (str(value), persian(value), arabic(str(value))):
        yield Case(text, Decimal(value))


@form("digits with thousands")
def in_thousands(value: int) -> Iterator[Case]:
    if value < 1000:
        return
    for separator in ("٬", ",", "،", "'", "’"):
        text = f"{value:,}".replace(",", separator)
        script = (str, persian, arabic)[value % 3]
        yield Case(script(text), Decimal(value))
    if value >= 10**6:
        yield Case(persian(f"{value:,}").replace(",", "."), Decimal(value))


@form("mixed")
def mixed(value: int) -> Iterator[Case]:
    parts = groups(value)
    if value < 1000 or (len(parts) == 1 and value % 1000):
        return
    digits = [f"{persian(count)} {word}".strip() for count, word in parts]
    yield Case(" و ".join(digits), Decimal(value))
    yield Case(" و".join(digits), Decimal(value))
    yield Case(" و ".join(d.replace(" ", "") for d in digits), Decimal(value))
    yield Case(" و ".join(d.replace(" ", ZWNJ) for d in digits), Decimal(value))
    # Words and digits take turns: «سه میلیون و ۳۲۰ هزار».
    turns = [
        f"{words(count)} {word}".strip() if i % 2 == value % 2 else digits[i]
        for i, (count, word) in enumerate(parts)
    ]
    yield Case(" و ".join(turns), Decimal(value))
    # Without «و» a small rest is another number: «هزار ۵ ریالی».
    if not parts[-1][1] and parts[-1][0] < 100:
        return
    yield Case(" ".join(digits), Decimal(value))


@form("stacked scales")
def stacked(value: int) -> Iterator[Case]:
    if not 0 < value < 10_000:
        return
    for scale, word in ((10**6, "میلیون"), (10**9, "میلیارد")):
        total = Decimal(value) * 1000 * scale
        if value < 1000:
            yield Case(f"{persian(value)} هزار {word}", total)
            yield Case(f"{words(value)} هزار {word}", total)
        elif value % 1000 >= 10:
            thousands, rest = divmod(value, 1000)
            total = Decimal(value) * scale
            yield Case(f"{persian(thousands)} هزار و {persian(rest)} {word}", total)
            yield Case(f"{words(value)} {word}", total)
            yield Case(f"{persian(thousands)} هزار {word} و {persian(rest)} {word}", total)
