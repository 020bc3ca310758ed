"""Which sentence and which paragraph a token lies in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.mentions import Mention
from extractor.people.tokens import Tokens

# What opens no sentence.
_CONTINUING = frozenset(
    ("و", "که", "را", "است", "شد", "کرد", "گفت", "افزود", "بود", "داد", "داشت", "اظهار", "تصریح")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first:end``; ``opens`` a paragraph, or belongs to the headline."""

    index: int
    first: int
    end: int
    opens: bool
    headline: bool


def cut(tokens: Tokens, mentions: Sequence[Mention], headline_end: int) -> list[Sentence]:
    """The sentences in tokens; text that is in none goes to the one before it."""
    starts = sorted({0, *(m.start for m in mentions)})
    firsts = [tokens.at(start) for start in starts] + [len(tokens.keys)]
    found: list[Sentence] = []
    for first, end in pairwise(firsts):
        if end <= first:
            continue
        if found and _wrapped(tokens.keys, first):
            found[-1] = replace(found[-1], end=end)
            continue
        opens = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] - 1 : tokens.starts[first]]
        headline = tokens.starts[first] < headline_end
        found.append(Sentence(len(found), first, end, opens, headline))
    return found


def _wrapped(keys: list[str], first: int) -> bool:
    """Whether a line break stands within the sentence: «خطاب به هنرمندان ⏎ افزود»."""
    last = first - 1
    broken = keys[last] == "\n"
    while last > 0 and keys[last] == "\n":
        last -= 1
    return broken and keys[last].isalnum() and keys[first] in _CONTINUING


class Sentences:
    """The sentence of a token."""

    def __init__(self, found: list[Sentence]) -> None:
        self.found = found
        self._firsts = [s.first for s in found]

    def of(self, token: int) -> Sentence:
        """The sentence that holds the token."""
        return self.found[max(0, bisect_right(self._firsts, token) - 1)]
