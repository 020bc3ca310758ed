"""What the site's build adds: the record and its vocabularies, and files from outside of docs/."""

import re
from pathlib import Path
from posixpath import relpath
from typing import Any

from extractor.lexicon.reference import province_lines, words_for_slugs
from schemas.reference import model_lines, vocabulary_lines

ROOT = Path(__file__).parents[2]
# File of the project -> its address on the site.
PUBLISHED = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "CITATION.cff": "CITATION.cff",
    "schemas/json/record.schema.json": "schemas/record.schema.json",
    "schemas/json/article.schema.json": "schemas/article.schema.json",
    "extractor/desk/static/vendor/vazirmatn/Vazirmatn-wght.woff2": "assets/vazirmatn.woff2",
    "extractor/desk/static/vendor/vazirmatn/OFL.txt": "assets/vazirmatn-licence.txt",
}
GENERATED = {
    "<!-- fields -->": lambda: model_lines(),
    "<!-- vocabularies -->": lambda: vocabulary_lines(words_for_slugs()),
    "<!-- provinces -->": lambda: province_lines(),
}
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)#\s]+)")


def on_files(files: Any, config: Any) -> Any:
    """Publish the files from outside of docs/ that pages lead to."""
    from mkdocs.structure.files import File

    for source, address in PUBLISHED.items():
        path = ROOT / source
        if path.is_file():
            files.append(File.generated(config, address, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Fill in what is generated, and lead links between files of the project to their pages."""
    for mark, lines in GENERATED.items():
        if mark in markdown:
            markdown = markdown.replace(mark, "\n".join(lines()))
    address = page.file.src_uri
    source = next((s for s, a in PUBLISHED.items() if a == address), f"docs/{address}")
    return _LINK.sub(lambda link: site_link(link[1], source, address), markdown)


def site_link(link: str, source: str, address: str) -> str:
    """The link of a file of the project, as the page at ``address`` must say it."""
    target = (ROOT / source).parent.joinpath(link).resolve()
    if not target.is_relative_to(ROOT):
        return link
    name = target.relative_to(ROOT).as_posix()
    published = PUBLISHED.get(name) or (name[5:] if name.startswith("docs/") else None)
    if published is None:
        return link  # not on the site: the strict build says so
    return relpath(published, str(Path(address).parent) or ".")
