"""Object stores by their addresses, through fsspec.

>>> is_remote("s3://bucket/news.jsonl"), is_remote("news.jsonl")
(True, False)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from schemas.errors import KhooshechinError

_GET = "it comes with the extra s3: pip install '.[s3]' in the folder of khooshechin's source"


class StoreError(KhooshechinError):
    """A store that cannot be opened or read.

    No OSError, which in a file means a damaged file and rejects its articles: when a store does
    not answer, nothing is known of them.
    """


def is_remote(path: str | Path) -> bool:
    """Whether it is the address of a store, not a path of this machine."""
    return "://" in str(path)


def open_store(url: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path in it."""
    try:
        import fsspec
    except ImportError as error:
        raise StoreError(f"{url}: fsspec is not installed; {_GET}") from error
    try:
        files, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        hint = f"; {_GET}" if url.startswith("s3") else ""
        raise StoreError(f"{url}: the driver of this store is not installed{hint}") from error
    except ValueError as error:
        raise StoreError(f"{url}: cannot be opened: {error}") from error
    return files, path


@contextmanager
def store_errors(url: str) -> Iterator[None]:
    """Say what a store's driver raises as StoreError; only FileNotFoundError stays."""
    try:
        yield
    except (FileNotFoundError, KhooshechinError):
        raise
    # Drivers raise what their network libraries raise, of no common kind.
    except Exception as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise StoreError(f"{url}: the store does not give it: {what}") from error
