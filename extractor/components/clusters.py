"""Clusters of the article with all their namings.

>>> from extractor import Extractor
>>> nlp = Extractor().nlp
>>> [c.name for c in nlp("دو خوشه طلا و جواهر و سفال لالجین خاتمه یافت.")._.clusters]
['طلا و جواهر', 'سفال لالجین']
"""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clusters.merging import merge
from extractor.clusters.namings import Surroundings, find_namings
from extractor.clusters.provinces import ProvinceSource, offices
from extractor.clusters.vocabulary import vocabulary
from extractor.components.base import component, set_values, text_of

# The lists of clusters as they were read; the component ``enumerations`` counts them.
Doc.set_extension("cluster_lists", default=(), force=True)


@component("clusters", reads=["sentences", "numbers", "places"], writes=["clusters"])
class ClusterFinder:
    """Read what stands behind each «خوشه» and bring the namings of one cluster together."""

    def __init__(self, nlp: Language) -> None:  # every component is made so
        self._vocabulary = vocabulary()
        self._offices = self._vocabulary.surfaces("office")
        self._nations = self._vocabulary.surfaces("nation")

    def __call__(self, doc: Doc) -> Doc:
        """Write the group ``clusters``."""
        read = doc._
        around = Surroundings(read.sentences, read.numbers, read.places)
        namings, listings = find_namings(self._vocabulary, text_of(doc), around)
        read.cluster_lists = tuple(listings)
        if namings:
            stated = list(offices(text_of(doc), read.places, self._offices, self._nations))
            source = ProvinceSource(text_of(doc), read.places, stated)
            set_values(doc, "clusters", merge(namings, read.places, source))
        return doc
