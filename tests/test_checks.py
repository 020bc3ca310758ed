"""The single-article checks, on whole sentences as a newspaper prints them."""

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
        (LEDE + "خوشه گچ در تیر ۱۴۰۲ آغاز شد و در اسفند ۱۴۰۱ به پایان رسید.", ["date_order"]),
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
        "ends-before-start",
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


def test_checks_find_two_speakers_with_two_values(extractor: Extractor) -> None:
    text = (
        LEDE + "در خوشه گچ گرمسار ۹۰۰ نفر شاغل هستند.\n"
        "لیلا مهرجو، رئیس اتحادیه گچ‌کاران گرمسار نیز گفت: در خوشه گچ گرمسار ۶۵۰ نفر شاغل هستند."
    )
    (conflict,) = (f for f in findings_of(extractor, text) if f.code == "figure_conflict")
    assert conflict.calculation == "900 ≠ 650"
    assert conflict.severity == "warning"
    assert len(conflict.refs) == 2


def test_checks_show_the_sum_and_never_say_false(extractor: Extractor) -> None:
    (finding,) = findings_of(extractor, LEDE + "چهار خوشه گچ، سفال و پسته پایان یافته است.")
    assert finding.calculation == "1 + 1 + 1 = 3 ≠ 4"
    assert "با هم نمی‌خوانند" in finding.message_fa
    assert "agree" in finding.message_en
    assert [s.text for s in finding.spans] == ["چهار", "گچ", "سفال", "پسته"]
