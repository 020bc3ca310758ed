"""Sentences of findings are read in the order they are written in, quotes and days within them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.drawing import drawn
from browser.pictures import SOURCES
from browser.serving import Desk
from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
from extractor.desk.reader import Reader
from extractor.desk.reporting import make_report
from schemas.article import Article

_RECYCLED = "are one figure"
# From the left: the quote's last word first, its numbers as they are.
_QUOTE = "'رالد رازه ۴۷۰ و نویلیم ۱۲'"


@pytest.fixture(scope="module")
def archive(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk over the sample and the articles that come back to it."""
    articles = [a for a in read_sources(find_sources(SOURCES)) if isinstance(a, Article)]
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite"
    served = Desk.over(extractor.pipe(articles), path)
    yield served
    served.close()


def check_english(sentence: Locator) -> None:
    sentence.evaluate("node => { node.style.whiteSpace = 'nowrap'; }")
    (line,) = drawn(sentence)
    assert line == (
        f"{_QUOTE} (2023-05-08, article follow-06) and {_QUOTE} (2024-05-22, article follow-07)"
        " of exports of the cluster 'نابهتسا ریجنا' in Fars are one figure, told for the years"
        " 1401 and 1402; the years do not agree."
    )


def test_english_sentences_of_a_report(page: Page, archive: Desk, tmp_path: Path) -> None:
    html = make_report(f"{archive.records}#follow-06", "en")
    assert Reader("en").t("article.no_findings") not in html  # there are those across articles
    (tmp_path / "a.html").write_text(html, "utf-8")
    page.goto((tmp_path / "a.html").as_uri())
    check_english(page.locator("p > bdi", has_text=_RECYCLED))


def test_english_sentences_of_a_database(page: Page, archive: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(make_report(str(archive.records), "en"), "utf-8")
    page.goto((tmp_path / "a.html").as_uri())
    check_english(page.locator("p > bdi", has_text=_RECYCLED))


def test_english_sentences_of_the_desk(page: Page, archive: Desk) -> None:
    page.goto(f"{archive.url}/desk/findings?lang=en&code=recycled_figure")
    check_english(page.locator("p > bdi", has_text=_RECYCLED))


@pytest.mark.parametrize(("digits", "day"), [("fa", "۱۴۰۲/۰۲/۱۸"), ("latn", "1402/02/18")])
def test_digits_of_ours_follow_the_switch(page: Page, archive: Desk, digits: str, day: str) -> None:
    page.goto(f"{archive.url}/desk/findings?lang=fa&digits={digits}&code=recycled_figure")
    (line, *_) = drawn(page.locator(".work li p > bdi").first)
    # From the right: the quote with its own digits, then the day, which runs from the left.
    assert line.endswith(f"){day}( »رالد رازه ۴۷۰ و نویلیم ۱۲«")


@pytest.mark.parametrize(
    ("language", "digits", "thousand"),
    [("fa", "fa", "۲ هزار"), ("fa", "latn", "2 هزار"), ("en", "latn", "2K"), ("en", "fa", "۲K")],
)
def test_axes_have_words_of_the_language_and_digits_of_the_switch(
    page: Page, archive: Desk, language: str, digits: str, thousand: str
) -> None:
    page.goto(f"{archive.url}/desk/cluster?q=زعفران تربت&lang={language}&digits={digits}")
    page.locator("th[scope=row] a").first.click()
    expect(page.locator(".chart svg text", has_text=thousand).first).to_be_visible()
