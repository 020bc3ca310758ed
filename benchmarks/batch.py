"""Rates and memory of ``khooshechin run``: processes, scopes, sizes.

    python benchmarks/batch.py ARCHIVE [--articles 5000] [--scopes full clusters] [--workers 1 2]

The archive is repeated with new ids to the number wanted. Start-up is that of a run over one
article, printed apart and taken off. Seconds of the processor are those of all processes
together: they tell rates on a machine that does other work too.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from corpus.readers.archive import find_sources, read_sources
from schemas.article import Article

COMMAND = [sys.executable, "-c", "from extractor.cli import main; main()"]


def repeat(archive: Path, count: int, target: Path) -> Path:
    """So many articles with ids of their own, as JSON lines."""
    articles = [a for a in read_sources(find_sources([archive])) if isinstance(a, Article)]
    with target.open("w", encoding="utf-8") as file:
        for number, article in enumerate(islice(cycle(articles), count)):
            published = article.published and article.published.isoformat()
            line = {"id": f"n{number}", "title": article.title, "published": published}
            file.write(json.dumps(line | {"text": article.text}, ensure_ascii=False) + "\n")
    return target


def measure(source: Path, scope: str, workers: int, scratch: Path) -> tuple[float, float, int]:
    """Seconds of the clock, of the processor, and the largest process's MiB, of one run."""
    folder = scratch / f"{source.stem}-{scope}-{workers}"
    options = ["-o", folder, "--scope", scope, "--workers", workers]
    command = [*COMMAND, "run", source, *options]
    begun = time.monotonic()
    process = subprocess.Popen([*map(str, command)], stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command}: failed")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss >> 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--scopes", nargs="+", default=["full", "clusters"])
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print("scope     processes  articles  start-up s  seconds  articles/s  cpu s  /cpu s  MiB")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        one = repeat(options.archive, 1, scratch / "one.jsonl")
        many = repeat(options.archive, options.articles, scratch / "many.jsonl")
        for scope in options.scopes:
            for workers in options.workers:
                # One article needs one process only: each further one starts at the same time.
                clock, cpu, _ = measure(one, scope, workers, scratch)
                wall, used, memory = measure(many, scope, workers, scratch)
                rest, work = wall - clock, used - cpu * workers
                print(
                    f"{scope:9} {workers:9} {options.articles:9} {clock:11.1f} {rest:8.1f} "
                    f"{options.articles / rest:11.0f} {work:6.1f} {options.articles / work:7.0f} "
                    f"{memory:4}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
