"""Sentences of findings: quotes keep their digits and their side, ours are the reader's."""

import re

import pytest

from extractor.desk.sentences import sentence

_BORDER = re.compile(r"<bdi[^>]*>|</bdi>")


def shown(text: str, language: str, digits: str) -> str:
    """The sentence with borders as [ and ]."""
    html = str(sentence(text, "fa" if language == "fa" else "en", digits))
    html = _BORDER.sub(lambda found: "]" if found[0] == "</bdi>" else "[", html)
    return html.replace("&#39;", "'").replace("&gt;", ">").replace("&lt;", "<")


@pytest.mark.parametrize(
    ("text", "language", "digits", "expected"),
    [
        ("«۴۵ نفر» (۱۴۰۲/۰۶/۱۲)", "fa", "latn", "«[۴۵ نفر]» (1402/06/12)"),
        ("«45 نفر» (۱۴۰۲/۰۶/۱۲)", "fa", "fa", "«[45 نفر]» (۱۴۰۲/۰۶/۱۲)"),
        ("جمع (۶۲٬۵۰۰٫۵) با «۶۲ هزار»", "fa", "latn", "جمع (62,500.5) با «[۶۲ هزار]»"),
        ("خوشهٔ «گز «۱» اصفهان» ۲", "fa", "latn", "خوشهٔ «[گز «۱» اصفهان]» 2"),
        ("خوشهٔ «گز «۱ اصفهان» ۲", "fa", "latn", "خوشهٔ «[گز «۱ اصفهان» ۲]"),
        ("در IR-10 و ۳", "fa", "latn", "در IR-10 و 3"),
        ("the part ('۶ نفر') of 1,200", "en", "fa", "the part ('[۶ نفر]') of ۱٬۲۰۰"),
        ("'75%' and 'Paris' 3", "en", "latn", "'[75%]' and '[Paris]' 3"),
        ("'۶' (2023-05-08, article a-1), ", "en", "fa", "'[۶]' (۲۰۲۳-۰۵-۰۸, article [a-1]), "),
        ("the calendar: مهر has 30 days", "en", "latn", "the calendar: [مهر] has 30 days"),
        ("IR-10 has 12m, 3", "en", "fa", "IR-10 has 12m, ۳"),
        ("it's 'سه' and '<b>'", "en", "latn", "it's '[سه]' and '[<b>]'"),
    ],
)
def test_sentences(text: str, language: str, digits: str, expected: str) -> None:
    assert shown(text, language, digits) == expected


def test_long_sentences_take_little_time() -> None:
    for text in (
        "'" * 20_000,
        "'a" * 20_000,
        "«" * 20_000,
        "۱," * 10_000 + "a",
        ", article " * 2_000,
    ):
        sentence(text, "en", "fa")
        sentence(text, "fa", "latn")
