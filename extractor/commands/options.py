"""Options of runs; those that shape a record are of other commands too."""

from typing import Annotated, Literal

import typer

AsOf = Annotated[
    str | None, typer.Option(help="Day (YYYY-MM-DD) taken as today where a year is left open.")
]
ScopeName = Annotated[
    Literal["full", "clusters"],
    typer.Option(help="clusters: pass by articles without the word for cluster."),
]

Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes; one for each processor if not given.")
]
PartSize = Annotated[
    int | None, typer.Option(min=1, max=10_000, help="Articles in a part; 1000 if not given.")
]
EngineName = Annotated[Literal["local", "dask", "spark"], typer.Option(help="What runs the parts.")]
Scheduler = Annotated[
    str | None, typer.Option(help="Address of the Dask scheduler; a local one if not given.")
]
Master = Annotated[
    str | None, typer.Option(help="URL of the Spark master; this machine if not given.")
]
