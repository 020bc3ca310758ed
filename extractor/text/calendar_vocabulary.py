"""The words of the date grammar with their letters, and their spellings generated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import CalendarWord, ObservanceRow
from extractor.text.units import unit_table
from extractor.verbs import Tense, verb_forms

# The kinds of the lexicon and the letters they have in a shape.
LETTERS = {
    "cardinal": "d",
    "ordinal": "o",
    "jalali_month": "M",
    "jalali_month_doubtful": "m",
    "gregorian_month": "G",
    "gregorian_month_doubtful": "a",
    "hijri_month": "H",
    "weekday": "W",
    "season": "S",
    "season_doubtful": "s",
    "relative_day": "R",
    "relative_year": "Z",
    "day_part": "T",
    "day": "D",
    "days": "r",
    "week": "K",
    "month": "L",
    "months": "l",
    "year": "Y",
    "years": "v",
    "decade": "E",
    "decades": "i",
    "century": "C",
    "unit_attribute": "U",
    "season_word": "F",
    "half": "N",
    "half_number": "4",
    "past": "p",
    "recent": "c",
    "future": "f",
    "current": "k",
    "further": "w",
    "this": "t",
    "same": "h",
    "that": "n",
    "edge": "B",
    "edge_adjective": "b",
    "about": "O",
    "relation": "P",
    "superlative": "!",
    "calendar_name": "j",
    "special_year": "2",
    "from": "A",
    "and": "&",
    "to": "~",
    "in": "I",
    "dated": "J",
    "every": "X",
    "once": "1",
    "government": "V",
    "plan": "3",
    "plan_tail": "5",
    "repetition": "6",
    "now": "7",
    "obliged": "^",
    "plural": "*",
    "ordinal_suffix": "'",
    "person": "8",
    "age": "0",
    "name_head": "9",
    "scale": "z",
    "counted": "u",
    "few": "+",
    "comparison": "%",
    "hour": "@",
    "year_head": "$",
    "uncounted": ";",
}
OTHER = LETTERS["other"] = "x"
# Kinds without a letter: only what stands right beside a doubtful year or month is asked for them.
_BESIDE = frozenset(("verbal", "label", "measured"))
COUNTABLE = LETTERS["countable"] = "¤"  # first words of units and counted nouns
NUMERIC = "Q"  # 1402/05/12
OBSERVANCE = "_"
PADDED = "q"  # 05: a day, or the end of a year
SHORT_YEAR = "e"  # 32 to 99
JALALI_YEAR = "y"
GREGORIAN_YEAR = "g"
NUMBER = "#"
PAST_VERB, PRESENT_VERB, FUTURE_VERB, SUBJUNCTIVE_VERB = "<", "=", ">", "?"
_TENSES = {
    Tense.PAST: PAST_VERB,
    Tense.PERFECT: PAST_VERB,
    Tense.PARTICIPLE: PAST_VERB,
    Tense.IMPERFECT: PAST_VERB,
    Tense.PRESENT: PRESENT_VERB,
    Tense.SUBJUNCTIVE: SUBJUNCTIVE_VERB,
}

Entry = tuple[str, int]  # letter, value


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All single words, the phrases by their first two words, and the joined forms."""

    words: dict[str, Entry]
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Entry]]]
    openers: frozenset[str]  # first words of phrases
    closers: frozenset[str]  # last words of phrases
    closing: dict[str, frozenset[str]]  # those that are nothing else, and the words before them
    joined: dict[str, tuple[int, Entry, Entry]]  # «دیماه»: where to cut, and the halves
    special: frozenset[str]  # words that stand for more than themselves
    weekdays: dict[str, int]  # what stands before «شنبه», and the day that it makes of it
    endings: frozenset[str]  # «۱۲م»: what makes an ordinal of digits


@cache
def vocabulary() -> Vocabulary:
    """The words of ``calendar.csv`` and the observances, with their spellings generated."""
    words: dict[str, Entry] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Entry]]] = {}
    for form, verb in verb_forms().items():
        if verb.tense in _TENSES:
            words[form] = (_TENSES[verb.tense], 0)
    for ending in ("م", "د", "یم", "ید", "ند"):
        words["خواه" + ending] = words["نخواه" + ending] = (FUTURE_VERB, 0)
    plain = (r for r in load_rows("calendar.csv", CalendarWord) if r.kind not in _BESIDE)
    rows = [(r.surfaces, _entry(r)) for r in plain]
    rows += [(r.surfaces, (OBSERVANCE, i)) for i, r in enumerate(observances())]
    rows += _joined_numbers()
    counted = (word for word, unit in unit_table().items() if unit.kind in ("count", "light"))
    words.update((word, (COUNTABLE, 0)) for word in counted if word.isalpha())
    for surfaces, entry in rows:
        for surface in surfaces:
            parts = tuple(re.split(r"[ \u200c]", surface))
            if " " not in surface:
                words["".join(parts)] = entry
            if len(parts) > 1:
                phrases.setdefault((parts[0], parts[1]), []).append((parts[2:], entry))
    for endings in phrases.values():
        endings.sort(key=lambda e: -len(e[0]))
    openers = frozenset(first for first, _ in phrases)
    closing: dict[str, frozenset[str]] = {}
    for (first, second), endings in phrases.items():
        for rest, _ in endings:
            *_, before, last = (first, second, *rest)
            closing[last] = closing.get(last, frozenset()) | {before}
    joined = _joined(words)
    numerals = {word for word, entry in words.items() if entry[0] in "do#"}
    saturdays = {word for word, entry in words.items() if entry == ("W", 0)}
    special = frozenset(joined.keys() | numerals | saturdays | _ENDINGS)
    weekdays = {word: n for word, (letter, n) in words.items() if letter == "d" and n <= 5}
    closers = frozenset(closing)
    closing = {word: before for word, before in closing.items() if word not in special}
    return Vocabulary(
        words, phrases, openers, closers, closing, joined, special, weekdays, _ENDINGS
    )


@cache
def beside(kind: str) -> frozenset[str]:
    """The words of one of the kinds without a letter, without ZWNJ."""
    rows = (r for r in load_rows("calendar.csv", CalendarWord) if r.kind == kind)
    return frozenset(word.replace("\u200c", "") for row in rows for word in row.surfaces)


# Persian in code: as words of their own these are an abbreviation and a pronoun.
_ENDINGS = frozenset(("م", "ام", "اُم", "مین"))


def _joined_numbers() -> list[tuple[tuple[str, ...], Entry]]:
    """«بیست‌وسوم» in one word."""
    rows = [r for r in load_rows("calendar.csv", CalendarWord) if r.kind in ("cardinal", "ordinal")]
    return [
        ((f"{tens.surfaces[0]}و{ones.surfaces[-1]}",), (letter, value))
        for tens in rows
        for ones in rows
        if tens.kind == "cardinal" and (tens.value or 0) in range(20, 100, 10)
        if (ones.value or 0) < 10
        for value in [(tens.value or 0) + (ones.value or 0)]
        for letter in [LETTERS[ones.kind] if ones.kind == "ordinal" or value <= 31 else NUMBER]
    ]


def _entry(row: CalendarWord) -> Entry:
    letter, value = LETTERS[row.kind], row.value or 0
    return (NUMBER if letter == "d" and value > 31 else letter), value


def observances() -> tuple[ObservanceRow, ...]:
    """Days and weeks of the official calendar that have a name."""
    return load_rows("eras.toml", ObservanceRow, "observance")


def _joined(words: dict[str, Entry]) -> dict[str, tuple[int, Entry, Entry]]:
    """«دیماه», «سهساله», «جمعهشب»: compounds whose half-space may be lost."""
    by_letter: dict[str, list[tuple[str, Entry]]] = {}
    for word, entry in words.items():
        by_letter.setdefault(entry[0], []).append((word, entry))
    pairs = (("MmG", "L"), ("d#", "UDKLYE"), ("W", "T"), ("AI~", "YvBRZMLDEK"))
    joined = {
        head + tail: (len(head), first, second)
        for heads, tails in pairs
        for letter in heads
        for head, first in by_letter[letter]
        for tail_letter in tails
        for tail, second in by_letter[tail_letter]
        if head + tail not in words
    }
    return joined | dict(_joined_and(words))


def _joined_and(words: dict[str, Entry]) -> Iterator[tuple[str, tuple[int, Entry, Entry]]]:
    """«بیست ودوم», «بیستو دوم»: the «و» of a number joined to one of the words beside it."""
    link, entry = next((word, entry) for word, entry in words.items() if entry[0] == "&")
    for word, number in list(words.items()):
        if number[0] in "d#" and number[1] >= 20 and not number[1] % 10:
            yield word + link, (len(word), number, entry)
        if number[0] in "do#" and (number[1] < 20 or not number[1] % 10):
            yield link + word, (len(link), entry, number)
