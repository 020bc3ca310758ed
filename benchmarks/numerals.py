"""Read every written form of many numbers back, and see what is read inside words.

    python -m benchmarks.numerals [--to 100000] [--random 100000] [--show 10]

Every integer from 0 up, and random ones below 10^15, are written in each form of
``benchmarks.numeral_forms`` (words by num2words) and must be read back whole: the one number, its
stretch, kind, bounds and doubt. Then each known word of Persian is looked at alone: few hold one.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import benchmarks.numeral_parts  # noqa: F401  # adds its forms to FORMS
from benchmarks.numeral_forms import FORMS, Case, persian
from extractor.quantities.finding import find_quantities
from extractor.text.numerals import find_numbers
from extractor.text.numerals_lexicon import number_lexicon
from extractor.text.word_forms import word_forms
from schemas.vocabularies import Unit

LARGEST = 10**15
_BEFORE = "شمار "


@dataclass(slots=True)
class Tally:
    """What one form gave."""

    count: int = 0
    failed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def note(self, text: str, problem: str) -> None:
        """Count a form, and what was wrong with it, if anything."""
        self.count += 1
        if problem:
            self.failed += 1
            self.kinds[problem] += 1
            self.examples.setdefault(problem, text)


def problem_of(case: Case) -> str:
    """What is wrong in what was read; empty if nothing."""
    found = find_numbers(f"{_BEFORE}{case.text}{case.after}")
    if len(found) != 1:
        return "nothing read" if not found else f"read as {len(found)} numbers"
    (number,) = found
    if (number.start, number.end) != (len(_BEFORE), len(_BEFORE) + len(case.text)):
        return "another stretch"
    expected = (case.value, case.upper, case.kind, case.comparator, case.unit, case.doubtful)
    read = (number.value, number.upper, number.kind, number.comparator)
    for name, want, got in zip(
        ("value", "upper", "kind", "comparator", "unit", "doubt"),
        expected,
        (*read, number.unit, number.doubtful),
        strict=True,
    ):
        if want != got:
            return f"another {name}"
    return ""


def percent_problem(text: str, value: int) -> str:
    """What is wrong in a percentage, written in any of its ways."""
    found = find_quantities(text, find_numbers(text))
    if len(found) != 1:
        return f"read as {len(found)} quantities"
    right = found[0].number.value == value and found[0].unit == Unit.PERCENT
    return "" if right else "another value or unit"


def percents(value: int) -> Iterator[str]:
    for ending in ("٪", "%", " ٪", " %", " درصد", "درصد", "\u200cدرصد", " درصدی", " واحد درصد"):
        yield f"با رشد {persian(value)}{ending} رسید"
    yield f"با رشد ٪{persian(value)} رسید"


def integers(to: int, count: int) -> Iterator[int]:
    yield from range(to + 1)
    chance = random.Random(14)
    for _ in range(count):
        # As many of each length, so that short ones are not lost among the long.
        yield chance.randrange(10 ** chance.randrange(5, 16))


def evaluate(values: Iterable[int]) -> dict[str, Tally]:
    tallies = {name: Tally() for name in [*FORMS, "percent"]}
    for value in values:
        for name, form in FORMS.items():
            for case in form(value):
                tallies[name].note(case.text + case.after, problem_of(case))
        if 0 < value < 1000:
            for text in percents(value):
                tallies["percent"].note(text, percent_problem(text, value))
    return tallies


def numbers_in_words() -> tuple[int, Counter[str]]:
    """How many words were tried, and those a number is read in that are none themselves."""
    known = number_lexicon().terms
    counts = word_forms().counts
    held: Counter[str] = Counter()
    for word, count in counts.items():
        if word not in known and find_numbers(f"{word} نفر"):
            held[word] = round(count)
    return len(counts), held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=int, default=100_000)
    parser.add_argument("--random", type=int, default=100_000)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    started = time.perf_counter()
    tallies = evaluate(integers(options.to, options.random))
    for name, tally in tallies.items():
        print(f"{name:30} {tally.count:>9} written, {tally.failed:>6} not read back")
        for problem, count in tally.kinds.most_common(options.show):
            print(f"    {count:>7} {problem}, as in «{tally.examples[problem]}»")
    total = sum(tally.count for tally in tallies.values())
    failed = sum(tally.failed for tally in tallies.values())
    print(f"{total} in all, {failed} not read back, {time.perf_counter() - started:.0f} s")
    tried, held = numbers_in_words()
    print(f"{tried} words tried, a number read in {len(held)}; the most frequent of them:")
    print("، ".join(f"{word} {count}" for word, count in held.most_common(options.show * 10)))


if __name__ == "__main__":
    main()
