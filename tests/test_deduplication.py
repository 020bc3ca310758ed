"""Copies are found through other spellings and small changes; other news is none."""

from pathlib import Path

import pytest

from corpus import scratch
from corpus.deduplication import Copy, CopyFinder, are_copies, find_copies

NEWS = (
    "مدیرعامل شرکت شهرک‌های صنعتی استان گفت: خوشه صنعتی سفال در سال ۱۴۰۱ به پایان رسید و "
    "۳۵۰ کارگاه در آن فعال است. او افزود که برای این خوشه ۱۲ میلیارد تومان هزینه شده و ۹۰۰ نفر "
    "در آن کار می‌کنند. به گفته او دو نمایشگاه نیز برای فروش سفال در تهران برگزار شده است."
)
OTHER = (
    "رئیس اتاق بازرگانی از آغاز مطالعه خوشه خرما در جنوب استان خبر داد و گفت: نخستین نشست با "
    "حضور باغداران برگزار شد. وی شمار باغداران را ۴ هزار نفر دانست و از صادرات ۲۰ هزار تن خرما "
    "در سال گذشته سخن گفت که بیشتر آن به کشورهای همسایه رفته است."
)


@pytest.mark.parametrize(
    "copy",
    [
        NEWS,
        NEWS.replace("ی", "ي").replace("ک", "ك"),
        NEWS.replace("\u200c", ""),
        NEWS.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")),
        NEWS.replace("،", " ،").replace(". ", ".\n\n"),
        NEWS + " انتهای پیام",
        "به گزارش خبرگزاری، " + NEWS,
    ],
    ids=["same", "arabic-letters", "no-half-spaces", "latin-digits", "signs", "tail", "head"],
)
def test_find_copies_finds(copy: str) -> None:
    assert list(find_copies([("a", NEWS), ("b", OTHER), ("c", copy)])) == [Copy("c", "a")]


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        "گفت: " + OTHER,
        NEWS[: len(NEWS) // 3] + OTHER,
        "خوشه سفال",
    ],
    ids=["other", "other-with-head", "shared-opening", "short"],
)
def test_find_copies_leaves_alone(text: str) -> None:
    assert list(find_copies([("a", NEWS), ("b", text)])) == []


def test_short_texts_are_copies_only_if_the_same() -> None:
    articles = [("a", "خوشه سفال"), ("b", "خوشه سفال لالجین"), ("c", "خوشه  سفال.")]
    assert list(find_copies(articles)) == [Copy("c", "a")]


def test_a_copy_of_a_copy_names_the_first() -> None:
    second, third = NEWS + " انتهای پیام", NEWS + " انتهای پیام ۱۲۳"
    found = list(find_copies([("a", NEWS), ("b", second), ("c", third)]))
    assert found == [Copy("b", "a"), Copy("c", "a")]


def test_find_copies_is_the_same_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [(str(i), f"{i} {text} {i}") for i in range(60) for text in (NEWS, OTHER)]
    held = list(find_copies(articles))
    monkeypatch.setattr(scratch, "_MEMORY", 8)
    with CopyFinder() as finder:
        found = [(key, finder.find(key, text)) for key, text in articles]
        assert on_disk() > 10_000
    assert [Copy(key, original) for key, original in found if original] == held
    assert len(held) > 100


def on_disk() -> int:
    """Bytes of open files without a name that SQLite made."""
    links = list(Path("/proc/self/fd").iterdir())
    names = [link.stat().st_size for link in links if "etilqs" in str(link.resolve())]
    return sum(names)


def test_an_empty_text_is_no_copy_of_a_text() -> None:
    with CopyFinder() as finder:
        assert finder.find("a", NEWS) is None
        assert finder.find("b", "") is None


def test_texts_without_words_are_no_copies() -> None:
    assert list(find_copies([("a", "!!!"), ("b", "؟؟؟"), ("c", ""), ("d", "-")])) == []
    assert not are_copies("!!!", "؟؟؟")
