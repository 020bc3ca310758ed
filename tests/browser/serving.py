"""The desk as a reader starts it: a process of its own, over a database of the sample."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from corpus.readers.archive import find_sources, read_sources
from schemas.article import Article
from schemas.record import ArticleRecord

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample" / "articles.jsonl"
_ADDRESS = re.compile(r"http://\S+:\d+")
_ENDED = "(it ended)"
_START = 60  # seconds; on a busy machine imports take long


def sample_articles() -> list[Article]:
    """The articles that come with the project."""
    return [a for a in read_sources(find_sources([SAMPLE])) if isinstance(a, Article)]


class Desk:
    """A desk that runs, can be closed, and opened again over the same files."""

    def __init__(self, records: Path) -> None:
        self.records = records
        self.url = ""
        self.open()

    @classmethod
    def over(cls, records: Iterable[ArticleRecord], path: Path) -> "Desk":
        """Export and check the records, and open the desk on them."""
        write_sqlite(records, path)
        check_archive(path)
        return cls(path)

    def open(self) -> None:
        """Start it, at a port of its own choice; wait until it answers."""
        program = "from extractor.cli import main; main()"
        command = [sys.executable, "-c", program, "desk", str(self.records)]
        self._process = subprocess.Popen(
            [*command, "--port", "0", "--no-open"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: Queue[str] = Queue()
        Thread(target=_listen, args=(self._process, self._lines), daemon=True).start()
        self.said: list[str] = []
        try:
            self.url = self._address()
        except BaseException:
            self.close()
            raise

    def _address(self) -> str:
        """What it says it can be reached at."""
        while True:
            try:
                self.said.append(self._lines.get(timeout=_START))
            except Empty:
                raise TimeoutError("\n".join(["the desk did not start:", *self.said])) from None
            if found := _ADDRESS.search(self.said[-1]):
                return found[0]
            if self.said[-1] == _ENDED:
                raise RuntimeError("\n".join(["the desk ended:", *self.said]))

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(timeout=_START)


def _listen(process: "subprocess.Popen[str]", lines: Queue[str]) -> None:
    """Pass on what a process says; each has a queue of its own, as the next may have begun."""
    assert process.stdout
    with process.stdout as said:
        for line in said:
            lines.put(line.rstrip())
    lines.put(_ENDED)
