"""What an annotation program is given and gives back: regions of a text, and their relations."""

from dataclasses import dataclass, field
from typing import Any

from schemas.vocabularies import (
    ActivityType,
    Comparator,
    DateKind,
    FindingCode,
    Indicator,
    Modality,
    Modifier,
    Phase,
    PlaceKind,
    ProgramStatus,
    RoleCode,
    Unit,
)


@dataclass(frozen=True)
class Attribute:
    """One thing to say of a region: one of the choices, or text, of a form if it has one."""

    name: str
    description: str
    choices: tuple[str, ...] = ()
    many: bool = False
    form: str = ""  # a regular expression


@dataclass
class Region:
    """A stretch of the text with a label and what is said of it."""

    id: str
    label: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """A link from a region to another, by their ids."""

    source: str
    target: str
    type: str


@dataclass
class Sheet:
    """One article with its regions. ``text`` is the text as read, which offsets count in."""

    id: str
    title: str | None
    published: str | None
    url: str | None
    source: str | None
    text: str
    regions: list[Region] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    @property
    def origin(self) -> dict[str, Any]:
        """All but the annotation, for a format to carry along."""
        told: dict[str, Any] = {"id": self.id, "title": self.title, "published": self.published}
        told |= {"url": self.url, "source": self.source}
        # Only where the program is shown another text.
        return told | ({"text": self.text} if shown(self.text) != self.text else {})


# Characters that annotation programs count otherwise, or cannot store, by one of the same
# length: line ends other than "\n", and NUL, which PostgreSQL refuses.
_SHOWN = str.maketrans("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " " * 9) | {0: "\ufffd"}


def shown(text: str) -> str:
    r"""The text as an annotation program gets it: as long as the text as read.

    >>> shown("الف\r\nب\x00")
    'الف \nب�'
    """
    return text.translate(_SHOWN)


def _slugs(name: str, told: str, vocabulary: Any) -> Attribute:
    return Attribute(name, told, tuple(member.value for member in vocabulary))


PROVINCE_CODE, COUNTRY_CODE = r"IR-(?:[012][0-9]|30)", r"[A-Z]{2}"
_PLACE_CODE = f"{PROVINCE_CODE}|{COUNTRY_CODE}"
_PROVINCE = Attribute(
    "province", "ISO 3166-2:IR code of the province", tuple(f"IR-{n:02d}" for n in range(31))
)
_OPTIONAL = Attribute("optional", "Two careful readers would differ here", ("yes",))
_NAME = Attribute("name", "The name, normalized; of a cluster without «خوشه» and the province")

# Label -> what is said of a region with it. The first with choices is its main one.
ATTRIBUTES: dict[str, tuple[Attribute, ...]] = {
    "place": (
        _slugs("kind", "What sort of place", PlaceKind),
        Attribute("code", "IR-23 of a province, AF of a country", form=_PLACE_CODE),
        _OPTIONAL,
    ),
    "date": (
        _slugs("kind", "A stretch of the calendar, a length, or a repetition", DateKind),
        Attribute("jalali", "1402, 1402-05, 1402-05-12 or 1402-01-01..1402-09-30"),
        Attribute("duration", "P3Y, P4M", form=r"P(?:[0-9]+(?:[.][0-9]+)?[YMWD]){1,4}"),
        _slugs("modifier", "Which part of the unit", Modifier),
        _OPTIONAL,
    ),
    "official": (
        _slugs("role_code", "The office as a slug", RoleCode),
        _NAME,
        Attribute("role", "The office as stated"),
        Attribute("organization", "The body in which the office is held"),
        _PROVINCE,
        _OPTIONAL,
    ),
    "cluster": (
        _slugs("status", "The furthest stage reached", ProgramStatus),
        _NAME,
        _PROVINCE,
        Attribute(
            "activities",
            "Types of what was, is or will be done",
            tuple(member.value for member in ActivityType),
            many=True,
        ),
        _OPTIONAL,
    ),
    "figure": (
        _slugs("indicator", "Which quantity of a cluster's life", Indicator),
        Attribute("value", "The number, scale words multiplied out"),
        Attribute("upper", "The upper end of a range"),
        _slugs("comparator", "How the number bounds the quantity", Comparator),
        _slugs("unit", "What is counted or measured in", Unit),
        Attribute("currency", "ISO 4217 code of a unit that is not in the list", form=r"[A-Z]{3}"),
        _slugs("modality", "Reached, estimated, or aimed at", Modality),
        _PROVINCE,
        _OPTIONAL,
    ),
    "status": (_slugs("stage", "The stage that the words tell", ProgramStatus),),
    "activity": (
        _slugs("type", "What sort of activity", ActivityType),
        _slugs("phase", "Done, going on, or planned", Phase),
    ),
    "statement": (Attribute("verb", "The verb of speech"),),
    "finding": (_slugs("code", "Which check", FindingCode),),
}
# Evidence that is shown; gold says nothing of it, so it is not read back.
SHOWN_ONLY = frozenset(["status", "activity", "statement", "finding"])

# Relation -> (labels it starts from, label it leads to, what it says).
RELATIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "same": (("official", "cluster"), ("official", "cluster"), "another naming of the same"),
    "cluster": (("figure",), ("cluster",), "the cluster the figure is about"),
    "speaker": (("figure", "statement"), ("official",), "who says it"),
    "period": (("figure",), ("date",), "the period the figure holds for"),
    "part_of": (("figure",), ("figure",), "the figure it is a part of"),
    "start": (("cluster",), ("date",), "when the programme began"),
    "end": (("cluster",), ("date",), "when the programme ended or is to end"),
    "of": (("status", "activity"), ("cluster",), "the cluster it is told of"),
}


def main_attribute(label: str) -> Attribute | None:
    """The attribute that says most of a region: of a figure its indicator."""
    return next((a for a in ATTRIBUTES[label] if a.choices), None)
