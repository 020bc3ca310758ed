"""Names that do not stand right behind «خوشه»: owners, «خوشه‌ای برای …», headings.

>>> from extractor import Extractor
>>> nlp = Extractor().nlp
>>> [c.name for c in nlp("گلیم‌بافی ایلام از سال ۱۳۹۹ صاحب خوشه صنعتی شد.")._.clusters]
['گلیم‌بافی']
"""

from extractor.clusters.lists import read_single
from extractor.clusters.names import Name, NameReader

_REACH = 12  # words from an owner to «صاحب خوشه»
_BETWEEN = 6  # of these, words between the owner's name and «صاحب»
_LABEL = 6  # words of a heading before its colon


def read_owner(reader: NameReader, head: int, behind: int) -> Name | None:
    """«توبافی استان از سال ۱۳۹۹ صاحب خوشه شد», «برای توبافی خوشه تشکیل شد».

    ``head`` is the word «خوشه», ``behind`` the first word after what qualifies it.
    """
    owned = bool(reader.is_a(head - 1, "owning")) if head else False
    if not owned and not reader.is_a(behind, "founding"):
        return None
    stop = head - 1 if owned else head
    for at in range(max(0, stop - _REACH), stop):
        if owned and not _opens_clause(reader, at):
            continue
        if not owned and (at == 0 or reader.key(at - 1) != "برای"):
            continue
        name = read_single(reader, at, strange=False)
        if name and name.known and _reaches(reader, name.next, stop):
            return name
    return None


def _opens_clause(reader: NameReader, at: int) -> bool:
    before = reader.key(at - 1) if at else ""
    return (
        not before[:1].isalpha()
        or before == "که"
        or reader.vocabulary.is_verb(reader.words[at - 1])
    )


def _reaches(reader: NameReader, first: int, stop: int) -> bool:
    """Whether only a date or an adverb stands between a name and its predicate."""
    words = reader.words[first:stop]
    if not 0 <= stop - first <= _BETWEEN:
        return False
    if any(reader.vocabulary.is_verb(word) or word.key in "،؛:.«»" for word in words):
        return False
    return not words or bool(reader.is_a(first, "stop"))


def read_indefinite(reader: NameReader, at: int, *, apart: bool, strange: bool) -> Name | None:
    """«خوشه‌ای برای پلاس‌بافی», «خوشه دیگری با نام …»: the name behind what brings it.

    ``at`` is the word behind «خوشه»; ``apart``: the ending stands on an adjective of its own.
    """
    if apart:
        size = reader.is_a(at, "indefinite")
        if not size:
            return None
        at += size
    size = reader.is_a(at, "naming")
    presented = 0 if size else _presented(reader, at)
    size, strange = size or presented, strange and presented > 0
    name = read_single(reader, at + size, strange=strange) if size else None
    return name if name and (name.known or name.ended) else None


def _presented(reader: NameReader, at: int) -> int:
    """«(از خوشه تازه‌ای) هم رونمایی کرد: شالی آشخانه»: words up to behind the colon."""
    for here in range(at, min(at + _LABEL, len(reader.words) - 1)):
        size = reader.is_a(here, "presenting")
        if size and reader.key(here + size) == ":":
            return here + size + 1 - at
    return 0


def opens_line(reader: NameReader, head: int) -> bool:
    """Whether only the number or the bullet of an item stands before a word, or «فهرست»."""
    return head <= _LABEL and not any(
        reader.key(at)[:1].isalpha() and len(reader.key(at)) > 1 and not reader.is_a(at, "label")
        for at in range(head)
    )


def read_item(reader: NameReader) -> Name | None:
    """«- گیوه ملکان»: the name that an item begins with."""
    first = next((i for i, w in enumerate(reader.words) if w.key[0].isalpha()), 0)
    if not 0 < first <= _LABEL:
        return None
    name = read_single(reader, first, strange=False)
    return name if name and name.known else None


def announces_items(reader: NameReader, at: int) -> bool:
    """Whether a heading of clusters ends its line with a colon: «خوشه‌های مصوب:»."""
    return opens_line(reader, at) and label_end(reader, at) == len(reader.words)


def label_end(reader: NameReader, at: int) -> int:
    """The word behind the colon of a heading that goes on at this word; 0 if it is none."""
    for here in range(at, min(at + _LABEL, len(reader.words))):
        if reader.key(here) == ":":
            return here + 1
        if reader.vocabulary.is_verb(reader.words[here]) or not reader.key(here)[:1].isalpha():
            return 0
    return 0
