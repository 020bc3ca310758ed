"""What goes to annotation programs has every span, and comes back as gold."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from hostile_records import IDS, hostile_record
from spacy.tokens import DocBin
from typer.testing import CliRunner

from corpus.annotations.brat import read_brat
from corpus.annotations.doccano import read_doccano
from corpus.annotations.files import write_gold
from corpus.annotations.from_records import make_sheet
from corpus.annotations.labelstudio import read_labelstudio
from corpus.annotations.sheets import (
    ATTRIBUTES,
    RELATIONS,
    SHOWN_ONLY,
    Region,
    Relation,
    Sheet,
    shown,
)
from corpus.annotations.to_gold import gold_article, gold_entry
from corpus.annotations.values import TypedValueError, read_days, read_number
from corpus.exports.brat import write_brat
from corpus.exports.docbin import RECORD, write_docbin
from corpus.exports.doccano import write_doccano
from corpus.exports.formats import FORMATS
from corpus.exports.labelstudio import labeling_config, write_labelstudio
from corpus.readers.archive import InputError
from corpus.scoring.report import HEADS, score
from extractor import Extractor
from extractor.cli import app
from schemas.article import Article
from schemas.record import ArticleRecord
from schemas.references import spans_of

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"
HOSTILE = [hostile_record(key) for key in IDS]
WAYS: dict[str, tuple[Callable[..., None], Callable[..., Iterator[Sheet]]]] = {
    "labelstudio": (write_labelstudio, lambda path: read_labelstudio(path, unreviewed=True)),
    "doccano": (write_doccano, read_doccano),
    "brat": (write_brat, read_brat),
}


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    return list(extractor.pipe(Article.from_source(json.loads(line)) for line in lines))


def spans(record: ArticleRecord) -> list[tuple[int, int]]:
    return sorted((span.start, span.end) for _, span in spans_of(record))


def regions(sheet: Sheet) -> list[Any]:
    """Regions without their ids, which annotation programs give anew."""
    told = [(r.label, r.start, r.end, sorted(r.attributes.items())) for r in sheet.regions]
    return sorted(told)


def relations(sheet: Sheet) -> list[Any]:
    by_id = {r.id: (r.label, r.start, r.end) for r in sheet.regions}
    return sorted((n.type, by_id[n.source], by_id[n.target]) for n in sheet.relations)


def test_sheet_has_every_span_of_the_record(records: list[ArticleRecord]) -> None:
    for record in [*records, *HOSTILE]:
        assert sorted((r.start, r.end) for r in make_sheet(record).regions) == spans(record)


def test_sheet_keeps_to_its_labels_and_relations(records: list[ArticleRecord]) -> None:
    for sheet in map(make_sheet, [*records, *HOSTILE]):
        labels = {r.id: r.label for r in sheet.regions}
        assert len(labels) == len(sheet.regions)
        for region in sheet.regions:
            choices = {a.name: a.choices for a in ATTRIBUTES[region.label]}
            for name, told in region.attributes.items():
                values = told.split(",") if name == "activities" else [told]
                assert not choices[name] or set(values) <= set(choices[name])
        for relation in sheet.relations:
            sources, targets, _ = RELATIONS[relation.type]
            assert labels[relation.source] in sources
            assert labels[relation.target] in targets


@pytest.mark.parametrize("way", WAYS)
def test_sheet_comes_back_as_it_went(
    way: str, records: list[ArticleRecord], tmp_path: Path
) -> None:
    write, read = WAYS[way]
    write([*records, *HOSTILE], tmp_path / "out")
    sheets = [make_sheet(record) for record in [*records, *HOSTILE]]
    found = list(read(tmp_path / "out"))
    assert [s.text for s in found] == [s.text for s in sheets]
    assert [s.origin for s in found] == [s.origin for s in sheets]
    assert [s.findings for s in found] == [s.findings for s in sheets]
    for ours, theirs in zip(sheets, found, strict=True):
        assert regions(theirs) == regions(ours)
        assert relations(theirs) == relations(ours)


@pytest.mark.parametrize("way", WAYS)
def test_uncorrected_export_scores_full_marks(
    way: str, records: list[ArticleRecord], tmp_path: Path
) -> None:
    write, read = WAYS[way]
    write(records, tmp_path / "out")
    assert write_gold(read(tmp_path / "out"), tmp_path / "gold") == len(records)
    report, differences = score(
        tmp_path / "gold", [r.model_dump(mode="json") for r in records], keep=9
    )
    assert differences == []
    assert report["overall"]["f1"] == 1.0
    assert {report[head]["f1"] for head in [*HEADS, "findings"]} == {1.0}
    rows = [row for row in report.values() if isinstance(row, dict) and "accuracy" in row]
    assert {row["accuracy"] for row in rows} == {1.0}
    articles = (tmp_path / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    given = SAMPLE.read_text(encoding="utf-8").splitlines()
    keys = ("id", "title", "published", "url", "source", "text")
    assert [json.loads(line) for line in articles] == [
        {key: json.loads(line).get(key) for key in keys} for line in given
    ]


# What an annotator does


def sheet_of(text: str, *told: tuple[str, str, dict[str, str]]) -> Sheet:
    """A sheet with regions of these (words, label, attributes)."""
    found = [
        Region(f"r{i}", label, text.index(words), text.index(words) + len(words), dict(attributes))
        for i, (words, label, attributes) in enumerate(told)
    ]
    return Sheet("1", None, None, None, None, text, found)


def test_added_naming_joins_the_one_of_the_same_words() -> None:
    text = "خوشه فرش قم و خوشه كيف. فرش ماند."
    sheet = sheet_of(text, ("فرش", "cluster", {"name": "فرش"}), ("كيف", "cluster", {}))
    sheet.regions.append(Region("new", "cluster", 24, 27))
    first, second = gold_entry(sheet)["clusters"]
    assert [m["start"] for m in first["mentions"]] == [5, 24]
    assert second["name"] == "كيف"


def test_relation_joins_namings_of_other_words() -> None:
    text = "مریم کاظمی گفت. کاظمی رفت."
    sheet = sheet_of(text, ("مریم کاظمی", "official", {"name": "مریم کاظمی"}))
    sheet.regions.append(Region("new", "official", 16, 21, {"role_code": "head"}))
    sheet.relations.append(Relation("new", "r0", "same"))
    (official,) = gold_entry(sheet)["officials"]
    assert [m["text"] for m in official["mentions"]] == ["مریم کاظمی", "کاظمی"]


def test_namings_related_in_a_circle_do_not_hang() -> None:
    sheet = sheet_of("الف ب", ("الف", "official", {}), ("ب", "official", {}))
    sheet.relations += [Relation("r0", "r1", "same"), Relation("r1", "r0", "same")]
    assert len(gold_entry(sheet)["officials"]) <= 2


def test_relation_between_wrong_labels_is_left_out() -> None:
    sheet = sheet_of(
        "۵ تن در قم", ("۵ تن", "figure", {"value": "۵"}), ("قم", "place", {"kind": "city"})
    )
    sheet.relations.append(Relation("r0", "r1", "cluster"))
    assert gold_entry(sheet)["figures"][0]["cluster"] is None


def test_figure_tells_its_links_by_name() -> None:
    text = "الف گفت: ۵ نفر از ۹ نفر خوشه گز در ۱۴۰۲"
    sheet = sheet_of(
        text,
        ("الف", "official", {"role": "مدیر"}),
        ("۵ نفر", "figure", {"value": "5", "unit": "person"}),
        ("۹ نفر", "figure", {"value": "9", "currency": "KWD", "optional": "yes"}),
        ("گز", "cluster", {"name": "گز"}),
        ("۱۴۰۲", "date", {"jalali": "1402"}),
    )
    for type_, target in (("speaker", 0), ("part_of", 2), ("cluster", 3), ("period", 4)):
        sheet.relations.append(Relation("r1", f"r{target}", type_))
    part, whole = gold_entry(sheet)["figures"]
    links = part["speaker"], part["part_of"], part["cluster"], part["date"]
    assert links == ("مدیر", "۹ نفر", "گز", "1402")
    assert (whole["unit"], whole["optional"], "optional" in part) == ("KWD", True, False)


@pytest.mark.parametrize(
    ("label", "attributes", "problem"),
    [
        ("figure", {}, "say its value"),
        ("figure", {"value": "چند"}, "value: 'چند' is no number"),
        ("figure", {"value": "1", "unit": "stone"}, "unit: 'stone' is none of the choices"),
        ("place", {}, "say its kind"),
        ("place", {"kind": "planet"}, "kind: 'planet' is none of the choices"),
        ("date", {"jalali": "1402-07-31"}, "there is no such day"),
        ("date", {"jalali": "دیروز"}, "is no Jalali year"),
        ("place", {"kind": "province", "code": "قم"}, "code: 'قم' is no IR-23 of a province"),
        ("place", {"kind": "province", "code": "IR-99"}, "code: 'IR-99' is no IR-23"),
        ("place", {"kind": "province", "code": "AF"}, "code: 'AF' is none of a province"),
        ("place", {"kind": "city", "code": "IR-23"}, "code: 'IR-23' is none of a city"),
        ("date", {"kind": "duration", "duration": "۳ سال"}, "duration: '۳ سال' is no P3Y"),
        ("figure", {"value": "1", "currency": "دینار"}, "currency: 'دینار' is no ISO 4217"),
        ("cluster", {"name": "x", "activities": "tour,sleep"}, "'sleep' is none of the choices"),
    ],
)
def test_what_cannot_be_gold_is_told_with_its_words(
    label: str, attributes: dict[str, str], problem: str
) -> None:
    with pytest.raises(InputError, match=re.escape(problem)) as error:
        gold_entry(sheet_of("۱۲ تن", ("۱۲", label, attributes)))
    assert f"article '1': {label} '۱۲' at 0" in str(error.value)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (0, 99)], ids=str)
def test_region_outside_the_text_is_refused(start: int, end: int) -> None:
    sheet = sheet_of("۱۲ تن")
    sheet.regions.append(Region("x", "place", start, end, {"kind": "city"}))
    with pytest.raises(InputError, match="not in the text"):
        gold_entry(sheet)


def test_missing_values_are_read_from_the_words_if_somebody_can() -> None:
    sheet = sheet_of("۱۲ تن", ("۱۲ تن", "figure", {"indicator": "exports"}))
    figure = gold_entry(sheet, lambda _label, _words: {"value": "12", "indicator": "share"})
    assert figure["figures"][0]["value"] == 12
    assert figure["figures"][0]["indicator"] == "exports"


@pytest.mark.parametrize("text", ["", "x", "1e999999999", "nan", "inf", "۱۲ تن", "1..2"])
def test_numbers_that_are_none(text: str) -> None:
    with pytest.raises(TypedValueError):
        read_number(text)


@pytest.mark.parametrize(
    "text", ["", "402", "1402-13", "1402-00", "1402-12-30", "1403-01-01..1402-01-01", "0000"]
)
def test_days_that_are_none(text: str) -> None:
    with pytest.raises(TypedValueError):
        read_days(text)


def test_leap_year_ends_on_the_thirtieth() -> None:
    assert read_days("1403") == ["1403-01-01", "1403-12-30"]
    assert read_days("1403-12") == ["1403-12-01", "1403-12-30"]


def test_article_without_its_title_is_refused() -> None:
    sheet = sheet_of("متن")
    sheet.title = "تیتر"
    with pytest.raises(InputError, match="does not begin with the title"):
        gold_article(sheet)


def test_shown_text_is_as_long_as_the_text() -> None:
    text = "".join(map(chr, [*range(0x3000), 0x1F600]))
    assert len(shown(text)) == len(text)
    assert shown(text).splitlines() == shown(text).split("\n")


# Label Studio


def labelled(tmp_path: Path, record: ArticleRecord) -> tuple[Path, list[Any]]:
    write_labelstudio([record], tmp_path / "tasks")
    path = tmp_path / "tasks" / "tasks.json"
    return path, json.loads(path.read_text(encoding="utf-8"))


def test_labelstudio_takes_what_was_corrected(tmp_path: Path) -> None:
    path, (task,) = labelled(tmp_path, HOSTILE[1])
    result = task["predictions"][0]["result"]
    value = next(r for r in result if r["id"] == "f2" and r["from_name"] == "figure_value")
    value["value"]["text"] = ["۷"]
    kept = [r for r in result if r.get("id") != "f3" and r.get("from_id") != "f3"]
    wrong = {"result": result, "was_cancelled": True, "updated_at": "2030"}
    old = {"result": result, "updated_at": "2023-01-01T00:00:00Z"}
    new = {"result": kept, "updated_at": "2024-01-01T00:00:00Z"}
    task |= {"annotations": [new, old, wrong]}
    path.write_text(json.dumps([task]), encoding="utf-8")
    (sheet,) = read_labelstudio(path)
    assert [f["value"] for f in gold_entry(sheet)["figures"]] == [10**30, 7]


def test_labelstudio_relation_may_point_back(tmp_path: Path) -> None:
    path, (task,) = labelled(tmp_path, HOSTILE[1])
    for r in task["predictions"][0]["result"]:
        if r["type"] == "relation":
            r["from_id"], r["to_id"], r["direction"] = r["to_id"], r["from_id"], "left"
    path.write_text(json.dumps([task]), encoding="utf-8")
    (sheet,) = read_labelstudio(path, unreviewed=True)
    assert relations(sheet) == relations(make_sheet(HOSTILE[1]))


def test_labelstudio_leaves_out_what_nobody_reviewed(tmp_path: Path) -> None:
    path, _ = labelled(tmp_path, HOSTILE[1])
    assert list(read_labelstudio(path)) == []


@pytest.mark.parametrize("text", ["{}", "[1]", "[{}]", '[{"annotations": [{"result": []}]}]', "no"])
def test_labelstudio_refuses_other_files(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(InputError):
        list(read_labelstudio(tmp_path / "x.json", unreviewed=True))


def test_labelstudio_config_has_every_control() -> None:
    config = labeling_config()
    names = re.findall(r'name="(\w+)"', config)
    assert len(set(names)) == len(names)
    for label, attributes in ATTRIBUTES.items():
        assert f'<Label value="{label}"' in config
        assert {f"{label}_{a.name}" for a in attributes} <= set(names)


# doccano: the rules of its importer


def test_doccano_lines_keep_to_the_importers_rules(
    records: list[ArticleRecord], tmp_path: Path
) -> None:
    write_doccano([*records, *HOSTILE], tmp_path / "d.jsonl")
    lines = (tmp_path / "d.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    for line, record in zip(lines, [*records, *HOSTILE], strict=True):
        example = json.loads(line)
        assert isinstance(example["text"], str)
        assert isinstance(example["khooshechin"], str)
        assert "\x00" not in example["text"]
        numbers = set()
        for entity in example["entities"]:
            assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(example["text"])
            assert 0 < len(entity["label"]) <= 100
            numbers.add(entity["id"])
        assert len(numbers) == len(example["entities"])
        found = sorted((e["start_offset"], e["end_offset"]) for e in example["entities"])
        assert found == spans(record)
        for relation in example["relations"]:
            assert {relation["from_id"], relation["to_id"]} <= numbers
            assert relation["type"]


def test_doccano_gives_values_back_to_regions_that_moved(tmp_path: Path) -> None:
    write_doccano([HOSTILE[1]], tmp_path / "d.jsonl")
    example = json.loads((tmp_path / "d.jsonl").read_text(encoding="utf-8"))
    for entity in example["entities"]:  # as doccano does, ids of its own
        entity["id"] += 500
        if entity["label"] == "figure.exports":
            entity["end_offset"] -= 1
            entity["label"] = "figure.imports"
    for relation in example["relations"]:
        relation["from_id"] += 500
        relation["to_id"] += 500
    told = {"id": 77, "Comments": [], **example}
    (tmp_path / "d.jsonl").write_text(json.dumps(told), encoding="utf-8")
    (sheet,) = read_doccano(tmp_path / "d.jsonl")
    figure = next(f for f in gold_entry(sheet)["figures"] if f["indicator"] == "imports")
    assert (figure["value"], figure["unit"], figure["cluster"]) == (-2.5, "KWD", 'فرش "دستباف"')


@pytest.mark.parametrize("text", ["{}", "[]", "no", '{"text": "x", "khooshechin": "{}"}'])
def test_doccano_refuses_other_files(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(text)
    with pytest.raises(InputError, match=r"x.jsonl:1"):
        list(read_doccano(tmp_path / "x.jsonl"))


# brat


def test_brat_files_are_named_by_number(tmp_path: Path) -> None:
    write_brat(HOSTILE, tmp_path / "b")
    names = {p.relative_to(tmp_path / "b").as_posix() for p in (tmp_path / "b").rglob("*.txt")}
    assert names == {f"0000/{i:07}.txt" for i in range(len(HOSTILE))}


def test_brat_spans_quote_the_text(records: list[ArticleRecord], tmp_path: Path) -> None:
    write_brat([*records, *HOSTILE], tmp_path / "b")
    crossing = 0
    for path in (tmp_path / "b").rglob("*.ann"):
        text = path.with_suffix(".txt").read_bytes().decode()
        lines = path.read_bytes().decode().split("\n")
        for line in lines:
            if line.startswith("T"):
                _, where, words = line.split("\t", 2)
                stretches = [part.split() for part in where.partition(" ")[2].split(";")]
                crossing += len(stretches) > 1
                assert " ".join(text[int(a) : int(b)] for a, b in stretches) == words
    assert crossing  # a statement of several lines


def test_brat_takes_what_was_corrected(tmp_path: Path) -> None:
    write_brat([HOSTILE[1]], tmp_path / "b")
    path = tmp_path / "b" / "0000" / "0000000.ann"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for line in lines for n in re.findall(r"(T\d+)\tfigure .*\t-2 تن", line))
    lines = [line.replace("value=-2.5", "value=۷") for line in lines]
    lines = [line.replace(f"{number} exports", f"{number} imports") for line in lines]
    path.write_text("\n".join(["#9\tAnnotatorNotes R1\tsure?", *lines[::-1]]) + "\r\n", "utf-8")
    (sheet,) = read_brat(tmp_path / "b")
    figures = {f["indicator"]: f["value"] for f in gold_entry(sheet)["figures"]}
    assert figures["imports"] == 7


@pytest.mark.parametrize("line", ["T1\tfigure x y\tz", "T1\tplanet 0 1\tx", "E1 what", "nonsense"])
def test_brat_tells_the_line_it_does_not_know(line: str, tmp_path: Path) -> None:
    write_brat([HOSTILE[1]], tmp_path / "b")
    path = tmp_path / "b" / "0000" / "0000000.ann"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"0000000.ann:1"):
        list(read_brat(tmp_path / "b"))


def test_brat_does_not_leave_its_folder(tmp_path: Path) -> None:
    write_brat([HOSTILE[1]], tmp_path / "b")
    index = tmp_path / "b" / "articles.jsonl"
    told = json.loads(index.read_text(encoding="utf-8"))
    for name in ("../../etc/passwd", "/etc/passwd"):
        index.write_text(json.dumps(told | {"file": name}), encoding="utf-8")
        with pytest.raises(InputError, match="outside"):
            list(read_brat(tmp_path / "b"))


# spaCy


def test_docbin_has_every_span(records: list[ArticleRecord], tmp_path: Path) -> None:
    given = [*records, *HOSTILE]
    write_docbin(given, tmp_path / "s")
    vocab = spacy.blank("fa").vocab
    docs = [
        doc
        for path in sorted((tmp_path / "s").glob("*.spacy"))
        for doc in DocBin().from_disk(path).get_docs(vocab)
    ]
    for doc, record in zip(docs, given, strict=True):
        assert doc.text == record.article.text
        assert set(doc.spans) == set(ATTRIBUTES)
        found = [span for group in doc.spans.values() for span in group]
        assert sorted((s.start_char, s.end_char) for s in found) == spans(record)
        assert {s.id_ for s in found} == {r.id for r in make_sheet(record).regions}
        assert ArticleRecord.model_validate_json(doc.user_data[RECORD]) == record
    figures = next(docs[0].spans[g] for g in docs[0].spans if g == "figure")
    assert {s.label_ for s in figures} == {f.indicator.value for f in records[0].figures}


# Commands


def test_commands_lead_from_records_to_scores(
    records: list[ArticleRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "".join(r.model_dump_json() + "\n" for r in records[:3])
    Path("records.jsonl").write_text(lines, encoding="utf-8")
    for told in (
        "export records.jsonl -o tasks --to labelstudio",
        "gold tasks -o gold --from labelstudio --unreviewed",
        "evaluate --gold gold --pred records.jsonl",
    ):
        result = CliRunner().invoke(app, told.split())
        assert result.exit_code == 0, result.output
    assert "overall F1 1.000" in result.output


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("gold tasks -o gold --from labelstudio", 1),
        ("gold tasks -o gold --from word", 2),
        ("gold absent -o gold --from doccano", 2),
        ("gold tasks -o gold --from brat", 2),
    ],
    ids=["unreviewed", "format", "absent", "other"],
)
def test_gold_says_what_is_wrong(
    told: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_labelstudio([HOSTILE[1]], Path("tasks"))
    assert CliRunner().invoke(app, told.split()).exit_code == code


_GOLD = ["gold", "d.jsonl", "-o", "gold", "--from", "doccano"]


def test_figure_marked_by_hand_gets_its_value_from_its_words(
    records: list[ArticleRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_doccano(records[:1], Path("d.jsonl"))
    example = json.loads(Path("d.jsonl").read_text(encoding="utf-8"))
    kept = json.loads(example["khooshechin"])
    kept["regions"] = [r for r in kept["regions"] if r[0] != "figure"]
    example["khooshechin"] = json.dumps(kept)
    Path("d.jsonl").write_text(json.dumps(example), encoding="utf-8")
    assert CliRunner().invoke(app, _GOLD).exit_code == 0
    (line,) = Path("gold/gold.jsonl").read_text(encoding="utf-8").splitlines()
    found = {(f["text"], f["value"]) for f in json.loads(line)["figures"]}
    assert found == {(f.span.text, f.value) for f in records[0].figures}


def test_documentation_tells_what_is_carried() -> None:
    page = (SAMPLE.parents[2] / "docs" / "annotation.md").read_text(encoding="utf-8")
    for label, attributes in ATTRIBUTES.items():
        assert f"| `{label}` |" in page
        if label not in SHOWN_ONLY:
            assert all(f"`{a.name}`" in page for a in attributes)
    assert all(f"| `{name}` |" in page for name in RELATIONS)
    assert {"labelstudio", "doccano", "brat", "spacy"} <= set(FORMATS)
