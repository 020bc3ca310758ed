"""The word for cluster is found in any spelling that the pipeline finds it in."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Extractor
from extractor.presence import has_cluster_word
from extractor.text.characters import character_tables
from extractor.text.normalization import normalize
from schemas.article import Article

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"
WORD = "خوشه"


@pytest.mark.parametrize(
    "text",
    [
        "خوشه فرش",
        "خوشه\u200cهاي صنعتي",
        "خـــوشه",
        "خوشۀ چرم",
        "خوشة گز",
        "خُوشِه‌ی مس",
        "خو\u200cشه",
        "ﺧﻮﺷﻪ ﻓﺮﺵ",
        "خو\u200fش\u00adه",
        "ابرخوشه‌ها",
    ],
)
def test_word_is_found(text: str) -> None:
    assert has_cluster_word(text)


@pytest.mark.parametrize("text", ["", "بورس تهران", "خوش آمدید، هوا خوش است", "خو ش ه", "خوراک"])
def test_other_words_are_not(text: str) -> None:
    assert not has_cluster_word(text)


def odd_characters() -> list[str]:
    tables = character_tables()
    odd = {chr(code) for code, new in tables.same.items() if code != new and new != 0xFFFD}
    return sorted(odd | set(tables.longer) | tables.dropped | set("ـ\u200c\u200d \u0654\n"))


def check(text: str) -> None:
    if WORD in normalize(text).text or "خوشۀ" in normalize(text).text:
        assert has_cluster_word(text), ascii(text)


def test_no_character_hides_the_word() -> None:
    for odd in odd_characters():
        for at in range(len(WORD) + 1):
            check(f"یک {WORD[:at]}{odd}{WORD[at:]} فرش")
            check(f"یک {WORD[:at]}{odd}{WORD[at + 1 :]} فرش")


@settings(max_examples=300, deadline=None)
@given(seed=st.integers())
def test_no_mixture_hides_the_word(seed: int) -> None:
    chance = random.Random(seed)
    odd = odd_characters()
    text = "".join(
        letter + "".join(chance.choices(odd, k=chance.choice((0, 0, 1, 2)))) for letter in WORD
    )
    check(f"در {text}‌های صنعتی")


def test_no_cluster_of_the_sample_is_passed_by(extractor: Extractor) -> None:
    found = 0
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        article = Article.from_source(json.loads(line))
        record = extractor.extract(article)
        if record.clusters or record.programs:
            found += 1
            assert has_cluster_word(article.composed)
    assert found > 10
