"""The single-article checks, on whole sentences as a newspaper prints them."""

from datetime import date

import pytest

from extractor import Extractor
from schemas.article import Article
from schemas.findings import Finding


def findings_of(extractor: Extractor, text: str, title: str | None = None) -> list[Finding]:
    article = Article(id="a", title=title, text=text)
    return list(extractor.extract(article).findings)


def codes_of(extractor: Extractor, text: str) -> list[str]:
    return sorted(f.code.value for f in findings_of(extractor, text) if f.code != "unresolved_date")


LEDE = "نادر پورصالح، مدیرعامل شرکت شهرک‌های صنعتی استان سمنان گفت: "


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (LEDE + "سه خوشه گچ، سفال و پسته در استان پایان یافته است.", ["list_count.ok"]),
        (LEDE + "چهار خوشه گچ، سفال و پسته در استان پایان یافته است.", ["list_count"]),
        (LEDE + "چهار خوشه از جمله گچ، سفال و پسته در استان پایان یافته است.", []),
        (
            LEDE
            + "از ۸۰ کارگاه این خوشه، ۵۰ درصد در گچ، ۳۰ درصد در سفال و ۲۰ درصد در کاشی فعالند.",
            ["share_sum.ok"],
        ),
        (
            LEDE
            + "از ۸۰ کارگاه این خوشه، ۵۰ درصد در گچ، ۴۰ درصد در سفال و ۳۰ درصد در کاشی فعالند.",
            ["share_sum"],
        ),
        (LEDE + "تولید ۵۰ درصد و صادرات ۷۰ درصد افزایش یافت.", []),
        (LEDE + "از مجموع ۹۰ واحد سنگ‌بری، ۱۱۰ واحد نیازمند نوسازی است.", ["part_exceeds_whole"]),
        (LEDE + "از مجموع ۱۱۰ واحد سنگ‌بری، ۹۰ واحد نیازمند نوسازی است.", []),
        (LEDE + "این طرح در ۳۱ آبان ۱۴۰۱ آغاز شد.", ["invalid_date"]),
        (LEDE + "این طرح در ۳۰ آبان ۱۴۰۱ آغاز شد.", []),
        (LEDE + "این طرح جمعه ۲۹ آبان ۱۴۰۱ آغاز شد.", ["weekday_mismatch"]),
        (LEDE + "این طرح یکشنبه ۲۹ آبان ۱۴۰۱ آغاز شد.", []),
        (LEDE + "وام ۵۰ میلیارد ریالی (معادل ۵۰ میلیارد تومان) پرداخت شد.", ["unit_doubt"]),
        (LEDE + "وام ۵۰ میلیارد ریالی (معادل ۵ میلیارد تومان) پرداخت شد.", []),
        (
            LEDE + "۱۴ میلیارد تومان هزینه شد. از این ۱۴ میلیارد ریال نیمی صرف آموزش شد.",
            ["unit_doubt"],
        ),
        (LEDE + "۱۴ میلیارد تومان هزینه شد و ۱۴ میلیارد ریال وام رسید.", []),
        (LEDE + "خوشه گچ در تیر ۱۴۰۲ آغاز شد و در اسفند ۱۴۰۱ به پایان رسید.", ["date_order"]),
        (LEDE + "خوشه‌های گچ و گز هست. گچ از مهر ۱۴۰۱ آغاز شده، گز مهر ۱۴۰۰ پایان یافت.", []),
        (LEDE + "خوشه گچ در تیر ۱۴۰۱ آغاز شد و در اسفند ۱۴۰۲ به پایان رسید.", []),
    ],
    ids=[
        "list-agrees",
        "list-short",
        "list-open",
        "shares-agree",
        "shares-over",
        "growths-are-no-shares",
        "part-too-large",
        "part-fits",
        "no-such-day",
        "last-day-of-month",
        "wrong-weekday",
        "right-weekday",
        "rial-is-not-toman",
        "ten-rials-a-toman",
        "taken-up-in-another-unit",
        "another-sum",
        "ends-before-start",
        "another-ends-before-start",
        "ends-after-start",
    ],
)
def test_checks_find_what_does_not_agree(extractor: Extractor, text: str, codes: list[str]) -> None:
    assert codes_of(extractor, text) == codes


WEEK = "نمایشگاه روز {} (۲ مهر ۱۳۹۲) گشایش یافت."
ASIDE = "از ۱۲۰ کارگاه، ۷۰ درصد {0}، ۶۰ درصد {1} و ۵۰ درصد {2} {3}."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("از ۱۲۰ واحد، ۹۰ واحد (۷۵ درصد) فعال است.", ["share_of_count.ok"]),
        ("از ۱۲۰ واحد، ۹۰ واحد (۶۰ درصد) فعال است.", ["share_of_count"]),
        ("از ۱۲۰ واحد ۶۰ درصد یعنی ۹۰ واحد فعال است.", ["share_of_count"]),
        ("از ۱۲۰ واحد ۹۰ واحد فعال و ۶۰ درصد صادرکننده است.", []),
        ("۸۰ نفر، شامل ۵۰ زن و ۳۰ مرد آموزش دیدند.", ["sum_of_parts.ok"]),
        ("۹۰ نفر، شامل ۵۰ زن و ۳۰ مرد آموزش دیدند.", ["sum_of_parts"]),
        ("۵۰ زن و ۳۰ مرد، در مجموع ۹۰ نفر، آموزش دیدند.", ["sum_of_parts"]),
        ("۹۰ کارگاه شامل ۵۰ کارگاه خرد، ۳۰ کارگاه کوچک و چند کارگاه دیگر هست.", []),
        ("در یزد (۲۰ کرسی)، قم (۱۳ کرسی) و ساوه (۱۰ کرسی) بازنده شد.", []),
        ("صادرات از ۱.۸ به ۲.۷ میلیون دلار رسید که ۵۰ درصد رشد است.", ["growth.ok"]),
        ("صادرات از ۱.۸ به ۲.۷ میلیون دلار رسید که ۸۰ درصد رشد است.", ["growth"]),
        ("اشتغال با ۵۰ درصد کاهش از ۲۰۰ نفر به ۳۰۰ نفر رسید.", ["growth"]),
        ("صادرات از ۲ میلیون دلار به ۳ میلیون دلار رسید و تولید ۸۰ درصد رشد کرد.", []),
        (ASIDE.format("کمبود نقدینگی", "نبود بازار", "گرانی", "را مشکل خود می‌دانند"), []),
        (ASIDE.format("پایگاه اینترنتی", "نشان تجاری", "گواهی", "دارند"), []),
        ("۶۰ درصد تولید به عراق، ۳۰ درصد به ترکیه و ۱۰ درصد باقی‌مانده به قطر صادر می‌شود.",
         ["share_sum.ok"]),
        ("۶۰ درصد تولید به عراق، ۳۰ درصد به ترکیه و ۴۰ درصد به قطر صادر می‌شود.", ["share_sum"]),
        ("۹۰ شرکت از ۷۰ شرکت عضو خوشه نوسازی شدند.", ["part_exceeds_whole"]),
        ("شمار شرکت‌ها به ۹۰ شرکت از ۷۰ شرکت رسید.", []),
        ("یک نفر از تهران آمده بود که چهار نفر آنها بیمار شدند.", []),
        ("شمار بیماران به ۵۰۲ نفر رسید. وی گفت: ۳۷ نفر در یزد و ۲ نفر در قم بستری‌اند.", []),
        ("حقوق برخی از ۲ میلیون تومان و برخی حداکثر تا ۵ میلیون تومان است.", []),
        (WEEK.format("جمعه"), ["weekday_mismatch"]),
        (WEEK.format("سه‌شنبه"), []),
        ("قرارداد در تاریخ ۱۴۰۰/۱۹/۲۶ امضا شد.", ["invalid_date"]),
        ("نامه شماره ۱۴۰۰/۱۹/۲۶ فرستاده شد.", []),
        ("برنامه خوشه گچ از خرداد ۱۳۹۴ تا تیر ۱۳۹۲ انجام شد.", ["date_order"]),
        ("این خوشه پنج زنجیره دارد: چاپ، دوخت و برش.", ["list_count"]),
        ("این خوشه سه زنجیره دارد: چاپ، دوخت و برش.", ["list_count.ok"]),
        ("وام ۵۶۱ میلیارد ریال یا به عبارتی ۵۵ میلیارد تومان بود.", ["unit_doubt"]),
        ("وام ۵۶۱ میلیارد ریال یا به عبارتی ۵۶ میلیارد تومان بود.", []),
    ],
    ids=[
        "share-agrees", "share-off", "share-first", "share-of-another-kind",
        "parts-agree", "parts-short", "total-behind", "parts-go-on", "brackets-each-their-own",
        "growth-agrees", "growth-off", "growth-wrong-way", "growth-of-another-measure",
        "many-answers", "many-properties", "rest-agrees", "destinations-over",
        "whole-behind-part", "change-is-no-part", "one-has-no-parts",
        "colon-of-speech", "at-most-is-no-part",
        "weekday-before-bracket", "weekday-fits-bracket", "no-such-month", "letter-number",
        "range-backwards", "colon-list-short", "colon-list-agrees",
        "rials-beyond-rounding", "rials-within-rounding",
    ],
)  # fmt: skip
def test_checks_read_sums_as_they_are_said(
    extractor: Extractor, text: str, codes: list[str]
) -> None:
    assert codes_of(extractor, LEDE + text) == codes


APART = "وام‌های زیر ۱۰۰ میلیون تومان بخشوده شد و ۵ هزار میلیارد تومان از این طرح {}."
FORMER = "از ۴۵ هزار کارگر هفت هزار نفر باقی مانده‌اند که با رفتن ۵ هزار نفر از آنان {}."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("شمار کارگران از ۹۳۴ هزار نفر تا حدود ۲ میلیون نفر برآورد شد.", []),
        ("از ۳۰ میلیون، ۴۰ میلیون، ۵۰ میلیون و ۶۰ میلیون تومان گذشت.", []),
        ("از ۳۰ کارگاه، ۴۰ کارگاه تعطیل است.", ["part_exceeds_whole"]),
        (APART.format("پرداخت شد"), []),
        ("مصرف بزرگسالان ۴۰۰ گرم است و مادران باید ۶۰۰ گرم از این ماده مصرف کنند.", []),
        ("۱۴۰ نفر شاغل دارد؛ ۲۱۱ نفر از این شاغلان بیمه هستند.", ["part_exceeds_whole"]),
        ("۱۰ هزار کارگر دارد. شمار کارگران یزد بیش از این تعداد و ۲۰ هزار نفر است.", []),
        ("۱۰ هزار کارگر دارد. از این تعداد ۲۰ هزار نفر بیمه‌اند.", ["part_exceeds_whole"]),
        ("۲۴۰ نفر آمدند که از این جمع ۵ کارگر و ۷ کارفرما زن بودند.", []),
        ("از این جمع پنج شهید و هفت جانباز بودند.", []),
        ("۲۴۱ نفر (به جز ۳۰ کارگر پیمانی) آمدند که از میان آنها ۱۹۱ نفر زن بودند.", []),
        ("۱۲۰ نفر آمدند که از این عده ۱۹۱ نفر زن بودند.", ["part_exceeds_whole"]),
        ("در میان ۲۰۰ شاغل، ۴۰ درصد زن و ۷۰ درصد مرد هستند.", ["share_sum"]),
        ("از تولید ۴۰ درصد در داخل مصرف و ۷۰ درصد صادر می‌شود.", ["share_sum"]),
        ("۴۰ درصد زنان و ۷۰ درصد مردان دیپلم دارند.", []),
        ("ظرفیت با این کار از ۲۰ به ۸۰ درصد می‌رسد.", []),
        ("۲۰ درصد در یزد و ۸۰ درصد در قم است.", ["share_sum.ok"]),
        ("یزد و قم ۴۰ و ۶۰ درصد از بازار را دارند.", []),
        ("از ۹۰ نفر ۵۰ درصد زیر سی سال و ۷۰ درصد بالای سی سال دارند.", ["share_sum"]),
        (FORMER.format("۲ هزار نفر باقی می‌مانند"), []),
        ("از ۹۰ کارگاه ۵۰ کارگاه فعال و ۳۰ کارگاه باقی‌مانده راکد است.", ["sum_of_parts"]),
        ("از ۹۰ واحد ۵۰ واحد صنعتی فعال و ۳۰ واحد صنعتی باقی‌مانده راکد است.",
         ["sum_of_parts"]),
        ("۵۰ کارگاه در یزد و ۳۰ کارگاه در قم روی هم ۹۰ کارگاه می‌شود.", ["sum_of_parts"]),
        ("۵۰ کارگاه در یزد و ۳۰ کارگاه در قم روی هم ۸۰ کارگاه می‌شود.", ["sum_of_parts.ok"]),
        ("یک میلیون تومان برای خرید و یک میلیون تومان برای فروش، در مجموع سه میلیون تومان داد.",
         []),
        ("از ۷۶۹ هزار و ۴۲۶ نفر ۳۶ هزار و ۹۲۴ نفر معادل ۴.۷۹ درصد زن هستند.",
         ["share_of_count.ok"]),
        ("۶۰ درصد از ۱۵۰ کارگاه خوشه، یعنی ۹۰ کارگاه، نوسازی شد.", ["share_of_count.ok"]),
        ("۴۰ درصد از ۱۵۰ کارگاه خوشه، یعنی ۹۰ کارگاه، نوسازی شد.", ["share_of_count"]),
        ("۱۵۰ کارگاه هست و ۹۰ کارگاه از آنها که ۴۰ درصد می‌شود تعطیل است.", ["share_of_count"]),
        ("۱۵۰ کارگاه هست و ۹۰ کارگاه از آنها که ۴۰ درصد ظرفیت دارند تعطیل است.", []),
        ("شاغلان که پارسال ۲۰۰ نفر بود امسال به ۳۰۰ نفر رسید، یعنی ۹۰ درصد رشد.", ["growth"]),
        ("شاغلان که پارسال ۲۰۰ نفر بود امسال به ۳۰۰ نفر رسید، یعنی ۵۰ درصد رشد.", ["growth.ok"]),
        ("شاغلان که پارسال ۲۰۰ نفر بود امسال به ۳۰۰ نفر رسید و صادرات ۹۰ درصد رشد کرد.", []),
        ("منطقه پنج شهرداری شامل باغ‌شاه، گلزار، نوبهار و پرواز است.", []),
        ("پنج منطقه شامل باغ‌شاه، گلزار، نوبهار و پرواز است.", ["list_count"]),
        ("پنج محور شامل کارهایی همچون آموزش، بازاریابی و فروش است.", []),
        ("هر سه ماهه سبدی شامل برنج، روغن و گوشت داده شد.", []),
        ("دو نماینده کارگران و دو فعال صنفی آمدند.", []),
        ("دو عامل کسب و کار شکست خورد.", []),
        ("نشریه به دو زبان فارسی و انگلیسی توزیع و منتشر می‌شود.", []),
        ("خوشه سه زنجیره دارد؛ چاپ، دوخت و برش.", ["list_count.ok"]),
        ("خوشه پنج زنجیره دارد؛ چاپ، دوخت و برش از کارهای آن است.", []),
        ("پنج خوشه (گچ، سفال، پسته) پایان یافت.", []),
        ("پنج خوشه (گچ، سفال و پسته) پایان یافت.", ["list_count"]),
        ("پنج شرکت (سهامی خاص، تعاونی و دانش‌بنیان هم میان آنها) آمدند.", []),
        ("چهار خوشه چای، زعفران، پوشاک و نساجی پایان یافت.", ["list_count.ok"]),
        ("پنج خوشه چای، زعفران، پوشاک و نساجی پایان یافت.", ["list_count"]),
        ("پنج اولویت آموزش، تأمین مالی، برندسازی و صادرات تعریف شد.", ["list_count"]),
        ("پنج اولویت اقتصادی، اجتماعی و فرهنگی تعریف شد.", []),
        ("به تحریم‌ها ۲۰۰ میلیارد دلار خسارت به یزد رسید.", []),
        ("تفاهم‌نامه سه‌شنبه گذشته (۲۸ دی ۱۳۹۲) امضا شد.", ["weekday_mismatch"]),
        ("تفاهم‌نامه شنبه گذشته (۲۸ دی ۱۳۹۲) امضا شد.", []),
        ("آغاز برنامه خوشه گچ تیر ۱۴۰۲ و پایان آن مهر ۱۴۰۰ بوده است.", ["date_order"]),
        ("آغاز برنامه خوشه گچ تیر ۱۴۰۰ و پایان آن مهر ۱۴۰۲ بوده است.", []),
        ("خوشه گچ در مهر ۱۴۰۰ به پایان رسید؛ این برنامه در تیر ۱۴۰۲ آغاز شده بود.",
         ["date_order"]),
        ("خوشه گچ در مهر ۱۴۰۰ به پایان رسید و خوشه سفال در تیر ۱۴۰۲ آغاز شد.", []),
    ],
    ids=[
        "range-to-about", "row-of-levels", "part-beside-whole", "class-has-no-parts", "other-stuff",
        "taken-up-by-noun", "compared", "not-compared", "both-of-these", "none-of-the-other",
        "bracket-aside", "of-these", "in-the-midst", "home-and-abroad", "of-two-groups",
        "change-of-a-share", "shares-agree", "each-its-own", "ages-are-apart", "two-rests",
        "one-rest", "rest-in-the-noun", "total-without-and", "total-agrees",
        "round-but-not-so-round", "cut-off-digits",
        "share-whole-part", "share-whole-part-off", "which-makes", "which-have", "was-and-became",
        "was-and-became-agrees", "was-and-became-and-another", "district-number", "five-districts",
        "open-behind-closed", "three-monthly", "other-count-in-list", "bound-pair",
        "verb-behind-list", "semicolon-list", "semicolon-sentence", "bracket-row", "bracket-short",
        "bracket-sentence", "pair-or-two", "pair-or-two-short", "priorities", "adjectives",
        "national-sum", "weekday-last", "weekday-last-fits", "order-by-nouns",
        "order-by-nouns-agrees", "order-told-backwards", "order-of-two-clusters",
    ],
)  # fmt: skip
def test_checks_keep_apart_what_is_not_the_same(
    extractor: Extractor, text: str, codes: list[str]
) -> None:
    assert codes_of(extractor, LEDE + text) == codes


@pytest.mark.parametrize(
    ("title", "body", "codes"),
    [
        ("شاخص در انتظار ۶۰۰ هزار واحد", "شاخص میان ۵۵۰ تا ۵۸۰ هزار واحد است.", []),
        ("شاخص بورس ۵۰۰ واحد بالا رفت", "شاخص بورس ۵۵۳ واحد بالا رفت.", []),
        ("۵۰۰ نفر در خوشه گچ سمنان شاغلند", "در خوشه گچ سمنان ۴۵۰ تا ۵۵۰ نفر شاغلند.", []),
        (
            "۵۰۰ نفر در خوشه گچ سمنان شاغلند",
            "در خوشه گچ سمنان ۶۵۰ نفر شاغلند.",
            ["figure_conflict", "headline_body"],
        ),
        ("۸۰۰ نفر در خوشه گچ سمنان شاغلند", "در خوشه گچ سمنان ۷۸۰ نفر شاغلند.", []),
        (
            "۸۲۰ نفر در خوشه گچ سمنان شاغلند",
            "در خوشه گچ سمنان ۷۸۰ نفر شاغلند.",
            ["figure_conflict", "headline_body"],
        ),
    ],
    ids=["index", "index-points", "within-range", "another-value", "rounded", "no-rounding"],
)
def test_checks_compare_headlines(
    extractor: Extractor, title: str, body: str, codes: list[str]
) -> None:
    assert sorted(f.code.value for f in findings_of(extractor, LEDE + body, title)) == codes


def test_checks_find_two_speakers_with_two_values(extractor: Extractor) -> None:
    text = (
        LEDE + "در خوشه گچ گرمسار ۹۰۰ نفر شاغل هستند.\n"
        "لیلا مهرجو، رئیس اتحادیه گچ‌کاران گرمسار نیز گفت: در خوشه گچ گرمسار ۶۵۰ نفر شاغل هستند."
    )
    (conflict,) = (f for f in findings_of(extractor, text) if f.code == "figure_conflict")
    assert conflict.calculation == "900 ≠ 650"
    assert conflict.severity == "warning"
    assert len(conflict.refs) == 2


@pytest.mark.parametrize(
    ("year", "told"), [("۱۴۰۳", True), ("۱۴۰۲", False)], ids=["one-year", "two-years"]
)
def test_checks_know_one_year_by_two_names(extractor: Extractor, year: str, told: bool) -> None:
    text = (
        "رئیس اتاق بازرگانی سمنان گفت: صادرات خوشه گچ گرمسار سال گذشته ۹۰۰ هزار دلار بود.\n"
        f"عامل توسعه خوشه گچ گرمسار گفت: صادرات این خوشه در سال {year} به ۶۵۰ هزار دلار رسید."
    )
    article = Article(id="a", text=text, published=date(2025, 6, 9))
    codes = [finding.code for finding in extractor.extract(article).findings]
    assert ("figure_conflict" in codes) is told


def test_checks_show_the_sum_and_never_say_false(extractor: Extractor) -> None:
    (finding,) = findings_of(extractor, LEDE + "چهار خوشه گچ، سفال و پسته پایان یافته است.")
    assert finding.calculation == "1 + 1 + 1 = 3 ≠ 4"
    assert "با هم نمی‌خوانند" in finding.message_fa
    assert "agree" in finding.message_en
    assert [s.text for s in finding.spans] == ["چهار", "گچ", "سفال", "پسته"]


@pytest.mark.parametrize(
    "text",
    ["پنج خوشه گچ، سفال و پسته هست.", "در ۳۱ آبان ۱۴۰۱ آغاز شد.", "جمعه ۲۹ آبان ۱۴۰۱ آغاز شد."],
    ids=["list", "day", "weekday"],
)
def test_checks_state_sum_and_tolerance_and_speak_both_languages(
    extractor: Extractor, text: str
) -> None:
    (finding,) = findings_of(extractor, LEDE + text)
    assert finding.calculation
    assert finding.tolerance
    assert finding.message_fa != finding.message_en
    assert finding.refs or finding.spans
