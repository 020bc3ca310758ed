"""The second file: what people decide is kept, by several at once, and only in files of ours."""

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.review_schema import APPLICATION
from corpus.reviews import (
    Merge,
    Quoted,
    Review,
    ReviewError,
    attach_reviews,
    drop_merge,
    drop_review,
    finding_key,
    join_identities,
    merges,
    open_reviews,
    put_merge,
    put_review,
    read_reviews,
    review_path,
    review_states,
    transaction,
)
from corpus.sinks.atomic import OutputError, atomic_file
from schemas.vocabularies import ReviewState


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "خبر‌ها #1?.review.sqlite"


def test_reviews_path_stands_beside_the_records() -> None:
    assert review_path(Path("a/b.db")) == Path("a/b.review.db")
    assert review_path(Path("a/b")) == Path("a/b.review.sqlite")


def test_reviews_are_kept_replaced_and_taken_back(path: Path) -> None:
    with closing(open_reviews(path)) as base:
        put_review(base, Review("x1", ReviewState.SEEN, "نک", "جمله"))
        put_review(base, Review("x2", ReviewState.WRONG))
        put_review(base, Review("x1", ReviewState.RIGHT, "", "جمله"))
        drop_review(base, "x2")
    with closing(read_reviews(path)) as base:
        found = review_states(base, ["x1", "x2", "x3"])
        assert found == {"x1": Review("x1", ReviewState.RIGHT, "", "جمله")}
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            put_review(base, Review("x1", ReviewState.SEEN))


def test_reviews_merges_are_kept_replaced_and_taken_back(path: Path) -> None:
    first = Merge("cluster", "سنگ", "IR-10", "", "c1")
    person = Merge("official", "نادراسمانی", "IR-10", "mp", "", "نام یکسان")
    with closing(open_reviews(path)) as base:
        put_merge(base, first)
        put_merge(base, person)
        put_merge(base, first._replace(identity="c2"))
        assert merges(base) == [first._replace(identity="c2"), person]
        assert merges(base, "official") == [person]
        drop_merge(base, "official", "نادراسمانی", "IR-10", "mp")
        assert merges(base, "official") == []


def test_reviews_join_is_a_merge_of_an_identity(path: Path) -> None:
    with closing(open_reviews(path)) as base:
        join_identities(base, "cluster", "c1", "c2")
        assert merges(base) == [Merge("cluster", "c1", identity="c2")]
        drop_merge(base, "cluster", "c1")
        assert merges(base) == []


@pytest.mark.parametrize(
    "put",
    [
        lambda base: put_review(base, Review("x1", "done")),  # type: ignore[arg-type]
        lambda base: put_merge(base, Merge("place", "یزد")),  # type: ignore[arg-type]
        lambda base: put_merge(base, Merge("cluster", "")),
        lambda base: join_identities(base, "cluster", "c1", "c1"),
    ],
    ids=["state", "kind", "no-name", "with-itself"],
)
def test_reviews_refuse_what_is_no_decision(path: Path, put: object) -> None:
    with closing(open_reviews(path)) as base:
        with pytest.raises(ReviewError):
            put(base)  # type: ignore[operator]
        assert not base.in_transaction


def _two_reviews(base: sqlite3.Connection, second: str) -> None:
    with transaction(base):
        put_review(base, Review("x1", ReviewState.SEEN))
        put_review(base, Review("x2", second))  # type: ignore[arg-type]


def test_reviews_transaction_is_all_or_nothing(path: Path) -> None:
    with closing(open_reviews(path)) as base:
        with pytest.raises(ReviewError):
            _two_reviews(base, "done")
        assert review_states(base, ["x1"]) == {}


@pytest.mark.parametrize("kind", ["text", "foreign", "newer", "missing"])
def test_reviews_refuse_a_file_that_is_not_ours(path: Path, kind: str) -> None:
    if kind == "text":
        path.write_text("خوشه " * 500)
    elif kind != "missing":
        with closing(sqlite3.connect(path)) as base:
            base.execute("CREATE TABLE reviews (a)")
            if kind == "newer":
                base.execute(f"PRAGMA application_id = {APPLICATION}")
                base.execute("PRAGMA user_version = 99")
    with pytest.raises(ReviewError, match=r"review\.sqlite"):
        read_reviews(path)
    if kind != "missing":
        before = path.read_bytes()
        with pytest.raises(ReviewError):
            open_reviews(path)
        assert path.read_bytes() == before


def test_reviews_attach_beside_the_records(path: Path, tmp_path: Path) -> None:
    with closing(open_reviews(path)) as base:
        put_review(base, Review("x1", ReviewState.SEEN))
    with closing(sqlite3.connect("file::memory:", uri=True)) as base:
        attach_reviews(base, path)
        assert base.execute("SELECT state FROM review.reviews").fetchall() == [("seen",)]
        with pytest.raises(ReviewError):
            attach_reviews(base, tmp_path / "none.sqlite", "other")


def _write_many(path: Path, name: str) -> None:
    with closing(open_reviews(path)) as base:
        for i in range(40):
            put_review(base, Review(f"{name}{i}", ReviewState.SEEN))


def test_reviews_two_processes_write_at_once(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    with closing(read_reviews(path)) as base:
        assert base.execute("SELECT COUNT(*) FROM reviews").fetchone() == (80,)


def test_reviews_key_is_that_of_the_words_not_of_their_order() -> None:
    places = [Quoted("a", 1, 5), Quoted("b", 2, 9)]
    key = finding_key("growth", places)
    assert key == finding_key("growth", [*reversed(places), places[0]])
    others = {finding_key("share_sum", places), finding_key("growth", places[:1])}
    others.add(finding_key("growth", [Quoted("a", 1, 59), Quoted("b", 2, 9)]))
    assert key not in others
    assert len(others) == 3


def test_no_output_takes_the_place_of_what_people_decided(tmp_path: Path) -> None:
    path = tmp_path / "news.review.sqlite"
    with closing(open_reviews(path)) as connection:
        put_review(connection, Review("x", ReviewState.RIGHT))
    kept = path.read_bytes()
    with pytest.raises(OutputError, match="holds what people decided"), atomic_file(path):
        pytest.fail("the file is written")
    assert path.read_bytes() == kept
