"""Verbs of saying, and the reading of a text that officials and statements share."""

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.components.base import text_of
from extractor.people.sentences import Sentence, cut
from extractor.people.tokens import Tokens, tokenize
from extractor.people.vocabulary import SpeechVerb, Vocabulary
from extractor.text.remembered import positions

_COLON = frozenset(":")
_QUOTED, _FROM = "نقل", "از"
_KEY = "khooshechin_reading"
_SENTENCES = "khooshechin_sentences_in_tokens"


class Speech(NamedTuple):
    """A verb of saying at tokens ``first:end``."""

    first: int
    end: int
    verb: SpeechVerb


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text with its verbs of saying."""

    tokens: Tokens
    speeches: list[Speech]


def read(text: str, words: Vocabulary) -> Reading:
    """Tokens and verbs of saying of a normalized text."""
    tokens = tokenize(text)
    return Reading(tokens, find_speeches(tokens.keys, words))


def reading_of(doc: Doc, words: Vocabulary) -> Reading:
    """The reading of a document, made once: ``text_of(doc)`` is put together at each access."""
    reading: Reading | None = doc.user_data.get(_KEY)
    if reading is None:
        reading = doc.user_data[_KEY] = read(text_of(doc), words)
    return reading


def sentences_of(doc: Doc, reading: Reading) -> list[Sentence]:
    """The sentences of a document in tokens, cut once."""
    found: list[Sentence] | None = doc.user_data.get(_SENTENCES)
    if found is None:
        groups = doc._
        found = cut(reading.tokens, groups.sentences, groups.headline_end)
        doc.user_data[_SENTENCES] = found
    return found


def find_speeches(keys: list[str], words: Vocabulary) -> list[Speech]:
    """All verbs of saying, in text order.

    >>> from extractor.people.vocabulary import vocabulary
    >>> [s.verb.shown for s in find_speeches(["وی", "ادامه", "داد"], vocabulary())]
    ['ادامه داد']
    """
    found: list[Speech] = []
    verbs, firsts, end = words.verbs, words.verbs.firsts, 0
    for i in positions(keys, firsts):
        if i >= end:
            match = verbs.at(keys, i)
            if match:
                end = match[0]
                found.append(Speech(i, end, match[1]))
    return found


def colons(keys: list[str]) -> list[int]:
    """The colons that introduce what is said, not those of «۱۲:۳۰» or at the end of a line.

    >>> colons(["او", ":", "نه", "ساعت", "۱۲", ":", "۳۰"])
    [1]
    """
    found = (i for i in positions(keys[:-1], _COLON) if i)
    return [i for i in found if not keys[i - 1].isdecimal() and keys[i + 1] != "\n"]


def told_before(keys: list[str], i: int, words: Vocabulary) -> bool:
    """Whether «به گفته», «از نگاه» or «به نقل از» ends at token ``i``; not «از توضیح»."""
    opener, noun = keys[max(0, i - 1)], keys[i]
    if i < 1 or (opener, noun) == (_QUOTED, _FROM):
        return i > 0
    said = words["viewed_by"] if opener == _FROM else words["told_by"]
    return opener in words["told_opener"] and noun in said
