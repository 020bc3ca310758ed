"""Run an extraction over a stream of articles on this machine: the local executor."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.rejects import Reject, why
from corpus.sinks.jsonl import JsonlSink, rejects_path
from extractor.extractor import Extractor
from extractor.presence import Scope
from schemas.article import Article
from schemas.record import ArticleRecord
from schemas.references import GROUPS, count_entries


@dataclass
class Summary:
    """What a run did."""

    articles: int = 0
    characters: int = 0
    rejects: int = 0
    passed_by: int = 0
    entries: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """One line for people: ``24 articles: 60 clusters, 3 findings; 1 rejected``."""
        counts = ", ".join(f"{self.entries[group]} {group}" for group in GROUPS)
        passed = f", {self.passed_by} passed by" if self.passed_by else ""
        return f"{self.articles} articles: {counts}{passed}; {self.rejects} rejected"

    def add(self, record: ArticleRecord) -> None:
        """Count one record in."""
        self.articles += 1
        self.characters += record.article.length
        count_entries(record, self.entries)


def extract_all(
    extractor: Extractor, items: Iterable[Article | Reject]
) -> Iterator[ArticleRecord | Reject]:
    """The record of each article in order; an article that fails becomes a reject."""
    for item in items:
        yield item if isinstance(item, Reject) else _extract(extractor, item)


def _extract(extractor: Extractor, article: Article) -> ArticleRecord | Reject:
    try:
        return extractor.extract(article)
    # The one place where any failure is caught: the run goes on and the article is not lost.
    except Exception as error:
        return Reject("extraction", why(error), article.id)


def run(
    items: Iterable[Article | Reject],
    extractor: Extractor,
    write: Callable[[str], object],
    reject: Callable[[str], object],
    advance: Callable[[], object] = lambda: None,
    scope: Scope = Scope.FULL,
) -> Summary:
    """Hand each record to ``write`` and each reject to ``reject``, as a line of JSON.

    ``advance`` is called after every article.
    """
    summary = Summary()
    for result in extract_all(extractor, _in_scope(items, scope, summary)):
        if isinstance(result, Reject):
            summary.rejects += 1
            reject(result.line())
        else:
            summary.add(result)
            write(result.model_dump_json())
        advance()
    return summary


def _in_scope(
    items: Iterable[Article | Reject], scope: Scope, summary: Summary
) -> Iterator[Article | Reject]:
    for item in items:
        if isinstance(item, Reject) or scope.holds(item.composed):
            yield item
        else:
            summary.passed_by += 1


def run_to_file(
    items: Iterable[Article | Reject],
    extractor: Extractor,
    output: Path,
    advance: Callable[[], object] = lambda: None,
    scope: Scope = Scope.FULL,
) -> Summary:
    """Write records to ``output`` and rejects beside it; neither appears before the end."""
    with (
        JsonlSink(output) as records,
        JsonlSink(rejects_path(output), keep_empty=False) as rejects,
    ):
        return run(items, extractor, records.write, rejects.write, advance, scope)
