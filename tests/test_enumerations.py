import pytest
import spacy
from spacy.language import Language

from extractor.components.base import PREFIX
from extractor.pipeline import import_components


@pytest.fixture(scope="module")
def finder() -> Language:
    import_components()
    nlp = spacy.blank("fa")
    for name in ("sentences", "numbers", "places", "clusters", "enumerations"):
        nlp.add_pipe(PREFIX + name)
    return nlp


FOUND = [
    ("پنج خوشه گز، حوله و چرم و کفش خاتمه یافت.", 5, ["گز", "حوله", "چرم و کفش"]),
    ("دو خوشه باتیک اسکو و پنیر لیقوان فعال است.", 2, ["باتیک اسکو", "پنیر لیقوان"]),
    ("سه خوشه گز، خوشه حوله و خوشه نساجی آغاز شد.", 3, ["گز", "حوله", "نساجی"]),
    ("چهار کشور عراق، ترکیه، ارمنستان و گرجستان", 4, ["عراق", "ترکیه", "ارمنستان", "گرجستان"]),
    ("پنج استان یزد، قم و گیلان سهم دارند.", 5, ["یزد", "قم", "گیلان"]),
    ("در سه سطح بین‌المللی، ملی و استانی انجام شد.", 3, ["بین‌المللی", "ملی", "استانی"]),
    ("سه طرح شامل «تولید روغن، ساخت پایانه و افزایش ظرفیت» گشوده شد.", 3,
     ["تولید روغن", "ساخت پایانه", "افزایش ظرفیت"]),
    ("۲ بخش مرکزی و رانکوه در شرق است.", 2, ["مرکزی", "رانکوه"]),
    ("دو مورد از این کشورها چین و ایتالیا هستند.", 2, ["چین", "ایتالیا"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count", "members"),
    FOUND,
    ids=["above", "clusters", "chained", "countries", "provinces", "adjectives", "quoted",
         "districts", "taken-up"],
)  # fmt: skip
def test_enumerations_members(finder: Language, text: str, count: int, members: list[str]) -> None:
    doc = finder(text)
    (listed,) = doc._.enumerations
    assert listed.number.value == count
    assert [doc.text[m.start : m.end] for m in listed.members] == members
    assert not listed.open


def test_enumerations_open(finder: Language) -> None:
    (listed,) = finder("۱۲ خوشه صنعتی از جمله گز، حوله و نساجی فعال است.")._.enumerations
    assert listed.open
    assert len(listed.members) == 3


@pytest.mark.parametrize(
    "text",
    [
        "دو کشور دوست و همسایه گفت‌وگو کردند.",
        "در دو سال گذشته و امسال رشد داشت.",
        "۵ نفر شامل ۳ زن و ۲ مرد آمدند.",
        "چهار شرکت بزرگ، مهم و معتبر آمدند.",
        "سه طرح عمرانی در شهر آغاز شد و مردم آمدند.",
        "بیش از چهار کشور عراق، ترکیه و ایران آمدند.",
        "هر دو خوشه خاتمه یافت.",
    ],
    ids=["adjectives", "years", "numbers", "vague", "clause", "not-exact", "no-members"],
)
def test_enumerations_none(finder: Language, text: str) -> None:
    assert finder(text)._.enumerations == ()
