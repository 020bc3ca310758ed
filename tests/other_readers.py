"""Read exports back with the programs they are for, in an environment of those programs.

``python tests/other_readers.py EXPORTS RECORDS`` where EXPORTS holds a folder or file a format,
each under its name, and RECORDS is the JSONL they were made from. Nothing of ours is imported:
what must be there is worked out from the records alone.
"""

import json
import sys
from collections import Counter
from pathlib import Path

SPANS = ("span", "status_span", "mentions", "spans")


def spans(value):
    """Every span of a record, as (start, end), however deep."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value["start"], value["end"]
        value = [v for k, v in value.items() if k not in ("article", "provenance")]
    if isinstance(value, list):
        for member in value:
            yield from spans(member)


def check_brat(folder, records):
    """edsnlp finds every span, with attributes, and every relation between spans."""
    from edsnlp.data.standoff import parse_standoff_file

    texts = sorted(folder.rglob("*.txt"))
    assert len(texts) == len(records)
    for path, record in zip(texts, records, strict=True):
        doc = parse_standoff_file(str(path), [str(path.with_suffix(".ann"))])
        text = record["article"]["text"]
        assert len(doc["text"]) == len(text)
        found = Counter()
        for entity in doc["entities"]:
            bounds = [b for f in entity["fragments"] for b in (f["begin"], f["end"])]
            found[min(bounds), max(bounds)] += 1
        assert found == Counter(spans(record)), record["article"]["id"][:50]
        figures = [e for e in doc["entities"] if e["label"] == "figure"]
        told = [e["attributes"]["figure_indicator"] for e in figures]
        assert told == [figure["indicator"] for figure in record["figures"]]


def check_labelstudio(folder, records):
    """The SDK accepts configuration, tasks and suggestions; every span quotes its text."""
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "config.xml").read_text(encoding="utf-8"))
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_bytes())
    assert len(tasks) == len(records)
    for task, record in zip(tasks, records, strict=True):
        interface.validate_task({"data": task["data"]})
        (prediction,) = task["predictions"]
        errors = interface.validate_prediction(prediction, return_errors=True)
        assert not errors, errors[:3]
        values = [r["value"] for r in prediction["result"] if r.get("from_name") == "label"]
        assert all(task["data"]["text"][v["start"] : v["end"]] == v["text"] for v in values)
        assert Counter((v["start"], v["end"]) for v in values) == Counter(spans(record))


def check_frictionless(folder, records):
    """The data package is valid: types, vocabularies, keys, hashes."""
    from frictionless import Package, system

    system.trusted = True
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "rowNumber", "message"])[:5]
    rows = package.get_resource("figures").read_rows()
    assert len(rows) == sum(len(record["figures"]) for record in records)


def check_huggingface(folder, records):
    """Croissant is valid and its record sets can be read; so can the card's configurations."""
    import mlcroissant
    import pandas
    import yaml

    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not dataset.metadata.issues.errors
    wanted = [(r["article"]["id"], f["id"]) for r in records for f in r["figures"]]
    rows = list(dataset.records("figures"))
    keys = [(row["figures/article_id"].decode(), row["figures/id"].decode()) for row in rows]
    assert keys == wanted
    card = (folder / "README.md").read_text(encoding="utf-8")
    for config in yaml.safe_load(card.split("---")[1])["configs"]:
        assert pandas.read_parquet(folder / config["data_files"]) is not None


def main(exports, records):
    """Check all; the exit code says whether all was right."""
    made = [json.loads(line) for line in records.read_text(encoding="utf-8").split("\n") if line]
    for name, check in list(globals().items()):
        if name.startswith("check_"):
            check(exports / name.removeprefix("check_"), made)
            print(f"{name.removeprefix('check_')}: {len(made)} articles as they went in")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
