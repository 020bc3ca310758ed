"""The desk without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from browser.serving import Desk

_FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), r = e.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const order = [...document.querySelectorAll('*')].indexOf(e);
  return {what: e.outerHTML.slice(0, 100), order, seen: r.width > 0 && r.height > 0,
          ring: ring || style.boxShadow !== 'none'};
}"""
_MOST = 40  # stops that are looked at


def test_skip_link_comes_first(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.url}/desk/search?q=خوشه")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/desk/search?q=خوشه", "/desk/findings"])
def test_every_stop_is_seen_and_in_order(page: Page, desk: Desk, path: str) -> None:
    page.goto(desk.url + path)
    last = -1
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUSED)
        if at is None or at["order"] < last:
            break
        assert at["seen"], at
        assert at["ring"], at
        assert at["order"] > last, at
        last = at["order"]
    assert last > 0


def test_search_and_article_by_keyboard(page: Page, desk: Desk) -> None:
    page.goto(desk.url)
    page.locator("input[name=q]").first.focus()
    page.keyboard.type("خوشه")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/search?*")
    page.locator("main a[href*='/desk/article/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/article/**")
    page.locator("a[data-entry]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".article mark.chosen").first).to_be_visible()
