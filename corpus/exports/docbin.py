"""Records as spaCy's binary Docs, with every span of the record in a span group."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.annotations.from_records import make_sheet
from corpus.annotations.sheets import ATTRIBUTES, Region, main_attribute
from corpus.sinks.atomic import atomic_folder
from schemas.record import ArticleRecord

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_SHARD = 500  # articles a file: a DocBin is built in memory
RECORD = "record"  # key of the whole record, as JSON, in ``doc.user_data``


def write_docbin(records: Iterable[ArticleRecord], output: Path) -> None:
    """A folder of ``.spacy`` files, which spaCy's corpus readers take as one corpus."""
    import spacy
    from spacy.tokens import DocBin

    with atomic_folder(output) as folder:
        found = iter(records)
        for number, batch in enumerate(iter(lambda: list(islice(found, _SHARD)), [])):
            nlp = spacy.blank("fa")  # a new one, since a vocabulary grows with every word
            docs = (make_doc(nlp, record) for record in batch)
            bin_ = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True, docs=docs)
            bin_.to_disk(folder / f"{number:05}.spacy")


def make_doc(nlp: "Language", record: ArticleRecord) -> "Doc":
    """The text as read, cut into spaCy's tokens and at every end of a span besides."""
    from spacy.tokens import Doc

    text, sheet = record.article.text, make_sheet(record)
    edges = {edge for region in sheet.regions for edge in (region.start, region.end)}
    # A space that a span begins or ends with must be a token.
    kept = {region.start for region in sheet.regions} | {r.end - 1 for r in sheet.regions}
    words, spaces = _words(text, sorted(edges | _token_edges(nlp, text)), kept)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for label in ATTRIBUTES:
        spans = [_span(doc, region) for region in sheet.regions if region.label == label]
        doc.spans[label] = spans
    doc.user_data["id"] = record.article.id
    doc.user_data[RECORD] = record.model_dump_json()
    return doc


def _token_edges(nlp: "Language", text: str) -> set[int]:
    doc = nlp.make_doc(text)
    return {edge for token in doc for edge in (token.idx, token.idx + len(token))}


def _words(text: str, edges: list[int], kept: set[int]) -> tuple[list[str], list[bool]]:
    """Tokens between the edges; one space behind a word belongs to it, as spaCy has it."""
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in zip([0, *edges], [*edges, len(text)], strict=True):
        if text[start:end] == " " and words and not spaces[-1] and start not in kept:
            spaces[-1] = True
        elif start < end:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def _span(doc: "Doc", region: Region) -> "Span":
    main = main_attribute(region.label)
    told = region.attributes.get(main.name, "") if main else ""
    found = doc.char_span(region.start, region.end, label=told or region.label, span_id=region.id)
    if found is None:
        raise ValueError(f"{region.label} at {region.start}..{region.end} fits no token")
    return found
