"""Every page of the desk, over records that are hard on pages: nothing of them becomes markup."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("datasette")

from datasette.utils import tilde_encode

from corpus.checks.archive import check_archive
from extractor import Extractor
from extractor.desk import addresses
from extractor.desk.messages import messages
from extractor.desk.pages.registry import PAGES
from extractor.desk.reporting import make_report
from schemas.article import Article, sha256
from schemas.record import ArticleRecord
from tests.desk_client import Client
from tests.hostile_records import IDS, hostile_record

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"
KEYS = (*IDS, "..", ".", "~2E", "%2e%2e", "a#b?c=d&e", EVIL, "%", "/", "//evil.example")


def evil_record(key: str) -> ArticleRecord:
    """The hostile record with markup in every field that a page shows."""
    told = hostile_record(key).model_dump(mode="json")
    text = told["article"]["text"]
    told["article"] |= {
        "title": EVIL,
        "source": EVIL,
        "byline": EVIL,
        "url": "https://news.example/?a=1&b=<2>",
        "text": f"{text} {EVIL}",
        "length": len(text) + 1 + len(EVIL),
        "sha256": sha256(f"{text} {EVIL}"),
    }
    told["officials"][0] |= {"name": EVIL, "role": EVIL, "organization": EVIL}
    told["clusters"][0] |= {"name": EVIL, "province": "IR-25", "province_basis": "stated"}
    told["figures"][0] |= {"item": EVIL, "province": "IR-25", "province_basis": "stated"}
    told["findings"][0] |= {"message_fa": EVIL, "message_en": EVIL, "calculation": EVIL}
    told["statements"][0]["verb"] = EVIL
    return ArticleRecord.model_validate(told)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    records = [evil_record(key) for key in KEYS]
    made = Client(records, tmp_path_factory.mktemp("desk") / "news.sqlite")
    check_archive(made.path)
    return made


class Seen(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def attributes(self, *names: str) -> Iterable[str]:
        for _, held in self.elements:
            yield from (held[name] or "" for name in names if name in held)


ADDRESSES = [
    "/",
    "/?lang=en&digits=fa",
    "/desk/search?q=script",
    f"/desk/search?q={quote(EVIL)}",
    "/desk/search?kind=figures",
    f"/desk/search?kind=figures&cluster={quote(EVIL)}&official={quote(EVIL)}&year=x&finding='",
    "/desk/findings",
    "/desk/findings?lang=en",
    "/desk/check",
    "/desk/merges",
    f"/desk/merges?kind=official&q={quote(EVIL[:9])}",
    "/desk/province/IR-25",
    "/news",
    "/news/articles",
    "/news/articles/1",
    "/news/figures?_facet=indicator&_facet=unit&_sort_desc=value",
    f"/news/figures?item={quote(EVIL)}",
    f"/news/clusters?_facet=name&name={quote(EVIL)}",
    f"/news/articles?_search={quote(EVIL)}",
    f"/news?sql={quote(f'select {EVIL!r} as x')}",
    f"/news?sql=select+:p&p={quote(EVIL)}",
    f"/nothing/{quote(EVIL)}",
    "/-/versions",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_escaped_and_asks_nobody_else(client: Client, address: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code in (200, 400, 404)
    check_page(answer.text, answer.headers["content-security-policy"])


@pytest.mark.parametrize("key", KEYS, ids=lambda key: ascii(key[:20]))
def test_article_of_any_id_is_found_and_escaped(client: Client, key: str) -> None:
    address = addresses.article(key)
    answer = client.get(address)
    assert answer.status_code == 200
    check_page(answer.text, answer.headers["content-security-policy"])
    # The links to it are the ones it is found by.
    listed = client.get("/desk/search").text
    assert address.replace("&", "&amp;").replace("'", "&#39;") in listed


def check_page(page: str, policy: str) -> None:
    assert "<script>alert" not in page
    assert "49" not in re.findall(r"alert\(2\)>(\d*)", page)  # {{7*7}} is no template here
    seen = Seen(page)
    nonce = re.findall(r"'nonce-([^']+)'", policy)[0]
    for tag, held in seen.elements:
        assert not [name for name in held if name.startswith("on")], held
        if tag == "script" and held.get("type") != "application/json":
            assert held.get("src", "").startswith("/-/desk/") or held.get("nonce") == nonce
        assert tag not in ("iframe", "object", "embed", "base", "meta-refresh")
    asked = [*seen.attributes("src", "action", "data", "poster", "srcset")]
    asked += [held["href"] or "" for tag, held in seen.elements if tag == "link"]
    assert [to for to in asked if not re.fullmatch(r"/(?!/).*", to, re.DOTALL)] == []
    for tag, held in seen.elements:
        if tag == "a":
            href = held.get("href") or ""
            assert re.match(r"(/(?!/)|#|\?|https?://)", href), href
            # Datasette's facets lead to the desk itself by its whole address.
            if href.startswith("http") and not href.startswith("http://localhost/"):
                assert "noopener" in (held.get("rel") or "")


@pytest.mark.parametrize("address", ["/desk/findings", "/news/figures"])
@pytest.mark.parametrize("language", ["fa", "en"])
def test_language_and_digits_are_remembered(client: Client, language: str, address: str) -> None:
    page = client.get(f"{address}?lang={language}&digits=latn").text
    assert f'lang="{language}" dir="{"rtl" if language == "fa" else "ltr"}"' in page
    again = client.get("/desk/search").text
    assert f'<html lang="{language}"' in again
    assert 'data-digits="latn"' in again
    client.get("/?lang=fa&digits=fa")


def test_styles_ask_nobody_else() -> None:
    styles = Path("extractor/desk/static").glob("*.css")
    asked = [url for path in styles for url in re.findall(r"url\(\"?([^)\"]+)", path.read_text())]
    assert [url for url in asked if not url.startswith(("vendor/", "data:"))] == []


def test_unknown_things_are_told(client: Client) -> None:
    for page in PAGES:
        if page.keyed:
            assert client.get(f"/desk/{page.name}/nobody").status_code == 404


def test_pages_speak_both_languages_alone() -> None:
    templates = Path("extractor/desk/templates")
    used: set[str] = set()
    for path in templates.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search("[\u0600-\u06ff]", re.sub(r"{#.*?#}", "", text)), path
        used |= set(re.findall(r"""ui\.t\(["']([a-z_.]+[a-z_])["'][,)]""", text))
    assert used - set(messages()) == set()
    missing = [
        key
        for key, words in messages().items()
        if not all(words.get(lang) for lang in ("fa", "en"))
    ]
    assert missing == []


def test_csv_and_json_of_the_data_are_reached(client: Client) -> None:
    assert client.get("/news/articles.json?_shape=array&_col=id").json()[0]["id"] == KEYS[0]
    told = client.get("/news/articles.csv?_col=id")
    assert told.headers["content-type"].startswith("text/plain")
    assert client.get("/news/articles.json?_search=قم").json()["rows"]


def test_query_that_takes_too_long_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.desk, "sql_time_limit_ms", 20)
    endless = "with recursive n(x) as (select 1 union all select x+1 from n) select max(x) from n"
    answer = client.get("/news", params={"sql": endless})
    assert answer.status_code == 503
    assert "<textarea" not in answer.text.replace("&lt;", "")
    check_page(answer.text, answer.headers["content-security-policy"])


def test_error_of_the_desk_tells_nothing_of_its_inside(
    client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("extractor.desk.pages.search.find", fail)
    answer = client.get("/desk/search")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret" in capsys.readouterr().err


@pytest.mark.parametrize("key", [KEYS[0], "..", EVIL])
def test_article_is_saved_as_one_page(client: Client, key: str) -> None:
    answer = client.get(addresses.report(key))
    assert answer.status_code == 200
    told = answer.headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="[\w-]+\.html"', told)
    assert "<script>alert" not in answer.text
    assert "font/woff2;base64" in answer.text


@pytest.mark.parametrize("asked", ["lang=en", "digits=latn&lang=fa", "lang=en&digits=fa&_sort=id"])
def test_switches_of_a_table_leave_its_rows(client: Client, asked: str) -> None:
    address = f"/{client.path.stem}/figures"
    rows = client.get(f"{address}.json").json()["filtered_table_rows_count"]
    assert client.get(f"{address}.json?{asked}").json()["filtered_table_rows_count"] == rows > 0
    page = client.get(f"{address}?{asked}").text
    assert ('lang="en"' in page[:200]) is ("lang=en" in asked)


def test_links_of_tables_lead_somewhere_whatever_the_file_is_called(tmp_path: Path) -> None:
    record = Extractor().extract(Article(id="bare", text="خوشه فرش قم ۴۵ واحد دارد."))
    for name in ("news.v2.sqlite", "اخبار.sqlite", "h#?%x.sqlite"):
        made = Client([record], tmp_path / name)
        page = made.get(f"/{tilde_encode(made.desk.khooshechin_desk.name)}/figures").text
        links = re.findall(r'<td[^>]*><a href="(/[^"]*/(?:clusters|articles)/[^"]*)">', page)
        assert len(links) == 2
        assert {made.get(link).status_code for link in links} == {200}


def test_rows_without_a_name_are_called_by_their_key(tmp_path: Path) -> None:
    record = Extractor().extract(Article(id="bare", text="خوشه فرش قم ۴۵ واحد دارد."))
    client = Client([record], tmp_path / "bare.sqlite")
    page = client.get("/bare/figures").text
    told = re.findall(r'<td[^>]*><a href="(/bare/articles/[^"]*)">([^<]*)</a>', page)
    assert [label for _, label in told] == ["1"]
    assert client.get(told[0][0], follow_redirects=True).status_code == 200


def test_report_and_start_page_count_alike(tmp_path: Path, extractor: Extractor) -> None:
    texts = (
        "علی نادری، فرماندار میبد، گفت: خوشه کاشی یزد ۳۰۰ نفر شاغل دارد.",
        "علی نادری، فرماندار میبد، گفت: خوشه کاشی یزد ۹۰۰ نفر شاغل دارد.",
        "خوشه کاشی یزد: از ۲۴۰ کارگاه آن، ۴۵ درصد در رشته پتو، ۳۰ درصد در ریسندگی"
        " و ۳۵ درصد در رنگرزی فعالند.",
    )
    articles = (
        Article(id=str(n), text=text, published=f"2023-01-0{n + 1}") for n, text in enumerate(texts)
    )
    client = Client(extractor.pipe(articles), tmp_path / "news.sqlite")
    check_archive(client.path)
    shown = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", client.get("/?lang=en").text)
    told = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", make_report(str(client.path), "en"))
    assert set(shown) < set(told)
    assert dict(told) | {"clusters": "1", "officials": "1", "findings": "2"} == dict(told)
    page = client.get("/desk/findings?lang=en").text
    assert "2 findings" in page


def test_long_cells_of_a_query_have_room(client: Client) -> None:
    sql = f"select '{'خوشه ' * 20}' as a, 'خوشه' as b, '<b>{'&' * 40}' as c"
    page = client.get(f"/news?sql={quote(sql)}").text
    assert re.findall(r'<td dir="auto"( class="long")?>', page) == [' class="long"', "", ""]
