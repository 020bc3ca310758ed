"""The parts that words are made of, by their surfaces: endings, first and second parts."""

from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.lexicon.loader import load_rows
from extractor.lexicon.models import AffixRow
from extractor.text.characters import JOINED, ZWNJ

_SECOND_KINDS = ("second", "family", "infinitive")
_ENDING_KINDS = (
    *("plural", "comparative", "inflection", "perfect", "perfect_is"),
    *("joined", "joined_last"),
)
# Endings that are found standing apart.
_APART_KINDS = ("plural", "comparative", "perfect", "inflection")


class Affixes:
    """The rows of ``affixes.toml`` as the grammar looks them up."""

    def __init__(self, rows: tuple[AffixRow, ...]) -> None:
        self.endings: dict[str, list[AffixRow]] = {}
        self.seconds: dict[str, float] = {}
        self.apart_seconds: set[str] = set()
        surfaces: dict[str, dict[str, float]] = {}
        for row in rows:
            for surface in row.surfaces:
                surfaces.setdefault(row.kind, {})[surface] = row.rate
                if row.kind in _ENDING_KINDS:
                    self.endings.setdefault(surface, []).append(row)
                elif row.kind in _SECOND_KINDS:
                    self._add_second(surface, row)
        self.first_words = frozenset(surfaces["first_word"])
        self.firsts = surfaces["first"] | surfaces["first_word"]
        self.preverbs = tuple(surfaces["preverb"])
        self.no_stems = frozenset(surfaces["no_stem"])
        self.heard_he = frozenset(surfaces["heard_he"])
        self._long_heard_he = tuple(word for word in self.heard_he if len(word) > 3)
        self.verbs_alone = frozenset(surfaces["verb_alone"])
        self.postpositions = frozenset(surfaces["postposition"])
        self.seconds_after_he = {
            form: rate
            for surface, rate in surfaces["second_after_he"].items()
            for form in _agent_forms(surface)
        }
        # Nothing is set off after these: «غیر», «ضد».
        self.open_firsts = [first for first in self.firsts if first[-1] not in JOINED]
        self.apart = {
            surface: apart
            for surface, rows in self.endings.items()
            if len(surface) > 1 and (apart := [row for row in rows if row.kind in _APART_KINDS])
        }
        self.plurals = [
            ending for ending, (row, *_) in self.endings.items() if row.kind == "plural"
        ]
        self._ending_lengths = {
            last: sorted({len(ending) for ending in self.endings if ending[-1] == last})
            for last in {ending[-1] for ending in self.endings}
        }
        self.endings_of = lru_cache(maxsize=1 << 14)(self._endings_of)

    def may_join(self, word: str) -> bool:
        """Whether the word can belong to the one before it."""
        return word in self.apart or word in self.apart_seconds

    def he_is_heard(self, stem: str) -> bool:
        """Whether the he at the end is heard («راه», «کارگروه»), not silent («میوه»)."""
        return stem[-2:] == "اه" or stem in self.heard_he or stem.endswith(self._long_heard_he)

    def _add_second(self, surface: str, row: AffixRow) -> None:
        for form in _agent_forms(surface):
            self.seconds[form] = max(row.rate, self.seconds.get(form, 0.0))
        if row.kind == "second":  # «بسته شدن» is two words
            self.apart_seconds.update(_agent_forms(surface))
        elif row.kind == "family":  # «انصاری فرد», but not «هیچ فردی»
            self.apart_seconds.add(surface)

    def _endings_of(self, word: str) -> tuple[tuple[str, str, AffixRow], ...]:
        found = []
        for length in self._ending_lengths.get(word[-1], ()):
            if len(word) - length < 2:
                break
            stem, ending = word[:-length], word[-length:]
            for row in self.endings.get(ending, ()):
                if row.after is None or stem[-1] in row.after:
                    found.append((stem, ending, row))
        return tuple(found)


@cache
def affixes() -> Affixes:
    """The affixes, read once."""
    return Affixes(load_rows("affixes.toml", AffixRow, "affix"))


def joint_after(before: str) -> str:
    """What sets off a part behind this one: nothing after a letter that stands apart anyway."""
    return ZWNJ if before[-1] in JOINED else ""


def _agent_forms(stem: str) -> Iterator[str]:
    yield stem
    if len(stem) > 1 and stem[-1] not in "ایه":
        yield from (stem + "ی", stem + "ان", stem + "انه")
    elif stem[-1] == "ا":
        yield from (stem + "یی", stem + "یان")
