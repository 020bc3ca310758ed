"""What was done for clusters, by type."""

import pytest
from cluster_docs import read

from schemas.vocabularies import Phase

# Types of what is told of the cluster, and the sentence; without types nothing is told.
TOLD = [
    ("training", "در خوشه <cluster>گز</cluster> ۸۴ نفر در دوره‌های رنگ طبیعی شرکت کردند."),
    ("training", "در خوشه <cluster>گز</cluster> ۱۲ دوره پخت و طراحی بسته برگزار شد."),
    (
        "training,product_development",
        "در خوشه <cluster>گز</cluster> ۱۲ دوره آموزشی، طراحی بسته‌بندی و صادرات انجام شد.",
    ),
    ("", "در خوشه <cluster>گز</cluster> فروش تلفنی به عنوان بهترین کلاس برگزیده شد."),
    ("tour,exhibition", "اعضای خوشه <cluster>گز</cluster> را به نمایشگاه تبریز بردیم."),
    ("exhibition", "اعضای خوشه <cluster>گز</cluster> را به نمایشگاه تبریز فرستادیم."),
    ("standard", "۱۲ واحد خوشه <cluster>گز</cluster> گواهی BRC می‌گیرند."),
    ("", "۱۲ واحد خوشه <cluster>گز</cluster> گواهی اشتغال می‌گیرند."),
    ("infrastructure", "ساخت قالب مشترک خوشه <cluster>گز</cluster> آغاز شد."),
    ("", "نظر مشترک اعضای خوشه <cluster>گز</cluster> این است."),
    ("infrastructure", "یک سوله در اختیار شرکت‌های عضو خوشه <cluster>گز</cluster> گذاشتند."),
    ("trade_mission", "هیئتی بازرگانی از واحدهای خوشه <cluster>گز</cluster> دیدن کرد."),
    ("", "وی بر پرداخت تسهیلات به خوشه <cluster>گز</cluster> تأکید کرد."),
    ("", "۳۰ درصد از اپلیکیشن‌های کشور در خوشه <cluster>گز</cluster> ساخته می‌شود."),
    ("consulting", "مشاوران به اعضای خوشه <cluster>گز</cluster> خدمات فنی دادند."),
    ("", "خوشه <cluster>گز</cluster> بزرگ است. خدمات عارضه‌یابی نداریم."),
    ("exhibition", "خوشه <cluster>گز</cluster>: ۵ برند خوشه در نمایشگاه بودند."),
    ("consulting", "در خوشه <cluster>گز</cluster> ۹ مشاور به کارگاه‌ها رفتند."),
    ("", "مشاور استاندار از خوشه <cluster>گز</cluster> سخن گفت."),
    ("training", "در خوشه <cluster>گز</cluster> ۱۸ مربی تربیت شد."),
    ("exhibition", "اعضای خوشه <cluster>گز</cluster> از نمایشگاه ازمیر دیدن کردند."),
    ("tour", "اعضای خوشه <cluster>گز</cluster> از کارخانه‌های ازمیر دیدن کردند."),
    ("agreement", "خوشه <cluster>گز</cluster> با دانشگاه یزد قرارداد بست."),
    ("", "قرارداد خوشه <cluster>گز</cluster> بسته شد."),
    ("infrastructure", "برای خوشه <cluster>گز</cluster> دو سردخانه ساختیم."),
    ("finance", "پول به حساب اعضای خوشه <cluster>گز</cluster> واریز شد."),
    ("product_development", "خوشه <cluster>گز</cluster> ۱۴ فرآورده تازه عرضه کرد."),
    ("market_development", "سایت فروش برخط خوشه <cluster>گز</cluster> طراحی شد."),
    ("", "همایش خوشه <cluster>گز</cluster> برگزار شد. در این همایش وی سخن گفت."),
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
    ("training", "اعضای خوشه <cluster>گز</cluster> در هفت دوره مدیریت تولید شرکت کردند."),
    ("training", "بیست بانوی خوشه <cluster>گز</cluster> مهارت طراحی را فرا گرفتند."),
    ("training", "در خوشه <cluster>گز</cluster> شش وبینار بازاریابی دیجیتال برگزار شد."),
    ("training", "برای کارگران خوشه <cluster>گز</cluster> ۸۰۰ نفرساعت دوره گذاشتیم."),
    ("training", "خوشه <cluster>گز</cluster> ۱۸ کارگاه مهارتی داشت."),
    ("exhibition", "خوشه <cluster>گز</cluster> در نمایشگاه حلال مالزی محصولاتش را عرضه کرد."),
    ("exhibition", "۱۴ عضو خوشه <cluster>گز</cluster> به نمایشگاه دوسلدورف رفتند."),
    ("exhibition", "نمایشگاه فصلی خوشه <cluster>گز</cluster> در خرم‌آباد دایر شد."),
    ("exhibition", "غرفه مشترک خوشه <cluster>گز</cluster> مقام نخست را گرفت."),
    ("tour", "اعضای خوشه <cluster>گز</cluster> از دو کارخانه اصفهان دیدن کردند."),
    ("tour", "خوشه <cluster>گز</cluster> سه تور آموزشی به تبریز برد."),
    ("tour", "بازدید گروهی اعضای خوشه <cluster>گز</cluster> از معادن سنگ محلات انجام شد."),
    (
        "trade_mission",
        "پنج بازرگان خوشه <cluster>گز</cluster> در قالب هیئت تجاری به ارمنستان رفتند.",
    ),
    ("trade_mission", "خوشه <cluster>گز</cluster> میزبان هیئت تجاری عمانی بود."),
    ("trade_mission", "پذیرش یک هیأت هندی از دستاوردهای خوشه <cluster>گز</cluster> است."),
    ("event", "رویداد ایده‌پردازی خوشه <cluster>گز</cluster> برگزار می‌شود."),
    ("event", "خوشه <cluster>گز</cluster> مسابقه طراحی برگزار کرد."),
    ("event", "دومین همایش سالانه خوشه <cluster>گز</cluster> برپا شد."),
    ("meeting", "هشت جلسه هم‌اندیشی با حضور اعضای خوشه <cluster>گز</cluster> تشکیل شد."),
    ("meeting", "۱۲ نشست تخصصی در خوشه <cluster>گز</cluster> داشتیم."),
    ("study", "مطالعه بازارهای هدف خوشه <cluster>گز</cluster> به پایان رسید."),
    ("study", "طرح پژوهشی ضایعات خوشه <cluster>گز</cluster> اجرا شد."),
    ("study", "امکان‌سنجی صادرات محصولات خوشه <cluster>گز</cluster> انجام گرفت."),
    ("consortium", "۱۱ شرکت خوشه <cluster>گز</cluster> کنسرسیوم صادراتی تشکیل داده‌اند."),
    ("institution", "خوشه <cluster>گز</cluster> صاحب اتحادیه شد."),
    ("institution", "شبکه فروش خوشه <cluster>گز</cluster> شکل گرفت."),
    ("institution", "تعاونی بافندگان خوشه <cluster>گز</cluster> ثبت شد."),
    ("institution", "۱۵ عضو خوشه <cluster>گز</cluster> شرکت سهامی خاص ثبت کردند."),
    ("institution", "انجمن تخصصی خوشه <cluster>گز</cluster> تأسیس شد."),
    ("institution", "قرار است مرکز خدمات فناوری خوشه <cluster>گز</cluster> افتتاح شود."),
    ("branding", "نام تجاری «گزینه» برای خوشه <cluster>گز</cluster> ثبت شد."),
    ("branding", "خوشه <cluster>گز</cluster> برند مشترک گرفت."),
    ("branding", "شناسه جغرافیایی گز برای خوشه <cluster>گز</cluster> ثبت شده است."),
    ("standard", "پیش‌نویس استاندارد محصول در خوشه <cluster>گز</cluster> آماده شد."),
    ("standard", "سه کارگاه خوشه <cluster>گز</cluster> نشان استاندارد گرفتند."),
    ("product_development", "خوشه <cluster>گز</cluster> هشت طرح تازه به بازار آورد."),
    ("product_development", "برای محصولات خوشه <cluster>گز</cluster> بسته‌بندی نو طراحی شد."),
    ("product_development", "تولید محصولات جدید در خوشه <cluster>گز</cluster> آغاز شد."),
    ("market_development", "خوشه <cluster>گز</cluster> فروشگاه عرضه مستقیم باز کرد."),
    ("market_development", "فروش اینترنتی محصولات خوشه <cluster>گز</cluster> راه افتاد."),
    ("market_development", "سکوی برخط فروش خوشه <cluster>گز</cluster> رونمایی شد."),
    ("database", "شناسنامه واحدهای خوشه <cluster>گز</cluster> تهیه شد."),
    ("database", "پایگاه اطلاعاتی خوشه <cluster>گز</cluster> راه‌اندازی شد."),
    ("database", "نقشه پراکندگی و بانک داده کارگاه‌های خوشه <cluster>گز</cluster> فراهم شد."),
    ("finance", "۴۰ عضو خوشه <cluster>گز</cluster> وام گرفتند."),
    ("finance", "برای اعضای خوشه <cluster>گز</cluster> ۳۰ میلیارد تومان اعتبار کم‌بهره پرداخت شد."),
    ("finance", "معرفی اعضای خوشه <cluster>گز</cluster> به صندوق ضمانت انجام شد."),
    ("infrastructure", "خوشه <cluster>گز</cluster> صاحب آزمایشگاه شد."),
    ("infrastructure", "دستگاه برش لیزری مشترک برای خوشه <cluster>گز</cluster> خریداری شد."),
    ("infrastructure", "شهرک تخصصی خوشه <cluster>گز</cluster> در دست ساخت است."),
    ("infrastructure", "برای خوشه <cluster>گز</cluster> کوره مشترک ساختیم."),
    ("infrastructure", "واگذاری ۱۲ هکتار زمین به اعضای خوشه <cluster>گز</cluster> آغاز شد."),
    ("agreement", "خوشه <cluster>گز</cluster> با دانشگاه یزد تفاهم‌نامه بست."),
    ("agreement", "توافقنامه همکاری خوشه <cluster>گز</cluster> با پارک علم و فناوری امضا شد."),
    ("consulting", "مشاوران به ۲۰ واحد خوشه <cluster>گز</cluster> مشاوره دادند."),
    ("consulting", "ارائه مشاوره رایگان صادرات به واحدهای خوشه <cluster>گز</cluster> ادامه دارد."),
    ("", "وی از بانک‌ها خواست به ۱۲۰ عضو خوشه <cluster>گز</cluster> وام بدهند."),
    ("study", "ارزیابی نیمه‌راه خوشه <cluster>گز</cluster> انجام شد."),
    ("product_development", "۸ قطعه وارداتی در خوشه <cluster>گز</cluster> بومی‌سازی شد."),
    ("trade_mission", "سه هیأت خریدار از هند مهمان خوشه <cluster>گز</cluster> شدند."),
    ("market_development", "دفتر مشترک فروش خوشه <cluster>گز</cluster> در اربیل گشایش یافت."),
    ("", "ارزیابی وضعیت خوشه <cluster>گز</cluster> دشوار است و دفتر آن بسته شد."),
    ("", "عامل توسعه خوشه <cluster>گز</cluster> در حاشیه نمایشگاه گفت: فروش خوب است."),
    ("", "مدیر خوشه <cluster>گز</cluster> در نشست پایش سال اول گفت: کار پیش می‌رود."),
    ("", "رئیس شرکت تعاونی بافندگان گفت: خوشه <cluster>گز</cluster> خوب است."),
    ("", "بانک‌ها وام خوشه <cluster>گز</cluster> را نداده‌اند."),
    ("", "اعضای خوشه <cluster>گز</cluster> مرکز آزمایش می‌خواهند."),
    ("", "خوشه <cluster>گز</cluster> در شهرک صنعتی کار می‌کند."),
    ("", "در خوشه <cluster>گز</cluster> ۲۰۰ کارگاه و ۵۰ شرکت فعالند."),
    ("", "دبیر انجمن گز گفت: خوشه <cluster>گز</cluster> بزرگ است."),
    ("", "خوشه <cluster>گز</cluster> ۳۰ آموزشگاه دارد."),
    ("", "استاندار از خوشه <cluster>گز</cluster> بازدید کرد."),
    ("", "کارخانه‌های خوشه <cluster>گز</cluster> شبکه برق ندارند."),
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
