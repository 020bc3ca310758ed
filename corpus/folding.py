"""One spelling for what Persian archives write in many, to search by.

Letters, digits, marks and half-spaces are folded; words stay apart where a reader sees them
apart, so that a position among the folded words is one among the words of the text.
"""

import re
import unicodedata

_LETTERS = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ؤ": "و",
}  # fmt: skip
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
# Short vowels and the like, tatweel, and marks of direction, which stand within a word.
_DROPPED = [0x0640, *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE)]
_DROPPED += [0x00AD, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
# What shows as a half-space parts two words, as a space does.
_SPACES = dict.fromkeys([0x200B, 0x200C, 0x00AC, 0x0085, 0x2028, 0x2029], " ")
_FOLDED = str.maketrans(_LETTERS | _DIGITS) | dict.fromkeys(_DROPPED) | _SPACES
_JOINED = re.compile(r"[\w\u064b-\u065f\u0640]+(?:[\u200b\u200c]+[\w\u064b-\u065f\u0640]+)+")
_HALF_SPACES = re.compile("[\u200b\u200c]+")
_WORDS = re.compile(r"\w+")
_MAX_WORDS = 16  # of a query; more would only slow it down


def fold(text: str) -> str:
    """The text as it is indexed and searched.

    >>> fold("خوشه\u200cهاي كيف، ۱۲ مُورد")
    'خوشه های کیف، 12 مورد'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    return text.lower()


def joined_words(text: str) -> str:
    """The words of a text that have a half-space, written without it, as damaged archives do.

    >>> joined_words("خوشه\u200cهای کیف")
    'خوشههای'
    """
    found = dict.fromkeys(_HALF_SPACES.sub("", word) for word in _JOINED.findall(text))
    return fold(" ".join(found))


def match_query(query: str) -> str:
    """What a reader types, as a query of SQLite's full-text search; "" if it has no word.

    Words stand for what begins with them; all must be there. A word with a half-space
    is also found written as one. Words in quotation marks must follow each other.

    >>> match_query('خوشه\u200cهاي فرش')
    '("خوشه" * AND "های" * OR "خوشههای" *) AND ("فرش" *)'
    >>> match_query('"طلا و جواهر"')
    '("طلا و جواهر")'
    """
    parts = re.split(r'["«»“”]', query)
    terms = []
    for i, part in enumerate(parts):
        if i % 2 and i < len(parts) - 1:
            words = _WORDS.findall(fold(part))[:_MAX_WORDS]
            terms += ['("' + " ".join(words) + '")'] if words else []
        else:
            terms += [term for word in part.split() if (term := _term(word))]
    return " AND ".join(terms[:_MAX_WORDS])


def _term(word: str) -> str:
    words = _WORDS.findall(fold(word))[:_MAX_WORDS]
    if not words:
        return ""
    apart = " AND ".join(f'"{w}" *' for w in words)
    return f'({apart} OR "{"".join(words)}" *)' if len(words) > 1 else f"({apart})"
