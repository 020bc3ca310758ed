"""The verbs that close clauses, with what they tell of the time of their action."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import Cue
from extractor.linking.words import Word
from extractor.text.remembered import positions
from extractor.verbs import AUXILIARIES, WILL, Form, Tense, verb_forms

# Written apart or with a half-space: «می‌شود» is two words here.
_PREFIXES = frozenset(("می", "نمی"))
_OPEN = frozenset((Tense.PARTICIPLE, Tense.INFINITIVE))
_FUTURE = Form("شدن", Tense.FUTURE)
_ENDS = (" و ", "،", "؛", " اما ", " ولی ", " که ")


class ClauseVerb(NamedTuple):
    """A finite verb at ``start:end``."""

    start: int
    end: int
    form: Form

    @property
    def tense(self) -> Tense:
        """What the form says of the time of its action."""
        return self.form.tense


def read_verbs(
    text: str, words: Sequence[Word], plain: Sequence[str], forms: Mapping[str, Form]
) -> tuple[ClauseVerb, ...]:
    """The finite verbs in text order; ``plain`` are the words without their offsets.

    >>> from extractor.linking.words import split
    >>> text = "۹۰ شغل ایجاد می‌شود و ۸ واحد ساخته شده است"
    >>> words = split(text)
    >>> verbs = read_verbs(text, words, [word for word, _, _ in words], clause_forms())
    >>> [(text[v.start : v.end], str(v.tense)) for v in verbs]
    [('می\u200cشود', 'present'), ('شده است', 'perfect')]
    """
    found: list[ClauseVerb] = []
    last = 0
    opening = _first_words()
    for i in positions(plain, opening):
        word, start, end = words[i]
        if start < last:
            continue
        after = words[i + 1] if i + 1 < len(words) else ("", end, end)
        verb = _read(text, word, start, end, after, forms)
        if verb:
            found.append(verb)
            last = verb.end
    return tuple(found)


@cache
def clause_forms() -> dict[str, Form]:
    """The verb forms, with nouns that the copula is glued to: «اجراست»."""
    rows = (row for row in load_rows("linking.toml", Cue) if row.kind == "copula")
    glued = (word for row in rows for word in row.surfaces)
    return {**dict.fromkeys(glued, Form("بودن", Tense.PRESENT)), **verb_forms()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset((*clause_forms(), *_PREFIXES, *WILL))


def _read(
    text: str, word: str, start: int, end: int, after: Word, forms: Mapping[str, Form]
) -> ClauseVerb | None:
    if word in _PREFIXES:
        form = forms.get(word + after[0])
        return ClauseVerb(start, after[2], form) if form else None
    if word in WILL:
        return ClauseVerb(start, after[2], _FUTURE)
    form = forms[word]
    if form.tense is Tense.PARTICIPLE and after[0] in AUXILIARIES and after[1] <= end + 1:
        return ClauseVerb(start, after[2], Form(form.lemma, AUXILIARIES[after[0]], form.negated))
    # «… رسیده و …»: a participle before a conjunction stands for a finite verb.
    if form.tense in _OPEN and not text.startswith(_ENDS, end):
        return None
    return ClauseVerb(start, end, form)
