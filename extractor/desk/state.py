"""Where a desk's databases are, and what it keeps while it runs."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from extractor.desk.checking import Checker
from extractor.desk.security import Hosts

REVIEW = "review"  # name of the second file among the databases of a connection


@dataclass(frozen=True)
class Desk:
    """One desk over one records database."""

    records: Path
    hosts: Hosts
    name: str  # of the database among the pages of data
    checker: Checker = field(default_factory=Checker)
    checking: threading.Lock = field(default_factory=threading.Lock)  # of the archive, once
