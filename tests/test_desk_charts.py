"""The pages of clusters, provinces and officials, and the map on the start page."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("datasette")

from selectolax.lexbor import LexborHTMLParser

from corpus.checks.archive import check_archive
from corpus.readers.archive import find_sources, read_sources
from corpus.reviews import review_path
from extractor import Extractor
from extractor.desk.pages.stages import ticks
from extractor.desk.reader import Reader, jalali_date
from schemas.article import Article
from tests.desk_client import Client
from tests.hostile_records import IDS, hostile_record

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def client(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Client:
    articles = [a for a in read_sources(find_sources([SAMPLE])) if isinstance(a, Article)]
    records = [*extractor.pipe(articles), *(hostile_record(key) for key in IDS)]
    path = tmp_path_factory.mktemp("desk") / "news.sqlite"
    made = Client(records, path)
    check_archive(path)
    return made


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return Client([], tmp_path_factory.mktemp("empty") / "news.sqlite")


def page_at(client: Client, path: str) -> LexborHTMLParser:
    client.cookies.clear()
    answer = client.get(path)
    assert answer.status_code == 200, path
    page = LexborHTMLParser(answer.text)
    assert page.css("[onclick], [onload], script:not([src]):not([type='application/json'])") == []
    for link in page.css("a[href]"):
        assert re.match(r"[/#?]|https?://", str(link.attributes["href"]))
    return page


def identities(client: Client, kind: str) -> list[str]:
    with closing(sqlite3.connect(review_path(client.path))) as base:
        return [row[0] for row in base.execute(f"SELECT identity FROM {kind}_identities")]


def charts(page: LexborHTMLParser) -> list[dict[str, object]]:
    return [json.loads(node.text()) for node in page.css(".chart script")]


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("kind", ["cluster", "official"])
def test_page_of_every_identity_opens(client: Client, kind: str, language: str) -> None:
    found = identities(client, kind)
    assert len(found) > 20
    for identity in found:
        page = page_at(client, f"/desk/{kind}/{quote(identity, safe='')}?lang={language}")
        assert page.css_first("html").attributes["lang"] == language
        assert page.css_first("h1").text().strip()


def test_lists_lead_to_all_identities_by_name_and_province(client: Client) -> None:
    page = page_at(client, "/desk/cluster")
    links = {str(a.attributes["href"]) for a in page.css("tbody th a")}
    assert len(links) == min(60, len(identities(client, "cluster")))
    named = page_at(client, f"/desk/cluster?q={quote('نساجي دهق')}&province=IR-10")
    assert [a.text() for a in named.css("tbody th a")] == ["نساجی دهق"]
    assert page_at(client, "/desk/cluster?q=ناموجود").css("tbody") == []
    assert page_at(client, "/desk/official?province=IR-10").css("tbody th a")


def test_cluster_has_stages_figures_officials_and_sources(client: Client) -> None:
    named = page_at(client, f"/desk/cluster?q={quote('پوشاک خورزوق')}")
    page = page_at(client, str(named.css_first("tbody th a").attributes["href"]))
    assert page.css_first("h1").text() == "پوشاک خورزوق"
    stages = page.css("[aria-labelledby=stages] tbody tr")
    assert "پایان‌یافته" in stages[0].text()
    assert str(stages[0].css_first("a").attributes["href"]).startswith("/desk/article/dev-02#g")
    figures = page.css("[aria-labelledby=figures] tbody tr")
    assert any("۳۱۰" in row.text() and "۳۱۰ نفر" in row.css_first("a").text() for row in figures)
    assert "رضا ملک‌پور" in page.css_first("[aria-labelledby=officials]").text()
    assert "روزنامه صنعت امروز" in page.css_first("[aria-labelledby=sources]").text()
    assert [a.text() for a in page.css("[aria-labelledby=newest] a")]


def test_every_chart_has_its_data_in_the_table_beside_it(client: Client) -> None:
    seen = 0
    for identity in identities(client, "cluster"):
        page = page_at(client, f"/desk/cluster/{identity}")
        for box in page.css(".chart"):
            data = json.loads(box.css_first("script").text())
            assert box.attributes["role"] == "img"
            assert box.attributes["aria-label"]
            rows = box.parent.css("tbody tr")
            points = data["points"] if "points" in data else [
                point for kind in data["kinds"] for point in kind["points"]
            ]  # fmt: skip
            links = {str(a.attributes["href"]) for row in rows for a in row.css("a")}
            assert {point["href"] for point in points} <= links
            if "ticks" in data:
                on_axis = [*points, *({"value": [tick["at"]]} for tick in data["ticks"])]
                assert all(data["first"] < at["value"][0] < data["last"] for at in on_axis)
                assert data["ticks"]
            else:
                assert all(0 <= point["value"][0] < len(data["years"]) for point in points)
            seen += 1
    assert seen > 20


def test_series_can_be_asked_for_alone(client: Client) -> None:
    for identity in identities(client, "cluster"):
        page = page_at(client, f"/desk/cluster/{identity}?series=employment:person")
        if page.css("[aria-current='true']"):
            assert len(page.css("[aria-labelledby=figures] section")) == 1
            return
    pytest.fail("no cluster has figures of employment")


def test_official_has_what_was_said_when(client: Client) -> None:
    named = page_at(client, f"/desk/official?q={quote('سمیه کاویانی')}")
    page = page_at(client, str(named.css_first("tbody th a").attributes["href"]))
    said = page.css("[aria-labelledby=said] li")
    assert len(said) == 1  # of one article, with all that was said in it
    assert "۱۴۰۳/۰۳/۰۱" in said[0].text()
    links = [str(a.attributes["href"]) for a in said[0].css("p a")]
    assert len(set(links)) == len(links) == 4
    assert str(said[0].css_first("h3 a").attributes["href"]) == links[0]
    article = page_at(client, "/desk/article/dev-02")
    for link in links:
        assert link.startswith("/desk/article/dev-02#s")
        assert article.css_first(f"[id='{link.partition('#')[2]}'] blockquote")
    assert page.css("[aria-labelledby=figures] tbody tr")


def test_province_has_its_clusters_and_counts(client: Client) -> None:
    page = page_at(client, "/desk/province/IR-10")
    assert page.css_first("h1").text() == "اصفهان"
    names = [a.text() for a in page.css("[aria-labelledby=clusters] tbody th a")]
    assert "نساجی دهق" in names
    cells = page.css("[aria-labelledby=counts] td a")
    assert "indicator=" in str(cells[0].attributes["href"])


@pytest.mark.parametrize("column", ["cluster", "province"])
def test_disagreements_are_told_and_can_be_worked_through(client: Client, column: str) -> None:
    identity = identities(client, "cluster")[0]
    key = identity if column == "cluster" else "IR-30"
    row = (f"x-{column}", 10**6 + len(column), "archive_conflict", "warning", "<b>دو</b>", key)
    told = (f"x-{column}", 0, 1, "dev-02", "f1", 0, 1, "<i>سه</i>")
    with closing(sqlite3.connect(review_path(client.path))) as base, base:
        base.execute(
            "INSERT INTO archive_findings (finding, number, code, severity, message_fa,"
            f" {column}, message_en, calculation, indicator) VALUES (?, ?, ?, ?, ?, ?,"
            " 'two', '1 ≠ 2', 'other')",
            row,
        )
        base.execute("INSERT INTO archive_finding_figures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", told)
    page = page_at(client, f"/desk/{column}/{key}")
    listed = page.css_first(f"[aria-labelledby=disagreements] li#x-{column}")
    assert "<b>دو</b>" in listed.text()
    assert listed.css_first("a.words").text() == "«<i>سه</i>»"
    form = {str(n.attributes["name"]): str(n.attributes["value"]) for n in listed.css("[name]")}
    answer = client.ask("POST", "/desk/findings", data=form | {"state": "wrong", "note": ""})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/desk/{column}/{key}#x-{column}"
    again = page_at(client, f"/desk/{column}/{key}").css_first(f"li#x-{column} .state")
    assert "نادرست" in again.text()


def test_many_disagreements_are_shown_when_asked_for(client: Client) -> None:
    with closing(sqlite3.connect(review_path(client.path))) as base, base:
        base.executemany(
            "INSERT INTO archive_findings (finding, number, code, severity, message_fa, message_en,"
            " calculation, indicator, province) VALUES (?, ?, 'archive_conflict', 'warning', 'دو',"
            " 'two', '1 ≠ 2', 'other', 'IR-27')",
            [(f"many-{n}", 2 * 10**6 + n) for n in range(9)],
        )
    page = page_at(client, "/desk/province/IR-27")
    section = page.css_first("[aria-labelledby=disagreements]")
    assert len(section.css(".rows > li")) == 5
    more = section.css("p a")[-1]
    assert more.text() == "۴ یافتهٔ دیگر"
    grown = page_at(client, str(more.attributes["href"]).partition("#")[0])
    assert len(grown.css("[aria-labelledby=disagreements] .rows > li")) == 9


def test_map_has_every_province_and_a_link_beside_it(client: Client) -> None:
    for path in ("/", "/desk/province"):
        page = page_at(client, path)
        (data,) = charts(page)
        points = data["points"]
        assert isinstance(points, list)
        assert len({point["name"] for point in points}) == 31
        links = {str(a.attributes["href"]) for a in page.css(".map-and-table a")}
        assert {point["href"] for point in points} == links
        borders = client.get(str(page.css_first("[data-map]").attributes["data-map"])).json()
        names = {feature["properties"]["name"] for feature in borders["features"]}
        assert names == {point["name"] for point in points}
        assert client.get(str(page.css("script[src]")[-1].attributes["src"])).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/desk/cluster/none", "/desk/official/none", "/desk/province/IR-99", "/desk/province/IR",
     "/desk/cluster/%00", "/desk/official/%F0%9F%98%80", "/desk/cluster?id=.."],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert LexborHTMLParser(answer.text).css_first("nav") is not None


@pytest.mark.parametrize(
    "path", ["/", "/desk/cluster", "/desk/official", "/desk/province", "/desk/province/IR-10"]
)
def test_pages_of_an_empty_database_open(empty: Client, path: str) -> None:
    check_archive(empty.path)
    assert page_at(empty, path).css_first("h1") is not None


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "۲"])
@pytest.mark.parametrize("path", ["/desk/cluster", "/desk/official", "/desk/province/IR-10"])
def test_pages_take_any_number(client: Client, path: str, page: str) -> None:
    page_at(client, f"{path}?page={page}&series=a:b:c")


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (["2019-05-01", "2023-06-01"], ["1399", "1400", "1401", "1402"]),
        (["2020-05-01", "2021-04-01"], [
            "Khordad 1399", "Mordad 1399", "Mehr 1399", "Azar 1399", "Bahman 1399",
            "Farvardin 1400"]),
        (["2023-05-01", "2023-08-01"], ["Khordad 1402", "Tir 1402", "Mordad 1402"]),
        (["2023-05-02", "2023-05-09", "2023-05-02"], ["1402/02/12", "1402/02/19"]),
        (["2023-03-20", "2023-03-22"], ["1401/12/29", "1402/01/02"]),
        (["2023-05-02"], ["1402/02/12"]),
    ],
)  # fmt: skip
def test_axis_of_time_always_says_when(days: list[str], labels: list[str]) -> None:
    found = [day for text in days if (day := jalali_date(text))]
    told = ticks(Reader("en", "latn"), found)
    assert [label for _, label in told] == labels
    assert all(min(found) <= day <= max(found) for day, _ in told)


def test_no_day_of_the_calendar() -> None:
    assert jalali_date("0001-01-01") is None
    assert jalali_date(None) is None
