import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.text.normalization import clean, normalize, normalize_name

Z = "\u200c"
# Where things go wrong: letters of both kinds, marks, half-spaces and their likes, digits of all
# scripts, ligatures, halves of pairs, addresses, endings that stand apart.
HOSTILE = [
    *"ابهدیکيكۀةآ۱٣7٬٫/.:؛،?!؟«»\"'“”- \n\r\t\u00a0\u2009",
    *"\u200c\u200b\u200d\u200e\u200f\u202b\u2067\u2069\ufeff\u00ad\u00ac\u0640\u009d",
    *"\u064e\u0653\u0654\u0670\u06d4ﻻﷲ﷼ﷺﷻﭐﻵ\ud800\udfff\x00\u0085",
    *"👨👩❤\ufe0fa@",
    *["www.", "x1.ir", "http://", "می", "نمی", "شود", "ها", "های", "ای", "تر", "شده", "اند"],
    *["خوشه", "خوشههای", "سازی", "راه", "اندازی", "کشور", "برنامه", "ریزی", "دانش", "بنیان"],
]
hostile_texts = st.lists(st.sampled_from(HOSTILE), max_size=30).map("".join)
any_texts = st.one_of(st.text(st.characters(), max_size=40), hostile_texts)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("شركت‌هاي صنعتي", f"شرکت{Z}های صنعتی", id="arabic-letters"),
        pytest.param("خوشهٔ فرش", "خوشه فرش", id="he-with-hamza"),
        pytest.param("خوشۀ فرش", "خوشه فرش", id="he-with-hamza-composed"),
        pytest.param("ﺁب ﻻله", "آب لاله", id="presentation-forms"),
        pytest.param("ا\u0653ب مسو\u0654ول", "آب مسؤول", id="decomposed"),
        pytest.param("شَهْرَکِ صَنعتی", "شهرک صنعتی", id="diacritics"),
        pytest.param("شهرکهـــای", f"شهرک{Z}های", id="tatweel-in-word"),
        pytest.param("شنبه ـ یکشنبه", "شنبه - یکشنبه", id="tatweel-as-dash"),
        pytest.param("\ufeff\u200fدر\u200e \u202bایران\u202c", "در ایران", id="invisible-marks"),
        pytest.param("سطر\r\nدوم\rسوم", "سطر\nدوم\nسوم", id="line-ends"),
        pytest.param("دو\u00a0\u2009 کلمه", "دو کلمه", id="spaces-become-one"),
        pytest.param("د\u200c\u200cر این\u200c پس", "در این پس", id="needless-half-spaces"),
        pytest.param("می\u200bشود می\u00acشود", f"می{Z}شود می{Z}شود", id="half-space-likes"),
        pytest.param("٤۵ 6٪ 7%", "۴۵ ۶٪ ۷٪", id="digits"),
        pytest.param("۳۵۰میلیارد شنبه۲۳", "۳۵۰ میلیارد شنبه ۲۳", id="glued-digits"),
        pytest.param("۱۱۰مین ۲۲م ۵\u200cام", "۱۱۰مین ۲۲م ۵ام", id="ordinals-stay"),
        pytest.param("۱۳\u200cساله", "۱۳ ساله", id="half-space-beside-digit"),
        pytest.param("m2 و A4", "m۲ و A۴", id="latin-codes-stay-whole"),
        pytest.param("1,250,000 و 12.5", "۱,۲۵۰,۰۰۰ و ۱۲.۵", id="numerals-stay-whole"),
        pytest.param("۱۳۹۸/۰۸/۱۶", "۱۳۹۸/۰۸/۱۶", id="dates-stay-whole"),
        pytest.param("www.x12.ir a1@b2.com", "www.x12.ir a1@b2.com", id="addresses-stay"),
        pytest.param('او "رفت" و', "او «رفت» و", id="straight-quotes"),
        pytest.param("او “رفت” و", "او «رفت» و", id="curly-quotes"),
        pytest.param('صفحه ۲۱" است', 'صفحه ۲۱" است', id="lone-quote-stays"),
        pytest.param("۵ ﷼", "۵ ریال", id="ligature"),
        pytest.param("👨\u200d👩 ماه\u200d", "👨\u200d👩 ماه", id="joiner-only-in-emoji"),
        pytest.param("\ud800", "\ufffd", id="lone-surrogate"),
        pytest.param("", "", id="empty"),
    ],
)
def test_normalization_text(raw: str, text: str) -> None:
    assert normalize(raw).text == text


@pytest.mark.parametrize(
    ("raw", "found", "source"),
    [
        pytest.param("در شهرکهـای صنعتي", f"شهرک{Z}های", "شهرکهـای", id="deleted-inside"),
        pytest.param("به \u200fدر\u200e و", "در", "در", id="deleted-at-edges"),
        pytest.param("مبلغ۳۵۰میلیارد", "۳۵۰", "۳۵۰", id="inserted-space"),
        pytest.param("خوشه های فرش", f"خوشه{Z}های", "خوشه های", id="space-became-half-space"),
        pytest.param("کشور های دیگر", "کشورهای", "کشور های", id="space-deleted"),
        pytest.param("ﻻله زرد", "لاله", "ﻻله", id="ligature"),
    ],
)
def test_normalization_maps_to_source(raw: str, found: str, source: str) -> None:
    aligned = normalize(raw)
    start = aligned.text.index(found)
    raw_start, raw_end = aligned.to_raw(start, start + len(found))
    assert raw[raw_start:raw_end] == source


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (" «شركت  شهرك‌هاي\nصنعتي»،", f"شرکت شهرک{Z}های صنعتی"),
        ("(خوشه فرش)", "خوشه فرش"),
        ("«»", ""),
    ],
    ids=["quoted", "brackets", "nothing-left"],
)
def test_normalization_name(raw: str, name: str) -> None:
    assert normalize_name(raw) == name


def test_normalization_clean_restores_nothing() -> None:
    assert clean("شهركهاي خوشه هاي").text == "شهرکهای خوشه های"


@settings(deadline=None, max_examples=300)
@given(any_texts)
def test_normalization_twice_is_once(raw: str) -> None:
    once = normalize(raw).text
    assert normalize(once).text == once


@settings(deadline=None, max_examples=200)
@given(any_texts)
def test_normalization_offsets_in_order_and_bounds(raw: str) -> None:
    aligned = normalize(raw)
    last = 0
    for at in range(len(aligned.text)):
        start, end = aligned.to_raw(at, at + 1)
        assert 0 <= start <= end <= len(raw)
        assert last <= start
        last = start
        inserted = aligned.text[at] in (" ", Z)
        assert start < end or inserted
    start, end = aligned.to_raw(0, len(aligned.text))
    assert raw[start:end] or not aligned.text


@pytest.mark.parametrize(
    "unit",
    ["ا\u0653", "ب\u200c ", "می ", "ب1", "ـ", '"', "a@", "«", "خوشه های ", "هاهایی", "\u200d"],
)
def test_normalization_time_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            normalize(text)
            best = min(best, time.process_time() - start)
        return best

    # Four times the text, with room for a busy machine; quadratic would be sixteen.
    assert seconds(80_000) < 9 * seconds(20_000) + 0.02
