"""The persons of an article, and which naming is whose."""

from dataclasses import dataclass, field

from extractor.people.names import Name
from extractor.people.titles import Title
from schemas.vocabularies import RoleCode

_SAME_OFFICE = 0.6  # share of the shorter title's words that the other must have


@dataclass(slots=True)
class Person:
    """Somebody named or holding an office; titles are token spans with their words."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    names: list[Name] = field(default_factory=list)
    families: list[tuple[int, int]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    title_words: list[frozenset[str]] = field(default_factory=list)
    female: bool | None = None
    spoke: bool = False
    acted: bool = False  # opens a paragraph as its subject
    weak: bool = False
    last: int = -1
    merged: "Person | None" = None  # whom this office turned out to be held by

    @property
    def named(self) -> bool:
        """Whether the article gives a name."""
        return bool(self.family)

    @property
    def bindable(self) -> bool:
        """Whether a name that follows can be the holder's."""
        return not self.named and not self.weak and not self.merged

    def first(self) -> int:
        """Token of the first naming, or of the title of somebody never named."""
        namings = [n.first for n in self.names] + [first for first, _ in self.families]
        return min(namings or [t.first for t in self.titles])

    def holds(self, title: Title, words: frozenset[str]) -> bool:
        """Whether a title can be this person's: the same office, named longer or shorter."""
        for own, own_words in zip(self.titles, self.title_words, strict=True):
            same_row = own.role.row.id == title.role.row.id
            if not same_row and (own.code is not title.code or own.code is RoleCode.OTHER):
                continue
            smaller = min(len(own_words), len(words))
            if not smaller or len(own_words & words) >= _SAME_OFFICE * smaller:
                return True
        return False

    def add_title(self, title: Title, words: frozenset[str]) -> None:
        """Note a title of this person."""
        self.titles.append(title)
        self.title_words.append(words)

    def add_name(self, name: Name, keys: list[str], female: bool | None) -> None:
        """Note a full name; the first one counts, unless a longer one comes."""
        given, family = tuple(keys[name.first : name.family]), tuple(keys[name.family : name.end])
        if not self.family or len(given) > len(self.given):
            self.given, self.family = given, family
        if self.female is None:
            self.female = female
        self.names.append(name)


def same_name(person: Person, given: tuple[str, ...], family: tuple[str, ...]) -> bool:
    """Whether a full name is the person's: «سیدعلی راد» is «علی راد», «حسین راد» is not."""
    if "".join(person.family) != "".join(family):
        return False
    own, new = _folded(person.given), _folded(given)
    return not own or not new or own.endswith(new) or new.endswith(own) or own.startswith(new)


def _folded(given: tuple[str, ...]) -> str:
    return "".join(given).replace("الله", "اله")
