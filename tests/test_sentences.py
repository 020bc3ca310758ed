import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractor.text.sentences import find_sentences


@pytest.mark.parametrize(
    "marked",
    [
        "او آمد.| سپس رفت.",
        "آمد؟| بله!| خوب است.",
        "خط نخست\n|خط دوم",
        "گفت؛ سپس رفت.",
        "رشد ۱.۸ درصد بود.",
        "رشد ۱.\n۸ میلیون نفر بود.",
        "سهم ۲. 3 درصدی داشت.",
        "در سال ۱۴۰۲.\n|۵ نفر آمدند.",
        "آقای م.ر. آمد.",
        "نشانی www.x.ir است.",
        "تاریخ ۱۴۰۲.۰۵.۱۲ بود.",
        "گفت: «آمدند. رفتند» و نشست.",
        "گفت: «آمدند. رفتند.»| وی افزود.",
        "«چه شد. هیچ.» را پرسید.",
        "«آمدند.\n|رفتند» گفت.",
        "باز شد «بی پایان.\n|او رفت.| خوب.",
        "او رفت.سپس| آمد.",
        "۱. فرش\n|۲. گلیم",
        "ادامه دارد...| پایان",
    ],
    ids=[
        *("stops", "question", "newline", "semicolon-not", "decimal-not", "cut-decimal-not"),
        *("spaced-decimal-not", "year-at-line-end", "initials-not", "address-not", "date-not"),
        *("inside-quotes-not", "quote-ends-sentence", "quote-as-object", "newline-in-quotes"),
        *("unclosed-quote", "missing-blank", "list-numbers", "ellipsis"),
    ],
)
def test_sentences_marked(marked: str) -> None:
    if "رفت.سپس" in marked:  # the mark stands where the sentence ends, without a blank
        marked = marked.replace("رفت.سپس|", "رفت.|سپس")
    text = marked.replace("|", "")
    expected = [piece.strip() for piece in marked.split("|")]
    assert [text[start:end] for start, end in find_sentences(text)] == expected


@given(st.text("آب.!؟\n «»۱۲ ", max_size=60))
def test_sentences_cover_all_but_blanks(text: str) -> None:
    covered: set[int] = set()
    last = 0
    for start, end in find_sentences(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
        last = end
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


def test_sentences_component_writes_group(nlp: Language) -> None:
    doc = nlp("او آمد. سپس رفت.")
    assert [doc.text[m.start : m.end] for m in doc._.sentences] == ["او آمد.", "سپس رفت."]
    assert [span.text for span in doc.spans["sentences"]] == ["او آمد.", "سپس رفت."]
