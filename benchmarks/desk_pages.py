"""Time every page of the desk on a database, as a browser would ask for them one by one.

    python -m benchmarks.desk_database big.sqlite && khooshechin check big.sqlite
    python -m benchmarks.desk_pages big.sqlite [--times 15] [--only search] [--limit 300]

Pages come from the desk's own table of pages, and are asked for the biggest of what they show.
The median and the 95th percentile are of the clock; "CPU" is the median of this process's time,
which a busy machine does not lengthen. Ends with 1 if a median of CPU is over the limit, or a
page fails.
"""

import argparse
import asyncio
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.desk_questions import Question, questions
from extractor.desk.application import make_desk


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds that the answers to a question took, and the bytes of one."""

    question: Question
    clock: list[float]
    cpu: list[float]
    size: int


async def measure(desk: Any, question: Question, times: int) -> Timing | None:
    """Ask once unmeasured, then as often as told."""
    clock, cpu = [], []
    answer = await desk.client.get(question.path)
    if answer.status_code != 200:
        print(f"{question.name}: {question.path} answers {answer.status_code}")
        return None
    for _ in range(times):
        start, start_cpu = time.perf_counter(), time.process_time()
        await desk.client.get(question.path)
        clock.append(1000 * (time.perf_counter() - start))
        cpu.append(1000 * (time.process_time() - start_cpu))
    return Timing(question, clock, cpu, len(answer.content))


async def _all(records: Path, times: int, only: str) -> list[Timing | None]:
    desk = make_desk(records)
    await desk.invoke_startup()
    name = next(iter(n for n in desk.databases if not n.startswith("_")))
    timings = []
    for question in questions(records, name):
        if only in question.name:
            timing = await measure(desk, question, times)
            if timing:
                _tell(timing)
            timings.append(timing)
    return timings


def _tell(timing: Timing) -> None:
    tail = sorted(timing.clock)[min(len(timing.clock) - 1, int(0.95 * len(timing.clock)))]
    print(
        f"{timing.question.name:<38}{statistics.median(timing.clock):>9.0f}{tail:>7.0f}"
        f"{statistics.median(timing.cpu):>7.0f}{timing.size / 1024:>8.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--only", default="", help="questions whose name has this in it")
    parser.add_argument("--limit", type=float, default=300, help="milliseconds a median may take")
    options = parser.parse_args()
    print(f"{'question':<38}{'median':>9}{'p95':>7}{'CPU':>7}{'KiB':>8}   (ms)")
    timings = asyncio.run(_all(options.records, options.times, options.only))
    told = [t for t in timings if t]
    slow = sum(statistics.median(t.cpu) > options.limit for t in told)
    failed = len(timings) - len(told)
    print(f"{len(timings)} questions, {slow} over {options.limit:.0f} ms, {failed} failed")
    raise SystemExit(1 if slow or failed else 0)


if __name__ == "__main__":
    main()
