"""Verbs of saying."""

from dataclasses import dataclass

from extractor.people.vocabulary import SpeechVerb, Vocabulary


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying at tokens ``first:end``."""

    first: int
    end: int
    verb: SpeechVerb


def find_speeches(keys: list[str], words: Vocabulary) -> list[Speech]:
    """All verbs of saying, in text order.

    >>> from extractor.people.vocabulary import vocabulary
    >>> [s.verb.shown for s in find_speeches(["وی", "ادامه", "داد"], vocabulary())]
    ['ادامه داد']
    """
    found: list[Speech] = []
    i, verbs = 0, words.verbs
    while i < len(keys):
        match = verbs.at(keys, i) if keys[i] in verbs else None
        if match:
            found.append(Speech(i, match[0], match[1]))
        i = match[0] if match else i + 1
    return found
