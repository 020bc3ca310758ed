"""Questions and answers: what follows a line that asks is said by the person interviewed."""

from collections.abc import Sequence

from extractor.people.sentences import Sentence

_ASKS, _BREAK = frozenset("؟?"), "\n"
_CLOSING = frozenset(("»", '"', ")", _BREAK))
_ANSWER = frozenset(("ج", "جواب", "پاسخ"))
_FEWEST = 2  # one line that asks may be rhetoric


def find_questions(keys: Sequence[str], sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences that ask in lines that say no more, if these are several."""
    found: list[int] = []
    alone = True
    for sentence in reversed(sentences):
        alone = alone and _ends_asking(keys, sentence)
        if alone and not sentence.headline:
            found.append(sentence.index)
        # What is told behind a question makes it rhetoric, unless it is marked as the answer.
        alone = alone or answers(keys, sentence)
    return frozenset(found if len(found) >= _FEWEST else ())


def answers(keys: Sequence[str], sentence: Sentence) -> bool:
    """Whether an answer begins here: a new line, or «ج:» in the line of the question."""
    return sentence.opens or keys[sentence.first] in _ANSWER


def _ends_asking(keys: Sequence[str], sentence: Sentence) -> bool:
    last = sentence.end - 1
    while last > sentence.first and keys[last] in _CLOSING:
        last -= 1
    return keys[last] in _ASKS
