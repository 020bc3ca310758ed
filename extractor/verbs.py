"""Finite verb forms of Persian, told apart by tense and polarity."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import VerbStem
from extractor.words import Word


class Tense(StrEnum):
    """What a form says of the time of its action."""

    PAST = "past"
    PERFECT = "perfect"
    PARTICIPLE = "participle"  # «شده» alone: a perfect at the end of a clause, else an adjective
    PRESENT = "present"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    SUBJUNCTIVE = "subjunctive"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Form:
    """A form's verb, by its infinitive, with tense and polarity."""

    lemma: str
    tense: Tense
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Verb(Form):
    """A form in a text: ``first`` and ``last`` are indexes of words."""

    first: int = 0
    last: int = 0


NAMED = frozenset((Tense.PARTICIPLE, Tense.INFINITIVE))  # forms that are also nouns or adjectives
_ENDS = frozenset(("", ".", "،", "؛", "!", "؟", "»"))
# The endings of the persons; the second singular («شناختی», «نشسته‌ای») is no word of news.
PAST_ENDINGS = ("م", "", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "د", "یم", "ید", "ند")
PERFECT_ENDINGS = ("ام", "است", "ایم", "اید", "اند")
AUXILIARIES = {
    **dict.fromkeys(PERFECT_ENDINGS, Tense.PERFECT),
    **{"بود" + ending: Tense.PAST for ending in PAST_ENDINGS},
    **{"باش" + ending: Tense.SUBJUNCTIVE for ending in PRESENT_ENDINGS},
}
WILL = {"خواه" + ending: False for ending in PRESENT_ENDINGS} | {
    "نخواه" + ending: True for ending in PRESENT_ENDINGS
}
# «است» and «دارد» take no prefix: their forms follow no rule.
IRREGULAR = {
    **{
        form: Form("بودن", Tense.PRESENT)
        for form in ("است", "هست", "هستند", "هستیم", "هستم", "اند")
    },
    **{form: Form("بودن", Tense.PRESENT, True) for form in ("نیست", "نیستند", "نیستیم", "نیستم")},
    # The copula glued to the last word of «در حال اجراست»; «راست» and «ماست» are other words.
    **{stem + "ست": Form("بودن", Tense.PRESENT) for stem in ("اجرا", "پابرجا", "برپا")},
    "بوده": Form("بودن", Tense.PARTICIPLE),
    "نبوده": Form("بودن", Tense.PARTICIPLE, True),
    **{"بود" + end: Form("بودن", Tense.PAST) for end in PAST_ENDINGS},
    **{"نبود" + end: Form("بودن", Tense.PAST, True) for end in PAST_ENDINGS},
    **{"باش" + end: Form("بودن", Tense.SUBJUNCTIVE) for end in PRESENT_ENDINGS},
    **{"نباش" + end: Form("بودن", Tense.SUBJUNCTIVE, True) for end in PRESENT_ENDINGS},
    **{"دار" + end: Form("داشتن", Tense.PRESENT) for end in PRESENT_ENDINGS},
    **{"ندار" + end: Form("داشتن", Tense.PRESENT, True) for end in PRESENT_ENDINGS},
}


@cache
def verb_forms() -> dict[str, Form]:
    """Every single-word form of the verbs in ``verb_stems.csv``, written without ZWNJ.

    >>> verb_forms()["نمیشود"]
    Form(lemma='شدن', tense=<Tense.PRESENT: 'present'>, negated=True)
    """
    forms: dict[str, Form] = {}
    for row in load_rows("verb_stems.csv", VerbStem):
        for text, tense, negated in _forms_of(row):
            form = Form(row.like or row.id, tense, negated)
            forms.setdefault(text, form)
    nouns = _nouns()
    return {form: value for form, value in forms.items() if form not in nouns} | IRREGULAR


@cache
def known_verbs() -> frozenset[str]:
    """The infinitives by which forms are told apart."""
    rows = load_rows("verb_stems.csv", VerbStem)
    return frozenset(row.like or row.id for row in rows) | {"بودن", "داشتن"}


@cache
def _nouns() -> dict[str, Form]:
    """«ساخت», «پرداخت»: pasts that are nouns, unless they end a clause or follow «خواهد»."""
    rows = load_rows("verb_stems.csv", VerbStem)
    return {row.past: Form(row.like or row.id, Tense.PAST) for row in rows if row.noun}


def _forms_of(row: VerbStem) -> list[tuple[str, Tense, bool]]:
    past = [row.past + end for end in PAST_ENDINGS]
    perfect = [row.past + "ه" + end for end in PERFECT_ENDINGS]
    present = [row.present + _glide(row.present) + end for end in PRESENT_ENDINGS]
    found: list[tuple[str, Tense, bool]] = []
    for negated, no in ((False, ""), (True, "ن")):
        found += [(no + form, Tense.PAST, negated) for form in past]
        found += [(no + form, Tense.PERFECT, negated) for form in perfect]
        found += [(no + row.past + "ه", Tense.PARTICIPLE, negated)]
        found += [(no + row.past + "ن", Tense.INFINITIVE, negated)]
        found += [(no + "می" + form, Tense.PRESENT, negated) for form in present]
        found += [(no + "می" + form, Tense.IMPERFECT, negated) for form in past]
    found += [("ب" + form, Tense.SUBJUNCTIVE, False) for form in present]
    found += [("ن" + form, Tense.SUBJUNCTIVE, True) for form in present]
    if row.bare:  # no first singular: «دهم», «رسی», «گیری» are other words
        found += [(present[i], Tense.SUBJUNCTIVE, False) for i in (1, 2, 4)]
    return found


def _glide(stem: str) -> str:
    return "ی" if stem[-1] in "اآو" and stem not in ("شو", "رو") else ""


def find_verbs(words: list[Word]) -> list[Verb]:
    """The finite forms, participles and infinitives, in text order, none within another."""
    forms = verb_forms()
    found: list[Verb] = []
    position = 0
    while position < len(words):
        verb = _verb_at(words, position, forms)
        if verb:
            found.append(verb)
        position = verb.last + 1 if verb else position + 1
    return found


def _verb_at(words: list[Word], at: int, forms: dict[str, Form]) -> Verb | None:
    text = words[at].key
    after = words[at + 1].key if at + 1 < len(words) else ""
    nouns = _nouns()
    if text in WILL:
        main = forms.get(after) or nouns.get(after)
        if main and main.tense is Tense.PAST:
            return Verb(main.lemma, Tense.FUTURE, WILL[text], at, at + 1)
    form = forms.get(text) or (nouns.get(text) if after in _ENDS else None)
    if not form:
        return None
    tense, last = form.tense, at
    if tense is Tense.PARTICIPLE and after == "شده" and form.lemma != "شدن":
        last, tense = at + 1, Tense.PARTICIPLE  # «گذاشته شده»
        after = words[at + 2].key if at + 2 < len(words) else ""
    if tense is Tense.PARTICIPLE and after in AUXILIARIES:
        last, tense = last + 1, AUXILIARIES[after]
    return Verb(form.lemma, tense, form.negated, at, last)
