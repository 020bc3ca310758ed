"""An extractor without a language, which does to its process what an article's title says."""

import os
import signal
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from corpus.readers.archive import find_sources
from corpus.storage import open_storage
from extractor.config import Config
from extractor.engines.local import prepare, work
from extractor.engines.settings import Limits, Settings
from schemas.article import Article, ArticleInfo
from schemas.record import ArticleRecord, Provenance
from schemas.references import GROUPS

PROVENANCE = Provenance(versions={}, lexicon_digest="", config_digest="", as_of=date(2026, 6, 30))
FACTORY = "hostile_extractor:make"


def make(config: Config) -> "HostileExtractor":
    """What the settings of a run call."""
    return HostileExtractor(config)


class HostileExtractor:
    """Gives an empty record for an article of good title."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def extract(self, article: Article) -> ArticleRecord:
        """Do what the title says, then give a record."""
        harm = HARMS.get(article.title or "")
        if harm:
            harm()
        empty: dict[str, Any] = dict.fromkeys(GROUPS, ())
        return ArticleRecord(article=ArticleInfo.of(article), provenance=PROVENANCE, **empty)


def loop() -> None:
    """Never end."""
    while True:
        pass


def deaf() -> None:
    """Never end, and hear no alarm."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    loop()


def hog() -> None:
    """Take all memory there is."""
    taken = []
    while True:
        taken.append(bytearray(64 << 20))


def die() -> None:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """Raise what a bug raises."""
    raise ValueError("no luck")


HARMS = {
    "loop": loop,
    "deaf": deaf,
    "hog": hog,
    "die": die,
    "exit": lambda: os._exit(7),
    "fail": fail,
    "slow": lambda: time.sleep(0.01),
}


def settings(folder: Path, **limits: float) -> Settings:
    """Settings of a run with this extractor."""
    return Settings(str(folder), limits=Limits(**limits), factory=FACTORY)  # type: ignore[arg-type]


def main(folder: str, source: str, workers: str, size: str) -> None:
    """Run in a process of its own, to be killed."""
    told = settings(Path(folder))
    storage = open_storage(folder)
    with storage.lock():
        run = prepare(storage, find_sources([source]), told, int(size))
        print("begun", flush=True)
        work(run, told, int(workers), lambda _: None)


if __name__ == "__main__":
    main(*sys.argv[1:])
