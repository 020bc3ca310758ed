import pytest
import spacy
from spacy.language import Language

from extractor.clusters.merging import akin, words_of
from extractor.clusters.vocabulary import bare_name
from extractor.components.base import PREFIX
from extractor.lexicon.loader import load_rows
from extractor.lexicon.markup import parse_markup
from extractor.lexicon.models import ProductRow
from extractor.pipeline import import_components
from schemas.vocabularies import Basis


@pytest.fixture(scope="module")
def finder() -> Language:
    import_components()
    nlp = spacy.blank("fa")
    for name in ("sentences", "numbers", "places", "clusters"):
        nlp.add_pipe(PREFIX + name)
    return nlp


# A speech of the estates company, so that unknown products are believed too.
SPEECH = "مدیرعامل شرکت شهرک‌های صنعتی یزد گفت: "

NAMED = {
    "two-products-with-their-province": (
        "خوشه <cluster>قفل و ابزار</cluster> چهارمحال و بختیاری را مثال زد."
    ),
    "single": "خوشه <cluster>ترمه و دارایی</cluster> پایان یافت.",
    "business": "خوشه کسب‌وکار <cluster>پوشاک</cluster> استان آغاز شد.",
    "town-belongs": "خوشه <cluster>خرمای بم</cluster> با ۳۸ واحد فعال است.",
    "branch-of-a-trade-with-its-town": "خوشه <cluster>مرغ مادر قاین</cluster> متوقف ماند.",
    "dress-of-a-region": "خوشه <cluster>چوخه و پوشاک کرمانجی</cluster> به تصویب رسید.",
    "verb-in-two-words-behind": (
        "خوشه <cluster>پسته</cluster> یزد آغاز شد.\nمعاون استاندار گفت: مطالعه شناختی این خوشه تمام"
        " شده است.\nوی افزود: انبار را در برنامه این خوشه گنجانده ایم ."
    ),
    "village-unknown": "خوشه <cluster>پنیر لیقوان</cluster> بدون آموزش نمی‌ماند.",
    "province-left-out": "خوشه <cluster>پوشاک</cluster> خراسان رضوی فعال است.",
    "city-as-province": "خوشه <cluster>چرم</cluster> همدان هم شروع شد.",
    "county-behind": "خوشه <cluster>فرش ماشینی</cluster> در شهرستان کاشان آغاز شد.",
    "part-of-province": "خوشه <cluster>سنگ شمال استان</cluster> توسعه یافت.",
    "two-towns": "خوشه <cluster>کلوچه فومن و لاهیجان</cluster> خاتمه یافت.",
    "count-behind-a-town-in-the-list": (
        "سه خوشه <cluster>بلور و شیشه</cluster>، <cluster>فرش ساروق</cluster> و <cluster>انگور و"
        " کشمش ملایر</cluster> پایان یافت."
    ),
    "list-that-is-an-object": (
        "وی خوشه‌های خاتمه‌یافته را <cluster>سنگ ساختمانی</cluster>، <cluster>فرش</cluster> و"
        " <cluster>مبلمان خوی</cluster> عنوان کرد."
    ),
    "clusters-as-an-object": "وی خوشه‌های خاتمه‌یافته را موفق و کارآمد خواند.",
    "triple": "خوشه <cluster>گلیم، جاجیم و ماشته</cluster> آغاز شد.",
    "makers": "خوشه <cluster>سازندگان تجهیزات صنایع نفت، گاز و پتروشیمی</cluster> مجوز گرفت.",
    "noun-of-verb": "خوشه <cluster>گل</cluster> جان دوباره می‌گیرد.",
    "unknown": "خوشه <cluster>چیندانه</cluster> در مرحله شناخت است.",
    "quoted": "خوشه «<cluster>سنگ نی‌ریز</cluster>» در دست اجراست.",
    "two-agents": "عامل خوشه <cluster>گز</cluster> و خوشه <cluster>حوله</cluster> آمدند.",
    "elided-head": "خوشه <cluster>سفال لالجین</cluster> و <cluster>فرش راور</cluster> فعالند.",
    "plural": "خوشه‌های <cluster>ملیله‌کاری</cluster> و <cluster>سنگ‌های قیمتی</cluster> آغاز شد.",
    "announced": "خوشه‌های استان شامل <cluster>گز</cluster>، <cluster>حوله</cluster> و "
    "<cluster>نساجی</cluster> است.",
    "before": "وی گفت: <cluster>زعفران</cluster> و <cluster>کیف و کفش</cluster> از خوشه‌های مهم‌اند.",
    "inner-and": "خوشه‌های <cluster>خرما و مرکبات</cluster>، <cluster>حوله</cluster> و "
    "<cluster>گز</cluster> فعالند.",
    "count-splits": "چهار خوشه <cluster>مبلمان</cluster> و <cluster>مرکبات</cluster> در مازندران، "
    "<cluster>چای</cluster> در گیلان و <cluster>قطعات خودرو</cluster> در سمنان فعالند.",
    "count-joins": "سه خوشه <cluster>انار و انجیر</cluster>، <cluster>فرش و گلیم</cluster> و "
    "<cluster>سنگ</cluster> فعالند.",
    "count-too-high": "پنج خوشه <cluster>طلا و جواهر</cluster>، <cluster>حوله</cluster> و "
    "<cluster>چرم و کفش</cluster> خاتمه یافت.",
    "second-unknown": "خوشه <cluster>موسیر و چیندانه</cluster> در شهرستان چرام فعال است.",
    "second-served": "خوشه <cluster>نرم‌افزار و خدمات نابی</cluster> با هدف رشد آغاز شد.",
    "second-person": "خوشه <cluster>گز</cluster> و نیک‌زاد، رئیس اتحادیه، در یزد بودند.",
    "heading": "\n۲. خوشه‌های در حال اجرا: <cluster>گز</cluster> و <cluster>حوله</cluster>.",
    "heading-one": "\n- خوشه در دست مطالعه: <cluster>گلاب میمند</cluster>",
    "heading-rows": "\nخوشه‌های مصوب:\n- <cluster>گیوه ملکان</cluster>\n- <cluster>گز</cluster>\n"
    "- سفر به یزد\n- حوله",
    "brackets": "\nفهرست خوشه‌ها: <cluster>گز</cluster> (جاری)، <cluster>حوله</cluster> (مصوب).",
    "state": "خوشه‌های پایان‌یافته <cluster>گز</cluster> و <cluster>حوله</cluster> خوب بودند.",
    "owner": "\n<cluster>گلیم‌بافی</cluster> ایلام از سال ۱۳۹۹ صاحب خوشه شد.",
    "founded": "پارسال برای <cluster>گلاب میمند</cluster> خوشه تشکیل شد.",
    "another": "خوشه دیگری برای <cluster>پلاس‌بافی</cluster> در راه است.",
    "named-so": "او از خوشه‌ای با نام <cluster>گز</cluster> سخن گفت.",
    "presented": "از خوشه تازه‌ای هم رونمایی شد: <cluster>چیندانه میبد</cluster>، که بزرگ است.",
    "count-too-low": "دو خوشه <cluster>گز</cluster>، <cluster>حوله</cluster> و "
    "<cluster>سنگ</cluster> فعالند.",
}
NONE = {
    "this": "این خوشه سه سال دارد و آن خوشه نه.",
    "generic": "توسعه خوشه‌های صنعتی استان ادامه دارد و خوشه‌های جدید می‌آیند.",
    "attribute": "سه خوشه تازه در استان کلید می‌خورد و خوشه نوپا می‌ماند.",
    "definition": "خوشه صنعتی به مجموعه‌ای از بنگاه‌ها گفته می‌شود.",
    "adjective": "توسعه خوشه‌ای زعفران و بمب خوشه‌ای دو چیزند.",
    "members": "نیمی از اعضای خوشه زن سرپرست خانوارند.",
    "month": "هیأت تجاری خوشه آذرماه اعزام شود.",
    "office": "مدیر توسعه خوشه‌های شرکت شهرک‌های صنعتی آمد.",
    "estate": "شهرک تخصصی چرم و کنسرسیوم صادراتی پسته و شبکه سفال شکل گرفت.",
    "stars": "خوشه ستاره‌ای و خوشه پروین و خوشه کهکشانی دیده شد.",
    "disease": "خوشه جدید ابتلا به کرونا شناسایی شد.",
    "each": "هر خوشه انگور ۴۵۰ گرم است.",
    "states": "۱۴۸ خوشه پایان‌یافته، ۹۶ خوشه متوقف‌شده و ۶۸ خوشه در مرحله مطالعه داریم.",
    "heading-empty": "\nخوشه‌های پایان‌یافته:\nچهار دوره برگزار شد.",
    "heading-speech": "\nخوشه‌های صنعتی: فولاد ارزان شد.",
    "owner-place": "کرمان دارای خوشه صنعتی است.",
    "clustered": "توسعه خوشه‌ای برای صادرات فرش لازم است.",
    "for-product": "این خوشه برای تولید فرش وام گرفت.",
    "grouping": "خوشه بندی خانوارها نادرست است و خوشه چهارم یارانه ندارد.",
}
BY_ITS_TRADE = {
    "exports": "صادرات خوشه خرمای بم به ۲۰۰ تن رسید.",
    "members": "تولیدکنندگان خوشه انگور ملایر وام گرفتند.",
}
BUNCHES = {
    "grapes": "کشاورزان خوشه‌های گندم و جو را بریدند و خوشه انگور چیدند.",
    "dates": "وزن خوشه خرما زیاد شد.",
    "novel": "خوشه‌های خشم را خواند.",
    "shares": "سرمایه‌گذاری در خوشه سهام سود داد.",
}


@pytest.mark.parametrize("marked", NAMED.values(), ids=NAMED.keys())
def test_clusters_are_found_where_they_are_named(finder: Language, marked: str) -> None:
    text, tags = parse_markup(SPEECH + marked)
    mentions = sorted(m.start for c in finder(text)._.clusters for m in c.mentions)
    found = sorted((m.start, m.end) for c in finder(text)._.clusters for m in c.mentions)
    assert [text[start:end] for start, end in found] == [text[t.start : t.end] for t in tags]
    assert mentions == [tag.start for tag in tags]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_clusters_other_senses_are_none(finder: Language, text: str) -> None:
    assert [c.name for c in finder(SPEECH + text)._.clusters] == []


@pytest.mark.parametrize("text", BY_ITS_TRADE.values(), ids=BY_ITS_TRADE.keys())
def test_clusters_of_fruit_show_by_their_trade(finder: Language, text: str) -> None:
    assert len(finder(text)._.clusters) == 1


@pytest.mark.parametrize("text", BUNCHES.values(), ids=BUNCHES.keys())
def test_clusters_bunches_need_evidence(finder: Language, text: str) -> None:
    assert [c.name for c in finder(text)._.clusters] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("خوشه گل و گیاهان زینتی آغاز شد. خوشه گل فعال است.", ["گل و گیاهان زینتی"]),
        ("خوشه سفال لالجین آغاز شد. خوشه سفال فعال است.", ["سفال لالجین"]),
        ("خوشه ملیله‌کاری آغاز شد. خوشه ملیله فعال است.", ["ملیله‌کاری"]),
        ("خوشه رب و ترشیجات و خوشه ترشیجات و رب فعالند.", ["رب و ترشیجات"]),
        ("خوشه فرش دستباف و خوشه فرش ماشینی فعالند.", ["فرش دستباف", "فرش ماشینی"]),
        ("خوشه‌های فرش، فرش ماشینی و حوله فعالند.", ["فرش", "فرش ماشینی", "حوله"]),
        ("خوشه پوشاک یزد و خوشه پوشاک قم فعالند.", ["پوشاک", "پوشاک"]),
        ("خوشه چاقوی زنجان فعال است.", ["چاقو"]),
        ("خوشه چای گیلان فعال است.", ["چای"]),
    ],
    ids=[
        "fullest",
        "town",
        "trade",
        "order",
        "kinds",
        "one-list",
        "two-provinces",
        "ezafe",
        "own-ending",
    ],
)
def test_clusters_forms_of_one_name(finder: Language, text: str, names: list[str]) -> None:
    assert [c.name for c in finder(SPEECH + text)._.clusters] == names


@pytest.mark.parametrize(
    ("text", "province", "basis"),
    [
        ("خوشه پوشاک خراسان رضوی فعال است.", "IR-09", Basis.STATED),
        ("خوشه پوشاک در استان قم فعال است.", "IR-25", Basis.STATED),
        ("خوشه خرمای بم فعال است.", "IR-08", Basis.PLACE),
        ("خوشه پوشاک فعال است.", "IR-21", Basis.OFFICE),
    ],
    ids=["ezafe", "in", "town", "office"],
)
def test_clusters_province(finder: Language, text: str, province: str, basis: Basis) -> None:
    (cluster,) = finder(SPEECH + text)._.clusters
    assert (cluster.province, cluster.province_basis) == (province, basis)


def test_clusters_province_of_the_context(finder: Language) -> None:
    (cluster,) = finder("در لرستان باران آمد. خوشه پوشاک فعال است.")._.clusters
    assert (cluster.province, cluster.province_basis) == ("IR-15", Basis.CONTEXT)


def test_clusters_province_of_a_nation_is_unknown(finder: Language) -> None:
    text = "وزیر صنعت در تهران و یزد گفت: خوشه پوشاک فعال است."
    (cluster,) = finder(text)._.clusters
    assert (cluster.province, cluster.province_basis) == (None, None)


def test_clusters_product_surfaces_are_unique() -> None:
    surfaces = [s for row in load_rows("products.csv", ProductRow) for s in row.surfaces]
    assert len(surfaces) == len(set(surfaces))
    assert len(surfaces) > 1500


def test_clusters_words_of_a_name() -> None:
    assert words_of("گلیم، جاجیم و ماشته") == {"گلیم", "جاجیم", "ماشته"}
    assert not akin("فرش", "فرشته")
    assert bare_name("محصولات گلخانه\u200cای") == "محصولات گلخانه\u200cای"
