"""Find every «خوشه» of a text and what it names: one cluster, a list of them, or none."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.clusters.lists import read_list, read_list_before, read_singles, separated
from extractor.clusters.names import Name, NameReader
from extractor.clusters.phrasings import (
    announces_items,
    label_end,
    opens_line,
    read_indefinite,
    read_item,
    read_owner,
)
from extractor.clusters.vocabulary import Vocabulary, bare_name
from extractor.mentions import Mention, Number, NumberKind, Place
from extractor.reasons import note
from extractor.verbs import verb_forms
from extractor.words import split_words
from schemas.vocabularies import Comparator

_STEM, _OBJECT = "خوشه", "را"
_SINGULAR = frozenset(("خوشه", "خوشهی"))
_INDEFINITE = "خوشهای"
_PLURAL = frozenset(("خوشهها", "خوشههای", "خوشههایی"))
_REACH = 14  # words from «خوشه‌ها» to «از جمله»
_HAVING = frozenset(("داشتن", "بودن"))
_MOST = 99  # a list with more members is none


@dataclass(frozen=True, slots=True)
class Naming(Mention):
    """One naming of a cluster, with what its neighbourhood says of where it is."""

    name: str
    known: bool
    province: str | None
    place: int | None
    listing: int  # namings of one list are different clusters


def _has(key: str) -> bool:
    """Whether a word is a form of to have or to be: «استان سه خوشه دارد: …»."""
    verb = verb_forms().get(key)
    return verb is not None and verb.lemma in _HAVING


@dataclass(slots=True, eq=False)
class Listing:
    """A stated number of clusters and those named beside it."""

    number: Number | None
    members: list[Mention] = field(default_factory=list)
    open: bool = False
    next: int = -1  # word of the sentence at which another «خوشه» would go on with it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What other components found in the text."""

    sentences: Sequence[Mention]
    numbers: Sequence[Number]
    places: Sequence[Place]


def find_namings(
    vocabulary: Vocabulary, text: str, around: Surroundings
) -> tuple[list[Naming], list[Listing]]:
    """All namings of clusters, and the lists they stand in, both in text order."""
    namings: list[Naming] = []
    listings: list[Listing] = []
    if _STEM not in text and "خوشۀ" not in text:
        return namings, listings
    places = {place.start: (index, place) for index, place in enumerate(around.places)}
    ends = [number.end for number in around.numbers]
    evidence = vocabulary.has_evidence(text)
    items = False  # a heading announced a row of them
    for sentence in around.sentences:
        named = text.find("خوش", sentence.start, sentence.end) >= 0
        if named or items:
            scan = _Scan(text, sentence, vocabulary, places, around.numbers, ends, evidence)
        if items and not named:
            name = read_item(scan.reader)
            items = name is not None
            namings += [_naming(text, scan.reader, n, -sentence.start) for n in (name,) if n]
        elif named:
            items = scan.announces()
            for listing, found in scan.lists():
                if not listings or listings[-1] is not listing:
                    listings.append(listing)
                namings += [_naming(text, scan.reader, n, len(listings) - 1) for n in found]
    return namings, listings


def _naming(text: str, reader: NameReader, name: Name, listing: int) -> Naming:
    start, end = reader.words[name.first].start, reader.words[name.last].end
    words = " ".join(text[start:end].split())
    note("namings", start, "place", "clusters.place", (start, reader.words[name.next - 1].end))
    rule = "clusters.name.product" if name.known else "clusters.name.called_so"
    note("namings", start, "name", rule, (start, end))
    linked = name.linked and not reader.vocabulary.owns_its_ending(reader.words[name.last].key)
    label = bare_name(words) if linked else words
    return Naming(start, end, label, name.known, name.province, name.place, listing)


class _Scan:
    """One sentence; works forward, so that no word is in two namings."""

    def __init__(
        self,
        text: str,
        sentence: Mention,
        vocabulary: Vocabulary,
        places: Mapping[int, tuple[int, Place]],
        numbers: Sequence[Number],
        number_ends: Sequence[int],
        evidence: bool,
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._numbers = numbers
        self._number_ends = number_ends
        self._evidence = evidence
        self._words = split_words(text, sentence.start, sentence.end)
        self.reader = NameReader(vocabulary, self._words, places)

    def announces(self) -> bool:
        """Whether the sentence is a heading of clusters with a line of its own."""
        head = next((i for i, word in enumerate(self._words) if word.stem == _STEM), None)
        return head is not None and announces_items(self.reader, head)

    def lists(self) -> Iterator[tuple[Listing, list[Name]]]:
        """The names behind each «خوشه», with the list they belong to."""
        at, current = 0, Listing(None)
        while at < len(self._words):
            key = self._words[at].key
            if key == _INDEFINITE:
                yield from self._indefinite(at)
            if key not in _SINGULAR and key not in _PLURAL:
                at += 1
                continue
            if current.next != at:
                current = Listing(self._number_before(at))
            names, at = self._read(at, current)
            if names:
                current.next = separated(self.reader, names[-1].next) or -1
                spans = ((self._words[n.first].start, self._words[n.last].end) for n in names)
                current.members += [Mention(start, end) for start, end in spans]
                yield current, names

    def _indefinite(self, head: int) -> Iterator[tuple[Listing, list[Name]]]:
        """«خوشه‌ای برای گلاب», but not «توسعه خوشه‌ای برای صادرات»: there it is an adjective."""
        before = self.reader.key(head - 1) if head else ""
        apart = not before[:1].isalpha() or self.reader.is_a(head - 1, "stop")
        name = self._brought(head + 1, apart=False) if apart else None
        if name and (names := self._accepted([name])):
            yield Listing(None), names

    def _brought(self, at: int, *, apart: bool) -> Name | None:
        return read_indefinite(self.reader, at, apart=apart, strange=self._evidence)

    def _number_before(self, at: int) -> Number | None:
        """The count right before «خوشه»: «پنج خوشه», «سه مورد خوشه»."""
        at -= self.reader.is_a(at - 1, "counter") if at else 0
        index = bisect_right(self._number_ends, self._words[at].start) - 1
        if index < 0:
            return None
        number = self._numbers[index]
        between = self._text[number.end : self._words[at].start]
        counts = number.kind is NumberKind.CARDINAL and number.comparator is Comparator.EXACT
        whole = number.value == int(number.value) and 2 <= number.value <= _MOST
        return number if counts and whole and not between.strip("\u200c \n") else None

    def _read(self, head: int, listing: Listing) -> tuple[list[Name], int]:
        """Names behind the «خوشه» at this word, and the word behind them."""
        reader, at = self.reader, head + 1
        if reader.key(at) == "ی":  # «خوشه ی» with the ending apart
            at += 1
        if reader.is_a(at, "never") or (head and reader.is_a(head - 1, "each")):
            return [], at
        while size := reader.is_a(at, "generic"):
            at += size
        many = bool(listing.number) or self._words[head].key in _PLURAL
        begin = at
        while True:
            names = self._names(begin, many, listing, strange=begin == at)
            size = 0 if names else reader.qualifies(begin)
            if not size:
                break
            begin += size
        if not names and many:
            names = self._announced(begin, listing) or self._before(head, listing)
        if not names:
            names = self._elsewhere(head, at, begin)
        return self._accepted(names), max(at, names[-1].next if names else 0)

    def _elsewhere(self, head: int, at: int, begin: int) -> list[Name]:
        """Names that a heading, an owner or «برای» brings."""
        reader = self.reader
        if opens_line(reader, head) and (behind := label_end(reader, begin)):
            found = read_list(reader, behind, None, strange=False)
            stated = begin > at and (begin == behind - 1 or reader.is_a(begin, "area"))
            names = list(found.names) if found else []
            return names if stated or len(names) > 1 else []
        if self._words[head].key in _PLURAL:
            return []
        name = self._brought(at, apart=True) or read_owner(reader, head, begin)
        return [name] if name else []

    def _names(self, at: int, many: bool, listing: Listing, *, strange: bool) -> list[Name]:
        strange = strange and self._evidence
        if not many:
            return read_singles(self.reader, at, strange=strange)
        number = listing.number
        count = int(number.value) - len(listing.members) if number else None
        found = read_list(self.reader, at, count, strange=strange)
        return list(found.names) if found else []

    def _announced(self, at: int, listing: Listing) -> list[Name]:
        """«خوشه‌های استان شامل …»: the list behind a word that announces it."""
        reader = self.reader
        for here in range(at, min(at + _REACH, len(self._words))):
            if self._words[here].stem == _STEM:
                break
            size = reader.is_a(here, "closed") or reader.is_a(here, "open")
            if not size and here == at and reader.key(here) == _OBJECT:
                size = 1  # «خوشه‌های خاتمه‌یافته را گز، چرم و حوله عنوان کرد»
            if not size and reader.key(here) == ":" and listing.number:
                size = 1 if not self._vocabulary.is_verb(self._words[here - 1]) else 0
                size = size or int(_has(reader.key(here - 1)))
            if not size and here == at and reader.key(here) == "(" and listing.number:
                size = 1  # «سه خوشه (گز، چرم و حوله)»
            if size:
                behind = here + size + (reader.key(here + size) == ":")
                listing.open = bool(reader.is_a(here, "open"))
                names = self._names(behind, True, listing, strange=False)
                if not names:
                    listing.next = behind  # «از جمله خوشه …»
                return names
        return []

    def _before(self, head: int, listing: Listing) -> list[Name]:
        """«زعفران و پوشاک از خوشه‌های استان هستند», «زعفران و پوشاک دو خوشه استان‌اند»."""
        for at in range(head - 1, max(-1, head - 4), -1):
            counted = listing.number and self._words[at].start <= listing.number.start
            if counted or self.reader.key(at) == "از":
                found = read_list_before(self.reader, at)
                return list(found.names) if found else []
        return []

    def _accepted(self, names: list[Name]) -> list[Name]:
        """The names without bunches of grapes and the like."""
        if self._evidence:
            return names
        bunch = any(self.reader.is_a(n.first, "other") and n.last == n.first for n in names)
        first = bool(names) and bool(self.reader.is_a(names[0].first, "other"))
        products = [n for n in names if n.known and not self.reader.is_a(n.first, "other")]
        if len(names) > 2 and len(products) > 1:
            bunch = first = False  # «سه خوشه انگور، پتو و مبلمان»
        return [] if bunch or first else [n for n in names if n.known]
