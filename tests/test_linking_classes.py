"""Classes of phrases that tell what a figure measures, when it holds and how sure it is."""

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
        (
            "ارزش صادرات اعضای خوشه خشکبار و میوه خشک آذربایجان شرقی در سه‌ماهه نخست سال ۱۴۰۲ به "
            "۹ میلیون دلار رسید.",
            {"۹ میلیون دلار": "exports"},
        ),
        (
            "صادرات سال ۱۴۰۱ بیست کانتینر بود. در سال ۱۴۰۲ برای بازسازی بازارچه قدیمی شهر و نوسازی "
            "معابر و جدول‌گذاری خیابان‌ها و کوچه‌ها ۹ میلیون دلار رسید.",
            {"بیست کانتینر": "exports", "۹ میلیون دلار": "other"},
        ),
        (
            "فروش اعضا با ۱۲ درصد افزایش به ۸ میلیارد تومان رسید.",
            {"۱۲ درصد": "growth", "۸ میلیارد تومان": "sales"},
        ),
        ("هدف صادراتی امسال ۵ میلیون دلار است.", {"۵ میلیون دلار": "exports"}),
        ("دو هزار تن زعفران از گمرک دوغارون خارج شد.", {"دو هزار تن": "exports"}),
        ("دو هزار تن سیمان از خط خارج شد.", {"دو هزار تن": "other"}),
        ("سال گذشته ۴۰ تن صادر شد. امسال به ۵۵ تن رسیده‌ایم.", {"۵۵ تن": "exports"}),
        (
            "سال گذشته ۴۰ تن صادر شد. امسال ۵۵ هکتار رسیده‌ایم.",
            {"۴۰ تن": "exports", "۵۵ هکتار": "area"},
        ),
        ("چند نفر در این رشته شاغلند؟ حدود ۳۰۰ نفر.", {"حدود ۳۰۰ نفر": "employment"}),
        ("در این رشته افراد بسیاری شاغلند. حدود ۳۰۰ نفر.", {"حدود ۳۰۰ نفر": "other"}),
        ("صادرات گز کم شد و ارزش آن به ۶ میلیون دلار رسید.", {"۶ میلیون دلار": "exports"}),
        ("اعضا ۹۰ تن گلاب تولید کردند که ۴۰ تن آن به عمان صادر شد.", {"۴۰ تن": "exports"}),
        ("شمار بافندگان را ۷۰۰ نفر اعلام کرد.", {"۷۰۰ نفر": "employment"}),
        ("شمار تماشاگران را ۷۰۰ نفر اعلام کرد.", {"۷۰۰ نفر": "other"}),
        ("این کار ۷۰۰ نفر را سر کار برد.", {"۷۰۰ نفر": "employment"}),
        ("تعداد شهرک‌های صنعتی استان را ۱۸ مورد دانست.", {"۱۸ مورد": "estates"}),
        ("تعداد تخلف‌ها را ۱۸ مورد دانست.", {"۱۸ مورد": "other"}),
        ("هر طاقه را ۹۰۰ هزار تومان می‌خرند.", {"۹۰۰ هزار تومان": "price"}),
        ("هزینه این دوره‌ها ۳ میلیارد ریال بود.", {"۳ میلیارد ریال": "credit"}),
        ("اعضا ۳ میلیارد ریال برای خرید ماشین‌آلات هزینه کردند.", {"۳ میلیارد ریال": "investment"}),
        ("متقاضیان باید ۴۰ میلیون تومان واریز کنند.", {"۴۰ میلیون تومان": "other"}),
        ("۴۰ میلیون تومان به حساب اعضا واریز شد.", {"۴۰ میلیون تومان": "credit"}),
        ("مصرف انرژی کوره‌ها ۲۰ درصد کم شد.", {"۲۰ درصد": "other"}),
        ("مصرف گاز خانگی ۲۰ درصد افزایش یافت.", {"۲۰ درصد": "growth"}),
        ("مشاوران به ۱۲ برند خدمات عارضه‌یابی دادند.", {"۱۲ برند": "participants"}),
        ("۴۰ مزرعه در این خوشه فعالیت دارند.", {"۴۰ مزرعه": "enterprises"}),
        ("برپایی ۶ غرفه در نمایشگاه تبریز", {"۶ غرفه": "exhibitions"}),
        ("۱۲ واحد گواهی بهداشت گرفتند.", {"۱۲ واحد": "participants"}),
        ("۱۲ واحد تعطیل شدند.", {"۱۲ واحد": "enterprises"}),
        ("صادرات این شهرک به ۲۰ کشور می‌رسد.", {"۲۰ کشور": "exports"}),
        ("۳۰ شرکت بسته‌بندی در این خوشه عضویت دارند.", {"۳۰ شرکت": "enterprises"}),
        ("کنسرسیوم گلاب با عضویت ۹ شرکت ثبت شد.", {"۹ شرکت": "participants"}),
        ("این خوشه با حضور ۳۰ کارگاه شکل گرفت.", {"۳۰ کارگاه": "enterprises"}),
        ("نشست خریداران با حضور ۳۰ کارگاه شکل گرفت.", {"۳۰ کارگاه": "participants"}),
        ("تاکنون ۳۰ کارگاه بسته‌بندی به این خوشه پیوسته‌اند.", {"۳۰ کارگاه": "enterprises"}),
        ("تاکنون ۳۰ کارگاه بسته‌بندی برگزار شد.", {"۳۰ کارگاه": "training"}),
        ("بانک ۸ میلیارد تومان تسهیلات به ۱۲ کارخانه عضو داد.", {"۱۲ کارخانه": "participants"}),
        ("۱۲ کارخانه عضو تعطیل شدند.", {"۱۲ کارخانه": "enterprises"}),
        ("طرح فروش مستقیم محصولات در ۶ فروشگاه آغاز شد.", {"۶ فروشگاه": "other"}),
        ("طرح فروش مستقیم ۶ تن گلاب آغاز شد.", {"۶ تن": "sales"}),
        ("نرخ هر کیلو نخ از بهار ۳۰ درصد بالا رفت.", {"۳۰ درصد": "price"}),
        ("شمار بازدیدها از بهار ۳۰ درصد بالا رفت.", {"۳۰ درصد": "growth"}),
        ("هر تن را ۲۰۰ هزار تومان می‌خرند و ۹۰۰ هزار تومان می‌فروشند.", {"۹۰۰ هزار تومان": "price"}),
        ("هر تن را ۲۰۰ هزار تومان می‌خرند و ۹ میلیارد تومان فروختند.", {"۹ میلیارد تومان": "sales"}),
        ("از ۹۰۰ حصیرباف شناسایی‌شده، ۷۰۰ نفر زن هستند.", {"۷۰۰ نفر": "employment"}),
        ("۹۰۰ حصیرباف در سه دوره طراحی شرکت کردند.", {"۹۰۰ حصیرباف": "participants"}),
        ("از ۹۰۰ رأی‌دهنده، ۷۰۰ نفر زن هستند.", {"۷۰۰ نفر": "other"}),
        ("شرکت سهامی با ۹۰ سهامدار ثبت شد.", {"۹۰ سهامدار": "participants"}),
        ("صندوق ۵ میلیارد تومان (یعنی ۵۰ میلیارد ریال) وام داد.", {"۵ میلیارد تومان": "credit"}),
        ("اجرای برنامه‌های این خوشه ۵ میلیارد ریال هزینه داشت.", {"۵ میلیارد ریال": "credit"}),
        ("ساخت این کارخانه ۵ میلیارد ریال هزینه داشت.", {"۵ میلیارد ریال": "investment"}),
        ("مطالعه شناختی با هزینه ۵ میلیارد ریال آغاز شد.", {"۵ میلیارد ریال": "credit"}),
        ("این خوشه به ۵ میلیارد ریال نیاز دارد.", {"۵ میلیارد ریال": "credit"}),
        ("باشگاه فوتبال شهر به ۵ میلیارد ریال نیاز دارد.", {"۵ میلیارد ریال": "other"}),
        (
            "بودجه خوشه‌ها امسال دو برابر می‌شود و به ۲۴ میلیارد ریال می‌رسد.",
            {"۲۴ میلیارد ریال": "credit"},
        ),
        (
            "۷۰ میلیارد تومان وام با سود ۱۸ درصد دیده شده که ۴۰ میلیارد تومان آن از بانک است.",
            {"۱۸ درصد": "other", "۴۰ میلیارد تومان": "credit"},
        ),
        ("سود فروشندگان ۱۸ درصد افزایش یافت.", {"۱۸ درصد": "growth"}),
        ("سالانه ۲۵ تن انبه، موز و پاپایا در این دیار برداشت می‌شود.", {"۲۵ تن": "production"}),
        (
            "سالانه ۲۵ تن گچ روانه بازار می‌کنند؛ نیمی از آن به عراق می‌رود.",
            {"۲۵ تن": "production"},
        ),
    ],
    ids=[
        "long-names-count-once", "plain-words-count", "adjunct-of-growth", "adjective-of-exports",
        "out-by-customs", "out-of-the-line", "subject-left-out", "no-such-subject", "answer",
        "no-question", "its-value", "verb-closed-clause", "headcount", "not-of-workers",
        "put-to-work", "head-of-cases", "other-cases", "each-bolt", "cost-of-courses", "machines",
        "deposit-of-applicants", "paid-to-members", "saving", "growth-of-use", "brands-served",
        "farms", "booths", "certified", "closed", "countries", "members", "members-of-union",
        "founded", "met", "joined", "trade-taught", "lent-to", "closed-members", "shops",
        "sold", "price-rise", "rise", "resold", "sold-in-all", "craft", "craft-taught",
        "no-craft", "shareholders", "bracket", "cost", "cost-of-plant", "cost-of-study",
        "needed", "needed-by-club", "subject-before-and", "interest-and-part", "profit-rise",
        "listed-crops", "abroad-in-next-clause",
    ],
)  # fmt: skip
def test_indicator_by_class_of_phrase(
    extractor: Extractor, text: str, indicators: dict[str, str]
) -> None:
    figures = figures_of(extractor, text)
    assert {span: figures[span].indicator.value for span in indicators} == indicators


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قرار بود بانک ۱۸ میلیارد تومان وام بدهد.", "target"),
        ("مدیر شرکت قول داد ۲۰۰ متر زمین در اختیار اعضا قرار گیرد.", "target"),
        ("مدیر شرکت قول داد و ۲۰۰ متر زمین به اعضا داد.", "actual"),
        ("هفته آینده نشستی با حضور ۶۰ بافنده برگزار می‌شود.", "target"),
        ("هر سال نشستی با حضور ۶۰ بافنده برگزار می‌شود.", "actual"),
        ("دو واحد دیگر افتتاح می‌شود.", "target"),
        ("روزانه دو واحد دیگر افتتاح می‌شود.", "actual"),
        ("این کار باعث شد ۶۲ کارگاه دست از کار بکشند.", "actual"),
        ("اگر وام برسد ۶۲ کارگاه دوباره کار کنند.", "target"),
        ("برآورد ما این است که ۹۰۰ نفر در این رشته کار می‌کنند.", "estimate"),
        ("برآورد دقیقی نیست، ولی شمردیم که ۹۰۰ نفر در این رشته کار می‌کنند.", "actual"),
        ("۱۰ میلیارد تومان مورد نیاز را گرفتیم.", "target"),
        ("برای افتتاح ۵ پروژه برنامه‌ریزی کرده‌ایم.", "target"),
        ("می‌خواهیم سهم کالای خارجی را که الان ۶۰ درصد است کم کنیم.", "actual"),
        ("پنج هکتار وعده داده شده اما فقط ۲ هکتار تحویل شده است.", "actual"),
        ("اگر زمین تحویل شود ۱۵۰ واحد از شهر بیرون می‌روند.", "target"),
        ("با این پول ۲۶ دوره برگزار می‌کنیم.", "target"),
        ("با این شیوه ۲۶ دوره برگزار می‌کنیم.", "actual"),
        ("برای هر شغل ۸۰ میلیون تومان سرمایه لازم داریم.", "target"),
        ("مذاکره برای جذب ۴۰ میلیارد تومان سرمایه در جریان است.", "target"),
        ("فروش پارسال ۲ همت بود و پیش‌بینی می‌کنیم رشد کند.", "actual"),
        ("پیش‌بینی می‌کنیم فروش ۲ همت شود.", "estimate"),
        ("«تا پایان سال تمام می‌شود. هر درخت ۲۰۰ لیتر آب می‌گیرد.»", "actual"),
    ],
    ids=[
        "was-to", "promised", "promised-and-gave", "next-week", "every-year", "opens",
        "opens-daily", "caused", "if", "our-estimate", "counted", "needed", "planned",
        "what-there-is", "promised-but", "if-then", "with-this-money", "in-this-way", "need",
        "talks", "was-and-will-be", "foreseen", "sentence-within-quotation",
    ],
)  # fmt: skip
def test_modality_by_verb(extractor: Extractor, text: str, modality: str) -> None:
    assert record_of(extractor, text).figures[-1].modality.value == modality


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("امروز ۵۷ دستگاه روشن است.", False),
        ("تا امروز ۲۱ برنامه اجرا شده است.", False),
        ("۱۲ مهر ۱۴۰۲ تعداد ۲۱ برنامه اجرا شد.", True),
        ("۹۰ نفر و نشانی که مهر ۱۴۰۲ صادر شد.", False),
        ("۹۰ نفر که مهر ۱۴۰۲ آموزش دیدند.", True),
        ("شمار کارگران را ۹۰ نفر و صادرات را در سال ۱۴۰۱ سه تن دانست.", False),
        ("شمار کارگران را ۹۰ نفر در سال ۱۴۰۱ دانست.", True),
    ],
    ids=["nowadays", "up-to-now", "day", "of-another-thing", "of-these", "of-the-next", "its-own"],
)
def test_period_is_no_nowadays(extractor: Extractor, text: str, dated: bool) -> None:
    article = Article(id="a", text=text, published="2023-10-10")
    assert (extractor.extract(article).figures[0].date is not None) == dated


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("در سال ۱۴۰۱ با ۴۳ واحد آغاز شد و حالا ۸۸ واحد دارد.", False),
        ("در سال ۱۴۰۱ حدود ۴۳ تن خریدند و ۸۸ کارگر دارند.", False),
        ("در سال ۱۴۰۱ حدود ۴۳ تن خریدند و ۸۸ کارگر گرفتند.", True),
    ],
    ids=["now", "have", "hired"],
)
def test_past_year_is_not_that_of_the_present(extractor: Extractor, text: str, dated: bool) -> None:
    assert (record_of(extractor, text).figures[-1].date is not None) == dated


def test_growth_is_not_of_the_year_compared_with(extractor: Extractor) -> None:
    record = record_of(
        extractor, "سطح کشت در سال ۱۴۰۳ نود هکتار بود که ۳۰ درصد کمتر از سال ۱۴۰۲ است."
    )
    years = {d.id: d.span.text for d in record.dates}
    assert [years[f.date or ""] for f in record.figures] == ["سال ۱۴۰۳"] * 2


def test_prices_of_inputs_and_market_shares_have_no_cluster(extractor: Extractor) -> None:
    text = (
        "خوشه حصیر سیراف ۳۰ کارگاه دارد. قیمت هر تخته حصیر ۲ میلیون تومان است. کرایه هر تن بار به "
        "۵ میلیون تومان رسید. سهم آن از بازار کشور از ۱۲ درصد در سال ۱۴۰۱ به ۴۷ درصد رسید."
    )
    figures = figures_of(extractor, text)
    assert figures["۲ میلیون تومان"].cluster is not None
    for span in ("۵ میلیون تومان", "۱۲ درصد", "۴۷ درصد"):
        assert figures[span].cluster is None


def test_part_is_of_the_cluster_of_its_whole(extractor: Extractor) -> None:
    text = (
        "خوشه قایق سیراف ظرفیت تولید ۸۵۰ فروند دارد. به دلیل گرانی رزین تنها ۴۰ درصد این ظرفیت "
        "فعال است. قیمت رزین ۲۰ درصد بالا رفت."
    )
    figures = figures_of(extractor, text)
    assert figures["۴۰ درصد"].cluster == figures["۸۵۰ فروند"].cluster is not None
    assert figures["۲۰ درصد"].cluster is None


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("رضا رادی، رئیس انجمن، در همایشی در اردبیل گفت: ۲۰ کارگاه بسته شد. قم و یزد دورند.", None),
        ("رضا رادی، رئیس انجمن، گفت: در اردبیل ۲۰ کارگاه بسته شد.", "IR-24"),
        ("چهار خوشه گز اصفهان، چرم تبریز و سفال همدان به پایان رسید.", None),
        ("چهار خوشه گز، چرم، حوله و سفال در اصفهان به پایان رسید.", "IR-10"),
        ("سه تور به استان‌های گیلان و قزوین برگزار شد.", None),
        ("سه تور در استان گیلان برگزار شد.", "IR-01"),
        ("خوزستان با ۹ خوشه، گیلان با ۷ خوشه و ایلام با ۲ خوشه آخر است.", "IR-06"),
    ],
    ids=["venue", "stated", "spread-list", "one-place", "goals", "place", "holders"],
)
def test_province_is_where_it_holds(extractor: Extractor, text: str, province: str | None) -> None:
    figure = record_of(extractor, text).figures[0]
    stated = figure.province_basis in ("stated", "place")
    assert (figure.province if stated else None) == province


def test_item_of_a_numbered_list_begins_anew(extractor: Extractor) -> None:
    text = (
        "گزارش کار خوشه‌های استان قم:\n۱. اجرا: خوشه سوهان قم با ۱۲ برنامه آغاز شد.\n"
        "۲. آموزش: برگزاری ۳۴ دوره؛ سهم خوشه انگشتر قم ۱۱ دوره.\n۳. تور: اعزام ۴۲ مدیر."
    )
    figures = figures_of(extractor, text)
    assert figures["۱۲ برنامه"].cluster is not None
    assert figures["۱۱ دوره"].cluster is not None
    assert (figures["۳۴ دوره"].cluster, figures["۴۲ مدیر"].cluster) == (None, None)
