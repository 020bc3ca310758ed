"""Stated counts with their members beside them: of clusters, and of anything else.

>>> from extractor import Extractor
>>> nlp = Extractor().nlp
>>> [len(e.members) for e in nlp("پنج خوشه گز، حوله و چرم و کفش خاتمه یافت.")._.enumerations]
[3]
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.clusters.counted import find_counted
from extractor.clusters.namings import Listing
from extractor.components.base import component, text_of, write_group
from extractor.mentions import Enumeration

_CLUSTER = "خوشه"  # the noun counted in a list of clusters


@component(
    "enumerations", reads=["sentences", "numbers", "places", "clusters"], writes=["enumerations"]
)
class EnumerationFinder:
    """Take the lists that the clusters stand in, and find those of other things."""

    def __init__(self, nlp: Language) -> None:
        """Nothing is kept: the words of lists are the lexicon's."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the group ``enumerations``."""
        found = list(of_clusters(doc._.cluster_lists))
        others = find_counted(text_of(doc), doc._.numbers, doc._.sentences, doc._.places)
        starts = [listed.start for listed in found]
        ends = [listed.end for listed in found]
        # Of two that overlap the list of clusters stays.
        found += [o for o in others if bisect_left(starts, o.end) == bisect_right(ends, o.start)]
        write_group(doc, "enumerations", found)
        return doc


def of_clusters(listings: Sequence[Listing]) -> Iterator[Enumeration]:
    """The lists of clusters that state a count and name more than one."""
    for listing in listings:
        if listing.number and len(listing.members) > 1:
            end = max(member.end for member in listing.members)
            number, members = listing.number, tuple(listing.members)
            yield Enumeration(number.start, end, number, members, listing.open, _CLUSTER)
