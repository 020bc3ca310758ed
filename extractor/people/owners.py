"""Which words tell an office from others, and who stands beside it."""

from extractor.people.names import Name, Names
from extractor.people.relatives import opened_at
from extractor.people.titles import Title
from extractor.people.tokens import Tokens, flat

# Words that say where, not what: two titles are one with or without them.
_EMPTY = frozenset(
    ("استان", "شهرستان", "شهر", "کشور", "کل", "و", "،", "«", "»", "این", "مردم", "در")
)


def title_words(tokens: Tokens, title: Title) -> frozenset[str]:
    """The words that tell this office from others."""
    keys = tokens.keys[title.head : title.end]
    if title.resolved:
        keys = [flat(word) for word in title.resolved.split()]
    return frozenset(key for key in keys if key not in _EMPTY)


def owner(names: Names, title: Title, others: dict[int, Title]) -> Name | None:
    """The person beside an office; a name before an office of its own belongs to that one."""
    name = names.before(title.first)
    if name:
        return name
    clause = opened_at(names.tokens.keys, title.first) if title.held else None
    if clause:
        name = names.before(clause)
        # A sure name is a person by itself, maybe one whose office was told before.
        return name if name and (name.weak or name.end not in names.ends) else None
    name = names.after(title.end)
    last = names.tokens.keys[title.end - 1]
    if name and name.first == title.end and last in names.words["possessor"]:
        return None
    if name and names.skip_on(name.end) in others and names.skip_on(title.end) > title.end:
        return None
    return name
