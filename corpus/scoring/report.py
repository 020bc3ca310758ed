"""Score a set of records against a folder of gold, and put the numbers in a table."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.readers.archive import InputError
from corpus.scoring.entities import score_clusters, score_dates, score_officials, score_places
from corpus.scoring.figures import score_figures, score_findings
from corpus.scoring.matching import Item
from corpus.scoring.tally import Scores
from schemas.article import compose

# The rows whose F1 scores make up the overall score, as their mean.
HEADS = ("places", "dates", "officials", "programs", "figures", "figures.linked", "activities")
Report = dict[str, Any]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line. Raises InputError if it has others."""
    try:
        text = path.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from error


def score(
    gold: Path, records: Iterable[Item], keep: int = 0, only: str | None = None
) -> tuple[Report, list[str]]:
    """The scores of all gold articles, and up to ``keep`` differences.

    A gold article without a record counts as an empty one.
    """
    by_id = {(r.get("article") or {}).get("id", r.get("id")): r for r in records}
    texts = _texts(gold / "articles.jsonl")
    marked = read_lines(gold / "gold.jsonl")
    scores = Scores(keep, only)
    for entry in marked:
        score_article(scores, entry, by_id.get(entry["id"], {}))
    ids = [entry["id"] for entry in marked]
    misquoted = sum(_misquotes(by_id.get(key, {}), texts[key]) for key in ids if key in texts)
    report = make_report(scores)
    report["spans_not_quoting_the_text"] = misquoted
    missing = sum(key not in by_id for key in ids)
    report["articles"] = {"gold": len(marked), "missing": missing}
    return report, scores.differences


def _texts(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return {a["id"]: compose(a.get("title"), a["text"]) for a in read_lines(path)}


def _misquotes(record: Item, text: str) -> int:
    entries = {key: value for key, value in record.items() if key != "article"}
    return sum(1 for s in _spans(entries) if text[s["start"] : s["end"]] != s["text"])


def _spans(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from _spans(member)


def score_article(scores: Scores, gold: Item, record: Item) -> None:
    """Add the counts of one article."""
    article = gold["id"]
    score_places(scores, article, gold.get("places", []), record.get("places", []))
    score_dates(scores, article, gold.get("dates", []), record.get("dates", []))
    people = score_officials(
        scores, article, gold.get("officials", []), record.get("officials", [])
    )
    clusters = score_clusters(scores, article, gold.get("clusters", []), record)
    score_figures(scores, article, gold.get("figures", []), record, people, clusters)
    score_findings(scores, article, gold.get("findings", []), record.get("findings", []))


def make_report(scores: Scores) -> Report:
    """All rows by name, then the overall score."""
    report: Report = {key: tally.row() for key, tally in sorted(scores.tallies.items())}
    report |= {key: hits.row() for key, hits in sorted(scores.hits.items())}
    counted = [report[key]["f1"] for key in HEADS if key in report]
    known = [f1 for f1 in counted if f1 is not None]
    overall = sum(known) / len(known) if known else None
    return report | {"overall": {"f1": overall, "of": list(HEADS)}}


def format_report(report: Report) -> str:
    """The report as aligned lines for a terminal."""
    return "\n".join([*_rows(report), _footer(report)])


def _rows(report: Report) -> Iterator[str]:
    for key, row in report.items():
        if isinstance(row, dict) and "tp" in row:
            p, r, f1 = (_show(row[name]) for name in ("p", "r", "f1"))
            counts = f"tp {row['tp']} fp {row['fp']} fn {row['fn']}"
            yield f"{key:26s} P {p}  R {r}  F1 {f1}   {counts}"
        elif isinstance(row, dict) and "accuracy" in row:
            yield f"{key:26s} accuracy {_show(row['accuracy'])}  of {row['n']}"


def _footer(report: Report) -> str:
    articles, misquoted = report["articles"], report["spans_not_quoting_the_text"]
    return (
        f"{'articles':26s} {articles['gold']}, missing from the output {articles['missing']}; "
        f"spans that do not quote the text {misquoted}\n"
        f"overall F1 {_show(report['overall']['f1'])}"
    )


def _show(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"
