"""Names are kept apart or made one; decisions outlive every check."""

import re
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("datasette")

from corpus.checks.archive import check_archive
from corpus.reviews import merges, read_reviews, review_path
from extractor import Extractor
from schemas.article import Article
from tests.desk_client import Client

TEXTS = {
    "a": "خوشه رب و ترشیجات همدان ۱۲ واحد دارد.",
    "b": "خوشه رب همدان ۱۴ واحد دارد.",
    "c": "خوشه فرش یزد ۳۰ واحد دارد.",
}


@pytest.fixture
def client(tmp_path: Path, extractor: Extractor) -> Client:
    records = extractor.pipe(Article(id=key, text=text) for key, text in TEXTS.items())
    made = Client(records, tmp_path / "news.sqlite")
    check_archive(made.path)
    return made


def act(client: Client, **fields: str) -> int:
    page = client.get("/desk/merges").text
    token = re.findall(r'name="csrftoken" value="([^"]+)"', page)[0]
    data = {"csrftoken": token, "kind": "cluster", **fields}
    return client.ask("POST", "/desk/merges", data=data).status_code


def identities(client: Client) -> dict[str, str]:
    with closing(read_reviews(review_path(client.path))) as connection:
        return dict(connection.execute("SELECT name, identity FROM cluster_identities"))


def decided(client: Client) -> list[tuple[str, str]]:
    with closing(read_reviews(review_path(client.path))) as connection:
        return [(merge.name_key, merge.identity) for merge in merges(connection)]


def test_a_name_alone_has_nothing_to_be_kept_apart_from(client: Client) -> None:
    known = identities(client)
    one, other = known["رب"], known["رب و ترشیجات"]
    assert 'value="apart"' not in client.get(f"/desk/merges?identity={one}").text
    act(client, action="join", identity=one, into=other)
    act(client, action="check")
    (joined,) = {identities(client).get(name) for name in known} - {known["فرش"], None}
    assert client.get(f"/desk/merges?identity={joined}").text.count('value="apart"') == 2


def test_two_are_made_one_and_stay_so(client: Client) -> None:
    known = identities(client)
    assert len(known) == 3
    one, other = known["رب"], known["رب و ترشیجات"]
    assert act(client, action="join", identity=one, into=other) == 303
    page = client.get("/desk/merges").text
    assert 'class="note"' in page  # a check is due
    assert act(client, action="check") == 303
    assert len(identities(client)) == 2
    assert 'class="note"' not in client.get("/desk/merges").text
    check_archive(client.path)
    assert len(identities(client)) == 2


def test_decision_is_taken_back(client: Client) -> None:
    known = identities(client)
    act(client, action="join", identity=known["رب"], into=known["فرش"])
    assert ">رب</bdi>" in client.get("/desk/merges").text
    ((name_key, _),) = decided(client)
    assert act(client, action="drop", name_key=name_key) == 303
    assert decided(client) == []


def test_name_is_kept_apart(client: Client) -> None:
    assert act(client, action="apart", name_key="فرش", province="IR-21") == 303
    assert decided(client) == [("فرش", "")]


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "join", "identity": "c0", "into": "c1"},
        {"action": "apart", "name_key": "هیچ"},
        {"action": ""},
        {"action": "check", "csrftoken": "x"},
    ],
    ids=["unknown-identity", "unknown-name", "no-action", "no-token"],
)
def test_wrong_form_decides_nothing(client: Client, fields: dict[str, str]) -> None:
    assert act(client, **fields) in (403, 404)
    assert decided(client) == []


@pytest.mark.parametrize("words", ["رب", "ر‌ب", "فرش", "'; --", "%"])
def test_names_are_searched(client: Client, words: str) -> None:
    page = client.get("/desk/merges", params={"q": words})
    assert page.status_code == 200
    found = {name for name in ("رب و ترشیجات", "فرش") if f">{name}</bdi>" in page.text}
    wanted = words.replace("\u200c", "")
    assert found == {name for name in ("رب و ترشیجات", "فرش") if wanted in name}


def test_identity_is_shown_with_its_names(client: Client) -> None:
    identity = identities(client)["فرش"]
    page = client.get("/desk/merges", params={"identity": identity}).text
    assert '<tr><th scope="row"><bdi lang="fa">فرش</bdi>' in page
    assert client.get("/desk/merges?identity=nobody").status_code == 404
