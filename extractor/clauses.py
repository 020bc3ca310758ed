"""Clauses of a sentence: each ends with its finite verb, as Persian clauses do.

>>> from extractor.cues import read_sentence
>>> sentence = read_sentence("خوشه گز خاتمه یافته و خوشه فرش در حال اجراست؛ این خوب است")
>>> [(clause.first, clause.last) for clause in split_clauses(sentence)]
[(0, 3), (4, 9), (11, 13)]
"""

from collections.abc import Collection
from dataclasses import dataclass

from extractor.cues import STOPS, Sentence, is_finite
from extractor.verbs import Tense, Verb

# What may follow a participle that stands for a whole perfect: «خاتمه یافته و …».
_AFTER_PARTICIPLE = frozenset(("،", "؛", "و", "که", ".", "»", ")", "اما", "ولی", "هرچند"))
# «سال گذشته», «گفته وی», «شمال شرق بسته»: participles that are other words.
_NEVER_VERBS = frozenset(("گذشته", "گفته", "ساخته", "آینده", "نوشته", "ریخته", "افزوده"))


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``first`` to ``last`` of a sentence, and the verb that closes them, if any."""

    first: int
    last: int
    verb: Verb | None


def split_clauses(sentence: Sentence, modal: Collection[int] = ()) -> list[Clause]:
    """The clauses in text order; a verb that starts at an index in ``modal`` closes none."""
    found: list[Clause] = []
    start = position = 0
    count = len(sentence.words)
    while position < count:
        verb = sentence.verbs.get(position)
        closing = verb if verb and position not in modal and closes(sentence, verb) else None
        last = closing.last if closing else position
        if closing or (sentence.words[position].key in STOPS and not in_number(sentence, position)):
            found.append(Clause(start, last, closing))
            start = last + 1
        position = last + 1
    if start < count:
        found.append(Clause(start, count - 1, None))
    return [clause for clause in found if _says_something(sentence, clause)]


def in_number(sentence: Sentence, at: int) -> bool:
    """Whether a sign stands between digits: «۶.۵ مگاوات», «ساعت ۹:۳۰».

    >>> from extractor.cues import read_sentence
    >>> in_number(read_sentence("ظرفیت ۶.۵ مگاوات"), 2), in_number(read_sentence("سال ۹. ۵ نفر"), 2)
    (True, False)
    """
    if not 0 < at < len(sentence.words) - 1:
        return False
    before, sign, after = sentence.words[at - 1 : at + 2]
    digits = before.key.isdigit() and after.key.isdigit()
    return digits and before.end == sign.start and sign.end == after.start


def _says_something(sentence: Sentence, clause: Clause) -> bool:
    return clause.last > clause.first or sentence.words[clause.first].key.isalnum()


def closes(sentence: Sentence, verb: Verb) -> bool:
    """Whether a verb form ends a clause here, and is no adjective or noun."""
    if is_finite(verb):
        return True
    if verb.tense is Tense.INFINITIVE or sentence.words[verb.first].key in _NEVER_VERBS:
        return False
    after = verb.last + 1
    return after >= len(sentence.words) or sentence.words[after].key in _AFTER_PARTICIPLE
