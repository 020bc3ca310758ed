import pytest

from extractor.lexicon.markup import Tag, parse_markup


def test_markup_gives_offsets_in_the_bare_text() -> None:
    text, tags = parse_markup("در <date year=1402>سال ۱۴۰۲</date> گفت")
    assert text == "در سال ۱۴۰۲ گفت"
    assert tags == [Tag("date", {"year": "1402"}, 3, 11)]
    assert text[3:11] == "سال ۱۴۰۲"


def test_markup_reads_quoted_values_and_nesting() -> None:
    text, tags = parse_markup('<official role="مدیر عامل"><place>یزد</place> آمد</official>')
    assert text == "یزد آمد"
    assert [(t.name, t.attributes, t.start, t.end) for t in tags] == [
        ("official", {"role": "مدیر عامل"}, 0, 7),
        ("place", {}, 0, 3),
    ]


def test_markup_leaves_other_angles_alone() -> None:
    assert parse_markup("a < b و c > d") == ("a < b و c > d", [])


@pytest.mark.parametrize(
    "marked", ["<date>سال", "سال</date>", "<a>x</b>"], ids=["open", "shut", "crossed"]
)
def test_markup_refuses_unbalanced_tags(marked: str) -> None:
    with pytest.raises(ValueError, match="close"):
        parse_markup(marked)
