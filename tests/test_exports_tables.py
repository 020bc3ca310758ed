"""Tables come back from their real readers as they went in."""

import csv
import gzip
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from hostile_records import IDS, hostile_record
from openpyxl.utils.escape import unescape
from rights import bound_by_rights, public_folder
from typer.testing import CliRunner

from corpus.exports.formats import FORMATS, writer
from corpus.exports.reference import refreshed
from corpus.exports.rows import context, rows
from corpus.exports.source import read_export_records
from corpus.exports.spreadsheets import CELL, cell_text, guard
from corpus.exports.sqlite_schema import TABLE_COLUMNS
from corpus.exports.tables import TABLES
from corpus.exports.xlsx import GUIDE
from corpus.folding import fold, joined_words, match_query
from corpus.readers.archive import InputError
from corpus.sinks.atomic import OutputError, atomic_folder
from extractor import Extractor
from extractor.cli import app
from schemas.article import Article
from schemas.errors import KhooshechinError
from schemas.record import ArticleRecord
from schemas.vocabularies import Indicator

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample" / "articles.jsonl"
HOSTILE = [hostile_record(key) for key in IDS]


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    articles = [Article.from_source(json.loads(line)) for line in lines[:8]]
    return [*extractor.pipe(articles), *HOSTILE]


def expected(records: list[ArticleRecord], table: str) -> list[tuple[Any, ...]]:
    return [row for record in records for name, row in rows(record) if name == table]


def digest(path: Path) -> str:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    parts = (f"{p.name}:{hashlib.sha256(p.read_bytes()).hexdigest()}" for p in files)
    return "\n".join(parts)


@pytest.mark.parametrize("name", FORMATS)
def test_same_records_give_the_same_bytes(
    name: str, records: list[ArticleRecord], tmp_path: Path
) -> None:
    once, again = tmp_path / "once" / "out", tmp_path / "again" / "out"
    for output in (once, again, again):  # over an earlier export too
        writer(name)(iter(records), output)
    assert digest(once) == digest(again)
    assert [p.name for p in again.parent.iterdir()] == ["out"]


def test_an_extractor_beside_duckdb_ends_in_silence() -> None:
    code = "import duckdb, extractor.extractor as e; e._settle_collector()"
    root = {"PYTHONPATH": str(SAMPLE.parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | root, capture_output=True)
    assert done.stderr == b""


@pytest.mark.parametrize("name", FORMATS)
def test_broken_export_leaves_nothing(name: str, tmp_path: Path) -> None:
    def broken() -> Iterator[ArticleRecord]:
        yield HOSTILE[0]
        raise RuntimeError("pulled")

    with pytest.raises(RuntimeError, match="pulled"):
        writer(name)(broken(), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


# In a process of its own, since the limit on the size of files stands for all of it.
FULL = """
import resource, signal, sys
from pathlib import Path
from hostile_records import hostile_record
from corpus.exports.formats import FORMATS, writer

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
records = [hostile_record(f"a{i}") for i in range(60)]
writers = {name: writer(name) for name in FORMATS if name != "spacy"}
import duckdb, xlsxwriter.exceptions
resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))
for name, write in writers.items():
    try:
        write(records, Path(sys.argv[1]) / name)
    except OSError:
        continue
    sys.exit(f"{name}: no OSError")
"""


def test_full_disk_is_an_error_that_leaves_nothing(tmp_path: Path) -> None:
    told = [sys.executable, "-c", FULL, str(tmp_path)]
    paths = os.pathsep.join([str(SAMPLE.parents[2]), str(Path(__file__).parent)])
    done = subprocess.run(told, env=os.environ | {"PYTHONPATH": paths}, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_records_give_an_export_without_rows(name: str, tmp_path: Path) -> None:
    writer(name)([], tmp_path / "out")
    assert (tmp_path / "out").exists()


def test_rows_fit_their_tables(records: list[ArticleRecord]) -> None:
    widths = {table.name: len(table.columns) for table in TABLES}
    made = [(name, row) for record in records for name, row in rows(record)]
    assert {name for name, _ in made} == set(widths)
    for name, row in made:
        assert len(row) == widths[name]
    for table in TABLES:
        for row in expected(records, table.name):
            required = [v for c, v in zip(table.columns, row, strict=True) if c.required]
            assert None not in required


def test_context_is_cut_at_words_within_the_line() -> None:
    text = "بالا\n" + "کلمه " * 100 + "۱۲ واحد " + "دیگر " * 100 + "\nپایین"
    start = text.index("۱۲")
    found = context(text, start, start + 2)
    assert "۱۲ واحد" in found
    assert len(found) <= 2 * 120 + 2
    assert set(found.split()) == {"کلمه", "۱۲", "واحد", "دیگر"}


# SQLite


@pytest.fixture(scope="module")
def database(
    records: list[ArticleRecord], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sqlite") / "records.db"
    writer("sqlite")(records, path)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_sqlite_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_sqlite_holds_every_row(
    table: Any, database: sqlite3.Connection, records: list[ArticleRecord]
) -> None:
    wanted = expected(records, table.name)
    kept = [n for n in table.names if n in {c.name for c in TABLE_COLUMNS[table.name]}]
    told = f"SELECT {', '.join(['key', *kept])} FROM {table.name} ORDER BY key"
    at = [table.names.index(name) for name in kept]
    rows = [(key, *(row[i] for i in at)) for key, row in enumerate(wanted, 1)]
    assert database.execute(told).fetchall() == rows


def test_sqlite_spans_quote_the_text(database: sqlite3.Connection) -> None:
    tables = [t.name for t in TABLES if "span_start" in t.names]
    for table in tables:
        query = f"""SELECT span_text, a.text, span_start, span_end FROM {table} t
            JOIN article_texts a ON a.key = t.article_key WHERE span_start IS NOT NULL"""
        found = database.execute(query).fetchall()
        assert found
        # Not with substr(): SQLite's ends at a NUL.
        assert all(text[start:end] == words for words, text, start, end in found)


def test_sqlite_keeps_texts_apart(
    database: sqlite3.Connection, records: list[ArticleRecord]
) -> None:
    query = "SELECT a.id, t.text FROM articles a JOIN article_texts t USING (key) ORDER BY key"
    wanted = [(r.article.id, r.article.text) for r in records]
    assert database.execute(query).fetchall() == wanted


def test_sqlite_references_lead_to_the_same_entries(
    database: sqlite3.Connection, records: list[ArticleRecord]
) -> None:
    query = """SELECT a.id, f.id, c.id, d.id, o.id, w.id FROM figures f
        JOIN articles a ON a.key = f.article_key
        LEFT JOIN clusters c ON c.key = f.cluster_key LEFT JOIN dates d ON d.key = f.date_key
        LEFT JOIN officials o ON o.key = f.speaker_key LEFT JOIN figures w ON w.key = f.part_of_key
        ORDER BY f.key"""
    wanted = [
        (r.article.id, f.id, f.cluster, f.date, f.speaker, f.part_of)
        for r in records
        for f in r.figures
    ]
    assert database.execute(query).fetchall() == wanted
    query = """SELECT a.id, x.id, r.entry_id FROM finding_refs r JOIN findings x
        ON x.key = r.finding_key JOIN articles a ON a.key = r.article_key
        JOIN figures f ON f.key = r.entry_key AND f.id = r.entry_id AND f.article_key = a.key
        WHERE r.entry_group = 'figures' ORDER BY r.key"""
    refs = [(r.article.id, x.id, key) for r in records for x in r.findings for key in x.refs]
    assert database.execute(query).fetchall() == [ref for ref in refs if ref[2].startswith("f")]


def test_sqlite_every_reference_has_an_index(database: sqlite3.Connection) -> None:
    for table, columns in TABLE_COLUMNS.items():
        indexes = [row[1] for row in database.execute(f"PRAGMA index_list({table})")]
        first = {database.execute(f"PRAGMA index_info({i})").fetchone()[2] for i in indexes}
        assert {c.name for c in columns if c.refers_to} <= first


# What the desk asks: (question, query). Each must be answered by an index.
QUESTIONS = {
    "article": "SELECT * FROM articles WHERE id = 'dev-01'",
    "newest": "SELECT key FROM articles ORDER BY published DESC LIMIT 20",
    "figures-of-article": "SELECT * FROM figures WHERE article_key = 1",
    "findings-of-article": "SELECT * FROM findings WHERE article_key = 1",
    "cluster": "SELECT * FROM clusters WHERE name_folded = 'فرش' AND province = 'IR-25'",
    "cluster-figures": "SELECT * FROM figures WHERE cluster_key = 1",
    "cluster-status": "SELECT * FROM programs WHERE cluster_key = 1",
    "province-clusters": "SELECT name_folded FROM clusters WHERE province = 'IR-10'",
    "province-figures": "SELECT * FROM figures WHERE province = 'IR-10' AND indicator = 'exports'",
    "indicator-by-year": "SELECT * FROM figures WHERE indicator = 'exports' AND year = 1402",
    "year": "SELECT * FROM figures WHERE year = 1402",
    "official": "SELECT * FROM officials WHERE name_folded = 'الف'",
    "official-said": "SELECT * FROM figures WHERE speaker_key = 1",
    "official-statements": "SELECT * FROM statements WHERE speaker_key = 1",
    "findings": "SELECT * FROM findings WHERE code = 'figure_conflict' ORDER BY article_key",
    "findings-of-figure": "SELECT * FROM finding_refs WHERE entry_group = 'figures' "
    "AND entry_key = 1",
    "conflicts": "SELECT * FROM figures WHERE indicator = 'exports' AND unit = 'USD' "
    "AND province = 'IR-10' AND year = 1402",
    "recycled": "SELECT * FROM figures WHERE indicator = 'exports' AND value = 5.0",
    "facets": "SELECT * FROM facets WHERE facet = 'province' ORDER BY articles DESC LIMIT 30",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_sqlite_answers_the_desk_by_an_index(question: str, database: sqlite3.Connection) -> None:
    plan = database.execute(f"EXPLAIN QUERY PLAN {QUESTIONS[question]}").fetchall()
    told = " ".join(row[3] for row in plan)
    assert "INDEX" in told or "PRIMARY KEY" in told
    assert "TEMP B-TREE" not in told


def test_sqlite_facets_count_articles_and_figures(
    database: sqlite3.Connection, records: list[ArticleRecord]
) -> None:
    found = dict(
        database.execute("SELECT value, figures FROM facets WHERE facet = 'indicator'").fetchall()
    )
    figures = [f.indicator.value for r in records for f in r.figures]
    assert found == {name: figures.count(name) for name in set(figures)}


@pytest.fixture
def searched(tmp_path: Path, extractor: Extractor) -> Any:
    """A function from a text and a query to whether the query finds the text."""

    def finds(text: str, query: str) -> bool:
        record = extractor.extract(Article(id="1", text=text))
        writer("sqlite")([record], tmp_path / "one.db")
        connection = sqlite3.connect(tmp_path / "one.db")
        told = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
        found = connection.execute(told, (match_query(query),)).fetchall()
        connection.close()
        return found == [(1,)]

    return finds


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("خوشه كيف", "کیف", True),
        ("خوشه کیف", "كيف", True),
        ("خوشه\u200cهای فرش", "خوشه", True),
        ("خوشه\u200cهای فرش", "خوشههای", True),
        ("خوشههای فرش", "خوشه\u200cهای", True),
        ("خوشههای فرش", "خوشه", True),
        ("خوشه های فرش", "خوشه\u200cهای", True),
        ("مُهندس", "مهندس", True),
        ("مهنـدس", "مهندس", True),
        ("سال ۱۴۰۲", "1402", True),
        ("سال ١٤٠٢", "۱۴۰۲", True),
        ("در قم فرش و کیف", '"فرش و کیف"', True),
        ("در قم کیف و فرش", '"فرش و کیف"', False),
        ("در قم فرش", "فرش کیف", False),
        ("در قم فرش", 'فرش" OR NEAR(', False),
    ],
    ids=str,
)
def test_search_folds_what_is_typed_and_what_is_read(
    text: str, query: str, found: bool, searched: Any
) -> None:
    assert searched(text, query) is found


@pytest.mark.parametrize("query", ["", "  ", '"', "*", "()", '""', "AND", 'a" OR "b', "-x", "^a:b"])
def test_any_query_is_one_sqlite_can_read(query: str, database: sqlite3.Connection) -> None:
    told = match_query(query)
    if told:
        database.execute("SELECT 1 FROM articles_fts WHERE articles_fts MATCH ?", (told,))


def test_snippets_show_the_words_of_the_text(database: sqlite3.Connection) -> None:
    told = "SELECT snippet(articles_fts, 1, '[', ']', '', 9) FROM articles_fts('صنعتی')"
    shown = [row[0] for row in database.execute(told)]
    assert shown
    assert all(fold(s[s.index("[") + 1 : s.index("]")]) == "صنعتی" for s in shown)


def test_figures_are_found_by_what_they_are_about(database: sqlite3.Connection) -> None:
    told = "SELECT f.id FROM figures_fts s JOIN figures f ON f.key = s.rowid WHERE s.words MATCH ?"
    assert database.execute(told, (match_query("مریم سادات واحد"),)).fetchall()


def test_figures_are_found_by_their_indicator(database: sqlite3.Connection) -> None:
    of_it = {r[0] for r in database.execute("SELECT key FROM figures WHERE indicator = 'exports'")}
    for words in (Indicator.EXPORTS.fa, Indicator.EXPORTS.en):
        found = database.execute(
            "SELECT rowid FROM figures_fts WHERE figures_fts MATCH ?", (match_query(words),)
        )
        assert of_it
        assert of_it <= {row[0] for row in found}


def test_joined_words_leave_words_without_half_spaces_out() -> None:
    assert joined_words("می\u200cرود خانه کتاب\u200cها") == "میرود کتابها"


def test_sqlite_refuses_an_id_that_came_before(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="UNIQUE"):
        writer("sqlite")([HOSTILE[0], HOSTILE[0]], tmp_path / "records.db")
    assert list(tmp_path.iterdir()) == []


# Parquet


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_parquet_holds_every_row(
    table: Any, records: list[ArticleRecord], exported: dict[str, Path]
) -> None:
    file = exported["parquet"] / f"{table.name}.parquet"
    found = duckdb.read_parquet(str(file)).fetchall()
    wanted = [
        tuple(_typed(c.type, v) for c, v in zip(table.columns, row, strict=True))
        for row in expected(records, table.name)
    ]
    assert found == wanted


def _typed(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "date":
        return date.fromisoformat(value)
    return float(value) if kind == "number" else value


@pytest.fixture(scope="module")
def exported(
    records: list[ArticleRecord], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    found = {}
    for name in ("parquet", "csv", "excel-csv", "xlsx", "frictionless", "huggingface"):
        found[name] = folder / name / "out with ' quote"
        writer(name)(records, found[name])
    return found


# CSV


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_csv_holds_every_row(
    table: Any, records: list[ArticleRecord], exported: dict[str, Path]
) -> None:
    data = (exported["csv"] / f"{table.name}.csv").read_bytes()
    header, *found = csv.reader(io.StringIO(data.decode(), newline=""))
    assert tuple(header) == table.names
    wanted = expected(records, table.name)
    assert found == [["" if v is None else str(v) for v in row] for row in wanted]


def test_excel_csv_has_a_mark_and_no_formula(exported: dict[str, Path]) -> None:
    for table in TABLES:
        data = (exported["excel-csv"] / f"{table.name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        _, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        for row in found:
            for column, cell in zip(table.columns, row, strict=True):
                if column.type in ("integer", "number"):
                    assert not cell or float(cell) is not None
                else:
                    assert not cell.lstrip(" \u200f\u202b").startswith(tuple("=+-@\t\r\n"))
                assert "\x00" not in cell


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@a", "\tx", "\r=1", " =1", "\u200f=1", "＝1", "\u202b@a"], ids=repr
)
def test_guard_marks_what_a_spreadsheet_would_run(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["فرش", "۱۲ واحد", "a=b", "", "«=»"], ids=repr)
def test_guard_leaves_words_alone(cell: str) -> None:
    assert guard(cell) == cell


def test_cell_is_cut_between_letters() -> None:
    cut = cell_text("😀" * CELL)
    assert len(cut.encode("utf-16-le")) // 2 == CELL - 1
    assert set(cut) == {"😀"}


# xlsx


@pytest.fixture(scope="module")
def book(exported: dict[str, Path]) -> Iterator[Any]:
    # openpyxl goes by the name, and the name of the output is the user's affair.
    with exported["xlsx"].open("rb") as file:
        yield openpyxl.load_workbook(file)


def test_xlsx_is_right_to_left_with_a_guide(book: Any) -> None:
    assert book.sheetnames == [GUIDE, *(table.fa for table in TABLES)]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    guide = [row for row in book[GUIDE].values if row[0]]
    for table in TABLES:
        told = [row[2] for row in guide if row[0] == table.fa]
        assert told == list(table.names)


def test_xlsx_has_no_formula(book: Any) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"n", "s", "d", "inlineStr"}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_xlsx_holds_every_row(table: Any, records: list[ArticleRecord], book: Any) -> None:
    header, *found = book[table.fa].values
    assert header == tuple(column.fa for column in table.columns)
    wanted = [
        tuple(_cell(c, v) for c, v in zip(table.columns, row, strict=True))
        for row in expected(records, table.name)
    ]
    assert [tuple(map(_read, row)) for row in found] == wanted


def _cell(column: Any, value: Any) -> Any:
    if column.type == "date" and value:
        return datetime.fromisoformat(value)
    if isinstance(value, str):
        label = {m.value: m.fa for m in column.vocabulary or ()}.get(value, value)
        return _read(cell_text(label)) or None
    return float(f"{value:.16G}") if isinstance(value, int | float) else value


def _read(value: Any) -> Any:
    # The format's own spelling of a carriage return, which this reader leaves to us.
    return unescape(value) if isinstance(value, str) else value


# Packages


def test_packages_name_files_that_are_there(exported: dict[str, Path]) -> None:
    package = json.loads((exported["frictionless"] / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        data = (exported["frictionless"] / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
    croissant = json.loads((exported["huggingface"] / "croissant.json").read_bytes())
    card = (exported["huggingface"] / "README.md").read_text(encoding="utf-8")
    for file in croissant["distribution"]:
        data = (exported["huggingface"] / file["contentUrl"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert f"data_files: {file['contentUrl']}" in card


# Input, output, command


def test_folder_of_somebody_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("five years")
    with pytest.raises(OutputError, match="choose a new folder"), atomic_folder(tmp_path / "mine"):
        pass
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "five years"


def write_lines(path: Path, records: list[ArticleRecord]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(r.model_dump_json() + "\n" for r in records), encoding="utf-8")
    return path


def test_export_reads_a_finished_run(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["run", str(SAMPLE), "-o", str(tmp_path / "run")]).exit_code == 0
    told = [str(tmp_path / "run"), "-o", str(tmp_path / "merged.jsonl")]
    assert CliRunner().invoke(app, ["merge", *told]).exit_code == 0
    found = list(read_export_records(tmp_path / "run"))
    assert found == list(read_export_records(tmp_path / "merged.jsonl"))
    assert len(found) == 24


def test_export_reads_hostile_records_and_their_gzip(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "records.jsonl", HOSTILE)
    packed = tmp_path / "records.jsonl.gz"
    packed.write_bytes(gzip.compress(source.read_bytes()))
    assert list(read_export_records(source)) == HOSTILE
    assert list(read_export_records(packed)) == HOSTILE
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(InputError, match="ends too early"):
        list(read_export_records(packed))


def test_folder_without_a_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(KhooshechinError, match="holds no run"):
        list(read_export_records(tmp_path))


def test_export_tells_the_line_that_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('\n{"id": "1"}\n')
    with pytest.raises(InputError, match=r"a.jsonl:2: schema|a.jsonl:2: article"):
        list(read_export_records(tmp_path / "a.jsonl"))


def test_export_command(records: list[ArticleRecord], tmp_path: Path) -> None:
    source = write_lines(tmp_path / "records.jsonl", records[:2])
    output = tmp_path / "records.db"
    told = ["export", str(source), "-o", str(output), "--to", "sqlite"]
    assert CliRunner().invoke(app, told).exit_code == 0
    with sqlite3.connect(output) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["records.jsonl", "-o", "out", "--to", "word"], 2),
        (["absent.jsonl", "-o", "out", "--to", "csv"], 2),
        (["records.jsonl", "-o", "records.jsonl", "--to", "sqlite"], 2),
        (["records.jsonl", "-o", "/proc/out", "--to", "csv"], 3),
    ],
    ids=["format", "input", "same", "read-only"],
)
def test_export_says_what_is_wrong(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = write_lines(tmp_path / "records.jsonl", [])
    assert CliRunner().invoke(app, ["export", *arguments]).exit_code == code
    assert list(tmp_path.iterdir()) == [source]


def test_export_into_a_read_only_folder_is_told() -> None:
    with public_folder() as folder:
        source = str(write_lines(folder / "records.jsonl", []))
        for name in FORMATS:
            out = str(folder / "closed" / name)
            with bound_by_rights():
                done = CliRunner().invoke(app, ["export", source, "-o", out, "--to", name])
            assert done.exit_code == 3, name
            assert "Permission denied" in done.stderr


def test_documentation_shows_the_tables_and_formats() -> None:
    page = (SAMPLE.parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert refreshed(page) == page  # python -m corpus.exports.reference docs/exports.md
    for name, (_, _, told) in FORMATS.items():
        assert f"| `{name}` | {told} |" in page


@pytest.mark.parametrize("spoil", [lambda _: b"no gzip", lambda data: data[:-8] + bytes(8)])
def test_damaged_gzip_of_records_is_told(tmp_path: Path, spoil: Any) -> None:
    packed = gzip.compress(b"\n" * 900_000)
    (tmp_path / "records.jsonl.gz").write_bytes(spoil(packed))
    to = ["--to", "sqlite", "-o", str(tmp_path / "x.sqlite")]
    done = CliRunner().invoke(app, ["export", str(tmp_path / "records.jsonl.gz"), *to])
    assert done.exit_code == 2, done.output
    assert "is no gzip, or damaged" in done.output
