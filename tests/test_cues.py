"""The notation of surfaces, and the clauses and verbs they are found among."""

import pytest

from extractor.clauses import split_clauses
from extractor.cues import CueMatcher, read_sentence
from extractor.errors import LexiconError
from extractor.lexicon.models import PhraseRow
from extractor.verbs import find_verbs
from extractor.words import split_words


def found(surface: str, text: str) -> list[str]:
    sentence = read_sentence(text)
    row = PhraseRow(id="row", kind="any", surfaces=(surface,))
    hits = CueMatcher([row]).find(sentence)
    return [text[sentence.words[h.first].start : sentence.words[h.last].end] for h in hits]


@pytest.mark.parametrize(
    ("surface", "text", "expected"),
    [
        ("آغاز {شدن}", "کار آغاز شده است و رفت", ["آغاز شده است"]),
        ("آغاز {شدن}", "کار آغاز خواهد شد", ["آغاز خواهد شد"]),
        ("آغاز {شدن}", "کار آغاز گردید", ["آغاز گردید"]),
        ("آغاز {شدن}", "آغاز راه", []),
        ("در حال اجرا", "طرح در حال اجراست", ["در حال اجراست"]),
        ("راه‌اندازی {شدن}", "سامانه راه اندازی می شود", ["راه اندازی می شود"]),
        ("راه‌اندازی {شدن}", "سامانه راه‌اندازی می‌شود", ["راه‌اندازی می‌شود"]),
        ("پرونده … بسته {شدن}", "پرونده‌اش در پایان سال بسته شد", ["پرونده‌اش در پایان سال بسته شد"]),
        ("پرونده … بسته {شدن}", "پرونده آمد. راه بسته شد", []),
        ("نمایشگاه", "نمایشگاه‌های بزرگ", ["نمایشگاه‌های"]),
        ("کار خود? را? آغاز {کردن}", "کار را آغاز کرد", ["کار را آغاز کرد"]),
        ("صدور مجوز|جواز", "صدور جواز و صدور مجوز", ["صدور جواز", "صدور مجوز"]),
    ],
    ids=[
        "perfect",
        "future",
        "synonym",
        "no-verb",
        "copula",
        "written-apart",
        "joined",
        "gap",
        "gap-stops-at-sentence",
        "plural",
        "optional",
        "alternatives",
    ],
)
def test_cues_surface(surface: str, text: str, expected: list[str]) -> None:
    assert found(surface, text) == expected


@pytest.mark.parametrize(
    "surface",
    ["{شدن}", "خود? را", "… بسته", "آغاز {شدیدن}"],
    ids=["verb-first", "optional-first", "gap-first", "unknown-verb"],
)
def test_cues_surface_that_is_never_found(surface: str) -> None:
    with pytest.raises(LexiconError, match="surface"):
        found(surface, "آغاز شد")


def test_cues_longest_hit_stays() -> None:
    rows = [
        PhraseRow(id="short", kind="any", surfaces=("آغاز",)),
        PhraseRow(id="long", kind="any", surfaces=("آغاز به کار",)),
    ]
    hits = CueMatcher(rows).find(read_sentence("آغاز به کار کرد"))
    assert [hit.row.id for hit in hits] == ["long"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("نخواهد شد", [("شدن", "future", True)]),
        ("نمی‌کنند", [("کردن", "present", True)]),
        ("انجام نگرفته‌اند", [("گرفتن", "perfect", True)]),
        ("اگر برسد", [("رسیدن", "subjunctive", False)]),
        ("ساخت مدرسه", []),
        ("مدرسه ساخت.", [("ساختن", "past", False)]),
        ("شکل گرفته بود", [("گرفتن", "past", False)]),
    ],
    ids=["future", "present", "perfect", "subjunctive", "noun", "past-at-the-end", "pluperfect"],
)
def test_verbs_forms(text: str, forms: list[tuple[str, str, bool]]) -> None:
    verbs = find_verbs(split_words(text))
    assert [(verb.lemma, verb.tense.value, verb.negated) for verb in verbs] == forms


def test_clauses_participle_before_a_noun_closes_none() -> None:
    sentence = read_sentence("زمین واگذار شده در شهرک کم است")
    assert len(split_clauses(sentence)) == 1
