"""Sentences of findings as a page shows them: what they quote, kept apart from what is ours.

Sentences run in the language of the page, their quotes from right to left: without a border
between them one turns the other round. Digits of ours are the reader's, those of quotes as
written.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from extractor.desk.turning import straight
from schemas.labels import Language
from schemas.numerals import LATIN, PERSIAN

_LETTERS = "\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u0700-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(f"[{_LETTERS}]")
# 'words' and ids of articles, which an English sentence has between words of its own.
_ENGLISH = re.compile(
    r"(?<![\w'])'(?P<quote>.{1,500}?)'(?!\w)"
    r"|(?<=, article )(?P<id>.{1,200}?)(?=\)(?:,| and| of) )"
    f"|(?P<word>[{_LETTERS}]+(?:[ \u200c]+[{_LETTERS}]+)*)",
    re.DOTALL,
)
_GUILLEMETS = re.compile("[«»]")
# Numbers and days, but not those of a code: IR-10.
_NUMBER = re.compile(r"(?<![\w\-])[0-9۰-۹]++(?:[,٬.٫/\-][0-9۰-۹]++)*+(?![A-Za-z_])")
_TO_LATIN = LATIN | {ord("٬"): ",", ord("٫"): "."}


def sentence(text: str, language: Language, digits: str) -> Markup:
    """A sentence of a finding as HTML.

    >>> print(sentence("The part ('۱۶۲ واحد') and 145", "en", "fa").unescape())
    The part ('<bdi dir="rtl" lang="fa">۱۶۲ واحد</bdi>') and ۱۴۵
    """
    table = PERSIAN if digits == "fa" else _TO_LATIN

    def own(found: re.Match[str]) -> str:
        return found[0].translate(table)

    shown = (
        _isolated(part, language) if quoted else escape(_NUMBER.sub(own, part))
        for part, quoted in (_persian if language == "fa" else _english)(straight(text))
    )
    return Markup("").join(shown)


def _isolated(words: str, language: Language) -> Markup:
    if language == "en" and not _LETTER.search(words):
        return Markup("<bdi>%s</bdi>") % words
    return Markup('<bdi dir="rtl" lang="fa">%s</bdi>') % words


def _english(text: str) -> Iterator[tuple[str, bool]]:
    """The sentence in parts, each with whether it is quoted."""
    at = 0
    for found in _ENGLISH.finditer(text):
        start, end = found.span(str(found.lastgroup))
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False


def _persian(text: str) -> Iterator[tuple[str, bool]]:
    """As ``_english``; what is quoted may have guillemets of its own."""
    depth, at = 0, 0
    for found in _GUILLEMETS.finditer(text):
        if found[0] == "«":
            if depth == 0:
                yield text[at : found.end()], False
                at = found.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield text[at : found.start()], True
                at = found.start()
    yield text[at:], depth > 0
