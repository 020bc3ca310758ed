"""Articles that attack the page that shows them: nothing of theirs becomes a part of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from benchmarks.desk_questions import questions
from browser.hostile import hostile_records
from browser.serving import Desk, sample_articles
from browser.watching import Watch
from extractor import Extractor

# Elements and attributes that no page of ours has.
_FOREIGN = """() => [
  ...document.querySelectorAll('iframe, object, embed, base, meta[http-equiv]'),
  ...document.querySelectorAll('img[src="x"], svg[onload]'),
  ...document.querySelectorAll('script:not([nonce]):not([src^="/-/desk/"]):not([type="application/json"])'),
  ...document.querySelectorAll('link:not([href^="/-/desk/"])'),
  ...document.querySelectorAll('[href^="javascript:"], [href^="data:"], [action^="javascript:"]'),
  ...[...document.querySelectorAll('*')]
    .filter(e => [...e.attributes].some(a => /^on/i.test(a.name))),
].map(e => e.outerHTML.slice(0, 200))"""
_DATA = (".json?_shape=objects", ".csv?_size=100")


@pytest.fixture(scope="module")
def hostile(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.sqlite"
    served = Desk.over(hostile_records(extractor.pipe(sample_articles()[:12])), path)
    yield served
    served.close()


def test_attacks_stay_words(page: Page, watch: Watch, hostile: Desk) -> None:
    paths = [q.path for q in questions(hostile.records, "hostile") if not q.path.endswith(_DATA)]
    for path in dict.fromkeys(paths):
        page.goto(hostile.url + path, wait_until="load")
        assert watch.take() == [], path
        assert page.evaluate(_FOREIGN) == [], path
        assert page.evaluate("window.hit") is None, path
    assert watch.hosts == {hostile.url.removeprefix("http://")}
