"""How the tables stand in SQLite: keys, indexes, full-text tables, facets."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import schemas.vocabularies
from corpus.exports.columns import Column, Row, Table
from corpus.exports.tables import FIGURES, TABLES
from corpus.folding import fold
from schemas.labels import Vocabulary
from schemas.vocabularies import Indicator

APPLICATION = 0x4B68C5A2  # tells ``file`` and us that the database is one of ours
VERSION = 1
_TYPES = {"integer": "INTEGER", "number": "REAL"}
# Where half-spaces, direction marks and short vowels stand, words end where a reader sees it.
_TOKENIZE = "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn'\""
_FIGURE_WORDS = ("span_text", "unit_text", "item", "cluster_name", "place_name", "speaker_name")
_FIGURE_WORDS_AT = tuple(FIGURES.names.index(name) for name in _FIGURE_WORDS)
_INDICATOR_AT = FIGURES.names.index("indicator")


@dataclass(frozen=True)
class KeyedColumn:
    """A column in the database: its text or number, the key of another row, or derived."""

    name: str
    definition: str
    refers_to: str | None = None
    derive: Callable[[Row], str | None] | None = None


def _keyed(table: Table) -> tuple[KeyedColumn, ...]:
    columns = [_column(table, column) for column in stored(table)]
    if table.name in ("clusters", "officials"):
        at = table.names.index("name")
        columns.append(KeyedColumn("name_folded", "TEXT", derive=lambda row: name_key(row[at])))
    return tuple(columns)


def stored(table: Table) -> tuple[Column, ...]:
    """The columns of a table in the database. Texts stand apart: lists of articles stay quick."""
    apart = "text" if table.name == "articles" else ""
    return tuple(column for column in table.columns if column.name != apart)


def name_key(name: object) -> str | None:
    """A name as it is compared: folded, without spaces; None without a name."""
    return fold(name).replace(" ", "") if isinstance(name, str) else None


def _column(table: Table, column: Column) -> KeyedColumn:
    null = " NOT NULL" if column.required else ""
    target = "articles" if column.name == "article_id" else column.refers_to
    if target is None:
        unique = " UNIQUE" if table.name == "articles" and column.name == "id" else ""
        return KeyedColumn(column.name, f"{_TYPES.get(column.type, 'TEXT')}{null}{unique}")
    # A part may stand before its whole.
    deferred = " DEFERRABLE INITIALLY DEFERRED" if target == table.name else ""
    name = column.name.removesuffix("_id") + "_key"
    return KeyedColumn(name, f"INTEGER{null} REFERENCES {target} (key){deferred}", target)


TABLE_COLUMNS: dict[str, tuple[KeyedColumn, ...]] = {t.name: _keyed(t) for t in TABLES}

# What the desk asks for; besides these, keys that refer to another row have an index of their own.
INDEXES: dict[str, tuple[str, ...]] = {
    "articles": ("published", "year, published", "source, published", "copy_of"),
    "places": ("province, article_key", "name", "code"),
    "officials": ("name_folded, province", "province", "role_code, province"),
    "clusters": ("name_folded, province", "province, name_folded"),
    "figures": (
        "indicator, year",
        "province, indicator, year",
        "year",
        "indicator, value, unit",
        "indicator, unit, province, year, value",
        "article_key, indicator, province",
        "indicator, article_key",
        "province, article_key",
    ),
    "programs": ("status, province", "province, status"),
    "activities": ("type, phase",),
    "findings": ("code, article_key", "severity, code"),
    "finding_refs": ("entry_group, entry_key",),
}
_SIDE_TABLES = (
    """CREATE TABLE article_texts (
 key INTEGER PRIMARY KEY REFERENCES articles (key), text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE vocabularies (
 vocabulary TEXT NOT NULL, slug TEXT NOT NULL, rank INTEGER NOT NULL,
 fa TEXT NOT NULL, en TEXT NOT NULL, PRIMARY KEY (vocabulary, slug)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE facets (
 facet TEXT NOT NULL, value TEXT NOT NULL, articles INTEGER NOT NULL,
 figures INTEGER NOT NULL, PRIMARY KEY (facet, value)
) STRICT, WITHOUT ROWID""",
)
_VIEWS = (
    """CREATE VIEW figure_list AS
SELECT f.key, a.id AS article_id, f.id, a.published, a.source, a.title, f.span_text, f.value,
 f.upper, f.comparator, f.unit, f.indicator, f.modality, f.cluster_name, f.province, f.year,
 f.speaker_name, f.context, a.url
FROM figures f JOIN articles a ON a.key = f.article_key""",
    """CREATE VIEW cluster_timeline AS
SELECT c.name_folded, c.name, c.province, a.published, p.status, p.span_text, p.start_jalali,
 p.end_jalali, a.id AS article_id, p.id, a.source, a.title
FROM programs p JOIN clusters c ON c.key = p.cluster_key
JOIN articles a ON a.key = p.article_key""",
    "CREATE VIEW articles_text AS SELECT a.key, a.title, t.text, '' AS joined "
    "FROM articles a JOIN article_texts t ON t.key = a.key",
)
_SEARCH = (
    f"""CREATE VIRTUAL TABLE articles_fts USING fts5
 (title, text, joined, content='articles_text', content_rowid='key', {_TOKENIZE})""",
    f"CREATE VIRTUAL TABLE figures_fts USING fts5 (words, joined, content='', {_TOKENIZE})",
)
# Facet -> its values with the articles and figures they have.
_FACETS = {
    "province": "SELECT province AS v, article_key AS a, key AS f FROM figures "
    "UNION ALL SELECT province, article_key, NULL FROM clusters",
    "cluster": "SELECT c.name_folded AS v, c.article_key AS a, f.key AS f "
    "FROM clusters c LEFT JOIN figures f ON f.cluster_key = c.key",
    "indicator": "SELECT indicator AS v, article_key AS a, key AS f FROM figures",
    "year": "SELECT year AS v, article_key AS a, key AS f FROM figures",
    "official": "SELECT o.name_folded AS v, o.article_key AS a, f.key AS f "
    "FROM officials o LEFT JOIN figures f ON f.speaker_key = o.key",
    "finding": "SELECT d.code AS v, d.article_key AS a, r.entry_key AS f FROM findings d "
    "LEFT JOIN finding_refs r ON r.finding_key = d.key AND r.entry_group = 'figures'",
}


def create_statements() -> Iterator[str]:
    """Tables, then views and full-text tables."""
    for name, columns in TABLE_COLUMNS.items():
        lines = ["key INTEGER PRIMARY KEY", *(f"{c.name} {c.definition}" for c in columns)]
        if name == "finding_refs":
            lines.append("entry_key INTEGER NOT NULL")
        yield f"CREATE TABLE {name} (\n " + ",\n ".join(lines) + "\n) STRICT"
    yield from _SIDE_TABLES
    yield from _VIEWS
    yield from _SEARCH


def figure_words(row: Row) -> str:
    """By what a figure is searched for: its words, those of what it is about, its indicator."""
    indicator = Indicator(str(row[_INDICATOR_AT]))
    said = [str(row[at]) for at in _FIGURE_WORDS_AT if row[at]]
    return " ".join([*said, indicator.fa, indicator.en])


def vocabulary_rows() -> Iterator[tuple[str, str, int, str, str]]:
    """Every slug with its rank in its vocabulary and its labels."""
    for name, found in sorted(vars(schemas.vocabularies).items()):
        if inspect.isclass(found) and issubclass(found, Vocabulary) and found is not Vocabulary:
            for rank, member in enumerate(found):
                yield name, member.value, rank, member.fa, member.en


def _index_statements() -> Iterator[str]:
    for name, columns in TABLE_COLUMNS.items():
        asked_for = INDEXES.get(name, ())
        served = {asked.split(", ")[0] for asked in asked_for}
        keys = [c.name for c in columns if c.refers_to and c.name not in served]
        for asked in (*asked_for, *keys):
            label = asked.replace(", ", "_")
            yield f"CREATE INDEX {name}_{label} ON {name} ({asked})"
    yield "CREATE INDEX facets_by_size ON facets (facet, articles DESC)"


def _facet_statements() -> Iterator[str]:
    for facet, told in _FACETS.items():
        yield (
            f"INSERT INTO facets SELECT '{facet}', v, COUNT(DISTINCT a), COUNT(DISTINCT f) "
            f"FROM ({told}) WHERE v IS NOT NULL GROUP BY v ORDER BY v"
        )


AFTER = (
    *_index_statements(),
    *_facet_statements(),
    "INSERT INTO articles_fts (articles_fts) VALUES ('optimize')",
    "INSERT INTO figures_fts (figures_fts) VALUES ('optimize')",
)
