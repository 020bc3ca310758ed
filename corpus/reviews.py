"""The second file beside a database of records: reviews and merges by people, and checks.

``news.sqlite`` is only ever read; ``news.review.sqlite`` beside it holds

* what people decide, which outlives every run: ``merges`` (which names are one cluster or one
  person) and ``reviews`` (which findings were seen, are right, are wrong);
* what ``khooshechin check`` computes and replaces as a whole: ``cluster_identities`` with
  ``cluster_members``, ``official_identities`` with ``official_members``, ``archive_findings``
  with ``archive_finding_figures``, and ``article_findings``: the stable key, as ``reviews`` has
  it, of each row of ``findings`` in the database of records.

Whoever writes takes a transaction of its own and waits for others, so that several processes
may write; with the caller's connection in a transaction already, that one is used.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from corpus.review_schema import APPLICATION, CREATE, VERSION
from schemas.errors import KhooshechinError
from schemas.vocabularies import ReviewState

Kind = Literal["cluster", "official"]
_WAIT = 30_000  # ms until a writer gives up waiting for another
_DIGEST = 10  # bytes; a collision among a million findings has a chance of one in 10¹²


class ReviewError(KhooshechinError):
    """The second file cannot be used, or what is to go into it is wrong."""


class Merge(NamedTuple):
    """What a person said of a name: to which identity it belongs, or that it stands alone.

    ``name_key``, ``province`` and ``office`` are those of ``cluster_members`` or
    ``official_members``; ``office`` is "" for clusters. ``identity`` "" keeps the name apart.
    With an identity as ``name_key``, and nothing else, all of that identity is moved.
    """

    kind: Kind
    name_key: str
    province: str = ""
    office: str = ""
    identity: str = ""
    note: str = ""


class Review(NamedTuple):
    """What a person said of a finding; ``about`` is its sentence at that time."""

    finding: str
    state: ReviewState
    note: str = ""
    about: str = ""


class Quoted(NamedTuple):
    """A place in an article on which a finding rests."""

    article_id: str
    start: int
    end: int


def review_path(records: Path) -> Path:
    """Where the second file of a database of records stands.

    >>> review_path(Path("out/news.sqlite")).as_posix()
    'out/news.review.sqlite'
    """
    return records.with_name(f"{records.stem}.review{records.suffix or '.sqlite'}")


def finding_key(code: str, quoted: Iterable[Quoted]) -> str:
    """The key of a finding that stays the same for the same words of the same articles.

    >>> finding_key("growth", [Quoted("b", 3, 9), Quoted("a", 0, 4)])
    'x6e6d8d95b1b43f465b61'
    """
    places = sorted(set(quoted))
    told = "\x1e".join([code, *("\x1f".join(map(str, place)) for place in places)])
    return "x" + blake2b(told.encode(), digest_size=_DIGEST).hexdigest()


def open_reviews(path: Path) -> sqlite3.Connection:
    """The file, to read and write; made where there is none. Raises ReviewError."""
    with _opened(path, "rwc") as connection:
        if _is_empty(connection):
            _create(connection)
        _must_be_ours(connection, path)
    return connection


def read_reviews(path: Path) -> sqlite3.Connection:
    """The file, only to read; it must be there. Raises ReviewError."""
    with _opened(path, "ro") as connection:
        _must_be_ours(connection, path)
    return connection


def attach_reviews(connection: sqlite3.Connection, path: Path, name: str = "review") -> None:
    """Lay the file beside an open database of records, only to read, as the schema ``name``.

    The connection must have been opened with ``uri=True``. Raises ReviewError.
    """
    read_reviews(path).close()
    connection.execute(f"ATTACH ? AS {name}", (_uri(path, "ro"),))


def records_uri(records: Path) -> str:
    """How SQLite is told to open a database of records, only to read."""
    return _uri(records, "ro")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Others wait meanwhile; in an open transaction it is a part of that."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def put_merge(connection: sqlite3.Connection, merge: Merge) -> None:
    """Say to which identity a name belongs; what was said of it before is replaced.

    It holds from the next check on. Raises ReviewError.
    """
    if merge.kind not in ("cluster", "official") or not merge.name_key:
        raise ReviewError(f"{merge}: names neither a cluster nor an official")
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO merges VALUES (?, ?, ?, ?, ?, ?, ?)", (*merge, _now())
        )


def join_identities(
    connection: sqlite3.Connection, kind: Kind, identity: str, into: str, note: str = ""
) -> None:
    """Say that an identity, with all names it has or will have, is the same as another.

    To take it back: ``drop_merge(connection, kind, identity)``. Raises ReviewError.
    """
    if not identity or not into or identity == into:
        raise ReviewError(f"{identity!r} and {into!r} are not two identities")
    put_merge(connection, Merge(kind, identity, identity=into, note=note))


def drop_merge(
    connection: sqlite3.Connection, kind: Kind, name_key: str, province: str = "", office: str = ""
) -> None:
    """Take back what was said of a name, if anything was."""
    where = "kind = ? AND name_key = ? AND province = ? AND office = ?"
    with transaction(connection):
        connection.execute(f"DELETE FROM merges WHERE {where}", (kind, name_key, province, office))


def merges(connection: sqlite3.Connection, kind: Kind | None = None) -> list[Merge]:
    """What was said of names, in their order."""
    told = connection.execute(
        "SELECT kind, name_key, province, office, identity, note FROM merges"
        " WHERE ? IS NULL OR kind = ? ORDER BY kind, name_key, province, office",
        (kind, kind),
    )
    return [Merge(*row) for row in told]


def put_review(connection: sqlite3.Connection, review: Review) -> None:
    """Say of a finding what it is worth; what was said before is replaced. Raises ReviewError."""
    try:
        state = ReviewState(review.state)
    except ValueError:
        raise ReviewError(f"{review.state}: is neither seen nor right nor wrong") from None
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?, ?)",
            (review.finding, state.value, review.note, review.about, _now()),
        )


def drop_review(connection: sqlite3.Connection, finding: str) -> None:
    """Make a finding one that nobody has looked at."""
    with transaction(connection):
        connection.execute("DELETE FROM reviews WHERE finding = ?", (finding,))


def review_states(connection: sqlite3.Connection, findings: Iterable[str]) -> dict[str, Review]:
    """What was said of these findings; one that nobody has looked at is not in it."""
    found = {}
    for finding in findings:
        row = connection.execute(
            "SELECT finding, state, note, about FROM reviews WHERE finding = ?", (finding,)
        ).fetchone()
        if row is not None:
            found[finding] = Review(row[0], ReviewState(row[1]), row[2], row[3])
    return found


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection that stays open unless the block fails; SQLite's errors become ours."""
    connection = None
    try:
        connection = sqlite3.connect(
            _uri(path, mode), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
        yield connection
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise ReviewError(f"{path}: {error}") from error
        raise


def make_writable(path: Path) -> None:
    """Make the file where there is none. Raises ReviewError, with advice, if none can be kept."""
    try:
        with closing(open_reviews(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("CREATE TABLE probe (x)")  # only now is the folder written to
            connection.execute("ROLLBACK")
    except (ReviewError, sqlite3.OperationalError) as error:
        if isinstance(error, ReviewError) and not isinstance(error.__cause__, sqlite3.Error):
            raise
        raise ReviewError(
            f"{path}: reviews cannot be kept here ({error.__cause__ or error});"
            " copy the database to a folder of your own"
        ) from error


def _create(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        if _is_empty(connection):  # another may have been quicker
            for statement in CREATE:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _is_empty(connection: sqlite3.Connection) -> bool:
    with closing(connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")) as found:
        return found.fetchone() is None


def _must_be_ours(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != APPLICATION:
        raise ReviewError(f"{path}: is no file of reviews of ours; move it away")
    if version != VERSION:
        raise ReviewError(f"{path}: has version {version} of its tables, not {VERSION}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
