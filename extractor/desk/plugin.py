"""The desk as a plugin of Datasette: its pages, its templates' words, its guard."""

import asyncio
import sqlite3
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, nullcontext
from functools import partial
from typing import Any
from urllib.parse import unquote

import pluggy
from datasette.filters import FilterArguments
from datasette.utils import sqlite_timelimit, tilde_encode
from datasette.utils.asgi import Base400, Response
from markupsafe import Markup

from corpus.folding import match_query
from extractor.desk import addresses
from extractor.desk.assets import asset, assets
from extractor.desk.data_names import (
    SEARCHED,
    column_name,
    facet_columns,
    refers_to,
    table_name,
    value_name,
)
from extractor.desk.pages.base import Ask, GoTo, MissingError, Page, SaveAs, Shown
from extractor.desk.pages.registry import PAGES
from extractor.desk.preferences import Remembering, preferences, switches
from extractor.desk.security import NONCE, App, Guard
from extractor.desk.state import Desk
from extractor.desk.turning import straightened

hookimpl = pluggy.HookimplMarker("datasette")
TIME_LIMIT = 10_000  # ms for the queries of one page
_WAITED = ("interrupted", "locked")  # a query that took too long, or stood in line too long
# Pages for those who develop plugins, with scripts that the policy would not run.
_CLOSED = r"/-/(patterns|allow-debug|messages|permissions|logout|auth-token|threads)(\.json)?$"
View = Callable[..., Awaitable[Any]]


def desk_of(datasette: Any) -> Desk | None:
    """The desk that an instance of Datasette serves; None for an instance of others."""
    found: Desk | None = getattr(datasette, "khooshechin_desk", None)
    return found


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, View]]:
    """The desk's pages, before Datasette's own."""
    if desk_of(datasette) is None:
        return []
    routes: list[tuple[str, View]] = [
        (r"/-/desk/(?P<path>.*)$", assets),
        (_CLOSED, _closed),
    ]
    for page in PAGES:
        name = f"desk/{page.name}" if page.name else ""
        routes.append((rf"/{name}$", partial(_answer, page)))
        if page.keyed:
            routes.append((rf"/{name}/(?P<key>[^/]+)$", partial(_answer, page)))
    return routes


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """The guard stands around everything."""
    desk = desk_of(datasette)
    return (lambda app: app) if desk is None else (lambda app: Guard(Remembering(app), desk.hosts))


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What every template has."""
    desk = desk_of(datasette)
    if desk is not None:
        env.finalize = straightened
        data_address = f"/{tilde_encode(desk.name)}"
        env.globals.update(
            to=addresses,
            asset=asset,
            menu=PAGES,
            data_address=data_address,
            table_name=table_name,
            column_name=column_name,
            facet_columns=facet_columns,
            searched=SEARCHED,
            value_name=value_name,
        )


@hookimpl
def filters_from_request(request: Any, table: str, datasette: Any) -> FilterArguments | None:
    """Datasette's search box, with words folded as the index has them."""
    words, index = request.args.get("_search"), SEARCHED.get(table)
    if desk_of(datasette) is None or not words or index is None:
        return None
    where = f"key in (select rowid from {index} where {index} match :desk_search)"
    # No word at all finds nothing.
    return FilterArguments([where], {"desk_search": match_query(words) or '""'}, [words])


@hookimpl
def render_cell(
    value: object, column: str, table: str | None, database: str | None, datasette: Any
) -> Markup | None:
    """Ids of articles lead to their pages, addresses out of the desk say so.

    A row of another table is linked under the database's encoded name, and called by its key
    where it has no name.
    """
    if desk_of(datasette) is None:
        return None
    if isinstance(value, dict) and (other := refers_to(table, column)):
        path = datasette.urls.row(database, other, str(value["value"]))
        label = value["value"] if value["label"] is None else value["label"]
        return Markup('<a href="%s">%s</a>') % (path, label)
    if not isinstance(value, str):
        return None
    if column == "article_id" or (table == "articles" and column in ("id", "copy_of")):
        return Markup('<a href="%s">%s</a>') % (addresses.article(value), value)
    outside = addresses.outside(value)
    if outside is None:
        return None
    return Markup('<a href="%s" rel="noopener noreferrer external">%s</a>') % (outside, value)


@hookimpl
def extra_template_vars(request: Any, datasette: Any) -> dict[str, object]:
    """What a template has of its request."""
    return {} if desk_of(datasette) is None else _of_request(request)


def _of_request(request: Any) -> dict[str, object]:
    return {
        "ui": preferences(request),
        "switches": switches(request),
        "nonce": request.scope.get(NONCE, "") if request else "",
        "here": request.full_path if request else "",
    }


async def _answer(page: Page, request: Any, datasette: Any) -> Any:
    """Load what a page shows in a thread, and fill its template."""
    ui = preferences(request)
    form = await request.post_vars() if request.method == "POST" else None
    if form is not None and not page.writes:
        return await _error(datasette, request, 405)
    args = {name: request.args.getlist(name)[0] for name in request.args}
    key = unquote(request.url_vars.get("key") or "") or args.get("id", "")
    desk = desk_of(datasette)

    def load(connection: sqlite3.Connection) -> Shown:
        # What a slow page waits for would count against its queries.
        limit = nullcontext() if page.slow else sqlite_timelimit(connection, TIME_LIMIT)
        with limit:
            return page.load(Ask(connection, desk, ui, key, args, form))  # type: ignore[arg-type]

    try:
        shown = await _loaded(page, datasette, load)
    except GoTo as other:
        response = Response.redirect(other.address, status=303)
    except SaveAs as file:
        headers = {"content-disposition": f'attachment; filename="{file.name}"'}
        # As is: where a text has a surrogate, no page could be sent at all.
        content = file.content.encode("utf-8", "replace")
        response = Response(content, headers=headers, content_type="text/html; charset=utf-8")
    except MissingError:
        return await _error(datasette, request, 404)
    else:
        context = {**shown, "this_page": page}
        body = await datasette.render_template(f"desk/{page.template}", context, request=request)
        response = Response.html(body)
    return response


async def _loaded(page: Page, datasette: Any, load: Callable[[sqlite3.Connection], Shown]) -> Shown:
    database = datasette.databases[desk_of(datasette).name]  # type: ignore[union-attr]
    if not page.slow:
        found: Shown = await database.execute_fn(load)
        return found

    def apart() -> Shown:
        with closing(database.open()) as connection:
            connection.row_factory = sqlite3.Row
            return load(connection)

    return await asyncio.to_thread(apart)


async def _closed(request: Any, datasette: Any) -> Any:
    return await _error(datasette, request, 404)


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Iterator[None]:
    """An error as a page of ours; Datasette's own would print every variable there is."""
    outcome: Any = yield
    if desk_of(datasette) is None:
        return
    status, message = _told(exception)
    if status == 500:
        traceback.print_exception(exception, file=sys.stderr)
    outcome.force_result([partial(_error, datasette, request, status, message)])


def _told(exception: Exception) -> tuple[int, str]:
    """The status of an error, and what may be shown of it."""
    if isinstance(exception, Base400):
        return exception.status, str(exception)
    waited = isinstance(exception, sqlite3.OperationalError) and any(
        word in str(exception) for word in _WAITED
    )
    # Of a query that was broken off Datasette tells in markup, with a script.
    if waited or getattr(exception, "message_is_html", False):
        return 503, ""
    status = int(getattr(exception, "status", 500))
    return status, str(getattr(exception, "message", exception)) if status != 500 else ""


async def _error(datasette: Any, request: Any, status: int, message: str = "") -> Any:
    if request.path.endswith(".json"):
        told = {"ok": False, "error": message or str(status), "status": status}
        return Response.json(told, status=status)
    kind = status if status in (400, 403, 404, 500, 503) else 400
    context = {"status": status, "kind": kind, "message": "" if message == "404" else message}
    body = await datasette.render_template("error.html", context, request=request)
    return Response.html(body, status=status)
