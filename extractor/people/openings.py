"""Names of rare or common words, believed for where they stand: as a subject, behind «به گفته»."""

from extractor.people.names import Name, Names

_MOST_WORDS = 3


def opening(names: Names, first: int, speech: int) -> Name | None:
    """The name of the subject that may open a sentence; ``speech`` is its verb of saying."""
    return _rare(names, first) or _up_to(names, first, speech)


def told(names: Names, first: int) -> Name | None:
    """«به گفته نغمه رستاک،»: whom words of saying quote, up to the next sign."""
    first = names.skip_on(first)
    end = first
    while end < len(names.keys) and end - first <= _MOST_WORDS and names.keys[end].isalpha():
        end += 1
    return opening(names, first, end) if first < len(names.keys) else None


def _rare(names: Names, first: int) -> Name | None:
    """Two or three words unknown to the lexicon, or that an honorific opens."""
    honoured = first > 0 and names.keys[first - 1] in names.words["honorific"]
    takes = names.can_name if honoured else names.unknown
    end = first
    while end < len(names.keys) and end - first < _MOST_WORDS and takes(end):
        end += 1
    if end - first < 2 or not names.closes(end) or names.keys[end - 1] in names.words.given:
        return None
    return Name(first, end - 1, end, weak=True)


def _up_to(names: Names, first: int, end: int) -> Name | None:
    """«مینا زنده بودی گفت»: a given name and what parts it from its verb of saying."""
    words, run = names.words, names.keys[first + 1 : end]
    if not 1 <= len(run) <= _MOST_WORDS or names.keys[first] not in words.openings:
        return None
    nouns = any(key in words["organization"] or key in words.roles for key in run)
    named = not nouns and all(names.can_name(i) for i in range(first + 1, end))
    return Name(first, first + 1, end, weak=True) if named else None
