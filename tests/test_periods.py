"""The date that a figure holds for: what begins, what passes, what takes up another figure."""

from datetime import date

import pytest

from extractor import Extractor
from schemas.article import Article

CASES = {
    "relative-clause": ("از ۹۰ تن گلاب و عرقی که در سال ۱۴۰۱ به دست آمد", "۹۰ تن", "سال ۱۴۰۱"),
    "of-something-else": ("۹۰ نفر و نشانی که در سال ۱۴۰۱ به دست آمد", "۹۰ نفر", None),
    "began": ("این برنامه از تیر ۱۳۹۸ در حال اجراست و ۸۵۰ نفر شاغل شده‌اند.", "۸۵۰ نفر", None),
    "began-with": ("خوشه قزل‌آلا از تیر ۱۴۰۱ با ۱۶ برنامه شروع شد.", "۱۶ برنامه", "تیر ۱۴۰۱"),
    "since-new-year": ("از ابتدای سال ۱۴۰۱، ۱۸ دوره برگزار شد.", "۱۸ دوره", "ابتدای سال ۱۴۰۱"),
    "since-and-so-on": (
        "از ابتدای امسال ۱۸ دوره برگزار شده و ۶۵ ریال وام پرداخت شده است.",
        "۶۵ ریال",
        "ابتدای امسال",
    ),
    "until-now": (
        "تولید از ابتدای امسال تا کنون به ۸۶ تن رسیده و ۱۵ تن بذر توزیع شده است.",
        "۱۵ تن",
        None,
    ),
    "counted-since": ("از سال ۱۳۸۴ تاکنون ۴۳ خوشه شناسایی شده است.", "۴۳ خوشه", None),
    "from-to": ("از ۳ تا ۷ تیر ۱۴۰۱ هشتاد نفر آمدند.", "هشتاد نفر", "۳ تا ۷ تیر ۱۴۰۱"),
    "named-by-its-day": ("در جلسه ۴ تیر ۱۴۰۱ شورا، ۱۵ ریال تصویب شد.", "۱۵ ریال", None),
    "that-day": ("در ۴ تیر ۱۴۰۱ شورا ۱۵ ریال تصویب کرد.", "۱۵ ریال", "۴ تیر ۱۴۰۱"),
    "price-told-apart": (
        "در سال ۱۴۰۱ چهارده تن برداشت شد و هر کیلو ۹۰ تومان است.",
        "۹۰ تومان",
        None,
    ),
    "price-of-year": ("در سال ۱۴۰۱ هر کیلو ۹۰ تومان بود.", "۹۰ تومان", "سال ۱۴۰۱"),
    "result": ("اتوبوس در مهر ۱۴۰۱ واژگون شد که ۱۰ کشته داشت.", "۱۰ کشته", "مهر ۱۴۰۱"),
    "speech": ("شرکت در مهر ۱۴۰۱ اعلام کرد که ۱۰ واحد دارد.", "۱۰ واحد", None),
    "standing": ("خوشه آجر با ۴۱ کارخانه تا سال ۱۳۹۶ اجرا شد.", "۴۱ کارخانه", None),
    "by-that-year": ("خوشه آجر ۴۱ کارخانه تا سال ۱۳۹۶ ساخت.", "۴۱ کارخانه", "سال ۱۳۹۶"),
    "row": ("در سال ۱۴۰۱ هفتاد درصد فلزی بود، ۳۰ درصد چوبی.", "۳۰ درصد", "سال ۱۴۰۱"),
    "row-of-change": ("سهم زنان از ۶ درصد در سال ۹۹ به ۲۲ درصد رسیده.", "۲۲ درصد", None),
    "growth-of-later": (
        "صادرات در بهار ۱۴۰۱ به ۱۷ ریال رسید؛ رقمی که در بهار ۱۴۰۰ معادل ۱۴ ریال بود و ۲۵ درصد "
        "رشد را نشان می‌دهد.",
        "۲۵ درصد",
        "بهار ۱۴۰۱",
    ),
    "taken-up": (
        "در سال ۱۴۰۱ صادرات ۴۰ تن بود. این مقدار ۱۷ درصد صادرات ایران است.",
        "۱۷ درصد",
        "سال ۱۴۰۱",
    ),
    "not-taken-up": (
        "در سال ۱۴۰۱ صادرات ۴۰ تن بود. سهم ما ۱۷ درصد صادرات ایران است.",
        "۱۷ درصد",
        None,
    ),
    "damage-of-now": (
        "سرمای فروردین ۱۴۰۱ به ۳۵ درصد باغ‌ها آسیب زده و خسارت ۲۱۰ ریال است.",
        "۲۱۰ ریال",
        None,
    ),
}


@pytest.mark.parametrize(("text", "figure", "period"), CASES.values(), ids=list(CASES))
def test_period_of_a_figure(
    extractor: Extractor, text: str, figure: str, period: str | None
) -> None:
    record = extractor.extract(Article(id="a", text=text, published=date(2023, 5, 1)))
    dates = {d.id: d.span.text for d in record.dates}
    told = {f.span.text: dates.get(f.date or "") for f in record.figures}
    assert told[figure] == period
