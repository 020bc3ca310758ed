from datetime import date

import jdatetime
import pytest
import spacy

from extractor.lexicon.markup import parse_markup
from extractor.mentions import Date
from extractor.text.calendar import to_jalali
from extractor.text.dates import find_dates
from schemas.vocabularies import FindingCode, Resolution

PUBLISHED = date(2024, 5, 21)  # Tuesday, 1 Khordad 1403


def jalali(day: date | None) -> str:
    return "-".join(f"{part:02}" for part in to_jalali(day)) if day else ""


def attributes(found: Date) -> dict[str, str]:
    """Every attribute that a mark may name, as it is written there."""
    return {
        "jalali": f"{jalali(found.first)}..{jalali(found.last)}" if found.first else "none",
        "kind": found.kind,
        "granularity": found.granularity,
        "calendar": found.calendar,
        "modifier": found.modifier or "none",
        "duration": found.duration or "none",
        "resolution": found.resolution,
        "problem": found.problem or "none",
    }


def check(marked: str, published: date | None) -> None:
    text, tags = parse_markup(marked)
    found = find_dates(text, published=published)
    assert [text[d.start : d.end] for d in found] == [text[t.start : t.end] for t in tags]
    for value, tag in zip(found, tags, strict=True):
        got = attributes(value)
        assert {key: got[key] for key in tag.attributes} == tag.attributes


FULL = {
    "slashes": "در <date jalali=1402-05-12..1402-05-12>۱۴۰۲/۰۵/۱۲</date> گفت",
    "hyphens, day first": "در <date jalali=1402-05-12..1402-05-12>۱۲-۵-۱۴۰۲</date> گفت",
    "dots": "در <date jalali=1402-05-12..1402-05-12>۱۴۰۲.۵.۱۲</date> گفت",
    "short year": "در <date jalali=1402-05-12..1402-05-12>۰۲/۵/۱۲</date> گفت",
    "weekday and digits": "<date jalali=1402-07-18..1402-07-18>سه‌شنبه ۱۴۰۲/۰۷/۱۸</date> گفت",
    "gregorian digits": "<date jalali=1398-08-30..1398-08-30 calendar=gregorian>2019/11/21</date>",
    "dated": "نامه مورخ <date jalali=1399-03-10..1399-03-10>۹۹/۳/۱۰</date> رسید",
    "fraction": "۱۲/۵ درصد و ۳/۴ میلیون",
    "score": "با نتیجه ۲-۱-۳ و نسخه ۱.۲.۳",
    "thirteenth month": "بند ۱۴۰۲/۱۳/۰۵ آیین‌نامه",
    "weekday with a space": "<date jalali=1403-08-15..1403-08-15>سه شنبه پانزدهم آبان ۱۴۰۳</date>",
    "weekday joined": "<date jalali=1402-06-21..1402-06-21>سهشنبه ۲۱ شهریور ۱۴۰۲</date> در",
    "weekday, comma": "<date jalali=1402-06-21..1402-06-21>روز سه‌شنبه، ۲۱ شهریورماه ۱۴۰۲</date>",
    "weekday in digits": "<date jalali=1402-12-24..1402-12-24 problem=none>"
    "۵ شنبه ۲۴ اسفندماه ۱۴۰۲</date>",
    "weekday in digits, joined": "<date jalali=1402-12-24..1402-12-24 problem=none>"
    "5شنبه ۲۴ اسفند ۱۴۰۲</date>",
    "glued to a weekday": "<date jalali=1399-11-28..1399-11-28 problem=none>"
    "امروزسه شنبه بیست و هشتم بهمن ۱۳۹۹</date> بود",
    "hour before a weekday": "ساعت ۵ <date jalali=1403-02-29..1403-02-29>شنبه</date> گذشت",
    "word that ends like a count": "از مدرسه <date jalali=1403-02-29..1403-02-29>شنبه</date> گذشت",
    "joined and": "<date jalali=1402-01-23..1402-01-23>بیست وسوم فروردین ۱۴۰۲</date> بود",
    "ending of an ordinal": "<date jalali=1402-01-23..1402-01-23>۲۳م فروردین ۱۴۰۲</date> بود",
    "year in words": "<date jalali=1357-11-22..1357-11-22>"
    "بیست و دوم بهمن هزار و سیصد و پنجاه و هفت</date>",
    "count in words": "هزار و سیصد و پنجاه و هفت نفر",
    "hijri year said": "<date calendar=hijri jalali=1361-04-01..1361-04-29>"
    "رمضان ۱۴۰۲ قمری</date> بود",
    "years of two calendars": "<date jalali=none>رمضان ۱۴۰۲</date> بود",
    "day words": "<date jalali=1402-01-23..1402-01-23>بیست و سوم فروردین ماه سال ۱۴۰۲</date>",
    "thirtieth": "<date jalali=1402-08-30..1402-08-30>سی‌ام آبان ۱۴۰۲</date> و رفت",
    "day in one word": "<date jalali=1402-06-25..1402-06-25>بیست‌وپنجم شهریور ۱۴۰۲</date> بود",
    "short year after month": "<date jalali=1397-12-25..1397-12-25>۲۵ اسفند ۹۷</date> بود",
    "count after month": "در <date jalali=1403-02-12..1403-02-12>۱۲ اردیبهشت</date> ۸۵ نفر آمدند",
    "list of days": "<date jalali=1402-07-27..1402-07-29>۲۷، ۲۸ و ۲۹ مهر ۱۴۰۲</date>",
    "number before a day": "ماده ۵، <date jalali=1402-07-12..1402-07-12>۱۲ مهر ۱۴۰۲</date>",
    "range under one month": "<date jalali=1404-01-26..1404-01-28>۱۵ تا ۱۷ آوریل ۲۰۲۵</date>",
    "from to": "از <date jalali=1402-07-15..1402-07-15>۱۵ مهر</date> تا "
    "<date jalali=1402-08-20..1402-08-20>۲۰ آبان ۱۴۰۲</date>",
    "gregorian day": "<date jalali=1401-02-27..1401-02-27 calendar=gregorian>۱۷ می ۲۰۲۲</date> بود",
    "verb prefix": "او می گوید ۱۷ می رسد و ۲۰ می شود و می‌آید",
    "verb prefix after a month": "تا <date jalali=1403-03-14..1403-03-14>۱۴ خرداد ماه</date> می "
    "توانند بیایند",
    "hijri": "<date calendar=hijri jalali=1402-04-15..1402-04-15>۱۸ ذی‌الحجه ۱۴۴۴</date> بود",
    "street": "در خیابان ۱۷ شهریور و بنیاد ۱۵ خرداد و میدان ۲۲ بهمن",
    "phone": "تلفن ۰۲۱-۸۸-۱۲ و ۰۹۱۲۱۲۳۴۵۶۷ تماس",
    "hour": "ساعت ۱۰ <date jalali=1403-02-29..1403-02-29>روز شنبه</date> بود",
    "hour is no day": "ساعت ۱۴ و ۳۰ دقیقه",
    "glued preposition": "بسیج از<date jalali=1392-01-01..1392-12-29>سال 92</date> راه افتاد",
}

YEARS = {
    "start of a year before a noun": "فاز دوم از <date jalali=1404-01-01..1404-12-29"
    " modifier=start>ابتدای ۱۴۰۴</date> آغاز می‌شود",
    "start of a row of numbers": "ابتدای ۱۴۰۴ درصد رشد",
    "passive to come": "کار از <date jalali=1403-07-01..1403-07-30>مهرماه</date> با مجری تازه از سر"
    " گرفته شود.",
    "month as a given name": "رضا کامیاب و بهمن نیک‌روش آمدند",
    "month behind a month": "<date jalali=1402-09-01..1402-09-30>آذر</date> و"
    " <date jalali=1402-11-01..1402-11-30>بهمن</date> برگزار شد",
    "year": "در <date jalali=1399-01-01..1399-12-30 granularity=year>سال ۱۳۹۹</date> بود",
    "short year": "<date jalali=1398-01-01..1398-12-29>سال ۹۸</date> خاتمه یافت",
    "glued": "شرکت برتر <date jalali=1398-01-01..1398-12-29>سال۹۸</date> در",
    "short year after 1400": "<date jalali=1402-01-01..1402-12-29>سال ۰۲</date> خاتمه یافت",
    "long ago": "۱۴۰۰ سال پیش و ۲۰۰۰ سال",
    "a quantity a year": "در سال ۱۲ نمایشگاه و در سال ۸۰ هزار تن و در سال 480 تومان و سالِ ۵",
    "gregorian": "<date calendar=gregorian jalali=1396-10-11..1397-10-10>سال ۲۰۱۸ میلادی</date>",
    "edges": "از <date jalali=1397-01-01..1397-12-29 modifier=start>ابتدای سال ۱۳۹۷</date> تا "
    "<date jalali=1399-01-01..1399-12-30 modifier=end>پایان سال ۱۳۹۹</date>",
    "before": "<date modifier=before jalali=1395-01-01..1395-12-30>پیش از سال ۱۳۹۵</date>",
    "after": "<date modifier=after jalali=1403-01-01..1403-12-30>پس از سال ۱۴۰۳</date>",
    "about": "<date modifier=about jalali=1390-01-01..1390-12-29>حدود سال ۱۳۹۰</date>",
    "bare after from": "از <date jalali=1398-01-01..1398-12-29>۱۳۹۸</date> تا "
    "<date jalali=1400-01-01..1400-12-29>۱۴۰۰</date> رشد کرد",
    "bare in brackets": "(<date jalali=1398-01-01..1398-12-29>۱۳۹۸</date>)",
    "bare count": "۱۴۰۰ نفر و ۱۳۹۰ تن و بیش از ۱۴۰۰ کارگاه",
    "short second year": "<date jalali=1395-01-01..1395-12-30>سال ۹۵</date> تا "
    "<date jalali=1398-01-01..1398-12-29>۹۸</date> رسید",
    "row": "<date jalali=1397-01-01..1398-12-29>سال‌های ۱۳۹۷ و ۱۳۹۸</date> بود",
    "decade": "<date jalali=1380-01-01..1389-12-29 granularity=decade>دهه ۸۰</date> بود",
    "end of a decade": "<date modifier=end jalali=1390-01-01..1399-12-30>اواخر دهه ۹۰</date> بود",
    "farm year": "<date jalali=1402-07-01..1403-06-31>سال زراعی ۱۴۰۲-۱۴۰۳</date> بود",
    "financial year": "<date jalali=1402-01-01..1402-12-29>سال مالی ۱۴۰۲</date> بود",
    "decade word": "<date jalali=1370-01-01..1379-12-30>دهه هفتاد</date> بود",
    "decade gregorian": "<date jalali=1368-10-11..1378-10-10>دهه ۹۰ میلادی</date> بود",
    "century": "<date granularity=century calendar=gregorian>قرن بیستم</date> بود",
    "government": "<date modifier=start resolution=era jalali=1400-05-12..1403-05-06>"
    "ابتدای دولت سیزدهم</date>",
    "government unnumbered": "هیئت دولت و دولت جدید و برنامه دوم شرکت",
    "plan": "<date granularity=era jalali=1396-01-01..1400-12-29>برنامه پنج‌ساله ششم توسعه</date>",
    "programme year": "سال سوم برنامه و سال اول و سال تحصیلی",
    "school year": "در <date jalali=1398-07-01..1399-06-31>سال تحصیلی ۹۸-۹۹</date> بود",
    "short financial year": "در <date jalali=1397-01-01..1397-12-29>سال مالی ۹۷</date> گفت",
    "year of a budget": "قانون بودجه <date jalali=1399-01-01..1399-12-30>۹۹</date> را خواند",
    "sum in a budget": "بودجه ۹۹ میلیارد تومانی و بودجه ۹۷ نفر",
    "horizon": "تا افق <date jalali=1407-01-01..1407-12-29>۱۴۰۷</date> این رقم",
    "row of years": "در فاصله <date>۱۴۰۰</date> تا <date>۱۴۰۲</date> از ۷ به ۹ رسید",
    "row of counts": "از ۱۴۰۰ تا ۱۴۵۰ نفر و ۱۴۰۰ تا ۱۴۲۰ تومان",
    "year before an adverb": "در <date jalali=1402-01-01..1402-12-29>۱۴۰۲</date> تنها ۹۸ تن",
    "count after a preposition": "در ۱۴۰۲ کارگاه",
    "bare before a compound verb": "از <date jalali=1399-01-01..1399-12-30>۱۳۹۹</date> آغاز شد، در "
    "<date jalali=1402-01-01..1402-12-29>۱۴۰۲</date> پایان یافت",
    "bare before a coming end": "تا <date jalali=1404-01-01..1404-12-29>۱۴۰۴</date> تمام می‌شود",
    "bare and glued": "از<date jalali=1399-01-01..1399-12-30>1399</date>شروع به کار کرد",
    "bare behind a label": "شروع: <date jalali=1399-01-01..1399-12-30>۱۳۹۹</date>، "
    "خاتمه <date jalali=1402-01-01..1402-12-29>۱۴۰۲</date>.",
    "counts before nouns": "از ۱۳۹۹ نفر و در ۱۴۰۲ واحد و از ۱۴۰۰ آغازگر و تا ۱۴۰۰ پرونده بسته شد",
    "counts behind a label": "شروع: ۱۴۰۰ نفر و ساخت ۱۴۰۰ واحد",
    "month of figures": "آمار <date jalali=1402-09-01..1402-09-30>آذر</date> ما و دوست آذر ما",
    "slips of the pen": "<date>فرودین امسال</date> و <date>پنحشنبه ۲۰ اردیبشهت</date>",
    "until a subjunctive": "تا <date jalali=1403-09-01..1403-09-30>آذرماه</date> آماده شود",
    "subjunctive in between": "<date jalali=1403-02-29..1403-02-29>شنبه</date> که پاسخ دهد، رفت",
    "point ago": "<date jalali=1403-02-29..1403-02-29 duration=none>سه روز پیش</date> و "
    "<date jalali=1400-01-01..1400-12-29>سه سال قبل</date>",
    "span until now": "<date jalali=none duration=P3D>سه روز گذشته</date>",
    "joined length": "بعد از <date duration=P1Y>یکسال</date> و طی <date duration=P2M>دوماه</date>",
    "length of its owner": "دوره <date duration=P3Y>سه‌ساله</date>‌اش به سر آمد",
    "years in general": "این سال ها و در سال‌های آینده",
}

PARTS = {
    "quarter": "<date jalali=1403-01-01..1403-03-31 granularity=month>سه‌ماهه نخست ۱۴۰۳</date>",
    "quarter, lost half-space": "<date jalali=1398-04-01..1398-06-31>سهماهه دوم سال ۹۸</date>",
    "first months": "<date jalali=1403-01-01..1403-04-31>چهار ماه نخست امسال</date> بود",
    "nine months": "<date jalali=1402-01-01..1402-09-30>۹ ماهه سال گذشته</date> بود",
    "last quarter": "<date jalali=1402-10-01..1402-12-29>سه ماه پایانی سال ۱۴۰۲</date> بود",
    "half": "<date jalali=1402-07-01..1402-12-29 granularity=half>نیمه دوم ۱۴۰۲</date> بود",
    "half of the current year": "<date jalali=1403-01-01..1403-06-31>نیمه نخست سال</date> بود",
    "half of a match": "در نیمه نخست بازی و نیمه دوم",
    "season": "<date jalali=1401-01-01..1401-03-31 granularity=season>بهار ۱۴۰۱</date> بود",
    "season of this year": "در <date jalali=1403-01-01..1403-03-31>بهار</date> رسید",
    "season as a name": "خانم بهار گفت روزنامه بهار",
    "month": "از <date jalali=1400-02-01..1400-02-31>اردیبهشت ۱۴۰۰</date> وارد شد",
    "month joined": "<date jalali=1401-10-01..1401-10-30>دیماه ۱۴۰۱</date> بود",
    "month spelling": "<date jalali=1401-05-01..1401-05-31>امرداد ماه سال ۱۴۰۱</date> بود",
    "middle of a month": "<date jalali=1403-08-01..1403-08-30 modifier=mid>نیمه آبان</date> است",
    "tenth part": "<date jalali=1402-05-21..1402-05-31>دهه سوم مرداد ۱۴۰۲</date> بود",
    "first days": "<date jalali=1398-09-01..1398-09-17>۱۷ روز ابتدای آذرماه ۹۸</date> بود",
    "week of a month": "<date jalali=1402-07-08..1402-07-14>هفته دوم مهر ۱۴۰۲</date> بود",
    "month of a year": "<date jalali=1402-01-01..1402-01-31>ماه اول سال ۱۴۰۲</date> بود",
    "months side by side": "<date jalali=1402-11-01..1402-11-30>بهمن</date> و "
    "<date jalali=1402-12-01..1402-12-29>اسفند سال گذشته</date> بود",
    "months shared": "از <date jalali=1402-01-01..1402-01-31>فروردین</date> تا "
    "<date jalali=1402-03-01..1402-03-31>خرداد ۱۴۰۲</date>",
    "over the year": "از <date jalali=1398-09-01..1398-09-30>آذر ۱۳۹۸</date> تا "
    "<date jalali=1399-07-01..1399-07-30>مهر</date> بود",
    "agency": "به گزارش مهر و به نقل از مهر، خبرگزاری مهر و مسکن مهر",
    "agency and date": "ایسنا از <date jalali=1402-07-01..1402-07-30>مهر ۱۴۰۲</date> نوشت",
    "province and date": "استان فارس از <date jalali=1402-05-01..1402-05-31>مرداد ۱۴۰۲</date> بود",
    "names": "خانم آذر و آقای بهمن با تیر و کمان؛ تیراندازی شد",
    "gregorian month": "<date jalali=1398-09-10..1398-10-10>ماه دسامبر 2019</date> بود",
}

RELATIVE = {
    "yesterday": "<date jalali=1403-02-31..1403-02-31 resolution=published>صبح دیروز</date> گفت",
    "day before": "<date jalali=1403-02-30..1403-02-30>پریروز</date> گفت",
    "last day": "<date jalali=1403-02-31..1403-02-31>روز گذشته</date> گفت",
    "last night": "<date jalali=1403-02-31..1403-02-31>شب گذشته</date> گفت",
    "today with date": "<date jalali=1403-03-01..1403-03-01>امروز اول خرداد</date> گفت",
    "date in brackets": "<date jalali=1403-02-31..1403-02-31>دیروز</date> "
    "(<date jalali=1403-02-31..1403-02-31>۳۱ اردیبهشت</date>)",
    "weekday before a date": "<date jalali=1403-03-08..1403-03-08>روز سه‌شنبه</date> "
    "(<date jalali=1403-03-08..1403-03-08>۱۴۰۳/۳/۸</date>) رفتند",
    "tomorrow": "از <date jalali=1403-03-02..1403-03-02>فردا</date> /"
    "<date jalali=1403-03-02..1403-03-02>چهارشنبه</date>/ آغاز می‌شود",
    "last week": "<date jalali=1403-02-22..1403-02-28 granularity=week>هفته گذشته</date> بود",
    "weekday of this week": "<date jalali=1403-03-02..1403-03-02>چهارشنبه این هفته</date> است",
    "last month": "<date jalali=1403-02-01..1403-02-31>ماه گذشته</date> بود",
    "end of month": "تا <date jalali=1403-03-01..1403-03-31 modifier=end>پایان ماه جاری</date> باز",
    "end of the month": "تا <date jalali=1403-03-01..1403-03-31 modifier=end>پایان ماه</date> باز",
    "last year": "<date jalali=1402-01-01..1402-12-29>سال گذشته</date> بود",
    "this year": "<date jalali=1403-01-01..1403-12-30>امسال</date> است",
    "month last year": "<date jalali=1402-02-01..1402-02-31>اردیبهشت سال گذشته</date> بود",
    "past month": "<date jalali=1402-12-25..1402-12-25>۲۵ اسفند گذشته</date> بود",
    "start of year": "از <date jalali=1403-01-01..1403-12-30 modifier=start>ابتدای سال</date> رفت",
    "year and a count": "تا <date jalali=1403-01-01..1403-12-30 modifier=end>پایان سال</date> "
    "۱۰ زنبوردار",
    "year and a large count": "از <date jalali=1403-01-01..1403-12-30 modifier=start>"
    "ابتدای سال</date> ۴۵ واحد",
    "short year and a noun": "تا <date jalali=1398-01-01..1398-12-29 modifier=end>"
    "پایان سال ۹۸</date> طرح",
    "season before its verb": "قرار است <date jalali=1403-07-01..1403-09-30>پاییز</date> برود",
    "season of a name": "هوای پاییز و باد بهار",
    "weekday back": "<date jalali=1403-02-31..1403-02-31>روز دوشنبه</date> گفت",
    "weekday to come": "<date jalali=1403-03-05..1403-03-05>روز شنبه</date> برگزار خواهد شد",
    "next weekday": "<date jalali=1403-03-07..1403-03-07>دوشنبه آینده</date> است",
    "weekdays": "شنبه‌ها و روزهای پنجشنبه و هر شنبه و نماز جمعه",
    "compared year": "<date jalali=1401-01-01..1401-12-29>سال ۱۴۰۱</date> نسبت به مدت مشابه "
    "<date jalali=1400-01-01..1400-12-29 resolution=context>سال قبل</date> رشد داشت",
    "year before that": "<date jalali=1401-01-01..1401-12-29>سال ۱۴۰۱</date> نسبت به "
    "<date jalali=1400-01-01..1400-12-29>سال قبل از آن</date> رشد داشت",
    "same year": "<date jalali=1402-01-01..1402-01-31>فروردین 1402</date> تصویب شد و از "
    "<date jalali=1402-03-01..1402-03-31>خرداد همان سال</date> در حال اجراست",
    "forecast": "در سال پیش بینی شده و چند روز گذشته و چندین سال پیش",
    "ages of the world": "پنج میلیارد سال پیش",
    "future verb": "تا <date jalali=1403-10-01..1403-10-30>آخر دی</date> تمام خواهد شد",
    "past verb": "در <date jalali=1402-10-01..1402-10-30>دی‌ماه</date> آغاز شد",
    "a year only reckoned is not passed on": "<date jalali=1402-12-25..1402-12-25>۲۵ اسفند</date> "
    "گفت که تا <date jalali=1403-07-05..1403-07-05>پنجم مهر</date> خواهد ماند",
    "until now": "از <date jalali=1402-11-01..1402-11-30>بهمن</date> تا الان می‌گیرد",
    "coming soon": "راهپیمایی <date jalali=1403-03-14..1403-03-14>۱۴ خرداد</date> دعوت کرد",
    "week of the government": "<date jalali=1403-06-02..1403-06-08>هفته دولت</date> است",
}

LENGTHS = {
    "years": "طی <date kind=duration duration=P3Y>سه سال</date> اجرا",
    "months": "<date kind=duration duration=P4M>چهار ماه</date> گرم",
    "days": "ظرف <date kind=duration duration=P10D>ده روز</date> رسید",
    "weeks": "<date kind=duration duration=P2W>دو هفته</date> طول کشید",
    "attribute": "دوره <date kind=duration duration=P3Y>سه‌ساله</date> بود",
    "attribute joined": "پروژه <date kind=duration duration=P3Y>سهساله</date> بود",
    "range": "بازه <date kind=duration duration=P2M>یک تا دو ماهه</date> بود",
    "about": "<date kind=duration duration=P3Y modifier=about>حدود سه سال</date> بود",
    "and a half": "<date duration=P1Y6M>یک سال و نیم</date> بود",
    "half before": "<date duration=P2Y6M>دو و نیم سال</date> بود",
    "two units": "<date duration=P2Y3M>دو سال و سه ماه</date> بود",
    "from now, two numbers": "<date kind=date duration=P3D>دو سه روز اخیر</date> بود",
    "from now": "<date kind=date jalali=none duration=P4M>چهار ماه اخیر</date> بود",
    "age": "او ۴۷ سال دارد؛ مرد ۶۰ ساله و مهاجم ۲۶ ساله و ۱۸ سال سن و افراد بالای ۶۵ سال",
    "hours": "طی ۴۸ ساعت و ۳۰ دقیقه",
    "compound number": "هزار و ۲۰۰ روز",
    "once": "یک روز او را دید",
    "one day": "ظرف <date duration=P1D>یک روز</date> رسید",
    "repetition": "<date kind=set>سالانه</date> تولید می‌شود",
    "repetition counted": "<date kind=set duration=P2M>هر دو ماه یک بار</date> آمد",
    "repetition of no count": "هر ۹۶۵۷۷۷۷ ماه یک بار گزارش می‌دهد",
    "newspaper": "روزنامه و ماهنامه و هفته‌نامه",
}


@pytest.mark.parametrize(
    "marked",
    [m for table in (FULL, YEARS, PARTS, RELATIVE, LENGTHS) for m in table.values()],
    ids=[
        f"{name}: {key}"
        for name, table in (
            ("full", FULL),
            ("years", YEARS),
            ("parts", PARTS),
            ("relative", RELATIVE),
            ("lengths", LENGTHS),
        )
        for key in table
    ],
)
def test_dates_marked(marked: str) -> None:
    check(marked, PUBLISHED)


UNPUBLISHED = {
    "weekday picks the year": "<date jalali=1404-10-06..1404-10-06 resolution=weekday>"
    "شنبه ششم دی</date>",
    "weekday near a year of the text": "<date jalali=1400-12-11..1400-12-11>"
    "چهارشنبه یازدهم اسفند</date> گفت <date>سال ۱۳۹۸</date> و <date>سال ۱۴۰۱</date>",
    "no year at all": "در <date jalali=none resolution=unresolved>۱۲ مهر</date> و "
    "<date jalali=none resolution=unresolved>سال گذشته</date>",
    "dateline": "<date jalali=1403-08-15..1403-08-15>سه‌شنبه ۱۵ آبان ۱۴۰۳</date> مقرر شد هیئت "
    "<date jalali=1403-09-01..1403-09-30>آذرماه</date> اعزام شود",
    "no day like that": "<date jalali=none problem=invalid_date>۳۱ آبان</date> آمد",
}


@pytest.mark.parametrize("marked", UNPUBLISHED.values(), ids=UNPUBLISHED.keys())
def test_dates_without_publication_date(marked: str) -> None:
    check(marked, None)


def test_dates_weekday_keeps_the_other_years() -> None:
    (found,) = find_dates("شنبه ششم دی گفت", as_of=date(2026, 6, 30))
    assert found.resolution is Resolution.WEEKDAY
    years = sorted(to_jalali(first)[0] for first, _ in found.candidates)
    assert years == [1393, 1399]
    (earlier,) = find_dates("شنبه ششم دی گفت", as_of=date(2024, 6, 30))
    assert jalali(earlier.first) == "1399-10-06"


@pytest.mark.parametrize(
    ("text", "problem", "calculation"),
    [
        ("۳۱ مهر ۱۴۰۲", FindingCode.INVALID_DATE, "مهر has 30 days: 31 > 30"),
        ("۱۴۰۲/۱۲/۳۰", FindingCode.INVALID_DATE, "اسفند 1402 has 29 days: 30 > 29"),
        (
            "یکشنبه ۹ آبان ۱۴۰۲",
            FindingCode.WEEKDAY_MISMATCH,
            "1402-08-09 is a Tuesday; the text says Sunday",
        ),
        ("سه‌شنبه ۹ آبان ۱۴۰۲", None, ""),
        ("۳۰ اسفند ۱۴۰۳", None, ""),
    ],
    ids=["thirty-first", "common year", "weekday", "weekday fits", "leap year"],
)
def test_dates_problem(text: str, problem: FindingCode | None, calculation: str) -> None:
    (found,) = find_dates(text)
    assert (found.problem, found.calculation) == (problem, calculation)
    assert (found.first is None) == (problem is FindingCode.INVALID_DATE)


MONTHS = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]
WEEKDAYS = ["شنبه", "یک‌شنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]
ONES = ["", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم"]
TEENS = [
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
    "چهاردهم",
    "پانزدهم",
    "شانزدهم",
    "هفدهم",
    "هجدهم",
    "نوزدهم",
]


def ordinal(day: int) -> str:
    if day < 20:
        return ONES[day] if day < 10 else TEENS[day - 10]
    tens = "بیست" if day < 30 else "سی"
    return f"{tens} و {ONES[day % 10]}" if day % 10 else {20: "بیستم", 30: "سی‌ام"}[day]


def written_forms(day: jdatetime.date) -> list[str]:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day} {month}‌ماه {day.year}",
        f"{day.day} {month}ماه سال {day.year}",
        f"{ordinal(day.day)} {month} ماه {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"روز {weekday} {ordinal(day.day)} {month} سال {day.year}",
        f"{weekday.replace('‌', ' ')}، {day.day} {month} {day.year % 100:02}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{weekday} {day.year}/{day.month}/{day.day}",
        f"{day.day}-{day.month}-{day.year}",
    ]


def test_dates_every_written_form_of_a_day_against_the_oracle() -> None:
    day = jdatetime.date(1395, 1, 1)
    while day.year < 1408:
        for form in written_forms(day):
            (found,) = find_dates(f"در {form} گفت")
            assert (found.start, found.end) == (3, 3 + len(form)), form
            assert found.first == found.last == day.togregorian(), form
            assert found.problem is None, form
        day += jdatetime.timedelta(days=11)


@pytest.mark.parametrize("unit", ["۱۲ مهر ", "۳۱ آبان ", "شنبه ", "سال ۱۳۹۸ و ", "یک و ", "۱/"])
def test_dates_of_a_long_text_stay_linear_in_number(unit: str) -> None:
    assert len(find_dates(unit * 400)) <= 2 * len(find_dates(unit * 200)) + 2


def test_dates_component_writes_exact_offsets_and_spans() -> None:
    nlp = spacy.blank("fa")
    nlp.add_pipe("khooshechin_dates")
    text = "در ۱۴۰۲/۰۵/۱۲ و سال۹۸ بود"
    doc = nlp(text)
    assert [text[d.start : d.end] for d in doc._.dates] == ["۱۴۰۲/۰۵/۱۲", "سال۹۸"]
    assert [span._.date for span in doc.spans["dates"]] == list(doc._.dates)
