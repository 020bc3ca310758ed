"""How sure a figure is: what is announced by a noun, where a change begins, adjectives."""

import pytest

from extractor import Extractor
from schemas.article import Article

CASES = {
    "foreseen-programmes": ("از ۲۴ برنامه پیش‌بینی‌شده این خوشه بازدید کردیم.", "actual"),
    "foreseen": ("۲۴ میلیارد ریال پیش‌بینی شده است.", "estimate"),
    "foreseen-sum": ("سرمایه پیش‌بینی‌شده نیز ۲۴ میلیارد ریال است.", "estimate"),
    "new-clusters": ("او از راه‌اندازی ۲۵ خوشه جدید خبر داد.", "target"),
    "identified-clusters": ("او از شناسایی ۲۵ خوشه جدید خبر داد.", "actual"),
    "next-year": ("او از احداث ۸ کارگاه در سال آینده خبر داد.", "target"),
    "last-year": ("او از احداث ۸ کارگاه در سال گذشته خبر داد.", "actual"),
    "begins-at": ("پیش‌بینی می‌کنیم صادرات از ۴ تن به ۹ تن برسد.", "actual"),
    "from": ("پیش‌بینی می‌کنیم صادرات از ۴ تن بیشتر شود.", "estimate"),
    "land-set-aside": ("زمینی به مساحت ۴ هکتار کنار گذاشته‌ایم.", "actual"),
    "sum-set-aside": ("رقمی برابر ۴ میلیارد ریال کنار گذاشته‌ایم.", "target"),
}


@pytest.mark.parametrize(("text", "modality"), CASES.values(), ids=list(CASES))
def test_modality_of_the_first_figure(extractor: Extractor, text: str, modality: str) -> None:
    figures = figures_of(extractor, text)
    assert figures[0][1] == modality


def test_modality_of_a_clause_joined_to_a_future(extractor: Extractor) -> None:
    text = "نقشه ۸ مدل ثبت خواهد شد و دو تور برگزار می‌کنیم."
    assert figures_of(extractor, text) == [("۸ مدل", "target"), ("دو تور", "target")]
    text = "نقشه ۸ مدل ثبت شد و هر سال دو تور برگزار می‌کنیم."
    assert figures_of(extractor, text) == [("۸ مدل", "actual"), ("دو تور", "actual")]


def figures_of(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    article = Article.model_validate({"id": "a", "text": text, "published": "2023-05-01"})
    return [(f.span.text, f.modality.value) for f in extractor.extract(article).figures]


def test_province_of_none_where_several_stand_in_a_row(extractor: Extractor) -> None:
    row = "امسال ۹ ریال به استان‌های اصفهان، فارس و یزد رسید."
    one = "امسال ۹ ریال به صنایع استان فارس رسید."
    told = [
        extractor.extract(Article(id="a", text=text)).figures[0].province for text in (row, one)
    ]
    assert told == [None, "IR-07"]


def test_indicator_workshops_that_are_counted_are_no_courses(extractor: Extractor) -> None:
    counted = "مبلمان ملایر ۴ هزار کارگاه و ۸ هزار منبت‌کار دارد."
    held = "۴ کارگاه برای ۸ هزار منبت‌کار برگزار شد."
    told = [
        extractor.extract(Article(id="a", text=text)).figures[-1].indicator.value
        for text in (counted, held)
    ]
    assert told == ["employment", "participants"]
