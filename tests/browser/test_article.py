"""An article: its words highlighted, a figure and its words found from each other."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from browser.serving import Desk

ARTICLE = "dev-02"


@pytest.fixture
def address(desk: Desk) -> str:
    return f"{desk.url}/desk/article/{ARTICLE}"


@pytest.fixture(scope="module")
def words(desk: Desk) -> dict[str, str]:
    """The words of each figure, by its id."""
    query = (
        "SELECT f.id, f.span_text FROM figures f JOIN articles a ON a.key = f.article_key"
        " WHERE a.id = ?"
    )
    with closing(sqlite3.connect(desk.records)) as database:
        return dict(database.execute(query, (ARTICLE,)).fetchall())


def test_search_leads_to_an_article(page: Page, desk: Desk) -> None:
    page.goto(desk.url)
    page.locator("input[name=q]").first.fill("فرش دستباف")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/search?*")
    page.locator("main a[href*='/desk/article/']").first.click()
    page.wait_for_url("**/desk/article/**")
    expect(page.locator(".article")).to_contain_text("فرش دستباف")


def test_every_figure_is_one_whole_mark(page: Page, address: str, words: dict[str, str]) -> None:
    page.goto(address)
    for key, told in words.items():
        marks = page.locator(f'.article mark[data-id="{key}"]')
        assert told in [mark.inner_text() for mark in marks.all()], key


def test_figure_leads_to_its_words(page: Page, address: str, words: dict[str, str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(address)
    last = list(words)[-1]
    page.locator(f'#row-{last} a[data-entry="{last}"]').click()
    mark = page.locator(f'.article mark.chosen[data-id="{last}"]')
    expect(mark.first).to_have_text(words[last])
    expect(mark.first).to_be_in_viewport(ratio=1)  # after the page has turned to it
    assert page.url.endswith(f"#{last}")
    assert page.locator(".article mark.chosen").evaluate_all(
        "(marks, id) => marks.every(m => m.dataset.id === id)", last
    )


def test_words_lead_to_their_figure(page: Page, address: str, words: dict[str, str]) -> None:
    page.goto(address)
    first = next(iter(words))
    page.locator(f'.article mark[data-id="{first}"]').first.click()
    expect(page.locator(f"#row-{first}")).to_have_class("chosen")
    assert page.url.endswith(f"#{first}")


@pytest.mark.parametrize("width", [1280, 390])
def test_deep_link_shows_the_figure(
    page: Page, address: str, words: dict[str, str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    last = list(words)[-1]
    page.goto(f"{address}#{last}")
    mark = page.locator(f'.article mark.chosen[data-id="{last}"]').first
    expect(mark).to_have_text(words[last])
    expect(mark).to_be_in_viewport(ratio=1)


def test_deep_link_turns_the_column_beside_the_text(
    page: Page, address: str, words: dict[str, str]
) -> None:
    last = list(words)[-1]
    page.goto(f"{address}#{last}")
    expect(page.locator(f".article mark.chosen[data-id={last}]").first).to_be_in_viewport(ratio=1)
    expect(page.locator(f"#row-{last}")).to_be_in_viewport(ratio=1)
    first = next(iter(words))
    page.evaluate("id => { location.hash = id; }", first)
    expect(page.locator(f"#row-{first}")).to_be_in_viewport(ratio=1)
    # What a link in the column leads to is in the text: the link stays where it is.
    link = page.locator(".sticky a[data-entry]", has_text=words[first]).first
    link.hover()
    before = link.evaluate("link => link.closest('.sticky').scrollTop")
    link.click()
    assert link.evaluate("link => link.closest('.sticky').scrollTop") == before


def test_text_stays_from_right_to_left_in_english(page: Page, address: str) -> None:
    page.goto(f"{address}?lang=en")
    text = page.locator(".article")
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("html").get_attribute("dir") == "ltr"


def test_letters_are_of_the_vendored_font(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate("document.fonts.ready.then(f => f.check('16px Vazirmatn', 'خوشه'))")
    assert "Vazirmatn" in page.locator(".article").evaluate("e => getComputedStyle(e).fontFamily")
