"""The words of an article around the first that was looked for."""

import re

from markupsafe import Markup, escape

from corpus.folding import fold
from extractor.desk.turning import straight

_WORDS = re.compile(r"\w+")
_TOKENS = re.compile(r"[^\s\u200b\u200c]+")
_BEFORE, _AFTER = 12, 28  # words shown on each side of the first
_MOST = 20_000  # characters looked through


def snippet(text: str, words: str) -> Markup:
    """A piece of text with what was looked for in bold; its beginning without such a word.

    >>> print(snippet("صادرات خوشهٔ <فرش> قم", "فرش"))
    صادرات خوشهٔ <b>&lt;فرش&gt;</b> قم
    """
    wanted = tuple(_WORDS.findall(fold(words)))
    tokens = list(_TOKENS.finditer(text, 0, _MOST))
    first = next((i for i, token in enumerate(tokens) if _fits(token[0], wanted)), 0)
    shown = tokens[max(0, first - _BEFORE) : first + _AFTER]
    if not shown:
        return Markup("")
    parts, at = [], shown[0].start()
    for token in shown:
        parts.append(escape(text[at : token.start()]))
        word = escape(token[0])
        parts.append(Markup("<b>%s</b>") % word if _fits(token[0], wanted) else word)
        at = token.end()
    before = "… " if shown[0] is not tokens[0] else ""
    after = " …" if shown[-1] is not tokens[-1] or len(text) > _MOST else ""
    return Markup(straight(Markup(before) + Markup("").join(parts) + Markup(after)))


def _fits(token: str, wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and any(word.startswith(wanted) for word in _WORDS.findall(fold(token)))
