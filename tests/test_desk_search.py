"""Search: words as Persian archives write them, conditions, and how results are spread."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("datasette")

from corpus.checks.archive import check_archive
from extractor import Extractor
from extractor.desk.searching import facets as faceting
from extractor.desk.searching.conditions import FACETS, Search
from extractor.desk.searching.facets import facets
from extractor.desk.searching.results import LAST_PAGE, PAGE, SAMPLE, find
from extractor.desk.searching.snippets import snippet
from schemas.article import Article
from tests.desk_client import Client

ARTICLES = {
    "a": (
        "2023-08-03",
        "نادر آسمانی، فرماندار میبد، گفت: خوشه کاشی یزد در سال ۱۴۰۱، ۱۲ واحد دارد.",
    ),
    "b": (
        "2022-08-03",
        "خوشه‌های كيف و کفش قم ۳۰ نفر شاغل دارد و صادرات خوشه کیف به ۵ میلیون دلار رسید.",
    ),
    "c": (
        None,
        "خوشه کاشی یزد ۴۰ نفر شاغل دارد. "
        "از ۲۴۰ کارگاه آن، ۴۵ درصد در رشته پتو، ۳۰ درصد در ریسندگی و ۳۵ درصد در رنگرزی فعالند.",
    ),
    "d": ("2021-01-01", "هوا فردا آفتابی است."),
}


@pytest.fixture(scope="module")
def client(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Client:
    articles = (Article(id=k, published=day, text=text) for k, (day, text) in ARTICLES.items())
    made = Client(extractor.pipe(articles), tmp_path_factory.mktemp("desk") / "news.sqlite")
    check_archive(made.path)
    return made


@pytest.fixture
def connection(client: Client) -> Iterator[sqlite3.Connection]:
    with closing(client.desk.databases["news"].connect()) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def ids(connection: sqlite3.Connection, words: str, **chosen: str) -> list[str]:
    found = find(connection, Search("articles", words, chosen), 1, newest=True)
    assert found.total == len(found.rows)
    return [row["id"] for row in found.rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("خوشه", ["a", "b", "c"]),  # newest first, those without a day last
        ("کیف", ["b"]),
        ("كيف", ["b"]),
        ("خوشه‌های", ["b"]),
        ("خوشههاي", ["b"]),
        ("کاش", ["a", "c"]),
        ("کاشی خوشه", ["a", "c"]),
        ("«کاشی خوشه»", []),
        ("«خوشه کاشی»", ["a", "c"]),
        ("40", ["c"]),
        ("۴۰", ["c"]),
        ("،،", []),
        ('" OR *', []),
        ("ناموجود", []),
        ("", ["a", "b", "d", "c"]),
    ],
)
def test_words_are_found(connection: sqlite3.Connection, words: str, found: list[str]) -> None:
    assert ids(connection, words) == found


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"province": "IR-21"}, ["a", "c"]),
        ({"province": "IR-21", "indicator": "employment"}, ["c"]),
        ({"indicator": "employment"}, ["b", "c"]),
        ({"year": "1402"}, ["a"]),
        ({"finding": "share_sum"}, ["c"]),
        ({"finding": "share_sum", "year": "1402"}, []),
        ({"province": "' OR 1=1 --"}, []),
        ({"cluster": "nobody"}, []),
        ({"official": "nobody"}, []),
    ],
    ids=str,
)
def test_conditions_narrow(
    connection: sqlite3.Connection, chosen: dict[str, str], found: list[str]
) -> None:
    assert ids(connection, "", **chosen) == found
    if "' OR 1=1 --" not in chosen.values():
        assert ids(connection, "خوشه", **chosen) == found


def test_identities_are_conditions(connection: sqlite3.Connection) -> None:
    names = dict(connection.execute("SELECT name, identity FROM review.cluster_identities"))
    assert ids(connection, "", cluster=names["کاشی"]) == ["a", "c"]
    (official,) = connection.execute("SELECT identity FROM review.official_identities").fetchone()
    assert ids(connection, "", official=official) == ["a"]


@pytest.mark.parametrize("kind", ["articles", "figures"])
def test_facets_tell_what_choosing_them_gives(connection: sqlite3.Connection, kind: str) -> None:
    words = "خوشه" if kind == "articles" else "نفر"
    base = Search(kind, words, {})
    find(connection, base, 1, newest=True)
    counted = facets(connection, base)
    assert counted["indicator"]
    for name in FACETS:
        for value, n in counted[name]:
            narrowed = Search(kind, words, {name: str(value)})
            assert find(connection, narrowed, 1, newest=True).total == n, (name, value)
            find(connection, base, 1, newest=True)


def test_facets_of_everything_are_as_counted_before(connection: sqlite3.Connection) -> None:
    everything = Search("articles", "", {})
    find(connection, everything, 1, newest=True)
    counted = facets(connection, everything)
    for name in ("province", "indicator", "year", "cluster", "official"):
        for value, n in counted[name]:
            assert len(ids(connection, "", **{name: str(value)})) == n, (name, value)


@pytest.mark.parametrize("told", [faceting._OF_ARTICLES, faceting._OF_FIGURES])
def test_facets_look_at_the_results_alone(
    connection: sqlite3.Connection, told: dict[str, str]
) -> None:
    find(connection, Search("articles", "خوشه", {}), 1, newest=True)
    for name, sql in told.items():
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN SELECT {sql}")]
        assert not [step for step in plan if re.match(r"SCAN f\b|BLOOM", step)], name


def test_figures_lead_to_their_words(client: Client) -> None:
    page = client.get("/desk/search?kind=figures&indicator=employment").text
    assert 'href="/desk/article/c#f1"' in page
    assert "۴۰ نفر" in page
    latin = client.get("/desk/search?kind=figures&indicator=employment&digits=latn").text
    assert "40 نفر" in latin
    client.get("/?digits=fa")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("5000000", ["۵ میلیون دلار"]),
        ("5,000,000", ["۵ میلیون دلار"]),
        ("۵۰۰۰۰۰۰", ["۵ میلیون دلار"]),
        ("«۵٬۰۰۰٬۰۰۰»", ["۵ میلیون دلار"]),
        ("پنج ميليون", ["۵ میلیون دلار"]),
        ("۵ هزار هزار", ["۵ میلیون دلار"]),
        ("5000000 دلار", ["۵ میلیون دلار"]),
        ("5000000 نفر", []),
        ("چهل نفر", ["۴۰ نفر"]),
        ("چهل", ["۴۰ نفر"]),
        ("40 کاشی", ["۴۰ نفر"]),  # words, all of which stand with the figure
        ("چهل کاشی", []),
        ("۵ تا ۶ میلیون", []),
    ],
)
def test_figures_are_found_by_their_value(
    connection: sqlite3.Connection, words: str, found: list[str]
) -> None:
    rows = find(connection, Search("figures", words, {}), 1, newest=True).rows
    assert [row["span_text"] for row in rows] == found


def test_number_is_looked_for_in_figures_alone(client: Client) -> None:
    page = client.get("/desk/search?q=5000000&province=IR-25").text
    assert "/desk/search?q=5000000&amp;province=IR-25&amp;kind=figures" in page
    assert "رقم‌هایی که مقدارشان ۵٬۰۰۰٬۰۰۰ است" in page
    assert "/desk/article/b" not in page
    assert "مقدارشان" not in client.get(f"/desk/search?q={quote('کاشی')}").text


def test_values_are_found_by_an_index(connection: sqlite3.Connection) -> None:
    search = Search("figures", "5000000 دلار", {})
    plan = connection.execute(f"EXPLAIN QUERY PLAN {search.sets['q']}", search.parameters)
    steps = [row[3] for row in plan]
    assert any(step.startswith("SEARCH figures USING") for step in steps)
    assert not [step for step in steps if step.startswith("SCAN figures ")]


def test_conditions_stay_when_searching_on(client: Client) -> None:
    page = client.get(f"/desk/search?q={quote('کاشی')}&province=IR-21&kind=figures").text
    for name, value in (("province", "IR-21"), ("kind", "figures")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "99999999999", str(LAST_PAGE)])
def test_any_page_answers(client: Client, page: str) -> None:
    assert client.get(f"/desk/search?page={page}").status_code == 200


def test_pages_follow_each_other(tmp_path: Path, extractor: Extractor) -> None:
    count = 2 * PAGE + 5
    assert count < SAMPLE
    texts = (Article(id=str(n), text=f"خوشه کاشی یزد {n} واحد دارد.") for n in range(count))
    client = Client(extractor.pipe(texts), tmp_path / "news.sqlite")
    seen: list[str] = []
    address: str | None = f"/desk/search?q={quote('کاشی')}"
    while address:
        page = client.get(address).text
        seen += re.findall(r'href="/desk/article/(\d+)"', page)
        following = re.findall(r'rel="next" href="([^"]+)"', page)
        address = following[0].replace("&amp;", "&") if following else None
    assert sorted(seen, key=int) == [str(n) for n in range(count)]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("الف <b>فرش</b> ب", "فرش", "الف <b>&lt;b&gt;فرش&lt;/b&gt;</b> ب"),
        ("خوشه\u200cهاي ب", "های", "خوشه\u200c<b>هاي</b> ب"),
        ("الف ب", "", "الف ب"),
        ("", "فرش", ""),
        ("الف " * 50 + "فرش", "فرش", "… " + "الف " * 12 + "<b>فرش</b>"),
    ],
    ids=["markup", "half-space", "no-words", "no-text", "far"],
)
def test_snippet_shows_the_words(text: str, words: str, shown: str) -> None:
    assert str(snippet(text, words)) == shown
