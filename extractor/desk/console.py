"""A record as readable tables on a terminal, every row with its evidence.

Persian stands in the last columns: terminals differ in how they mix writing directions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.desk.view import View, evidence, gregorian_days, jalali_days

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: headings in a line, and rows with as many cells."""

    title: str
    columns: str
    rows: list[Row]


def console() -> Console:
    """Standard output for tables."""
    made = Console()
    if not made.is_terminal:
        made.width = 160  # a file or pager can be scrolled; eighty columns break every word
    return made


def show_record(view: View, console: Console) -> None:
    """Print the tables of one record; empty ones are left out."""
    article = view.record.article
    published = article.published or "no date"
    console.print(Text(f"{article.id}  {published}  {article.length} characters", style="bold"))
    if article.title:
        console.print(Text(article.title))
    for make in (programs, figures, officials, dates, places, statements, findings):
        sheet = make(view)
        if sheet.rows:
            console.print(as_table(sheet))


def as_table(sheet: Sheet) -> Table:
    """The sheet as rich draws it."""
    table = Table(title=sheet.title, title_justify="left", title_style="bold")
    for column in sheet.columns.split():
        table.add_column(column, overflow="fold")
    for row in sheet.rows:
        # Text, not str: square brackets in an article are no markup.
        table.add_row(*(Text(cell or "-") for cell in row))
    return table


def programs(view: View) -> Sheet:
    """Each cluster with what became of it."""
    told = {program.cluster: program for program in view.record.programs}
    rows: list[Row] = []
    for cluster in view.record.clusters:
        program = told.get(cluster.id)
        types = dict.fromkeys(view.label(a.type) for a in program.activities) if program else {}
        span = program.status_span if program else None
        rows.append(
            (
                view.label(program.status) if program else None,
                cluster.province,
                view.name(program.start) if program else None,
                view.name(program.end) if program else None,
                ", ".join(filter(None, types)),
                view.name(program.agent) if program else None,
                cluster.name,
                evidence(span or cluster.mentions[0]),
            )
        )
    return Sheet("Clusters", "status province start end activities agent cluster evidence", rows)


def figures(view: View) -> Sheet:
    """Each figure with what it is about."""
    rows: list[Row] = [
        (
            view.amount(f),
            view.label(f.unit),
            view.label(f.indicator),
            view.label(f.modality),
            f.province,
            view.name(f.cluster),
            view.name(f.date),
            view.name(f.speaker),
            evidence(f.span),
        )
        for f in view.record.figures
    ]
    columns = "value unit indicator modality province cluster period speaker evidence"
    return Sheet("Figures", columns, rows)


def officials(view: View) -> Sheet:
    """Each person with the office held."""
    rows: list[Row] = [
        (
            view.label(o.role_code),
            o.province,
            o.name,
            o.role,
            o.organization,
            evidence(o.mentions[0]),
        )
        for o in view.record.officials
    ]
    return Sheet("Officials", "office province name role organization evidence", rows)


def dates(view: View) -> Sheet:
    """Each date in both calendars."""
    rows: list[Row] = [
        (
            jalali_days(d),
            gregorian_days(d),
            view.label(d.modifier),
            view.label(d.resolution),
            evidence(d.span),
        )
        for d in view.record.dates
    ]
    return Sheet("Dates", "jalali gregorian part found evidence", rows)


def places(view: View) -> Sheet:
    """Each naming of a place."""
    rows: list[Row] = [
        (view.label(p.kind), p.code or p.province, evidence(p.span)) for p in view.record.places
    ]
    return Sheet("Places", "kind code evidence", rows)


def statements(view: View) -> Sheet:
    """Who says what."""
    rows: list[Row] = [
        (s.verb, view.name(s.speaker), evidence(s.span)) for s in view.record.statements
    ]
    return Sheet("Statements", "verb speaker evidence", rows)


def findings(view: View) -> Sheet:
    """What a fact-checker should look at."""
    rows: list[Row] = [
        (
            f.code,
            view.label(f.severity),
            f.calculation,
            f.message_fa if view.language == "fa" else f.message_en,
        )
        for f in view.record.findings
    ]
    return Sheet("Findings", "code severity sum message", rows)
