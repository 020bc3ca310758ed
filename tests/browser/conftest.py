"""One browser for all tests of what a reader sees; they skip where there is none."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser.serving import Desk, sample_articles
from browser.watching import Watch
from extractor import Extractor

# Nothing is asked of the network: updates, sign-in and field trials are off.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# Of the package, not the session: while it is open, no test could run a loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium, without a screen."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        if os.environ.get("KHOOSHECHIN_REQUIRE_BROWSER"):
            pytest.fail("there is no chromium, and KHOOSHECHIN_REQUIRE_BROWSER asks for one")
        pytest.skip("there is no chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as fresh:
        fresh.set_default_timeout(20_000)  # of a busy machine
        yield fresh


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that reader's."""
    return context.new_page()


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    """What goes wrong in that reader's pages."""
    return Watch(context)


@pytest.fixture(scope="package")
def desk(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk over the sample."""
    path = tmp_path_factory.mktemp("desk") / "sample.sqlite"
    served = Desk.over(extractor.pipe(sample_articles()), path)
    yield served
    served.close()
