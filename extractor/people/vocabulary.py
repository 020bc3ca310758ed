"""The words that names, offices and speech are found by, loaded once."""

from dataclasses import dataclass
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import RoleRow, SpeechVerbRow, WordsRow
from extractor.people.phrases import Phrases
from extractor.people.tokens import flat
from extractor.verbs import NAMED, Form, Tense, verb_forms

# Given names that others are made with: «محمدرضا», «امیرعلی», «فاطمه‌سادات».
_FORE = ("محمد", "علی", "امیر", "سید", "سیده", "غلام", "حاج", "میر", "شاه", "گل", "نور", "عبدال")
_HIND = ("سادات", "السادات", "بانو", "علی", "رضا", "الدین", "الله", "محمد", "حسین")
# Verbs that make another word their first part: «متوقف شد», «کلید خورد».
_LIGHT_LEMMAS = frozenset(("شدن", "کردن", "گرفتن", "یافتن", "خوردن", "نمودن", "داشتن", "دادن"))
SEYED = frozenset(("سید", "سیده", "سادات"))  # Seyed, a title that is part of the name
# What makes one given name with the word before it: «روح الله».
SECOND = frozenset(("الله", "اله", "الدین", "السادات"))
# The forms of the second part of a compound verb, as one speaker uses them.
_LIGHTS = {
    "کردن": ("کرد", "کرده", "می‌کند", "می کند", "می‌کرد", "کند", "خواهد کرد"),
    "داشتن": ("داشت", "داشته", "می‌دارد", "می دارد", "دارد"),
    "نمودن": ("نمود", "نموده", "می‌نماید"),
    "ساختن": ("ساخت", "ساخته", "می‌سازد"),
    "فرمودن": ("فرمود", "فرموده", "فرمودند"),
    "گردیدن": ("گردید", "گردیده"),
    "دادن": ("داد", "داده", "می‌دهد", "می دهد"),
    "شدن": ("شد", "شده", "می‌شود", "می شود"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """An office with the spelling that a record shows."""

    row: RoleRow
    shown: str
    post: bool = False  # the name of the post: «مدیریت عامل», an office only if somebody has it


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying, as the record shows it."""

    shown: str
    continues: bool
    weak: bool


@dataclass(frozen=True)
class Vocabulary:
    """Sets of keys by what the words do; see ``people.toml`` and ``names.toml``."""

    given: frozenset[str]
    weak_given: frozenset[str]
    openings: frozenset[str]  # words that a full name can begin with
    female: frozenset[str]
    family: frozenset[str]
    family_parts: frozenset[str]
    common: frozenset[str]
    sets: dict[str, frozenset[str]]
    roles: Phrases[Role]
    verbs: Phrases[SpeechVerb]
    narrator: Phrases[bool]
    takes: Phrases[bool]
    light_verbs: frozenset[str]
    finite: frozenset[str]
    verbals: frozenset[str]  # forms of verbs that are also nouns or adjectives: «رسیده»

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self.sets[kind]


_GOD = "الله"


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the shipped lexicon."""
    names = load_rows("names.toml", WordsRow)
    around = load_rows("people.toml", WordsRow)
    given = _keys(names, "given")
    female = {flat(w) for row in names if row.gender == "female" for w in row.words.split()}
    common = _keys(load_rows("common_words.toml", WordsRow), "common")
    given |= {name[: -len(_GOD)] + "اله" for name in given if name.endswith(_GOD)}  # «عزیزاله»
    given |= _compounds(given) - common
    weak = _keys(names, "given_weak")
    return Vocabulary(
        given=given,
        weak_given=weak,
        openings=given | weak | SEYED | SECOND,
        female=frozenset(female | {name + hind for name in female for hind in _HIND[:3]}),
        family=_keys(names, "family"),
        family_parts=_keys(names, "family_part"),
        common=common,
        sets={row.kind: _keys(around, row.kind) for row in around},
        roles=Phrases(_roles()),
        verbs=Phrases(_speech_verbs()),
        narrator=_phrases(around, "narrator"),
        takes=_phrases(around, "takes"),
        light_verbs=frozenset(k for k, form in verb_forms().items() if _is_light(form)),
        verbals=frozenset(k for k, form in verb_forms().items() if form.tense in NAMED),
        finite=frozenset(k for k, form in verb_forms().items() if form.tense not in NAMED),
    )


def _phrases(rows: tuple[WordsRow, ...], kind: str) -> Phrases[bool]:
    return Phrases((phrase, True) for row in rows if row.kind == kind for phrase in row.phrases)


def _is_light(form: Form) -> bool:
    return form.lemma in _LIGHT_LEMMAS and form.tense is not Tense.INFINITIVE


def _keys(rows: tuple[WordsRow, ...], kind: str) -> frozenset[str]:
    return frozenset(flat(word) for row in rows if row.kind == kind for word in row.words.split())


def _compounds(given: frozenset[str]) -> frozenset[str]:
    made = {fore + name for fore in _FORE for name in given}
    made |= {name + hind for name in given for hind in _HIND}
    # «عزیزاله»: the double letter is as often written once.
    return frozenset(made | {n.removesuffix("الله") + "اله" for n in given if n.endswith("الله")})


def _roles() -> list[tuple[str, Role]]:
    found = []
    for row in load_rows("roles.toml", RoleRow):
        shown: dict[str, str] = {}
        for surface in row.surfaces:
            found.append((surface, Role(row, shown.setdefault(_fold(surface), surface))))
        found += [(post, Role(row, row.surfaces[0], post=True)) for post in row.posts]
    return found


def _fold(surface: str) -> str:
    folded = flat(surface).replace(" ", "").replace("رییس", "رئیس").replace("هیات", "هیئت")
    return folded.replace("هیأت", "هیئت").removesuffix("ی")


def _speech_verbs() -> list[tuple[str, SpeechVerb]]:
    found = []
    for row in load_rows("speech_verbs.toml", SpeechVerbRow):
        for form in row.forms:
            found.append((form, SpeechVerb(form, row.continues, row.weak)))
        for noun in row.nouns:
            for light in row.lights:
                forms = _LIGHTS[light]
                verb = SpeechVerb(f"{noun} {forms[0]}", row.continues, row.weak)
                # «اظهارکرد»: the blank between the parts is often lost.
                found += [(f"{noun} {form}", verb) for form in forms]
                found += [(f"{noun}\u200c{form}", verb) for form in forms if " " not in form]
    return found
