"""How many planted contradictions across articles are found, and how many sound groups flagged.

    python -m benchmarks.archive_contradictions [--groups 1000] [--seed 1] [--errors 5] [--only x]

Groups of two or three small articles are written of a cluster each, sound and contradictory, and
go the whole way: text, record, SQLite, check. "false" counts sound groups with any finding.
"""

import argparse
import random
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.archive_plantings import MAKERS, Group, make_group
from benchmarks.contradictions import Tally, total
from benchmarks.story_writing import WORDS
from corpus.checks.archive import check_archive
from corpus.exports.sqlite import write_sqlite
from corpus.reviews import review_path
from extractor import Extractor

_TOLD = """SELECT f.code, f.calculation, f.message_en, (
 SELECT GROUP_CONCAT(g.article_id) FROM archive_finding_figures g WHERE g.finding = f.finding)
FROM archive_findings f"""

Told = tuple[str, str, str]
Wrong = tuple[Group, list[Told]]


def make_groups(seed: int, count: int, only: str = "") -> Iterator[list[Group]]:
    """Databases of groups, none of which speaks of the cluster or clusters of another."""
    draw = random.Random(seed)
    kinds = [kind for kind in MAKERS if only in kind]
    groups: list[Group] = []
    clusters: list[tuple[str, str]] = []
    counted: list[str] = []  # provinces whose clusters may still be counted in this database
    for i in range(count):
        kind = kinds[i % len(kinds)]
        if not clusters or (kind == "clusters" and not counted):
            if groups:
                yield groups
            groups = []
            clusters = [(t, p) for t in WORDS["trade"] for p in WORDS["province"]]
            counted = list(WORDS["province"])
            draw.shuffle(clusters)
            draw.shuffle(counted)
        trade, province = clusters.pop()
        if kind == "clusters":
            province = counted.pop()
        groups.append(make_group(draw, kind, f"g{i}", trade, province, planted=i // len(kinds) % 2))
    yield groups


def judge(
    extractor: Extractor, databases: Iterable[Sequence[Group]]
) -> tuple[dict[str, Tally], list[Wrong]]:
    """The tallies by kind, and the groups that went wrong with what was told of them."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    wrong: list[Wrong] = []
    for groups in databases:
        told = _check(extractor, groups)
        for group in groups:
            found = told[group.name]
            tally = tallies[group.kind]
            if group.code:
                good = any(code == group.code for code, _, _ in found)
                tally.planted += 1
                tally.found += good
            else:
                good = not found
                tally.clean += 1
                tally.flagged += not good
            if not good:
                wrong.append((group, found))
    return dict(tallies), wrong


def _check(extractor: Extractor, groups: Sequence[Group]) -> defaultdict[str, list[Told]]:
    """What is told of each group; a finding over several groups is one of each."""
    told: defaultdict[str, list[Told]] = defaultdict(list)
    articles = [article for group in groups for article in group.articles]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        write_sqlite(extractor.pipe(articles), path)
        check_archive(path)
        with closing(sqlite3.connect(review_path(path))) as base:
            for code, calculation, message, ids in base.execute(_TOLD):
                for name in {key.partition("-")[0] for key in ids.split(",")}:
                    told[name].append((code, calculation, message))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    databases = make_groups(options.seed, options.groups, options.only)
    tallies, wrong = judge(Extractor(), databases)
    for group, found in wrong[: options.errors]:
        print("missed" if group.code else "false", group.kind)
        for article in group.articles:
            print("   ", article.published, article.text)
        for told in found:
            print("    >", *told)
    print(f"{'kind':<20}{'planted':>9}{'found':>8}{'clean':>8}{'false':>8}")
    for kind, t in [*sorted(tallies.items()), ("all", total(tallies))]:
        print(f"{kind:<20}{t.planted:>9}{t.found:>8}{t.clean:>8}{t.flagged:>8}")


if __name__ == "__main__":
    main()
