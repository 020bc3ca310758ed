"""From resolved persons to the officials of a record."""

import re
from collections import Counter
from collections.abc import Sequence

from extractor.mentions import Mention, Official, Place
from extractor.people.persons import Person
from extractor.people.resolution import Item, Kind, Resolver
from extractor.people.titles import Title
from extractor.people.tokens import ZWNJ, Tokens
from extractor.people.vocabulary import Vocabulary
from schemas.vocabularies import Basis, PlaceKind, RoleCode

_QUOTES = re.compile(r"[«»\"]")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r"\s+([،])")
_PLURAL_EZAFE = re.compile(rf"({ZWNJ}|\b)های$")
_SAME_PROVINCE_BODIES = ("شهرک", "شهرکهای")  # every province has its own estates company
_LOCAL_BODIES = frozenset(("انجمن", "اتحادیه", "کنسرسیوم", "تعاونی", "اتاق"))
_IN = "در"
_PLACE_NOUNS = frozenset(("شهرستان", "شهر", "استان", "بخش"))


class OfficialMaker:
    """Turns the persons of one text into officials."""

    def __init__(self, resolver: Resolver, words: Vocabulary, places: Sequence[Place]) -> None:
        self.resolver, self.words, self.places = resolver, words, places
        self.tokens: Tokens = resolver.tokens
        self._context = _main_province(places)

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
        return person.spoke and self._definite(person.titles[0])

    def _definite(self, title: Title) -> bool:
        before = self.tokens.keys[title.first - 1] if title.first else ""
        if before in ("یک", "این", "آن", "هر", "دو", "سه", "چند"):
            return False
        return not title.role.row.weak or title.has_body

    def _official(self, person: Person, before: list[Official]) -> Official:
        title = person.titles[0] if person.titles else None
        province, basis = self._province(person, before)
        name = self._name(person)
        return Official(
            name=name,
            role=self.role(title) if title else None,
            role_code=title.code if title else RoleCode.OTHER,
            organization=self._organization(person),
            mentions=self._mentions(person),
            province=province,
            province_basis=basis,
        )

    def _name(self, person: Person) -> str | None:
        if not person.named:
            return None
        full = [n for n in person.names if n.family > n.first] or person.names
        name = full[0]
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
        return _PLURAL_EZAFE.sub("\\1ها", _clean(self.tokens.quote(title.first, end)))

    def _organization(self, person: Person) -> str | None:
        """The body at the first naming, or at the first naming with its place."""
        bodies = [t for t in person.titles if t.has_body]
        if not bodies or bodies[0] is not person.titles[0]:
            return None
        first = bodies[0]
        if not self._places_of(first):
            for title in bodies[1:]:
                if title.code is first.code and self._places_of(title):
                    return self._body(title)
        return self._body(first)

    def _body(self, title: Title) -> str:
        return _clean(title.resolved or self.tokens.quote(title.body, title.body_end))

    def _places_of(self, title: Title) -> list[Place]:
        start, end = self.tokens.starts[title.first], self.tokens.ends[title.end - 1]
        return [p for p in self.places if start <= p.start < end]

    def _province(self, person: Person, before: list[Official]) -> tuple[str | None, Basis | None]:
        for title in person.titles[:3]:
            if title.role.row.national:
                return None, None
            for place in self._places_of(title):
                code = place.code if place.kind is PlaceKind.PROVINCE else place.province
                if code:
                    return code, Basis.OFFICE if title.role.row.body == "none" else Basis.STATED
                if place.kind is PlaceKind.COUNTRY:
                    return None, None
            code = self._seat(title)
            if code:
                return code, Basis.PLACE
        if person.titles and self._local(person.titles[0]):
            for official in reversed(before):
                if official.province:
                    return official.province, Basis.CONTEXT
            if self._context:
                return self._context, Basis.CONTEXT
        return None, None

    def _seat(self, title: Title) -> str | None:
        """The province of «در شهرستان بستان‌آباد» after the title."""
        keys, end = self.tokens.keys, title.end
        if end >= len(keys) or keys[end] != _IN:
            return None
        for i in range(end + 1, min(end + 3, len(keys))):
            for place in self.places:
                if place.start == self.tokens.starts[i]:
                    return place.code if place.kind is PlaceKind.PROVINCE else place.province
            if keys[i] not in _PLACE_NOUNS:
                return None
        return None

    def _local(self, title: Title) -> bool:
        """Whether the office is of the province that the news is about."""
        if title.role.row.local or title.code is RoleCode.MEMBER:
            return True
        text = title.resolved or self.tokens.quote(title.body, title.body_end)
        words = text.replace(ZWNJ, "").split()
        if not words:
            return False
        estates = len(words) > 1 and words[1] in _SAME_PROVINCE_BODIES and words[0] == "شرکت"
        return estates or words[0] in _LOCAL_BODIES

    def _mentions(self, person: Person) -> tuple[Mention, ...]:
        spans = [(n.first, n.end) for n in person.names] + person.families
        if not spans:
            spans = [(t.first, t.end) for t in person.titles]
        starts, ends = self.tokens.starts, self.tokens.ends
        return tuple(Mention(starts[a], ends[b - 1]) for a, b in sorted(set(spans)))


def _clean(text: str) -> str:
    return _SPACE_BEFORE.sub(r"\1", _SPACES.sub(" ", _QUOTES.sub("", text))).strip(" ،-")


def _main_province(places: Sequence[Place]) -> str | None:
    """The province that most places lie in, if most do."""
    codes = (p.code if p.kind is PlaceKind.PROVINCE else p.province for p in places)
    counts = Counter(code for code in codes if code)
    if not counts:
        return None
    code, number = counts.most_common(1)[0]
    return code if number * 2 > counts.total() else None


def subject_items(items: list[tuple[Item, int]]) -> list[tuple[Item, int]]:
    """The items that stand where a subject stands."""
    return [
        (i, index) for i, index in items if i.strict or i.told or i.kind is Kind.PRONOUN or i.loose
    ]
