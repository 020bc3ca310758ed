"""Walk over names, titles and pronouns in text order and tell whose they are."""

from extractor.people.items import Item, ItemFinder, Kind
from extractor.people.names import Name, Names
from extractor.people.owners import title_words
from extractor.people.persons import Person, same_name
from extractor.people.sentences import Sentence, Sentences
from extractor.people.speech import Reading
from extractor.people.titles import Title
from extractor.people.vocabulary import Vocabulary
from schemas.vocabularies import RoleCode

_GOVERNORS = frozenset(("از", "با", "به", "برای", "بر"))
_PARLIAMENT = frozenset(("مجلس", "اسلامی"))
_THAT = "که"
_MEMORY = 40  # persons back to whom a title is looked up: a bound on the walk


class Resolver:
    """The persons of one text."""

    def __init__(
        self,
        reading: Reading,
        words: Vocabulary,
        sentences: Sentences,
        places: dict[int, int],
        countries: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens, self.words, self.sentences = reading.tokens, words, sentences
        self.keys = self.tokens.keys
        names = Names(self.tokens, words, places, countries)
        self.found = ItemFinder(reading, words, sentences, names)
        self.items = self.found.items
        self.persons: list[Person] = []
        self.current: Person | None = None
        self._by_family_name: dict[str, list[Person]] = {}
        self._by_naming: dict[Name, Person] = {}

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
            if item.person and item.person.merged:
                item.person = item.person.merged
        self.persons = [p for p in self.persons if not p.merged]

    def _sentence(self, sentence: Sentence, items: list[Item]) -> None:
        subject = self._subject(items, self.found.quoted_from(sentence))
        speaks = subject is not None and self.found.speaks(subject, sentence)
        opens = subject is not None and self.found.takes_over(subject, sentence)
        opens = opens and self.current is not None and self.current.spoke
        relative: Person | None = None
        for item in items:
            takes = item is subject and (speaks or opens)
            item.person = self._resolve(item, takes, item is subject)
            related = self.keys[item.first - 1] == _THAT or not item.person
            if item.kind is Kind.PRONOUN and relative and related:
                item.person = relative  # «نظر فرماندار را پرسیدیم که وی گفت»
            if item.kind is Kind.PRONOUN and item.told and subject and subject.first < item.first:
                item.person = subject.person  # «رادی گفت … که به گفته او»
            relative = item.person if not item.strict else None
            if item.person:
                item.person.last = item.first
        if subject and subject.person and not sentence.headline:
            self.current = subject.person
        if subject and subject.person and speaks:
            subject.person.spoke = True
        elif subject and subject.person and subject.first == sentence.first and sentence.opens:
            subject.person.acted = True

    def _subject(self, items: list[Item], quoted: int) -> Item | None:
        # «… که وی گفت: کارشناس همیشه …»: subjects of what is quoted say nothing of who speaks.
        items = [item for item in items if item.loose and item.first < quoted] or items
        strict = [item for item in items if item.strict]
        opened = strict[0].first if strict else len(self.keys)
        told = [i for i in items if i.told and (i.kind is not Kind.PRONOUN or i.first <= opened)]
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
        namesakes = self._by_family_name.setdefault("".join(family), [])
        known = [p for p in namesakes if same_name(p, given, family)]
        owned = name in self.found.owned
        person = known[-1] if known else self._holder_of(name)
        if not person and speaks and not owned:
            person = self._headlined()
        # «معاون شرکت … گفت. سمیه کاویانی افزود»: the name of who spoke under the title.
        free = self.current if speaks and not owned else None
        if free and free.bindable:
            if not person:
                person = free
            elif not person.titles:
                self._merge(free, person)
        if not person:
            if name.weak and not owned:
                return None
            person = self._new()
        person.add_name(name, self.keys, self._female(name))
        self._by_naming[name] = person
        if person not in namesakes:
            namesakes.append(person)
        return person

    def _headlined(self) -> Person | None:
        """Whom the headline quotes by the office, if the first to speak is named alone."""
        if any(p.named and (p.spoke or p.titles) for p in self.persons) or self.current:
            return None
        quoted = [p for p in self.persons if p.bindable and p.spoke]
        return quoted[0] if len(quoted) == 1 else None

    def _merge(self, holder: Person, person: Person) -> None:
        """Let a person whom a headline named take over the office that spoke since."""
        person.titles, person.title_words = holder.titles, holder.title_words
        holder.merged = person

    def _recent(self) -> list[Person]:
        """The persons spoken of lately, the last one first."""
        return sorted(self.persons[-_MEMORY:], key=lambda p: (p is not self.current, -p.last))

    def _holder_of(self, name: Name) -> Person | None:
        """Somebody never named so far who holds the office beside the name."""
        title = self.found.owned.get(name)
        if not title:
            return None
        words = title_words(self.tokens, title)
        holders = (p for p in self._recent() if not p.named and p.holds(title, words))
        return next(holders, None)

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
        name = self.found.owners.get(title.first)
        person: Person | None
        if name:
            person = self._by_naming.get(name) or self._by_name(name, False)
        elif title.demonstrative:
            return self.current
        else:
            person = self._untitled(title, words, subject)
        if person:
            person.add_title(title, words)
        return person

    def _untitled(self, title: Title, words: frozenset[str], subject: bool) -> Person | None:
        """Whose office this is, if no name stands beside it."""
        joined = self._joined(title)
        if joined:
            return joined
        if title.held:
            return max(self._recent(), key=lambda p: p.last, default=None)
        if self._predicate(title):
            return self.current
        holder = next((p for p in self._recent() if p.holds(title, words)), None)
        if holder:
            return holder
        current = self.current
        if subject and current and current.named and self._same_holder(current, title):
            return current
        person = self._new()
        delegate = title.code is RoleCode.MP  # «نماینده تبریز», a common noun otherwise
        placed = any(i in self.found.names.places for i in range(title.head, title.end))
        stated = title.has_body or delegate or placed
        person.weak = title.role.row.weak and not stated
        return person

    def _same_holder(self, person: Person, title: Title) -> bool:
        """Whether a new office is one more of the person who was spoken of last."""
        sentence = self.sentences.of(title.first)
        if self._marked(title) or title.first > sentence.first + 1:
            return False
        if not person.titles:
            bare = title.end == title.head  # «رئیس‌جمهور در این سفر»
            return bare or (person.spoke and self.found.speech_after(title) is not None)
        if self._goes_on(title):
            return True
        if person.titles[0].code is RoleCode.MP and title.code is RoleCode.MEMBER:
            return self.keys[title.end - 1] in _PARLIAMENT  # «عضو کمیسیون اقتصادی مجلس»
        # The heads of national organizations are vice-presidents.
        return title.role.row.national and person.titles[0].code is RoleCode.HEAD

    def _joined(self, title: Title) -> Person | None:
        """«معاون سازمان و مدیرعامل گروه»: a second office of the person before it."""
        if title.first < 2 or self.keys[title.first - 1] != "و":
            return None
        joined = (
            p
            for p in self.persons[-_MEMORY:]
            if any(t.end == title.first - 1 and (p.named or _bare(t)) for t in p.titles[-3:])
        )
        return next(joined, None)

    def _predicate(self, title: Title) -> bool:
        """«وی که مدیرعامل این شرکت است»."""
        at = range(max(0, title.first - 3), title.first)
        found = [i for i in at if self.keys[i] in self.words["pronoun"]]
        # «پیش از او رئیس اتحادیه گفت» speaks of somebody else.
        return any(i == 0 or self.keys[i - 1] not in _GOVERNORS for i in found)

    def _marked(self, title: Title) -> bool:
        """«نیز», «هم» after a title, or «در ادامه» before it: somebody else."""
        after = self.keys[title.end : title.end + 1]
        return any(key in self.words["other_marker"] for key in after)

    def _goes_on(self, title: Title) -> bool:
        """Whether the verb is said of somebody who spoke already: «افزود», «ادامه داد»."""
        speech = self.found.speech_after(title)
        return speech is not None and speech.verb.continues

    def _by_family(self, item: Item) -> Person | None:
        family = "".join(self.keys[item.first : item.end])
        known = self._by_family_name.get(family, [])
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


def _bare(title: Title) -> bool:
    """«رئیس هیئت‌مدیره و مدیرعامل شرکت …»: the first office waits for the body of the second."""
    return title.end == title.head and not title.role.row.narrow
