"""Read every day from 1300 to 1450 in all its written forms, against jdatetime.

    python -m benchmarks.calendar_days [--first 1300] [--last 1450] [--every 1] [--show 10]

Prints for each kind of form how many were written and how many not read back: the stretch and both
ends of the interval must be right and there must be no finding.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import jdatetime

from benchmarks.calendar_forms import (
    Written,
    days_without_year,
    forms_of,
    parts_of,
    relative_to,
    traps,
)
from extractor.text.dates import find_dates

_BEFORE, _AFTER = "در ", " بود"

Failure = tuple[Written, str]


def failures_of(written: Sequence[Written], published: date | None = None) -> Iterator[Failure]:
    """The forms that are not read back, each with what is wrong; all lines are read at once."""
    text = "\n".join(f"{_BEFORE}{form.text}{_AFTER}" for form in written)
    by_line = {
        line: list(found)
        for line, found in groupby(
            find_dates(text, published=published), key=lambda d: text.count("\n", 0, d.start)
        )
    }
    start = 0
    for line, form in enumerate(written):
        begin = start + len(_BEFORE)
        end = begin + len(form.text)
        found = by_line.get(line, [])
        if not found:
            yield form, "nothing read"
        elif len(found) > 1:
            yield form, f"read as {len(found)}"
        elif (found[0].start, found[0].end) != (begin, end):
            yield form, "another stretch"
        elif (found[0].first, found[0].last) != (form.first, form.last):
            yield form, "other days"
        elif found[0].problem:
            yield form, f"finding {found[0].problem}"
        start = end + len(_AFTER) + 1


def days(first: int, last: int, every: int) -> Iterator[jdatetime.date]:
    day, end = jdatetime.date(first, 1, 1), jdatetime.date(last + 1, 1, 1)
    while day < end:
        yield day
        day += jdatetime.timedelta(days=every)


def batches(first: int, last: int, every: int) -> Iterator[tuple[list[Written], date | None]]:
    """Forms to be read together, and the day they are published."""
    for day in days(first, last, every):
        yield list(forms_of(day)), None
        for form in (*days_without_year(day), *relative_to(day)):
            yield [form], day.togregorian()
    for year in range(first, last + 1):
        yield list(parts_of(year)), None


def evaluate(
    forms: Iterable[tuple[list[Written], date | None]],
) -> tuple[Counter[str], dict[str, Counter[str]], dict[tuple[str, str], str]]:
    """Counts of forms, of failures by kind of form, and an example of each failure."""
    counts: Counter[str] = Counter()
    failed: dict[str, Counter[str]] = {}
    examples: dict[tuple[str, str], str] = {}
    for written, published in forms:
        counts.update(form.form for form in written)
        for form, problem in failures_of(written, published):
            failed.setdefault(form.form, Counter())[problem] += 1
            examples.setdefault((form.form, problem), form.text)
    return counts, failed, examples


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1300)
    parser.add_argument("--last", type=int, default=1450)
    parser.add_argument("--every", type=int, default=1, help="only every n-th day")
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    started = time.perf_counter()
    counts, failed, examples = evaluate(batches(options.first, options.last, options.every))
    for form, count in counts.items():
        problems = failed.get(form, Counter())
        print(f"{form:20} {count:>9} written, {problems.total():>7} not read back")
        for problem, times in problems.most_common(options.show):
            print(f"    {times:>7} {problem}, as in «{examples[form, problem]}»")
    total = sum(problems.total() for problems in failed.values())
    print(f"{counts.total()} in all, {total} not read back, {time.perf_counter() - started:.0f} s")
    tried = list(traps())
    fallen = [trap for trap in tried if find_dates(trap)]
    print(f"{len(tried)} traps, a date read in {len(fallen)}")
    for trap in fallen[: options.show]:
        print(f"    {trap}")


if __name__ == "__main__":
    main()
