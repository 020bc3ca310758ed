"""Who says what in marked sentences; all persons are invented."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from extractor.components.officials import OfficialFinder
from extractor.components.places import PlaceFinder
from extractor.components.sentences import SentenceFinder
from extractor.components.statements import StatementFinder
from extractor.people.speech import find_speeches
from extractor.people.tokens import tokenize
from extractor.people.vocabulary import vocabulary

SpeakersOf = Callable[..., Doc]


@pytest.fixture(scope="module")
def speakers_of() -> SpeakersOf:
    nlp = spacy.blank("fa")
    components = [SentenceFinder(nlp), PlaceFinder(nlp), OfficialFinder(nlp), StatementFinder(nlp)]

    def read(text: str, headline_end: int = 0) -> Doc:
        doc = nlp.make_doc(text)
        doc._.headline_end = headline_end
        for component in components:
            doc = component(doc)
        return doc

    return read


def speaker_of(doc: Doc, word: str) -> str | None:
    """Name, or role, of who says the word."""
    at = doc.text.index(word)
    for statement in doc._.statements:
        if statement.start <= at < statement.end and statement.speaker is not None:
            official = doc._.officials[statement.speaker]
            return official.name or official.role
    return None


RAD = "رضا راد، فرماندار بم، "
CASES = {
    "by-the-explanation-of": (RAD + "گفت: خوب.\nبنا بر توضیح راد، هفت کارگاه داریم.", "رضا راد"),
    "explanation-as-an-object": (
        "پس از توضیح رضا راد، فرماندار بم، هفت نفر رفتند.",
        None,
    ),
    "colon-without-a-verb-of-saying": (RAD + "کارنامه را ورق می‌زند: هفت دوره.", "رضا راد"),
    "colon-of-a-clock": (RAD + "ساعت ۱۲:۳۰ هفت لوح داد.", None),
    "asked-and-answers": (
        RAD + "گفت: خوب.\nاز او درباره درآمد می‌پرسم. پاسخ می‌دهد: «هفت میلیون.»",
        "رضا راد",
    ),
    "told-by-himself": (
        "استاندار یزد گفت: خوب.\n" + RAD + "گفت کار پیش می‌رود؛ سهمی که به گفته او هفت درصد است.",
        "رضا راد",
    ),
    "direct": (RAD + "گفت: هفت.", "رضا راد"),
    "indirect": (RAD + "اعلام کرد که هفت کارگاه داریم.", "رضا راد"),
    "with-the-statement-that": (RAD + "با بیان اینکه هفت کارگاه داریم، افزود: خوب.", "رضا راد"),
    "announces": (RAD + "از راه‌اندازی هفت کارگاه خبر داد.", "رضا راد"),
    "same-paragraph": (RAD + "گفت: خوب است. هفت کارگاه داریم.", "رضا راد"),
    "pronoun": (RAD + "گفت: خوب.\nوی افزود: هفت.", "رضا راد"),
    "repeated-title": (RAD + "گفت: خوب.\nفرماندار بم ادامه داد: هفت.", "رضا راد"),
    "in-the-words-of": (RAD + "گفت: خوب.\nبه گفته راد هفت کارگاه داریم.", "رضا راد"),
    "this-official": (RAD + "گفت: خوب.\nاین مقام مسئول یادآور شد: هفت.", "رضا راد"),
    "subject-left-out": (RAD + "گفت: خوب.\nدر پاسخ به این پرسش گفت: هفت.", "رضا راد"),
    "another-speaker": (RAD + "گفت: خوب.\nاستاندار کرمان نیز گفت: هفت.", "استاندار"),
    "back-to-the-first": (
        RAD + "گفت: خوب.\nاستاندار کرمان نیز گفت: خوب.\nراد گفت: هفت.",
        "رضا راد",
    ),
    "lede-before-the-name": ("هفت کارگاه گشایش یافت.\n" + RAD + "گفت: خوب.", "رضا راد"),
    "title-of-the-lede": ("فرماندار بم گفت: هفت.\nرضا راد افزود: خوب.", "رضا راد"),
    "first-person-goes-on": (RAD + "گفت: خوب.\nهفت کارگاه را راه‌اندازی می‌کنیم.", "رضا راد"),
    "open-quotation-goes-on": (RAD + "گفت: «خوب.\nهفت کارگاه داریم.\nآری.»\nنه.", "رضا راد"),
    "pluperfect": (RAD + "پیش از این گفته بود: هفت.", "رضا راد"),
    # The reporter's words:
    "no-speech": ("هفت کارگاه در بم هست.", None),
    "reporter-takes-over": (RAD + "گفت: خوب.\nگفتنی است هفت کارگاه در بم هست.", None),
    "closed-quotation-ends": (RAD + "گفت: «خوب.»\nهفت.\nآری.\nنه.\nشاید.\nخیر.", None),
    "unknown-first-speaker": (
        "هفت قایق هست.\nسازمان شیلات اعلام کرد نه.\n" + RAD + "گفت: خوب.",
        None,
    ),
    "new-paragraph-of-narration": (RAD + "گفت: خوب. آری.\nهفت کارگاه در بم هست. آری.", None),
    "late-first-speech": (
        "هفت کارگاه هست.\nخوب.\nآری.\nنه.\nشاید.\n" + RAD + "گفت: خوب.",
        None,
    ),
    "unknown-speaker": (RAD + "گفت: خوب.\nسازمان شیلات اعلام کرد هفت قایق هست.", None),
}


@pytest.mark.parametrize(("text", "speaker"), CASES.values(), ids=CASES.keys())
def test_statements_speaker(text: str, speaker: str | None, speakers_of: SpeakersOf) -> None:
    assert speaker_of(speakers_of(text), "هفت") == speaker


def test_statements_headline_has_no_speaker(speakers_of: SpeakersOf) -> None:
    headline = "هفت کارگاه در بم"
    doc = speakers_of(f"{headline}\n{RAD}گفت: خوب.", len(headline) + 1)
    assert speaker_of(doc, "هفت") is None


def test_statements_headline_with_a_colon_has_one(speakers_of: SpeakersOf) -> None:
    headline = "فرماندار بم: هفت کارگاه داریم"
    doc = speakers_of(f"{headline}\n{RAD}گفت: خوب.", len(headline) + 1)
    assert speaker_of(doc, "هفت") == "رضا راد"


def test_statements_do_not_overlap(speakers_of: SpeakersOf) -> None:
    doc = speakers_of("\n".join(text for text, _ in CASES.values()))
    ends = [0, *(s.end for s in doc._.statements)]
    assert all(s.start >= end for s, end in zip(doc._.statements, ends, strict=False))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("وی اظهارداشت", ["اظهار داشت"]),
        ("او می‌گوید و می گوید", ["می‌گوید", "می‌گوید"]),
        ("خاطرنشان کرد", ["خاطرنشان کرد"]),
        ("از کار خبر می‌دهد", ["خبر داد"]),
        ("در این گفته‌ها خبری نبود", []),
        ("کارگاه گشایش یافت و پروانه داد", []),
    ],
    ids=["light-verb", "present", "compound", "present-compound", "nouns", "other-verbs"],
)
def test_speech_verbs(text: str, verbs: list[str]) -> None:
    found = find_speeches(tokenize(text).keys, vocabulary())
    assert [speech.verb.shown for speech in found] == verbs
