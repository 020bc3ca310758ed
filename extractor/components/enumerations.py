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
from extractor.mentions import Enumeration, Mention

_AND = " و "  # the conjunction is grammar
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
        read = doc._
        text = text_of(doc)
        found = list(of_clusters(text, read.cluster_lists))
        others = find_counted(text, read.numbers, read.sentences, read.places)
        starts = [listed.start for listed in found]
        ends = [listed.end for listed in found]
        # Of two that overlap the list of clusters stays.
        found += [o for o in others if bisect_left(starts, o.end) == bisect_right(ends, o.start)]
        write_group(doc, "enumerations", found)
        return doc


def of_clusters(text: str, listings: Sequence[Listing]) -> Iterator[Enumeration]:
    """The lists of clusters that state a count and name more than one."""
    for listing in listings:
        if listing.number and len(listing.members) > 1:
            end = max(member.end for member in listing.members)
            number = listing.number
            members: Sequence[Mention] = listing.members
            if number.value == len(members) + 1:
                members = _parted(text, members)
            yield Enumeration(number.start, end, number, tuple(members), listing.open, _CLUSTER)


def _parted(text: str, members: Sequence[Mention]) -> Sequence[Mention]:
    """«چهار خوشه چای، گز، پوشاک و نساجی»: a pair at the end whose «و» may be the list's own."""
    *others, before, last = sorted(members, key=lambda member: member.start)
    first, joint, second = text[last.start : last.end].partition(_AND)
    if not joint or _AND in text[before.end : last.start]:
        return members
    middle = last.end - len(second)
    parts = Mention(last.start, last.start + len(first)), Mention(middle, last.end)
    return [*others, before, *parts]
