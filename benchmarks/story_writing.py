"""One hand that writes a small article: its words, its numbers, its letters and half-spaces."""

import random
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from num2words import num2words

ROWS: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("contradictions.toml").read_text("utf-8")
)
WORDS: Mapping[str, Sequence[str]] = ROWS["words"]
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_TO_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
_TO_ARABIC = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_LETTERS = str.maketrans("یک", "يك")
_OF_WORDS = {"t": "trade", "c": "country", "k": "county", "x": "craft", "y": "product"}

Slots = dict[str, str]


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
        return self.draw.sample(list(WORDS[kind]), size)

    def listed(self, members: Sequence[str]) -> str:
        """«الف، ب و ج»."""
        return f"{'، '.join(members[:-1])} و {members[-1]}"

    def near(self, low: int, high: int) -> int:
        """A whole number, bounds included."""
        return self.draw.randint(low, high)


def some_name(write: Writer) -> str:
    """A person, invented."""
    return f"{write.draw.choice(WORDS['first_name'])} {write.draw.choice(WORDS['last_name'])}"


def common_slots(write: Writer) -> Slots:
    """What any sentence may ask for."""
    slots = {
        "name": some_name(write),
        "say": write.draw.choice(WORDS["speech"]),
        "firm": write.draw.choice(WORDS["firm"]),
        "province": write.draw.choice(WORDS["province"]),
        "n7": write.count(write.near(5, 9)),
        "n3": write.count(write.near(2, 4)),
    }
    for letter, kind in _OF_WORDS.items():
        slots |= {f"{letter}{i}": word for i, word in enumerate(write.some(kind, 3))}
    slots |= {f"m{i}": str(write.near(10, 59)) for i in range(7)}
    slots |= {f"h{i}": write.number(write.near(100 * i, 100 * i + 99)) for i in range(1, 10)}
    return slots


def typography(draw: random.Random) -> Callable[[str], str]:
    """One hand's habits: digits, letters, what became of the half-spaces."""
    digits = draw.choice([_TO_PERSIAN, _TO_PERSIAN, _TO_PERSIAN, _TO_LATIN, _TO_ARABIC])
    letters = _ARABIC_LETTERS if draw.random() < 0.2 else {}
    half = draw.choice(["\u200c", "\u200c", "\u200c", " ", ""])

    def change(text: str) -> str:
        text = text.translate(_TO_LATIN).translate(digits).translate(letters)
        return text.replace("\u200c", half)

    return change
