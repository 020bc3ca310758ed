"""The page that stands alone: whole, escaped, without a wish for the network."""

import base64
import hashlib
import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from hostile_records import IDS, hostile_record
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

import extractor as package
from corpus.article_rows import rows_of
from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from corpus.reviews import Review, open_reviews, put_review, review_path
from extractor import Extractor
from extractor.cli import app
from extractor.desk.report import MOST, article_report
from extractor.desk.reporting import source_file
from extractor.desk.turning import straight
from schemas.article import Article
from schemas.record import ArticleRecord
from schemas.vocabularies import ReviewState

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&amp;#60;",
    "javascript:alert(1)",
    "\u202e\u2066شایعه",
)  # fmt: skip


def run(*arguments: object) -> tuple[int, str]:
    found = CliRunner().invoke(app, ["report", *map(str, arguments)])
    return found.exit_code, found.output


def page_of(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


@pytest.fixture(autouse=True)
def _one_extractor(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """The command takes this one: to build it takes seconds."""
    monkeypatch.setattr(package, "Extractor", lambda *_: extractor, raising=False)


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    lines = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()[:8]]
    return [extractor.extract(Article.from_source(line)) for line in lines]


@pytest.fixture(scope="module")
def sample(records: list[ArticleRecord]) -> dict[str, ArticleRecord]:
    return {record.article.id: record for record in records}


def check_alone(html: str) -> None:
    """Nothing is asked of anybody, nothing runs but what the policy has the digest of."""
    page = page_of(html)
    policy = str(page.css_first("meta[http-equiv]").attributes["content"])
    scripts = page.css("script")
    assert len(scripts) == 1
    assert scripts[0].attributes == {}
    assert f"script-src '{digest(scripts[0].text())}'" in policy
    assert f"style-src '{digest(page.css_first('style').text())}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"url\((?!\"data:)", html) == []
    assert page.css("img, iframe, object, embed, form, base, svg, [style], [srcset], [src]") == []
    for node in page.css("*"):
        assert not any(name.startswith("on") for name in node.attributes)
        assert node.tag != "link" or node.attributes["href"] == "data:,"
    for link in page.css("a"):
        assert re.match(r"#|https?://", str(link.attributes["href"]))


def digest(content: str) -> str:
    made = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(made).decode()}"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_report_has_text_mentions_figures_and_findings(
    sample: dict[str, ArticleRecord], language: str
) -> None:
    record = sample["dev-02"]
    html = article_report(rows_of(record), "fa" if language == "fa" else "en")
    check_alone(html)
    page = page_of(html)
    root = page.css_first("html").attributes
    assert (root["lang"], root["dir"]) == (language, "rtl" if language == "fa" else "ltr")
    assert page.css_first(".article").text() == record.article.text
    assert page.css_first(".article").attributes["dir"] == "rtl"
    for figure in record.figures:
        assert page.css_first(f"mark#{figure.id}").text() == figure.span.text
        assert page.css_first(f"#row-{figure.id} a[href='#{figure.id}']").text() == figure.span.text
    for finding in record.findings:
        told = page.css_first(f"#row-{finding.id}").text()
        message = finding.message_fa if language == "fa" else finding.message_en
        assert message in told
    assert page.css_first("#row-f3 .amount").text() == (
        "۴۵٬۰۰۰٬۰۰۰٬۰۰۰" if language == "fa" else "45,000,000,000"
    )


def test_links_of_a_report_lead_somewhere(records: list[ArticleRecord]) -> None:
    for record in records:
        page = page_of(article_report(rows_of(record), "fa"))
        ids = [str(node.attributes["id"]) for node in page.css("[id]")]
        assert len(ids) == len(set(ids))
        links = {str(node.attributes["href"])[1:] for node in page.css("a[href^='#']")}
        assert links <= set(ids)


@pytest.mark.parametrize("words", HOSTILE)
def test_report_escapes_what_articles_bring(words: str, sample: dict[str, ArticleRecord]) -> None:
    base = sample["dev-02"].model_dump(mode="json")
    article = base["article"]
    for key in ("id", "url", "source", "byline", "copy_of"):
        article[key] = words
    for group in ("clusters", "officials"):
        for entry in base[group]:
            entry["name"] = words
            entry["organization" if group == "officials" else "name"] = words
    for figure in base["figures"]:
        figure["item"] = figure["unit_text"] = words
    for finding in base["findings"]:
        finding["message_fa"] = finding["calculation"] = finding["tolerance"] = words
    html = article_report(rows_of(ArticleRecord.model_validate(base)), "fa")
    check_alone(html)
    page = page_of(html)
    assert straight(words) in page.css_first("#row-c1 h3").text()
    assert page.css_first("header, svg, b") is None


@pytest.mark.parametrize("key", IDS, ids=range(len(IDS)))
def test_report_of_a_hostile_record_is_whole(key: str) -> None:
    record = hostile_record(key)
    html = article_report(rows_of(record), "fa")
    check_alone(html)
    text = record.article.text.replace("\0", "\ufffd")
    assert page_of(html).css_first(".article").text() == text


def test_report_of_a_record_and_of_its_database_are_the_same(
    records: list[ArticleRecord], tmp_path: Path
) -> None:
    database, lines = tmp_path / "a#b.sqlite", tmp_path / "records.jsonl"
    write_sqlite(records, database)
    lines.write_text("".join(r.model_dump_json() + "\n" for r in records), encoding="utf-8")
    assert run(f"{database}#dev-02", "-o", tmp_path / "1.html")[0] == 0
    assert run(f"{lines}#dev-02", "-o", tmp_path / "2.html")[0] == 0
    assert run(f"{SAMPLE}#dev-02", "-o", tmp_path / "3.html")[0] == 0
    pages = {(tmp_path / f"{n}.html").read_bytes() for n in (1, 2, 3)}
    assert len(pages) == 1


def test_report_of_a_database_lists_findings_and_clusters(
    records: list[ArticleRecord], tmp_path: Path
) -> None:
    database = tmp_path / "news.sqlite"
    hostile = [hostile_record(key) for key in IDS]
    write_sqlite([*records, *hostile], database)
    assert run(database, "-o", tmp_path / "page.html")[0] == 0
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    check_alone(html)
    page = page_of(html)
    findings = [x for r in [*records, *hostile] for x in r.findings if x.severity != "info"]
    assert len(page.css("[aria-labelledby=s-within] .rows > li")) == len(findings)
    assert "khooshechin check" in page.css_first(".note").text()
    names = {node.text() for node in page.css("[aria-labelledby=s-clusters] th[scope=row]")}
    assert 'فرش "دستباف"' in names
    assert {c.name for r in records for c in r.clusters} & names


def test_report_of_a_checked_database_tells_where_articles_disagree(
    sample: dict[str, ArticleRecord], tmp_path: Path
) -> None:
    database, page = tmp_path / "news.sqlite", tmp_path / "page.html"
    record = sample["dev-02"]
    write_sqlite([record], database)
    check_archive(database)
    with closing(open_reviews(review_path(database))) as reviews:
        for number, message in enumerate(("<b>first</b>", "second"), 1):
            row = (f"x{number}", number, "archive_conflict", "warning", message, message, "1 ≠ 2")
            told = (f"x{number}", 0, 1, record.article.id, "f1", 0, 1, "<i>سه</i>")
            marks = ", ".join("?" * 7)
            reviews.execute(
                "INSERT INTO archive_findings (finding, number, code, severity, message_fa,"
                f" message_en, calculation, indicator) VALUES ({marks}, 'other')",
                row,
            )
            columns = "finding, number, figure, article_id, figure_id, span_start, span_end, quote"
            reviews.execute(
                f"INSERT INTO archive_finding_figures ({columns}) VALUES ({marks}, ?)", told
            )
        put_review(reviews, Review("x2", ReviewState.WRONG))
    assert run(database, "-o", page, "--lang", "en")[0] == 0
    html = page.read_text(encoding="utf-8")
    check_alone(html)
    assert page_of(html).css_first(".note") is None
    (listed,) = page_of(html).css("[aria-labelledby=s-across] .rows > li")
    assert "<b>first</b>" in listed.text()
    assert listed.css_first("q").text() == "<i>سه</i>"
    assert run(f"{database}#dev-02", "-o", page, "--lang", "en")[0] == 0
    html = page.read_text(encoding="utf-8")
    check_alone(html)
    (link,) = page_of(html).css("[aria-labelledby=s-findings] a[href='#f1']:not(.doubt)")
    assert link.text() == "<i>سه</i>"
    assert "second" not in html


def test_report_of_no_records_is_a_page(tmp_path: Path) -> None:
    write_sqlite([], tmp_path / "news.sqlite")
    assert run(tmp_path / "news.sqlite", "-o", tmp_path / "page.html")[0] == 0
    check_alone((tmp_path / "page.html").read_text(encoding="utf-8"))


def test_report_says_how_many_figures_it_leaves_out(sample: dict[str, ArticleRecord]) -> None:
    rows = rows_of(sample["dev-02"])
    many = {**rows, "figures": rows["figures"] * MOST}
    page = page_of(article_report(many, "en"))
    assert len(page.css("[aria-labelledby=s-figures] tbody tr")) == MOST
    assert f"{len(many['figures']) - MOST:,} more are not listed" in page.css_first("main").text()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("none.jsonl", "none.jsonl"),
        ("news.sqlite#none", "holds no article with id 'none'"),
        ("other.sqlite", "was not written by khooshechin"),
        ("torn.sqlite", "torn.sqlite"),
    ],
)
def test_report_tells_what_cannot_be_read(source: str, words: str, tmp_path: Path) -> None:
    import sqlite3

    write_sqlite([], tmp_path / "news.sqlite")
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE a (b)")
    other.close()
    (tmp_path / "torn.sqlite").write_bytes(b"SQLite format 3\0" + b"\1" * 200)
    code, told = run(tmp_path / source, "-o", tmp_path / "page.html")
    assert code == 2
    assert words in told
    assert not (tmp_path / "page.html").exists()


def test_report_refuses_its_input_and_other_languages(tmp_path: Path) -> None:
    write_sqlite([], tmp_path / "news.sqlite")
    before = (tmp_path / "news.sqlite").read_bytes()
    assert run(f"{tmp_path}/news.sqlite#1", "-o", tmp_path / "news.sqlite")[0] == 2
    assert (tmp_path / "news.sqlite").read_bytes() == before
    assert run(tmp_path / "news.sqlite", "-o", tmp_path / "page.html", "--lang", "de")[0] == 2


def test_address_of_an_article_is_cut_at_the_end_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a#b.sqlite"
    file.touch()
    assert source_file(f"{file}#x#y") == (file, "x#y")
    assert source_file(str(file)) == (file, None)
    assert source_file("none#1") == (Path("none"), "1")
