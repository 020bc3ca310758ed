"""The documentation site: whole, asking nothing of another host, in the direction of its pages."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from documents import GUIDES, ROOT
from selectolax.lexbor import LexborHTMLParser

from schemas.reference import all_vocabularies, meanings

pytest.importorskip("mkdocs", reason="the site is built with the extra docs")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a link that leads nowhere fails."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet}, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    return folder


def pages(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    for path in sorted(site.rglob("*.html")):
        yield path, LexborHTMLParser(path.read_text(encoding="utf-8"))


def test_every_guide_is_a_page(site: Path) -> None:
    named = [site / guide.removeprefix("docs/").replace(".md", ".html") for guide in GUIDES]
    assert [path for path in named if not path.is_file()] == []


def test_every_guide_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    assert [g for g in GUIDES if f": {g.removeprefix('docs/')}\n" not in navigation] == []


def test_pages_ask_nothing_of_another_host(site: Path) -> None:
    asked = [
        value
        for _, page in pages(site)
        for node in page.css("link, script, img, iframe, source, object, form")
        for value in (node.attributes.get(key) for key in ("href", "src", "data", "action"))
        if value and urlsplit(value).netloc
    ]
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    asked += re.findall(r"url\([\"']?https?://[^)]*|@import[^;]*https?:[^;]*", styles)
    assert asked == []
    ours = (site / "site" / "site.css").read_text(encoding="utf-8")
    fonts = re.findall(r'url\("([^"]+)"\)', ours)
    assert fonts
    assert all((site / "site" / font).resolve().is_file() for font in fonts)


def test_links_and_anchors_lead_somewhere(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    links = []
    for path, page in pages(site):
        ids[path] = {node.attributes.get("id") or "" for node in page.css("[id]")}
        hrefs = (node.attributes.get("href") or "" for node in page.css("a[href]"))
        # The page of an address that is not there has absolute links.
        links += [(path, h) for h in hrefs if not urlsplit(h).scheme and path.name != "404.html"]
    broken = []
    for path, href in links:
        parts = urlsplit(href)
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        target = target / "index.html" if target.is_dir() else target
        anchor = unquote(parts.fragment)
        if not target.is_file() or (anchor and anchor not in ids.get(target, {anchor})):
            broken.append((path.name, href))
    assert broken == []


def test_persian_pages_are_right_to_left(site: Path) -> None:
    for path, page in pages(site):
        told = page.css_first("html").attributes["lang"], page.css_first("body").attributes["dir"]
        persian = path.name.endswith(".fa.html")
        assert told == (("fa", "rtl") if persian else ("en", "ltr")), path


def test_the_record_page_has_every_slug_with_labels_and_meaning(site: Path) -> None:
    page = (site / "record.html").read_text(encoding="utf-8")
    rows = [
        [cell.text(strip=True) for cell in row.css("td")]
        for row in LexborHTMLParser(page).css("tr")
    ]
    for vocabulary in all_vocabularies():
        for slug in vocabulary:
            assert any(row[:3] == [str(slug), slug.fa, slug.en] and row[3] for row in rows), slug


def test_meanings_are_of_the_vocabularies() -> None:
    told = {name: set(slugs) - {"source"} for name, slugs in meanings().items()}
    assert told == {v.__name__: {str(slug) for slug in v} for v in all_vocabularies()}


def test_search_finds_persian_words(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["pipeline"] == []
    assert any("روزنامه‌نگار" in document["text"] + document["title"] for document in index["docs"])
