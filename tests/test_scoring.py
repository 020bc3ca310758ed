"""Our scoring agrees with the rules it follows, and the sample's scores do not fall."""

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from corpus.scoring.matching import pair_up, squash
from corpus.scoring.report import HEADS, format_report, read_lines, score

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpus" / "sample"
EVAL = ROOT.parent / "shared" / "eval"
GOLD_SETS = [SAMPLE, EVAL / "dev", EVAL / "real-dev"]


def as_record(gold: dict[str, Any]) -> dict[str, Any]:
    """The record that says exactly what the gold says."""
    people = {p["name"] or p["role"]: f"o{i}" for i, p in enumerate(gold["officials"])}
    clusters = {c["name"]: f"c{i}" for i, c in enumerate(gold["clusters"])}
    figures = {f["text"]: f"f{i}" for i, f in enumerate(gold["figures"])}
    dates = [d | {"id": f"d{i}", "jalali": _days(d)} for i, d in enumerate(gold["dates"])]

    def date_of(day: str | None) -> str | None:
        for d in dates:
            if day and d["jalali"] and all(end.startswith(day) for end in d["jalali"].values()):
                return str(d["id"])
        return None

    record: dict[str, Any] = {"article": {"id": gold["id"]}, "places": gold["places"]}
    record["officials"] = [p | {"id": people[p["name"] or p["role"]]} for p in gold["officials"]]
    record["clusters"] = [c | {"id": clusters[c["name"]]} for c in gold["clusters"]]
    record["programs"] = [
        {
            "cluster": clusters[c["name"]],
            "status": c["status"],
            "start": date_of(c.get("start")),
            "end": date_of(c.get("end")),
            "activities": [{"type": t} for t in c.get("activities", [])],
        }
        for c in gold["clusters"]
    ]
    record["figures"] = [
        f
        | {
            "id": f"f{i}",
            "cluster": clusters.get(f.get("cluster")),
            "speaker": people.get(f.get("speaker")),
            "part_of": figures.get(f.get("part_of")),
            "date": date_of(f.get("date")),
        }
        for i, f in enumerate(gold["figures"])
    ]
    record["findings"] = [{"code": code} for code in gold["findings"]]
    return record | {"dates": dates}


def _days(date: dict[str, Any]) -> dict[str, str] | None:
    return {"start": date["jalali"][0], "end": date["jalali"][1]} if date["jalali"] else None


def damage(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Drop, move and change entries here and there."""
    damaged = json.loads(json.dumps(record))
    for group in ("places", "dates", "officials", "clusters", "figures", "findings"):
        damaged[group] = [entry for entry in damaged[group] if dice.random() > 0.1]
        for entry in damaged[group]:
            for key in list(entry):
                if dice.random() < 0.1 and key not in ("id", "mentions", "text"):
                    entry[key] = _other(entry[key], dice)
    return damaged


def _other(value: Any, dice: random.Random) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return max(0, int(value) + dice.choice([-9, -1, 1, 9]))
    return dice.choice([None, "other", "IR-01"]) if isinstance(value, str) else None


@pytest.fixture(scope="module")
def reference() -> Any:
    path = EVAL / "score.py"
    if not path.exists():
        pytest.skip("the reference scorer is not beside the project")
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("folder", GOLD_SETS, ids=lambda p: p.name)
def test_scores_agree_with_the_reference(folder: Path, seed: int, reference: Any) -> None:
    dice = random.Random(seed)
    gold = read_lines(folder / "gold.jsonl")
    records = [damage(as_record(entry), dice) for entry in gold if dice.random() > 0.1]
    report, differences = score(folder, records, keep=10_000)

    scorer = reference.Scorer(10_000)
    by_id = {record["article"]["id"]: record for record in records}
    for entry in gold:
        scorer.article(entry, by_id.get(entry["id"], {}))
    expected = scorer.report()

    misquoted, articles = report.pop("spans_not_quoting_the_text"), report.pop("articles")
    assert json.dumps(report) == json.dumps(expected)
    assert differences == scorer.errors
    assert articles == {"gold": len(gold), "missing": len(gold) - len(records)}
    texts = {a["id"]: a for a in read_lines(folder / "articles.jsonl")}
    assert misquoted == sum(
        reference.check_spans(record, _composed(texts[record["article"]["id"]]))
        for record in records
    )


def _composed(article: dict[str, Any]) -> str:
    return f"{article['title']}\n{article['text']}" if article.get("title") else article["text"]


def test_gold_scores_full_marks_against_itself() -> None:
    records = [as_record(entry) for entry in read_lines(SAMPLE / "gold.jsonl")]
    report, differences = score(SAMPLE, records, keep=50, only="figures")
    for head in HEADS:
        if head != "figures.linked":  # gold names a person by role where there is no name
            assert report[head]["f1"] == 1.0
    assert report["findings"]["f1"] == 1.0
    assert report["spans_not_quoting_the_text"] == 0
    assert differences == []


def test_missing_records_cost_recall() -> None:
    report, _ = score(SAMPLE, [])
    assert report["articles"] == {"gold": 24, "missing": 24}
    assert report["overall"]["f1"] == 0.0
    assert "missing from the output 24" in format_report(report)


def test_optional_entry_neither_gains_nor_costs(tmp_path: Path) -> None:
    place = {"start": 0, "end": 2, "text": "قم", "kind": "city", "code": None}
    gold = {"id": "a", "places": [place | {"optional": True}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    found = {"id": "a", "places": [{"span": place, "kind": "province", "code": None}]}
    for record in (found, {"id": "a"}):
        row = score(tmp_path, [record])[0]["places"]
        assert (row["tp"], row["fp"], row["fn"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("خوشه\u200cهای", "خوشه های", True),
        ("كيف و كفش", "کیف و کفش", True),
        ("«فرش»", "فرش", True),
        ("فرش", "قالی", False),
    ],
    ids=["half-space", "arabic-letters", "quotes", "other-word"],
)
def test_squash_folds_typography_alone(one: str, other: str, same: bool) -> None:
    assert (squash(one) == squash(other)) is same


def test_pairs_prefer_the_most_alike() -> None:
    likeness = {(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8}
    gold, found = [{"n": 0}, {"n": 1}], [{"n": 0}, {"n": 1}]
    pairs = pair_up(gold, found, lambda g, f: likeness.get((g["n"], f["n"]), 0.0))
    assert pairs == [(0, 1)]
