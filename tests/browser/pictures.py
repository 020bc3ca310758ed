"""Take the pictures of the desk that the documentation shows, anew.

    cd tests && PYTHONPATH=.. python -m browser.pictures

They are of the sample and its follow-ups, in docs/images/desk/, with 128 colours to be small.
"""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browser.conftest import ARGUMENTS
from browser.serving import ROOT, SAMPLE, Desk, sample_articles
from corpus.readers.archive import find_sources, read_sources
from extractor import Extractor
from schemas.article import Article

FOLDER = ROOT / "docs" / "images" / "desk"
SOURCES = [SAMPLE, SAMPLE.with_name("follow_ups.jsonl")]
# Name of the picture -> address of the page.
PAGES = {
    "start": "/",
    "search": "/desk/search?q=صادرات",
    "article": "/desk/article/dev-02",
    "cluster": "/desk/cluster",
    "province": "/desk/province/IR-10",
    "official": "/desk/official",
    "findings": "/desk/findings",
    "check": "/desk/check",
    "merges": "/desk/merges",
}
_FIGURE = "۴۵ میلیارد ریال"


def _click_figure(page: Page) -> None:
    page.get_by_role("link", name=_FIGURE).first.click()
    page.evaluate("scrollTo(0, 0)")


def _open_first(page: Page) -> None:
    page.locator("th[scope=row] a").first.click()


def _show_timeline(page: Page) -> None:
    _open_first(page)
    page.wait_for_load_state("networkidle")
    page.locator(".chart").first.evaluate("chart => chart.parentElement.scrollIntoView()")


def _check_text(page: Page) -> None:
    page.locator("textarea").fill(next(a for a in sample_articles() if a.id == "dev-02").composed)
    page.locator("main form button").first.click(timeout=100_000)
    page.locator(".article mark").first.scroll_into_view_if_needed()


# What is done on a page before its picture is taken.
_DONE = {
    "article": _click_figure,
    "cluster": _show_timeline,
    "official": _open_first,
    "check": _check_text,
}


def take_pictures(desk: Desk, page: Page, folder: Path) -> None:
    """A picture of each page, in Persian."""
    folder.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": 1200, "height": 900})
    for name, address in PAGES.items():
        page.goto(desk.url + address, wait_until="networkidle")
        if name in _DONE:
            _DONE[name](page)
            page.wait_for_load_state("networkidle")
        save(page, folder / f"{name}.png")


def save(page: Page, path: Path) -> None:
    """What the window shows, with few colours."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)  # charts are drawn by then
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    shot.convert("RGB").quantize(128).save(path, optimize=True)


def main() -> None:
    """Serve the sample, and take the pictures."""
    articles = [a for a in read_sources(find_sources(SOURCES)) if isinstance(a, Article)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = Desk.over(Extractor().pipe(articles), Path(folder) / "demo.sqlite")
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        try:
            take_pictures(desk, browser.new_page(), FOLDER)
        finally:
            browser.close()
            desk.close()


if __name__ == "__main__":
    main()
