"""Run one part: the only code of a run that touches articles, the same under every engine."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from corpus.commits import LineFile, Mark, commit, line_files
from corpus.parts import Part, Piece, is_unchanged, source_of
from corpus.readers.archive import where_read
from corpus.readers.cursors import Cursor
from corpus.readers.streams import Source
from corpus.rejects import Reject, why
from corpus.storage import Storage
from extractor.engines.alarm import Alarm, TooSlowError
from extractor.engines.settings import PartExtractor, Settings
from extractor.lexicon.loader import lexicon_digest
from schemas.article import Article
from schemas.errors import KhooshechinError
from schemas.record import ArticleRecord
from schemas.references import GROUPS, count_entries


class InputChangedError(KhooshechinError):
    """A source that is not what it was when the run was planned."""


class Heartbeat(Protocol):
    """Told where a part stands, so that somebody else can see what an article does."""

    def reading(self, item: int) -> None:
        """The item of this number in the part is read next."""

    def extracting(self) -> None:
        """The item was read and is worked on."""

    def rejected(self) -> None:
        """An item became a reject."""

    def writing(self) -> None:
        """All items are done."""


class Silent:
    """Tells nobody."""

    def reading(self, item: int) -> None:
        """Nothing."""

    def extracting(self) -> None:
        """Nothing."""

    def rejected(self) -> None:
        """Nothing."""

    def writing(self) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Skip:
    """An article to be set aside unread (``unread``) or unextracted, and why."""

    reason: str
    unread: bool = False


@dataclass(slots=True)
class Counts:
    """What came of the items of a part."""

    articles: int = 0
    records: int = 0
    rejects: int = 0
    passed_by: int = 0
    characters: int = 0
    entries: Counter[str] = field(default_factory=Counter)
    shaken: bool = False  # an article was cut off in the middle: the process should be renewed

    def add(self, record: ArticleRecord) -> None:
        """Count one record in."""
        self.records += 1
        self.characters += record.article.length
        count_entries(record, self.entries)


class PartRunner:
    """Runs parts with one extractor, which is used again for every part of the process."""

    def __init__(
        self, settings: Settings, storage: Storage, heartbeat: Heartbeat | None = None
    ) -> None:
        self.settings = settings
        self.storage = storage
        self._heart = heartbeat or Silent()
        self._extractor: PartExtractor = settings.make_extractor()
        self._alarm = Alarm(settings.limits.deadline)
        self._digest = settings.digest()
        self._cursor = Cursor()

    def run(self, part: Part, skips: Mapping[int, Skip] | None = None) -> tuple[Mark, bool]:
        """Extract a part and commit it; True if the process should not be used again.

        ``skips`` are items, by their number in the part, that cost a process its life. Raises
        InputChangedError if the input is not as planned, OSError if it cannot be written.
        """
        counts = Counts()
        with line_files(self.storage, part.name) as (records, rejects):
            first = 0
            for piece in part.pieces:
                self._run_piece(piece, first, skips or {}, counts, records, rejects)
                first += piece.stop - piece.first
            self._heart.writing()
        mark = self._mark(part, counts, records, rejects)
        commit(self.storage, mark)
        return mark, counts.shaken

    def _run_piece(
        self,
        piece: Piece,
        first: int,
        skips: Mapping[int, Skip],
        counts: Counts,
        records: LineFile,
        rejects: LineFile,
    ) -> None:
        _check(piece)
        for number, item in self._items(piece, first, skips):
            counts.articles += 1
            self._heart.extracting()
            done = self._work(piece, item, skips.get(number), counts)
            if isinstance(done, Reject):
                counts.rejects += 1
                self._heart.rejected()
                rejects.write(done.line())
            elif done is not None:
                records.write(done)
        _check(piece)

    def _items(
        self, piece: Piece, first: int, skips: Mapping[int, Skip]
    ) -> Iterator[tuple[int, Article | Reject]]:
        """The items with their numbers in the part; those that may not be read as rejects."""
        source = self._source(piece)
        at, end = first, first + piece.stop - piece.first
        while at < end:
            unread = min((n for n, s in skips.items() if s.unread and at <= n < end), default=end)
            items = self._cursor.items(
                source, piece.first + at - first, piece.first + unread - first
            )
            for number in range(at, unread):
                self._heart.reading(number)
                item = next(items, None)
                if item is None:
                    raise _changed(piece)
                yield number, item
            next(items, None)  # to its end, so that the next part goes on from there
            if unread < end:
                yield unread, Reject(_origin(piece, unread - first), skips[unread].reason)
            at = unread + 1

    def _source(self, piece: Piece) -> Source:
        return source_of(piece.source, self.settings.fields, self.settings.reading)

    def _work(
        self, piece: Piece, item: Article | Reject, skip: Skip | None, counts: Counts
    ) -> str | Reject | None:
        """The record of an article as a line, or why there is none; None if out of scope."""
        if isinstance(item, Reject):
            return item
        if skip is not None:
            return self._reject(piece, item, skip.reason)
        if not self.settings.scope.holds(item.composed):
            counts.passed_by += 1
            return None
        try:
            with self._alarm:
                record = self._extractor.extract(item)
                line = record.model_dump_json()
        except TooSlowError:
            counts.shaken = True
            return self._reject(piece, item, too_slow(self.settings.limits.deadline))
        except MemoryError:
            counts.shaken = True
            return self._reject(piece, item, too_large(self.settings.limits.memory))
        # The one place where any failure is caught: the run goes on, the article is not lost.
        except Exception as error:
            return self._reject(piece, item, why(error))
        counts.add(record)
        return line

    def _reject(self, piece: Piece, article: Article, reason: str) -> Reject:
        return Reject(where_read(self._source(piece), article), reason, article.id)

    def _mark(self, part: Part, counts: Counts, records: LineFile, rejects: LineFile) -> Mark:
        return Mark(
            part=part.name,
            articles=counts.articles,
            records=counts.records,
            rejects=counts.rejects,
            passed_by=counts.passed_by,
            characters=counts.characters,
            entries={group: counts.entries[group] for group in GROUPS},
            input_digest=part.digest,
            settings_digest=self._digest,
            lexicon_digest=lexicon_digest(),
            output_digest=records.digest,
            rejects_digest=rejects.digest,
        )


def too_slow(deadline: float) -> str:
    """Why an article past its deadline is set aside, however it was cut."""
    return f"took longer than {deadline:g} seconds"


def too_large(memory: int) -> str:
    """Why an article that takes too much memory is set aside, however it was cut."""
    return f"needed more than {memory} MiB of memory"


def _check(piece: Piece) -> None:
    if not is_unchanged(piece.source):
        raise _changed(piece)


def _changed(piece: Piece) -> InputChangedError:
    return InputChangedError(f"{piece.source.path}: is not what it was when the run was planned")


def _origin(piece: Piece, offset: int) -> str:
    return f"{piece.source.path}: item {piece.first + offset + 1}"
