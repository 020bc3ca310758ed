"""One browser for all tests of what a reader sees; they skip where there is none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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
HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep these tests on one worker: they share a browser and a server."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.xdist_group("browser"))


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
        fresh.set_default_timeout(5_000)
        yield fresh


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that reader's."""
    return context.new_page()
