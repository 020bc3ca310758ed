import pytest
import spacy
from spacy.language import Language

import extractor.components.numbers  # noqa: F401  registers the component
from extractor.lexicon.loader import load_rows
from extractor.lexicon.markup import parse_markup
from extractor.lexicon.models import Cue, NumberWord

MARKED = [
    "از <number value=13500 comparator=more_than>بیش از ۱۳ هزار و ۵۰۰</number> کارگر",
    "<number value=2 kind=ordinal>دومین</number> نمایشگاه با <number value=14>چهارده</number> غرفه",
    "<number value=1200000000000 unit=IRT>۱.۲ همت</number> سرمایه",
    "سهم صدا و سیما",
]


EXAMPLES = [
    *(e for row in load_rows("numbers.toml", NumberWord) for e in row.examples),
    *(e for row in load_rows("numbers.toml", Cue, "comparator") for e in row.examples),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("fa")
    nlp.add_pipe("khooshechin_numbers")
    return nlp


@pytest.mark.parametrize("marked", MARKED, ids=["comparator", "ordinal", "money", "none"])
def test_numbers_marked(nlp: Language, marked: str) -> None:
    check(nlp, marked)


@pytest.mark.parametrize("example", EXAMPLES)
def test_lexicon_examples(nlp: Language, example: str) -> None:
    check(nlp, example)


def check(nlp: Language, marked: str) -> None:
    text, expected = parse_markup(marked)
    doc = nlp(text)
    assert [(n.start, n.end) for n in doc._.numbers] == [(t.start, t.end) for t in expected]
    for number, tag in zip(doc._.numbers, expected, strict=True):
        assert {k: str(getattr(number, k)) for k in tag.attributes} == tag.attributes


def test_span_knows_its_number_though_the_tokenizer_glues_digits(nlp: Language) -> None:
    doc = nlp("۳۵۰میلیارد تومان")
    (span,) = doc.spans["numbers"]
    assert span._.number.value == 350_000_000_000
