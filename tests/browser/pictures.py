"""Take a picture of every page of the desk, over a database of the sample.

python -m tests.browser.pictures RECORDS.sqlite [-o docs/images/desk]
"""

import argparse
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import ARGUMENTS
from browser.serving import Desk, sample_articles

ARTICLE = "dev-02"
PAGES = {
    "start": "/",
    "search": "/desk/search?q=خوشه",
    "figures": "/desk/search?kind=figures&indicator=exports",
    "article": f"/desk/article/{ARTICLE}#f3",
    "findings": "/desk/findings",
    "clusters": "/desk/cluster",
    "cluster": "/desk/cluster",
    "officials": "/desk/official",
    "official": "/desk/official",
    "province": "/desk/province/IR-10",
    "merges": "/desk/merges",
    "check": "/desk/check",
    "data": "/{name}/figures?_size=10",
    "start-en": "/?lang=en",
}
_WIDTH, _HEIGHT, _TALLEST = 1280, 900, 1500
_COLOURS = 64


def take(page: Page, desk: Desk, name: str, path: str, folder: Path) -> None:
    """One picture, of few colours so that it is small."""
    page.goto(desk.url + path.format(name=desk.records.stem), wait_until="networkidle")
    if name in ("cluster", "official"):  # the first of the list
        page.locator(f"main table a[href^='/desk/{name}/']").first.click()
        page.wait_for_load_state("networkidle")
    if name == "check":
        text = next(a.composed for a in sample_articles() if a.id == ARTICLE)
        page.locator("textarea").fill(text)
        page.locator("main form button").first.click(timeout=200_000)
    page.evaluate("document.fonts.ready")
    tall = min(_TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": _WIDTH, "height": max(_HEIGHT, tall)})
    file = folder / f"{name}.png"
    page.screenshot(path=file)
    page.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
    with Image.open(file) as image:
        image.convert("RGB").quantize(_COLOURS).save(file, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/images/desk"))
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    desk = Desk(options.records)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(ARGUMENTS)
        )
        for name, path in PAGES.items():
            context = browser.new_context(viewport={"width": _WIDTH, "height": _HEIGHT})
            context.set_default_timeout(120_000)
            take(context.new_page(), desk, name, path, options.output)
            context.close()
            print(name, flush=True)
        browser.close()
    desk.close()


if __name__ == "__main__":
    main()
