"""Run parts on this machine: plan or resume, supervise, tell how it goes."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from types import FrameType

from corpus.commits import PARTS, Mark
from corpus.parts import SIZE
from corpus.readers.streams import Source
from corpus.runs import Run, begin, check_free, clear, has_run, resume
from corpus.storage import Storage
from extractor.engines.choice import Engine
from extractor.engines.settings import Settings
from extractor.engines.supervisor import GivenUp, Supervisor


@dataclass(slots=True)
class Progress:
    """How far a run has come. Items in work are done, but not committed."""

    parts: int = 0
    articles: int = 0
    parts_done: int = 0
    articles_before: int = 0  # committed by earlier runs
    articles_done: int = 0  # by this one
    rejects: int = 0
    in_work: int = 0
    rejects_in_work: int = 0
    planned: bool = True  # else parts and articles are those found so far

    @property
    def done(self) -> int:
        """Articles done, committed or not."""
        return self.articles_before + self.articles_done + self.in_work


@dataclass(slots=True)
class Outcome:
    """What all committed parts of a run hold, and what was given up."""

    parts: int
    parts_done: int = 0
    articles: int = 0
    records: int = 0
    rejects: int = 0
    passed_by: int = 0
    characters: int = 0
    entries: Counter[str] = field(default_factory=Counter)
    given_up: list[GivenUp] = field(default_factory=list)

    def add(self, mark: Mark) -> None:
        """Count a committed part in."""
        self.parts_done += 1
        self.articles += mark.articles
        self.records += mark.records
        self.rejects += mark.rejects
        self.passed_by += mark.passed_by
        self.characters += mark.characters
        self.entries.update(mark.entries)

    def figures(self, planned: int) -> dict[str, object]:
        """The same for programs; ``planned`` is how many articles there are in all."""
        found = asdict(self) | {"entries": dict(self.entries), "articles_planned": planned}
        del found["given_up"]
        return found

    def __str__(self) -> str:
        """One line for people."""
        passed = f", {self.passed_by:,} passed by" if self.passed_by else ""
        return (
            f"{self.parts_done} of {self.parts} parts done; {self.articles:,} articles: "
            f"{self.records:,} records, {self.entries['clusters']:,} clusters, "
            f"{self.entries['figures']:,} figures{passed}; {self.rejects:,} rejected"
        )


def prepare(
    storage: Storage,
    sources: Sequence[Source],
    settings: Settings,
    size: int | None = None,
    restart: bool = False,
    show: Callable[[Progress], object] = lambda _: None,
) -> Run:
    """The run in a folder, begun or gone on with. Raises RunError if it is another one."""

    def tell(parts: int, articles: int) -> None:
        show(Progress(parts=parts, articles=articles, planned=False))

    terms = settings.terms()
    if not has_run(storage):
        check_free(storage)
    elif restart:
        clear(storage)
    for folder in ("", PARTS):
        storage.sweep(folder)
    if has_run(storage):
        return resume(storage, sources, terms, size)
    return begin(storage, sources, terms, SIZE if size is None else size, tell)


def work(
    run: Run,
    settings: Settings,
    workers: int,
    show: Callable[[Progress], object],
    engine: Engine = Supervisor,
) -> list[GivenUp]:
    """Run all parts that are not done, by the processes of ``engine``; those that were given up.

    Raises WorkerError if nothing can be written or no worker starts, KeyboardInterrupt if
    interrupted: what is committed stays.
    """
    todo = run.todo()
    progress = _progress(run, [part.articles for part in todo])
    given_up: list[GivenUp] = []
    supervisor = engine(settings, min(workers, len(todo)), lambda: tick())

    def tick() -> None:
        progress.in_work, progress.rejects_in_work = supervisor.in_work()
        show(progress)

    try:
        with _terminable(), supervisor:
            for result in supervisor.run(todo):
                if isinstance(result, GivenUp):
                    given_up.append(result)
                    continue
                progress.parts_done += 1
                progress.articles_done += result.articles
                progress.rejects += result.rejects
                tick()
    finally:
        run.storage.sweep(PARTS)
    return given_up


def outcome(run: Run, given_up: Sequence[GivenUp] = ()) -> Outcome:
    """What a run has done so far, from its marks."""
    found = Outcome(run.info.parts, given_up=list(given_up))
    for mark in run.marks():
        found.add(mark)
    return found


def _progress(run: Run, todo: Sequence[int]) -> Progress:
    return Progress(
        parts=run.info.parts,
        articles=run.info.articles,
        parts_done=run.info.parts - len(todo),
        articles_before=run.info.articles - sum(todo),
    )


@contextmanager
def _terminable() -> Iterator[None]:
    """Take SIGTERM, which batch systems send before they kill, for Ctrl-C."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
