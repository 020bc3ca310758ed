import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from extractor.text.tokenization import Tokenizer

TOKENIZER = Tokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("خوشه‌های صنعتی", ["خوشه‌های", "صنعتی"]),
        ("۱۴۰۲/۰۵/۱۲", ["۱۴۰۲", "/", "۰۵", "/", "۱۲"]),
        ("۳۵۰میلیارد", ["۳۵۰", "میلیارد"]),
        ("گفت:«آری»", ["گفت", ":", "«", "آری", "»"]),
        ("الف\n\nب", ["الف", "\n\n", "ب"]),
        ("", []),
    ],
    ids=["half-space-kept", "date-parted", "digits-parted", "signs-parted", "lines", "empty"],
)
def test_tokenizer_cuts(text: str, tokens: list[str]) -> None:
    assert [t.text for t in TOKENIZER(text)] == tokens


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_tokenizer_keeps_every_character(text: str) -> None:
    assert TOKENIZER(text).text == text
