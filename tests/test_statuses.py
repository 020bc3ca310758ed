"""What is said of the stage of a cluster's programme."""

import pytest
from cluster_docs import read

from extractor.lexicon.markup import parse_markup
from extractor.mentions import StatusCue
from extractor.programs import final_status, programme_end, programme_start
from schemas.vocabularies import ProgramStatus

# The stage of the first cluster named, and which date is the programme's start or end.
SAID: dict[str | None, list[str]] = {
    "identified": [
        (
            "خوشه‌های شناسایی شده استان شامل <cluster>گز</cluster>، <cluster>کفش</cluster> و "
            "<cluster>فرش</cluster> است."
        ),
        "خوشه <cluster>گز</cluster> در فهرست خوشه‌های شناسایی شده قرار دارد.",
        "خوشه <cluster>گز</cluster> یکی از ۱۵ خوشه شناسایی شده استان است.",
        "خوشه <cluster>گز</cluster> در استان شناسایی شده است.",
        (
            "خوشه‌های <cluster>گز</cluster>، <cluster>کفش</cluster> و <cluster>فرش</cluster> "
            "از دیگر خوشه‌های شناسایی شده هستند."
        ),
        "خوشه <cluster>گز</cluster> تنها شناسایی شده و اقدام دیگری برای آن انجام نشده است.",
        "خوشه <cluster>گز</cluster> در مرحله شناسایی قرار دارد.",
        "به تازگی خوشه <cluster>گز</cluster> را شناسایی کرده‌ایم.",
        "خوشه <cluster>گز</cluster> در نوبت مطالعه است.",
        "خوشه <cluster>گز</cluster> در فهرست مطالعه سال آینده است.",
        (
            "از میان خوشه‌های شناسایی‌شده می‌توان به <cluster>گز</cluster> و "
            "<cluster>کفش</cluster> اشاره کرد."
        ),
        "خوشه <cluster>گز</cluster> به عنوان خوشه‌ای با ظرفیت شناسایی شد.",
    ],
    "feasibility_study": [
        (
            "خوشه <cluster>گز</cluster> در مرحله امکان‌سنجی و خوشه <cluster>فرش</cluster> متوقف "
            "مانده است."
        ),
        "انجام امکان‌سنجی خوشه <cluster>گز</cluster> در دستور کار قرار دارد.",
        (
            "مطالعات امکان‌سنجی سه خوشه <cluster>گز</cluster>، <cluster>کفش</cluster> و "
            "<cluster>فرش</cluster> در دست انجام است."
        ),
        "گزارش امکان‌سنجی خوشه <cluster>گز</cluster> روی میز کمیته است.",
        "خوشه <cluster>گز</cluster> از امکان‌سنجی سربلند بیرون آمد.",
        "امکان‌سنجی خوشه <cluster>گز</cluster> را به دانشگاه سپرده‌ایم.",
        "مطالعات امکان‌سنجی خوشه <cluster>گز</cluster> به پایان رسیده است.",
        "امکان سنجی خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> آغاز شد.",
        "مطالعه امکان‌سنجی برای خوشه <cluster>گز</cluster> در حال انجام است.",
        "خوشه <cluster>گز</cluster> در مرحله امکان‌سنجی قرار دارد.",
        "برای خوشه <cluster>گز</cluster> قرارداد امکان‌سنجی بسته شد.",
        "مطالعه امکان‌سنجی خوشه <cluster>گز</cluster> به مشاور واگذار شد.",
        "به دنبال انجام امکان‌سنجی خوشه <cluster>گز</cluster> هستیم.",
        "نتیجه امکان‌سنجی خوشه <cluster>گز</cluster> تا پایان ماه اعلام می‌شود.",
        "خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> در دست مطالعه امکان‌سنجی هستند.",
    ],
    "diagnostic_study": [
        "خوشه <cluster>گز</cluster> مطالعه شناختی خود را تمام کرده است.",
        (
            "مطالعه شناختی خوشه <cluster>گز</cluster> در حال انجام است و امیدواریم پروژه این "
            "خوشه به پایان برسد."
        ),
        "مطالعه شناختی در خوشه <cluster>گز</cluster> رو به پایان است.",
        "تیم توسعه سرگرم شناخت خوشه <cluster>گز</cluster> است.",
        "خوشه <cluster>گز</cluster> در مرحله مطالعه شناختی است.",
        "مطالعات شناختی خوشه <cluster>گز</cluster> تکمیل شد.",
        "خوشه <cluster>گز</cluster> فاز شناختی را آغاز کرده است.",
        "گزارش مطالعه شناختی خوشه <cluster>گز</cluster> به شورا ارائه شد.",
        "مطالعه شناختی خوشه <cluster>گز</cluster> آغاز شد و پس از آن برنامه عملیاتی تدوین می‌شود.",
        "عامل توسعه خوشه <cluster>گز</cluster> مشغول مطالعه شناختی است.",
        "خوشه <cluster>گز</cluster> مرحله شناخت را پشت سر گذاشت.",
        "مطالعه شناختی خوشه <cluster>گز</cluster> به نیمه رسیده است.",
    ],
    "planned": [
        "تلاش برای راه‌اندازی خوشه <cluster>گز</cluster> ادامه دارد.",
        "خوشه <cluster>گز</cluster> طی سال جاری راه‌اندازی خواهد شد.",
        "اجرای خوشه <cluster>گز</cluster> پیش‌بینی شده است.",
        "ایجاد دو خوشه <cluster>گز</cluster> و <cluster>کفش</cluster> در برنامه امسال قرار دارد.",
        "خوشه <cluster>گز</cluster> در حال شکل‌گیری است.",
        "قرارداد خوشه <cluster>گز</cluster> هفته آینده بسته می‌شود.",
        "انتخاب عامل توسعه خوشه <cluster>گز</cluster> در دست انجام است.",
        "خوشه <cluster>گز</cluster> مهر امسال افتتاح می‌شود.",
        "درخواست مجوز خوشه <cluster>گز</cluster> به سازمان ارسال شده است.",
        "وعده داده‌اند خوشه <cluster>گز</cluster> امسال شروع شود.",
        "شرکت شهرک‌ها می‌خواهد خوشه <cluster>گز</cluster> را راه‌اندازی کند.",
        "خوشه <cluster>گز</cluster> در راه است.",
        "سال آینده نوبت به خوشه <cluster>گز</cluster> می‌رسد.",
        "خوشه <cluster>گز</cluster> سال آینده راه‌اندازی می‌شود.",
        "خوشه <cluster>گز</cluster> به‌زودی کار خود را آغاز می‌کند.",
        "قرار است خوشه <cluster>گز</cluster> در نیمه دوم سال آغاز شود.",
        "راه‌اندازی خوشه <cluster>گز</cluster> در برنامه سال آینده است.",
        "ایجاد خوشه <cluster>گز</cluster> در دست اقدام است.",
        "ایجاد خوشه <cluster>گز</cluster> در دستور کار قرار گرفت.",
        "برای خوشه <cluster>گز</cluster> مجوز می‌گیریم.",
        "خوشه <cluster>گز</cluster> در نوبت راه‌اندازی است.",
        "خوشه <cluster>گز</cluster> در انتظار مجوز سازمان است.",
        "مقدمات آغاز خوشه <cluster>گز</cluster> فراهم شده است.",
        "عامل توسعه خوشه <cluster>گز</cluster> به‌زودی انتخاب می‌شود.",
        "خوشه <cluster>گز</cluster> در صف تصویب است.",
        "تلاش می‌کنیم خوشه <cluster>گز</cluster> امسال آغاز شود.",
        "خوشه <cluster>گز</cluster> کلید می‌خورد.",
        "پیگیر صدور مجوز خوشه <cluster>گز</cluster> هستیم.",
        "خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> در اولویت اجرا قرار گرفته‌اند.",
        "خوشه <cluster>گز</cluster> تا پایان امسال راه‌اندازی خواهد شد.",
        "برنامه داریم خوشه <cluster>گز</cluster> را سال آینده راه‌اندازی کنیم.",
        "خوشه <cluster>گز</cluster> در دست برنامه‌ریزی است.",
        "خوشه <cluster>گز</cluster> از ابتدای سال آینده وارد فاز اجرا می‌شود.",
        "در صدد راه‌اندازی خوشه <cluster>گز</cluster> هستیم.",
        "وی از راه‌اندازی خوشه <cluster>گز</cluster> در آینده نزدیک خبر داد.",
        "به زودی خوشه <cluster>گز</cluster> نیز آغاز به کار خواهد کرد.",
        "پیشنهاد ایجاد خوشه <cluster>گز</cluster> به سازمان فرستاده شده است و در انتظار تصویب است.",
        "عملیات اجرایی خوشه <cluster>گز</cluster> پس از تأمین اعتبار آغاز می‌شود.",
        "مقدمات راه‌اندازی خوشه <cluster>گز</cluster> فراهم شد.",
    ],
    "approved": [
        "خوشه <cluster>گز</cluster> مورد تأیید سازمان قرار گرفت.",
        "اجرای خوشه <cluster>گز</cluster> به تصویب رسید.",
        "خوشه <cluster>گز</cluster> دارای مجوز است.",
        "خوشه مصوب <cluster>گز</cluster> هنوز عامل توسعه ندارد.",
        "برای خوشه <cluster>گز</cluster> مجوز گرفته‌ایم.",
        "ابلاغیه اجرای خوشه <cluster>گز</cluster> رسیده است.",
        "خوشه <cluster>گز</cluster> مجوزدار شد.",
        "خوشه <cluster>گز</cluster> سرانجام تأیید شد و به‌زودی کار آن آغاز می‌شود.",
        "سازمان صنایع کوچک با خوشه <cluster>گز</cluster> موافقت کرده است.",
        "پرونده خوشه <cluster>گز</cluster> در کارگروه پذیرفته شد.",
        "پروانه توسعه خوشه <cluster>گز</cluster> صادر شد.",
        "جواز توسعه خوشه <cluster>گز</cluster> صادر شد.",
        "خوشه <cluster>گز</cluster> مجوز فعالیت دریافت کرد.",
        "اجرای خوشه <cluster>گز</cluster> به تصویب کمیته استانی رسید.",
        "کمیته استانی با راه‌اندازی خوشه <cluster>گز</cluster> موافقت کرد.",
        "خوشه <cluster>گز</cluster> مجوز لازم را از سازمان گرفته است.",
        "خوشه <cluster>گز</cluster> در شورای راهبری مصوب شد.",
        "خوشه <cluster>گز</cluster> موافقت اصولی گرفت اما هنوز آغاز نشده است.",
        "مجوز راه‌اندازی خوشه <cluster>گز</cluster> اخذ شده است.",
        "سازمان صنایع کوچک اجرای خوشه <cluster>گز</cluster> را تصویب کرد.",
        "با تصویب خوشه <cluster>گز</cluster> در کارگروه، شمار خوشه‌ها به ده رسید.",
        "هیئت مدیره سازمان، خوشه <cluster>گز</cluster> را تصویب کرد.",
        "طرح خوشه <cluster>گز</cluster> به تأیید سازمان صنایع کوچک رسیده است.",
        "قرارداد عامل توسعه خوشه <cluster>گز</cluster> بسته شد.",
        "مجوز آغاز پروژه خوشه <cluster>گز</cluster> از سازمان گرفته شد.",
        "خوشه <cluster>گز</cluster> از سازمان مجوز گرفت و قرار است مهر آغاز شود.",
        "راه‌اندازی خوشه <cluster>گز</cluster> در نشست امروز تصویب شد.",
    ],
    "in_progress": [
        (
            "خوشه <cluster>گز</cluster> (۲۸ واحد، ۳۱۰ نفر) و خوشه <cluster>فرش</cluster> (۴۲ مرد)"
            " در حال اجراست."
        ),
        "به گزارش روابط عمومی، خوشه <cluster>گز</cluster> با حضور استاندار افتتاح شد.",
        "خوشه <cluster>گز</cluster> هم‌اکنون دومین سال اجرای خود را آغاز کرده است.",
        (
            "مدیرعامل گفت: با توجه به امکان‌سنجی انجام شده، طرح خوشه <cluster>گز</cluster> "
            "اجرا می‌شود."
        ),
        "خوشه <cluster>گز</cluster> از سال گذشته با حضور عامل توسعه فعالیت خود را شروع نموده است.",
        "خوشه <cluster>گز</cluster> در حال تکمیل است.",
        "در حال حاضر پروژه توسعه خوشه <cluster>گز</cluster> در استان در حال پیگیری و اجرا است.",
        (
            "خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> هم‌اکنون در دست اجرا "
            "هستند و خوشه <cluster>فرش</cluster> خاتمه یافته است."
        ),
        "خوشه <cluster>گز</cluster> به مرحله اجرا گذاشته شد.",
        "پروژه توسعه خوشه <cluster>گز</cluster> در حال انجام است.",
        "پروژه خوشه <cluster>گز</cluster> در حال اجراء می‌باشد.",
        "عملیات اجرایی خوشه <cluster>گز</cluster> آغاز شده است.",
        (
            "خوشه <cluster>گز</cluster> نفس‌های آخر برنامه را می‌کشد و <date edge=end>اسفند "
            "امسال</date> تمام می‌شود."
        ),
        (
            "اجرای برنامه‌های خوشه <cluster>گز</cluster> از <date edge=start>خرداد</date> "
            "کلید خورده است."
        ),
        (
            "از <date edge=start>اسفند ۱۴۰۰</date> که خوشه <cluster>گز</cluster> راه‌اندازی "
            "شد، صادرات دو برابر شده است."
        ),
        "خوشه <cluster>گز</cluster> در حال گذراندن سال سوم است.",
        "برنامه خوشه <cluster>گز</cluster> در حال سپری کردن سال آخر است.",
        "خوشه <cluster>گز</cluster> به نیمه راه رسیده است.",
        "خوشه <cluster>گز</cluster> در فاز دوم اجرا قرار دارد.",
        "هم‌اکنون تنها خوشه <cluster>گز</cluster> در جریان است.",
        (
            "خوشه <cluster>گز</cluster> که از <date edge=start>سال ۱۴۰۰</date> زیر چتر حمایت "
            "رفته، تا <date edge=end>سال ۱۴۰۳</date> در دست اجراست."
        ),
        (
            "برنامه توسعه خوشه <cluster>گز</cluster> با امضای قرارداد در <date "
            "edge=start>تیر ۱۴۰۱</date> آغاز شد."
        ),
        "خوشه <cluster>گز</cluster> از <date edge=start>آبان ۱۴۰۱</date> به جریان افتاده است.",
        "خوشه <cluster>گز</cluster> این روزها سال دوم خود را پشت سر می‌گذارد.",
        (
            "اجرای خوشه <cluster>گز</cluster> از <date>مهر ۱۴۰۰</date> در دستور کار قرار "
            "گرفت و اکنون در سال دوم قرار دارد."
        ),
        "خوشه <cluster>گز</cluster> سال دوم برنامه خود را می‌گذراند.",
        "خوشه <cluster>گز</cluster> در سال سوم اجرا قرار دارد.",
        "خوشه <cluster>گز</cluster> هم‌اکنون در مرحله پیاده‌سازی برنامه عملیاتی است.",
        (
            "خوشه <cluster>گز</cluster> <date edge=start>سال ۱۴۰۰</date> فعالیت خود را آغاز "
            "کرد و تا <date edge=end>سال ۱۴۰۳</date> ادامه دارد."
        ),
        "پروژه خوشه <cluster>گز</cluster> با تخصیص بودجه وارد فاز عملیاتی شد.",
        "خوشه <cluster>گز</cluster> به زودی به پایان می‌رسد.",
        "خوشه <cluster>گز</cluster> در مسیر توسعه‌یافتگی قرار دارد.",
        "خوشه <cluster>گز</cluster> یک سال دیگر به پایان خواهد رسید.",
        "خوشه <cluster>گز</cluster> تا پایان امسال به جمع خوشه‌های توسعه‌یافته خواهد پیوست.",
        (
            "عامل توسعه خوشه <cluster>گز</cluster> از ابتدای سال جاری انتخاب و کار خود را به "
            "طور رسمی آغاز کرده است."
        ),
        "پروژه خوشه <cluster>گز</cluster> ۷۰ درصد پیشرفت داشته است.",
        "مدیرعامل از آغاز به کار خوشه <cluster>گز</cluster> خبر داد.",
        "خوشه <cluster>گز</cluster> در استان راه‌اندازی شد.",
        "خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> در حال توسعه هستند.",
        "در حال حاضر دو خوشه <cluster>گز</cluster> و <cluster>کفش</cluster> در دست اجرا داریم.",
        (
            "هم‌اکنون خوشه‌های <cluster>گز</cluster>، <cluster>کفش</cluster> و "
            "<cluster>فرش</cluster> در حال اجرا هستند."
        ),
        "کلنگ پروژه خوشه <cluster>گز</cluster> به زمین خورد و پروژه کلید خورد.",
        "توسعه خوشه <cluster>گز</cluster> از <date edge=start>بهار ۱۴۰۱</date> استارت خورد.",
        "خوشه <cluster>گز</cluster> در آستانه تکمیل است.",
        "برنامه عملیاتی خوشه <cluster>گز</cluster> در حال پیاده‌سازی است.",
        (
            "خوشه <cluster>گز</cluster> که دو سال متوقف بود، از <date edge=start>مهر "
            "۱۴۰۱</date> از سر گرفته شد."
        ),
        "خوشه <cluster>گز</cluster> پس از مدتی توقف دوباره فعال شد.",
        (
            "خوشه <cluster>گز</cluster> <date edge=start>مهر ۱۴۰۰</date> به راه افتاد و "
            "<date edge=end>مهر ۱۴۰۳</date> باید تحویل شود."
        ),
        "هنوز دو سال از برنامه خوشه <cluster>گز</cluster> باقی مانده است.",
        "خوشه <cluster>گز</cluster> نیمی از راه را پیموده است.",
        "خوشه <cluster>گز</cluster> در میانه راه است.",
        "خوشه <cluster>گز</cluster> اکنون در سال پایانی است.",
        (
            "کار خوشه <cluster>گز</cluster> از <date edge=start>پاییز ۱۴۰۰</date> آغاز شده و "
            "تا <date edge=end>پایان ۱۴۰۳</date> ادامه خواهد داشت."
        ),
        (
            "خوشه <cluster>گز</cluster> که اجرای آن <date edge=start>سال ۱۴۰۱</date> شروع "
            "شده است، <date edge=end>سال ۱۴۰۴</date> پایان می‌یابد."
        ),
        "توسعه خوشه <cluster>گز</cluster> از ماه گذشته در استان آغاز شده است.",
        (
            "برنامه سه‌ساله خوشه <cluster>گز</cluster> از <date edge=start>مهر ۱۴۰۲</date> "
            "اجرا می‌شود."
        ),
        (
            "با انتخاب عامل توسعه، خوشه <cluster>گز</cluster> رسماً کار خود را از <date "
            "edge=start>دی ۱۴۰۱</date> شروع کرد."
        ),
        "خوشه <cluster>گز</cluster> سومین سال اجرای برنامه را سپری می‌کند.",
        "خوشه <cluster>گز</cluster> گام‌های پایانی خود را برمی‌دارد.",
        "از سه خوشه استان، <cluster>گز</cluster> در حال اجراست.",
        "خوشه <cluster>گز</cluster> دومین سال فعالیتش را می‌گذراند.",
        "اجرای پروژه خوشه <cluster>گز</cluster> ادامه دارد.",
    ],
    "completed": [
        "خوشه <cluster>گز</cluster> با ۴۵ واحد و ۳ هزار شاغل پایان یافت.",
        "مراحل اجرایی خوشه <cluster>گز</cluster> به اتمام رسید.",
        "پروژه توسعه خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> تکمیل و فعال شده است.",
        "پروژه خوشه <cluster>گز</cluster> با موفقیت خاتمه یافته تلقی می‌شود.",
        "پایان پروژه خوشه <cluster>گز</cluster> اعلام شد.",
        "خوشه <cluster>گز</cluster> برنامه عملیاتی خود را به اتمام رسانده است.",
        "دو خوشه <cluster>گز</cluster> و <cluster>کفش</cluster> هم چند سال پیش پروژه‌شان تمام شد.",
        (
            "خوشه <cluster>گز</cluster> که <date edge=start>مهر ۱۳۹۷</date> پا گرفته بود، "
            "<date edge=end>مهر ۱۴۰۰</date> تحویل اتحادیه شد."
        ),
        "خوشه <cluster>گز</cluster> <date edge=end>دو سال پیش</date> جشن پایان کار خود را گرفت.",
        (
            "اجرای پروژه خوشه <cluster>گز</cluster> در <date edge=end>سال ۱۳۹۹</date> تکمیل "
            "و شبکه آن ثبت شد."
        ),
        "وی از به سرانجام رسیدن خوشه <cluster>گز</cluster> خبر داد.",
        "خوشه <cluster>گز</cluster> در <date edge=end>شهریور ۱۴۰۰</date> با موفقیت بسته شد.",
        "خوشه <cluster>گز</cluster> از حمایت دولتی بی‌نیاز شده و دوره برنامه‌اش سپری شده است.",
        "طرح سه ساله خوشه <cluster>گز</cluster> به آخر رسید و عامل توسعه از آن خداحافظی کرد.",
        "کار خوشه <cluster>گز</cluster> <date edge=end>اسفند سال گذشته</date> یکسره شد.",
        "خوشه <cluster>گز</cluster> به خوشه‌های پایان‌یافته استان پیوست.",
        "خوشه <cluster>گز</cluster> به مرحله پایانی رسید و تحویل تشکل شد.",
        "پروژه خوشه <cluster>گز</cluster> از خط پایان گذشت.",
        "برنامه سه‌ساله خوشه <cluster>گز</cluster> در <date edge=end>سال ۱۴۰۰</date> به سر آمد.",
        "دوره توسعه خوشه <cluster>گز</cluster> سال گذشته به اتمام رسیده است.",
        "خوشه <cluster>گز</cluster> پس از سه سال به جمع خوشه‌های توسعه‌یافته کشور پیوست.",
        (
            "خوشه <cluster>گز</cluster> که از <date edge=start>سال ۱۳۹۶</date> آغاز شده بود "
            "در <date edge=end>پایان سال ۱۳۹۹</date> با موفقیت خاتمه یافت."
        ),
        "وی خوشه <cluster>گز</cluster> را جزو خوشه‌های خاتمه‌یافته استان برشمرد.",
        "عامل توسعه از خوشه <cluster>گز</cluster> خارج شد و پروژه به پایان رسید.",
        "کار توسعه خوشه <cluster>گز</cluster> تمام شد و اعضا روی پای خود ایستاده‌اند.",
        (
            "پروژه توسعه خوشه <cluster>گز</cluster> با موفقیت اجرا و در <date edge=end>اسفند "
            "۱۴۰۰</date> تحویل گردید."
        ),
        (
            "پروژه‌های توسعه خوشه‌های <cluster>گز</cluster> و <cluster>کفش</cluster> به "
            "اتمام رسیده‌اند."
        ),
        (
            "مراحل اجرای خوشه <cluster>گز</cluster> به پایان رسیده و خوشه "
            "<cluster>فرش</cluster> در حال اجرا می‌باشد."
        ),
        "خوشه <cluster>گز</cluster> مراحل توسعه را پشت سر گذاشته است.",
        "برنامه خوشه <cluster>گز</cluster> <date edge=end>اسفند ۱۴۰۰</date> پایان پذیرفت.",
        (
            "مدیرعامل از پایان پروژه خوشه <cluster>گز</cluster> در <date edge=end>مهر "
            "۱۴۰۰</date> خبر داد."
        ),
        "دوره سه ساله خوشه <cluster>گز</cluster> به پایان رسید.",
        "خوشه <cluster>گز</cluster> با اتمام برنامه عملیاتی، توسعه‌یافته اعلام شد.",
        "خوشه <cluster>گز</cluster> به ثمر نشست.",
        "پروژه خوشه <cluster>گز</cluster> در <date edge=end>خرداد ۱۴۰۱</date> به خط پایان رسید.",
        "کتاب خوشه <cluster>گز</cluster> بسته شد و مسئولیت آن به انجمن سپرده شد.",
        (
            "خوشه <cluster>گز</cluster> اکنون بدون عامل توسعه و با تکیه بر اعضا اداره می‌شود "
            "و دوره آن تمام شده است."
        ),
        (
            "وی افزود: خوشه‌های <cluster>گز</cluster>، <cluster>کفش</cluster> و "
            "<cluster>فرش</cluster> به ترتیب در سال‌های ۹۵، ۹۷ و ۹۹ به پایان رسیده‌اند."
        ),
        "استان دو خوشه توسعه‌یافته <cluster>گز</cluster> و <cluster>کفش</cluster> دارد.",
        "خوشه <cluster>گز</cluster> دیروز رسماً به تشکل صنفی تحویل داده شد.",
        (
            "سه خوشه <cluster>گز</cluster>، <cluster>کفش</cluster> و <cluster>فرش</cluster> "
            "سال‌های پیش جمع‌بندی شده و به بخش خصوصی واگذار شده‌اند."
        ),
        "برنامه خوشه <cluster>گز</cluster> پس از سه سال و نیم مختومه شد.",
        (
            "با پایان گرفتن برنامه خوشه <cluster>گز</cluster> در <date edge=end>سال "
            "۱۴۰۰</date>، شبکه آن فعال ماند."
        ),
    ],
    "suspended": [
        "به دلیل مشکلات مالی اجرای خوشه <cluster>گز</cluster> متوقف گردید.",
        "خوشه <cluster>گز</cluster> به دلیل کمبود اعتبار نیمه‌تمام مانده است.",
        "پروژه خوشه <cluster>گز</cluster> فعلاً متوقف شده است.",
        "خوشه <cluster>گز</cluster> به دلیل بی‌پولی به بن‌بست رسیده است.",
        "کار خوشه <cluster>گز</cluster> خوابیده است.",
        "خوشه <cluster>گز</cluster> تا اطلاع ثانوی متوقف است.",
        "خوشه <cluster>گز</cluster> بی‌سرپرست مانده و کاری پیش نمی‌رود.",
        "برنامه خوشه <cluster>گز</cluster> در نیمه راه رها شد.",
        "خوشه <cluster>گز</cluster> در همان سال اول از پا افتاد.",
        "خوشه <cluster>گز</cluster> نیمه‌کاره رها شد.",
        "اجرای خوشه <cluster>گز</cluster> به دلیل کمبود اعتبار متوقف شده است.",
        (
            "خوشه <cluster>گز</cluster> که <date edge=start>سال ۱۳۹۸</date> آغاز شده بود، یک "
            "سال است که راکد مانده است."
        ),
        "پروژه خوشه <cluster>گز</cluster> در <date>سال ۱۴۰۰</date> به حال تعلیق درآمد.",
        (
            "کار خوشه <cluster>گز</cluster> از <date edge=start>مهر ۱۳۹۹</date> شروع شد ولی "
            "پس از رفتن عامل توسعه به جایی نرسید."
        ),
        "فعالیت خوشه <cluster>گز</cluster> تعطیل شد.",
        "پروژه خوشه <cluster>گز</cluster> بلاتکلیف مانده است.",
        "مدیرعامل از توقف پروژه خوشه <cluster>گز</cluster> خبر داد.",
        "خوشه <cluster>گز</cluster> از سال گذشته متوقف مانده است.",
        "خوشه <cluster>گز</cluster> پس از یک سال کار، به دلیل انصراف عامل توسعه زمین ماند.",
        "اجرای خوشه <cluster>گز</cluster> ناتمام ماند.",
        "خوشه <cluster>گز</cluster> فعلاً تعطیل است.",
        "خوشه <cluster>گز</cluster> به دلیل نبود بودجه به حالت نیمه‌تعطیل درآمده است.",
        "خوشه <cluster>گز</cluster> دو سال است خاک می‌خورد.",
        "خوشه <cluster>گز</cluster> که قرار بود امسال تمام شود، معلق مانده است.",
        "قرارداد خوشه <cluster>گز</cluster> فسخ شد و کار متوقف است.",
        "خوشه <cluster>گز</cluster> ادامه نیافت.",
        "انتقاد نماینده از رها شدن خوشه <cluster>گز</cluster> شنیده می‌شود.",
    ],
    None: [
        "سازنده‌ای با بیان اینکه صادرات خوشه <cluster>گز</cluster> به پایان رسید، رفت.",
        "با حمایت از خوشه <cluster>گز</cluster> صادرات رشد می‌کند.",
        "در خوشه <cluster>گز</cluster> ۳۰ واحد راه‌اندازی شد.",
        "نشست بررسی مشکلات خوشه <cluster>گز</cluster> برگزار شد.",
        "مدیرعامل بر توسعه خوشه <cluster>گز</cluster> تأکید کرد.",
        "تولیدات خوشه <cluster>گز</cluster> در نمایشگاه عرضه شد.",
        "خوشه <cluster>گز</cluster> یکی از مهم‌ترین خوشه‌های کشور است.",
        "هدف از توسعه خوشه <cluster>گز</cluster> افزایش صادرات است.",
        "اعضای خوشه <cluster>گز</cluster> دیروز گرد هم آمدند.",
        "خط تولید دو عضو خوشه <cluster>گز</cluster> تعطیل شد.",
        "رشد صادرات خوشه <cluster>گز</cluster> متوقف شد.",
        "اعضای خوشه <cluster>گز</cluster> آموزش را آغاز کردند.",
        "ساخت انبار خوشه <cluster>گز</cluster> به پایان رسید.",
        "عامل توسعه خوشه <cluster>گز</cluster> گفت: فصل برداشت به پایان رسید.",
        "در خوشه <cluster>گز</cluster> تولید ادامه دارد و صادرات آغاز شده است.",
        "خوشه <cluster>گز</cluster> را باید جدی گرفت.",
        "اعضای خوشه <cluster>گز</cluster> در نمایشگاه شرکت کردند.",
        "عامل توسعه خوشه <cluster>گز</cluster> گفت: صادرات ما آغاز شد.",
        "ساخت کارگاه مشترک خوشه <cluster>گز</cluster> به پایان رسید.",
        "نمایشگاه خوشه <cluster>گز</cluster> پایان یافت.",
        "در خوشه <cluster>گز</cluster> ۲۰۰ شغل ایجاد شد.",
        "باید خوشه <cluster>گز</cluster> ایجاد شود.",
        "پیشنهاد می‌کنیم خوشه <cluster>گز</cluster> در این شهرستان ایجاد شود.",
        "خوشه <cluster>گز</cluster> در اولویت نیست.",
        "در خوشه <cluster>گز</cluster> هزار نفر مشغول کارند. ثبت‌نام دوره از فردا آغاز می‌شود.",
        "فعالان خوشه <cluster>گز</cluster> خواستار آغاز طرح شدند.",
        "خوشه <cluster>گز</cluster> ۱۲ دوره آموزشی را به پایان رساند.",
        "خوشه <cluster>گز</cluster> در این استان ۱۲۰ کارگاه فعال دارد.",
        "به گفته وی ۱۳ خوشه به پایان رسیده است. خوشه <cluster>گز</cluster> ۲۰ عضو دارد.",
        "خوشه <cluster>گز</cluster> الگوی خوبی برای استان‌های دیگر است.",
        "عامل توسعه خوشه <cluster>گز</cluster> از اعضا خواست در نمایشگاه شرکت کنند.",
        "تولیدکنندگان خوشه <cluster>گز</cluster> با رکود روبه‌رو هستند و واحدها تعطیل شده‌اند.",
        "در خوشه <cluster>گز</cluster> بیست واحد راکد دوباره فعال شد.",
        "فاز دوم شهرک خوشه <cluster>گز</cluster> آغاز شد.",
        "سهم خوشه <cluster>گز</cluster> از صادرات ۲۰ درصد است.",
        "صادرات خوشه <cluster>گز</cluster> از سال ۹۸ آغاز شد.",
        "برداشت زعفران در خوشه <cluster>گز</cluster> به پایان رسید.",
        "ایجاد خوشه <cluster>گز</cluster> ضروری است.",
        "خوشه <cluster>گز</cluster> هنوز آغاز نشده است.",
        "تولیدکنندگان خواهان تشکیل خوشه <cluster>گز</cluster> هستند.",
        "خوشه <cluster>گز</cluster> ۵۰۰ عضو دارد که ۳۰ نفر آنان آموزش دیده‌اند.",
    ],
}
CASES = [(status, marked) for status, said in SAID.items() for marked in said]
IDS = [f"{status}-{n}" for status, said in SAID.items() for n in range(len(said))]
DATED = [marked for _, marked in CASES if "<date" in marked]


def cues_of(marked: str, cluster: int = 0) -> list[StatusCue]:
    return [cue for cue in read(marked)._.statuses if cluster in cue.clusters]


@pytest.mark.parametrize(("status", "marked"), CASES, ids=IDS)
def test_statuses_stage(status: str | None, marked: str) -> None:
    cue = final_status(cues_of(marked))
    assert (cue and cue.status) == status


@pytest.mark.parametrize("marked", DATED, ids=[f"dates-{n}" for n in range(len(DATED))])
def test_statuses_dates(marked: str) -> None:
    _, tags = parse_markup(marked)
    edges = [tag.attributes.get("edge") for tag in tags if tag.name == "date"]
    cues = cues_of(marked)
    assert programme_start(cues) == (edges.index("start") if "start" in edges else None)
    assert programme_end(cues) == (edges.index("end") if "end" in edges else None)


def test_statuses_shared_verb_dates_each_cluster() -> None:
    marked = (
        "خوشه <cluster>لبنیات</cluster> در <date>سال ۱۳۹۶</date> و خوشه "
        "<cluster>فرش</cluster> در <date>پایان سال ۱۳۹۹</date> خاتمه یافت."
    )
    assert [programme_end(cues_of(marked, i)) for i in (0, 1)] == [0, 1]


def test_statuses_list_reaches_every_member() -> None:
    marked = (
        "توسعه سه خوشه <cluster>گز</cluster>، <cluster>فرش</cluster> و "
        "<cluster>کفش</cluster> پایان یافته است."
    )
    cues = [final_status(cues_of(marked, i)) for i in range(3)]
    assert [cue and cue.status for cue in cues] == [ProgramStatus.COMPLETED] * 3


def test_statuses_neighbour_clause_keeps_its_own_stage() -> None:
    marked = (
        "خوشه <cluster>گز</cluster> خاتمه یافته و خوشه <cluster>فرش</cluster> در حال اجراست؛ "
        "برای خوشه <cluster>کفش</cluster> مطالعه شناختی انجام می‌شود."
    )
    found = [final_status(cues_of(marked, i)) for i in range(3)]
    assert [cue and cue.status.value for cue in found] == [
        "completed",
        "in_progress",
        "diagnostic_study",
    ]


def test_statuses_follow_the_topic_into_the_next_sentence() -> None:
    marked = (
        "خوشه <cluster>گز</cluster> ۲۰۰ عضو دارد. این پروژه در <date>مهر ۱۴۰۰</date> "
        "آغاز شد و تا <date>شهریور ۱۴۰۳</date> ادامه دارد."
    )
    cues = cues_of(marked)
    assert final_status(cues) is not None
    assert (programme_start(cues), programme_end(cues)) == (0, 1)


def test_statuses_count_of_clusters_is_not_the_topic() -> None:
    marked = "خوشه <cluster>گز</cluster> ۲۰۰ عضو دارد. ۱۳ خوشه به پایان رسیده است."
    assert cues_of(marked) == []


def test_statuses_planned_restart_leaves_it_suspended() -> None:
    marked = (
        "خوشه <cluster>سنگ</cluster> متوقف شده بود که قرار است از <date>دی ماه</date> "
        "دوباره جان بگیرد."
    )
    cues = cues_of(marked)
    cue = final_status(cues)
    assert cue is not None
    assert cue.status is ProgramStatus.SUSPENDED
    assert programme_start(cues) is None


CONTINUED = {
    "complaint": (
        "انتقاد از رها شدن خوشه <cluster>گز</cluster>. این خوشه وارد مرحله اجرا شده است.",
        "in_progress",
    ),
    "stop-told": (
        "پروژه خوشه <cluster>گز</cluster> رها شده است. این خوشه وارد مرحله اجرا شده بود.",
        "suspended",
    ),
    "relative-clause": (
        "در خوشه <cluster>گز</cluster> برنامه‌ای دوساله نوشتیم که همچنان در حال اجراست.",
        "in_progress",
    ),
    "reported-clause": (
        "خوشه <cluster>گز</cluster> بزرگ است. او با بیان اینکه قرارداد خوشه به پایان رسید، رفت.",
        "completed",
    ),
    "contract": (
        "خوشه <cluster>گز</cluster> بزرگ است. قرارداد اجرا در بهمن به ما ابلاغ شد.",
        "approved",
    ),
    "measured-budget": (
        "با بودجه یک میلیون و ۲۰۰ هزار دلاری دولت، خوشه <cluster>گز</cluster> در حال اجراست.",
        "in_progress",
    ),
    "decimal": (
        "ظرفیت خوشه <cluster>گز</cluster> ۶.۵ مگاوات است و برنامه آن در حال اجراست.",
        "in_progress",
    ),
    "owner": ("<cluster>گلیم‌بافی</cluster> از پارسال صاحب خوشه شد.", "in_progress"),
}


@pytest.mark.parametrize(("marked", "stage"), CONTINUED.values(), ids=CONTINUED.keys())
def test_statuses_over_sentences(marked: str, stage: str) -> None:
    cue = final_status(cues_of(marked))
    assert cue is not None
    assert cue.status == stage


def test_statuses_nothing_without_clusters() -> None:
    doc = read("برداشت انگور آغاز شد و مطالعه امکان‌سنجی کارخانه پایان یافت.")
    assert doc._.statuses == ()


def test_statuses_ordinals_take_up_the_list() -> None:
    marked = (
        "از سه خوشه <cluster>گز</cluster>، <cluster>فرش</cluster> و <cluster>کفش</cluster>، "
        "دو خوشه نخست در حال اجرا و سومی متوقف است."
    )
    found = [final_status(cues_of(marked, i)) for i in range(3)]
    assert [cue and cue.status.value for cue in found] == [
        "in_progress",
        "in_progress",
        "suspended",
    ]


def test_statuses_in_brackets_and_lines() -> None:
    marked = (
        "دو خوشه <cluster>گز</cluster> (خاتمه‌یافته) و <cluster>فرش</cluster> (در حال اجرا)\n"
        "خوشه <cluster>کفش</cluster>: متوقف"
    )
    found = [final_status(cues_of(marked, i)) for i in range(3)]
    assert [cue and cue.status.value for cue in found] == [
        "completed",
        "in_progress",
        "suspended",
    ]
