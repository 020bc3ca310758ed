import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import OffsetError
from extractor.text.alignment import AlignedText, Edit


def spans_of(text: str) -> list[tuple[int, int]]:
    return [(s, e) for s in range(len(text) + 1) for e in range(s, len(text) + 1)]


@pytest.mark.parametrize(
    ("edits", "text", "span", "raw_span"),
    [
        pytest.param([], "abcdef", (1, 3), (1, 3), id="unchanged"),
        pytest.param([(3, 3, "-")], "abc-def", (0, 4), (0, 3), id="inserted-at-end-stays-outside"),
        pytest.param(
            [(3, 3, "-")], "abc-def", (3, 7), (3, 6), id="inserted-at-start-stays-outside"
        ),
        pytest.param([(3, 3, "-")], "abc-def", (2, 5), (2, 4), id="inserted-inside"),
        pytest.param([(3, 3, "-")], "abc-def", (3, 4), (3, 3), id="inserted-alone-is-empty"),
        pytest.param([(2, 4, "")], "abef", (0, 2), (0, 2), id="deleted-at-end-stays-outside"),
        pytest.param([(2, 4, "")], "abef", (2, 4), (4, 6), id="deleted-at-start-stays-outside"),
        pytest.param([(2, 4, "")], "abef", (1, 3), (1, 5), id="deleted-inside-stays-inside"),
        pytest.param([(1, 2, "xyz")], "axyzcdef", (2, 3), (1, 2), id="one-became-three"),
        pytest.param([(1, 4, "x")], "axef", (1, 2), (1, 4), id="three-became-one"),
        pytest.param([(1, 3, "xy")], "axydef", (2, 3), (2, 3), id="same-length-keeps-places"),
        pytest.param([(0, 3, ""), (3, 6, "")], "", (0, 0), (6, 6), id="all-deleted"),
    ],
)
def test_alignment_maps_spans(
    edits: list[Edit], text: str, span: tuple[int, int], raw_span: tuple[int, int]
) -> None:
    aligned = AlignedText("abcdef").sub(edits)
    assert aligned.text == text
    assert aligned.to_raw(*span) == raw_span


def test_alignment_composes_passes() -> None:
    aligned = AlignedText("abcdef").sub([(1, 2, "xyz")]).sub([(2, 2, "-"), (5, 6, "")])
    assert aligned.text == "ax-yzcef"
    assert aligned.to_raw(1, 5) == (1, 2)
    assert aligned.to_raw(5, 7) == (2, 5)


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 7)], ids=["negative", "reversed", "beyond"])
def test_alignment_refuses_spans_outside(span: tuple[int, int]) -> None:
    with pytest.raises(OffsetError):
        AlignedText("abcdef").to_raw(*span)


def test_alignment_refuses_text_of_other_length() -> None:
    with pytest.raises(OffsetError):
        AlignedText("abc").with_text("ab")


@st.composite
def edit_lists(draw: st.DrawFn, length: int) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [(start, end, draw(st.text("xyz", max_size=3))) for start, end in pairs]


@given(st.text("abc", max_size=12), st.data())
def test_alignment_any_edits_keep_order_and_bounds(raw: str, data: st.DataObject) -> None:
    aligned = AlignedText(raw)
    for _ in range(3):
        aligned = aligned.sub(data.draw(edit_lists(len(aligned.text))))
    for start, end in spans_of(aligned.text):
        raw_start, raw_end = aligned.to_raw(start, end)
        assert 0 <= raw_start <= raw_end <= len(raw)
        if start < end:
            wider = aligned.to_raw(0, end)
            assert wider[0] <= raw_start or raw_start == raw_end
            assert raw_end <= wider[1] or raw_start == raw_end


@given(st.text("abc", max_size=12), st.data())
def test_alignment_untouched_characters_map_to_themselves(raw: str, data: st.DataObject) -> None:
    aligned = AlignedText(raw).sub(data.draw(edit_lists(len(raw))))
    for at, char in enumerate(aligned.text):
        start, end = aligned.to_raw(at, at + 1)
        if char in "abc":
            assert raw[start:end] == char
