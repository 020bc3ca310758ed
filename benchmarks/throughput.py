"""Time the whole pipeline against hazm's normalizer on the same texts in the same run.

    python benchmarks/throughput.py ARCHIVE.jsonl.gz [--every N]

Prints the ratio of CPU times, rates and peak memory. The two take turns batch by batch,
so that a machine whose speed drifts slows both alike.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import hazm

from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
from schemas.article import Article

BATCH = 1000


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Lists of up to BATCH articles."""
    pending = iter(articles)
    while batch := list(islice(pending, BATCH)):
        yield batch


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process that the work took."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every Nth article")
    options = parser.parse_args()
    articles = [a for a in read_sources(find_sources([options.archive])) if isinstance(a, Article)]
    articles = articles[:: options.every]
    normalizer, extractor = hazm.Normalizer(), Extractor()
    baseline = whole = 0.0
    for batch in batches(articles):
        baseline += cpu_seconds(lambda b=batch: [normalizer.normalize(a.composed) for a in b])
        whole += cpu_seconds(lambda b=batch: [None for _ in extractor.pipe(b)])
    per_article = 1000 / len(articles)
    characters = sum(len(a.composed) for a in articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"articles            {len(articles):>10,}  ({characters:,} characters)")
    print(f"hazm Normalizer     {baseline:>10.2f} s  {baseline * per_article:6.2f} ms/article")
    print(f"whole pipeline      {whole:>10.2f} s  {whole * per_article:6.2f} ms/article")
    print(f"ratio               {whole / baseline:>10.2f}")
    print(f"peak memory         {peak:>10.0f} MB")


if __name__ == "__main__":
    main()
