"""Rates and memory: the pipeline beside other libraries, and runs over archives of any size.

    python -m benchmarks.throughput ARCHIVE.jsonl.gz [--articles 5000 20000 100000]
        [--workers 1 2] [--scopes full clusters] [--every 1] [--peers-every 50] [--new-words 0.02]
        [--part-size 1000] [--only-runs]

First, in one process and by turns, hazm's normalizer, the whole pipeline and other readers of
dates over the same articles; parstdex only where it is installed (``pip install -c
constraints.txt parstdex==1.3.1``). Then ``khooshechin run`` over the archive repeated to each
size, without a merge and so without a search for copies. Start-up is that of a run of as many
processes over an article each, printed apart and taken off. Seconds of the processor are those
of all processes together: they tell rates on a machine that does other work too. Half an hour
on two processors; less with fewer ``--articles``, none of the second with ``--articles 0``.

A part is a process's: of 5,000 articles in parts of 1,000 one process gets three and another
two, so two are at most 1.67 times as fast as one there; see what two give at 20,000 and more.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import peers, repeated, runs
from schemas.article import Article

_SAMPLE = 500  # articles that hazm is timed on, before and after each run


def compare(articles: list[Article], tools: dict[str, peers.Tool]) -> None:
    """Print the cost of each tool over the same articles, the first of them being hazm."""
    spent = peers.by_turns(tools, articles)
    count, characters = len(articles), sum(len(a.composed) for a in articles)
    print(f"\n{count:,} articles, {characters:,} characters")
    print(f"{'':24}{'ms/article':>11}{'articles/s':>12}{'characters/s':>14}{'x hazm':>9}")
    baseline = spent["hazm Normalizer"]
    for name, seconds in spent.items():
        print(
            f"{name:24}{seconds / count * 1000:11.2f}{count / seconds:12,.1f}"
            f"{characters / seconds:14,.0f}{seconds / baseline:9.2f}",
            flush=True,
        )


def in_one_process(articles: list[Article], peers_every: int) -> None:
    """The pipeline over all articles, other readers of dates over a sample of them."""
    print("In one process, by turns, seconds of the processor, without start-up")
    base = {"hazm Normalizer": peers.hazm_normalizer()}
    compare(articles, base | {"whole pipeline": peers.whole_pipeline()})
    others = {"dates, ours": peers.our_dates(), "dates, search_dates": peers.search_dates()}
    if parstdex := peers.parstdex():
        others["dates, parstdex"] = parstdex
    else:
        print("\nparstdex is not installed: pip install -c constraints.txt parstdex==1.3.1")
    compare(articles[::peers_every], base | others)


@dataclass(frozen=True)
class Row:
    """What one run took, without its start-up."""

    start: float
    clock: float
    cpu: float
    hazm: float  # seconds of the processor for as many articles
    memory: runs.Memory


class Runs:
    """Measures runs over one archive, and prints a line for each."""

    def __init__(
        self, articles: list[Article], share: float, part_size: int, scratch: Path
    ) -> None:
        self._articles, self._share, self._scratch = articles, share, scratch
        self._part_size = part_size
        self._normalize = {"hazm": peers.hazm_normalizer()}
        self._rows: dict[tuple[int, str, int], Row] = {}

    def head(self) -> None:
        """The heads of the columns."""
        print(f"\nkhooshechin run; {self._share:.1%} of the words of 4 letters are never seen")
        print(
            "articles scope    procs start-up s  seconds articles/s characters/s    cpu s   /cpu s"
            " x hazm | MiB: early  most  super | x 1 proc  x full"
        )

    def size(self, count: int, scopes: list[str], workers: list[int]) -> None:
        """All runs over the archive repeated to ``count`` articles."""
        source = self._scratch / f"{count}.jsonl"
        made = repeated.repeat(self._articles, count, self._share)
        characters = repeated.write(made, source)
        for scope in scopes:
            for number in workers:
                row = self._rows[count, scope, number] = self._run(source, count, scope, number)
                self._show(count, scope, number, row, characters)
        source.unlink()

    def _run(self, source: Path, count: int, scope: str, workers: int) -> Row:
        few = self._scratch / f"few-{workers}.jsonl"
        repeated.write(repeated.repeat(self._articles, workers, 0), few)
        name = f"{source.stem}-{scope}-{workers}"
        start = runs.measure(few, self._scratch / f"{name}-start", scope, workers, 1)
        before = self._hazm(count)
        whole = runs.measure(source, self._scratch / name, scope, workers, self._part_size)
        hazm = (before + self._hazm(count)) / 2
        return Row(
            start.clock, whole.clock - start.clock, whole.cpu - start.cpu, hazm, whole.memory
        )

    def _hazm(self, count: int) -> float:
        sample = list(islice(repeated.repeat(self._articles, count, self._share), _SAMPLE))
        return peers.by_turns(self._normalize, sample)["hazm"] / len(sample) * count

    def _show(self, count: int, scope: str, workers: int, row: Row, characters: int) -> None:
        one, full = (self._rows.get(k) for k in ((count, scope, 1), (count, "full", workers)))
        print(
            f"{count:8,} {scope:8} {workers:5} {row.start:10.1f} {row.clock:8.1f} "
            f"{count / row.clock:10,.0f} {characters / row.clock:12,.0f} {row.cpu:8.1f} "
            f"{count / row.cpu:8,.0f} {row.cpu / row.hazm:6.2f} | "
            f"{row.memory.early:10} {row.memory.worker:5} {row.memory.supervisor:6} | "
            f"{_ratio(one and one.clock, row.clock):>8} {_ratio(full and full.cpu, row.cpu):>7}",
            flush=True,
        )


def _ratio(other: float | None, own: float) -> str:
    return f"{other / own:.2f}" if other else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", nargs="+", type=int, default=[5_000, 20_000, 100_000])
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--scopes", nargs="+", default=["full", "clusters"])
    parser.add_argument("--every", type=int, default=1, help="of the first table, each Nth")
    parser.add_argument("--peers-every", type=int, default=50, help="of those, each Nth")
    parser.add_argument("--new-words", type=float, default=0.02, help="share never seen")
    parser.add_argument("--part-size", type=int, default=1000, help="articles in a part")
    parser.add_argument("--only-runs", action="store_true", help="leave the first table out")
    options = parser.parse_args()
    articles = repeated.read_articles(options.archive)
    if not articles:
        sys.exit(f"{options.archive}: no article")
    if not options.only_runs:
        in_one_process(articles[:: options.every], options.peers_every)
    if not any(options.articles):
        return
    with tempfile.TemporaryDirectory() as scratch:
        measured = Runs(articles, options.new_words, options.part_size, Path(scratch))
        measured.head()
        for count in options.articles:
            measured.size(count, options.scopes, options.workers)


if __name__ == "__main__":
    main()
