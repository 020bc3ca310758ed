"""Everything in a text that may refer to a person, with the place it has in its sentence."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from extractor.people.names import Name, Names
from extractor.people.openings import opening, told
from extractor.people.owners import owner
from extractor.people.persons import Person
from extractor.people.sentences import Sentence, Sentences
from extractor.people.speech import Reading, Speech, colons, told_before
from extractor.people.titles import Title, TitleFinder
from extractor.people.vocabulary import Vocabulary
from extractor.text.remembered import positions


class Kind(StrEnum):
    """What a reference consists of."""

    NAME = "name"
    FAMILY = "family"
    TITLE = "title"
    PRONOUN = "pronoun"
    HOLDER = "holder"  # «این مقام مسئول»


@dataclass(slots=True)
class Item:
    """Tokens ``first:end`` that refer to a person; ``title`` or ``name`` tell more."""

    kind: Kind
    first: int
    end: int
    name: Name | None = None
    title: Title | None = None
    person: Person | None = None
    strict: bool = False  # stands where a subject stands
    loose: bool = False  # may be one
    told: bool = False  # «به گفته او»


_LONGEST_FAMILY = 3  # words of a family name
_THIS = "این"
_AND, _OBJECT, _WITH = "و", "را", "با"
_LOOSE = frozenset((Kind.NAME, Kind.PRONOUN))
_TO, _BREAKS = "به", frozenset("،؛:")
_SETTING = frozenset(("در", "طی", "پس", "پیش", "ضمن", "همزمان"))
_LONGEST_SETTING = 7
_LONGEST_SOURCE = 14  # «به گزارش … به نقل از …،»


class ItemFinder:
    """The names, titles and pronouns of one text."""

    def __init__(
        self, reading: Reading, words: Vocabulary, sentences: Sentences, names: Names
    ) -> None:
        tokens = reading.tokens
        self.words, self.sentences, self.names = words, sentences, names
        self.keys = tokens.keys
        self.titles = TitleFinder(tokens, words, names).find()
        self.owners = self._owners()
        self.owned = {name: title for title, name in self._owned()}
        self.speeches = reading.speeches
        self._speech_firsts = [speech.first for speech in self.speeches]
        self._colons = colons(self.keys)
        self._quotes = [i for i in self._colons if self.keys[i + 1] == "«"]
        self.items = self._items()

    def _owners(self) -> dict[int, Name]:
        by_first = {title.first: title for title in self.titles}
        found = {}
        for title in self.titles:
            name = owner(self.names, title, by_first)
            if name:
                found[title.first] = name
        for title, following in reversed(list(pairwise(self.titles))):
            # «عضو ناظر خوشه و استاد دانشگاه، سوران قبادی»: both are his.
            name = found.get(following.first)
            shared = name and title.first not in found and name.first >= following.end
            if name and shared and self._joins(title, following):
                found[title.first] = name
        return found

    def _joins(self, title: Title, following: Title) -> bool:
        """Whether «و» makes two offices one person's; governors come each by himself."""
        joined = title.end == following.first - 1 and self.keys[title.end] == _AND
        return joined and not (title.role.row.narrow or following.role.row.narrow)

    def _owned(self) -> list[tuple[Title, Name]]:
        by_first = [(title, self.owners.get(title.first)) for title in reversed(self.titles)]
        return [(title, name) for title, name in by_first if name]

    def _items(self) -> list[Item]:
        found = [Item(Kind.NAME, n.first, n.end, name=n) for n in self.names.found.values()]
        found = [item for item in found if self._believed(item)]
        found += self._openings({item.first for item in found})
        found += [Item(Kind.TITLE, t.first, t.end, title=t) for t in self.titles]
        taken = {i for item in found for i in range(item.first, item.end)}
        found += self._families(taken)
        found += self._pronouns(taken)
        found.sort(key=lambda item: item.first)
        for item in found:
            self._place(item)
        return found

    def _believed(self, item: Item) -> bool:
        """Whether a name of doubtful words is one: beside an office or opening a speech."""
        if not item.name or not item.name.weak or item.name in self.owned:
            return True
        sentence = self.sentences.of(item.first)
        honoured = self.keys[item.first - 1] in self.words["honorific"]
        if not honoured and not self._opens(item, sentence):
            return False
        return self.speaks(item, sentence) or _within(self._quotes, item.end, sentence.end)

    def _openings(self, taken: set[int]) -> list[Item]:
        """Names unknown to the lexicon that open a sentence and speak in it, or are quoted."""
        found = []
        families = self._family_names()
        for sentence in self.sentences.found:
            first = self._subject_at(sentence)
            if first in taken or not self.speaks(Item(Kind.NAME, first, first + 1), sentence):
                continue
            name = opening(self.names, first, self._next_speech(first))
            if name and self._family(name) not in families:
                found.append(Item(Kind.NAME, name.first, name.end, name=name))
        for i in positions(self.keys, self.words["told_by"]):
            name = told(self.names, i + 1) if told_before(self.keys, i, self.words) else None
            if name and name.first not in taken and self.keys[name.first] not in families:
                found.append(Item(Kind.NAME, name.first, name.end, name=name))
        return found

    def _family(self, name: Name) -> str:
        return "".join(self.keys[name.first : name.end])

    def _next_speech(self, first: int) -> int:
        at = bisect_left(self._speech_firsts, first)
        return self._speech_firsts[at] if at < len(self._speech_firsts) else first

    def _subject_at(self, sentence: Sentence) -> int:
        """Where the subject can stand: first, or after «به گزارش …،»."""
        i = sentence.first
        if self.keys[i] == _TO:
            for k in range(i, min(i + _LONGEST_SOURCE, sentence.end - 1)):
                if self.keys[k] in _BREAKS:
                    i = k + 1
                    break
        return min(self.names.skip_on(i), len(self.keys) - 1)

    def _families(self, taken: set[int]) -> list[Item]:
        """Family names alone, of persons whose full name the text gives."""
        keys = self.keys
        families = self._family_names()
        firsts = self._first_words(families)
        found = []
        for i in positions(keys, firsts):
            if i in taken:
                continue
            for end in range(min(i + _LONGEST_FAMILY, len(keys)), i, -1):
                if "".join(keys[i:end]) in families and self._alone(i, end):
                    found.append(Item(Kind.FAMILY, i, end))
                    taken.update(range(i, end))
                    break
        return found

    def _family_names(self) -> set[str]:
        return {"".join(self.keys[n.family : n.end]) for n in self.names.found.values()}

    def _first_words(self, families: set[str]) -> set[str]:
        """What a family name can begin with: «طالب‌زاده» may be written in two words."""
        whole = {self.keys[n.family] for n in self.names.found.values()}
        parts = self.words.family_parts
        return whole | families | {f.removesuffix(p) for f in families for p in parts if f != p}

    def _alone(self, first: int, end: int) -> bool:
        """Whether a word is a family name here, and not the noun or the place it also is."""
        before = self.keys[first - 1] if first else "\n"
        if before in self.words.given or before in self.words["host"] or first in self.names.places:
            return False
        if before in self.words["honorific"] or before in self.words["told_by"]:
            return True
        key = self.keys[first]
        if end - first > 1 or (self.names.family_like(key) and key in self.words.family):
            return True
        following = self.keys[end] if end < len(self.keys) else "\n"
        opens = not before.isalpha() or self.names.stops(before)
        known = self.names.stops(following) or following in self.words.verbs
        return opens and (known or not following.isalpha() or key not in self.words.common)

    def _pronouns(self, taken: set[int]) -> list[Item]:
        pronouns, holders = self.words["pronoun"], self.words["holder"]
        found = []
        for i in positions(self.keys, {*pronouns, _THIS}):
            key = self.keys[i]
            if key in pronouns and i not in taken:
                found.append(Item(Kind.PRONOUN, i, i + 1))
            elif (
                key == _THIS
                and i + 1 not in taken
                and holders.intersection(self.keys[i + 1 : i + 2])
            ):
                end = i + 3 if holders.intersection(self.keys[i + 2 : i + 3]) else i + 2
                found.append(Item(Kind.HOLDER, i, end))
        return found

    def _place(self, item: Item) -> None:
        """Note whether an item stands where a subject stands."""
        i = item.first - 1
        if item.title and item.title.demonstrative:
            i -= 1
        while i >= 0 and (self.keys[i] in self.words["honorific"] or self.keys[i] in "«\"'"):
            i -= 1
        first = self.sentences.of(item.first).first
        item.told = told_before(self.keys, i, self.words)
        if i < first or item.told or self._signed(first, i):
            item.strict = item.loose = True
            return
        before = self.keys[i]
        if before in self.words["interviewed"]:
            item.strict = item.loose = True
            return
        governed = before in self.words["governor_word"] or before in self.words["attributive"]
        governed = governed and not self._fronted(first, i)
        opens = not before.isalpha() or self.names.stops(before)
        item.strict = not governed and (opens or self._after_setting(first, i))
        if item.kind is Kind.PRONOUN:  # «نظر او را پرسیدیم که وی گفت»
            governed = before in self.words["governor_word"]
        item.loose = item.strict or (item.kind in _LOOSE and not governed)
        if before == _WITH and not item.loose:
            item.loose = self._talk(item)

    def _signed(self, first: int, last: int) -> bool:
        """«ایسنا/خراسان شمالی مدیرعامل …»: an agency and its office, with no sign behind them."""
        place = first + 2
        return self.keys[first + 1 : place] == ["/"] and self.names.places.get(place) == last + 1

    def _talk(self, item: Item) -> bool:
        """Whether «با … گپ زدیم» opens an interview with somebody."""
        sentence = self.sentences.of(item.first)
        keys = self.keys[item.end : sentence.end]
        met = any(key in self.words["meeting_verb"] for key in keys)
        return met and any(
            key in self.words["talk"] for key in self.keys[sentence.first : sentence.end]
        )

    def _fronted(self, first: int, i: int) -> bool:
        """«این خبر را فرماندار داد»: the object stands first and its subject after it."""
        return self.keys[i] == _OBJECT and _THIS in self.keys[max(first, i - 3) : i]

    def _after_setting(self, first: int, last: int) -> bool:
        """Whether only «در این بازدید» stands before, which a subject may follow."""
        return last - first < _LONGEST_SETTING and self.keys[first] in _SETTING

    def speaks(self, subject: Item, sentence: Sentence) -> bool:
        """Whether a verb of saying follows, or «فرماندار: …» is a headline."""
        colon = subject.end < len(self.keys) and self.keys[subject.end] == ":"
        if subject.told or (colon and subject.strict):
            return True
        if _within(self._speech_firsts, subject.end, sentence.end):
            return True
        # «عامل خوشه دفترش را ورق می‌زند: دوازده دوره …»
        opens = subject.strict and self._opens(subject, sentence)
        return opens and _within(self._colons, subject.end, sentence.end)

    def quoted_from(self, sentence: Sentence) -> int:
        """Where the words begin that a verb of saying introduces with a colon."""
        at = bisect_left(self._colons, sentence.first)
        if at < len(self._colons) and self._colons[at] < sentence.end:
            colon = self._colons[at]
            if _within(self._speech_firsts, sentence.first, colon):
                return colon
        return sentence.end

    def takes_over(self, subject: Item, sentence: Sentence) -> bool:
        """«زهرا رادی خواهان … شد»: a name opens the sentence behind the words of an office."""
        apart = subject.end < len(self.keys) and not self.keys[subject.end].isalpha()
        return subject.kind is Kind.NAME and not apart and self._opens(subject, sentence)

    def _opens(self, subject: Item, sentence: Sentence) -> bool:
        """Whether nothing but honorifics and signs stands before the subject."""
        return self.names.skip_on(sentence.first) >= subject.first

    def speech_after(self, title: Title) -> Speech | None:
        """The first verb of saying after the title in its sentence."""
        at = bisect_left(self._speech_firsts, title.end)
        end = self.sentences.of(title.first).end
        inside = at < len(self.speeches) and self._speech_firsts[at] < end
        return self.speeches[at] if inside else None


def _within(places: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted places lies in ``start:end``."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
