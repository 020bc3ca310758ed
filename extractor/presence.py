"""Whether a text has the word for cluster at all, in any spelling, at the cost of reading it.

>>> has_cluster_word("خـوشه‌هاي صنعتي"), has_cluster_word("بورس تهران")
(True, False)
"""

import re
from enum import StrEnum
from functools import cache

from extractor.text.characters import ZWNJ, CharacterTables, character_tables

# Without this word a text names no cluster: ``clusters.namings`` looks for nothing else.
_WORD = "خوشه"
_VANISHING = "ـ\u200d" + ZWNJ  # between letters; a lost half-space too


class Scope(StrEnum):
    """Which articles get a record: all, or those with the word for cluster."""

    FULL = "full"
    CLUSTERS = "clusters"

    def holds(self, text: str) -> bool:
        """Whether an article of this text gets a record."""
        return self is Scope.FULL or has_cluster_word(text)


def has_cluster_word(text: str) -> bool:
    """Whether normalization could leave «خوشه» in the text. Never wrongly False."""
    return _WORD in text or _spellings().search(text) is not None


@cache
def _spellings() -> re.Pattern[str]:
    """The word with every way to write each letter, and all that vanishes between two."""
    becomes = _becomes(character_tables())
    gone = {c for c, made in becomes.items() if all(m in _VANISHING for m in made)}
    between = f"[{_class(gone | set(_VANISHING))}]*+"
    spaces = {" "} | {c for c, made in becomes.items() if made == " "}
    # Behind «و», which joins to nothing, an ending that stands apart may be joined.
    behind_vav = f"[{_class(gone | set(_VANISHING) | spaces)}]*+"
    kheh, vav, sheen, heh = (
        f"[{_class({letter} | {c for c, made in becomes.items() if made == letter})}]"
        for letter in _WORD
    )
    word = f"{kheh}{between}{vav}{behind_vav}{sheen}{between}{heh}"
    # Ligatures are rare; the whole pipeline looks into those that might be part of the word.
    parts = {c for c, made in becomes.items() if len(made) > 1 and _may_be_part(made)}
    return re.compile(f"{word}|[{_class(parts)}]")


def _may_be_part(made: str) -> bool:
    return made.startswith(_WORD[-1]) or any(letter in made for letter in _WORD[:-1])


def _becomes(tables: CharacterTables) -> dict[str, str]:
    """What each character of another shape is after normalization; empty for what is dropped."""
    made = {chr(code): chr(new) for code, new in tables.same.items() if code != new}
    made |= tables.longer | dict.fromkeys(tables.dropped, "")
    return {old: "".join(made.get(c, c) for c in new) for old, new in made.items()}


def _class(characters: set[str]) -> str:
    return re.escape("".join(sorted(characters)))
