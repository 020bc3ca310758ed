"""Which program made a record: its version, its libraries, its very code."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("khooshechin", "hazm", "spacy", "dateparser", "jdatetime", "pydantic")
_PACKAGES = ("schemas", "corpus", "extractor")


@cache
def library_versions() -> dict[str, str]:
    """Versions of the program and of the libraries that shape its output."""
    return {name: version(name) for name in _LIBRARIES}


@cache
def program_digest() -> str:
    """SHA-256 over the versions and all code: one data set is made by one program."""
    digest = hashlib.sha256(repr(sorted(library_versions().items())).encode())
    root = Path(__file__).parent.parent
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
