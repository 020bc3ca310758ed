"""Who is found in marked sentences, with which office; all persons are invented."""

import time

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.officials import OfficialFinder
from extractor.components.places import PlaceFinder
from extractor.components.sentences import SentenceFinder
from extractor.lexicon.markup import parse_markup
from extractor.mentions import Official
from extractor.people.names import Names
from extractor.people.tokens import tokenize
from extractor.people.vocabulary import vocabulary
from extractor.text.normalization import normalize


@pytest.fixture(scope="module")
def pipes() -> list[object]:
    nlp = spacy.blank("fa")
    return [nlp, SentenceFinder(nlp), PlaceFinder(nlp), OfficialFinder(nlp)]


def read(pipes: list[object], text: str) -> Doc:
    nlp, *components = pipes
    assert isinstance(nlp, Language)
    doc = nlp.make_doc(text)
    for component in components:
        doc = component(doc)  # type: ignore[operator]
    return doc


# One tag a mention; the attributes are those of the official.
MARKED = {
    "former-agent": (
        "<official role_code=cluster_agent>زهره رادمنش</official>، عامل پیشین توسعه خوشه گز، گفت:"
        " خوب."
    ),
    "family-that-opens-like-a-preposition": (
        "در پایان <official role_code=head>کاظم بابادی</official>، رئیس اتاق بازرگانی یزد، گفت:"
        " خوب."
    ),
    "preposition-that-lost-its-blank": (
        "در پایان <official role_code=head>رئیس اتاق بازرگانی یزد</official> بابادی شدید گفت: خوب."
    ),
    "rare-name-behind-words-of-saying": (
        "عامل توسعه خوشه چرم گفت: خوب.\nبه گفته <official role_code=cluster_agent>ترانه رستاک"
        "</official>، ده دوره برگزار شد."
    ),
    "nouns-behind-words-of-saying": (
        "<official role_code=cluster_agent>عامل توسعه خوشه چرم</official> گفت: خوب.\nبه گفته فعالان"
        " بازار، ده دوره برگزار شد."
    ),
    "agency-and-its-office-without-a-sign": (
        "ایسنا/خراسان شمالی مدیرعامل شرکت شهرک‌های صنعتی خراسان شمالی گفت: خوب.\n"
        "<official role_code=managing_director>جواد نوروزنژاد</official> امروز اظهار کرد: خوب."
    ),
    "place-without-an-agency": (
        "در خراسان شمالی مدیرعامل شرکت شهرک‌های صنعتی گفت: خوب.\n"
        "<official role_code=managing_director>جواد نوروزنژاد</official> امروز اظهار کرد: خوب."
    ),
    "company-of-the-news-behind-a-founded-one": (
        "روابط عمومی شرکت شهرک‌های صنعتی یزد گزارش داد:\nخوشه کاشی: تشکیل شرکت مدیریت صادرات\n"
        '<official organization="شرکت شهرک‌های صنعتی یزد">محسن شبانی</official>، مدیر طرح این شرکت،'
        " گفت: خوب."
    ),
    "company-just-founded": (
        "شرکت شهرک‌های صنعتی یزد کمک کرد. شرکت تعاونی مبل تأسیس شد."
        ' <official organization="شرکت تعاونی مبل">محسن شبان‌پور</official>، مدیرعامل این شرکت،'
        " گفت: خوب."
    ),
    "office-asked-and-quoted": (
        "نظر <official role_code=county_governor>فرماندار میبد</official> را پرسیدیم که وی گفت:"
        " کارشناس همیشه هست."
    ),
    "village-of-a-given-name": (
        "<official role_code=head>رئیس شبکه بهداشت</official> در علی آبادکتول گفت: خوب."
    ),
    "demand-of-whom-the-office-stood-for": (
        "نایب‌رئیس اتاق بازرگانی یزد گفت: خوب. <official role_code=deputy>زهره رادمنش</official>"
        " خواهان گشایش دفتر شد."
    ),
    "holder-of-a-plain-office-with-a-place": (
        "مدیر تعاون روستایی میبد هم گفت: خوب.\n<official role_code=manager>فرخ کیانی</official>"
        " خواستار بیمه شد."
    ),
    "sentence-of-somebody-with-an-apposition": (
        "<official role_code=head>رئیس اتاق بازرگانی یزد</official> گفت: خوب.\nزهره رادمنش، که"
        " کشاورز است، زمین داشت."
    ),
    "family-of-common-words-before-its-verb": (
        "فرماندار میبد گفت: خوب.\n<official role_code=county_governor>مینا زنده بودی</official>"
        " ادامه داد: بد."
    ),
    "common-words-before-a-verb": (
        "<official role_code=county_governor>فرماندار میبد</official> گفت: خوب.\n"
        "امید مدیران شرکت‌ها ادامه داد: بد."
    ),
    "family-of-two-words-with-a-preposition-in-it": (
        "به گزارش ایسنا، <official role_code=deputy>هورام بامری زاده</official> معاون صنایع"
        " کوچک شرکت پدیده گفت: خوب."
    ),
    "holy-name-with-one-letter": (
        "معاون شرکت پدیده گفت: خوب.\nبه گزارش تابان اقتصادی به نقل از روابط عمومی شرکت پدیده،"
        " <official role_code=deputy>نعمت‌اله کامیاب</official> افزود: بد."
    ),
    "body-left-short-at-its-second-naming": (
        "معاون بازرسی سازمان صنعت، معدن و تجارت گفت: با سازمان غذا و دارو هماهنگ شدیم.\n"
        '<official role_code=deputy organization="سازمان صنعت، معدن و تجارت">رضا کامیاب</official>'
        "، معاون بازرسی سازمان، افزود: خوب."
    ),
    "post-in-charge": (
        '<official role_code=managing_director role=مدیرعامل organization="شرکت شهرک‌های صنعتی'
        ' یزد">رضا کامیاب</official> که مدیریت عامل شرکت شهرک‌های صنعتی یزد را بر عهده دارد،'
        " گفت: خوب."
    ),
    "field-before-its-body": (
        '<official role_code=deputy role="معاون آموزش و توسعه" organization="شرکت گلیمک">رضا'
        " کامیاب</official>، معاون آموزش و توسعه شرکت گلیمک، و <official role_code=expert"
        ' role="کارشناس مسئول آموزش" organization="شرکت گلیمک">نادر راد</official>، کارشناس'
        " مسئول آموزش این شرکت، بودند."
    ),
    "field-that-is-a-body": (
        '<official role=معاون organization="آموزش و پرورش یزد">رضا کامیاب</official>، معاون'
        " آموزش و پرورش یزد، گفت: خوب."
    ),
    "field-of-a-ministry": (
        '<official role=مدیرکل organization="وزارت صنعت">رضا کامیاب</official>، مدیرکل توسعه'
        " صنایع کوچک وزارت صنعت، گفت: خوب."
    ),
    "office-within-an-office": (
        '<official role=مدیرکل organization="مدیریت بحران استانداری">رضا کامیاب</official>،'
        " مدیرکل مدیریت بحران استانداری، گفت: خوب."
    ),
    "delegate-in-a-country": (
        '<official organization="یونیدو در ایران">رضا کامیاب</official>، نماینده یونیدو در'
        " ایران، گفت: خوب."
    ),
    "same-office-short": (
        '<official organization="سازمان گلیم یزد">معاون بازرسی سازمان گلیم یزد</official> گفت:'
        " به سازمان غذا بروید. <official>معاون بازرسی سازمان</official> گفت: خوب."
    ),
    "deed-behind-the-body": (
        '<official organization="راه و شهرسازی">وزیر راه و شهرسازی</official> تأسیس سه شرکت را'
        " خوب خواند و گفت: خوب."
    ),
    "founder": (
        '<official role_code=entrepreneur organization="شرکت گلیمک">رضا کامیاب</official>،'
        " هم‌بنیان‌گذار شرکت گلیمک، گفت: خوب."
    ),
    "family-that-begins-as-a-preposition": (
        '<official role_code=expert name="رضا بامری">رضا بامری</official>، کارشناس، گفت: خوب.'
    ),
    "adjective-before-members": "تیم‌های استارتاپی عضو خوشه خوبند.",
    "post-of-a-qualified-office": (
        '<official role_code=deputy role="معاون اجتماعی">رضا کامیاب</official> که معاونت'
        " اجتماعی شهرداری یزد را عهده‌دار است گفت: خوب."
    ),
    "post-that-nobody-holds": "مدیریت عامل شرکت شهرک‌های صنعتی یزد جلسه داشت.",
    "common-noun-as-given-name": (
        "خانم دکتر <official role_code=manager>شیرین کامرانی</official> مدیر بازرگانی شرکت پدیده"
        " گفت: خوب."
    ),
    "month-as-family-name": "آقای <official>نادر آذر</official> گفت: خوب.",
    "delegate-named-later": (
        "نماینده شوشتر در مجلس نیز خواستار پیگیری شد. <official role_code=mp"
        " organization=None>نادر کامیاب</official> هشدار داد: دیر است."
    ),
    "after-another-speaker": (
        "<official role_code=county_governor>رضا راد</official>، فرماندار بم، گفت: خوب.\n"
        "پیش از او رئیس اتحادیه قنادان کرمان گلایه کرد. <official role_code=head"
        ' organization="اتحادیه قنادان کرمان">نادر کامیاب</official> افزود: گران است.'
    ),
    "fronted-object": (
        "این خبر را مدیرکل شیلات بوشهر داد. <official role_code=director_general>نادر"
        " کامیاب</official> افزود: خوب."
    ),
    "bare-body-is-recalled": (
        "<official role_code=head>رضا راد</official>، رئیس اتحادیه قنادان کرمان، گفت: خوب.\n"
        '<official role_code=secretary organization="اتحادیه قنادان کرمان">نادر'
        " کامیاب</official>، دبیر اتحادیه، گفت: خوب."
    ),
    "seat-of-a-mission": (
        '<official role_code=other organization="سفارت ایران در مسقط">نادر کامیاب</official>،'
        " رایزن بازرگانی سفارت ایران در مسقط، گفت: خوب."
    ),
    "participle-after-the-country": (
        'به امضای <official role_code=head organization="سازمان استاندارد ایران">نادر'
        " کامیاب</official> رئیس سازمان استاندارد ایران رسیده است."
    ),
    "wrapped-line": (
        "شهردار بم گفت: خوب.\n<official role_code=mayor>نادر کامیاب</official> خطاب به مردم\n"
        "افزود: خوب."
    ),
    "asked-for-a-view": (
        "خبرنگار ما نظر رئیس شبکه بهداشت بم را پرسید که وی گفت: خوب.\nدکتر <official"
        " role_code=head>حجت پاکدل</official> افزود: خوب."
    ),
    "office-after-the-name": (
        '<official role_code=managing_director organization="شرکت شهرک‌های صنعتی خوزستان"'
        " province=IR-06>عبدالزهرا سواری‌نژاد</official>، مدیرعامل شرکت"
        " شهرک‌های صنعتی خوزستان، گفت: خوب."
    ),
    "office-before-the-name": (
        "مدیرعامل شرکت شهرک‌های صنعتی ایلام، "
        "<official role_code=managing_director province=IR-16>حسن بهرام‌نیا</official>، گفت: خوب."
    ),
    "name-in-the-next-sentence": (
        "استاندار ایلام از راه‌اندازی خوشه عسل خبر داد.\n"
        "<official role_code=governor_general role=استاندار"
        " organization=None>حسن بهرام‌نیا</official>"
        " روز گذشته گفت: خوب."
    ),
    "agent-named-in-the-next-sentence": (
        "عامل توسعه خوشه سنگ خمین گفت: پانزده دوره برگزار شد.\n"
        '<official role_code=cluster_agent role="عامل توسعه خوشه" organization=None'
        " province=IR-00>نوید صفری</official> افزود: خوب."
    ),
    "unknown-name-after-its-office-spoke": (
        "فرمانده انتظامی شهرستان آبیک گفت: سه نفر دستگیر شدند.\nسرهنگ "
        "<official role_code=other province=IR-26>صفر بهتویی</official> افزود: خوب."
    ),
    "office-of-a-pronoun": (
        "<official role_code=deputy_governor>سارا نیک‌روش</official> گفت: خوب.\n"
        "وی که معاون هماهنگی امور اقتصادی استاندار البرز است، افزود: خوب."
    ),
    "never-named": (
        "<official name=None role=فرماندار role_code=county_governor organization=None"
        " province=IR-21>فرماندار میبد</official> گفت: خوب."
    ),
    "never-named-with-body": (
        "<official name=None role=دبیر role_code=secretary"
        ' organization="خانه صنعت و معدن کردستان">دبیر خانه صنعت و معدن'
        " کردستان</official> گفت: خوب."
    ),
    "family-name-alone": (
        "<official>رضا ملک‌پور</official>، فرماندار بم، گفت: خوب.\n"
        "به گفته <official>ملک‌پور</official> خوب. دکتر <official>ملک پور</official> رفت."
    ),
    "namesakes": (
        "<official role_code=managing_director>حسین علیزاده</official>،"
        " مدیرعامل شرکت سپهر، گفت: خوب.\n"
        "<official role_code=cluster_agent>نسرین علیزاده</official>، عامل توسعه خوشه کفش، گفت: خوب."
        " خانم <official role_code=cluster_agent>علیزاده</official> رفت."
    ),
    "double-family-name": "<official>مصطفی رجبی مشهدی</official>، سخنگوی صنعت برق، گفت: خوب.",
    "seyed-is-in-the-name": "مهندس <official>سید حمید راد</official>، فرماندار بم، گفت: خوب.",
    "foreign-name-in-quotation-marks": (
        "«<official role_code=head>سوان تک کین</official>» رئیس موسسه پژوهشی آسیا گفت: خوب."
    ),
    "unlisted-name-between-commas": (
        "از سوی دیگر، <official role_code=minister>خلوصی آکاردی</official>،"
        " وزیر دفاع ترکیه، گفت: خوب."
    ),
    "name-in-parentheses": (
        "عامل توسعه خوشه (خانم <official role_code=cluster_agent>نرگس ملاشاهی</official>) گفت: خوب."
    ),
    "commas-within-a-body": (
        '<official organization="میراث فرهنگی، گردشگری و صنایع دستی قزوین"'
        " role_code=director_general>ابوالفضل یارمحمدی</official>،"
        " مدیرکل میراث فرهنگی، گردشگری و صنایع دستی قزوین، گفت: خوب."
    ),
    "this-body": (
        'سازمان شیلات بوشهر آمار داد. <official organization="سازمان شیلات'
        ' بوشهر">خدارحم دشتی</official>،'
        " رئیس این سازمان، گفت: خوب."
    ),
    "larger-body": (
        "رئیس مرکز روابط عمومی وزارت نیرو گفت: خوب. "
        '<official organization="وزارت نیرو">مصیب نصیرزاده</official> افزود: خوب.'
    ),
    "acting-head": (
        "<official role_code=county_governor name=None>سرپرست فرمانداری"
        " شهرستان دنا</official> گفت: خوب."
    ),
    "deputy-of-a-governor": (
        "<official role_code=deputy_governor organization=None>کوروش بیرانوند</official>،"
        " معاون هماهنگی امور اقتصادی استاندار لرستان، گفت: خوب."
    ),
    "deputy-of-a-county-governor": (
        "<official role_code=deputy organization=None>حمیدرضا فرجی‌نیا</official>،"
        " معاون برنامه‌ریزی فرماندار خدابنده، گفت: خوب."
    ),
    "member-of-parliament": (
        "<official role_code=mp organization=None province=IR-12>محسن بیگلری</official>،"
        " نماینده مردم بیجار در مجلس شورای اسلامی، گفت: خوب."
    ),
    "delegate-of-a-body": (
        '<official role_code=other organization="سازمان صنایع کوچک"'
        " name=None>نماینده سازمان صنایع کوچک</official> گفت: خوب."
    ),
    "two-offices": (
        '<official role_code=deputy role="معاون اقتصادی" organization="ستاد'
        ' اجرایی">عارف نوروزی</official>'
        " معاون اقتصادی ستاد اجرایی و مدیرعامل گروه برکت گفت: خوب."
    ),
    "two-offices-share-the-body": (
        "رئیس هیئت‌مدیره و مدیرعامل شرکت فولاد ناب یزد گفت: خوب.\n"
        '<official role_code=chair organization="شرکت فولاد ناب یزد" province=IR-21>'
        "فرید دهقان‌پور</official> افزود: خوب."
    ),
    "two-offices-before-the-name": (
        "دبیر انجمن سفالگران و عضو اتاق اصناف میبد، "
        "<official role_code=secretary>آکام قبادی‌راد</official>، گفت: خوب."
    ),
    "office-named-later-at-the-sentence-start": (
        "<official role_code=head>محمدباقر نوبخت‌زاده</official> گفت: خوب.\n"
        "رئیس سازمان برنامه و بودجه کشور بیان کرد: خوب."
    ),
    "headline-names-the-family": (
        "<official>نیک‌روش</official>: خوشه تازه داریم\n<official>سارا"
        " نیک‌روش</official>، استاندار البرز، گفت: خوب."
    ),
    "office-in-a-clause-behind": (
        "<official role_code=cluster_agent>توحید نجفی‌مغانلو</official> که سه سال عامل توسعه خوشه"
        " ورنی بود، گفت: خوب."
    ),
    "body-ends-at-the-country": (
        '<official organization="سازمان صنایع کوچک و شهرک‌های صنعتی ایران" name=None>معاون صنایع'
        " کوچک سازمان صنایع کوچک و شهرک‌های صنعتی ایران</official> آخرین آمار را اعلام کرد."
    ),
    # Nobody that counts:
    "unnamed-people": "یکی از تولیدکنندگان گفت: گران است. کارشناسان می‌گویند ارزان است.",
    "street-and-martyr": "در خیابان شهید علی رضایی و دانشگاه رضا کریمی کاری انجام شد.",
    "bystander-without-office": "نام علی کریمی در فهرست بود.",
    "count-of-office-holders": "سه مدیر باشگاه و دو فرماندار گفت‌وگو کردند.",
    "office-that-neither-speaks-nor-is-named": "نامه به رئیس سازمان شیلات بوشهر رسید.",
    "organ-of-a-fair": "نمایشگاه مبلمان و دکور رضوان در مشهد برپا شد.",
    "plural-of-the-office": "معاونان وزارت کار گفتند کار خوب است.",
}


def attribute(official: Official, key: str) -> str:
    return str(getattr(official, key))


@pytest.mark.parametrize("marked", MARKED.values(), ids=MARKED.keys())
def test_officials_marked(marked: str, pipes: list[object]) -> None:
    text, tags = parse_markup(marked)
    officials = read(pipes, text)._.officials
    mentions = sorted((m.start, m.end, o) for o in officials for m in o.mentions)
    assert [text[start:end] for start, end, _ in mentions] == [text[t.start : t.end] for t in tags]
    for tag, (start, end, official) in zip(tags, mentions, strict=True):
        assert (start, end) == (tag.start, tag.end)
        got = {key: attribute(official, key) for key in tag.attributes}
        assert got == tag.attributes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("علی حسین حسین زاده معاون", ["حسین زاده"]),
        ("غلامرضا عباس پاشا گفت", ["پاشا"]),
        ("روح الله نجابت‌نیا رفت", ["نجابت‌نیا"]),
        ("فاطمه‌سادات میرهاشمی افزود", ["میرهاشمی"]),
        ("امید به آینده و بهار طبیعت", []),
        ("علی گفت و رفت", []),
    ],
    ids=[
        "doubled",
        "last-given-is-family",
        "two-word-given",
        "sadat",
        "common-nouns",
        "given-alone",
    ],
)
def test_names_family_part(text: str, names: list[str]) -> None:
    tokens = tokenize(text)
    found = [n for n in Names(tokens, vocabulary(), {}).found.values() if not n.weak]
    assert [tokens.quote(name.family, name.end) for name in found] == names


def test_officials_references_resolve_pronouns(pipes: list[object]) -> None:
    doc = read(pipes, "فرماندار بم گفت: خوب.\nوی افزود: خوب. این مقام مسئول رفت.")
    shown = [doc.text[r.start : r.end] for r in doc._.references]
    assert shown == ["فرماندار بم", "وی", "این مقام مسئول"]
    assert {r.official for r in doc._.references} == {0}


def test_officials_spans_cover_all_mentions(pipes: list[object]) -> None:
    doc = read(pipes, "رضا ملک‌پور، فرماندار بم، گفت: خوب.\nملک‌پور رفت.")
    assert [span.text for span in doc.spans["officials"]] == ["رضا ملک‌پور", "ملک‌پور"]
    assert doc.spans["officials"][1]._.official.name == "رضا ملک‌پور"


def test_officials_survive_lost_half_spaces_and_arabic_letters(pipes: list[object]) -> None:
    raw = "مدير عامل شركت شهركهاي صنعتي استان قم گفت : خوب .\nمهندس داود رستگارنيا افزود : خوب ."
    (official,) = read(pipes, normalize(raw).text)._.officials
    assert official.name == "داود رستگارنیا"
    assert official.role == "مدیرعامل"
    assert official.province == "IR-25"


@pytest.mark.parametrize(
    "unit",
    [
        "رضا کریمی، مدیرعامل شرکت سپهر، گفت: خوب. ",
        "مدیرعامل این شرکت گفت. ",
        "علی علی ",
        "« رئیس ، ",
    ],
    ids=["persons", "anaphora", "given-names", "open-quotes"],
)
def test_officials_time_is_linear(unit: str, pipes: list[object]) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        read([pipes[0], pipes[1], pipes[3]], text)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(80_000) < 3 * seconds(40_000) + 0.2
