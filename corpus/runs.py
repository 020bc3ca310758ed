"""The folder of a run: what it was begun with, its plan, and its parts.

``run.json`` is written last of what begins a run, so a folder with it has a whole plan. A run is
gone on with only if nothing that shapes the output has changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from pydantic import NonNegativeInt, ValidationError

from corpus.commits import PART_FILE, PARTS, LineFile, Mark, committed, read_mark
from corpus.parts import SIZE, Part, SourceInfo, is_unchanged, plan
from corpus.readers.streams import Source
from corpus.storage import Storage, read_bytes, write_bytes
from schemas.base import Model
from schemas.errors import KhooshechinError

_RUN, _PLAN = "run.json", "plan.jsonl"
COPIES = "copies.jsonl"  # told after the run


class RunError(KhooshechinError):
    """A folder that is not the run that was asked for."""


class RunInfo(Model):
    """What a run was begun with, and how much there is to do."""

    format: NonNegativeInt = 1
    terms: dict[str, str]
    size: NonNegativeInt
    parts: NonNegativeInt
    articles: NonNegativeInt
    plan_digest: str


class Run:
    """A planned run in its folder."""

    def __init__(self, storage: Storage, info: RunInfo) -> None:
        self.storage = storage
        self.info = info

    def parts(self) -> Iterator[Part]:
        """All parts in order."""
        with self.storage.open(_PLAN) as lines:
            for line in lines:
                yield Part.from_line(line)

    def todo(self) -> list[Part]:
        """The parts without a commit mark, in order."""
        done = committed(self.storage)
        return [part for part in self.parts() if part.name not in done]

    def parts_done(self) -> Iterator[Part]:
        """The parts with a commit mark, in order."""
        done = committed(self.storage)
        return (part for part in self.parts() if part.name in done)

    def marks(self) -> Iterator[Mark]:
        """The marks of the parts that are done, in order of the plan."""
        for part in self.parts_done():
            yield read_mark(self.storage, part.name)


def open_run(storage: Storage) -> Run:
    """The run in a folder. Raises RunError if there is none, or of a format that is not known."""
    try:
        info = RunInfo.model_validate_json(read_bytes(storage, _RUN))
    except (FileNotFoundError, NotADirectoryError):
        raise RunError(f"{storage.url}: holds no run") from None
    except ValidationError as error:
        raise RunError(f"{storage.url}/{_RUN}: is damaged or of another version") from error
    return Run(storage, info)


def has_run(storage: Storage) -> bool:
    """Whether a run was begun in this folder."""
    return _RUN in storage.names("")


def check_free(storage: Storage) -> None:
    """Raise RunError if a folder without a run holds anything: it is somebody else's."""
    strangers = sorted(storage.names("") - {_PLAN, PARTS})
    if strangers or storage.names(PARTS):
        name = strangers[0] if strangers else PARTS
        raise RunError(f"{storage.url}: is no run, but holds {name!r}; choose another folder")


def begin(
    storage: Storage,
    sources: Iterable[Source],
    terms: Mapping[str, str],
    size: int = SIZE,
    tell: Callable[[int, int], object] = lambda _parts, _articles: None,
) -> Run:
    """Plan a run in a folder that holds none.

    ``terms`` is all that shapes the output besides the input, by the name a user knows it by.
    ``tell`` hears of the parts and articles found so far.
    """
    parts = articles = 0
    with storage.create(_PLAN) as file:
        lines = LineFile(file)
        for part in plan(sources, size):
            lines.write(part.line())
            parts, articles = parts + 1, articles + part.articles
            tell(parts, articles)
    info = RunInfo(
        terms=dict(terms), size=size, parts=parts, articles=articles, plan_digest=lines.digest
    )
    write_bytes(storage, _RUN, info.model_dump_json(indent=1).encode() + b"\n")
    return Run(storage, info)


def resume(
    storage: Storage, sources: Iterable[Source], terms: Mapping[str, str], size: int | None = None
) -> Run:
    """The run in a folder, if it was begun with the same input and terms.

    Raises RunError, saying what is different, if not.
    """
    run = open_run(storage)
    wanted = dict(terms) if size is None else dict(terms) | {"part size": str(size)}
    begun = run.info.terms | {"part size": str(run.info.size)}
    for name, value in wanted.items():
        if begun.get(name) != value:
            _refuse(storage, f"{name} was {begun.get(name)} and is now {value}")
    for planned, source in zip_longest(_planned(run), sources):
        if planned is None:
            _refuse(storage, f"the input has {source.name} too now")
        elif source is None:
            _refuse(storage, f"{planned.path} is not among the input any more")
        elif (planned.path, planned.id) != (str(source.path), source.id):
            _refuse(storage, f"the input was {planned.path} and is now {source.name}")
        elif not is_unchanged(planned):
            _refuse(storage, f"{planned.path} is not what it was")
    return run


def clear(storage: Storage) -> None:
    """Take a run away, its marks first: broken off, this leaves a run with less done.

    Only files that a run writes go; what else is in the folder is the user's.
    """
    ours = [name for name in storage.names(PARTS) if PART_FILE.fullmatch(name)]
    for name in sorted(ours, key=lambda name: not name.endswith(".ok.json")):
        storage.remove(f"{PARTS}/{name}")
    for name in (_RUN, _PLAN, COPIES):
        storage.remove(name)


def _planned(run: Run) -> Iterator[SourceInfo]:
    last = None
    for part in run.parts():
        for piece in part.pieces:
            if piece.source != last:
                yield piece.source
            last = piece.source


def _refuse(storage: Storage, what: str) -> None:
    raise RunError(
        f"{storage.url}: cannot go on with this run: {what}. Put it back, choose another folder, "
        "or begin anew with --restart"
    )
