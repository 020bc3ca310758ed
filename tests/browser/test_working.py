"""What a reader does: chooses a language, works through findings, has a text checked."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from browser.serving import Desk, sample_articles
from browser.watching import Watch

_PERSIAN = re.compile("[۰-۹]")
_LATIN = re.compile("[0-9]")


def test_language_is_remembered(page: Page, context: BrowserContext, desk: Desk) -> None:
    page.goto(desk.url)
    page.locator("#switch-language").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    other = context.new_page()
    other.goto(f"{desk.url}/desk/search")
    expect(other.locator("html")).to_have_attribute("lang", "en")
    other.locator("#switch-language").click()
    expect(other.locator("html")).to_have_attribute("dir", "rtl")


def test_digits_are_remembered(page: Page, desk: Desk) -> None:
    page.goto(desk.url)
    counts = page.locator(".counts dd").first
    assert _PERSIAN.search(counts.inner_text())
    page.locator("#switch-digits").click()
    expect(counts).to_have_text(_LATIN)
    page.goto(f"{desk.url}/desk/search?q=خوشه")
    assert not _PERSIAN.search(page.locator("[role=status]").first.inner_text())
    page.locator("#switch-digits").click()
    expect(page.locator("[role=status]").first).to_have_text(_PERSIAN)


@pytest.mark.parametrize("state", ["right", "wrong"])
def test_review_is_kept(page: Page, watch: Watch, desk: Desk, state: str) -> None:
    page.goto(f"{desk.url}/desk/findings")
    key = page.locator(".work > li").first.get_attribute("id")
    button = page.locator(f'.work > li[id="{key}"] button[aria-pressed][value="{state}"]')
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    if state == "wrong":  # once is enough: it takes seconds
        desk.close()
        desk.open()
    page.goto(f"{desk.url}/desk/findings?state={state}")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(f"{desk.url}/desk/findings?state=new")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator(f'.work > li[id="{key}"]').count() == 0
    assert watch.take() == []


def test_findings_by_keyboard(page: Page, watch: Watch, desk: Desk) -> None:
    page.goto(f"{desk.url}/desk/findings")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.locator(f'[id="{first}"]').dispatch_event("keydown", {"key": "۲"})
    pressed = page.locator(f'.work > li[id="{first}"] button[aria-pressed][value="right"]')
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f'.work > li[id="{first}"]')).not_to_be_focused()
    page.reload()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert watch.take() == []


def test_notes_stay_while_others_are_sent(page: Page, watch: Watch, desk: Desk) -> None:
    page.goto(f"{desk.url}/desk/findings")
    first, second = (page.locator(".work > li").nth(n) for n in (3, 4))
    first.locator("input[name=note]").fill("با منبع پرسیده شود")
    second.locator("input[name=note]").fill("روشن است")
    second.locator("button[aria-pressed][value=wrong]").click()
    expect(second.locator(".state")).to_have_class("state wrong")
    assert (
        second.locator(".state").inner_text() == second.locator("[aria-pressed=true]").inner_text()
    )
    expect(first.locator("input[name=note]")).to_have_value("با منبع پرسیده شود")
    first.locator("input[name=note]").press("Enter")  # kept as seen
    expect(first.locator(".state")).to_have_class("state seen")
    page.reload()
    expect(first.locator("input[name=note]")).to_have_value("با منبع پرسیده شود")
    expect(second.locator("input[name=note]")).to_have_value("روشن است")
    page.emulate_media(media="print")
    expect(first.locator("form")).to_be_hidden()
    expect(first.locator(".noted bdi")).to_have_text("با منبع پرسیده شود")
    expect(first.locator(".noted")).to_be_visible()
    expect(page.locator(".work > li").nth(5).locator(".noted")).to_be_hidden()
    page.emulate_media(media="screen")
    for one in (first, second):
        one.locator(".unsee").click()
        expect(one.locator(".state")).to_be_hidden()
        expect(one.locator(".unsee")).to_be_hidden()
        expect(one.locator("input[name=note]")).to_have_value("")
    assert watch.take() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_conditions_stand_above_or_beside_the_results(page: Page, desk: Desk, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{desk.url}/desk/search?q=خوشه")
    first = page.locator(".results > li").first.bounding_box()
    facets = page.locator("details.facets")
    link = facets.get_by_role("link").first
    box = facets.bounding_box()
    assert first
    assert box
    if width == 390:
        expect(link).to_be_hidden()
        assert box["y"] + box["height"] <= first["y"]
        facets.locator("summary").first.click()
    else:
        assert box["x"] + box["width"] <= first["x"]
    expect(link).to_be_visible()
    link.click()
    expect(page.locator(".conditions li")).to_have_count(1)


def _fail_if_fetched(route: Route) -> None:
    if route.request.resource_type == "fetch":
        route.abort()
    else:
        route.continue_()


def test_review_that_cannot_be_sent_by_itself_is_sent_with_the_page(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.url}/desk/findings")
    page.route("**/desk/findings", _fail_if_fetched)
    finding = page.locator(".work > li").nth(6)
    key = finding.get_attribute("id")
    finding.locator("button[aria-pressed][value=seen]").click()
    page.wait_for_url(f"**/desk/findings#{key}")
    expect(page.locator(f'[id="{key}"] .state')).to_have_class("state seen")


def test_text_is_checked_at_once(page: Page, watch: Watch, desk: Desk) -> None:
    article = next(a for a in sample_articles() if a.id == "dev-02")
    page.goto(f"{desk.url}/desk/check")
    page.locator("textarea").fill(article.composed)
    # The first time takes seconds: the extractor is made.
    page.locator("main form button").first.click(timeout=100_000)
    expect(page.locator(".article mark").first).to_be_visible()
    expect(page.locator(".article")).to_contain_text("فرش دستباف نایین")
    expect(page.locator("main")).to_contain_text("۱۱۰")  # the shares that are too many
    assert watch.take() == []
