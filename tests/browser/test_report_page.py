"""A report opened from the disk: whole, without errors, network or faults of access."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile_records import IDS, hostile_record
from playwright.sync_api import Browser, Page

from browser.serving import sample_articles
from browser.watching import Watch
from corpus.article_rows import rows_of
from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from extractor import Extractor
from extractor.desk.report import article_report
from extractor.desk.reporting import make_report
from schemas.labels import Language
from schemas.record import ArticleRecord

_STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
_OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_GROUND = "node => getComputedStyle(node).backgroundColor"


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    return list(extractor.pipe(sample_articles()))


def check_page(page: Page, watch: Watch, path: Path) -> None:
    page.goto(path.as_uri(), wait_until="load")
    assert page.evaluate("document.fonts.check('16px Vazirmatn')")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(_OVER) <= 0, width
    found = Axe().run(page, options=_STANDARD)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []
    faults = watch.take()
    # The tool above is no script of ours, and the page does not let it load its own.
    assert [f for f in faults if "axe" not in f] == []
    assert watch.hosts == {"file"}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_report_of_an_article_is_sound(
    page: Page, watch: Watch, records: list[ArticleRecord], tmp_path: Path, language: Language
) -> None:
    record = next(r for r in records if r.article.id == "dev-02")
    (tmp_path / "a.html").write_text(article_report(rows_of(record), language), "utf-8")
    check_page(page, watch, tmp_path / "a.html")


def test_report_of_a_database_is_sound(
    page: Page, watch: Watch, records: list[ArticleRecord], tmp_path: Path
) -> None:
    database = tmp_path / "news.sqlite"
    write_sqlite([*records, *map(hostile_record, IDS)], database)
    check_archive(database)
    (tmp_path / "a.html").write_text(make_report(str(database), "fa"), "utf-8", newline="")
    check_page(page, watch, tmp_path / "a.html")


def test_report_of_a_hostile_record_runs_nothing(page: Page, watch: Watch, tmp_path: Path) -> None:
    record = hostile_record("<script>alert(1)</script>")
    html = article_report(rows_of(record), "fa")
    (tmp_path / "a.html").write_text(html, "utf-8", newline="")
    check_page(page, watch, tmp_path / "a.html")
    shown = page.locator(".article").evaluate("node => node.textContent")
    assert shown == record.article.text.replace("\0", "\ufffd")


def test_click_on_a_figure_lights_its_words_up_and_back(
    page: Page, watch: Watch, records: list[ArticleRecord], tmp_path: Path
) -> None:
    record = next(r for r in records if r.article.id == "dev-02")
    (tmp_path / "a.html").write_text(article_report(rows_of(record), "fa"), "utf-8")
    page.goto((tmp_path / "a.html").as_uri())
    words = page.locator("mark#f3")
    before = words.evaluate(_GROUND)
    page.locator("#row-f3 a[href='#f3']").click()
    assert words.evaluate(_GROUND) != before
    assert page.locator("#row-f3").get_attribute("class") == "chosen"
    page.locator("mark#f1").click()
    assert words.evaluate(_GROUND) == before or page.url.endswith("#f3")
    assert page.locator("#row-f1").get_attribute("class") == "chosen"
    assert watch.take() == []


def test_links_light_words_up_without_script(
    browser: Browser, records: list[ArticleRecord], tmp_path: Path
) -> None:
    record = next(r for r in records if r.article.id == "dev-02")
    (tmp_path / "a.html").write_text(article_report(rows_of(record), "fa"), "utf-8")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((tmp_path / "a.html").as_uri())
        before = page.locator("mark#f3").evaluate(_GROUND)
        page.locator("#row-f3 a[href='#f3']").click()
        assert page.locator("mark#f3").evaluate(_GROUND) != before
