"""Link each quantity to what it measures: «۷۳ درصد از آن» is a share of the exports before it."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, write_group
from extractor.linking.link import FigureLinker

_READS = (
    "quantities", "sentences", "dates", "places", "clusters",
    "topics", "officials", "references", "statements",
)  # fmt: skip


@component("figures", reads=_READS, writes=["figures"])
class Figures:
    """Writes the group ``figures``, one for each quantity."""

    def __init__(self, nlp: Language) -> None:
        self._linker = FigureLinker()

    def __call__(self, doc: Doc) -> Doc:
        """Add the figures."""
        write_group(doc, "figures", self._linker.link(doc))
        return doc
