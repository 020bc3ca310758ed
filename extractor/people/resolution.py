"""Walk over names, titles and pronouns in text order and tell whose they are."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from extractor.people.names import Name, Names
from extractor.people.persons import Person, same_name
from extractor.people.sentences import Sentence, Sentences
from extractor.people.speech import Speech, find_speeches
from extractor.people.titles import Title, TitleFinder, owner, title_words
from extractor.people.tokens import Tokens
from extractor.people.vocabulary import Vocabulary
from schemas.vocabularies import RoleCode


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
_TO, _BREAKS = "به", frozenset("،؛:")
_QUOTED = "نقل"
_SETTING = frozenset(("در", "طی", "پس", "پیش", "ضمن", "همزمان"))
_LONGEST_SETTING = 7


class Resolver:
    """The persons of one text."""

    def __init__(
        self,
        tokens: Tokens,
        words: Vocabulary,
        sentences: Sentences,
        places: dict[int, int],
        countries: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens, self.words, self.sentences = tokens, words, sentences
        self.keys = tokens.keys
        self.names = Names(tokens, words, places, countries)
        self.titles = TitleFinder(tokens, words, self.names).find()
        self.owners = self._owners()
        self.owned = set(self.owners.values())
        self.speeches = find_speeches(self.keys, words)
        self._speech_firsts = [speech.first for speech in self.speeches]
        self.items = self._items()
        self.persons: list[Person] = []
        self.current: Person | None = None

    def _owners(self) -> dict[int, Name]:
        by_first = {title.first: title for title in self.titles}
        found = {}
        for title in self.titles:
            name = owner(self.names, title, by_first)
            if name:
                found[title.first] = name
        return found

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
        return item.first == sentence.first and self._speaks(item, sentence)

    def _openings(self, taken: set[int]) -> list[Item]:
        """Names unknown to the lexicon that open a sentence and speak in it."""
        found = []
        families = self._family_names()
        for sentence in self.sentences.found:
            first = self._subject_at(sentence)
            if first in taken or not self._speaks(Item(Kind.NAME, first, first + 1), sentence):
                continue
            name = self.names.opening(first)
            if name and "".join(self.keys[name.first : name.end]) not in families:
                found.append(Item(Kind.NAME, name.first, name.end, name=name))
        return found

    def _subject_at(self, sentence: Sentence) -> int:
        """Where the subject can stand: first, or after «به گزارش …،»."""
        i = sentence.first
        if self.keys[i] == _TO:
            for k in range(i, min(i + _LONGEST_SETTING, sentence.end - 1)):
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
        for i, key in enumerate(keys):
            if key not in firsts or i in taken:
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
        for i, key in enumerate(self.keys):
            if key in pronouns and i not in taken:
                found.append(Item(Kind.PRONOUN, i, i + 1))
            elif (
                key == _THIS
                and i + 1 not in taken
                and holders.intersection(self.keys[i + 1 : i + 2])
            ):
                found.append(Item(Kind.HOLDER, i, i + 2))
        return found

    def _place(self, item: Item) -> None:
        """Note whether an item stands where a subject stands."""
        i = item.first - 1
        if item.title and item.title.demonstrative:
            i -= 1
        while i >= 0 and (self.keys[i] in self.words["honorific"] or self.keys[i] in "«\"'"):
            i -= 1
        first = self.sentences.of(item.first).first
        item.told = self._told(i)
        if i < first or item.told:
            item.strict = item.loose = True
            return
        before = self.keys[i]
        governed = before in self.words["governor_word"] or before in self.words["attributive"]
        opens = not before.isalpha() or self.names.stops(before)
        item.strict = not governed and (opens or self._after_setting(first, i))
        item.loose = item.strict or (item.kind is Kind.NAME and not governed)

    def _told(self, i: int) -> bool:
        """Whether «به گفته» or «به نقل از» ends at token ``i``."""
        before = self.keys[max(0, i - 1) : i + 1]
        if len(before) < 2:
            return False
        opened = before[0] in self.words["told_opener"] and before[1] in self.words["told_by"]
        return opened or before == [_QUOTED, "از"]

    def _after_setting(self, first: int, last: int) -> bool:
        """Whether only «در این بازدید» stands before, which a subject may follow."""
        return last - first < _LONGEST_SETTING and self.keys[first] in _SETTING

    def run(self) -> None:
        """Resolve all items, sentence by sentence."""
        by_sentence: dict[int, list[Item]] = {}
        for item in self.items:
            by_sentence.setdefault(self.sentences.of(item.first).index, []).append(item)
        for index, items in sorted(by_sentence.items()):
            self._sentence(self.sentences.found[index], items)
        for item in self.items:  # a headline has the family name before the text has the full one
            if item.kind is Kind.FAMILY and not item.person:
                item.person = self._by_family(item)

    def _sentence(self, sentence: Sentence, items: list[Item]) -> None:
        subject = self._subject(items)
        speaks = subject is not None and self._speaks(subject, sentence)
        for item in items:
            item.person = self._resolve(item, item is subject and speaks, item is subject)
            if item.person:
                item.person.last = item.first
        if subject and subject.person and not sentence.headline:
            self.current = subject.person
        if subject and subject.person and speaks:
            subject.person.spoke = True

    def _speaks(self, subject: Item, sentence: Sentence) -> bool:
        """Whether a verb of saying follows, or «فرماندار: …» is a headline."""
        colon = subject.end < len(self.keys) and self.keys[subject.end] == ":"
        if subject.told or (colon and subject.strict):
            return True
        at = bisect_left(self._speech_firsts, subject.end)
        return at < len(self._speech_firsts) and self._speech_firsts[at] < sentence.end

    def _subject(self, items: list[Item]) -> Item | None:
        told = [item for item in items if item.told]
        strict = [item for item in items if item.strict]
        loose = [item for item in items if item.loose]
        return next(iter(told or strict or loose), None)

    def _resolve(self, item: Item, speaks: bool, subject: bool) -> Person | None:
        if item.kind is Kind.NAME and item.name:
            return self._by_name(item.name, speaks)
        if item.kind is Kind.TITLE and item.title:
            return self._by_title(item.title, subject)
        if item.kind is Kind.FAMILY:
            return self._by_family(item)
        return self.current

    def _by_name(self, name: Name, speaks: bool) -> Person | None:
        given = tuple(self.keys[name.first : name.family])
        family = tuple(self.keys[name.family : name.end])
        known = [p for p in self.persons if p.named and same_name(p, given, family)]
        person = known[-1] if known else self._holder_of(name)
        # «معاون شرکت … گفت. سمیه کاویانی افزود»: the name of who spoke under the title.
        current = self.current
        free = speaks and name not in self.owned and current is not None and current.bindable
        if free and current and not person:
            person = current
        elif free and current and person and not person.titles:
            self._merge(current, person)
        if not person and name.weak and name not in self.owned:
            return None
        if not person:
            person = self._new()
        person.add_name(name, self.keys, self._female(name))
        return person

    def _merge(self, holder: Person, person: Person) -> None:
        """Let a person whom a headline named take over the office that spoke since."""
        person.titles, person.title_words = holder.titles, holder.title_words
        self.persons.remove(holder)
        for item in self.items:
            if item.person is holder:
                item.person = person

    def _holder_of(self, name: Name) -> Person | None:
        """Somebody never named so far who holds the office beside the name."""
        for title in self.titles:
            if self.owners.get(title.first) is name:
                words = title_words(self.tokens, title)
                for person in reversed(self.persons):
                    if not person.named and person.holds(title, words):
                        return person
                return None
        return None

    def _female(self, name: Name) -> bool | None:
        before = self.keys[name.first - 1] if name.first else ""
        if before in self.words["female"] or before in self.words["male"]:
            return before in self.words["female"]
        given = self.keys[name.first : name.family]
        return any(key in self.words.female for key in given) if given else None

    def _new(self) -> Person:
        person = Person()
        self.persons.append(person)
        return person

    def _by_title(self, title: Title, subject: bool) -> Person | None:
        words = title_words(self.tokens, title)
        name = self.owners.get(title.first)
        person: Person | None
        if name:
            person = self._named(name)
        elif title.demonstrative:
            return self.current
        else:
            person = self._untitled(title, words, subject)
        if person:
            person.add_title(title, words)
        return person

    def _named(self, name: Name) -> Person | None:
        for person in self.persons:
            if name in person.names:
                return person
        return self._by_name(name, False)

    def _untitled(self, title: Title, words: frozenset[str], subject: bool) -> Person | None:
        """Whose office this is, if no name stands beside it."""
        joined = self._joined(title)
        if joined:
            return joined
        if self._predicate(title):
            return self.current
        for person in sorted(self.persons, key=lambda p: (p is not self.current, -p.last)):
            if person.holds(title, words):
                return person
        current = self.current
        if subject and current and current.named and self._same_holder(current, title):
            return current
        person = self._new()
        person.weak = title.role.row.weak and not title.has_body
        return person

    def _same_holder(self, person: Person, title: Title) -> bool:
        """Whether a new office is one more of the person who was spoken of last."""
        sentence = self.sentences.of(title.first)
        if self._marked(title) or title.first > sentence.first + 1:
            return False
        if not person.titles:
            bare = title.end == title.head  # «رئیس‌جمهور در این سفر»
            return bare or (person.spoke and self._speech_after(title) is not None)
        if self._goes_on(title):
            return True
        # The heads of national organizations are vice-presidents.
        return title.role.row.national and person.titles[0].code is RoleCode.HEAD

    def _joined(self, title: Title) -> Person | None:
        """«معاون سازمان و مدیرعامل گروه»: a second office of the person before it."""
        if title.first < 2 or self.keys[title.first - 1] != "و":
            return None
        for person in self.persons:
            if person.named and any(t.end == title.first - 1 for t in person.titles):
                return person
        return None

    def _predicate(self, title: Title) -> bool:
        """«وی که مدیرعامل این شرکت است»."""
        before = self.keys[max(0, title.first - 3) : title.first]
        return any(key in self.words["pronoun"] for key in before)

    def _marked(self, title: Title) -> bool:
        """«نیز», «هم» after a title, or «در ادامه» before it: somebody else."""
        after = self.keys[title.end : title.end + 1]
        return any(key in self.words["other_marker"] for key in after)

    def _goes_on(self, title: Title) -> bool:
        """Whether the verb is said of somebody who spoke already: «افزود», «ادامه داد»."""
        speech = self._speech_after(title)
        return speech is not None and speech.verb.continues

    def _speech_after(self, title: Title) -> Speech | None:
        """The first verb of saying after the title in its sentence."""
        at = bisect_left(self._speech_firsts, title.end)
        end = self.sentences.of(title.first).end
        return (
            self.speeches[at] if at < len(self.speeches) and self._speech_firsts[at] < end else None
        )

    def _by_family(self, item: Item) -> Person | None:
        family = "".join(self.keys[item.first : item.end])
        known = [p for p in self.persons if "".join(p.family) == family]
        before = self.keys[item.first - 1] if item.first else ""
        if before in self.words["female"] or before in self.words["male"]:
            female = before in self.words["female"]
            known = [p for p in known if p.female in (female, None)] or known
        if not known:
            return None
        person = self.current if self.current in known else max(known, key=lambda p: p.last)
        if person:
            person.families.append((item.first, item.end))
        return person
