import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import AffixRow
from extractor.text.normalization import normalize
from extractor.text.word_forms import word_forms
from extractor.text.word_parts import part_word

# Of the 50 lost words of the two seeds, so many at least are restored.
RESTORED_AT_LEAST = 46


def shown(text: str) -> str:
    return text.replace("\u200c", "|")


@pytest.mark.parametrize(
    ("lost", "right"),
    [
        ("خوشههای", "خوشه|های"),
        ("خوشهای", "خوشه|ای"),
        ("شهرکهایی", "شهرک|هایی"),
        ("میشود", "می|شود"),
        ("نمیتوانند", "نمی|توانند"),
        ("شدهاند", "شده|اند"),
        ("مهمترین", "مهم|ترین"),
        ("بهعنوان", "به|عنوان"),
        ("توسعهیافتگی", "توسعه|یافتگی"),
        ("صادراتمحور", "صادرات|محور"),
        ("رقابتپذیری", "رقابت|پذیری"),
        ("بستهبندیهای", "بسته|بندی|های"),
        ("بهرهبرداران", "بهره|برداران"),
        ("زرینکفش", "زرین|کفش"),
        ("صالحینیا", "صالحی|نیا"),
        ("استارتاپهای", "استارتاپ|های"),
        ("برمیگشتند", "برمی|گشتند"),
        ("نمیدونم", "نمی|دونم"),
        ("میخریده", "می|خریده"),
        ("زندگیشان", "زندگی|شان"),
        ("غیرخوشهای", "غیرخوشه|ای"),
        ("ستیزهگر", "ستیزه|گر"),
        ("توصیهی", "توصیه|ی"),
    ],
)
def test_halfspaces_in_text_without_any(lost: str, right: str) -> None:
    assert shown(part_word(lost)) == right


@pytest.mark.parametrize(
    "word",
    [
        *("انتهای", "تنها", "بها", "نهایی", "هایی", "میدان", "میزان", "میناب", "میبد", "میمند"),
        *("نیمور", "بهبود", "بهمن", "بهروز", "همکاری", "دفتر", "دختر", "مشتری", "کمتر", "بهتر"),
        *("صدایشان", "شبیهی", "گروهی", "نیاندازیم", "بودجه", "باباست", "گلدان", "سنتر", "آزادراه"),
        *("کشورهای", "بازیگران", "استخوان", "گروهی", "راهی", "تیرهای", "دستاورد", "همتی"),
    ],
)
@pytest.mark.parametrize("intact", [True, False], ids=["intact", "lost"])
def test_halfspaces_words_as_they_stand(word: str, intact: bool) -> None:
    assert part_word(word, intact) == word


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        pytest.param("خوشه های صنعتی", "خوشه|های صنعتی", id="plural"),
        pytest.param("کشور ها گفتند", "کشورها گفتند", id="plural-after-letter-that-stands-apart"),
        pytest.param("این کار انجام می شود", "این کار انجام می|شود", id="verb"),
        pytest.param("ماه می سال بعد", "ماه می سال بعد", id="may-is-no-prefix"),
        pytest.param("رفته اند و نیامده اند", "رفته|اند و نیامده|اند", id="perfect"),
        pytest.param("کار انجام شده است", "کار انجام شده است", id="auxiliary-stays"),
        pytest.param("مهم ترین کار", "مهم|ترین کار", id="superlative"),
        pytest.param("برنامه ریزی و بهره برداری", "برنامه|ریزی و بهره|برداری", id="compounds"),
        pytest.param("پس از بسته شدن", "پس از بسته شدن", id="infinitive-stays"),
        pytest.param("خوشه\nهای و هوی", "خوشه\nهای و هوی", id="not-across-lines"),
        pytest.param("برنامه، ریزی", "برنامه، ریزی", id="not-across-punctuation"),
    ],
)
def test_halfspaces_for_spaces(raw: str, right: str) -> None:
    assert shown(normalize(raw).text) == right


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        pytest.param("او یک کشتی گیر حرفهای است", "حرفه|ای است", id="before-a-verb"),
        pytest.param("درباره حرفهای او گفت", "حرف|های او", id="before-what-it-belongs-to"),
        pytest.param("نامهای به وزیر نوشت", "نامه|ای به", id="before-a-preposition"),
        pytest.param("برخی نامهای مشهور", "نام|های مشهور", id="after-a-quantifier"),
        pytest.param("نیروهای حرفهای کارگاه", "حرفه|ای کارگاه", id="as-an-attribute"),
    ],
)
def test_halfspaces_context_tells_words_apart(raw: str, right: str) -> None:
    assert right in shown(normalize(raw).text)


@pytest.mark.parametrize(
    ("glued", "right"),
    [
        ("رامیتوان", "را می|توان"),
        ("میکندتا", "می|کند تا"),
        ("نیستدبیرکل", "نیست دبیرکل"),
        ("احزابرا", "احزاب را"),
        ("بودجه", "بودجه"),
        ("الیزابترا", "الیزابترا"),
        ("گفتگو", "گفتگو"),
    ],
    ids=["marker-verb", "verb-word", "copula", "marker", "word", "unknown", "compound"],
)
def test_halfspaces_glued_words_are_parted(glued: str, right: str) -> None:
    assert shown(normalize(glued).text) == right


def test_halfspaces_compounds_only_where_text_lost_them() -> None:
    assert shown(normalize("رقابتپذیری شهرکها کم است").text) == "رقابت|پذیری شهرک|ها کم است"
    intact = "رقابتپذیری شهرک\u200cها و خوشه\u200cها کم است"
    assert normalize(intact).text == intact


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        pytest.param("پیماننامهی تازه", "پیمان|نامه|ی تازه", id="ezafe-after-heh"),
        pytest.param("کارگاهها سه دستهاند", "کارگاه|ها سه دسته|اند", id="copula-after-noun"),
        pytest.param(
            "هیئت\u200cاجرایی شهرکها راهاندازی کرد", "هیئت|اجرایی", id="kept-where-it-was"
        ),
        pytest.param(
            "کارخانه\u200cها پیش بینی شده\u200cاند", "پیش بینی", id="spaces-of-intact-text-are-kept"
        ),
    ],
)
def test_halfspaces_endings_and_what_the_text_has(raw: str, right: str) -> None:
    assert right in shown(normalize(raw).text)


_WORDS = st.sampled_from(
    [*sorted(word_forms().parted)[::97], "هیئت\u200cاجرایی", "می\u200cشود", "های"]
)


@settings(deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=12))
def test_halfspaces_neither_add_nor_lose_letters(words: list[str]) -> None:
    raw = " ".join(words)
    letters = normalize(raw).text.replace("\u200c", "").replace(" ", "")
    assert letters == raw.replace("\u200c", "").replace(" ", "")


def test_halfspaces_seed_words(shared: Path) -> None:
    with (shared / "eval/halfspace/seeds.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert sum(part_word(row["lost"]) == row["right"] for row in rows) >= RESTORED_AT_LEAST


@settings(deadline=None)
@given(st.sampled_from(sorted(word_forms().parted)))
def test_halfspaces_parting_only_inserts_and_settles(word: str) -> None:
    for intact in (True, False):
        parted = part_word(word, intact)
        assert parted.replace("\u200c", "").replace(" ", "") == word
        assert all(part_word(piece, intact) == piece for piece in parted.split(" "))


def test_halfspaces_affixes_are_letters() -> None:
    rows = load_rows("affixes.toml", AffixRow, "affix")
    assert all(surface.isalpha() for row in rows for surface in row.surfaces)
