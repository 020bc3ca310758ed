"""Findings are worked through: what people say of them is kept in the second file."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("datasette")

from corpus.checks.archive import check_archive
from corpus.reviews import read_reviews, review_path
from extractor.desk.reporting import make_report
from tests.desk_client import Client
from tests.hostile_records import hostile_record


@pytest.fixture
def client(tmp_path: Path) -> Client:
    made = Client([hostile_record("a/1"), hostile_record("b")], tmp_path / "news.sqlite")
    check_archive(made.path)
    return made


def form_of(page: str) -> dict[str, str]:
    """What the first form of a page sends."""
    form = re.findall(r'<form class="review".*?</form>', page, re.DOTALL)[0]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert set(fields) == {"csrftoken", "finding", "back"}
    return fields


def states(client: Client) -> list[tuple[str, str, str]]:
    with closing(read_reviews(review_path(client.path))) as connection:
        told = connection.execute("SELECT finding, state, note FROM reviews")
        return [tuple(row) for row in told]


@pytest.mark.parametrize("page", ["/desk/findings", "/desk/article/b"])
def test_review_is_kept_and_shown_where_it_was_made(client: Client, page: str) -> None:
    fields = form_of(client.get(page).text)
    note = "<b>یادداشت</b>"
    answer = client.ask("POST", "/desk/findings", data={**fields, "state": "wrong", "note": note})
    assert answer.status_code == 303
    assert answer.headers["location"] == fields["back"] == f"{page}#{fields['finding']}"
    assert states(client) == [(fields["finding"], "wrong", note)]
    shown = client.get(page).text
    assert "&lt;b&gt;یادداشت" in shown
    assert note not in shown


def test_review_can_be_taken_back(client: Client) -> None:
    fields = form_of(client.get("/desk/findings").text)
    for state in ("right", ""):
        client.ask("POST", "/desk/findings", data={**fields, "state": state, "note": ""})
    assert states(client) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"csrftoken": "other"},
        {"csrftoken": "ناشناس"},
        {"finding": "x00"},
        {"state": "excellent"},
    ],
    ids=["wrong-token", "token-not-ascii", "no-such-finding", "no-such-state"],
)
def test_wrong_form_writes_nothing(client: Client, changed: dict[str, str]) -> None:
    fields = form_of(client.get("/desk/findings").text) | {"state": "seen", "note": ""}
    answer = client.ask("POST", "/desk/findings", data=fields | changed)
    assert answer.status_code in (400, 403, 404)
    assert states(client) == []


def test_form_without_a_state_takes_nothing_back(client: Client) -> None:
    fields = form_of(client.get("/desk/findings").text)
    client.ask("POST", "/desk/findings", data={**fields, "state": "wrong", "note": "چرا"})
    answer = client.ask("POST", "/desk/findings", data={**fields, "note": ""})
    assert answer.status_code == 404
    assert states(client) == [(fields["finding"], "wrong", "چرا")]


def test_what_is_wrong_is_not_sent_and_not_counted(client: Client) -> None:
    assert '<li class="warning"' in start(client)
    saved = client.get("/desk/article/b?save=1").text
    for page in ("/desk/findings", "/desk/article/b"):
        for key in set(re.findall(r'name="finding" value="([^"]*)"', client.get(page).text)):
            fields = form_of(client.get(page).text) | {"finding": key, "state": "wrong"}
            assert client.ask("POST", "/desk/findings", data=fields).status_code == 303
    assert 'class="warning"' in saved
    assert 'class="warning"' not in client.get("/desk/article/b?save=1").text
    assert 'class="warning"' not in make_report(f"{client.path}#b", "fa")
    assert '<li class="warning"' not in start(client)


def start(client: Client) -> str:
    return client.get("/").text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"cookie": ""},
        {"cookie": "", "authorization": "Bearer x"},
        {"content-type": "text/plain"},
        {"content-type": "multipart/form-data; boundary=x"},
    ],
    ids=str,
)
def test_form_of_another_site_writes_nothing(client: Client, headers: dict[str, str]) -> None:
    fields = form_of(client.get("/desk/findings").text) | {"state": "seen", "note": ""}
    answer = client.ask("POST", "/desk/findings", data=fields, headers=headers)
    assert answer.status_code in (403, 415)
    assert states(client) == []


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nx: y", "", "/é"]
)
def test_after_a_form_the_way_leads_nowhere_else(client: Client, back: str) -> None:
    fields = form_of(client.get("/desk/findings").text) | {"back": back}
    answer = client.ask("POST", "/desk/findings", data={**fields, "state": "seen", "note": ""})
    assert answer.headers["location"] == "/desk/findings"


def test_reading_a_page_writes_nothing(client: Client) -> None:
    fields = form_of(client.get("/desk/findings").text)
    client.get("/desk/findings", params={**fields, "state": "seen"})
    assert client.ask("POST", "/desk/search", data=fields).status_code == 405
    assert states(client) == []


def test_too_long_form_is_refused(client: Client) -> None:
    fields = form_of(client.get("/desk/findings").text) | {"state": "seen"}
    answer = client.ask("POST", "/desk/findings", data={**fields, "note": "x" * (3 << 20)})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("state=new", 1),
        ("state=right", 1),
        ("state=wrong", 0),
        ("code=figure_conflict", 2),
        ("code=growth", 0),
        ("severity=warning", 2),
        ("severity=error", 0),
        ("scope=across", 0),
        ("scope=within&page=2", 0),
        ("page=x&state='--", 2),
    ],
)
def test_findings_are_filtered(client: Client, query: str, count: int) -> None:
    fields = form_of(client.get("/desk/findings").text)
    client.ask("POST", "/desk/findings", data={**fields, "state": "right", "note": ""})
    page = client.get(f"/desk/findings?{query}").text
    assert page.count('<form class="review"') == count


def test_records_cannot_be_written(client: Client) -> None:
    database = client.desk.databases["news"]
    with closing(database.connect()) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM articles")


def test_reading_keeps_nobody_from_writing(client: Client) -> None:
    for page in (
        "/desk/search?q=12",
        "/desk/search?kind=figures&indicator=exports",
        "/",
        "/desk/merges",
    ):
        assert client.get(page).status_code == 200
        path = review_path(client.path)
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as writer:
            writer.execute("BEGIN EXCLUSIVE")
            writer.execute("ROLLBACK")
