"""Documents made of marked text, for tests of what is said of clusters."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.activities import ActivityFinder
from extractor.components.statuses import StatusFinder
from extractor.components.topics import TopicFinder
from extractor.lexicon.markup import parse_markup
from extractor.mentions import Cluster, Date, Mention
from extractor.text.sentences import find_sentences
from schemas.vocabularies import DateKind, Granularity


@cache
def tools() -> tuple[Language, TopicFinder, StatusFinder, ActivityFinder]:
    nlp = spacy.blank("fa")
    return nlp, TopicFinder(nlp), StatusFinder(nlp), ActivityFinder(nlp)


def read(marked: str) -> Doc:
    """A document whose clusters and dates are those marked ``<cluster>`` and ``<date>``."""
    nlp, topics, statuses, activities = tools()
    text, tags = parse_markup(marked)
    doc = nlp(text)
    named: dict[str, list[Mention]] = {}
    for tag in tags:
        if tag.name == "cluster":
            name = tag.attributes.get("name", text[tag.start : tag.end])
            named.setdefault(name, []).append(Mention(tag.start, tag.end))
    doc._.clusters = tuple(Cluster(name, tuple(found)) for name, found in named.items())
    doc._.dates = tuple(
        Date(tag.start, tag.end, DateKind.DATE, Granularity.YEAR)
        for tag in tags
        if tag.name == "date"
    )
    doc._.sentences = tuple(Mention(start, end) for start, end in find_sentences(text))
    for component in (topics, statuses, activities):
        component(doc)
    return doc
