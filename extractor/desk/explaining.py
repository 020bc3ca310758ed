"""Print why an entry of a record is what it is, or which entries there are."""

from typing import Any

from pydantic import TypeAdapter
from rich.console import Console
from rich.text import Text

from corpus.readers.records import find_entry
from extractor.config import Config
from extractor.desk.console import Row, Sheet, as_table
from extractor.desk.view import evidence
from extractor.explain.explanations import Entry, Explanation
from extractor.explain.tracing import Trace
from schemas.article import Article
from schemas.record import ArticleRecord
from schemas.references import GROUPS
from schemas.spans import Span


def find_article(
    address: str, article_id: str | None
) -> tuple[Article, Config, ArticleRecord | None]:
    """The article to explain; from its record, too, which comes along with its setting of today."""
    found = find_entry(address if article_id is None else f"{address}#{article_id}")
    if isinstance(found, Article):
        return found, Config(), None
    return _article_of(found), Config(as_of=found.provenance.as_of), found


def is_another(record: ArticleRecord, read_anew: ArticleRecord) -> bool:
    """Whether a record holds something else than is read today."""
    return any(getattr(record, group) != getattr(read_anew, group) for group in GROUPS)


def _article_of(record: ArticleRecord) -> Article:
    info = record.article
    body = info.text[len(info.title) + 1 :] if info.title else info.text
    return Article(
        id=info.id,
        title=info.title,
        published=info.published,
        url=info.url,
        source=info.source,
        byline=info.byline,
        text=body,
        origin=info.origin,
        encoding=info.encoding,
    )


def as_json(trace: Trace, item_id: str | None) -> str:
    """The explanation, or the list of entries, as JSON."""
    if item_id is not None:
        return trace.explain(item_id).model_dump_json(indent=2)
    return TypeAdapter(tuple[Entry, ...]).dump_json(trace.entries(), indent=2).decode()


def print_explanation(trace: Trace, item_id: str | None, console: Console) -> None:
    """Print the explanation of an entry, or the entries there are."""
    if item_id is None:
        rows: list[Row] = [(e.id, e.group, _quoted(e.evidence[:1])) for e in trace.entries()]
        console.print(as_table(Sheet(f"Entries of {trace.record.article.id}", _ENTRIES, rows)))
        return
    explanation = trace.explain(item_id)
    console.print(Text(f"{explanation.id}  {explanation.group}", style="bold"))
    for span in explanation.evidence:
        console.print(Text(evidence(span) or ""))
    console.print(as_table(_sheet(explanation)))


_ENTRIES = "id group evidence"


def _sheet(explanation: Explanation) -> Sheet:
    rows: list[Row] = [
        (b.field, _shown(b.value), b.rule, b.row, b.says, _quoted(b.words))
        for b in explanation.because
    ]
    return Sheet("Because", "field value rule row meaning words", rows)


def _quoted(spans: tuple[Span, ...]) -> str:
    return "\n".join(evidence(span) or "" for span in spans)


def _shown(value: Any) -> str | None:
    if isinstance(value, dict):  # an interval: one day is said once
        return " - ".join(dict.fromkeys(map(str, value.values())))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return None if value is None else str(value)
