"""Folders that may not be written into, for whoever runs the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = 65534


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that all may read, with one in it, ``closed``, that none may write."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed").mkdir(mode=0o555)
        yield folder


@contextmanager
def bound_by_rights() -> Iterator[None]:
    """Root, whom nothing is forbidden, takes the rights of another for the while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
