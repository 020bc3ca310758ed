"""Every page of the desk as a reader sees it, in both languages, wide and narrow."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from benchmarks.desk_questions import Question, questions
from browser.serving import Desk
from browser.watching import Watch
from extractor.desk.pages.registry import PAGES

LISTS = [f"{page.name}: all" for page in PAGES if page.keyed and page.nav]
PAGE_NAMES = [*(page.name or "start" for page in PAGES), *LISTS, "data", "missing"]
_WIDTHS = (1280, 390)
_STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
_TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - wide;
  if (over <= 0) return [];
  return [...document.querySelectorAll('body *')]
    .filter(e => { const r = e.getBoundingClientRect(); return r.right > wide + 1 || r.left < -1; })
    .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).concat(`over by ${over}`);
}"""


def asked(desk: Desk, name: str) -> Question:
    """One question to the page of this name."""
    if name == "missing":
        return Question(name, "/desk/article/no-such-article")
    if name == "data":
        return Question(name, f"/{desk.records.stem}/figures")
    return next(q for q in questions(desk.records, desk.records.stem) if q.name.startswith(name))


@pytest.fixture(params=PAGE_NAMES)
def address(request: pytest.FixtureRequest, desk: Desk) -> str:
    """The address of each page in turn."""
    return desk.url + asked(desk, request.param).path


@pytest.mark.parametrize("language", ["fa", "en"])
def test_page_is_sound(page: Page, watch: Watch, desk: Desk, address: str, language: str) -> None:
    sign = "&" if "?" in address else "?"
    page.goto(f"{address}{sign}lang={language}", wait_until="load")
    faults = [f for f in watch.take() if "no-such-article" not in f and "404" not in f]
    assert faults == []
    assert watch.hosts == {urlsplit(desk.url).netloc}
    root = page.locator("html")
    assert root.get_attribute("lang") == language
    assert root.get_attribute("dir") == {"fa": "rtl", "en": "ltr"}[language]
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(_TOO_WIDE) == [], width
    found = Axe().run(page, options=_STANDARD)
    told = [
        f"{v['id']}: {[n['html'][:150] for n in v['nodes']][:3]}"
        for v in found.response["violations"]
    ]
    assert told == []


def test_page_is_readable_without_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        assert page.locator("h1").inner_text().strip()
        hidden = page.locator("main [hidden], main noscript").count()
        assert len(page.locator("main").inner_text()) > 60, hidden


def test_page_prints_without_menu(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    assert page.locator("main h1").is_visible()
    for menu in page.locator("header nav").all():
        assert not menu.is_visible()
