"""Who may ask the desk, and with what headers it answers."""

import re
from pathlib import Path

import pytest

pytest.importorskip("datasette")

from tests.desk_client import Client
from tests.hostile_records import IDS, hostile_record


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    folder = tmp_path_factory.mktemp("desk #?%")  # a folder with what addresses quote
    return Client(map(hostile_record, IDS), folder / "news.sqlite")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8001", 200),
        ("127.0.0.1:8001", 200),
        ("[::1]:8001", 200),
        ("evil.example", 400),
        ("evil.example:8001", 400),
        ("localhost.evil.example", 400),
        ("localhost@evil.example", 400),
        ("10.0.0.1", 400),
        ("", 400),
    ],
)
def test_host_header_must_name_the_desk(client: Client, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("path", ["/", "/nothing", "/-/desk/desk.css", "/news", "/news.json"])
def test_every_answer_has_the_policy(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'nonce-")
    assert "unsafe-inline" not in re.findall(r"script-src[^;]*", policy)[0]
    assert headers["x-content-type-options"] == "nosniff"


def test_nonce_is_another_each_time(client: Client) -> None:
    policies = {client.get("/").headers["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.ask(method, "/").status_code == 405


def test_script_of_a_path_is_not_reflected(client: Client) -> None:
    answer = client.get("/<script>alert(1)</script>", follow_redirects=True)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_database_is_named_after_its_file(client: Client) -> None:
    assert client.get("/news.json").json()["database"] == "news"


def test_second_file_stands_beside(client: Client) -> None:
    assert Path(client.path.with_name("news.review.sqlite")).exists()


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("none", "navigate", 200),
        ("same-origin", "cors", 200),
        ("cross-site", "navigate", 200),
        ("cross-site", "no-cors", 403),
        ("same-site", "cors", 403),
    ],
)
def test_another_site_may_link_and_not_load(
    client: Client, site: str, mode: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode}
    assert client.get("/news?sql=select+1", headers=headers).status_code == status
