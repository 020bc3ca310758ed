"""Namings of places in marked sentences, and the gazetteer behind them."""

import pytest
import spacy
from timing import takes_linear_time

from extractor.components.places import PlaceFinder
from extractor.lexicon.loader import load_rows
from extractor.lexicon.markup import parse_markup
from extractor.lexicon.models import CountryRow, PlaceRow, ProvinceRow
from extractor.lexicon.places import PROVINCES, province_code, province_name, squash
from extractor.places.matching import PhraseTable, Words, spellings
from extractor.text.normalization import normalize
from schemas.provinces import Province
from schemas.vocabularies import PlaceKind


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(spacy.blank("fa"))


def found(finder: PlaceFinder, text: str) -> list[tuple[str, str]]:
    return [(p.name, str(p.kind)) for p in finder.find(text)]


MARKED = {
    "province-after-its-word": "استان <place kind=province code=IR-07>فارس</place> است",
    "company-of-estates": "شرکت شهرک‌های صنعتی <place kind=province code=IR-21>یزد</place> گفت",
    "company-of-estates-no-half-space": (
        "شرکت شهرکهای صنعتی استان <place kind=province code=IR-25>قم</place> گفت"
    ),
    "general-directorate": (
        "مدیرکل میراث فرهنگی <place kind=province code=IR-08>کرمان</place> گفت"
    ),
    "governor-general": "استاندار <place kind=province code=IR-16>ایلام</place> آمد",
    "two-part-name": "در <place kind=province code=IR-03>آذربایجان‌شرقی</place> بود",
    "three-part-name": "در <place kind=province code=IR-11>سیستان وبلوچستان</place> بود",
    "row-of-provinces": (
        "استان‌های <place kind=province code=IR-23>تهران</place>، "
        "<place kind=province code=IR-00>مرکزی</place> و "
        "<place kind=province code=IR-25>قم</place>"
    ),
    "row-without-its-word": (
        "<place kind=province code=IR-20>سمنان</place>، "
        "<place kind=province code=IR-01>گیلان</place> و "
        "<place kind=province code=IR-26>قزوین</place>"
    ),
    "parallel-provinces": (
        "چای در <place kind=province code=IR-01>گیلان</place> و قطعات در "
        "<place kind=province code=IR-20>سمنان</place>"
    ),
    "city-of-a-provinces-name": "در <place kind=city code=None province=IR-23>تهران</place> بود",
    "fair": "نمایشگاه مبلمان <place kind=city>تهران</place> باز شد",
    "route": "اتوبوس <place kind=city>تهران</place>- <place kind=city>شیراز</place> رفت",
    "row-of-cities": "در <place kind=city>قم</place> و <place kind=city>مشهد</place>",
    "city-of-its-province": (
        "سفال <place kind=city>میبد</place> <place kind=province code=IR-21>یزد</place>"
    ),
    "county": "شهرستان <place kind=county province=IR-13 code=None>ملایر</place> است",
    "county-governor": "فرماندار <place kind=county province=IR-15>بروجرد</place> گفت",
    "counties": (
        "شهرستان‌های <place kind=county>جیرفت</place>، <place kind=county>نور</place> و "
        "<place kind=county>کهنوج</place> و مردم <place kind=city>بم</place>"
    ),
    "county-of-no-city": "دادستان <place kind=county province=IR-06>دشت آزادگان</place> گفت",
    "district": "بخش مرکزی شهرستان <place kind=county>املش</place> است",
    "country": "به <place kind=country code=AE>امارات</place> رفت",
    "country-of-two-words": "از <place kind=country code=KR>کره جنوبی</place> آمد",
    "country-of-a-common-word": (
        "کشورهای <place kind=country code=TD>چاد</place> و <place kind=country code=ML>مالی</place>"
    ),
    "foreign-city": "در <place kind=city code=None province=None>استانبول</place> بود",
    "joined-town": "در <place kind=city province=IR-15>خرماباد</place> بود",
    "town-apart": "در <place kind=city province=IR-15>خرم آباد</place> بود",
    "half-space-inside-a-name": "در <place kind=city province=IR-07>می\u200cمند</place> بود",
    "half-spaces-around-a-name": "در\u200c<place kind=city>شیراز</place>\u200c بود",
    "preposition-glued-on": "بازدید در<place kind=city>شیراز</place> بود",
    "and-glued-on": ("<place kind=city>رشت</place> و<place kind=city>اصفهان</place>"),
    "town-of-a-common-word": (
        "شهرستان <place kind=county province=IR-13>بهار</place> و در "
        "<place kind=city>بهار</place> که در بهار ۱۴۰۲ و بهار امسال"
    ),
    "town-in-its-province": (
        "استان <place kind=province>یزد</place>؛ انار <place kind=city>تفت</place>"
    ),
    "estate": "در <place kind=estate>شهرک صنعتی شهید سلیمی</place> بود",
    "estate-of-a-number": "<place kind=estate>شهرک صنعتی شماره ۲</place> است",
    "end-of-a-clusters-name": (
        "در <place kind=province>مازندران</place> خوشه زیتون <place kind=city>نور</place> است"
    ),
    "product-at-the-end-of-a-clusters-name": (
        "در <place kind=province>خراسان رضوی</place> خوشه سنگ فیروزه است"
    ),
    "town-in-an-estates-name": (
        "در <place kind=estate>شهرک صنعتی جهان‌آباد</place> <place kind=city>میبد</place> بود"
    ),
    "province-in-an-estates-name": (
        "<place kind=estate province=None>شهرک صنعتی البرز</place> است"
    ),
    "row-parted-by-counts": (
        "<place kind=province>سمنان</place> با ۱۲ کارگاه، <place kind=province>البرز</place> با "
        "حدود هزار و ۲۰۰ کارگاه و <place kind=province>گیلان</place> با نه کارگاه"
    ),
    "row-of-provinces-parted-by-counts": (
        "استان‌های <place kind=province>قزوین</place> با ۹ کارگاه، <place kind=province>البرز"
        "</place> با ۵ کارگاه و <place kind=province>یزد</place> با نه کارگاه"
    ),
    "row-of-towns-parted-by-counts": (
        "۲۰ نفر در <place kind=city>تبریز</place>، ۱۲ نفر در <place kind=city>زنجان</place>، "
        "دو نفر در <place kind=city>قم</place>"
    ),
    "row-with-shares-of-a-whole": (
        "سهم <place kind=province>گلستان</place> از این رقم ۹ میلیون دلار، "
        "<place kind=province>همدان</place> ۷ میلیون دلار و "
        "<place kind=province>سمنان</place> ۳ میلیون دلار"
    ),
    "counts-before-a-row": (
        "۲۱ پروانه به <place kind=province>قم</place>، ۱۵ پروانه به "
        "<place kind=province>مازندران</place> رسید؛ در <place kind=city>قم</place> بود"
    ),
    "row-over-a-full-stop": (
        "با ۱۲ نفر به <place kind=city>ایلام</place>. ۱۵ نفر به <place kind=province>گیلان</place>"
    ),
    "counts-of-clusters": (
        "<place kind=province>کرمان</place> با ۱۲ خوشه و <place kind=province>قم</place> (دو "
        "خوشه)؛ <place kind=city>کرمان</place> با ۱۲ نفر"
    ),
    "among-provinces": (
        "در میان استان‌ها، <place kind=province>ایلام</place> نخست است. "
        "<place kind=city>ایلام</place> زیباست"
    ),
    "also-behind-provinces-with-towns": (
        "در <place kind=province>گیلان</place> خوشه چای <place kind=city>لاهیجان</place>، در "
        "<place kind=province>لرستان</place> خوشه انار <place kind=city>پلدختر</place> و در "
        "<place kind=province>یزد</place> هم خوشه ترمه. بازار <place kind=city>یزد</place>"
    ),
    "goal-behind-a-body": (
        "پرونده خوشه گز هم به <place kind=city>تهران</place> رفت؛ خوشه گز "
        "<place kind=province>اصفهان</place>"
    ),
    "common-word-in-a-row-of-counts": (
        "۲۲ کارگاه در شهرستان <place kind=county>روانسر</place>، ۲۱ کارگاه در "
        "<place kind=city>صحنه</place>"
    ),
    "common-word-in-a-row-of-shares": (
        "۴۲ درصد به <place kind=country>عمان</place> و ۲۸ درصد به "
        "<place kind=country code=QA>قطر</place>"
    ),
    "common-words-in-counts-of-no-row": (
        "۱۲ نفر در صحنه، ۵ نفر در بیمارستان و ۳ سرباز در <place kind=city>تبریز</place>"
    ),
    "measures-in-a-row": "۵ لوله به قطر ۲۰ سانتی‌متر و ۳ لوله به قطر ۴۰",
    "plantation": "۲۰۰ هکتار گلستان در <place kind=province>گلستان</place> است",
    "capital-abroad-of-a-towns-name": (
        "دفتر فروش در <place kind=city province=None>عشق‌آباد</place>"
    ),
    "town-of-a-capitals-name": (
        "مردم <place kind=city province=IR-09>عشق‌آباد</place> <place kind=city>نیشابور</place>"
    ),
    "village": "روستای «<place kind=region>قاسم‌آباد</place>» است",
    "surname": "علی سلیمی نمین گفت",
    "honorific": "دکتر شیراز گفت",
    "adjective": "مسقطی لاری و پسته‌های کرمانی و تهران‌نشین",
    "street": "در خیابان ایران و بلوار اصفهان",
    "sea": "خلیج فارس، دریای عمان و اقیانوس هند",
    "agency": "به گزارش فارس و خبرگزاری فارس",
    "car-maker": "محصولات ایران خودرو",
    "season-and-stone": "در بهار ۱۴۰۲ خوشه فیروزه نیشابوری و نور خورشید",
    "diameter": "به قطر ۲۰ سانتی‌متر",
    "financial": "منابع مالی و پرو لباس",
    "middle": "در میانه راه مهران گفت",
    "estate-in-general": "شهرک صنعتی در دست ساخت",
    "villages-in-general": "۴۰ روستای دورافتاده",
}


@pytest.mark.parametrize("marked", MARKED.values(), ids=MARKED.keys())
def test_places_marked(marked: str, finder: PlaceFinder) -> None:
    text, tags = parse_markup(marked)
    places = finder.find(text)
    assert [text[p.start : p.end] for p in places] == [text[t.start : t.end] for t in tags]
    for place, tag in zip(places, tags, strict=True):
        assert {k: str(getattr(place, k)) for k in tag.attributes} == tag.attributes


@pytest.mark.parametrize(
    ("text", "province", "others"),
    [
        ("نورآباد لرستان", "IR-15", ()),
        ("شهرهای شیراز و کازرون؛ بازار نورآباد", "IR-07", ("IR-15",)),
    ],
    ids=["province-behind", "province-of-the-article"],
)
def test_places_one_name_in_two_provinces(
    text: str, province: str, others: tuple[str, ...], finder: PlaceFinder
) -> None:
    place = next(p for p in finder.find(text) if p.name == "نورآباد")
    assert (place.province, place.alternatives) == (province, others)


@pytest.mark.parametrize("code", PROVINCES)
def test_places_every_province_in_a_headline(code: str, finder: PlaceFinder) -> None:
    text = f"مدیرعامل شرکت شهرک‌های صنعتی استان {PROVINCES[code]} خبر داد"
    assert [(p.kind, p.code) for p in finder.find(text)] == [(PlaceKind.PROVINCE, code)]


def test_places_every_county_after_its_word(finder: PlaceFinder) -> None:
    missed = [
        (row.name, row.province)
        for row in load_rows("places.csv", PlaceRow)
        if PlaceKind.COUNTY in row.kinds
        for places in [finder.find(f"در استان {PROVINCES[row.province]}، شهرستان {row.name} بود")]
        if [(p.kind, p.province) for p in places[1:]] != [(PlaceKind.COUNTY, row.province)]
    ]
    assert missed == []


def test_gazetteer_is_whole_and_normalized() -> None:
    rows = load_rows("places.csv", PlaceRow)
    assert sorted(PROVINCES) == [f"IR-{n:02}" for n in range(31)]
    assert sum(PlaceKind.COUNTY in r.kinds for r in rows) > 480
    assert sum(PlaceKind.CITY in r.kinds for r in rows) > 1400
    assert {r.province for r in rows} == set(PROVINCES)
    assert len({(r.name, r.province) for r in rows}) == len(rows)
    # Which names get a half-space is for the normalizer to say.
    assert [r.name for r in rows if squash(normalize(r.name).text) != squash(r.name)] == []
    assert [r.name for r in rows if set(r.name) & set("يىك0123456789")] == []


def test_gazetteer_gives_each_surface_of_a_country_once() -> None:
    rows = load_rows("countries.csv", CountryRow)
    surfaces = [s for r in rows for s in (r.name, *r.aliases, *r.weak_aliases)]
    assert len(surfaces) == len(set(surfaces))
    assert all(len(r.id) == 2 and r.id.isupper() for r in rows)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("خراسان رضوی", "IR-09"),
        ("استان کهگیلویه و بویر احمد", "IR-17"),
        ("چهارمحال‌وبختیاری", "IR-14"),
        ("آذربايجان شرقي", "IR-03"),
        ("ری", None),
        ("", None),
    ],
    ids=["plain", "with-its-word", "half-spaces", "arabic-letters", "a-city", "empty"],
)
def test_province_code_of_any_spelling(name: str, code: str | None) -> None:
    assert province_code(name) == code


def test_province_names_and_codes_agree() -> None:
    rows = load_rows("provinces.csv", ProvinceRow)
    assert {province_code(province_name(row.id)): row.id for row in rows} == {
        row.id: row.id for row in rows
    }


def test_province_labels_are_the_names_of_the_lexicon() -> None:
    rows = load_rows("provinces.csv", ProvinceRow)
    assert {row.id: row.name for row in rows} == {p.value: p.fa for p in Province}


def test_spellings_join_the_parts_of_a_name() -> None:
    joined = {" ".join(words) for words in spellings("نی\u200cریز")}
    assert joined == {"نی ریز", "نیریز"}


def test_phrases_do_not_run_over_signs_and_lines() -> None:
    table = PhraseTable([("کره جنوبی", 1)])
    assert table.at(Words("کره جنوبی"), 0) is not None
    for text in ("کره، جنوبی", "کره\nجنوبی", "کره ۲ جنوبی"):
        assert table.at(Words(text), 0) is None


@pytest.mark.parametrize("text", ["", " ", "\u200c", "تهران", "۱۲۳", "،،،", "شهرک صنعتی"])
def test_places_offsets_stay_inside_the_text(text: str, finder: PlaceFinder) -> None:
    assert all(text[p.start : p.end] for p in finder.find(text))


@pytest.mark.parametrize(
    "unit",
    [
        "تهران ",
        "شهرستان‌های نور، ",
        "در",
        "علی حسینی قم ",
        "شهرک صنعتی تهران ",
        "قم و ",
        "خوشه زیتون نور ",
    ],
)
def test_places_take_time_linear_in_length(unit: str, finder: PlaceFinder) -> None:
    def find(length: int) -> None:
        finder.find((unit * (length // len(unit) + 1))[:length])

    assert takes_linear_time(find, 60_000)
