"""What the words around a name say of it: its kind, or that it is no place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.models import Cue
from extractor.lexicon.places import squash
from extractor.places.cues import Readings, load_cues, word_set
from extractor.places.matching import Match, Words, word_key
from extractor.text.scan import watch
from schemas.vocabularies import PlaceKind

_QUOTES = ' \u200c«"“('
# A body's name runs no longer than this, and over none of these signs.
_BODY_REACH = 8
_CLAUSE_END = frozenset(".؛:!؟?\n()[]")
_AMONG_REACH = 20
_SENTENCE_END = frozenset(".!؟?\n")
_GLUED_MIN = 4  # letters of a name that another word may be glued to
CLUSTER = "cluster"  # hint: the end of a cluster's name
_CLUSTER_REACH = 5
_SUPERLATIVE = "ین"  # پنجمین، بزرگ‌ترین
_NISBA = "ی"  # most family names end in it


@dataclass(slots=True)
class Naming:
    """A name found in the text, with what its context says."""

    match: Match[Readings]
    cue: PlaceKind | None = None
    row_cue: PlaceKind | None = None  # the plural cue of the list it stands in
    cue_first: int = -1  # the word that the cue starts with
    cue_words: tuple[int, int] | None = None  # its characters
    cue_row: str | None = None  # its row of place_context.toml
    whole_row: bool = False  # the cue is a plural
    weak_cue: bool = False
    hint: str | None = None
    linked: bool = False  # in one list with the name before it
    joined: bool = False  # to it by «و»
    adjoins: bool = False  # directly behind the name before it
    readings: Readings = ()
    kind: PlaceKind | None = None
    timed: bool = False  # a number or a word of time follows: «بهار ۱۴۰۲»

    def can_be(self, kind: PlaceKind) -> bool:
        """Whether a place of this kind bears the name."""
        return any(kind in r.kinds for r in self.readings)

    @property
    def key(self) -> str:
        """One spelling for all spellings of the name."""
        return squash(self.readings[0].name if self.readings else self.match.value[0].name)


@cache
def _first_words() -> dict[str, str]:
    """The first word of a name for the same word, also with another glued to it."""
    cues = load_cues()
    names = cues.names.first_words
    long = [word for word in names if len(word) >= _GLUED_MIN]
    return {glued + word: word for word in long for glued in cues.glued} | {w: w for w in names}


_OPENS_NAME = watch(lambda word: word_key(word) in _first_words())


class ContextReader:
    """Finds names with their cues; of overlapping names the longest counts."""

    def __init__(self) -> None:
        self._cues = load_cues()
        self._told, self._between = word_set("told"), word_set("told_between")
        self._also, self._goals = word_set("also"), word_set("goal")
        self._first = _first_words()

    def namings(self, words: Words) -> list[Naming]:
        """Names in text order, without those that are part of something else's name."""
        found: list[Naming] = []
        behind = 0
        firsts = self._first
        for i in words.scan.where(_OPENS_NAME):
            match = self._match(words, i, firsts[words.keys[i]]) if i >= behind else None
            if match is None:
                continue
            behind = match.stop
            if match.value and not self._is_compound(words, match):
                naming = self._read(words, match)
                if naming is not None:
                    found.append(naming)
        return self._without_surnames(words, found)

    def body(
        self, words: Words, naming: Naming, previous: Naming | None
    ) -> Match[PlaceKind] | None:
        """The kind that a body named shortly before speaks for: «اداره کل … کرمان»."""
        floor = max(naming.match.first - _BODY_REACH, previous.match.stop if previous else 0)
        for i in range(naming.match.first, floor, -1):
            if not _CLAUSE_END.isdisjoint(words.gap(i)):
                return None
            match = self._cues.bodies.before(words, i)
            if match is not None:
                return None if self._is_goal(words, naming, match) else match
        return None

    def _is_goal(self, words: Words, naming: Naming, body: Match[PlaceKind]) -> bool:
        """«پرونده خوشه عسل به تهران رفت»: where a body's papers go is not where the body is."""
        before = naming.match.first - 1
        return body.stop < before and words.keys[before] in self._goals

    def among_provinces(self, words: Words, naming: Naming) -> Match[str] | None:
        """The words before the name that speak of provinces as such: «در میان استان‌ها»."""
        if naming.hint:
            return None
        for i in range(naming.match.first, max(naming.match.first - _AMONG_REACH, 0), -1):
            if not _SENTENCE_END.isdisjoint(words.gap(i)):
                return None
            match = self._cues.among.before(words, i)
            if match is not None:
                return match
        return None

    def told_province(self, words: Words, naming: Naming) -> bool:
        """Whether the words behind the name call it a province: «اردبیل پنجمین استانی است»."""
        last = ""
        for i in range(naming.match.stop, min(naming.match.stop + 4, len(words))):
            key = words.keys[i]
            if not words.touches(i):
                return False
            if key in self._told:
                return key != "استان" or last.endswith(_SUPERLATIVE)
            if key not in self._between and not key.endswith(_SUPERLATIVE):
                return False
            last = key
        return False

    def is_also(self, words: Words, naming: Naming) -> bool:
        """Whether «هم» or «نیز» follows the name."""
        stop = naming.match.stop
        return words.touches(stop) and words.keys[stop] in self._also

    def in_sentence(self, words: Words, first: Naming, second: Naming) -> bool:
        """Whether no sentence ends between two names."""
        return _SENTENCE_END.isdisjoint(words.text[first.match.end : second.match.start])

    def _match(self, words: Words, i: int, first: str) -> Match[Readings] | None:
        match = self._cues.names.at(words, i, first)
        if match is None or first == words.keys[i]:
            return match
        return match if all(r.evidence == "none" for r in match.value) else None

    def _is_compound(self, words: Words, match: Match[Readings]) -> bool:
        """Whether a firm's word follows: «تهران تایمز»."""
        if match.stop >= len(words) or not words.touches(match.stop):
            return False
        follower = self._cues.after.at(words, match.stop)
        return follower is not None and follower.value == "firm"

    def _read(self, words: Words, match: Match[Readings]) -> Naming | None:
        naming = Naming(match, readings=match.value)
        tail = words.text[match.end : match.end + 3].lstrip()
        follower = self._cues.after.at(words, match.stop) if words.touches(match.stop) else None
        numbered = tail[:1].isdigit() and match.value[0].evidence == "strong"
        naming.timed = numbered or (follower is not None and follower.value == "time")
        if match.start > words.starts[match.first]:
            glued = words.text[words.starts[match.first] : match.start].rstrip("\u200c")
            naming.hint, naming.cue = glued, self._cues.glued.get(glued)
            naming.cue_first = match.first
            naming.cue_words = words.starts[match.first], match.start
            return naming
        if match.value[0].evidence == "strong" and self._ends_cluster(words, match):
            naming.hint = CLUSTER
        cue = self._cues.before.before(words, match.first)
        if cue is None or not words.touches(match.first, _QUOTES + ":"):
            return naming
        if ":" in words.gap(match.first) and all(row.kind != "agency" for row in cue.value):
            return naming
        return naming if self._apply(words, cue, naming) else None

    def _ends_cluster(self, words: Words, match: Match[Readings]) -> bool:
        """Whether it is the last word of «خوشه» and a product: «خوشه زیتون گلوگاه»."""
        i, stop = match.first, match.stop
        if words.touches(stop) and words.keys[stop] not in self._cues.stops:
            return False
        if words.keys[i] in self._cues.products:
            return False
        for at in range(i, max(i - _CLUSTER_REACH, 0), -1):
            if not words.touches(at):
                return False
            if self._cues.clusters.before(words, at) is not None:
                return at < i
        return False

    def _without_surnames(self, words: Words, namings: list[Naming]) -> list[Naming]:
        """Leave out what is the end of a person's name: «حسین سلیمی نمین», later «سلیمی نمین»."""
        ends = {
            (words.keys[n.match.first - 1], words.keys[n.match.first])
            for n in namings
            if n.cue is None and self._follows_person(words, n.match.first)
        }
        if not ends:
            return namings
        return [
            n
            for n in namings
            if (words.keys[n.match.first - 1], words.keys[n.match.first]) not in ends
            or not words.touches(n.match.first)
            or not _not_a_country(n.readings)
        ]

    def _follows_person(self, words: Words, i: int) -> bool:
        """Whether a given name stands before word ``i``, or before the family name there."""
        if not words.touches(i):
            return False
        if words.keys[i - 1] in self._cues.given_names:
            return True
        family = words.keys[i - 1].endswith(_NISBA) and words.touches(i - 1)
        return family and words.keys[i - 2] in self._cues.given_names

    def _apply(self, words: Words, cue: Match[tuple[Cue, ...]], naming: Naming) -> bool:
        """Take over what the cue says; False if the name is no naming of a place."""
        for row in cue.value:
            if row.kind in _REJECTED:
                if _REJECTED[row.kind](naming.readings):
                    return False
            elif row.kind == "hint":
                naming.hint = row.id
            elif row.value != PlaceKind.REGION or not is_counted(words, cue.first):
                naming.cue = PlaceKind(row.value or "")
                naming.cue_first = cue.first
                naming.cue_words, naming.cue_row = (cue.start, cue.end), row.id
                naming.whole_row = row.kind == "levels" or is_counted(words, cue.first)
                naming.weak_cue = row.kind == "weak_level"
        return True


def is_counted(words: Words, i: int) -> bool:
    """Whether digits stand before word ``i``: «۴۰۰ روستای نیکشهر» are villages of that town."""
    begin = words.starts[i]
    return words.text[max(begin - 6, 0) : begin].rstrip()[-1:].isdigit()


def _any_place(known: Readings) -> bool:
    return bool(known)


def _not_a_country(known: Readings) -> bool:
    return not any(PlaceKind.COUNTRY in r.kinds for r in known)


def _like_an_agency(known: Readings) -> bool:
    # «به گزارش فارس»: of the agencies only this one bears the name of a place and nothing else.
    return any(r.code == "IR-07" or r.evidence != "none" for r in known)


def _like_a_plantation(known: Readings) -> bool:
    # «۲۰ هکتار گلستان»: of the provinces' names only this one is a common noun as well.
    return any(r.code == "IR-27" or r.evidence != "none" for r in known)


_REJECTED: Mapping[str, Callable[[Readings], bool]] = {
    "person": _not_a_country,
    "street": _any_place,
    "agency": _like_an_agency,
    "planted": _like_a_plantation,
}
