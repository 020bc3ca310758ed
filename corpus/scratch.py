"""What a pass over many articles must remember: on disk, so that memory stays the same."""

import sqlite3

_MEMORY = 64 << 10  # KiB that SQLite may take


def open_scratch(tables: str) -> sqlite3.Connection:
    """A database with these tables in a file without a name, which is gone when it is closed.

    SQLite puts it into the folder of SQLITE_TMPDIR or TMPDIR, else into /var/tmp.
    """
    base = sqlite3.connect("", isolation_level=None)
    # After a crash the pass is begun anew.
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    base.execute(f"PRAGMA cache_size = -{_MEMORY}")
    base.executescript(tables)
    base.execute("BEGIN")
    return base
