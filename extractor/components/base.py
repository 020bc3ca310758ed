"""How a component is registered, and how it reads and writes span groups."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractor.config import DEFAULT_AS_OF
from extractor.errors import ConfigError
from extractor.mentions import GROUPS, Mention

PREFIX = "khooshechin_"
_TEXT = "khooshechin_text"
_PLACE = attrgetter("start", "end")
_MENTIONS_ONLY = "khooshechin_mentions_only"


class Component(Protocol):
    """Anything that adds one or more groups to a document."""

    def __call__(self, doc: Doc) -> Doc:
        """The same document with the component's groups in it."""
        ...


@dataclass(frozen=True, slots=True)
class ComponentSpec:
    """What a registered component declares of itself."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    create: Callable[[Language, str], Component]  # what spaCy calls to build it

    @property
    def factory(self) -> str:
        """Name of the spaCy factory."""
        return PREFIX + self.name


REGISTRY: dict[str, ComponentSpec] = {}

C = TypeVar("C", bound=type)


def component(name: str, *, reads: Sequence[str] = (), writes: Sequence[str]) -> Callable[[C], C]:
    """Register a class ``(nlp) -> component`` as the spaCy factory ``khooshechin_<name>``."""

    def register(cls: C) -> C:
        # spaCy passes both by name.
        def create(nlp: Language, name: str) -> Component:  # noqa: ARG001
            made: Component = cls(nlp)
            return made

        spec = ComponentSpec(name, tuple(reads), tuple(writes), create)
        Language.factory(spec.factory, func=create)
        REGISTRY[name] = spec
        return cls

    return register


def component_order() -> list[str]:
    """Component names, each after those that write what it reads.

    Raises ConfigError for a group that is read and never written; a cycle raises CycleError.
    """
    writers = {group: spec.name for spec in REGISTRY.values() for group in spec.writes}
    graph = TopologicalSorter[str]()
    for spec in sorted(REGISTRY.values(), key=lambda s: s.name):
        missing = [group for group in spec.reads if group not in writers]
        if missing:
            raise ConfigError(f"component {spec.name!r} reads {missing}, which nothing writes")
        graph.add(spec.name, *sorted({writers[group] for group in spec.reads}))
    return list(graph.static_order())


def keep_text(doc: Doc, text: str) -> str:
    """Remember the text of a document, and give it back."""
    doc.user_data[_TEXT] = text
    return text


def text_of(doc: Doc) -> str:
    """The text of a document; spaCy puts it together anew from its tokens at each ``doc.text``."""
    return doc.user_data.get(_TEXT) or keep_text(doc, doc.text)


def mentions_only(vocab: Vocab) -> Doc:
    """A document without tokens, in which components write mentions but no spans.

    Its text is to be kept with ``keep_text``. To make tokens and spans takes a tenth of all the
    time, and a record needs neither.
    """
    doc = Doc(vocab)
    doc.user_data[_MENTIONS_ONLY] = True
    return doc


def write_group(doc: Doc, group: str, found: Iterable[Mention]) -> None:
    """Write mentions, in text order, as ``doc._.<group>`` and as spans of ``doc.spans``.

    The mention keeps its exact offsets; the span is widened to whole tokens, since
    spaCy's Persian tokenizer glues digits to letters («۳۵۰میلیارد»).
    """
    mentions = sorted(found, key=_PLACE)
    set_values(doc, group, mentions)
    write_spans(doc, group, map(_PLACE, mentions))


def set_values(doc: Doc, group: str, values: Sequence[Any]) -> None:
    """Keep the values of a group whose entries are entities, not single stretches."""
    doc._.set(group, tuple(values))


def write_spans(doc: Doc, group: str, stretches: Iterable[tuple[int, int]]) -> None:
    """Write the tokens that stretches of the text lie in as ``doc.spans[group]``.

    Raises ConfigError for one outside the document. It does what ``doc.char_span`` does with
    ``alignment_mode="expand"``, five times as fast.
    """
    if doc.user_data.get(_MENTIONS_ONLY):
        return
    starts = doc.to_array("IDX").tolist() if len(doc) else []
    spans: list[Span] = []
    for start, end in stretches:
        if not 0 <= start < end <= len(text_of(doc)):
            raise ConfigError(f"{group}: {start}..{end} is outside the document")
        spans.append(Span(doc, bisect_right(starts, start) - 1, bisect_left(starts, end)))
    doc.spans[group] = spans


def _getter(group: str) -> Callable[[Span], Any]:
    def get(span: Span) -> Any:
        """The value whose mention this span was made of; None for any other span."""
        for value in span.doc._.get(group):
            for m in getattr(value, "mentions", (value,)):
                if m.start >= span.start_char and m.end <= span.end_char:
                    return value
        return None

    return get


def register_extensions() -> None:
    """Declare our attributes on Doc and Span; calling it again changes nothing."""
    Doc.set_extension("published", default=None, force=True)
    Doc.set_extension("headline_end", default=0, force=True)
    Doc.set_extension("as_of", default=DEFAULT_AS_OF, force=True)
    for group, attribute in GROUPS.items():
        Doc.set_extension(group, default=(), force=True)
        Span.set_extension(attribute, getter=_getter(group), force=True)


register_extensions()
