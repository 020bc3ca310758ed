"""Clusters and officials made one across articles, and what people decide of them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from archives_of_figures import make_database

from corpus.checks.archive import check_archive, is_stale
from corpus.checks.naming import cluster_name
from corpus.reviews import (
    Merge,
    ReviewError,
    drop_merge,
    join_identities,
    merges,
    open_reviews,
    put_merge,
    review_path,
)

PROVINCES = [("IR-21", "یزد"), ("IR-10", "اصفهان"), ("IR-08", "کرمان"), ("IR-13", "همدان")]


def database(tmp_path: Path, clusters: list[tuple], officials: list[tuple] = []) -> Path:  # type: ignore[type-arg]  # noqa: B006
    count = max(len(clusters), len(officials))
    years = [official[5] for official in officials] or [1402] * count
    articles = [
        {"id": f"a{i}", "published": f"{years[i] + 621}-06-01", "year": years[i]}
        for i in range(count)
    ]
    return make_database(
        tmp_path / "news.sqlite",
        {
            "articles": articles,
            "places": [
                {"article_key": 1, "kind": "province", "code": code, "name": name}
                for code, name in PROVINCES
            ],
            "clusters": [
                {"article_key": i, "name": name, "province": province}
                for i, (name, province) in enumerate(clusters, 1)
            ],
            "officials": [
                {
                    "article_key": i,
                    "name": name,
                    "role": role or code,
                    "role_code": code,
                    "organization": body,
                    "province": province,
                }
                for i, (name, role, code, body, province, _) in enumerate(officials, 1)
            ],
        },
    )


def groups(records: Path, kind: str = "cluster") -> list[list[int]]:
    """The rows that are one, each group and all groups in order."""
    check_archive(records)
    found: dict[str, list[int]] = {}
    with closing(sqlite3.connect(review_path(records))) as base:
        for row, identity in base.execute(f"SELECT row, identity FROM {kind}_members ORDER BY 1"):
            found.setdefault(identity, []).append(row)
    return sorted(found.values())


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (("رب و ترشیجات", "IR-13"), ("ترشيجات و رُب", "IR-13"), True),
        (("طلا، جواهر و سنگ", "IR-21"), ("سنگ و طلا و جواهر", "IR-21"), True),
        (("سنگ‌های تزئینی", "IR-10"), ("سنگ های تزيينی", "IR-10"), True),
        (("توت فرنگی", "IR-13"), ("توت‌فرنگی", "IR-13"), True),
        (("صنعت چرم", "IR-13"), ("چرم", "IR-13"), True),
        (("صنایع نساجی", "IR-21"), ("نساجی", "IR-21"), True),
        (("خودروی کرمان", "IR-08"), ("خودرو", "IR-08"), True),
        (("کاشی استان یزد", "IR-21"), ("کاشی", "IR-21"), True),
        (("خرمای بم", "IR-08"), ("خرما بم", "IR-08"), True),
        (("کفش", None), ("کفش", "IR-13"), True),
        (("سنگ", "IR-10"), ("سنگ", "IR-21"), False),
        (("خرمای بم", "IR-08"), ("خرما", "IR-08"), False),
        (("چای", "IR-10"), ("چاه", "IR-10"), False),
        (("طلا و جواهر", "IR-21"), ("طلا", "IR-21"), False),
        (("یزد", "IR-21"), ("استان یزد", "IR-21"), False),
    ],
    ids=[
        "order", "commas", "plural", "half-space", "trade", "trades", "ezafe", "province",
        "ezafe-before-place", "no-province", "two-provinces", "other-place", "letters", "part",
        "only-a-place",
    ],
)  # fmt: skip
def test_clusters_that_are_one(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], one: bool
) -> None:
    found = groups(database(tmp_path, [first, second]))
    assert found == ([[1, 2]] if one else [[1], [2]])


def test_clusters_without_a_province_stand_apart_from_several(tmp_path: Path) -> None:
    records = database(tmp_path, [("سنگ", "IR-10"), ("سنگ", "IR-21"), ("سنگ", None)])
    assert groups(records) == [[1], [2], [3]]


@pytest.mark.parametrize("name", ["", "و", "صنعت", "‌", "ها", "، و", "خوشه صنعت"])
def test_clusters_any_name_can_be_compared(name: str) -> None:
    assert cluster_name(name, ("یزد",)) == cluster_name(name)


ESTATES, TRADE = "شرکت شهرک‌های صنعتی", "سازمان صنعت، معدن و تجارت"
PERSON = ("احمد نیک‌راد", None, "managing_director", ESTATES, "IR-21", 1402)
GOVERNOR = ("لیلا مهرجو", None, "governor_general", None, "IR-13", 1402)


def _but(person: tuple, **changed: object) -> tuple:  # type: ignore[type-arg]
    fields = dict(zip(("name", "role", "code", "body", "province", "year"), person, strict=True))
    return (*(fields | changed).values(),)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([_but(PERSON, name="سید احمد نیکراد", year=1403)], [[1, 2]]),
        ([_but(PERSON, body=ESTATES + " استان یزد")], [[1, 2]]),
        ([_but(PERSON, body=None)], [[1, 2]]),
        ([_but(PERSON, code="deputy")], [[1, 2]]),
        ([_but(PERSON, code=None, body=None)], [[1, 2]]),
        ([_but(PERSON, body=TRADE)], [[1], [2]]),
        ([_but(PERSON, code="mayor", body=None)], [[1], [2]]),
        ([_but(PERSON, province="IR-10")], [[1], [2]]),
        ([_but(PERSON, name="نیک‌راد")], [[1, 2]]),
        ([_but(PERSON, name=None)], [[1, 2]]),
        ([_but(PERSON, name=None, year=1403)], [[1], [2]]),
        ([_but(PERSON, name=None, body=TRADE)], [[1], [2]]),
        ([_but(PERSON, name=None, province="IR-10")], [[1], [2]]),
        ([_but(PERSON, name="مینا کوهی"), _but(PERSON, name=None)], [[1], [2], [3]]),
        ([_but(PERSON, name="رضا نیک‌راد"), _but(PERSON, name="نیک‌راد")], [[1], [2], [3]]),
        ([_but(PERSON, name=None, code="county_governor", body=None)], [[1]]),
        ([_but(PERSON, name=None, code="deputy")], [[1]]),
    ],
    ids=[
        "title-and-half-space", "body-with-province", "no-body", "promoted", "name-alone",
        "other-body", "other-office", "other-province", "family-name", "office-alone",
        "office-in-another-year", "office-of-another-body", "office-in-another-province",
        "two-holders", "two-of-a-family-name", "one-of-many", "one-of-many-deputies",
    ],
)  # fmt: skip
def test_officials_that_are_one(
    tmp_path: Path,
    others: list[tuple],  # type: ignore[type-arg]
    expected: list[list[int]],
) -> None:
    records = database(tmp_path, [], [PERSON, *others])
    assert groups(records, "official") == expected


def test_officials_a_governor_needs_no_body(tmp_path: Path) -> None:
    others = [_but(GOVERNOR, name="مهرجو"), _but(GOVERNOR, name=None), _but(PERSON, name=None)]
    records = database(tmp_path, [], [GOVERNOR, *others])
    assert groups(records, "official") == [[1, 2, 3], [4]]


def test_officials_are_shown_with_full_name_and_newest_office(tmp_path: Path) -> None:
    newer = _but(PERSON, code="deputy", role="معاون", year=1403)
    records = database(tmp_path, [], [PERSON, newer, _but(PERSON, name="نیک‌راد")])
    check_archive(records)
    with closing(sqlite3.connect(review_path(records))) as base:
        told = base.execute("SELECT name, role_code, articles FROM official_identities")
        assert told.fetchall() == [("احمد نیک‌راد", "deputy", 3)]


SAME = [("مبل و منبت", "IR-13"), ("منبت و مبل", "IR-13"), ("مبلمان", "IR-13"), ("کفش", "IR-13")]


def identities(records: Path) -> dict[int, str]:
    with closing(sqlite3.connect(review_path(records))) as base:
        return dict(base.execute("SELECT row, identity FROM cluster_members"))


def test_decisions_join_and_part_and_survive_runs(tmp_path: Path) -> None:
    records = database(tmp_path, SAME)
    assert groups(records) == [[1, 2], [3], [4]]
    known = identities(records)
    with closing(open_reviews(review_path(records))) as base:
        join_identities(base, "cluster", known[3], known[1])
        put_merge(base, Merge("cluster", "منبتومبل", "IR-13"))
    assert is_stale(records)
    assert groups(records) == groups(records) == [[1, 3], [2], [4]]
    assert identities(records)[1] == known[1]
    with closing(open_reviews(review_path(records))) as base:
        drop_merge(base, "cluster", "منبتومبل", "IR-13")
        assert len(merges(base)) == 1
    assert groups(records) == [[1, 2, 3], [4]]


def test_decisions_in_a_circle_make_one(tmp_path: Path) -> None:
    records = database(tmp_path, SAME)
    check_archive(records)
    known = identities(records)
    with closing(open_reviews(review_path(records))) as base:
        for first, second in ((1, 3), (3, 4), (4, 1)):
            join_identities(base, "cluster", known[first], known[second])
    assert groups(records) == [[1, 2, 3, 4]]


def test_decisions_on_a_person_hold_when_an_older_article_comes(tmp_path: Path) -> None:
    newer = _but(PERSON, code="deputy", year=1403)
    other = _but(PERSON, name="احمد نیک", year=1403)
    (tmp_path / "old").mkdir()
    records = database(tmp_path / "old", [], [newer, other])
    check_archive(records)
    with closing(open_reviews(review_path(records))) as base:
        told = dict(base.execute("SELECT row, identity FROM official_members"))
        join_identities(base, "official", told[1], told[2])
    later = database(tmp_path, [], [PERSON, newer, other])
    review_path(records).rename(review_path(later))
    assert groups(later, "official") == [[1, 2, 3]]


def test_identities_are_the_same_in_every_run(tmp_path: Path) -> None:
    records = database(tmp_path, SAME)
    check_archive(records)
    before = identities(records)
    assert not is_stale(records)
    check_archive(records)
    assert identities(records) == before


def test_check_is_due_on_other_records(tmp_path: Path) -> None:
    records = database(tmp_path, SAME)
    assert is_stale(records)
    check_archive(records)
    with closing(sqlite3.connect(records)) as base, base:
        base.execute("UPDATE articles SET lexicon_digest = 'other' WHERE id = 'a1'")
    assert is_stale(records)


def test_check_refuses_what_is_no_database_of_records(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
        base.execute("CREATE TABLE a (b)")
    for name in ("x.sqlite", "none.sqlite"):
        with pytest.raises(ReviewError, match=name):
            check_archive(tmp_path / name)
