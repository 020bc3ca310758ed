"""Of which clusters the text speaks, stretch by stretch."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.base import component, text_of, write_group
from extractor.cues import read_sentence
from extractor.mentions import Official, Statement, Topic
from extractor.scopes.headings import opens_item
from extractor.scopes.phrases import phrase_matcher, pieces
from extractor.scopes.tracking import PHRASES, TopicTracker
from schemas.vocabularies import RoleCode


@component(
    "topics",
    reads=["sentences", "places", "clusters", "officials", "statements"],
    writes=["topics"],
)
class TopicFinder:
    """Write a Topic for every stretch that is about named clusters.

    A clause that names clusters, or their product, sets the topic; later clauses keep it
    until others take over, the talk turns general, or another person speaks.
    """

    def __init__(self, nlp: Language) -> None:
        self._phrases = phrase_matcher(*PHRASES)

    def __call__(self, doc: Doc) -> Doc:
        """Add ``doc._.topics``; without clusters there are none."""
        found = merge_topics(self._find(doc)) if doc._.clusters else ()
        write_group(doc, "topics", found)
        return doc

    def _find(self, doc: Doc) -> Iterator[Topic]:
        text = text_of(doc)
        tracker = TopicTracker(doc._.clusters, doc._.places, doc._.headline_end)
        officials = doc._.officials
        waiting = deque(find_turns(doc._.statements, officials))
        last, item = 0, False
        for bounds in pieces(text, doc._.sentences):
            if "\n" in text[last : bounds.start]:
                was_item, item = item, opens_item(text, bounds.start, bounds.end)
                tracker.paragraph(item=item or was_item)
            last = bounds.end
            if waiting and waiting[0][0] < bounds.end:
                governs = officials[waiting[0][1]].role_code is RoleCode.COUNTY_GOVERNOR
                introduced = min(bounds.end, bounds.start + _INTRODUCED)
                tracker.turn(bounds.start, introduced, governs=governs)
            while waiting and waiting[0][0] < bounds.end:
                waiting.popleft()
            sentence = read_sentence(text, bounds.start, bounds.end)
            yield from tracker.read(sentence, self._phrases.find(sentence))


def find_turns(
    statements: Sequence[Statement], officials: Sequence[Official]
) -> list[tuple[int, int]]:
    """Where a person begins to speak who has not spoken before and is no cluster's agent.

    With each place the person, as an index of ``officials``.
    """
    found: list[tuple[int, int]] = []
    heard: set[int] = set()
    for statement in statements:
        speaker = statement.speaker
        if speaker is None or speaker in heard:
            continue
        if heard and officials[speaker].role_code is not RoleCode.CLUSTER_AGENT:
            found.append((statement.start, speaker))
        heard.add(speaker)
    return found


def merge_topics(topics: Iterable[Topic]) -> Iterator[Topic]:
    """Neighbours about the same clusters become one.

    >>> list(merge_topics([Topic(0, 4, (1,)), Topic(5, 9, (1,))]))
    [Topic(start=0, end=9, clusters=(1,))]
    """
    last: Topic | None = None
    for topic in topics:
        if last and last.clusters == topic.clusters and topic.start - last.end <= _BLANKS:
            last = Topic(last.start, topic.end, last.clusters)
            continue
        if last:
            yield last
        last = topic
    if last:
        yield last


_INTRODUCED = 70  # characters in which a person who takes the word is introduced
_BLANKS = 3  # what may stand between two sentences of one stretch
