"""Write a big database to try the desk on, without reading as many texts.

    python -m benchmarks.desk_database OUT.sqlite [--articles 100000] [--seed 1]

The records of the sample's articles and of some made of templates are varied: other clusters of
the product lexicon, invented persons, provinces, years and sums. The export is the real one.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.contradictions import make_stories
from benchmarks.desk_variation import vary
from benchmarks.desk_world import World
from benchmarks.story_writing import ROWS
from corpus.exports.sqlite import write_sqlite
from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
from schemas.article import Article
from schemas.record import ArticleRecord

SAMPLE = Path("corpus/sample/articles.jsonl")
TEMPLATES = 160  # articles that are varied besides the sample's
_STORIES = 3  # short pieces joined into one of them
_FILLERS = 18  # sentences between them, so that they are as long as articles are


def base_records(seed: int) -> list[ArticleRecord]:
    """What the extractor gives for the sample and for articles made of several small stories."""
    sample = [a for a in read_sources(find_sources([SAMPLE])) if isinstance(a, Article)]
    return list(Extractor().pipe([*sample, *_templates(seed)]))


def _templates(seed: int) -> Iterator[Article]:
    stories = [s.article for s in make_stories(seed, 2 * _STORIES * TEMPLATES) if not s.planted]
    draw = random.Random(seed)
    draw.shuffle(stories)
    plain = [row for row in ROWS["filler"]["rows"] if "{" not in row]
    for i in range(TEMPLATES):
        told = stories[_STORIES * i : _STORIES * (i + 1)]
        title = next((s.title for s in told if s.title), "خبر خوشه‌های صنعتی")
        fillers = draw.choices(plain, k=_FILLERS)
        text = "\n".join([" ".join(fillers), *(s.text for s in told)])
        yield Article(id=f"template-{i}", title=title, text=text)


def make_records(count: int, seed: int) -> Iterator[ArticleRecord]:
    """As many records as asked for, always the same."""
    world, draw = World(seed), random.Random(seed)
    bases = base_records(seed)
    for number in range(count):
        yield vary(draw.choice(bases), number, world, draw)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.process_time()
    write_sqlite(make_records(options.articles, options.seed), options.output)
    took = time.process_time() - start
    size = options.output.stat().st_size / 1e6
    print(f"{options.articles:,} articles, {size:,.0f} MB, {took:,.0f} s of CPU")


if __name__ == "__main__":
    main()
