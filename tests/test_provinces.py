"""Of which province a figure or a cluster is told where others are named beside it."""

import pytest

from extractor import Extractor
from schemas.article import Article
from schemas.record import ArticleRecord

CHIEF = "رضا رادی، رئیس سازمان صنایع کوچک، گفت: "
GOVERNOR = "رضا رادی، استاندار کرمان، گفت: "


def record_of(extractor: Extractor, text: str) -> ArticleRecord:
    return extractor.extract(Article(id="a", text=text))


# text, the provinces of its figures in text order
FIGURES = {
    "shares-of-a-whole": (
        CHIEF + "فروش اعضا به ۹۰ میلیون دلار رسید که سهم گیلان از این رقم ۴۰ میلیون دلار، قم "
        "۳۰ میلیون دلار و البرز ۲۰ میلیون دلار بود.",
        [None, "IR-01", "IR-25", "IR-30"],
    ),
    "allotted": (
        "۴۷ پروانه صادر شد. از این تعداد، ۲۱ پروانه به قم، ۱۵ پروانه به خراسان جنوبی و ۱۱ پروانه "
        "به سمنان اختصاص یافت.",
        [None, "IR-25", "IR-29", "IR-20"],
    ),
    "journeys": ("۲۱ نفر به قم، ۱۵ نفر به گیلان و ۱۱ نفر به سمنان رفتند.", [None, None, None]),
    "places-with-their-words": (
        "۷ کارگاه در استان قم، ۴ کارگاه در استان تهران و ۲ کارگاه در شهرستان رودسر هست.",
        ["IR-25", "IR-23", "IR-01"],
    ),
    "row-with-a-late-preposition": (
        "در خراسان جنوبی ۲۳۱ نفر، خراسان شمالی ۱۰۴ نفر و در قم ۴۴ نفر نام نوشتند و روی هم ۳۷۹ نفر "
        "شدند.",
        ["IR-29", "IR-28", "IR-25", None],
    ),
    "officials-of-a-province": (
        GOVERNOR + "۷ نفر در استان قم، ۴ نفر در استان تهران و ۲ نفر در کرمان آموزش دیدند.",
        ["IR-08", "IR-08", "IR-08"],
    ),
    "behind-a-row": (
        "از بین استان‌ها، قم با ۶۶ درصد نخست و یزد با ۳۵ درصد آخر است و در استان تهران ۴۶ درصد "
        "عضو شده‌اند.",
        ["IR-25", "IR-21", "IR-23"],
    ),
    "lead-of-several-provinces": (
        "پژوهشی تازه سرنوشت ۳۶ خوشه را در هفت استان دنبال کرده است. ۲۸۰ مدیر پاسخ دادند. دو "
        "نمونه را از استان گیلان آورده‌اند. گیلان سبز است.",
        [None, None, None, "IR-01"],
    ),
    "lead-of-one-province": (
        "پژوهشی تازه سرنوشت ۳۶ خوشه را در استان گیلان دنبال کرده است. ۲۸۰ مدیر پاسخ دادند.",
        ["IR-01", "IR-01"],
    ),
    "of-the-country-behind-one-province": (
        CHIEF + "در استان قم ۲۰ کارگاه هست. شمار خوشه‌های فعال کشور باید به ۳۵۰ خوشه برسد.",
        ["IR-25", None],
    ),
    "goes-on-of-one-province": (
        CHIEF + "در استان قم ۲۰ کارگاه هست. شمار آنها باید به ۳۵ کارگاه برسد.",
        ["IR-25", "IR-25"],
    ),
    "imports-to-the-country": (
        GOVERNOR + "واردات شیشه به کشور از ۷ میلیون دلار به ۱۵ میلیون دلار رسید. استان ۹ کارگاه "
        "دارد.",
        [None, None, "IR-08"],
    ),
    "member-of-parliament-of-a-cluster": (
        "خوشه نمد بروجن آغاز شد. رضا رادی، نماینده مردم بروجن در مجلس، گفت: قیمت هر کیلو پشم به "
        "۱۸۰ هزار تومان رسیده است.",
        ["IR-14"],
    ),
    "member-of-parliament-of-the-country": (
        "رضا رادی، نماینده مردم بروجن در مجلس، گفت: قیمت هر کیلو پشم به ۱۸۰ هزار تومان رسیده است.",
        [None],
    ),
    "cluster-abroad": (
        GOVERNOR + "در ایتالیا خوشه کاشی ۷ هزار بنگاه دارد. خوشه پسته ۹ کارگاه دارد.",
        [None, "IR-08"],
    ),
    "road": (
        "آزادراه تهران-شمال در جاده تهران است. این مسیر ۱۲۱ کیلومتر دارد و از تهران نمی‌گذرد. "
        "استان تهران. مترو ۲۰ کیلومتر دارد.",
        ["IR-23", "IR-23"],
    ),
    "road-alone": ("در آزادراه تهران، جاده تهران و بزرگراه استان تهران ۱۲۱ تونل هست.", [None]),
}


@pytest.mark.parametrize(("text", "provinces"), FIGURES.values(), ids=FIGURES.keys())
def test_province_of_each_figure(
    extractor: Extractor, text: str, provinces: list[str | None]
) -> None:
    assert [f.province for f in record_of(extractor, text).figures] == provinces


CLUSTERS = {
    "beside": (GOVERNOR + "در مازندران نیز خوشه شیلات آغاز شد.", ["IR-02"]),
    "beside-a-list": (GOVERNOR + "در مازندران سه خوشه شیلات، برنج و مرکبات هست.", ["IR-02"] * 3),
    "beside-a-town": (GOVERNOR + "در شهرستان آمل خوشه مبلمان آغاز شد.", ["IR-02"]),
    "not-beside": (GOVERNOR + "برای رونق در مازندران با ما خوشه شیلات همراه است.", ["IR-08"]),
    "behind-no-preposition": (GOVERNOR + "با سفر به مازندران خوشه پسته آغاز شد.", ["IR-08"]),
    "abroad": (GOVERNOR + "در ایتالیا خوشه کاشی رونق دارد.", [None]),
    "town-abroad": (GOVERNOR + "خوشه نساجی پراتو الگوی ماست.", [None]),
    "dateline": (
        "یزد- رضا رادی، معاون وزیر صمت، در همایش خوشه ترمه گفت: یزد پیشتاز است. استاندار یزد از "
        "تور قم خبر داد.",
        ["IR-21"],
    ),
    "no-dateline": (
        "رضا رادی، معاون وزیر صمت، در همایش خوشه ترمه گفت: یزد پیشتاز است. استاندار یزد از تور قم "
        "خبر داد.",
        [None],
    ),
}


@pytest.mark.parametrize(("text", "provinces"), CLUSTERS.values(), ids=CLUSTERS.keys())
def test_province_of_each_cluster(
    extractor: Extractor, text: str, provinces: list[str | None]
) -> None:
    assert [c.province for c in record_of(extractor, text).clusters] == provinces
