"""What the components find: frozen values whose offsets count in the normalized ``doc.text``.

Entities refer to one another by their index in the group of the document they are written to.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from schemas.vocabularies import (
    ActivityType,
    Basis,
    Calendar,
    Comparator,
    DateKind,
    FindingCode,
    Granularity,
    Indicator,
    Modality,
    Modifier,
    Phase,
    PlaceKind,
    ProgramStatus,
    Resolution,
    RoleCode,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of ``doc.text``: half-open code-point offsets."""

    start: int
    end: int


class NumberKind(StrEnum):
    """What sort of number word or digits was read."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"  # دوم، ۱۱۰مین: never a figure
    FRACTION = "fraction"  # نیم، یک‌سوم
    APPROXIMATE = "approximate"  # صدها، ده‌ها هزار


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number as written; ``start`` includes the comparator, ``core_start`` does not."""

    value: Decimal
    core_start: int
    upper: Decimal | None = None
    comparator: Comparator = Comparator.EXACT
    kind: NumberKind = NumberKind.CARDINAL
    unit: str | None = None  # a scale that names its unit: همت is 10^12 IRT
    doubtful: bool = False  # «۲/ ۱ میلیارد»: the digits may be reversed


@dataclass(frozen=True, slots=True)
class Date(Mention):
    """A calendar expression or a length of time; intervals are inclusive days."""

    kind: DateKind
    granularity: Granularity
    calendar: Calendar = Calendar.JALALI
    modifier: Modifier | None = None
    first: date | None = None  # Gregorian; the Jalali form is derived from it
    last: date | None = None
    duration: str | None = None
    resolution: Resolution = Resolution.UNRESOLVED
    candidates: tuple[tuple[date, date], ...] = ()
    problem: FindingCode | None = None  # invalid_date or weekday_mismatch
    calculation: str = ""  # how the problem was found, for the reader


@dataclass(frozen=True, slots=True)
class Place(Mention):
    """One naming of a place. ``province`` is the code of the province it lies in."""

    kind: PlaceKind
    name: str
    code: str | None = None
    province: str | None = None
    alternatives: tuple[str, ...] = ()  # provinces of other places of the same name


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster of the article with all its namings (the name alone, without «خوشه»)."""

    name: str
    mentions: tuple[Mention, ...]  # in their order
    province: str | None = None
    province_basis: Basis | None = None
    place: int | None = None  # index into ``doc._.places``


@dataclass(frozen=True, slots=True)
class Enumeration(Mention):
    """A stated count with the members listed beside it, of clusters or of anything else."""

    number: Number
    members: tuple[Mention, ...]
    open: bool = False  # «از جمله»: the list does not claim to be whole
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """A person, or a role-holder never named, with all namings."""

    name: str | None
    role: str | None
    role_code: RoleCode | None
    organization: str | None
    mentions: tuple[Mention, ...]
    province: str | None = None
    province_basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Reference(Mention):
    """A stretch that stands for an official: name, title, «وی»."""

    official: int


@dataclass(frozen=True, slots=True)
class Statement(Mention):
    """What is said (to the end of the quotation), by whom, with which verb."""

    speaker: int | None
    verb: str


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number with its unit or counted noun; ``start`` includes the comparator."""

    number: Number
    unit: str  # a slug of schemas.Unit or another ISO 4217 code
    unit_text: str
    item: str | None = None  # the noun phrase counted or measured


@dataclass(frozen=True, slots=True)
class Topic(Mention):
    """A stretch in which the text is about these clusters."""

    clusters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatusCue(Mention):
    """A stage that these clusters are said to have reached."""

    status: ProgramStatus
    clusters: tuple[int, ...]
    started: int | None = None  # index into ``doc._.dates``: the programme's start said here
    ended: int | None = None
    resumed: bool = False  # it stood still before
    claimed: bool = False  # a complaint says so
    celebrated: bool = False  # told of a ceremony, whose date may be another


@dataclass(frozen=True, slots=True)
class Activity(Mention):
    """Something done, going on or planned for these clusters."""

    type: ActivityType
    phase: Phase
    clusters: tuple[int, ...]
    place: int | None = None
    date: int | None = None


@dataclass(frozen=True, slots=True)
class Figure(Mention):
    """A quantity with its links; indexes count in the groups of the document."""

    quantity: Quantity
    indicator: Indicator
    modality: Modality = Modality.ACTUAL
    cluster: int | None = None
    cluster_basis: Basis | None = None
    province: str | None = None
    province_basis: Basis | None = None
    place: int | None = None
    date: int | None = None
    speaker: int | None = None
    part_of: int | None = None  # index of another figure
    measured: Mention | None = None  # the words that told the indicator


# Span group -> the attribute of its spans (``doc.spans["dates"][0]._.date``).
GROUPS = {
    "sentences": "sentence",
    "numbers": "number",
    "dates": "date",
    "places": "place",
    "clusters": "cluster",
    "enumerations": "enumeration",
    "officials": "official",
    "references": "reference",
    "statements": "statement",
    "quantities": "quantity",
    "topics": "topic",
    "statuses": "status",
    "activities": "activity",
    "figures": "figure",
}
