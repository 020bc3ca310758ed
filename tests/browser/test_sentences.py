"""Sentences of findings are read in the order they are written in, quotes and days within them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from browser.drawing import drawn
from browser.pictures import SOURCES
from browser.serving import Desk
from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
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
        " of exports of the cluster 'نابهتسا ریجنا' in IR-07 are one figure, told for the years"
        " 1401 and 1402; the years do not agree."
    )


def test_english_sentences_of_a_report(page: Page, archive: Desk, tmp_path: Path) -> None:
    html = make_report(f"{archive.records}#follow-06", "en")
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
