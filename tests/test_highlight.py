import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from timing import takes_linear_time

from extractor.desk.highlight import DEPTH, Mark, escaped, markup, segments

TEXT = "خوشه فرش قم ۱۲ واحد دارد"


def shown(marks: list[Mark], text: str = TEXT) -> str:
    """The elements as brackets: short enough to read in a table."""
    html = str(markup(text, marks))
    for mark in marks:
        html = html.replace(f'<mark class="k" id="{mark.id}" data-id="{mark.id}">', f"[{mark.id} ")
        html = html.replace(f'<mark class="k more" data-id="{mark.id}">', f"[{mark.id}+ ")
    return html.replace("</mark>", "]")


def mark(start: int, end: int, key: str) -> Mark:
    return Mark(start, end, "k", key)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "خوشه فرش قم ۱۲ واحد دارد"),
        ([mark(5, 8, "c1")], "خوشه [c1 فرش] قم ۱۲ واحد دارد"),
        ([mark(9, 11, "p1"), mark(0, 24, "s1")], "[s1 خوشه فرش [p1 قم] ۱۲ واحد دارد]"),
        ([mark(5, 8, "c1"), mark(5, 8, "f1")], "خوشه [c1 [f1 فرش]] قم ۱۲ واحد دارد"),
        ([mark(5, 11, "c1"), mark(9, 14, "f1")], "خوشه [c1 فرش [f1 قم]][f1+  ۱۲] واحد دارد"),
        ([mark(5, 8, "c1"), mark(8, 11, "p1")], "خوشه [c1 فرش][p1  قم] ۱۲ واحد دارد"),
        ([mark(5, 5, "c1"), mark(30, 40, "x1"), mark(7, 3, "x2")], TEXT),
        ([mark(-5, 4, "c1"), mark(20, 99, "v1")], "[c1 خوشه] فرش قم ۱۲ واحد [v1 دارد]"),
    ],
    ids=["none", "one", "nested", "same", "crossing", "touching", "nowhere", "cut off"],
)
def test_markup_keeps_mentions_whole(marks: list[Mark], expected: str) -> None:
    assert shown(marks) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("مُ", mark(0, 1, "x"), "[x مُ]"),
        ("👩\u200d🌾 ", mark(0, 1, "x"), "[x 👩\u200d🌾] "),
        ("الف\r\nب", mark(4, 6, "x"), "الف[x &#13;\nب]"),
        ("👍🏽", mark(0, 1, "x"), "[x 👍🏽]"),
        ("خوشه\u200cها", mark(0, 4, "x"), "[x خوشه]\u200cها"),
    ],
    ids=["short vowel", "joined emoji", "line end", "skin", "half-space may part"],
)
def test_markup_parts_no_letter(text: str, at: Mark, expected: str) -> None:
    assert shown([at], text) == expected


def test_markup_names_a_mention_apart_from_its_entry() -> None:
    html = markup("قم و قم", [Mark(0, 2, "p", "o1", "o1"), Mark(5, 7, "p", "o1", "o1-2")])
    assert 'id="o1-2" data-id="o1"' in html


# The first text of all letters takes a second to draw.
slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LETTERS = st.sampled_from("قم \u200c\u200d\u202e\u0650\r\n\t\0<>&\"'/😀🏽\u2028\x85\ufeffa۱")
WORDS = st.sampled_from(["<script>alert(1)</script>", "</mark>", "&#13;", "<!--", "]]>", "\r\n"])
TEXTS = st.one_of(
    st.lists(LETTERS | WORDS, max_size=30).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=30),
)
MARKS = st.lists(
    st.builds(Mark, st.integers(-2, 60), st.integers(-2, 60), st.text(max_size=3), st.text()),
    max_size=30,
)


def read_back(html: str) -> str:
    page = LexborHTMLParser(f"<!doctype html><div id='it'>|{html}|</div>")
    found = page.css_first("#it")
    assert found is not None
    return found.text()[1:-1]


@slowly
@given(TEXTS, MARKS)
def test_markup_has_the_text_for_content(text: str, marks: list[Mark]) -> None:
    html = markup(text, marks)
    held = text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    assert read_back(html) == held
    assert read_back(escaped(text)) == held
    page = LexborHTMLParser(f"<div id='it'>{html}</div>")
    assert {node.tag for node in page.css("#it *")} <= {"mark"}


@slowly
@given(TEXTS, MARKS)
def test_segments_cover_the_text_once(text: str, marks: list[Mark]) -> None:
    found = list(segments(text, marks))
    assert "".join(text[s.start : s.end] for s in found) == text
    assert all(s.start < s.end and len(s.marks) <= DEPTH for s in found)
    assert all(m.start <= s.start and s.end <= m.end for s in found for m in s.marks)


@pytest.mark.parametrize("step", [0, 1], ids=["nested", "each crosses the next"])
def test_markup_is_quick_where_all_overlap(step: int) -> None:
    def draw(count: int) -> None:
        text = "ق" * (2 * count)
        marks = [mark(i, 2 * count - i if not step else i + count, f"f{i}") for i in range(count)]
        assert len(markup(text, marks)) < 300 * count

    assert takes_linear_time(draw, 2000)
