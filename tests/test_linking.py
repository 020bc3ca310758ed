"""What a figure measures, of which cluster and province, when, and as part of what."""

import pytest

from extractor import Extractor
from schemas.article import Article
from schemas.figures import Figure
from schemas.record import ArticleRecord


def record_of(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(Article(id="a", text=text))


def figures_of(extractor: Extractor, text: str) -> dict[str, Figure]:
    return {f.span.text: f for f in record_of(extractor, text).figures}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("صادرات استان ۱۲ میلیون دلار بود.", {"۱۲ میلیون دلار": "exports"}),
        ("واردات چوب به ۴ هزار تن رسید.", {"۴ هزار تن": "imports"}),
        ("برای این کار ۲۰ میلیارد ریال تسهیلات پرداخت شد.", {"۲۰ میلیارد ریال": "credit"}),
        ("قیمت هر کیلو نخ ۸۰ هزار تومان است.", {"۸۰ هزار تومان": "price"}),
        ("در این کارگاه‌ها ۹۰۰ نفر مشغول به کارند.", {"۹۰۰ نفر": "employment"}),
        ("۹۰۰ نفر در این دوره‌ها شرکت کردند.", {"۹۰۰ نفر": "participants"}),
        ("در این حادثه ۹ نفر زخمی شدند.", {"۹ نفر": "other"}),
        ("تولید سالانه ۵ هزار تن است.", {"۵ هزار تن": "production"}),
        ("کارخانه‌ای با ظرفیت سالانه ۵ هزار تن ساخته می‌شود.", {"۵ هزار تن": "capacity"}),
        ("صادرات ۳۰ درصد افزایش یافت.", {"۳۰ درصد": "growth"}),
        ("۳۰ درصد واحدها تعطیل‌اند.", {"۳۰ درصد": "share"}),
        ("سه کارگاه آموزشی برگزار شد.", {"سه کارگاه": "training"}),
        ("۱۸ شرکت در نمایشگاه تهران حضور داشتند.", {"۱۸ شرکت": "participants"}),
        (
            "صادرات از ۱۰ میلیون دلار در سال ۱۴۰۰ به ۱۵ میلیون دلار در سال ۱۴۰۱ رسید.",
            {"۱۰ میلیون دلار": "exports", "۱۵ میلیون دلار": "exports"},
        ),
    ],
    ids=[
        "exports", "imports", "credit", "price", "employment", "participants", "no-employment",
        "production", "capacity", "growth", "share", "training-workshop", "firms-at-a-fair", "pair",
    ],
)  # fmt: skip
def test_indicator_by_words_beside(
    extractor: Extractor, text: str, indicators: dict[str, str]
) -> None:
    found = {span: f.indicator.value for span, f in figures_of(extractor, text).items()}
    assert found == indicators


def test_period_each_figure_has_its_own_year(extractor: Extractor) -> None:
    record = record_of(
        extractor, "صادرات از ۱۰ میلیون دلار در سال ۱۴۰۰ به ۱۵ میلیون دلار در سال ۱۴۰۱ رسید."
    )
    years = {d.id: d.span.text for d in record.dates}
    assert [years.get(f.date or "") for f in record.figures] == ["سال ۱۴۰۰", "سال ۱۴۰۱"]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("۵۳۰ کارگاه داریم که ۴۱۲ کارگاه آن پروانه دارد.", "۴۱۲ کارگاه", "۵۳۰ کارگاه"),
        ("از ۲۴۰ کارگاه، ۴۵ درصد در رشته پتو فعالند.", "۴۵ درصد", "۲۴۰ کارگاه"),
        ("۳۱ برنامه از ۳۶ برنامه مصوب اجرا شد.", "۳۱ برنامه", "۳۶ برنامه"),
        ("۳۴ هزار نفر شاغلند که از این تعداد ۱۳ هزار نفر زن هستند.", "۱۳ هزار نفر", "۳۴ هزار نفر"),
        ("۱۸ واحد فعال و ۷ واحد تعطیل است.", "۷ واحد", None),
    ],
    ids=["of-it", "opened", "of-following", "of-this-number", "not-a-part"],
)
def test_part_of(extractor: Extractor, text: str, part: str, whole: str | None) -> None:
    figures = figures_of(extractor, text)
    assert figures[part].part_of == (figures[whole].id if whole else None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("در سال ۱۴۰۲ برای ۹۰ نفر شغل ایجاد شد.", "actual"),
        ("برای ۹۰ نفر شغل ایجاد خواهد شد.", "target"),
        ("قرار است ۹۰ نفر به کار گرفته شوند.", "target"),
        ("پیش‌بینی می‌شود ۹۰ نفر به کار گرفته شوند.", "estimate"),
    ],
    ids=["past", "future", "plan", "forecast"],
)
def test_modality_by_verb(extractor: Extractor, text: str, modality: str) -> None:
    assert figures_of(extractor, text)["۹۰ نفر"].modality == modality


def test_links_carry_their_basis(extractor: Extractor) -> None:
    text = (
        "مدیرعامل شرکت شهرک‌های صنعتی استان سمنان گفت: خوشه گچ گرمسار آغاز شد. "
        "در این خوشه ۹۰۰ نفر مشغول به کارند."
    )
    record = record_of(extractor, text)
    figure = next(f for f in record.figures if f.span.text == "۹۰۰ نفر")
    assert (figure.province, figure.cluster_basis) == ("IR-20", "context")
    assert figure.cluster == record.clusters[0].id
    assert figure.speaker == record.officials[0].id
