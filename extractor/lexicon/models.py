"""Row types of the lexicon. A row is the only place to change for a word of Persian."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from schemas.vocabularies import ActivityType, Indicator, PlaceKind, ProgramStatus, RoleCode

# How much context it takes to believe that a name is a place.
PlaceEvidence = Literal["none", "weak", "strong"]


class Row(BaseModel, frozen=True, extra="forbid"):
    """A stable id, how it is written, and marked-up examples that run as tests."""

    id: str
    surfaces: tuple[str, ...]
    examples: tuple[str, ...] = ()
    source: str | None = None


class Cue(Row, frozen=True):
    """A phrase that signals a value; ``direction`` says on which side its object stands."""

    kind: str
    value: str | None = None
    direction: str | None = None


class NumberWord(Row, frozen=True):
    """A word of the number grammar; ``kind`` names its part in it."""

    kind: str
    value: Decimal | None = None


class UnitRow(Row, frozen=True):
    """A unit of measure, a currency or a counted noun; ``kind`` says how it is treated."""

    code: str  # a slug of schemas.Unit, another ISO 4217 code, or "none"
    by_place: bool = False  # a currency of several countries: the nearest one named decides
    kind: Literal["money", "measure", "count", "light", "duration", "person_or_tonne"]


class RoleRow(Row, frozen=True):
    """An office a person can hold.

    ``qualified``: words before the body belong to the role; ``body`` "none": the office names
    what it governs and has no organization; ``narrow``: only a place follows it; ``weak``: a
    common noun too; ``local``: held where the news is from; ``national``: of no province.
    ``posts``: the office without its holder, as in «که ریاست … را بر عهده دارد».
    """

    code: RoleCode
    posts: tuple[str, ...] = ()
    body: Literal["organization", "none"] = "organization"
    qualified: bool = False
    narrow: bool = False
    weak: bool = False
    national: bool = False
    local: bool = False


class WordsRow(BaseModel, frozen=True, extra="forbid"):
    """Words of one kind, separated by blanks; ``phrases`` are of several words."""

    id: str
    kind: str
    words: str = ""
    phrases: tuple[str, ...] = ()
    gender: Literal["male", "female"] | None = None


class SpeechVerbRow(BaseModel, frozen=True, extra="forbid"):
    """Verbs of saying: ``nouns`` go with the forms of the ``lights``; ``forms`` stand alone.

    ``continues`` is said of somebody who spoke before; ``weak`` has other senses as well.
    """

    id: str
    forms: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    continues: bool = False
    weak: bool = False


class IndicatorRow(Row, frozen=True):
    """Words that tell what a figure measures, beside units of the named classes.

    ``side`` is where they stand, seen from the figure; ``weight`` times ten is the distance
    in words at which they cease to count, ``reach`` a closer bound. A row that ``needs``
    ``abroad`` counts only in a sentence that names a place abroad, one that needs a kind of
    phrases of ``linking.toml`` only in a sentence that holds one of these. A row ``of``
    persons counts only before a noun that names them in the plural: «شمار بافندگان»;
    ``news`` says where a row holds.
    """

    value: Indicator
    units: tuple[str, ...]
    side: Literal["left", "right", "both", "inside"]
    weight: float = 1.0
    reach: int | None = None
    needs: (
        Literal[
            "abroad",
            "border",
            "less",
            "cluster",
            "union",
            "held",
            "study",
            "served",
            "visit",
            "arranged",
            "present",
        ]
        | None
    ) = None
    of: Literal["persons"] | None = None
    news: Literal["any", "clusters"] = "any"


class IndicatorDefault(BaseModel, frozen=True, extra="forbid"):
    """What figures of these units measure where no word says otherwise.

    Units are named by their slugs or classes; ``news`` says where the row holds, ``least`` from
    which number on.
    """

    indicator: Indicator
    units: tuple[str, ...]
    news: Literal["any", "clusters"] = "any"
    least: int = 0


class VerbStem(BaseModel, frozen=True, extra="forbid"):
    """The two stems of a verb; ``id`` is its infinitive."""

    id: str
    past: str
    present: str
    like: str | None = None  # the infinitive whose place it takes: «گردیدن» is «شدن»
    noun: bool = False  # the past stem alone is a noun too
    bare: bool = False  # the subjunctive goes without its prefix


class PhraseRow(Row, frozen=True):
    """Phrases of the grammar of cues, in the notation of ``extractor.cues``.

    ``members`` of an ordinal are the places in a list that it stands for: «دومی» is (2,).
    """

    kind: str
    members: tuple[int, ...] = ()


class StatusRow(Row, frozen=True):
    """A stage of a cluster's programme.

    ``value`` is the stage when it is said of the past or the present, ``pending`` when it is
    still to come.

    ``about`` is what the cue needs: ``programme`` a subject that is the cluster or its
    programme, ``study`` only a cluster in scope. ``side`` is where that subject stands.
    ``edge`` tells that a date beside it is the programme's ``start`` or ``end``; ``until``
    that the date after «تا» is the start, ``since`` that the one after «از» is the end; a
    ``dated`` cue says nothing without such a date.
    A ``negative`` cue needs a negated verb, all
    others one that is not; the present tense of a ``durative`` one tells of now.
    """

    value: ProgramStatus
    pending: ProgramStatus | None = None
    about: Literal["programme", "any"] = "programme"
    side: Literal["before", "after", "both"] = "before"
    edge: Literal["start", "end", "until", "since"] | None = None
    resumed: bool = False
    negative: bool = False
    durative: bool = False
    dated: bool = False


class ActivityRow(Row, frozen=True):
    """Something that is done for a cluster; ``form`` is how much its naming proves.

    ``plain`` names an activity wherever it stands; ``counted`` only after a number, in the
    plural or beside a word of doing, since the bare noun has other senses; ``numbered`` not
    even by such a word; ``made`` and ``held`` only beside a word of ``making`` or ``holding``;
    ``not`` is none and keeps shorter cues from being read in it; ``doing``, ``making`` and
    ``holding`` are those words.
    """

    value: ActivityType | None = None
    form: Literal[
        "plain", "counted", "numbered", "made", "held", "not", "doing", "making", "holding"
    ] = "plain"


class CalendarWord(Row, frozen=True):
    """A word of the date grammar; ``kind`` names its part in it, ``value`` its place there."""

    kind: str
    value: int | None = None


class EraRow(Row, frozen=True):
    """A government or a plan, by its number, with its first and last Jalali day."""

    kind: str
    number: int
    first: str
    last: str


class ObservanceRow(Row, frozen=True):
    """A day or a stretch of days that comes back each Jalali year: months and days."""

    first: tuple[int, int]
    last: tuple[int, int]


class ProvinceRow(BaseModel, frozen=True, extra="forbid"):
    """A province; ``id`` is its code of ISO 3166-2:IR as published since November 2020."""

    id: str
    name: str
    capital: str
    evidence: PlaceEvidence = "none"
    aliases: tuple[str, ...] = ()


class PlaceRow(BaseModel, frozen=True, extra="forbid"):
    """A county or city of Iran, or both of one name; ``province`` is a province's code."""

    name: str
    province: str
    kinds: tuple[PlaceKind, ...]
    evidence: PlaceEvidence = "none"
    aliases: tuple[str, ...] = ()


class CountryRow(BaseModel, frozen=True, extra="forbid"):
    """A country; ``id`` is its code of ISO 3166-1 alpha-2."""

    id: str
    name: str
    evidence: PlaceEvidence = "none"
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()


class ForeignCityRow(BaseModel, frozen=True, extra="forbid"):
    """A city abroad with the code of its country."""

    name: str
    country: str
    evidence: PlaceEvidence = "none"


class ProductRow(Row, frozen=True):
    """A product, trade or service a cluster can be of; ``pair`` joins two only at need."""

    kind: str
    isic: str | None = None


class FrequentWord(BaseModel, frozen=True, extra="forbid"):
    """A word so frequent in news that it is no unknown product's name."""

    id: str


class AffixRow(Row, frozen=True):
    """Parts of words that are set off by a half-space; ``kind`` names their part in the grammar."""

    kind: str
    rate: float
    after: str | None = None  # the letters one of which must stand before it
