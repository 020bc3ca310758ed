"""The options that say which field of a source is which of an article's."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.readers.fields import Fields

_PANEL = "Fields of JSON, tables and XML (a dot leads into an object: _source.body)"

TextField = Annotated[str | None, typer.Option(help="Holds the body.", rich_help_panel=_PANEL)]
TitleField = Annotated[str | None, typer.Option(help="Holds the title.", rich_help_panel=_PANEL)]
IdField = Annotated[
    str | None, typer.Option(help="Holds an id, unique in the archive.", rich_help_panel=_PANEL)
]
DateField = Annotated[
    str | None,
    typer.Option(help="Holds the day of publication, Gregorian or Jalali.", rich_help_panel=_PANEL),
]
UrlField = Annotated[str | None, typer.Option(help="Holds the address.", rich_help_panel=_PANEL)]
SourceField = Annotated[
    str | None, typer.Option(help="Holds the outlet's name.", rich_help_panel=_PANEL)
]
BylineField = Annotated[
    str | None, typer.Option(help="Holds who wrote it.", rich_help_panel=_PANEL)
]


def make_fields(
    *,
    text: str | None,
    title: str | None,
    id: str | None,  # noqa: A002 - the field's own name
    date: str | None,
    url: str | None,
    source: str | None,
    byline: str | None,
) -> "Fields":
    """The fields as named by the caller; those not named are found by the names that are known."""
    from corpus.readers.fields import Fields

    return Fields(
        id=id, title=title, published=date, url=url, source=source, byline=byline, text=text
    )
