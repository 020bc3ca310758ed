"""How many lost half-spaces come back, and what is harmed: see docs/text-layer.md for the terms.

    python -m benchmarks.half_spaces ARCHIVE.jsonl.gz [--part 4] [--show 30] [--sample 200]

The words are counted in the other parts of the archive, so none is tried on what it was counted on.
Only intact articles are used: they have half-spaces and no single «های» or «می». They lose every
half-space, get them restored, and are compared word by word with what they were; then they are
normalized as they are, and every change is judged.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ending_contexts import weigh, write
from benchmarks.word_forms import PARTS, clean_texts, count_words, is_intact, write_counts
from extractor.text import ending_contexts as ending_contexts_module
from extractor.text import word_forms as word_forms_module
from extractor.text.characters import LETTERS, ZWNJ
from extractor.text.halfspaces import find_half_spaces
from extractor.text.normalization import warm_up

_WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")
# News writes «میان‌شان» and «میانشان», whatever the word; only a silent he must be set off.
_POSSESSIVE = re.compile(f"(?<!ه){ZWNJ}(?=(?:شان|مان|تان)$)")
_MISSES = ("wrong", "unjudged")
_PLURAL = re.compile(f"{ZWNJ}ها[آ-ی]*$")
# A spelling is established if intact articles have it twice, and once in ten of all spellings.
_LEAST_COUNT, _LEAST_SHARE = 2, 0.1


class Spellings:
    """How intact articles spell the words, by their letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        for text in texts:
            words = _WORD.findall(text)
            counts.update(words)
            counts.update(f"{a} {b}" for a, b in pairwise(words))
        self._by_letters: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for form, count in counts.items():
            if count >= _LEAST_COUNT:
                self._by_letters[_letters(form)][form] = count

    def established(self, form: str) -> bool:
        """Whether intact articles spell the word so, and not just by a slip."""
        known = self._by_letters.get(_letters(form), Counter())
        return known[form] >= max(_LEAST_COUNT, _LEAST_SHARE * known.total())

    def known(self, form: str) -> bool:
        """Whether the word was met at all, in whatever spelling."""
        return _letters(form) in self._by_letters


def _glued_apart(spellings: Spellings, source: str, made: str) -> bool:
    """«می‌شودبا» became «می‌شود با», and both are words."""
    parted = made.replace(" ", "") == source and made != source
    return parted and all(map(spellings.established, made.split(" ")))


def _without_same_ending(source: str, made: str) -> tuple[str, str]:
    """«کتاب‌فروشی‌ها», «کتابفروشی‌ها»: the spelling in question is that of the stem."""
    found = _PLURAL.search(source)
    if found and made.endswith(found.group()):
        return source[: found.start()], made[: -len(found.group())]
    return source, made


@dataclass
class Tally:
    """Words by what became of them."""

    had: int = 0  # words with half-spaces in the source
    changed: int = 0
    words: int = 0
    found: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, kind: str, source: str, made: str) -> None:
        """Note a word, with its half-spaces shown."""
        shown = source if source == made else f"{source} > {made}"
        self.found[kind][shown.replace(ZWNJ, "|").replace(" ", "_")] += 1

    def total(self, *kinds: str) -> int:
        """How many words met these fates."""
        return sum(self.found[kind].total() for kind in kinds)

    def distinct(self, *kinds: str) -> int:
        """How many different words met these fates."""
        return len({word for kind in kinds for word in self.found[kind]})


def judge(spellings: Spellings, source: str, made: str) -> str:
    """What to call a word that came out otherwise than its source spells it."""
    whole = source
    source, made = _without_same_ending(source, made)
    if _POSSESSIVE.sub("", source) == _POSSESSIVE.sub("", made):
        return "variant"
    if _glued_apart(spellings, source, made):
        return "slip mended"
    # «نام‌های» for «نامه‌ای» is another word, not another spelling: a cut has moved.
    same_word = _cuts(source) <= _cuts(made) or _cuts(made) <= _cuts(source)
    if same_word and spellings.established(made):
        return "variant" if spellings.established(source) else "slip mended"
    if ZWNJ in whole or spellings.known(source):
        return "wrong"
    return "unjudged"


def restore(texts: list[str], spellings: Spellings) -> Tally:
    tally = Tally()
    for text in texts:
        for source, lost, made in compared(text, text.replace(ZWNJ, "")):
            tally.words += 1
            tally.had += ZWNJ in source
            tally.changed += lost != made
            if source == made:
                if ZWNJ in source:
                    tally.add("same", source, made)
            elif lost == made:
                kind = judge(spellings, source, made)
                tally.add("missed" if kind in _MISSES else f"left {kind}", source, made)
            else:
                kind = judge(spellings, source, made)
                gained = "misread" if ZWNJ in source else "added"
                tally.add(f"{gained} {kind}", source, made)
    return tally


def harm(texts: list[str], spellings: Spellings) -> Tally:
    tally = Tally()
    for text in texts:
        for source, _, made in compared(text, text):
            tally.words += len(source.split())
            if source != made:
                tally.changed += 1
                tally.add(judge(spellings, source, made), source, made)
    return tally


def compared(source: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Each word, or words that were joined: in the source, in the text given, as it is made."""
    at_source = 0
    for before, after in _pieces(text):
        while not _WORD.match(source, at_source):
            at_source += 1
        letters, end = len(_letters(before)), at_source
        while letters:
            letters -= source[end] not in (ZWNJ, " ")
            end += 1
        yield source[at_source:end], before, after
        at_source = end


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The words of the text before and after restoring."""
    edits = list(find_half_spaces(text))
    joined = {start for start, end, _ in edits if start < end}
    words = list(_WORD.finditer(text))
    start = 0
    at_edit = 0
    for number, word in enumerate(words):
        if number == 0 or words[number - 1].end() not in joined:
            start = word.start()
        if word.end() in joined:
            continue
        made, at = [], start
        while at_edit < len(edits) and edits[at_edit][0] < word.end():
            edit_start, edit_end, new = edits[at_edit]
            made += (text[at:edit_start], new)
            at = edit_end
            at_edit += 1
        yield text[start : word.end()], "".join((*made, text[at : word.end()]))


def _cuts(form: str) -> set[int]:
    """After how many letters a half-space or a space stands."""
    pieces = re.split(f"[{ZWNJ} ]", form)[:-1]
    return {len("".join(pieces[: n + 1])) for n in range(len(pieces))}


def _letters(form: str) -> str:
    return form.replace(ZWNJ, "").replace(" ", "")


def report(name: str, tally: Tally, kinds: tuple[str, ...], show: int) -> None:
    print(f"\n{name}: {tally.words} words, {tally.had} with half-spaces, {tally.changed} changed")
    for kind in kinds:
        found = tally.found[kind]
        listed = "; ".join(f"{word} {count}" for word, count in found.most_common(show))
        print(f"  {kind}: {found.total()} ({len(found)} distinct): {listed}")


def show_restored(tally: Tally) -> None:
    excused = tally.total("left variant", "left slip mended")
    reread = tally.total("misread variant", "misread slip mended")
    right = tally.total("same") + excused + reread
    added = tally.total("added variant", "added slip mended")
    wrong = tally.total("misread wrong", "misread unjudged", "added wrong")
    good = tally.total("same") + reread + added
    print(f"restored exactly {tally.total('same') / tally.had:.4f}", end=", ")
    print(f"restored or left in another established spelling {right / tally.had:.4f}")
    missed = ("missed", "misread wrong", "misread unjudged")
    excused_kinds = ("left variant", "left slip mended", "misread variant", "misread slip mended")
    lost = tally.distinct("same", *missed, *excused_kinds)
    print(f"of distinct words {1 - tally.distinct(*missed) / lost:.4f}")
    exact = tally.total("same") / tally.changed
    least = good / tally.changed
    print(
        f"precision {good / (good + wrong):.4f} of the judged changes, {least:.4f} if every",
        end=" ",
    )
    print(f"unjudged one were wrong, {exact:.4f} if only the source's own spelling is right")


def show_harm(tally: Tally, sample: int) -> None:
    kinds = (
        ("to what is not established, from what is known", "wrong"),
        ("at all, from what is established or known", "wrong", "variant"),
    )
    for name, *fates in kinds:
        harmed = tally.total(*fates)
        print(f"changed {name}: {harmed} in {tally.words}: one in {tally.words // max(harmed, 1)}")
    changes = [w for found in tally.found.values() for w, n in found.items() for _ in range(n)]
    changes.sort()
    random.Random(0).shuffle(changes)
    for change in changes[:sample]:
        print(change)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--part", type=int, default=PARTS - 1)
    parser.add_argument("--show", type=int, default=30)
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    others = set(range(PARTS)) - {options.part}
    with TemporaryDirectory() as folder:
        word_forms_module.FORMS = Path(folder) / "counted.txt"
        write_counts(count_words(clean_texts(options.archive, others)), word_forms_module.FORMS)
        ending_contexts_module.CONTEXTS = Path(folder) / "contexts.txt"
        write(weigh(clean_texts(options.archive, others)), ending_contexts_module.CONTEXTS)
        # Both are read once, while they are there.
        warm_up()
    spellings = Spellings(filter(is_intact, clean_texts(options.archive, others)))
    texts = list(filter(is_intact, clean_texts(options.archive, {options.part})))
    print(len(texts), "intact articles")
    restored = restore(texts, spellings)
    report("half-spaces stripped", restored, tuple(restored.found), options.show)
    show_restored(restored)
    harmed = harm(texts, spellings)
    report("as it is", harmed, tuple(harmed.found), options.show)
    show_harm(harmed, options.sample)


if __name__ == "__main__":
    main()
