"""How many planted contradictions the checks find, and how many sound articles they flag.

    python -m benchmarks.contradictions [--articles 2000] [--seed 1] [--errors 5] [--only growth]

Small articles are made from the sentences of contradictions.toml, each twice: with numbers that
agree and with one that does not. "false" counts sound articles with any finding of severity error
or warning.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.plantings import MAKERS
from benchmarks.story_writing import ROWS, Slots, Writer, common_slots, typography
from extractor import Extractor
from schemas.article import Article
from schemas.findings import Finding
from schemas.vocabularies import Severity

_SLOT = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Story:
    """An article, the check it is made for, and whether its numbers contradict each other."""

    article: Article
    code: str
    row: int
    planted: bool


def make_stories(seed: int, count: int, only: str = "") -> Iterator[Story]:
    """Pairs of articles, sound and contradictory, the checks in turn."""
    draw = random.Random(seed)
    codes = [code for code in MAKERS if only in code]
    turns: Counter[str] = Counter()
    for i in range(count // 2):
        code = codes[i % len(codes)]
        rows = ROWS[code]["rows"]
        row = turns[code] % len(rows)
        turns[code] += 1
        yield from _pair(draw, code, row, f"{code}-{i}")


def _pair(draw: random.Random, code: str, row: int, name: str) -> Iterator[Story]:
    write = Writer(draw)
    template = ROWS[code]["rows"][row]
    common = common_slots(write)
    title, _, body = template.rpartition(" | ")
    lede = draw.choice(ROWS["lede"]["rows"])
    before, after = draw.sample(ROWS["filler"]["rows"], 2)
    whole = f"{lede}{before} {body} {after}" if draw.random() < 0.5 else f"{lede}{body} {after}"
    change = typography(draw)
    for planted, slots in enumerate(MAKERS[code](write, template)):
        if planted and code == "traps":
            return
        filled = [change(_fill(text, common | slots)) for text in (title, whole)]
        article = Article(id=f"{name}-{planted}", title=filled[0] or None, text=filled[1])
        yield Story(article, code, row, bool(planted))


def _fill(text: str, slots: Slots) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], text)


@dataclass(slots=True)
class Tally:
    """What became of the stories of one check."""

    planted: int = 0
    found: int = 0
    clean: int = 0
    flagged: int = 0


def is_alarm(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def judge(
    extractor: Extractor, stories: Iterator[Story]
) -> tuple[dict[str, Tally], list[tuple[Story, list[Finding]]]]:
    """The tallies by check, and the stories that went wrong with what was found in them."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    wrong: list[tuple[Story, list[Finding]]] = []
    for story in stories:
        findings = list(extractor.extract(story.article).findings)
        tally = tallies[story.code]
        if story.planted:
            good = any(f.code == story.code for f in findings)
            tally.planted += 1
            tally.found += good
        else:
            good = not any(is_alarm(f) or f.code == story.code for f in findings)
            tally.clean += 1
            tally.flagged += not good
        if not good:
            wrong.append((story, findings))
    return dict(tallies), wrong


def total(tallies: Mapping[str, Tally]) -> Tally:
    fields: dict[str, Any] = {
        name: sum(getattr(t, name) for t in tallies.values()) for name in Tally.__slots__
    }
    return Tally(**fields)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    tallies, wrong = judge(Extractor(), make_stories(options.seed, options.articles, options.only))
    shown: Counter[tuple[str, int, bool]] = Counter()
    for story, findings in wrong:
        key = (story.code, story.row, story.planted)
        shown[key] += 1
        if shown[key] <= options.errors:
            print("missed" if story.planted else "false", *key[:2], story.article.composed)
            for f in findings:
                print("   ", f.code.value, f.calculation)
    print(f"{'check':<20}{'planted':>9}{'found':>8}{'clean':>8}{'false':>8}")
    for code, t in [*tallies.items(), ("all", total(tallies))]:
        print(f"{code:<20}{t.planted:>9}{t.found:>8}{t.clean:>8}{t.flagged:>8}")


if __name__ == "__main__":
    main()
