"""What was done for clusters, by type."""

import pytest
from cluster_docs import read

from schemas.vocabularies import Phase

# Types of what is told of the cluster, and the sentence; without types nothing is told.
TOLD = [
    ("training", "در خوشه <cluster>گز</cluster> ۱۰ دوره آموزشی برگزار شد."),
    ("training", "برای فعالان خوشه <cluster>گز</cluster> کلاس‌های مهارتی برپا شد."),
    ("training", "۱۲۰ نفر از اعضای خوشه <cluster>گز</cluster> آموزش دیده‌اند."),
    (
        "training",
        (
            "برگزاری کارگاه‌های آموزشی بازاریابی و بسته‌بندی برای اعضای خوشه "
            "<cluster>گز</cluster> از دیگر برنامه‌هاست."
        ),
    ),
    ("training", "خوشه <cluster>گز</cluster> ۱۵۰۰ نفرساعت آموزش برگزار کرد."),
    ("training", "هنرجویان خوشه <cluster>گز</cluster> دوره‌های طراحی را گذراندند."),
    (
        "training,exhibition",
        "در خوشه <cluster>گز</cluster> چهار دوره برگزار و در دو نمایشگاه داخلی غرفه گرفته شد.",
    ),
    ("exhibition", "اعضای خوشه <cluster>گز</cluster> در نمایشگاه بین‌المللی تهران شرکت کردند."),
    ("exhibition", "خوشه <cluster>گز</cluster> با ۱۲ شرکت در اکسپو دبی حاضر شد."),
    ("exhibition", "پاویون خوشه <cluster>گز</cluster> در دبی برپا شد."),
    ("exhibition", "بازدید اعضای خوشه <cluster>گز</cluster> از نمایشگاه آنوگا انجام شد."),
    ("tour,exhibition", "اعضای خوشه <cluster>گز</cluster> با تور نمایشگاهی به دبی رفتند."),
    ("tour", "تور صنعتی برای اعضای خوشه <cluster>گز</cluster> برگزار شد."),
    ("tour", "فعالان خوشه <cluster>گز</cluster> از کارخانه‌های تبریز بازدید کردند."),
    ("tour", "دو سفر آموزشی به ترکیه برای خوشه <cluster>گز</cluster> ترتیب داده شد."),
    ("trade_mission", "هیئت تجاری خوشه <cluster>گز</cluster> به عراق رفت."),
    ("trade_mission", "یک هیأت از تجار روس مهمان خوشه <cluster>گز</cluster> بود."),
    ("trade_mission", "اعزام هیئت بازاریابی به عمان از برنامه‌های خوشه <cluster>گز</cluster> است."),
    ("event", "نخستین جشنواره ملی خوشه <cluster>گز</cluster> برگزار شد."),
    ("event", "استارتاپ ویکند خوشه <cluster>گز</cluster> برپا شد."),
    ("meeting", "در خوشه <cluster>گز</cluster> چهار نشست هم‌اندیشی برگزار شد."),
    (
        "meeting",
        "برگزاری جلسات هم‌اندیشی میان اعضای خوشه <cluster>گز</cluster> از اقدامات انجام شده است.",
    ),
    ("study", "مطالعه بازار روسیه برای خوشه <cluster>گز</cluster> انجام شد."),
    ("study", "مطالعه شناختی خوشه <cluster>گز</cluster> آغاز شد."),
    ("consortium", "کنسرسیوم صادراتی خوشه <cluster>گز</cluster> تشکیل شد."),
    ("consortium", "اعضای خوشه <cluster>گز</cluster> یک کنسرسیوم صادراتی ثبت می‌کنند."),
    ("institution", "شرکت تعاونی خوشه <cluster>گز</cluster> ثبت شد."),
    ("institution", "اتحادیه تولیدکنندگان خوشه <cluster>گز</cluster> شکل گرفت."),
    ("institution", "مرکز نوآوری خوشه <cluster>گز</cluster> افتتاح شد."),
    ("institution", "اعضای خوشه <cluster>گز</cluster> شبکه خرید مواد اولیه تشکیل دادند."),
    ("institution", "در خوشه <cluster>گز</cluster> سه شبکه شکل گرفته است."),
    ("branding", "برند جمعی خوشه <cluster>گز</cluster> ثبت شد."),
    ("branding", "نشان جغرافیایی گز با تلاش خوشه <cluster>گز</cluster> ثبت شد."),
    ("branding", "طراحی نشان تجاری مشترک برای خوشه <cluster>گز</cluster> در دست انجام است."),
    ("standard", "استاندارد ملی برای خوشه <cluster>گز</cluster> تدوین شد."),
    ("standard", "۱۲ واحد خوشه <cluster>گز</cluster> گواهینامه ایزو گرفتند."),
    ("product_development", "در خوشه <cluster>گز</cluster> پنج محصول جدید طراحی شد."),
    ("product_development", "نمونه‌سازی محصولات جدید در خوشه <cluster>گز</cluster> انجام شد."),
    ("market_development", "فروشگاه اینترنتی خوشه <cluster>گز</cluster> راه‌اندازی شد."),
    ("market_development", "خوشه <cluster>گز</cluster> دفتر فروش در عراق باز کرد."),
    ("database", "بانک اطلاعات خوشه <cluster>گز</cluster> تهیه شد."),
    ("database", "وب‌سایت خوشه <cluster>گز</cluster> راه‌اندازی شد."),
    ("finance", "به اعضای خوشه <cluster>گز</cluster> ۵۰ میلیارد ریال تسهیلات پرداخت شد."),
    ("finance", "پرداخت وام به اعضای خوشه <cluster>گز</cluster> آغاز شده است."),
    ("infrastructure", "آزمایشگاه مرجع خوشه <cluster>گز</cluster> راه‌اندازی شد."),
    ("infrastructure", "۲۰ هکتار زمین برای خوشه <cluster>گز</cluster> در نظر گرفته شده است."),
    ("infrastructure", "سردخانه مشترک خوشه <cluster>گز</cluster> ساخته شد."),
    ("infrastructure", "خرید ماشین‌آلات مشترک برای خوشه <cluster>گز</cluster> انجام شد."),
    ("agreement", "تفاهم‌نامه‌ای میان خوشه <cluster>گز</cluster> و دانشگاه امضا شد."),
    ("agreement", "خوشه <cluster>گز</cluster> با دانشگاه قرارداد همکاری بست."),
    ("consulting", "ارائه خدمات مشاوره به اعضای خوشه <cluster>گز</cluster> آغاز شد."),
    (
        "consulting,training",
        "در خوشه <cluster>گز</cluster> ۲۰۰ ساعت مشاوره تخصصی و ۱۰ کارگاه آموزشی ارائه شد.",
    ),
    ("", "عضو خوشه <cluster>گز</cluster> در نشست خبری گفت: تولید خوب است."),
    ("", "اعضای خوشه <cluster>گز</cluster> خواستار برگزاری نمایشگاه شدند."),
    ("", "خوشه <cluster>گز</cluster> به آموزش نیاز دارد."),
    ("", "هنوز برای خوشه <cluster>گز</cluster> دوره‌ای برگزار نشده است."),
    ("", "خوشه <cluster>گز</cluster> دوره سه ساله خود را پشت سر گذاشت."),
    ("", "مشکل خوشه <cluster>گز</cluster> نبود تسهیلات است."),
    ("", "جلسه شورای راهبری خوشه <cluster>گز</cluster> برگزار شد."),
    ("", "رئیس اتحادیه تولیدکنندگان گز از خوشه <cluster>گز</cluster> تشکر کرد."),
    ("", "مدیرعامل در بازدید از خوشه <cluster>گز</cluster> گفت: کارها خوب است."),
    ("", "صادرات خوشه <cluster>گز</cluster> به عراق رسید."),
    ("", "در خوشه <cluster>گز</cluster> ۵۰۰ واحد صنعتی و کارگاه فعال است."),
    ("", "اعضای خوشه <cluster>گز</cluster> از نبود آزمایشگاه گلایه دارند."),
    ("", "باید برای خوشه <cluster>گز</cluster> برند جمعی ثبت شود."),
    ("", "مسئولان اداره استاندارد از خوشه <cluster>گز</cluster> بازدید کردند."),
    ("", "بانک‌ها به خوشه <cluster>گز</cluster> تسهیلات نمی‌دهند."),
]
IDS = [f"{types or 'none'}-{n}" for n, (types, _) in enumerate(TOLD)]


@pytest.mark.parametrize(("types", "marked"), TOLD, ids=IDS)
def test_activities_types(types: str, marked: str) -> None:
    found = {activity.type.value for activity in read(marked)._.activities}
    assert found == set(filter(None, types.split(",")))


@pytest.mark.parametrize(
    ("phase", "marked"),
    [
        (Phase.DONE, "در خوشه <cluster>گز</cluster> دو نمایشگاه برگزار شد."),
        (Phase.ONGOING, "در خوشه <cluster>گز</cluster> هر ماه نمایشگاه برگزار می‌شود."),
        (Phase.PLANNED, "قرار است برای خوشه <cluster>گز</cluster> نمایشگاه برگزار شود."),
        (Phase.PLANNED, "برای خوشه <cluster>گز</cluster> نمایشگاه برگزار خواهد شد."),
        (Phase.PLANNED, "اگر زمین ۳۰ هکتاری خوشه <cluster>گز</cluster> تحویل شود راضی هستیم."),
    ],
    ids=["past", "present", "plan", "future", "condition"],
)
def test_activities_phase(phase: Phase, marked: str) -> None:
    assert [activity.phase for activity in read(marked)._.activities] == [phase]


def test_activities_of_these_clusters_belong_to_each() -> None:
    marked = (
        "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> پایان یافته است. "
        "برگزاری دوره‌های آموزشی برای این خوشه‌ها ادامه دارد."
    )
    assert [activity.clusters for activity in read(marked)._.activities] == [(0, 1)]


def test_activities_after_a_list_need_its_mention() -> None:
    marked = (
        "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> پایان یافته است. "
        "۵۲ دوره آموزشی در استان برگزار شد."
    )
    assert read(marked)._.activities == ()


def test_activities_course_topic_is_none() -> None:
    marked = "در خوشه <cluster>گز</cluster> دوره‌های آموزشی برندسازی و صادرات برگزار شد."
    assert [activity.type.value for activity in read(marked)._.activities] == ["training"]


def test_activities_nothing_without_clusters() -> None:
    assert read("در تهران نمایشگاه و دوره آموزشی برگزار شد.")._.activities == ()
