"""Headlines of any make stand in lists as headlines: short, and turning nothing beside them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.drawing import drawn
from browser.serving import Desk
from extractor import Extractor
from extractor.desk.reporting import make_report
from schemas.article import Article

_TURNING = "\u202eخوشه کاشی\u2066 یزد\u2067"
_LONG = "خوشه " + "کاشی" * 900
_BODY = "علی نادری، فرماندار میبد، گفت: خوشه کاشی یزد {n} نفر شاغل دارد."
_LISTS = ("/", "/desk/search?q=کاشی", "/desk/search?q=کاشی&kind=figures", "/desk/findings")
_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.fixture(scope="module")
def archive(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    articles = [
        Article(
            id=str(n),
            title=title,
            text=_BODY.format(n=n * 300),
            published=f"2023-01-0{n}",
            source=f"\u202e{n}. رسانه\u2066",
        )
        for n, title in ((1, _TURNING), (2, _LONG), (3, None))
    ]
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite"
    served = Desk.over(extractor.pipe(articles), path)
    yield served
    served.close()


def test_date_behind_a_headline_runs_as_ever(page: Page, archive: Desk) -> None:
    page.goto(f"{archive.url}/?lang=fa&digits=latn")
    item = page.locator("[aria-labelledby=newest] li", has_text="یزد")
    (line,) = drawn(item)
    assert line == "هناسر .1 ،1401/10/11 دزی یشاک هشوخ"


@pytest.mark.parametrize("path", _LISTS)
def test_lists_have_no_signs_that_turn_and_no_endless_headline(
    page: Page, archive: Desk, path: str
) -> None:
    page.goto(archive.url + path)
    expect(page.locator("main")).to_contain_text("خوشه کاشی")
    for letters in page.locator("main a[href^='/desk/article/'], main bdi").all_text_contents():
        assert not set(letters) & set(_CONTROLS)
        assert len(letters) < 500 or "نفر" in letters


def test_article_keeps_every_sign_of_its_own(page: Page, archive: Desk) -> None:
    page.goto(f"{archive.url}/desk/article/1")
    assert page.locator(".article").evaluate("e => e.textContent").startswith(_TURNING)
    assert page.locator("h1").inner_text() == "خوشه کاشی یزد"
    page.goto(f"{archive.url}/desk/article/2")
    assert page.locator("h1").inner_text() == _LONG


def test_reports_are_not_turned_either(archive: Desk) -> None:
    for name in ("#1", ""):
        html = make_report(f"{archive.records}{name}", "fa")
        body = html.partition("<body")[2].partition('<div class="article')
        rest = body[0] + body[2].partition("</div>")[2]
        assert not set(rest) & set(_CONTROLS)
