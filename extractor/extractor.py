"""The public entry: an article in, a validated record out."""

import atexit
import gc
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extractor.assemble import Assembler
from extractor.checks.registry import Evidence, import_checks, run_checks
from extractor.components.base import keep_text, mentions_only
from extractor.config import Config
from extractor.explain.explanations import Explanation
from extractor.explain.tracing import Trace
from extractor.lexicon.loader import lexicon_digest
from extractor.pipeline import build_nlp
from extractor.reasons import collected
from extractor.text.alignment import AlignedText
from extractor.text.normalization import normalize, warm_up
from extractor.versions import library_versions
from schemas.article import Article
from schemas.record import ArticleRecord, Provenance

# New objects; the default of 700 takes a thirtieth of all the time.
_COLLECTED_AFTER = 50_000


class Extractor:
    """Reads articles. Building one takes seconds; use it for many articles.

    >>> record = Extractor().extract(Article(id="a", text="خوشه فرش یزد پایان یافت."))
    >>> [(c.name, c.province) for c in record.clusters]
    [('فرش', 'IR-21')]
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self.nlp = build_nlp()
        warm_up()
        import_checks()
        _settle_collector()
        self._provenance = Provenance(
            versions=library_versions(),
            lexicon_digest=lexicon_digest(),
            config_digest=self.config.digest(),
            as_of=self.config.as_of,
        )

    def extract(self, article: Article) -> ArticleRecord:
        """The record of one article."""
        return self._record(article, *self.process(article, spans=False))

    def trace(self, article: Article) -> Trace:
        """The record of one article, ready to say of any id why it is what it is."""
        with collected() as reasons:
            aligned, doc = self.process(article)
            record = self._record(article, aligned, doc)
        return Trace(record, doc, Assembler(aligned), reasons)

    def explain(self, article: Article, item_id: str) -> Explanation:
        """Why an entry of the article's record is what it is.

        Raises UnknownIdError, with the ids there are. For several ids use ``trace`` once.
        """
        return self.trace(article).explain(item_id)

    def _record(self, article: Article, aligned: AlignedText, doc: Doc) -> ArticleRecord:
        assembler = Assembler(aligned)
        record = assembler.record(article, doc, self._provenance)
        read = doc._
        starts = [s.start for s in read.sentences]
        evidence = Evidence(
            record,
            text=aligned.text,
            dates=read.dates,
            figures=read.figures,
            enumerations=read.enumerations,
            sentences=[bisect_right(starts, f.start) for f in read.figures],
            span=assembler.span,
        )
        # Here the whole is validated; pydantic does not validate what a copy is given.
        return ArticleRecord(**dict(record) | {"findings": run_checks(evidence)})

    def pipe(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        """Records in the order of the articles, in constant memory; the first failure raises."""
        yield from map(self.extract, articles)

    def process(self, article: Article, *, spans: bool = True) -> tuple[AlignedText, Doc]:
        """The normalized text and its Doc after all components.

        Without ``spans`` the Doc has mentions but no tokens, which is all that a record needs.
        """
        aligned = normalize(article.composed)
        text = aligned.text
        doc = self.nlp.make_doc(text) if spans else mentions_only(self.nlp.vocab)
        keep_text(doc, text)
        known = doc._
        known.published = article.published
        known.as_of = self.config.as_of
        known.headline_end = headline_end(article, aligned)
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return aligned, doc


def _settle_collector() -> None:
    """Let the garbage collector look less often for cycles, which no article leaves behind.

    Lexicons and tables stay for good: it need not walk them at all.
    """
    gc.collect()
    gc.freeze()
    often, *seldom = gc.get_threshold()
    if often:  # else it is off
        gc.set_threshold(max(often, _COLLECTED_AFTER), *seldom)
    # What is frozen is there to the very end, where DuckDB's binding would call itself leaked. To
    # take everything down costs most of a second, so it is done for it alone.
    if "duckdb" in sys.modules:
        atexit.register(gc.unfreeze)


def headline_end(article: Article, aligned: AlignedText) -> int:
    """Where the title ends in the normalized text; 0 without a title."""
    if not article.title:
        return 0
    lines = article.title.count("\n") + 1
    end = -1
    for _ in range(lines):
        end = aligned.text.find("\n", end + 1)
        if end < 0:
            return len(aligned.text)
    return end
