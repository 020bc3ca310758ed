"""What a report is of: an article of a file or a database, or a whole database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.article_rows import rows_at, rows_of
from corpus.checks.archive import is_stale
from corpus.readers.archive import InputError
from corpus.readers.databases import is_database, open_database
from corpus.readers.records import find_entry
from corpus.reviews import attach_reviews, review_path
from extractor.desk.overview import Overview
from extractor.desk.report import article_report, render
from extractor.desk.reviewing import archive_findings, reviews_of_article
from schemas.article import Article
from schemas.labels import Language


def source_file(address: str) -> tuple[Path, str | None]:
    """The file and the id of ``FILE`` or ``FILE#ID``; a file may have # in its own name."""
    if Path(address).exists() or "#" not in address:
        return Path(address), None
    name, _, key = address.partition("#")
    while not Path(name).exists() and "#" in key:
        more, _, key = key.partition("#")
        name += f"#{more}"
    return Path(name), key


def make_report(address: str, language: Language) -> str:
    """The page of an article, a record or a database. Raises InputError."""
    path, key = source_file(address)
    if is_database(path):
        return _of_database(path, key, language)
    found = find_entry(address)
    if isinstance(found, Article):
        from extractor import Extractor

        found = Extractor().extract(found)
    return article_report(rows_of(found), language)


def _of_database(path: Path, key: str | None, language: Language) -> str:
    with closing(open_database(path)) as connection:
        if key is None:
            return overview_report(Overview(connection, path), path.name, language)
        rows = rows_at(connection, key)
        if rows is None:
            raise InputError(f"{path}: holds no article with id {key!r}")
        if is_stale(path):  # what was reviewed may be rows of another state
            return article_report(rows, language)
        connection.row_factory = sqlite3.Row
        attach_reviews(connection, review_path(path))
        article = connection.execute("SELECT key FROM articles WHERE id = ?", (key,)).fetchone()
        across = archive_findings(connection, "g.article_id = ?", key)
        reviews = reviews_of_article(connection, article["key"])
        return article_report(rows, language, across, reviews)


def overview_report(view: Overview, name: str, language: Language) -> str:
    """The page of a whole database."""
    values = {
        "view": view,
        "name": name,
        "days": view.first_and_last,
        "codes": view.codes,
        "across": view.archive_findings(),
        "within": view.article_findings(),
        "provinces": view.provinces(),
    }
    return render("overview.html", language, values)
