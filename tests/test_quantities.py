import pytest
import spacy

import extractor.components.numbers
import extractor.components.quantities  # noqa: F401  registers the component
from extractor.components.places import PlaceFinder
from extractor.lexicon.loader import load_rows
from extractor.lexicon.markup import parse_markup
from extractor.lexicon.models import UnitRow
from extractor.mentions import Mention, Quantity
from extractor.quantities.finding import find_quantities
from extractor.text.numerals import find_numbers
from schemas.vocabularies import Unit

ISO_LETTERS = 3


def quantities_of(text: str, dates: tuple[Mention, ...] = ()) -> list[Quantity]:
    return find_quantities(text, find_numbers(text), dates)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("در کراچی ۶ میلیون روپیه فروخت", "PKR"),
        ("در بازار ۶ میلیون روپیه فروخت", "INR"),
        ("به کویت ۵ هزار دینار فرستاد", "KWD"),
        ("به عمان ۵ هزار ریال فرستاد", "IRR"),
    ],
    ids=["city abroad", "no place", "country", "own currency"],
)
def test_quantities_currency_by_place(text: str, currency: str) -> None:
    places = PlaceFinder(spacy.blank("fa")).find(text)
    found = find_quantities(text, find_numbers(text), (), places)
    assert [q.unit for q in found] == [currency]


def check(marked: str) -> None:
    text, expected = parse_markup(marked)
    found = quantities_of(text)
    assert [text[q.start : q.end] for q in found] == [text[t.start : t.end] for t in expected]
    for quantity, tag in zip(found, expected, strict=True):
        number = quantity.number
        shown = {
            "value": str(number.value),
            "upper": str(number.upper),
            "comparator": number.comparator.value,
            "unit": quantity.unit,
            "item": str(quantity.item),
        }
        assert {k: shown[k] for k in tag.attributes} == tag.attributes


UNITS = {
    "money": "<quantity value=3320000 unit=USD>سه میلیون و ۳۲۰ هزار دلار</quantity> از خراسان",
    "money-adjective": "<quantity value=300000000000 unit=IRR>۳۰۰ میلیارد ریالی</quantity>",
    "foreign-money": "<quantity value=5000000 unit=KWD>۵ میلیون دینار کویت</quantity> و",
    "hemmat": "سرمایه <quantity value=1200000000000 unit=IRT>1.2 همت</quantity> است",
    "percent": "<quantity value=73 unit=percent>۷۳ درصد</quantity> از آن",
    "percent-sign": "رشد <quantity value=12 unit=percent>۱۲٪</quantity> داشت",
    "percent-sign-before": "رشد <quantity value=12 unit=percent>٪۱۲</quantity> داشت",
    "measure": "زمین <quantity value=30 unit=hectare>۳۰ هکتاری</quantity> شهرک",
    "two-words": "<quantity value=50 unit=square_metre>۵۰ متر مربع</quantity> از فضا",
    "person-hour": "<quantity value=950 unit=person_hour>۹۵۰ نفر ساعت</quantity> آموزش",
    "glued": "در <quantity value=70 unit=kilometre>70کیلومتری</quantity> شرق",
    "person-hour-dashed": "<quantity value=950 unit=person_hour>۹۵۰ نفر-ساعت</quantity> آموزش",
    "no-unit-behind-a-dash": "<quantity value=9 unit=person>۹ نفر</quantity>-کارگر",
    "not-reached": "به <quantity value=300 unit=person comparator=less_than>۳۰۰ نفر</quantity>"
    " هم نمی‌رسند",
    "reached": "به <quantity value=300 comparator=exact>۳۰۰ نفر</quantity> هم رسید",
    "passed": "از <quantity unit=USD comparator=more_than>۱۰۰ میلیون دلار</quantity> گذشت",
    "from": "از <quantity unit=USD comparator=exact>۱۰۰ میلیون دلار</quantity> وام گذشت",
    "not-passed": "از <quantity unit=percent comparator=at_most>۵ درصد</quantity> بیشتر نیست",
    "product-weighs": "اعضا <quantity unit=tonne>چهار تن</quantity> گردو بردند",
    "trade-counts": "<quantity unit=person>چهار تن</quantity> نجار آمدند",
    "apprentices": "<quantity unit=person>۲۱۰ شاگرد</quantity> و "
    "<quantity unit=person>۱۲ شیرینی‌پز</quantity> و <quantity unit=person>۴۰ ساعت‌ساز</quantity>",
    "population": "با <quantity unit=person>۱۵۰ هزار جمعیت</quantity>",
    "cooperative": "<quantity unit=other>۱۵ تعاونی</quantity> و "
    "<quantity unit=enterprise>۱۵ شرکت تعاونی</quantity>",
    "order-of-magnitude": "<quantity value=100 unit=person comparator=about>صدها نفر</quantity> و "
    "<quantity value=10000 unit=IRT comparator=about>ده‌ها هزار تومان</quantity> و صدها سؤال",
    "taken-up-again": "اعتبار این دو، <quantity unit=IRT>۹ میلیارد تومان</quantity> بود",
    "person": "<quantity value=150 unit=person>۱۵۰ نفر</quantity> از طراحان",
    "trade": "<quantity value=64 unit=person>۶۴ هنرمند</quantity> اسکویی",
    "unlisted-trade": "<quantity value=612 unit=person>۶۱۲ نمدمال‌کار</quantity> هستند",
    "count-behind-year": "تا پایان سال <quantity value=10 unit=person>۱۰ زنبوردار</quantity> و "
    "هر سال <quantity value=12 unit=course>۱۲ دوره</quantity>، سال ۹۸ دوره و سال ۱۴۰۲ دوره",
    "currency-left-out": "<quantity value=16000000000 unit=IRT>۱۶ میلیارد تومان</quantity> که "
    "<quantity value=5000000000 unit=IRT>۵ میلیارد</quantity> آن رسید",
    "no-currency-before": "۵ میلیارد آن رسید",
    "delegations": "<quantity value=2 unit=other>دو هیأت</quantity> تجاری، دو روش",
    "course": "<quantity value=10 unit=course comparator=more_than>بیش از ۱۰ دوره</quantity>",
    "enterprise": "<quantity value=186 unit=enterprise>۱۸۶ واحد</quantity> تولیدی",
    "dwelling": "<quantity value=12000 unit=other>۱۲ هزار واحد مسکونی</quantity> احداث شد و "
    "<quantity value=750 unit=other>۷۵۰ واحد</quantity> ماند",
    "classifier": "<quantity value=90000 unit=item>۹۰ هزار دست</quantity> مبل",
    "unlisted-noun": "<quantity value=5300 unit=other>پنج هزار و ۳۰۰ زنگوله</quantity> ثبت شد",
    "tonnes": "<quantity value=15 unit=tonne>۱۵ تن</quantity> بذر",
    "persons": "<quantity value=44 unit=person>۴۴ تن</quantity> جان باختند",
    "fraction": "<quantity value=66.7 unit=percent>دو سوم</quantity> کارکنان",
    "half-after-unit": "<quantity value=1.5 unit=hour>یک ساعت و نیم</quantity> کار",
}


@pytest.mark.parametrize("marked", UNITS.values(), ids=UNITS)
def test_units(marked: str) -> None:
    check(marked)


SHARED = {
    "range": "<quantity value=500 upper=600 comparator=range>۵۰۰ تا ۶۰۰ نفر</quantity> کار کردند",
    "range-of-units": "<quantity value=10 upper=20 comparator=range>۱۰ درصد تا ۲۰ درصد</quantity>",
    "from-to": "سهم آن از <quantity value=12 unit=percent>۱۲</quantity> به "
    "<quantity value=15 unit=percent>۱۵ درصد</quantity> رسید",
    "both": "<quantity value=79 unit=kilometre comparator=at_most>حداکثر ۷۹</quantity> و "
    "<quantity value=25 unit=kilometre comparator=at_least>حداقل ۲۵ کیلومتر</quantity>",
    "upwards": "<quantity value=50 comparator=at_least>۵۰ نفر به بالا</quantity>",
    "left-out": "<quantity value=11500 unit=person comparator=more_than>بیش از ۱۱ هزار و ۵۰۰"
    "</quantity> در آن کشور مبتلا شدند",
}


@pytest.mark.parametrize("marked", SHARED.values(), ids=SHARED)
def test_ranges_and_units_left_out(marked: str) -> None:
    check(marked)


ITEMS = {
    "to-preposition": '<quantity item="کارگاه سفال">۸۷۰ کارگاه</quantity> سفال در لالجین',
    "of-a-measure": "<quantity item=چوب>۴۰ درصد</quantity> چوب از روسیه است",
    "verb-noun": "<quantity item=نفر>۲۴۰ نفر</quantity> استخدام شدند",
}


@pytest.mark.parametrize("marked", ITEMS.values(), ids=ITEMS)
def test_item_is_a_short_noun_phrase(marked: str) -> None:
    check(marked)


NONE = {
    "duration": "طی ۳ سال و شش ماه و ۱۰ روز",
    "age": "مردی ۶۰ ساله",
    "law": "ماده ۵ قانون و اصل ۴۴ قانون اساسی و بند ۱۴ مصوبات",
    "resolution": "قطعنامه ۲۲۳۱ شورا",
    "district": "منطقه ۲ شهر",
    "branch": "شعبه ۸ دادیاری",
    "model": "پژو ۲۰۶ سفید",
    "disease": "کووید ۱۹ نفر اول",
    "clock": "ساعت ۱۴ روز شنبه و ساعت چهار و ۳۹ دقیقه بامداد",
    "score": "سه بر یک تیم ما برد",
    "phone": "تلفن ۰۲۱-۸۸۹۰۲۴۱۰ داخلی ۱۳۲ تماس بگیرید",
    "page-code": "کد خبر: ۲۰۴۸۱۱۷۷ پیام",
    "signature": "انتهای پیام/۲۱۴",
    "ordinal": "دومین نمایشگاه و ۱۱۰مین مدرسه",
    "article": "یک شرکت و یک مرکز طراحی",
    "reference": "هر دو خوشه و این سه کارگاه",
    "in-passing": "در سه سطح و دو محور",
    "model-number": "چیپست اگزینوس ۸۸۰ استفاده می‌کند",
    "preposition": "کانال ۵ در تهران",
    "list-number": "۱- برگزاری نشست\n۲) برپایی غرفه",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_quantity(text: str) -> None:
    assert quantities_of(text) == []


def test_number_in_a_date_is_no_quantity() -> None:
    text = "از ۲۰ نفر"
    assert quantities_of(text)
    assert quantities_of(text, (Mention(3, 5),)) == []


def test_codes_are_units_of_the_contract() -> None:
    known = {unit.value for unit in Unit} | {"none"}
    for row in load_rows("units.toml", UnitRow):
        assert row.code in known or (len(row.code) == ISO_LETTERS and row.code.isupper()), row.id


@pytest.mark.parametrize(
    "example", [e for row in load_rows("units.toml", UnitRow) for e in row.examples]
)
def test_lexicon_examples(example: str) -> None:
    check(example)


def test_component_writes_spans() -> None:
    nlp = spacy.blank("fa")
    nlp.add_pipe("khooshechin_numbers")
    nlp.add_pipe("khooshechin_quantities")
    doc = nlp("اعتبار ۳۵۰میلیارد تومان")
    (span,) = doc.spans["quantities"]
    assert (span.text, span._.quantity.unit) == ("۳۵۰میلیارد تومان", "IRT")
