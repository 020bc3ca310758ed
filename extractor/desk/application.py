"""Datasette made in code: one records database, our plugin, our templates."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from datasette.app import Datasette, DatasetteClient
from datasette.plugins import pm

from corpus.readers.databases import check_records
from corpus.reviews import make_writable, review_path
from extractor.desk import plugin
from extractor.desk.records import RecordsDatabase, data_name, inspection
from extractor.desk.security import Hosts
from extractor.desk.state import Desk

_PLUGIN = "khooshechin.desk"
_SETTINGS = {
    "num_sql_threads": 4,
    "sql_time_limit_ms": 5_000,
    "facet_time_limit_ms": 1_000,
    "suggest_facets": False,  # to find out what may be one costs a query a column
    "default_page_size": 50,
    "truncate_cells_html": 400,
    "default_cache_ttl": 0,
}


def make_desk(records: Path, hosts: Hosts | None = None) -> Any:
    """A Datasette instance that is the desk; ``.app()`` is its ASGI application.

    Raises InputError for a path that holds no database of ours, and ReviewError where reviews
    cannot be kept beside it.
    """
    check_records(records)
    make_writable(review_path(records))
    if not pm.has_plugin(_PLUGIN):
        pm.register(plugin, _PLUGIN)
    name = data_name(records)
    made = Datasette(
        files=[],
        memory=False,
        settings=_SETTINGS,
        template_dir=str(files("extractor.desk") / "templates"),
        inspect_data={name: inspection(records)},
    )
    made.khooshechin_desk = Desk(records, hosts or Hosts("127.0.0.1"), name)
    made.databases.pop("_memory", None)
    made.add_database(RecordsDatabase(made, path=str(records), is_mutable=False), name=name)
    made.client = DatasetteClient(made)  # the first one knew nothing of the desk
    return made
