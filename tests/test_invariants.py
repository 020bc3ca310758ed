"""What holds for every record of any input whatever."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import seconds_of, takes_linear_time

from extractor import Extractor
from schemas.article import Article
from schemas.record import ArticleRecord

# Pieces that the components act on, to be thrown together with any characters at all.
_PIECES = (
    "خوشه|خوشه‌های|سه خوشه|فرش|طلا و جواهر|یزد|استان فارس|مدیرعامل|گفت:|وی|«|»|،|؛|.|\n|\r\n|"
    "۱۴۰۲/۰۵/۱۲|۳۱ آبان|سه‌شنبه|۱۲ هزار و ۵۰۰|نفر|درصد|میلیارد ریال|از این تعداد|بیش از|تا|"
    "پایان یافت|قرار است|سال ۹۸|ي|ك|ـ|\u200c|\u200f|\u064b|\ufeff|ﻻ|🙂|http://a.b/۱۲|a@b.ir|"
    "1,250,000|۲/ ۱ میلیارد|_"
)
PIECES = st.sampled_from(_PIECES.split("|"))
TEXTS = st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=6)), max_size=40).map("".join)


def encodable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS.filter(encodable).filter(str.strip), title=st.none() | TEXTS.filter(encodable))
def test_every_span_quotes_any_text(extractor: Extractor, text: str, title: str | None) -> None:
    article = Article(id="a", title=title or None, text=text)
    record = extractor.extract(article)  # the record's own validator checks every span
    assert record.article.text == article.composed
    again = ArticleRecord.model_validate_json(record.model_dump_json())
    assert again.model_dump_json() == record.model_dump_json()


def test_same_input_gives_same_bytes(extractor: Extractor) -> None:
    article = Article(id="a", text="خوشه فرش یزد در سال ۱۴۰۲ آغاز شد و ۹۰ نفر در آن شاغلند.")
    assert (
        extractor.extract(article).model_dump_json() == extractor.extract(article).model_dump_json()
    )


HOSTILE = {
    "digits": "۱" * 1000,
    "letters": "ا" * 1000,
    "spaces": " " * 1000,
    "commas": "خوشه فرش، " * 100,
    "numbers": "۱۲ هزار و " * 100,
    "quotes": "«" * 1000,
    "speech": "وی گفت: " * 125,
    "dates": "۱۲ مرداد " * 110,
    "joiners": "می\u200c" * 330,
    "places": "یزد و " * 160,
    "shares": "۵ درصد از آن، " * 70,
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_length(extractor: Extractor, unit: str) -> None:
    assert takes_linear_time(lambda n: extractor.extract(Article(id="a", text=unit * n)), 10)


# Figures of which each is another: what is compared in pairs shows here.
FIGURES: dict[str, Callable[[int], str]] = {
    "apart": lambda i: f"{i} کارگاه فعال شد. ",
    "of-one-whole": lambda i: f"از این تعداد {i} نفر زن هستند. ",
    "in-one-sentence": lambda i: f"و {i} کارگاه ",
    "of-two-speakers": lambda i: f"رضا {'احمدی' if i % 2 else 'باقری'} گفت: {i} نفر شاغلند. ",
}


@pytest.mark.parametrize("told", FIGURES.values(), ids=FIGURES.keys())
def test_time_is_linear_in_figures(extractor: Extractor, told: Callable[[int], str]) -> None:
    def extract(count: int) -> None:
        text = "خوشه فرش یزد: " + "".join(map(told, range(1, count)))
        extractor.extract(Article(id="a", text=text))

    assert takes_linear_time(extract, 2000)


def test_line_of_a_sign_that_is_no_word_is_read(extractor: Extractor) -> None:
    record = extractor.extract(Article(id="a", text="_\nخوشه چای گیلان راه افتاد."))
    assert [cluster.name for cluster in record.clusters] == ["چای"]


def test_token_of_a_million_letters_is_read(extractor: Extractor) -> None:
    text = "خوشه فرش یزد " + "کتابخانه" * 125_000
    assert seconds_of(lambda: extractor.extract(Article(id="a", text=text))) < 20
