"""From resolved persons to the officials of a record."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.mentions import Mention, Official, Place
from extractor.people.items import Item
from extractor.people.persons import Person
from extractor.people.resolution import Resolver
from extractor.people.titles import Title
from extractor.people.tokens import Tokens
from extractor.people.vocabulary import Vocabulary
from extractor.reasons import collecting, note
from extractor.text.characters import ZWNJ
from schemas.vocabularies import Basis, PlaceKind, RoleCode

_QUOTES = re.compile(r"[«»\"]|\((?:ره|س|ص|ع|عج)\)")  # also the blessing after a holy name
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r"\s+([،])")
_PLURAL_EZAFE = re.compile(rf"({ZWNJ}|\b)های$")
# Every province has its own estates company.
_CLUSTER = "خوشه"
_COMPANY, _ESTATES = "شرکت", frozenset(("شهرک", "شهرکهای"))
_LOCAL_BODIES = frozenset(
    ("انجمن", "اتحادیه", "کنسرسیوم", "تعاونی", "اتاق", "شرکت", "کارخانه", "واحد", "مجتمع", "گروه")
)
_PLACE_NOUNS = frozenset(("شهرستان", "شهر", "استان"))  # «انجمن … استان»: that of the news
_NATIONAL = frozenset(("ایران", "کشور", "کشوری", "ملی"))
_MANY = 3
_INDEFINITE = frozenset(("یک", "این", "آن", "هر", "دو", "سه", "چهار", "پنج", "چند", "هیچ"))


class OfficialMaker:
    """Turns the persons of one text into officials."""

    def __init__(self, resolver: Resolver, words: Vocabulary, places: Sequence[Place]) -> None:
        self.resolver, self.words, self.places = resolver, words, places
        self.tokens: Tokens = resolver.tokens
        self._context = _context_of(places)

    def make(self) -> tuple[list[Official], list[tuple[Item, int]]]:
        """Officials by first mention, and the items that refer to them with their index."""
        chosen = [p for p in self.resolver.persons if self._counts(p)]
        chosen.sort(key=Person.first)
        officials: list[Official] = []
        for person in chosen:
            officials.append(self._official(person, officials))
        index = {id(person): i for i, person in enumerate(chosen)}
        items = [i for i in self.resolver.items if i.person and id(i.person) in index]
        return officials, [(item, index[id(item.person)]) for item in items]

    def _counts(self, person: Person) -> bool:
        """Whether somebody holds an office or speaks; bystanders are left out."""
        if person.named:
            return bool(person.titles) or person.spoke
        body = [t for t in person.titles if not self.resolver.sentences.of(t.first).headline]
        title = person.titles[0]
        acted = person.acted and not title.role.row.weak and title.end > title.head
        return (person.spoke or acted) and bool(body) and self._definite(title)

    def _definite(self, title: Title) -> bool:
        before = self.tokens.keys[title.first - 1] if title.first else ""
        if before.isdecimal() or before in _INDEFINITE:
            return False
        if title.code is RoleCode.MP:
            return title.end > title.head
        return not title.role.row.weak or title.has_body or bool(self._places_of(title))

    def _official(self, person: Person, before: list[Official]) -> Official:
        title = person.titles[0] if person.titles else None
        province, basis = self._province(person, before)
        name = self._name(person)
        mentions = self._mentions(person)
        self._note_role(person, mentions[0])
        return Official(
            name=name,
            role=self.role(title) if title else None,
            role_code=title.code if title else RoleCode.OTHER,
            organization=self._organization(person),
            mentions=mentions,
            province=province,
            province_basis=basis,
        )

    def _note_role(self, person: Person, at: Mention) -> None:
        if not person.titles:
            note("officials", at, "role_code", "officials.role.none", at)
            return
        title, row = person.titles[0], person.titles[0].role.row
        words = self._words(title.first, title.end)
        note("officials", at, "role", "officials.role.stated", words, row=row.id)
        rule = "stated" if title.code is row.code else "of_superior"
        note("officials", at, "role_code", f"officials.role.{rule}", words, row=row.id)

    def _words(self, first: int, end: int) -> tuple[int, int]:
        return self.tokens.starts[first], self.tokens.ends[end - 1]

    def _note(self, person: Person, field: str, rule: str, *words: Place | tuple[int, int]) -> None:
        start = self.tokens.starts[person.first()]
        note("officials", start, field, f"officials.{field}.{rule}", *words)

    def _name(self, person: Person) -> str | None:
        if not person.named:
            return None
        full = [n for n in person.names if n.family > n.first] or person.names
        name = full[0]
        self._note(person, "name", "full", self._words(name.first, name.end))
        keys = self.tokens.keys
        text = self.tokens.quote(name.first, name.first + 1)
        for i in range(name.first + 1, name.end):
            joined = i > name.family and keys[i] in self.words.family_parts
            text += (ZWNJ if joined else " ") + self.tokens.quote(i, i + 1)
        return text

    def role(self, title: Title) -> str:
        """The office without organization and place: «معاون صنایع کوچک»."""
        if not title.role.row.qualified:
            return title.role.shown
        end = title.superior or title.body
        if title.role.row.body == "none" and not title.superior:
            bounds = self.words["territory"] | self.words["organization"]
            own = range(title.head, title.end)
            end = next((i for i in own if self.tokens.keys[i] in bounds), title.end)
        text = self.tokens.quote(title.first, end)
        if title.role.post:  # «معاونت اجتماعی»: its holder is «معاون اجتماعی»
            text = f"{title.role.shown} {self.tokens.quote(title.head, end)}"
        return _PLURAL_EZAFE.sub("\\1ها", _clean(text))

    def _organization(self, person: Person) -> str | None:
        """The body at the first naming, or at the first naming with its place."""
        bodies = [t for t in person.titles if t.has_body]
        if not bodies or not self._first_body(person.titles[0], bodies[0]):
            return None
        first = bodies[0]
        if not self._places_of(first):
            for title in bodies[1:]:
                if title.code is first.code and self._places_of(title):
                    return self._noted_body(person, "with_place", title)
        return self._noted_body(person, "first", first)

    def _noted_body(self, person: Person, rule: str, title: Title) -> str:
        meant = self._words(*title.meant) if title.meant else None
        own = self._words(title.body, title.body_end)
        self._note(person, "organization", rule, own, *((meant,) if meant else ()))
        return self._body(title)

    def _first_body(self, title: Title, body: Title) -> bool:
        """Whether the body is that of the first office: its own, or one it shares."""
        joined = title.end == body.first - 1 and title.end == title.head
        return title is body or (joined and title.role.row.body == "organization")

    def _body(self, title: Title) -> str:
        return _clean(title.resolved or self.tokens.quote(title.body, title.body_end))

    def _places_of(self, title: Title) -> list[Place]:
        spans = [(title.first, title.end)] + ([title.meant] if title.meant else [])
        starts, ends = self.tokens.starts, self.tokens.ends
        return [
            place
            for first, end in spans
            for place in self.places
            if starts[first] <= place.start < ends[end - 1]
        ]

    def _province(self, person: Person, before: list[Official]) -> tuple[str | None, Basis | None]:
        for title in person.titles[:3]:
            if title.role.row.national:
                return None, None
            for place in self._places_of(title):
                code = place.code if place.kind is PlaceKind.PROVINCE else place.province
                if code:
                    words = self._words(title.first, title.end)
                    self._note(person, "province", "of_title", place, words)
                    return code, Basis.OFFICE if title.role.row.body == "none" else Basis.STATED
                if place.kind is PlaceKind.COUNTRY:
                    return None, None
        context = self._local(person.titles[0], before) if person.titles else None
        if context and collecting():
            named = (p for p in self.places if context in (p.code, p.province))
            words = self._words(person.titles[0].first, person.titles[0].end)
            self._note(person, "province", "local", words, *islice(named, 1))
        return (context, Basis.CONTEXT) if context else (None, None)

    def _local(self, title: Title, before: list[Official]) -> str | None:
        """The province that the news is about, if the office is of that province."""
        row = title.role.row
        if title.code is RoleCode.DEPUTY_GOVERNOR:
            return self._context.main
        if title.code is RoleCode.CLUSTER_AGENT:
            last = next((o.province for o in reversed(before) if o.province), None)
            return last or self._context.main
        if row.local:
            return self._context.main
        if title.code is RoleCode.MEMBER and not title.has_body:
            return self._context.sole
        text = title.resolved or self.tokens.quote(title.body, title.body_end)
        words = text.replace(ZWNJ, "").split()
        if len(words) > 1 and words[0] == _COMPANY and words[1] in _ESTATES:
            return self._context.main
        if words and (words[-1] in _PLACE_NOUNS or words[0] == _CLUSTER):
            return self._context.main
        if words and words[0] in _LOCAL_BODIES and words[-1] not in _NATIONAL:
            return self._context.sole
        return None

    def _mentions(self, person: Person) -> tuple[Mention, ...]:
        spans = [(n.first, n.end) for n in person.names] + person.families
        if not spans:
            spans = [(t.first, t.end) for t in person.titles]
        starts, ends = self.tokens.starts, self.tokens.ends
        return tuple(Mention(starts[a], ends[b - 1]) for a, b in sorted(set(spans)))


def _clean(text: str) -> str:
    return _SPACE_BEFORE.sub(r"\1", _SPACES.sub(" ", _QUOTES.sub("", text))).strip(" ،-")


@dataclass(frozen=True, slots=True)
class _Context:
    """The province that most places of the news lie in, and the one that nearly all do."""

    main: str | None
    sole: str | None


def _context_of(places: Sequence[Place]) -> _Context:
    codes = (p.code if p.kind is PlaceKind.PROVINCE else p.province for p in places)
    counts = Counter(code for code in codes if code)
    if not counts:
        return _Context(None, None)
    code, number = counts.most_common(1)[0]
    main = code if number * 2 > counts.total() else None
    sole = main if number >= _MANY and number * 4 >= counts.total() * 3 else None
    return _Context(main, sole)


def subject_items(items: list[tuple[Item, int]]) -> list[tuple[Item, int]]:
    """The items that stand where a subject stands."""
    return [(i, index) for i, index in items if i.strict or i.told or i.loose]
