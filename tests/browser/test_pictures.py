"""The documentation's pictures of the desk can be taken anew, and are small."""

from pathlib import Path

from playwright.sync_api import Page

from browser.pictures import FOLDER, PAGES, take_pictures
from browser.serving import Desk


def test_pictures_can_be_taken_anew(desk: Desk, page: Page, tmp_path: Path) -> None:
    take_pictures(desk, page, tmp_path)
    taken = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert taken.keys() == {f"{name}.png" for name in PAGES}
    assert taken.keys() == {path.name for path in FOLDER.iterdir()}
    assert all(size < 150_000 for size in taken.values())
