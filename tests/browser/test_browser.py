"""That there is a browser at all, which lays Persian out from the right."""

from playwright.sync_api import Page


def test_browser_lays_text_out_from_the_right(page: Page) -> None:
    page.set_content("<p dir=rtl><b>خوشه</b> <i>۱۲</i></p>")
    left_edge = "element => element.getBoundingClientRect().left"
    first, second = (page.locator(name).evaluate(left_edge) for name in ("b", "i"))
    assert first > second
