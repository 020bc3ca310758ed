"""What tables and columns of the database are called before a reader."""

from corpus.exports.columns import Table
from corpus.exports.sqlite_schema import TABLE_COLUMNS
from corpus.exports.tables import TABLES
from extractor.desk.messages import messages
from extractor.desk.reader import Reader

_TABLES: dict[str, Table] = {table.name: table for table in TABLES}
# Columns by which a table is worth cutting up.
_FACETS: dict[str, tuple[str, ...]] = {
    "articles": ("year", "source"),
    "places": ("kind", "province"),
    "dates": ("kind", "granularity", "calendar", "resolution"),
    "officials": ("role_code", "province"),
    "clusters": ("province", "name"),
    "figures": ("indicator", "unit", "modality", "province", "year"),
    "programs": ("status", "province"),
    "activities": ("type", "phase"),
    "findings": ("code", "severity"),
    "figure_list": ("indicator", "unit", "province", "year"),
    "cluster_timeline": ("status", "province"),
}

# Tables whose rows can be searched by words, with their index.
SEARCHED = {
    "articles": "articles_fts",
    "articles_text": "articles_fts",
    "figures": "figures_fts",
    "figure_list": "figures_fts",
}

_LIKE = {"figure_list": "figures", "cluster_timeline": "programs"}  # views of tables


def table_name(ui: Reader, name: str) -> str:
    """The table's name; in English, and of tables that are no export's, that of the database."""
    said = messages().get(f"table.{name}")
    if said is not None:
        return said[ui.language]
    table = _TABLES.get(name)
    return name if table is None or ui.language == "en" else table.fa


def column_name(ui: Reader, table: str, name: str) -> str:
    """The column's name."""
    said = messages().get(f"column.{name}")
    if ui.language == "en" or name == "key":
        return name
    found = _TABLES.get(table)
    known = name.removesuffix("_key") + "_id" if name.endswith("_key") else name
    if found is not None and known in found.names:
        return found.column(known).fa
    return name if said is None else said[ui.language]


def facet_columns(table: str) -> tuple[str, ...]:
    """The columns by which a table is offered to be cut up."""
    return _FACETS.get(table, ())


def refers_to(table: str | None, column: str) -> str | None:
    """The table whose rows the keys in a column are of."""
    found = (known for known in TABLE_COLUMNS.get(table or "", ()) if known.name == column)
    return next((known.refers_to for known in found), None)


def value_name(ui: Reader, table: str, column: str, value: object) -> str:
    """What a value of a column is called: a slug, a province."""
    found = _TABLES.get(_LIKE.get(table, table))
    if column in ("province", "code") and str(value).startswith("IR-"):
        return ui.province(value)
    if found is not None and column in found.names:
        vocabulary = found.column(column).vocabulary
        if vocabulary is not None:
            return ui.label(vocabulary.__name__, value)
    return ui.n(value) if column == "year" else str(value)
