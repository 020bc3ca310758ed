"""Of which clusters each stretch of a text speaks."""

import pytest
from cluster_docs import read
from spacy.tokens import Doc

from extractor import Extractor
from extractor.components.topics import find_turns
from extractor.mentions import Mention, Official, Statement
from schemas.article import Article
from schemas.vocabularies import RoleCode

TWO = "خوشه <cluster>گز</cluster> ۱۰ عضو و خوشه <cluster>فرش</cluster> ۲۰ عضو دارد."


def about(doc: Doc, words: str) -> tuple[int, ...]:
    at = doc.text.index(words)
    return next((t.clusters for t in doc._.topics if t.start <= at < t.end), ())


@pytest.mark.parametrize(
    ("marked", "words", "clusters"),
    [
        ("خوشه <cluster>گز</cluster> آغاز شد. ۱۸۶ واحد عضو هستند.", "۱۸۶", (0,)),
        ("صادرات <cluster>گز</cluster> زیاد شد.\nوی گفت: ۲۰ نفر آمدند.", "۲۰", (0,)),
        (TWO, "۱۰", (0,)),
        (TWO, "۲۰", (1,)),
        (TWO + " تولید گز ۳۰ تن بود.", "۳۰", (0,)),
        (TWO.replace("گز", "انگشتر") + " ۴۰ کارگاه انگشترسازی هست.", "۴۰", (0,)),
        (
            "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> تمام شد. "
            "هر دو خوشه ۵۰ نفر دارند.",
            "۵۰",
            (0, 1),
        ),
        ("خوشه <cluster>گز</cluster> خوب است. بودجه خوشه‌های استان ۶۰ ریال است.", "۶۰", ()),
        (
            "خوشه <cluster>گز</cluster> خوب است. نرخ بیکاری ۷۰ درصد است. این خوشه ۸۰ عضو دارد.",
            "۸۰",
            (0,),
        ),
        ("خوشه <cluster>گز</cluster> خوب است. نرخ بیکاری ۷۰ درصد است.", "۷۰", ()),
        (
            "خوشه <cluster>گز</cluster> خوب است. مدیر شرکت شهرک‌های صنعتی استان گفت: ۱۵ نفر آمدند.",
            "۱۵",
            (0,),
        ),
        ("خوشه <cluster>گز</cluster> خوب است. ۲۵ گزساز بیمه می‌شوند.", "۲۵", ()),
        ("خوشه <cluster>گز</cluster> خوب است. هر کیلو شکر ۳۵ تومان است.", "۳۵", ()),
        ("خوشه <cluster>شکر</cluster> خوب است. هر کیلو شکر ۳۵ تومان است.", "۳۵", (0,)),
        ("خوشه <cluster>گز</cluster> خوب است. این صندوق ۴۵ درصد می‌دهد.", "۴۵", ()),
        ("خوشه <cluster>گز</cluster> خوب است. ۵۵ درصد نیاز بازار ساخته شد.", "۵۵", ()),
        ("خوشه <cluster>گز</cluster> خوب است. به صنایع کوچک استان ۶۵ ریال رسید.", "۶۵", ()),
        ("خوشه <cluster>گز</cluster> خوب است. اعضای خوشه ۷۵ ریال وام گرفتند.", "۷۵", (0,)),
        (
            "خوشه <cluster>چرم</cluster> خوب است. نرخ بیکاری بالاست. شهرک تخصصی چرم ۹۰ واحد دارد.",
            "۹۰",
            (),
        ),
        ("خوشه <cluster>گز</cluster> خوب است. خوشه‌های در حال اجرا ۸۵ عضو دارند.", "۸۵", ()),
        ("خوشه <cluster>گز</cluster> خوب است. در ۴۰ خوشه پایان‌یافته ۹۵ نفر کار کردند.", "۹۵", ()),
        (
            "خوشه‌های <cluster>گز</cluster> و <cluster>فرش</cluster> خوب است. "
            "این دو خوشه ۹۵ عضو دارند.",
            "۹۵",
            (0, 1),
        ),
        (
            "خوشه <cluster>گز</cluster> خوب است. اشتغال خوشه‌های استان و صادرات آنها ۴۶ ریال شد.",
            "۴۶",
            (),
        ),
        ("خوشه <cluster>گز</cluster> خوب است. مدیر خوشه‌های شرکت گفت: ۴۸ نفر آمدند.", "۴۸", (0,)),
        ("خوشه <cluster>گز</cluster> خوب است. برای این خوشه‌ها ۴۷ ریال رسید.", "۴۷", ()),
        ("خوشه <cluster>گز</cluster> خوب است. ۳۶ قطعه وارداتی بومی‌سازی شد.", "۳۶", (0,)),
        ("خوشه <cluster>گز</cluster> خوب است. ۳۶ قطعه وارداتی بود.", "۳۶", ()),
        (
            "خوشه <cluster>گز</cluster> خوب است. نرخ بیکاری بالاست. "
            "مدیرعامل تعاونی ماهی گفت: ۳۷ نفر رفتند.",
            "۳۷",
            (),
        ),
    ],
    ids=[
        "next-sentence",
        "next-paragraph",
        "first-of-two",
        "second-of-two",
        "product",
        "trade-of-product",
        "both",
        "clusters-in-general",
        "taken-up-again",
        "province-in-general",
        "office-of-estates",
        "insured",
        "price-of-input",
        "price-of-product",
        "other-body",
        "share-of-market",
        "firms-of-province",
        "members",
        "estate-of-product",
        "clusters-under-way",
        "counted-clusters",
        "these-two",
        "exports-of-clusters",
        "office-for-clusters",
        "these-clusters-of-none",
        "made-at-home",
        "imported",
        "other-cooperative",
    ],
)
def test_topics_at(marked: str, words: str, clusters: tuple[int, ...]) -> None:
    assert about(read(marked), words) == clusters


def test_topics_none_without_clusters() -> None:
    assert read("صادرات گز زیاد شد.")._.topics == ()


def test_topics_turn_is_a_new_speaker_who_is_no_agent() -> None:
    roles = (RoleCode.MANAGING_DIRECTOR, RoleCode.CLUSTER_AGENT, RoleCode.MP)
    officials = [Official("نام", None, role, None, (Mention(0, 1),)) for role in roles]
    speakers = (0, 1, 2, 0, None)
    spoken = [Statement(10 * n, 10 * n + 9, who, "گفت") for n, who in enumerate(speakers)]
    assert find_turns(spoken, officials) == [(20, 2)]


NEWS = "مدیرعامل شرکت شهرک‌های صنعتی یزد گفت: خوشه کاشی میبد ۸۰ واحد دارد و خوشه ترمه تمام شد.\n"
OPENING = "۳۸ کارگاه سرمایه خوشه‌ای است که امسال آغاز شد.\nخوشه کاشی میبد و خوشه ترمه خوب است."

# A text, the words of a figure, and the name of its cluster.
CASES = {
    "governor-of-the-town": (
        NEWS + "فرماندار میبد گفت: ۶۵ درصد کارگران زن هستند.",
        "۶۵ درصد",
        True,
    ),
    "governor-of-another-town": (NEWS + "فرماندار تفت گفت: ۶۵ نفر زن هستند.", "۶۵ نفر", False),
    "others-of-the-town": (
        NEWS + "نرگس رادمنش، رئیس اتاق اصناف میبد، گفت: ۶۵ نفر زن هستند.",
        "۶۵ نفر",
        False,
    ),
    "this-cluster-of-others-of-the-town": (
        NEWS + "نرگس رادمنش، رئیس اتاق اصناف میبد، گفت: ۹۱ واحد عضو این خوشه هستند.",
        "۹۱ واحد",
        True,
    ),
    "told-before-it-is-named": (OPENING, "۳۸ کارگاه", True),
    "cluster-of-no-relative-clause": (
        OPENING.replace("سرمایه خوشه‌ای است که", "در استان هست که"),
        "۳۸ کارگاه",
        False,
    ),
    "town-in-a-headline": ("۸۰ درصد کاشی‌سازان میبد بیمه ندارند\n\n" + NEWS, "۸۰ درصد", True),
    "guests-of-a-fair": (
        "خوشه کاشی میبد آغاز شد. نمایشگاه با حضور ۱۴۰ شرکت از ۹ استان برپاست.",
        "۱۴۰ شرکت",
        False,
    ),
    "members-at-a-fair": (
        "خوشه کاشی میبد آغاز شد. نمایشگاه با حضور ۱۴۰ شرکت از میبد برپاست.",
        "۱۴۰ شرکت",
        True,
    ),
    "part-of-another-body's": (
        "خوشه کاشی میبد آغاز شد. این دانشگاه ۳۰ طرح انجام داده که ۱۲ طرح از آن‌ها تمام شد.",
        "۱۲ طرح",
        False,
    ),
    "behind-a-list": (
        "مدیرعامل شرکت گفت:\n- خوشه ترمه: شروع: ۱۴۰۰\n- خوشه کاشی میبد: شروع: ۱۴۰۱\n"
        "در این برنامه‌ها ۶۸ میلیارد ریال هزینه شد.",
        "۶۸ میلیارد ریال",
        False,
    ),
}


@pytest.mark.parametrize(("text", "words", "own"), CASES.values(), ids=list(CASES))
def test_topics_of_figures(extractor: Extractor, text: str, words: str, own: bool) -> None:
    title, _, body = text.partition("\n\n")
    article = Article(id="a", title=title, text=body) if body else Article(id="a", text=text)
    record = extractor.extract(article)
    names = {cluster.id: cluster.name for cluster in record.clusters}
    clusters = {figure.span.text: names.get(figure.cluster or "") for figure in record.figures}
    assert clusters[words] == ("کاشی میبد" if own else None)
